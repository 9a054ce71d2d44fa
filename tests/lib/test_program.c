/*
 * program - unit tests: what is known before the first record
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/compiler.h"
#include "expressions.h"
#include "suite.h"
#include <stdint.h>
#include <string.h>

#define ALL SIZE_MAX

static const struct row {
	const char *text;
	size_t reach;
	bool remembers, constant;
} rows[] = {
	{ "1", 0, false, true },
	{ "1 + 2 * 3 ** 2", 0, false, true },
	{ "-1, not 2, ~3, +4", 0, false, true },
	{ "[1, (2, 'a')][0]", 0, false, true },
	{ "'abc'[::-1].upper()", 0, false, true },
	{ "1 < 2 < 3 and None is None", 0, false, true },
	{ "1 if 2 else 3", 0, false, true },
	{ "len('abc') + max(1, 2)", 0, false, true },
	{ "f'abc'", 0, false, true },
	{ "0x1F + 0o17 + 0b11", 0, false, true },
	/* faults wait for a record */
	{ "1 / 0", 0, false, false },
	{ "[1 / 0]", 0, false, false },
	{ "x", 0, false, false },
	{ "x + 1", 0, false, false },
	{ "i", 0, false, false },
	{ "{'a': 1}", 0, false, false },
	{ "search('a', 'a')", 0, false, false },
	{ "environ['HOME']", 0, false, false },
	{ "f'{1}'", 0, false, false },
	{ "row[0]", 1, false, false },
	{ "row[2] + row[1]", 3, false, false },
	{ "row[1 + 2]", 4, false, false },
	{ "row[4294967294]", 4294967295, false, false },
	{ "row[4294967295]", ALL, false, false },
	{ "row[-1]", ALL, false, false },
	{ "row[1.0]", ALL, false, false },
	{ "row[i]", ALL, false, false },
	{ "row", ALL, false, false },
	{ "row[0:1]", ALL, false, false },
	{ "len(row)", ALL, false, false },
	{ "prev", ALL, true, false },
	{ "prev[0]", 1, true, false },
	{ "prev[1] if i else row[0]", 2, true, false },
	{ "prev[-1]", ALL, true, false }
};

START_TEST(is_known)
{
	const struct row *row = &rows[_i];
	struct expression expression;

	ck_assert_msg(expression_open(&expression, row->text, NULL), "%s",
	    row->text);
	ck_assert_msg(expression.program.reach == row->reach,
	    "%s: reach %zu", row->text, expression.program.reach);
	ck_assert_msg(expression.program.remembers == row->remembers,
	    "%s: remembers", row->text);
	ck_assert_msg(compiler_is_constant(expression.program.code) ==
	    row->constant, "%s: constant", row->text);
	expression_close(&expression);
}
END_TEST

START_TEST(a_key_is_reached)
{
	struct expression expression;

	ck_assert(expression_open_scope(&expression, "x", NULL, 4, false));
	ck_assert_uint_eq(expression.program.reach, 5);
	expression_close(&expression);
}
END_TEST

/* -------- numbers as they are spelled, and what is refused -------- */

static const struct expression_row values[] = {
	{ "0x1F, 0XfF, 0o17, 0b1_01", "", "(31, 255, 15, 5)" },
	{ "0xffffffffffffffffffffffffffffffff", "",
	    "340282366920938463463374607431768211455" },
	{ "1_000, 1.50, .5, 5., 1e3, 1E-2, 00", "",
	    "(1000, 1.50, 0.5, 5, 1000, 0.01, 0)" },
	{ "99999999999999999999", "", "99999999999999999999" },
	{ "max(1, 2, 3, 4, 5, x)", "6", "'6'" },
	{ "nope(1)", "", "?0 7 there is no function nope" },
	{ "length(x)", "", "?0 9 there is no function length; did you mean "
	  "len?" },
	{ "float(x)", "", "?0 8 there is no function float; numbers are exact "
	  "as they are" },
	{ "uper(x)", "", "?0 7 there is no function uper; did you mean "
	    "upper?" },
	{ "x.abs()", "", "?0 7 abs is no method: abs(...)" },
	{ "re.sub('a', 'b', x)", "", "?0 19 there are no modules: sub(...) "
	    "without re." },
	{ "len()", "", "?0 5 len needs 1 argument" },
	{ "divmod(1)", "", "?0 9 divmod needs 2 arguments" },
	{ "x.replace('a')", "", "?0 14 replace needs 2 arguments" },
	{ "x.zfill()", "", "?0 9 zfill needs 1 argument" },
	{ "abs(1, 2)", "", "?0 9 abs takes at most 1 argument" },
	{ "x.upper(1)", "", "?0 10 upper takes at most 0 arguments" },
	{ "round(1, 2, 3)", "", "?0 14 round takes at most 2 arguments" },
	{ "prevv", "", "?0 5 there is no name prevv; did you mean prev?" },
	{ "rows[0]", "", "?0 4 there is no name rows; did you mean row?" },
	{ "enviorn['A']", "", "?0 7 there is no name enviorn; did you mean "
	  "environ?" },
	{ "abs(y)", "", "?4 1 there is no name y; text stands in quotes" },
	{ "search(y, x)", "", "?7 1 there is no name y; text stands in "
	    "quotes" },
	{ "[1, y]", "", "?4 1 there is no name y; text stands in quotes" },
	{ "{'a': y}", "", "?6 1 there is no name y; text stands in quotes" },
	{ "x[y:]", "", "?2 1 there is no name y; text stands in quotes" },
	{ "y[0]", "", "?0 1 there is no name y; text stands in quotes" },
	{ "not y", "", "?4 1 there is no name y; text stands in quotes" },
	{ "1 < y", "", "?4 1 there is no name y; text stands in quotes" }
};

START_TEST(gives)
{
	expect_row(&values[_i]);
}
END_TEST

static Suite *
program_suite(void)
{
	Suite *suite = suite_create("program");
	TCase *tcase = tcase_create("rows");

	tcase_add_loop_test(tcase, is_known, 0, LENGTH(rows));
	tcase_add_test(tcase, a_key_is_reached);
	tcase_add_loop_test(tcase, gives, 0, LENGTH(values));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(program_suite)
