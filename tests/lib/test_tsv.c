/*
 * tsv - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "fields.h"
#include "suite.h"
#include "support.h"
#include "text.h"
#include "tsv.h"
#include <stdint.h>
#include <string.h>

/* Fields as one text, each in brackets. */
static const struct bytes *
show(const struct fields *fields)
{
	static struct bytes text;

	text.len = 0;
	for (size_t i = 0; i < fields->n; i++) {
		bytes_add(&text, LITERAL("["));
		bytes_add(&text, fields->field[i].bytes, fields->field[i].len);
		bytes_add(&text, LITERAL("]"));
	}
	return &text;
}

/* -------- splitting -------- */

static const struct row {
	const char *bytes;
	size_t len;
	const char *fields;
	size_t fields_len;
	size_t unescaped; /* so many bytes had to be put elsewhere */
} rows[] = {
	{ LITERAL(""), LITERAL("[]"), 0 },
	{ LITERAL("a"), LITERAL("[a]"), 0 },
	{ LITERAL("\t"), LITERAL("[][]"), 0 },
	{ LITERAL("a\tb\t"), LITERAL("[a][b][]"), 0 },
	{ LITERAL("one two\tthree four five\tsix"),
	    LITERAL("[one two][three four five][six]"), 0 },
	{ LITERAL("\"a\t,b\"\t'"), LITERAL("[\"a][,b\"][']"), 0 },
	{ LITERAL("\r"), LITERAL("[]"), 0 },
	{ LITERAL("a\tb\r"), LITERAL("[a][b]"), 0 },
	{ LITERAL("a\t\r"), LITERAL("[a][]"), 0 },
	{ LITERAL("a\r\tb\r\r"), LITERAL("[a\r][b\r]"), 0 },
	{ LITERAL("a\0b\t\0"), LITERAL("[a\0b][\0]"), 0 },
	{ LITERAL("\xff\t\xfe"), LITERAL("[\xff][\xfe]"), 0 },
	{ LITERAL("\\t"), LITERAL("[\t]"), 1 },
	{ LITERAL("a\\tb\\nc\\rd\\\\e\tf"),
	    LITERAL("[a\tb\nc\rd\\e][f]"), 9 },
	{ LITERAL("x\ty\\\\\tz"), LITERAL("[x][y\\][z]"), 2 },
	{ LITERAL("\\\\n"), LITERAL("[\\n]"), 2 },
	{ LITERAL("\\\\\\n"), LITERAL("[\\\n]"), 2 },
	{ LITERAL("a\\tb\tc\\td"), LITERAL("[a\tb][c\td]"), 6 },
	{ LITERAL("c:\\users\\x"), LITERAL("[c:\\users\\x]"), 0 },
	{ LITERAL("\\"), LITERAL("[\\]"), 0 },
	{ LITERAL("\\\ta"), LITERAL("[\\][a]"), 0 },
	{ LITERAL("a\\\r"), LITERAL("[a\\]"), 0 },
	{ LITERAL("\\\0a\\0\t"), LITERAL("[\\\0a\\0][]"), 0 },
	{ LITERAL("\\x\\t"), LITERAL("[\\x\t]"), 3 },
};

START_TEST(splits)
{
	const struct row *row = &rows[_i];
	struct text unescaped = { 0 };
	struct fields fields = { 0 };
	struct record record = { NULL, row->len };
	char *alone = malloc(row->len + 1);

	/* Where the row is alone a sanitizer sees a look past it. */
	*alone = '\r';
	memcpy(alone + 1, row->bytes, row->len);
	record.bytes = alone + 1;
	tsv_split(&record, SIZE_MAX, &fields, &unescaped);
	expect_bytes(row->fields, "fields", show(&fields), row->fields,
	    row->fields_len);
	ck_assert_uint_eq(unescaped.len, row->unescaped);
	free(alone);
	fields_close(&fields);
	text_free(&unescaped);
}
END_TEST

