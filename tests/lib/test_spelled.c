/*
 * spelled - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "csv.h"
#include "fields.h"
#include "spelled.h"
#include "suite.h"
#include "support.h"
#include "text.h"
#include "tsv.h"
#include <stdint.h>
#include <string.h>

static const struct row {
	enum dialect dialect;
	const char *row;
	size_t len;
	size_t columns;
	size_t n;
	const char *spelled;
} rows[] = {
	{ DIALECT_CSV, LITERAL("a,b"), 2, 2, "a,b" },
	{ DIALECT_CSV, LITERAL("a,b\r"), 2, 2, "a,b" },
	{ DIALECT_CSV, LITERAL("a"), 3, 1, "a,," },
	{ DIALECT_CSV, LITERAL("a,b,c"), 2, 3, "a,b,c" },
	{ DIALECT_CSV, LITERAL("\"\""), 1, 1, "\"\"" },
	{ DIALECT_CSV, LITERAL("\"a,\"\"b\",x\"y\r"), 3, 2,
	  "\"a,\"\"b\",x\"y," },
	{ DIALECT_CSV, LITERAL("\"a\n,b\"\r"), 2, 1, "\"a\n,b\"," },
	{ DIALECT_CSV, LITERAL("a,b\r\r"), 2, 2, "a,\"b\r\"" },
	{ DIALECT_CSV, LITERAL("a,b\"\r\r"), 2, 2, "a,\"b\"\"\r\"" },
	{ DIALECT_CSV, LITERAL("\r\r"), 1, 1, "\"\r\"" },
	{ DIALECT_CSV, LITERAL("\"a,b\",\r\r"), 0, 2, "\"a,b\",\"\r\"" },
	{ DIALECT_TSV, LITERAL(""), 2, 1, "\t" },
	{ DIALECT_TSV, LITERAL("a\\t\tb\r"), 3, 2, "a\\t\tb\t" },
	{ DIALECT_TSV, LITERAL("a\tb\\\\\r\r"), 2, 2, "a\tb\\\\\\r" },
	{ DIALECT_TSV, LITERAL("\r\r"), 0, 1, "\\r" },
};

static void
split(const struct spelling *spelling, const struct record *row,
    struct fields *fields, struct text *text)
{
	if (spelling->dialect == DIALECT_CSV)
		csv_split(row, spelling->delimiter, SIZE_MAX, fields, text);
	else
		tsv_split(row, SIZE_MAX, fields, text);
}

/* What stands there says the same, and so it does in a longer row. */
static void
expect_same(const struct spelling *spelling, const struct record *row,
    const struct record *spelled, size_t from)
{
	struct fields before = { 0 }, after = { 0 };
	struct text text = { 0 }, other = { 0 };

	split(spelling, row, &before, &text);
	split(spelling, spelled, &after, &other);
	ck_assert_uint_ge(after.n, before.n + from);
	for (size_t i = 0; i < before.n; i++) {
		ck_assert_uint_eq(after.field[i + from].len,
		    before.field[i].len);
		ck_assert_mem_eq(after.field[i + from].bytes,
		    before.field[i].bytes, before.field[i].len);
	}
	for (size_t i = before.n + from; i < after.n; i++)
		ck_assert_uint_eq(after.field[i].len, 0);
	fields_close(&before);
	fields_close(&after);
	text_free(&text);
	text_free(&other);
}

START_TEST(adds)
{
	const struct row *row = &rows[_i];
	const struct spelling spelling = { row->dialect,
		row->dialect == DIALECT_CSV ? ',' : '\t' };
	const struct record record = { row->row, row->len };
	struct record spelled;
	struct text text = { 0 };

	ck_assert_uint_eq(spelled_count(&spelling, &record), row->n);
	ck_assert_uint_eq(spelled_add(&spelling, &text, &record,
	    row->columns), row->n);
	spelled = (struct record){ text.bytes, text.len };
	ck_assert_uint_eq(text.len, strlen(row->spelled));
	ck_assert_mem_eq(text.bytes, row->spelled, text.len);
	expect_same(&spelling, &record, &spelled, 0);

	text.len = 0;
	text_add(&text, "x", 1);
	text_add(&text, &spelling.delimiter, 1);
	spelled_add(&spelling, &text, &record, row->columns);
	spelled = (struct record){ text.bytes, text.len };
	expect_same(&spelling, &record, &spelled, 1);
	text_free(&text);
}
END_TEST

START_TEST(adds_fields)
{
	const struct spelling csv = { DIALECT_CSV, ';' };
	const struct spelling tsv = { DIALECT_TSV, '\t' };
	struct text text = { 0 };

	spelled_field(&csv, &text, LITERAL("a,b"));
	spelled_field(&csv, &text, LITERAL("a;b"));
	spelled_field(&tsv, &text, LITERAL("a\tb"));
	spelled_field(&tsv, &text, LITERAL(""));
	text_add(&text, "", 1);
	ck_assert_str_eq(text.bytes, ";a,b;\"a;b\"\ta\\tb\t");
	text_free(&text);
}
END_TEST

static Suite *
spelled_suite(void)
{
	Suite *suite = suite_create("spelled");
	TCase *tc = tcase_create("spelled");

	tcase_add_loop_test(tc, adds, 0, LENGTH(rows));
	tcase_add_test(tc, adds_fields);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(spelled_suite)
