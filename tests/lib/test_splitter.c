/*
 * splitter - unit tests of rows; test_fields has those of lines
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "json_object.h"
#include "splitter.h"
#include "suite.h"
#include "support.h"
#include <string.h>

/* A row of a file with the columns a and b, and what becomes of it. */
static const struct row_case {
	const char *name;
	enum dialect dialect;
	const char *row;
	size_t reach;
	bool ragged;
	enum split_result result;
	const char *fields; /* those up to reach, in brackets */
} rows[] = {
	{ "as many", DIALECT_CSV, "1,2", SIZE_MAX, false, SPLIT_DONE,
	    "[1][2]" },
	{ "quoted", DIALECT_CSV, "\"1\",\"2,3\"", SIZE_MAX, false, SPLIT_DONE,
	    "[1][2,3]" },
	{ "as far as asked", DIALECT_CSV, "1,2", 1, false, SPLIT_DONE,
	    "[1]" },
	{ "nothing asked", DIALECT_CSV, "1,2", 0, false, SPLIT_DONE, "" },
	{ "a field is missing", DIALECT_CSV, "1", SIZE_MAX, false, SPLIT_DONE,
	    "[1][]" },
	{ "a missing one is not asked for", DIALECT_CSV, "1", 1, false,
	    SPLIT_DONE, "[1]" },
	{ "one too many", DIALECT_CSV, "1,2,3", SIZE_MAX, false, SPLIT_RAGGED,
	    NULL },
	{ "one too many, not asked for", DIALECT_CSV, "1,2,3", 1, false,
	    SPLIT_RAGGED, NULL },
	{ "an empty one too many", DIALECT_CSV, "1,2,", 1, false,
	    SPLIT_RAGGED, NULL },
	{ "one too many in quotes", DIALECT_CSV, "1,2,\"\"", 2, false,
	    SPLIT_RAGGED, NULL },
	{ "a delimiter in quotes", DIALECT_CSV, "1,\"2,3\"", 1, false,
	    SPLIT_DONE, "[1]" },
	{ "too many are allowed", DIALECT_CSV, "1,2,3", SIZE_MAX, true,
	    SPLIT_DONE, "[1][2][3]" },
	{ "a return at the end", DIALECT_CSV, "1,2\r", SIZE_MAX, false,
	    SPLIT_DONE, "[1][2]" },
	{ "tabs", DIALECT_TSV, "1\t2", SIZE_MAX, false, SPLIT_DONE,
	    "[1][2]" },
	{ "an escaped tab", DIALECT_TSV, "1\\t0\t2", 1, false, SPLIT_DONE,
	    "[1\t0]" },
	{ "a tab too many", DIALECT_TSV, "1\t2\t", 1, false, SPLIT_RAGGED,
	    NULL },
	{ "a tab too many, all asked for", DIALECT_TSV, "1\t2\t3", SIZE_MAX,
	    false, SPLIT_RAGGED, NULL },
	{ "tabs too many are allowed", DIALECT_TSV, "1\t2\t3", SIZE_MAX, true,
	    SPLIT_DONE, "[1][2][3]" },
	{ "a tab too few", DIALECT_TSV, "", SIZE_MAX, false, SPLIT_DONE,
	    "[][]" },
};

START_TEST(splits_rows)
{
	const struct row_case *row = &rows[_i];
	const struct record record = { row->row, strlen(row->row) };
	struct columns columns = { 0 };
	struct splitter splitter = { .dialect = row->dialect,
		.separator = ",", .separator_len = 1, .columns = &columns,
		.ragged = row->ragged };
	struct fields names = { 0 };
	struct bytes shown = { 0 };

	fields_push(&names, "a", 1);
	fields_push(&names, "b", 1);
	columns_set(&columns, &names, "f");
	ck_assert_msg(splitter_split(&splitter, &record, row->reach) ==
	    row->result, "%s", row->name);
	for (size_t i = 0; i < splitter.fields.n && i < row->reach; i++) {
		bytes_add(&shown, "[", 1);
		bytes_add(&shown, splitter.fields.field[i].bytes,
		    splitter.fields.field[i].len);
		bytes_add(&shown, "]", 1);
	}
	if (row->fields)
		expect_bytes(row->name, "fields", &shown, row->fields,
		    strlen(row->fields));
	ck_assert_uint_eq(splitter_column(&splitter, "b", 1), 1);
	ck_assert_uint_eq(splitter_column(&splitter, "c", 1), SIZE_MAX);
	ck_assert_uint_eq(splitter_name(&splitter, 1).len, 1);
	ck_assert_ptr_null(splitter_name(&splitter, 2).bytes);
	ck_assert(splitter_has_names(&splitter));
	bytes_free(&shown);
	fields_close(&names);
	splitter_close(&splitter);
	columns_close(&columns);
}
END_TEST