/* What stands behind a row makes no escape of its last byte. */
START_TEST(ends_with_the_row)
{
	const struct record record = { "\\t\\t", 3 };
	struct text unescaped = { 0 };
	struct fields fields = { 0 };

	tsv_split(&record, SIZE_MAX, &fields, &unescaped);
	expect_bytes("a backslash", "fields", show(&fields),
	    LITERAL("[\t\\]"));
	fields_close(&fields);
	text_free(&unescaped);
}
END_TEST

/* No further than it must, and into the same room again. */
START_TEST(splits_as_far_as_asked)
{
	const struct record record = { LITERAL("\\n\tb\tc\\t\td") };
	static const char *const fields_of[] = {
		"", "[\n]", "[\n][b]", "[\n][b][c\t]", "[\n][b][c\t][d]",
		"[\n][b][c\t][d]"
	};
	struct text unescaped = { 0 };
	struct fields fields = { 0 };

	for (size_t reach = 0; reach < 6; reach++) {
		tsv_split(&record, reach, &fields, &unescaped);
		expect_bytes("reach", "fields", show(&fields),
		    fields_of[reach], strlen(fields_of[reach]));
	}
	tsv_split(&record, 2, &fields, &unescaped);
	ck_assert_ptr_eq(fields.field[1].bytes, record.bytes + 3);
	fields_close(&fields);
	text_free(&unescaped);
}
END_TEST

/* -------- writing -------- */

static const struct written {
	const char *bytes;
	size_t len;
	const char *text;
} written[] = {
	{ LITERAL(""), "" },
	{ LITERAL("a \"b\", c"), "a \"b\", c" },
	{ LITERAL("\t"), "\\t" },
	{ LITERAL("a\tb\nc\rd\\e"), "a\\tb\\nc\\rd\\\\e" },
	{ LITERAL("\\t"), "\\\\t" },
	{ LITERAL("a\r"), "a\\r" },
	{ LITERAL("\xff\v\f"), "\xff\v\f" },
};

START_TEST(adds)
{
	const struct written *row = &written[_i];
	struct text text = { 0 };

	text_add(&text, "|", 1);
	tsv_add(&text, row->bytes, row->len);
	text_add(&text, "", 1);
	ck_assert_str_eq(text.bytes + 1, row->text);
	text_free(&text);
}
END_TEST

/* Any byte anywhere comes back, alone and between others. */
START_TEST(reads_what_it_writes)
{
	struct text text = { 0 }, unescaped = { 0 };
	struct fields fields = { 0 };
	char bytes[12];

	for (size_t len = 1; len <= sizeof bytes; len++) {
		for (size_t at = 0; at < len; at++) {
			struct record record;

			memset(bytes, at % 2 ? '\\' : 'n', sizeof bytes);
			bytes[at] = (char)_i;
			text.len = 0;
			tsv_add(&text, bytes, len);
			text_add(&text, "\tx\r", 3);
			ck_assert(!memchr(text.bytes, '\n', text.len));
			record = (struct record){ text.bytes, text.len };
			tsv_split(&record, SIZE_MAX, &fields, &unescaped);
			ck_assert_uint_eq(fields.n, 2);
			ck_assert_uint_eq(fields.field[0].len, len);
			ck_assert_mem_eq(fields.field[0].bytes, bytes, len);
			ck_assert_uint_eq(fields.field[1].len, 1);
		}
	}
	fields_close(&fields);
	text_free(&text);
	text_free(&unescaped);
}
END_TEST

static Suite *
tsv_suite(void)
{
	Suite *suite = suite_create("tsv");
	TCase *tc = tcase_create("tsv");

	tcase_add_loop_test(tc, splits, 0, LENGTH(rows));
	tcase_add_test(tc, ends_with_the_row);
	tcase_add_test(tc, splits_as_far_as_asked);
	tcase_add_loop_test(tc, adds, 0, LENGTH(written));
	tcase_add_loop_test(tc, reads_what_it_writes, 0, 256);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(tsv_suite)
