/*
 * operators - unit tests. Numbers are exact, whether words hold them or not.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/operators.h"
#include "expressions.h"
#include "suite.h"

static const struct expression_row rows[] = {
	/* words */
	{ "x + 1", "2", "3" },
	{ "x + x", "1.5", "3.0" },
	{ "1.50 + 1", "", "2.50" },
	{ "x - 1", "0", "-1" },
	{ "x - x", "1.50", "0.00" },
	{ "1 - 0.25", "", "0.75" },
	{ "x * 3", "-4", "-12" },
	{ "1.5 * 1.50", "", "2.250" },
	{ "x // 2", "7", "3" },
	{ "x // 2", "-7", "-4" },
	{ "x // -2", "7", "-4" },
	{ "x // -2", "-7", "3" },
	{ "x // 2", "-8", "-4" },
	{ "x % 3", "7", "1" },
	{ "x % 3", "-7", "2" },
	{ "x % -3", "7", "-2" },
	{ "x % -3", "-7", "-1" },
	{ "x % 3", "-6", "0" },
	{ "7.5 // 2", "", "3" },
	{ "-7.5 // 2", "", "-4" },
	{ "-7.5 % 2", "", "0.5" },
	{ "7 % 2.5", "", "2.0" },
	{ "x / 4", "1", "0.25" },
	{ "6 / 3", "", "2" },
	{ "2 / 3", "", "0.6666666666666666666666666666666667" },
	{ "x ** 2", "1.5", "2.25" },
	{ "x ** 2", "-3", "9" },
	{ "2 ** 10", "", "1024" },
	{ "2 ** -2", "", "0.25" },
	{ "2 ** 2.0", "", "4" },
	{ "True + True", "", "2" },
	{ "True * x", "7", "7" },
	{ "-True", "", "-1" },
	{ "+True", "", "1" },
	{ "~True", "", "-2" },
	{ "-x", "5", "-5" },
	{ "-x", "-0.0", "0.0" },
	{ "+x", "+5", "5" },
	{ "~x", "5", "-6" },
	{ "12 & 10, 12 | 10, 12 ^ 10", "", "(8, 14, 6)" },
	{ "-1 & 255, -1 ^ 1", "", "(255, -2)" },
	{ "1 << 10, 1024 >> 3, -1 >> 5", "", "(1024, 128, -1)" },
	{ "1 << 64", "", "18446744073709551616" },
	/* where words end */
	{ "x + 1", "9223372036854775807", "9223372036854775808" },
	{ "x - 1", "-9223372036854775808", "-9223372036854775809" },
	{ "x + 0", "-9223372036854775808", "-9223372036854775808" },
	{ "x - x", "-9223372036854775808", "0" },
	{ "0 - x", "-9223372036854775808", "9223372036854775808" },
	{ "-x", "-9223372036854775808", "9223372036854775808" },
	{ "-x", "9223372036854775807", "-9223372036854775807" },
	{ "-x", "9223372036854775808", "-9223372036854775808" },
	{ "x * -1", "-9223372036854775808", "9223372036854775808" },
	{ "x // -1", "-9223372036854775808", "9223372036854775808" },
	{ "x % -1", "-9223372036854775808", "0" },
	{ "x // 1", "-9223372036854775808", "-9223372036854775808" },
	{ "x // x", "-9223372036854775808", "1" },
	{ "x // 10", "-9223372036854775808", "-922337203685477581" },
	{ "x % 10", "-9223372036854775808", "2" },
	{ "~x", "-9223372036854775808", "9223372036854775807" },
	{ "x * x", "3037000499", "9223372030926249001" },
	{ "x * x", "3037000500", "9223372037000250000" },
	{ "x ** 2", "3037000500", "9223372037000250000" },
	{ "x ** 2", "-9223372036854775808",
	    "85070591730234615865843651857942052864" },
	{ "x + 0.5", "9223372036854775807", "9223372036854775807.5" },
	{ "x * 0.1", "9223372036854775807", "922337203685477580.7" },
	{ "x - 1", "9223372036854775808", "9223372036854775807" },
	{ "(x - 1) + 1", "9223372036854775808", "9223372036854775808" },
	/* no number has more digits than there may be */
	{ "(x ** 2048) ** 2", "1e-999999",
	    "!(x ** 2048) ** 2: number too large" },
	{ "(x ** 2048) * x ** 2048", "1e-999999",
	    "!(x ** 2048) * x ** 2048: number too large" },
	/* text, lists */
	{ "x + 'b'", "a", "'ab'" },
	{ "'a' + x", "b", "'ab'" },
	{ "'a' + x", "", "'a'" },
	{ "x + ''", "", "''" },
	{ "'' + ''", "", "''" },
	{ "[1] + [2]", "", "[1, 2]" },
	{ "(1,) + ()", "", "(1,)" },
	{ "[] + x.split()", "", "[]" },
	{ "x.split() + []", "", "[]" },
	{ "'ab' * 3, 3 * 'ab'", "", "('ababab', 'ababab')" },
	{ "'ab' * 0, 'ab' * -1, '' * 5", "", "('', '', '')" },
	{ "[1, 2] * 2, 2 * (1,), [] * 7", "", "([1, 2, 1, 2], (1, 1), [])" },
	{ "'a' * x", "2", "'aa'" },
	{ "'a' * True, 'a' * 2.0", "", "('a', 'aa')" },
	{ "('a' + x) * 2", "b", "'abab'" },
	/* faults */
	{ "x + y", "", "?4 1 there is no name y; text stands in quotes" },
	{ "x + 1", "a", "!x is 'a', not a number; --invalid=skip leaves such "
	    "records out" },
	{ "1 + row[1]", "1 b\r", "!row[1] (field 2) is 'b\r', not a number; "
	    "the lines end with CR LF: --csv, or tr -d '\\r' first" },
	{ "x + x", "a", "!x is 'a', not a number; --invalid=skip leaves such "
	    "records out" },
	{ "1 + 'a'", "", "!'a' is 'a', not a number; --invalid=skip leaves "
	    "such records out" },
	{ "1 + None", "", "!None is None, not a number" },
	{ "[] + ()", "", "![] is a list, not a number" },
	{ "[] - []", "", "![] is a list, not a number" },
	{ "1 - {}", "", "!{} is a dict, not a number" },
	{ "search('a', x) + 1", "a", "!search('a', x) is a match, not a "
	    "number" },
	{ "1 / 0", "", "!1 / 0: division by zero" },
	{ "x // 0", "1", "!x // 0: division by zero" },
	{ "x % 0", "1", "!x % 0: division by zero" },
	{ "x % 0.0", "1", "!x % 0.0: division by zero" },
	{ "None / 2", "", "!None is None, not a number" },
	{ "None // 2", "", "!None is None, not a number" },
	{ "2 % ()", "", "!() is a tuple, not a number" },
	{ "None * 2", "", "!None is None, not a number" },
	{ "None ** 2", "", "!None is None, not a number" },
	{ "-None", "", "!None is None, not a number" },
	{ "+()", "", "!() is a tuple, not a number" },
	{ "~'a'", "", "!'a' is 'a', not a number; --invalid=skip leaves such "
	    "records out" },
	{ "~1.5", "", "!~1.5: not an integer" },
	{ "1.5 & 1", "", "!1.5 & 1: not an integer" },
	{ "1 << -1", "", "!1 << -1: negative shift count" },
	{ "2 ** 0.5", "", "!2 ** 0.5: power with a fraction as exponent" },
	{ "0 ** -1", "", "!0 ** -1: 0 to a negative power" },
	{ "'a' * 1.5", "", "!'a' * 1.5: not an integer" },
	{ "'a' * 'b'", "", "!'a' * 'b' is 'b', not a number; --invalid=skip "
	    "leaves such records out" },
	{ "'ab' * 2 ** 31", "", "!'ab' * 2 ** 31: too large" },
	{ "[1] * 2 ** 31", "", "![1] * 2 ** 31: too large" },
	{ "'a' * 10 ** 30", "", "!'a' * 10 ** 30: number too large" },
	{ "(x + 1) * 2", "a", "!x is 'a', not a number; --invalid=skip leaves "
	    "such records out" },
	{ "2 - (x + 1)", "a", "!x is 'a', not a number; --invalid=skip leaves "
	    "such records out" },
	{ "(x + 1) // 2", "a", "!x is 'a', not a number; --invalid=skip "
	    "leaves such records out" },
	{ "(x + 1) % 2", "a", "!x is 'a', not a number; --invalid=skip leaves "
	    "such records out" },
	{ "(x + 1) ** 2", "a", "!x is 'a', not a number; --invalid=skip "
	    "leaves such records out" },
	{ "-(x + 1)", "a", "!x is 'a', not a number; --invalid=skip leaves "
	    "such records out" }
};

START_TEST(gives)
{
	expect_row(&rows[_i]);
}
END_TEST

START_TEST(too_much_is_a_fault)
{
	const struct tree tree = { .kind = TREE_ADD, .len = 1 };
	const struct value one = value_of_text("a", 1);
	/* Its items are not looked at. */
	const struct value many = value_of_text("a", SCRATCH_MAX);
	struct frame frame = { .source = "+" };
	struct value result;

	ck_assert(!operators_sum(&frame, &tree, &many, &one, &result));
	ck_assert_str_eq(frame.reason, "+: too large");
	frame_close(&frame);
}
END_TEST

static Suite *
operators_suite(void)
{
	Suite *suite = suite_create("operators");
	TCase *tcase = tcase_create("rows");

	tcase_add_loop_test(tcase, gives, 0, LENGTH(rows));
	tcase_add_test(tcase, too_much_is_a_fault);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(operators_suite)
