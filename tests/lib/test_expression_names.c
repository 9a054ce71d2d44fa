/*
 * expression/names - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expressions.h"
#include "suite.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define FORTY "row['0123456789012345678901234567890123456789']"

static const struct expression_row rows[] = {
	{ "x, i, prev, row", "a b", "('a b', 0, None, ['a', 'b'])" },
	{ "x, row, len(row)", "", "('', [], 0)" },
	{ "row[0], row[1], row[2]", " a  b ", "('a', 'b', '')" },
	{ "row[-1], row[-2], row[-3], row[-9]", "a b", "('b', 'a', '', '')" },
	{ "row[i], row[i + 1], row[i - 1]", "a b", "('a', 'b', 'b')" },
	{ "row[1.0], row[True], row[row[0]]", "1 b", "('b', 'b', 'b')" },
	{ "row[2 ** 32], row[2 ** 62], row[-2 ** 62]", "a", "('', '', '')" },
	{ "row[4294967295], row[9223372036854775807]", "a", "('', '')" },
	{ "row[1:], row[::-1]", "a b", "(['b'], ['b', 'a'])" },
	{ "row[1] + 1", "a 2", "3" },
	{ "row[1] + 1", "a", "!row[1] (field 2) is '', not a number; "
	    "--invalid=skip leaves such records out" },
	{ "row[-1] + 1", "a b", "!row[-1] (field 2) is 'b', not a number; "
	    "--invalid=skip leaves such records out" },
	/* a part of a field is not that field */
	{ "row[0][:1] + 1", "ab", "!row[0][:1] is 'a', not a number; "
	    "--invalid=skip leaves such records out" },
	{ "row[x]", "a", "!x is 'a', not a number; --invalid=skip leaves such "
	    "records out" },
	{ "row[0.5]", "a", "!0.5: not an integer" },
	{ "row[1 / 0]", "a", "!1 / 0: division by zero" },
	{ "row[2 ** 63], row[-2 ** 63]", "a", "('', '')" },
	{ "prev[0]", "a", "!prev[0]: there is no row before the first; ask "
	    "'prev and ...'" },
	{ "prev[i]", "a", "!prev[i]: there is no row before the first; ask "
	    "'prev and ...'" },
	{ "environ['EXPRESSION_TEST']", "", "'12'" },
	{ "environ['EXPRESSION_' + x] + 1", "TEST", "13" },
	{ "environ[x]", "EXPRESSION_NONE", "!environ[x]: there is no such "
	    "variable in the environment" },
	{ "environ[x]", "", "!environ[x]: there is no such variable in the "
	    "environment" },
	{ "environ[1]", "", "!environ[1]: the name of a variable is text "
	    "without NUL" },
	{ "environ['a\\0']", "", "!environ['a\\0']: the name of a variable is "
	    "text without NUL" },
	{ "environ[1 / 0]", "", "!1 / 0: division by zero" },
	/* what is quoted of a long expression */
	{ "None + len('0123456789012345678901234567890123456789')", "",
	    "!None is None, not a number" },
	{ "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14][99]", "",
	    "![1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, ...: there is no such "
	    "item" },
	/* refused */
	{ "y", "", "?0 1 there is no name y; text stands in quotes" },
	{ "acc", "", "?0 3 acc is there in accumulate and reduce" },
	{ "environ", "", "?0 7 a variable of the environment is "
	    "environ['NAME']" },
	{ "environ[y]", "", "?8 1 there is no name y; text stands in quotes" },
	{ "row[y]", "", "?4 1 there is no name y; text stands in quotes" },
	{ "row['a']", "", "?4 3 there is no column of that name; fields count "
	    "from 0: row[0]" },
	{ FORTY, "", "?4 42 there is no column of that name; fields count "
	    "from 0: row[0]" },
	{ "{**row}", "", "?1 5 the fields have no names here" },
	{ "len", "", "?0 3 len is a function: len(...)" },
	{ "true", "", "?0 4 there is no name true; did you mean True?" },
	{ "null or 1", "", "?0 4 there is no name null; did you mean None?" },
	{ "NR", "", "?0 2 there is no name NR; did you mean i + 1?" }
};

