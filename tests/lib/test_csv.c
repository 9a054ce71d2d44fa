/*
 * csv - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "csv.h"
#include "suite.h"
#include "support.h"
#include <string.h>

/* -------- rows -------- */

/* What a row is, up to where it ends, and what its fields are. */
static const struct row_case {
	const char *row; /* without its newline */
	const char *fields; /* each in brackets */
} rows[] = {
	{ "", "[]" },
	{ "a", "[a]" },
	{ "a,b", "[a][b]" },
	{ ",", "[][]" },
	{ "a,", "[a][]" },
	{ ",,", "[][][]" },
	{ "\"\"", "[]" },
	{ "\"\",\"\"", "[][]" },
	{ "\"a\"", "[a]" },
	{ "\"a,b\",c", "[a,b][c]" },
	{ "\"a\"\"b\"", "[a\"b]" },
	{ "\"\"\"\"", "[\"]" },
	{ "\"\"\"\"\"\"", "[\"\"]" },
	{ "\"\"\"a\"\"\"", "[\"a\"]" },
	{ "\"a\nb\",c", "[a\nb][c]" },
	{ "\"\n\n\"", "[\n\n]" },
	{ "\"\r\n\",\"\r\"", "[\r\n][\r]" },
	{ "a\"b", "[a\"b]" },
	{ "a\"b\"", "[a\"b\"]" },
	{ "a\"\",\"\"\"\",\"", NULL },
	{ " \"a\"", "[ \"a\"]" },
	{ "a\"b,\"c\"", "[a\"b][c]" },
	{ "a\"b,c\"d", "[a\"b][c\"d]" },
	{ "a\r", "[a]" },
	{ "a,\r", "[a][]" },
	{ "\"a\"\r", "[a]" },
	{ "a\r\r", "[a\r]" },
	{ "a\rb", "[a\rb]" },
	{ "\"a\",\"b\"\"\",\"\"", "[a][b\"][]" },
	{ "1,\"x\"\"y\",2,\"\"\"\"\"z\",3", "[1][x\"y][2][\"\"z][3]" },
	{ ",\"a\"", "[][a]" },
	{ "\"a\"b", NULL },
	{ "\"a\" ", NULL },
	{ "\"a\"\rb", NULL },
	{ "\"a\"\"b\"c,", NULL },
};

static void
bracket(const struct fields *fields, struct bytes *shown)
{
	for (size_t i = 0; i < fields->n; i++) {
		bytes_add(shown, "[", 1);
		bytes_add(shown, fields->field[i].bytes,
		    fields->field[i].len);
		bytes_add(shown, "]", 1);
	}
}

/* The row with a newline, in pieces of that size: it ends with the last. */
static size_t
end_in_pieces(const char *bytes, size_t len, size_t piece,
    enum csv_place *place)
{
	size_t at, n, found;

	*place = CSV_START;
	for (at = 0; at < len; at += n) {
		n = len - at < piece ? len - at : piece;
		found = csv_row(bytes + at, n, ',', place);
		if (found > 0)
			return at + found;
	}
	return 0;
}

START_TEST(ends_where_it_ends)
{
	const struct row_case *row = &rows[_i];
	const size_t len = strlen(row->row) + 1;
	enum csv_place place;
	char bytes[64];

	memcpy(bytes, row->row, len - 1);
	memcpy(bytes + len - 1, "\n\"x\n", 4);
	for (size_t piece = 1; piece <= len + 3; piece++) {
		const size_t end = end_in_pieces(bytes, len + 3, piece,
		    &place);

		if (row->fields)
			ck_assert_msg(end == len, "%s: %zu in %zu", row->row,
			    end, piece);
		else
			ck_assert_msg(end != len && !csv_ends(place), "%s: %zu",
			    row->row, end);
	}
}
END_TEST

START_TEST(gives_its_fields)
{
	const struct row_case *row = &rows[_i];
	const struct record record = { row->row, strlen(row->row) };
	struct fields fields = { 0 };
	struct bytes shown = { 0 };
	struct text text = { 0 };
	struct record rest;

	if (!row->fields)
		return;
	rest = csv_split(&record, ',', SIZE_MAX, &fields, &text);
	ck_assert_ptr_null(rest.bytes);
	bracket(&fields, &shown);
	expect_bytes(row->row, "fields", &shown, row->fields,
	    strlen(row->fields));
	/* The fields that were reached, and how many are left. */
	for (size_t reach = 0; reach <= fields.n + 1; reach++) {
		struct fields some = { 0 };
		const size_t n = reach < fields.n ? reach : fields.n;

		rest = csv_split(&record, ',', reach, &some, &text);
		ck_assert_uint_eq(some.n, n);
		ck_assert_msg((rest.bytes != NULL) == (n < fields.n), "%s: %zu",
		    row->row, reach);
		if (rest.bytes)
			ck_assert_uint_eq(csv_count(&rest, ',') + n,
			    fields.n);
		fields_close(&some);
	}
	bytes_free(&shown);
	fields_close(&fields);
	text_free(&text);
}
END_TEST

START_TEST(has_another_delimiter)
{
	const struct record record = { LITERAL("\"a;b\";c,d;\";\"") };
	struct fields fields = { 0 };
	struct bytes shown = { 0 };
	struct text text = { 0 };

	csv_split(&record, ';', SIZE_MAX, &fields, &text);
	bracket(&fields, &shown);
	expect_bytes("semicolons", "fields", &shown,
	    LITERAL("[a;b][c,d][;]"));
	bytes_free(&shown);
	fields_close(&fields);
	text_free(&text);
}
END_TEST

