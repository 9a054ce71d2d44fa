/*
 * value - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "expression/scratch.h"
#include "expression/value.h"
#include "expression/value_text.h"
#include "expressions.h"
#include "numbers.h"
#include "suite.h"
#include "text.h"
#include <string.h>

/* -------- what is true, and what kinds are called -------- */

static const struct row {
	const char *text, *record;
	bool truth;
	const char *type;
	size_t height;
} rows[] = {
	{ "None", "", false, "None", 1 },
	{ "True", "", true, "a truth value", 1 },
	{ "False", "", false, "a truth value", 1 },
	{ "0", "", false, "a number", 1 },
	{ "0.00", "", false, "a number", 1 },
	{ "0.01", "", true, "a number", 1 },
	{ "10 ** 30", "", true, "a number", 1 },
	{ "''", "", false, "text", 1 },
	{ "'0'", "", true, "text", 1 },
	{ "x", "", false, "text", 1 },
	{ "x", "0", true, "text", 1 },
	{ "[]", "", false, "a list", 1 },
	{ "[0]", "", true, "a list", 2 },
	{ "()", "", false, "a tuple", 1 },
	{ "(0, [1, [2]], 3)", "", true, "a tuple", 4 },
	{ "{}", "", false, "a dict", 1 },
	{ "{'a': 0}", "", true, "a dict", 2 },
	{ "search('(a)?', x)", "", true, "a match", 2 }
};

START_TEST(has_a_truth_and_a_type)
{
	const struct row *row = &rows[_i];
	struct expression expression;
	struct value value;

	ck_assert(expression_open(&expression, row->text, NULL));
	ck_assert(expression_run(&expression, row->record,
	    strlen(row->record), &value));
	ck_assert_msg(value_truth(&value) == row->truth, "%s", row->text);
	ck_assert_str_eq(value_type(&value), row->type);
	ck_assert_uint_eq(value_height(&value), row->height);
	expression_close(&expression);
}
END_TEST

/* -------- copies -------- */

static const struct expression_row copied[] = {
	{ "None", "", "None" },
	{ "True", "", "True" },
	{ "1.50", "", "1.50" },
	{ "x + 10 ** 30", "1", "1000000000000000000000000000001" },
	{ "'a' + x", "b", "'ab'" },
	{ "x", "", "''" },
	{ "x", "ab", "'ab'" },
	{ "row", "", "[]" },
	{ "[row, (x, {'a': x, x: [10 ** 30 + i]}), 'a' + x]", "b",
	    "[['b'], ('b', {'a': 'b', 'b': [1000000000000000000000000000000]})"
	    ", 'ab']" },
	/* the pattern may be gone */
	{ "search('(a)(b)?', x)", "a", "('a', 'a', None)" },
	{ "[search(x, x)]", "a", "[('a',)]" }
};

START_TEST(a_copy_has_all_of_its_own)
{
	const struct expression_row *row = &copied[_i];
	struct expression expression;
	struct scratch scratch = { 0 };
	struct text text = { 0 };
	struct value value, copy;

	ck_assert(expression_open(&expression, row->text, NULL));
	ck_assert(expression_run(&expression, row->record,
	    strlen(row->record), &value));
	copy = value_copy(&value, &scratch);
	/* What it was made of is gone. */
	expression_close(&expression);
	value_repr(&copy, &text);
	text_add(&text, "", 1);
	expect_outcome(row->text, text.bytes, row->want);
	text_free(&text);
	scratch_close(&scratch);
}
END_TEST

/* -------- numbers, names -------- */

START_TEST(numbers_go_to_and_fro)
{
	static const char *const texts[] = { "0", "-1.50", "0.000",
	    "9223372036854775807", "-9223372036854775808",
	    "9223372036854775808", "170141183460469231731687303715884105728.5",
	    "340282366920938463463374607431768211456" };
	struct decimal number = DECIMAL_INIT;
	struct scratch scratch = { 0 };
	struct value text = value_of_text(texts[_i], strlen(texts[_i])), value;

	ck_assert(value_parse(&text, &value, &scratch));
	ck_assert(value_is_number(&value));
	ck_assert(!value_is_text(&value));
	value_get_decimal(&value, &number);
	assert_text(&number, texts[_i], "parsed");
	value = value_of_decimal(&number, &scratch);
	decimal_set(&number, 0);
	value_get_decimal(&value, &number);
	assert_text(&number, texts[_i], "kept");
	decimal_free(&number);
	scratch_close(&scratch);
}
END_TEST

START_TEST(no_number_changes_nothing)
{
	struct scratch scratch = { 0 };
	struct value text = value_of_text("1x", 2), value = value_word(7);

	ck_assert(!value_parse(&text, &value, &scratch));
	ck_assert_int_eq(value.word, 7);
	scratch_close(&scratch);
}
END_TEST

START_TEST(finds_names)
{
	const struct value item[] = { value_of_text("a", 1), value_word(1),
	    value_of_text("", 0), value_word(2), value_of_text("ab", 2),
	    value_word(3) };
	const struct value dict = value_list(VALUE_DICT, item, 3);
	const struct value empty = value_list(VALUE_DICT, item, 0);

	ck_assert_ptr_eq(value_find(&dict, "a", 1), &item[1]);
	ck_assert_ptr_eq(value_find(&dict, "", 0), &item[3]);
	ck_assert_ptr_eq(value_find(&dict, "ab", 2), &item[5]);
	ck_assert_ptr_null(value_find(&dict, "b", 1));
	ck_assert_ptr_null(value_find(&empty, "a", 1));
	ck_assert_uint_eq(value_len(&dict), 3);
}
END_TEST

static Suite *
value_suite(void)
{
	Suite *suite = suite_create("value");
	TCase *tcase = tcase_create("value");

	tcase_add_loop_test(tcase, has_a_truth_and_a_type, 0, LENGTH(rows));
	tcase_add_loop_test(tcase, a_copy_has_all_of_its_own, 0,
	    LENGTH(copied));
	tcase_add_loop_test(tcase, numbers_go_to_and_fro, 0, 8);
	tcase_add_test(tcase, no_number_changes_nothing);
	tcase_add_test(tcase, finds_names);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(value_suite)
