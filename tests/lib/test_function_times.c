/*
 * function_times - unit tests. What a time is is tested with timestamp.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expressions.h"
#include "suite.h"

static const struct expression_row rows[] = {
	{ "timestamp(x)", "1970-01-02", "86400" },
	{ "timestamp('2026-08-01T10:00:00.25+02:00')", "",
	    "1785571200.25" },
	{ "isoformat(0), isoformat(x)", "86400.5",
	    "('1970-01-01T00:00:00+00:00', "
	    "'1970-01-02T00:00:00.5+00:00')" },
	{ "f'a{isoformat(0)}b'", "", "'a1970-01-01T00:00:00+00:00b'" },
	{ "timestamp(isoformat(x)) == x", "12345678901", "True" },
	{ "timestamp(1)", "", "!1: a number, where text is needed" },
	{ "timestamp(x)", "", "!x: '': not a timestamp" },
	{ "timestamp(x)", "yesterday", "!x: 'yesterday': not a timestamp" },
	{ "timestamp(x)", "0123456789012345678901234567890123456789012",
	    "!x: '0123456789012345678901234567890123456789': not a "
	    "timestamp" },
	{ "timestamp()", "", "?0 11 timestamp needs 1 argument" },
	{ "isoformat()", "", "?0 11 isoformat needs 1 argument" },
	{ "isoformat('a')", "", "!'a' is 'a', not a number; --invalid=skip "
	    "leaves such records out" },
	{ "isoformat(10 ** 20)", "", "!isoformat(10 ** 20): not in the years 1 "
	    "to 9999" }
};

START_TEST(gives)
{
	expect_row(&rows[_i]);
}
END_TEST

static Suite *
function_times_suite(void)
{
	Suite *suite = suite_create("function_times");
	TCase *tcase = tcase_create("rows");

	tcase_add_loop_test(tcase, gives, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(function_times_suite)
