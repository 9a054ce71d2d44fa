/*
 * compare - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expressions.h"
#include "suite.h"

static const struct expression_row rows[] = {
	/* numbers */
	{ "1 < 2, 2 < 1, 1 < 1", "", "(True, False, False)" },
	{ "1 <= 1, 2 <= 1", "", "(True, False)" },
	{ "2 > 1, 1 > 1, 1 >= 1, 0 >= 1", "", "(True, False, True, False)" },
	{ "1 == 1.0, 1 != 1.00, 1.5 < 1.25", "", "(True, False, False)" },
	{ "True == 1, False < True, True < 1.5", "", "(True, True, True)" },
	{ "10 ** 30 > 10 ** 29, 10 ** 30 == 10 ** 30", "", "(True, True)" },
	{ "9223372036854775807 < 9223372036854775808", "", "True" },
	{ "x == 1, 1 == x, x < 2, 2 > x", "1.0", "(True, True, True, True)" },
	{ "x == True", "1", "True" },
	{ "x < 10 ** 30", "5", "True" },
	/* text */
	{ "'a' < 'b', 'b' < 'a', 'a' < 'ab', 'ab' < 'b'", "",
	    "(True, False, True, True)" },
	{ "'' < 'a', '' == '', 'a' == 'ab'", "", "(True, True, False)" },
	{ "'10' < '9', '10' == '10.0'", "", "(True, False)" },
	{ "x < '9', x == '10', x == '10.0'", "10", "(True, True, False)" },
	{ "x == '', x < '', x >= ''", "", "(True, False, True)" },
	{ "'\xc3\xa9' > 'z'", "", "True" },
	/* input with input: numbers where both are */
	{ "row[0] < row[1]", "9 10", "True" },
	{ "row[0] < row[1]", "9 1a", "False" },
	{ "row[0] == row[1]", "1 1.0", "True" },
	{ "row[0] == row[1]", "1 1.x", "False" },
	{ "row[0] == row[1]", "a 1", "False" },
	{ "row[0] == row[5]", "a", "False" },
	{ "row[4] == row[5]", "a", "True" },
	/* lists, tuples, dicts */
	{ "[1, 2] < [1, 3], [1, 2] < [1], [] < [1]", "",
	    "(True, False, True)" },
	{ "(1, 2) == (1, 2.0), (1,) == (1, 2), [1] == (1,)", "",
	    "(True, False, False)" },
	{ "[] == [], () == (), [] == x.split()", "", "(True, True, True)" },
	{ "[1, 'a'] < [2, 1], [1, [2]] == [1, [2]]", "", "(True, True)" },
	{ "row == ['1', 'a'], row == [1, 'a']", "1 a", "(True, True)" },
	{ "{'a': 1} == {'a': 1.0}, {'a': 1} == {'b': 1}", "",
	    "(True, False)" },
	{ "{'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {} == {'a': 1}", "",
	    "(True, False)" },
	{ "{} == {}, {'a': 1} != {'a': 2}", "", "(True, True)" },
	{ "search('a', x) == search('a', x)", "a", "False" },
	/* what is of different kinds */
	{ "None == None, None == 0, None == '', None != []", "",
	    "(True, False, False, True)" },
	{ "x == None, None == x", "", "(False, False)" },
	{ "1 == '1', '1' == 1, [1] == 1, {} == []", "",
	    "(False, False, False, False)" },
	{ "x == [1], {} == x, () != x", "1", "(False, False, True)" },
	{ "10 ** 30 == '1'", "", "False" },
	/* in */
	{ "1 in [1, 2], 3 in (1, 2), 3 not in [], 1 not in [1]", "",
	    "(True, False, True, False)" },
	{ "'a' in {'a': 1}, 'b' in {'a': 1}, 1 in {'a': 1}", "",
	    "(True, False, False)" },
	{ "'b' in 'abc', '' in '', '' in 'a', 'd' in 'abc', 'abc' in 'b'", "",
	    "(True, True, True, False, False)" },
	{ "'a' in x, x in 'a', x in x", "", "(False, True, True)" },
	{ "x in ('a', 'b'), x not in ['a']", "a", "(True, False)" },
	{ "x in row, 'b' in row, 1 in row", "1 b", "(False, True, True)" },
	{ "x in x.split()", "", "False" },
	{ "'' in x.split()", "", "False" },
	/* faults */
	{ "x < 1", "a", "!x is 'a', not a number; --invalid=skip leaves such "
	    "records out" },
	{ "1 < x", "a", "!x is 'a', not a number; --invalid=skip leaves such "
	    "records out" },
	{ "x == 1", "a", "!x is 'a', not a number; --invalid=skip leaves such "
	    "records out" },
	{ "1 < 2 < x", "a", "!1 < 2 < x is 'a', not a number; --invalid=skip "
	    "leaves such records out" },
	{ "x != 1", "", "!x is '', not a number; --invalid=skip leaves such "
	    "records out" },
	{ "None < 1", "", "!None < 1: None and a number have no order" },
	{ "1 < 'a'", "", "!1 < 'a': a number and text have no order" },
	{ "[1] < (1,)", "", "![1] < (1,): a list and a tuple have no order" },
	{ "{} < {}", "", "!{} < {}: a dict and a dict have no order" },
	{ "[1] < ['a']", "", "![1] < ['a']: a number and text have no order" },
	{ "x < None", "", "!x < None: text and None have no order" },
	{ "True < 'a'", "", "!True < 'a': a truth value and text have no "
	    "order" },
	{ "[x] < [1]", "a", "![x] is 'a', not a number; --invalid=skip leaves "
	    "such records out" },
	{ "[x] == [1]", "a", "![x] is 'a', not a number; --invalid=skip "
	    "leaves such records out" },
	{ "{'a': x} == {'a': 1}", "a", "!{'a': x} is 'a', not a number; "
	    "--invalid=skip leaves such records out" },
	{ "{'a': 1} != {'a': x}", "a", "!{'a': x} is 'a', not a number; "
	    "--invalid=skip leaves such records out" },
	{ "x in [1]", "a", "!x is 'a', not a number; --invalid=skip leaves "
	    "such records out" },
	{ "x not in [1]", "a", "!x is 'a', not a number; --invalid=skip "
	    "leaves such records out" },
	{ "1 in 1", "", "!1: nothing is in a number" },
	{ "1 not in None", "", "!None: nothing is in None" },
	{ "1 in 'a'", "", "!1: a number is not in text, only text is" },
	{ "min(x, None)", "1", "!min(x, None): None and text have no order" }
};

START_TEST(gives)
{
	expect_row(&rows[_i]);
}
END_TEST

static Suite *
compare_suite(void)
{
	Suite *suite = suite_create("compare");
	TCase *tcase = tcase_create("rows");

	tcase_add_loop_test(tcase, gives, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(compare_suite)
