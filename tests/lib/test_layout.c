/*
 * layout - unit tests. What a format means is tested with format.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expressions.h"
#include "suite.h"

static const struct expression_row rows[] = {
	{ "f'a{x}b'", "c", "'acb'" },
	{ "f'{x}'", "", "''" },
	{ "f'{x}{x}'", "", "''" },
	{ "f'{1}{1.50}{10 ** 20}{True}{None}'", "",
	    "'11.50100000000000000000000TrueNone'" },
	{ "f'{[1, \"a\"]}{(1,)}{ {\"a\": 1} }'", "",
	    "\"[1, 'a'](1,){'a': 1}\"" },
	{ "f'{x!r}{x!s}{1!r}'", "a", "\"'a'a1\"" },
	{ "f'{x!r:>5}|{x!s:<3}|'", "a", "\"  'a'|a  |\"" },
	{ "f'{x:>4}|{x:<4}|{x:^4}|{x:.1}|'", "ab",
	    "'  ab|ab  | ab |a|'" },
	{ "f'{x:5d}|{x:05d}|{x:.2f}|{x:x}|'", "42",
	    "'   42|00042|42.00|2a|'" },
	{ "f'{1234567:,}|{10 ** 20:,}|{True:d}'", "",
	    "'1,234,567|100,000,000,000,000,000,000|1'" },
	{ "f'{x:{5}}|{x:>{len(x) + 2}}|{x:{\"*\"}^5}'", "a",
	    "'a    |  a|**a**'" },
	{ "f'{x:{\"\"}}'", "a", "'a'" },
	{ "f'{x:}'", "a", "'a'" },
	{ "f'a{f\"b{f'{x}'}c\"}d{x}'", "1", "'ab1cd1'" },
	{ "f'a{str([x])}b{x.upper().replace(\"A\", \"b\")}'", "a",
	    "\"a['a']bb\"" },
	{ "f'{x=}'", "a", "\"x='a'\"" },
	/* faults */
	{ "f'a{1 / 0}'", "", "!1 / 0: division by zero" },
	{ "f'a{f\"b{1 / 0}\"}'", "", "!1 / 0: division by zero" },
	{ "f'{x:d}'", "a", "!x is 'a', not a number; --invalid=skip leaves "
	    "such records out" },
	{ "f'a{1.5:d}'", "", "!1.5: not an integer" },
	{ "f'{\"a\":d}'", "", "!\"a\": not a number" },
	{ "f'{1:s}'", "", "!1: not text" },
	{ "f'{None:5}'", "", "!None: only text and numbers take a format" },
	{ "f'{[]:5}'", "", "![]: only text and numbers take a format" },
	{ "f'{x:{1 / 0}}'", "", "!1 / 0: division by zero" },
	{ "f'{x:{x}}'", "q", "!{x}: not a format: [[FILL]ALIGN][SIGN][0]"
	    "[WIDTH][,][.PRECISION][d f s x o b]" },
	{ "f'{x:q}'", "", "?5 1 not a format: [[FILL]ALIGN][SIGN][0]"
	    "[WIDTH][,][.PRECISION][d f s x o b]" },
	{ "f'{y}'", "", "?3 1 there is no name y; text stands in quotes" }
};

START_TEST(gives)
{
	expect_row(&rows[_i]);
}
END_TEST

static Suite *
layout_suite(void)
{
	Suite *suite = suite_create("layout");
	TCase *tcase = tcase_create("rows");

	tcase_add_loop_test(tcase, gives, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(layout_suite)