START_TEST(gives)
{
	ck_assert_int_eq(setenv("EXPRESSION_TEST", "12", 1), 0);
	ck_assert_int_eq(unsetenv("EXPRESSION_NONE"), 0);
	expect_row(&rows[_i]);
}
END_TEST

/* -------- the row before -------- */

static const struct walk {
	const char *text;
	size_t key;
	const char *regexp;
	const char *outcome[3]; /* for "a b", "", "cc 5 d" */
} walks[] = {
	{ "i", SIZE_MAX, NULL, { "0", "1", "2" } },
	{ "prev", SIZE_MAX, NULL, { "None", "['a', 'b']", "[]" } },
	{ "prev and prev[1]", SIZE_MAX, NULL, { "None", "'b'", "[]" } },
	{ "prev is None or prev[1]", SIZE_MAX, NULL, { "True", "'b'", "''" } },
	{ "prev is None or prev[-1]", SIZE_MAX, NULL,
	    { "True", "'b'", "''" } },
	{ "i and (prev[i - 1], prev[7])", SIZE_MAX, NULL,
	    { "0", "('a', '')", "('', '')" } },
	{ "x", 1, NULL, { "'b'", "''", "'5'" } },
	{ "x, len(row)", 0, NULL, { "('a', 2)", "('', 0)", "('cc', 3)" } },
	{ "one, row, {**row}", SIZE_MAX, "^(?<one>.?)(.?)",
	    { "('a', ['a', ' '], {'one': 'a'})", "('', ['', ''], "
	    "{'one': ''})", "('c', ['c', 'c'], {'one': 'c'})" } },
	{ "row['one'] + row[1]", SIZE_MAX, "^(?<one>\\d?)(\\d?)",
	    { "!row['one'] (field 1) is '', not a number; --invalid=skip "
	    "leaves such records out", "!row['one'] (field 1) is '', not a "
	    "number; --invalid=skip leaves such records out",
	    "!row['one'] (field 1) is '', not a number; --invalid=skip leaves "
	    "such records out" } },
	{ "prev and prev['one']", SIZE_MAX, "^(?<one>.?)(.?)",
	    { "None", "'a'", "''" } }
};

START_TEST(knows_the_row_before)
{
	static const char *const records[] = { "a b", "", "cc 5 d" };
	const struct walk *walk = &walks[_i];
	struct expression expression;

	ck_assert_msg(expression_open_scope(&expression, walk->text,
	    walk->regexp, walk->key, false), "%s", expression.mistake.reason);
	for (int i = 0; i < LENGTH(records); i++)
		expect_outcome(walk->text, expression_outcome(&expression,
		    records[i]), walk->outcome[i]);
	expression_close(&expression);
}
END_TEST

START_TEST(knows_what_was_accumulated)
{
	struct expression expression;

	ck_assert(expression_open_scope(&expression, "acc + x", NULL,
	    SIZE_MAX, true));
	expression.frame.acc = value_word(40);
	expect_outcome("acc + x", expression_outcome(&expression, "2"), "42");
	expression_close(&expression);
}
END_TEST

static const struct expression_row refused[] = {
	{ "hots", "(?<host>a)(b)", "there is no name hots; did you mean "
	    "host?" },
	{ "port", "(?<host>a)(b)", "there is no name port, and no group of -e "
	    "is called so" },
	{ "row['port']", "(?<host>a)(b)", "there is no column of that name; "
	    "fields count from 0: row[0]" },
	{ "{**y}", "(?<host>a)(b)", "there is no name y, and no group of -e "
	    "is called so" }
};

START_TEST(refuses_columns)
{
	const struct expression_row *row = &refused[_i];
	struct expression expression;

	ck_assert(!expression_open(&expression, row->text, row->record));
	expect_outcome(row->text, expression.mistake.reason, row->want);
	expression_close(&expression);
}
END_TEST

static Suite *
expression_names_suite(void)
{
	Suite *suite = suite_create("expression_names");
	TCase *tcase = tcase_create("rows");

	tcase_add_loop_test(tcase, gives, 0, LENGTH(rows));
	tcase_add_loop_test(tcase, knows_the_row_before, 0, LENGTH(walks));
	tcase_add_test(tcase, knows_what_was_accumulated);
	tcase_add_loop_test(tcase, refuses_columns, 0, LENGTH(refused));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(expression_names_suite)