START_TEST(has_no_columns_without_a_header)
{
	const struct record record = { LITERAL("1,\"2\",3") };
	struct splitter splitter = { .dialect = DIALECT_CSV,
		.separator = ",", .separator_len = 1 };

	ck_assert_int_eq(splitter_split(&splitter, &record, SIZE_MAX),
	    SPLIT_DONE);
	ck_assert_uint_eq(splitter.fields.n, 3);
	ck_assert(!splitter_may_fail(&splitter));
	ck_assert(!splitter_has_names(&splitter));
	ck_assert_uint_eq(splitter_column(&splitter, "a", 1), SIZE_MAX);
	ck_assert_ptr_null(splitter_near(&splitter, "a").bytes);
	splitter_close(&splitter);
}
END_TEST

/* -------- objects -------- */

/* An object, and what its members a, b and, asked for later, c say. */
static const struct object_case {
	const char *row;
	enum split_result result;
	const char *two, *three;
} objects[] = {
	{ "{\"a\":1,\"b\":\"x\\n\",\"c\":[2]}", SPLIT_DONE, "[1][x\n]",
	    "[1][x\n][[2]]" },
	{ "{\"c\":\"\",\"b\":null}", SPLIT_DONE, "[][]", "[][][]" },
	{ "{}", SPLIT_DONE, "[][]", "[][][]" },
	{ "[]", SPLIT_NO_OBJECT, NULL, NULL },
	{ "", SPLIT_NO_OBJECT, NULL, NULL },
	{ "{\"a\":\"\\ud800\"}", SPLIT_NO_OBJECT, NULL, NULL },
	{ "{\"b\":\"\\ud800\"}", SPLIT_NO_OBJECT, NULL, NULL },
	{ "{\"d\":\"\\ud800\",\"b\":1}", SPLIT_DONE, "[][1]", "[][1][]" },
};

static void
expect_members(struct splitter *splitter, const struct object_case *row,
    const char *want)
{
	const struct record record = { row->row, strlen(row->row) };
	struct bytes shown = { 0 };

	ck_assert_msg(splitter_split(splitter, &record, 1) == row->result,
	    "%s", row->row);
	for (size_t i = 0; i < splitter->fields.n; i++) {
		bytes_add(&shown, "[", 1);
		bytes_add(&shown, splitter->fields.field[i].bytes,
		    splitter->fields.field[i].len);
		bytes_add(&shown, "]", 1);
	}
	if (want)
		expect_bytes(row->row, "fields", &shown, want, strlen(want));
	bytes_free(&shown);
}

START_TEST(splits_objects)
{
	const struct object_case *row = &objects[_i];
	struct columns columns = { .open = true };
	struct splitter splitter = { .dialect = DIALECT_JSONL,
		.columns = &columns, .object = calloc(1,
		sizeof *splitter.object) };

	ck_assert(splitter_may_fail(&splitter));
	ck_assert_uint_eq(splitter_column(&splitter, "a", 1), 0);
	ck_assert_uint_eq(splitter_column(&splitter, "b", 1), 1);
	ck_assert_uint_eq(splitter_column(&splitter, "a", 1), 0);
	expect_members(&splitter, row, row->two);
	ck_assert_uint_eq(splitter_column(&splitter, "c", 1), 2);
	expect_members(&splitter, row, row->three);
	expect_members(&splitter, row, row->three);
	splitter_close(&splitter);
	columns_close(&columns);
}
END_TEST

static Suite *
splitter_suite(void)
{
	Suite *suite = suite_create("splitter");
	TCase *tcase = tcase_create("rows");

	tcase_add_loop_test(tcase, splits_rows, 0, LENGTH(rows));
	tcase_add_loop_test(tcase, splits_objects, 0, LENGTH(objects));
	tcase_add_test(tcase, has_no_columns_without_a_header);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(splitter_suite)
