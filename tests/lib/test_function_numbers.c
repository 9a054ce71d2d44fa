/*
 * function_numbers - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expressions.h"
#include "suite.h"

static const struct expression_row rows[] = {
	{ "abs(x), abs(-1.50), abs(True), abs(-10 ** 20)", "-7",
	    "(7, 1.50, 1, 100000000000000000000)" },
	{ "abs(x)", "-9223372036854775808", "9223372036854775808" },
	{ "abs(x)", "7", "7" },
	{ "bool(x), bool('a'), bool(0), bool([]), bool(None)", "",
	    "(False, True, False, False, False)" },
	{ "divmod(7, 2), divmod(-7, 2), divmod(x, 2.5)", "7",
	    "((3, 1), (-4, 1), (2, 2.0))" },
	{ "int(x), int(1.9), int(-1.9), int(True)", "3.7", "(3, 1, -1, 1)" },
	{ "int('12'), int('1.5'), int(5), int(10 ** 20 + 0.5)", "",
	    "(12, 1, 5, 100000000000000000000)" },
	{ "len(x), len('\xc3\xa9'), len([1, 2]), len(()), len({'a': 1})", "",
	    "(0, 1, 2, 0, 1)" },
	{ "len(x), len(row), len(search('(.)(.)', x))", "a\xffq",
	    "(3, 1, 3)" },
	{ "max(1, 2), max([1, 3, 2]), max((x,)), max('a', 'b')", "5",
	    "(2, 3, '5', 'b')" },
	{ "min(1, 2), min([3, 1, 2]), min(row), min('b', 'a', 'c')", "10 9",
	    "(1, 1, '9', 'a')" },
	{ "max(1, 1.0), min(1.0, 1), max([2, 1], [2, 2])", "",
	    "(1, 1.0, [2, 2])" },
	{ "max(1, 2, 3, 4, 5, 6), min(6, 5, 4, 3, x)", "2", "(6, '2')" },
	{ "round(x), round(2.5), round(3.5), round(-2.5)", "1.5",
	    "(2, 2, 4, -2)" },
	{ "round(1.25, 1), round(1.35, 1), round(15, -1), round(25, -1)", "",
	    "(1.2, 1.4, 20, 20)" },
	{ "round(x, 2), round(True)", "1", "(1.00, 1)" },
	{ "sorted(row), sorted(['b', 'a', 'c']), sorted((2, 1))", "10 9 8",
	    "(['8', '9', '10'], ['a', 'b', 'c'], [1, 2])" },
	{ "sorted([]), sorted(x.split()), sorted([1])", "", "([], [], [1])" },
	{ "sorted([1.0, 1, 0, 2, 1.00])", "", "[0, 1.0, 1, 1.00, 2]" },
	{ "sorted([5, 3, 9, 1, 7, 2, 8, 4, 6])", "",
	    "[1, 2, 3, 4, 5, 6, 7, 8, 9]" },
	{ "sqrt(x), sqrt(0.25), sqrt(2)", "16",
	    "(4, 0.5, 1.414213562373095048801688724209698)" },
	{ "str(x), str(1.50), str(True), str(None), str([x])", "a",
	    "('a', '1.50', 'True', 'None', \"['a']\")" },
	{ "str(x) == '1.0', str(x) == 1", "1.0", "(True, False)" },
	{ "str(x)", "", "''" },
	{ "sum([1, 2.5]), sum([]), sum(row), sum((1, 2), 10)", "1 2 3",
	    "(3.5, 0, 6, 13)" },
	{ "sum([[1], [2]], []), sum(x.split(), 1)", "", "([1, 2], 1)" },
	/* faults */
	{ "abs(x)", "a", "!x is 'a', not a number; --invalid=skip leaves such "
	    "records out" },
	{ "abs(None)", "", "!None is None, not a number" },
	{ "divmod(1, 0)", "", "!divmod(1, 0): division by zero" },
	{ "divmod(None, 1)", "", "!None is None, not a number" },
	{ "divmod(1, [])", "", "![] is a list, not a number" },
	{ "int('a')", "", "!'a' is 'a', not a number; --invalid=skip leaves "
	    "such records out" },
	{ "int([])", "", "![] is a list, not a number" },
	{ "len(1)", "", "!1: a number has neither length nor items" },
	{ "len(None)", "", "!None: None has neither length nor items" },
	{ "max([])", "", "!max([]): the list is empty" },
	{ "max(())", "", "!max(()): the list is empty" },
	{ "max(1)", "", "!1: a number, where a list is needed" },
	{ "min('abc')", "", "!'abc': text, where a list is needed" },
	{ "max(1, 'a')", "", "!max(1, 'a'): text and a number have no order" },
	{ "max(x, 1)", "a", "!max(x, 1) is 'a', not a number; --invalid=skip "
	    "leaves such records out" },
	{ "round('a')", "", "!'a' is 'a', not a number; --invalid=skip leaves "
	    "such records out" },
	{ "round(1, 'a')", "", "!'a' is 'a', not a number; --invalid=skip "
	    "leaves such records out" },
	{ "round(1, 0.5)", "", "!0.5: not an integer" },
	{ "round(1, 2 ** 62)", "", "!round(1, 2 ** 62): number too large" },
	{ "sorted('ab')", "", "!'ab': text, where a list is needed" },
	{ "sorted([1, 'a', 2])", "", "!sorted([1, 'a', 2]): text and a number "
	    "have no order" },
	{ "sorted([1, 2, 3, 'a', 4])", "", "!sorted([1, 2, 3, 'a', 4]): text "
	    "and a number have no order" },
	{ "sqrt(-1)", "", "!sqrt(-1): root of a negative number" },
	{ "sqrt('a')", "", "!'a' is 'a', not a number; --invalid=skip leaves "
	    "such records out" },
	{ "sum(1)", "", "!1: a number, where a list is needed" },
	{ "sum(['a'])", "", "!['a'] is 'a', not a number; --invalid=skip "
	    "leaves such records out" },
	{ "sum(row)", "1 b", "!row (field 2) is 'b', not a number; "
	    "--invalid=skip leaves such records out" }
};

START_TEST(gives)
{
	expect_row(&rows[_i]);
}
END_TEST

static Suite *
function_numbers_suite(void)
{
	Suite *suite = suite_create("function_numbers");
	TCase *tcase = tcase_create("rows");

	tcase_add_loop_test(tcase, gives, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(function_numbers_suite)