/* Nobody asks for it, and nothing behind the bytes is read. */
START_TEST(a_quote_that_stays_open_ends_with_them)
{
	char bytes[] = "b,\"a,\"\"\"\"";
	const struct record record = { bytes, sizeof bytes - 3 };
	struct fields fields = { 0 };
	struct bytes shown = { 0 };
	struct text text = { 0 };

	csv_split(&record, ',', SIZE_MAX, &fields, &text);
	bracket(&fields, &shown);
	expect_bytes("open", "fields", &shown, LITERAL("[b][a,\"]"));
	ck_assert_uint_eq(csv_count(&record, ','), 2);
	bytes_free(&shown);
	fields_close(&fields);
	text_free(&text);
}
END_TEST

START_TEST(may_end_without_a_newline)
{
	static const struct {
		const char *bytes;
		bool ends;
	} ends[] = {
		{ "", true }, { "a", true }, { "a,", true }, { "\"a\"", true },
		{ "\"a\"\r", true }, { "\"a", false }, { "\"a\"\"", false },
		{ "a,\"", false }, { "\"a\"b", false }, { "a\"b", true }
	};

	for (int i = 0; i < LENGTH(ends); i++) {
		enum csv_place place = CSV_START;

		csv_row(ends[i].bytes, strlen(ends[i].bytes), ',', &place);
		ck_assert_msg(csv_ends(place) == ends[i].ends, "%s",
		    ends[i].bytes);
	}
}
END_TEST

START_TEST(skips_lines_without_bytes)
{
	ck_assert_uint_eq(csv_skip(LITERAL("")), 0);
	ck_assert_uint_eq(csv_skip(LITERAL("a\n")), 0);
	ck_assert_uint_eq(csv_skip(LITERAL("\n")), 1);
	ck_assert_uint_eq(csv_skip(LITERAL("\n\r\n\na\n")), 4);
	ck_assert_uint_eq(csv_skip(LITERAL("\r")), 0);
	ck_assert_uint_eq(csv_skip("\r\n", 1), 0);
	ck_assert_uint_eq(csv_skip(LITERAL("\n\r")), 1);
	ck_assert_uint_eq(csv_skip(LITERAL("\r\r\n")), 0);
}
END_TEST

/* -------- plain bytes -------- */

#define SIZE 1000

/* Mostly letters, and what is special now and then. */
static void
fill(char *bytes, size_t len, unsigned seed, unsigned rare)
{
	static const char special[] = "\"\n\r\n\n";

	for (size_t i = 0; i < len; i++) {
		seed = seed * 1103515245u + 12345u;
		bytes[i] = (seed >> 16) % rare == 0 ?
		    special[(seed >> 24) % 5] : 'x';
	}
}

START_TEST(plain_agrees_with_its_twin)
{
	static const unsigned rare[] = { 3, 10, 40, 300, 3000 };
	char *bytes;

	for (unsigned seed = 0; seed < 60; seed++) {
		const size_t len = seed * 37 % SIZE;

		/* A sanitizer or valgrind sees any byte beyond. */
		bytes = malloc(len > 0 ? len : 1);
		fill(bytes, len, seed, rare[_i]);
		for (size_t at = 0; at < len; at += 1 + seed % 3)
			ck_assert_uint_eq(csv_plain(bytes + at, len - at),
			    csv_plain_bytewise(bytes + at, len - at));
		free(bytes);
	}
}
END_TEST

START_TEST(plain_ends_before_what_is_special)
{
	char bytes[200];

	for (size_t at = 0; at < sizeof bytes - 2; at++) {
		memset(bytes, 'x', sizeof bytes);
		bytes[at] = '"';
		ck_assert_uint_eq(csv_plain(bytes, sizeof bytes), at);
		bytes[at] = '\n';
		ck_assert_uint_eq(csv_plain(bytes, sizeof bytes),
		    sizeof bytes);
		bytes[at + 1] = '\r';
		ck_assert_uint_eq(csv_plain(bytes, sizeof bytes), at);
		bytes[at + 1] = '\n';
		ck_assert_uint_eq(csv_plain(bytes, sizeof bytes), at);
		/* What comes behind the bytes is not known. */
		ck_assert_uint_eq(csv_plain(bytes, at + 1), at + 1);
	}
}
END_TEST

static Suite *
csv_suite(void)
{
	Suite *suite = suite_create("csv");
	TCase *row = tcase_create("row");
	TCase *plain = tcase_create("plain");

	tcase_add_loop_test(row, ends_where_it_ends, 0, LENGTH(rows));
	tcase_add_loop_test(row, gives_its_fields, 0, LENGTH(rows));
	tcase_add_test(row, has_another_delimiter);
	tcase_add_test(row, a_quote_that_stays_open_ends_with_them);
	tcase_add_test(row, may_end_without_a_newline);
	tcase_add_test(row, skips_lines_without_bytes);
	suite_add_tcase(suite, row);
	tcase_set_timeout(plain, 60);
	tcase_add_loop_test(plain, plain_agrees_with_its_twin, 0, 5);
	tcase_add_test(plain, plain_ends_before_what_is_special);
	suite_add_tcase(suite, plain);
	return suite;
}

SUITE_MAIN(csv_suite)
