/*
 * logic - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expressions.h"
#include "suite.h"

static const struct expression_row rows[] = {
	{ "not x, not 'a', not '', not 0, not 0.00, not 10 ** 30", "",
	    "(True, False, True, True, True, False)" },
	{ "not x", "0", "False" },
	{ "not None, not [], not (), not {}, not [0], not {'a': 0}", "",
	    "(True, True, True, True, False, False)" },
	{ "not search('', x), not search('a', x)", "", "(False, True)" },
	{ "x and 1", "", "''" },
	{ "x and 1", "a", "1" },
	{ "1 and 0 and x", "a", "0" },
	{ "1 and 2 and x", "a", "'a'" },
	{ "x or 1", "", "1" },
	{ "x or 1", "a", "'a'" },
	{ "0 or '' or None", "", "None" },
	{ "x and y", "", "?6 1 there is no name y; text stands in quotes" },
	{ "x and 1 / 0", "", "''" },
	{ "x or 1 / 0", "a", "'a'" },
	{ "x and 1 / 0", "a", "!1 / 0: division by zero" },
	{ "1 / 0 or x", "a", "!1 / 0: division by zero" },
	{ "not 1 / 0", "", "!1 / 0: division by zero" },
	{ "1 if x else 2", "a", "1" },
	{ "1 if x else 2", "", "2" },
	{ "1 / 0 if x else 2", "", "2" },
	{ "1 if x else 1 / 0", "a", "1" },
	{ "1 if 1 / 0 else 2", "a", "!1 / 0: division by zero" },
	{ "x is None, x is not None, None is None", "a",
	    "(False, True, True)" },
	{ "True is True, False is True, 1 is True", "",
	    "(True, False, False)" },
	{ "False is not True, (1 == 1) is True", "", "(True, True)" },
	{ "search('a', x) is None", "b", "True" },
	{ "x is 1", "", "?5 1 'is' asks for None, True or False; did you mean "
	    "== or !=?" },
	{ "None is not x", "", "?12 1 'is' asks for None, True or False; did "
	    "you mean == or !=?" },
	{ "1 < 2 < 3, 1 < 3 < 2, 3 < 2 < 1 / 0", "",
	    "(True, False, False)" },
	{ "3 < 2 < 1 / x", "0", "False" },
	{ "1 / x < 2", "0", "!1 / x: division by zero" },
	{ "2 > 1 / x", "0", "!1 / x: division by zero" },
	{ "1 == 1 != 2 in [2] is not None", "", "True" }
};

START_TEST(gives)
{
	expect_row(&rows[_i]);
}
END_TEST

static Suite *
logic_suite(void)
{
	Suite *suite = suite_create("logic");
	TCase *tcase = tcase_create("rows");

	tcase_add_loop_test(tcase, gives, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(logic_suite)
