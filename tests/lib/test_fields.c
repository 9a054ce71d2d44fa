/*
 * fields - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "fields.h"
#include "splitter.h"
#include "separator.h"
#include "suite.h"
#include "support.h"
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Fields as one text, each in brackets. */
static const char *
show(const struct fields *fields)
{
	static struct bytes text;

	text.len = 0;
	for (size_t i = 0; i < fields->n; i++) {
		bytes_add(&text, LITERAL("["));
		bytes_add(&text, fields->field[i].bytes, fields->field[i].len);
		bytes_add(&text, LITERAL("]"));
	}
	bytes_add(&text, "", 1);
	return text.at;
}

/* -------- splitting -------- */

static const struct row {
	const char *separator; /* NULL: blanks */
	const char *record, *fields;
} rows[] = {
	{ NULL, "", "" },
	{ NULL, " \t ", "" },
	{ NULL, "a", "[a]" },
	{ NULL, " a", "[a]" },
	{ NULL, "a ", "[a]" },
	{ NULL, "\ta \t b\t\tc  ", "[a][b][c]" },
	{ NULL, "a\rb c\r", "[a\rb][c\r]" },
	{ NULL, "a\vb\fc", "[a\vb\fc]" },
	{ NULL, "\xc2\xa0x y", "[\xc2\xa0x][y]" },
	{ ",", "", "[]" },
	{ ",", "a", "[a]" },
	{ ",", ",", "[][]" },
	{ ",", "a,", "[a][]" },
	{ ",", ",a", "[][a]" },
	{ ",", "a,,b", "[a][][b]" },
	{ ",", " a , b ", "[ a ][ b ]" },
	{ "\xff", "a\xff" "b\x7f", "[a][b\x7f]" },
	{ "::", "", "[]" },
	{ "::", "a:b", "[a:b]" },
	{ "::", "a::b", "[a][b]" },
	{ "::", "a:::b", "[a][:b]" },
	{ "::", "::::", "[][][]" },
	{ "aab", "xaaabaab", "[xa][][]" },
};

START_TEST(splits)
{
	const struct row *row = &rows[_i];
	const struct record record = { row->record, strlen(row->record) };
	struct splitter splitter = { 0 };

	splitter.separator = row->separator;
	splitter.separator_len = row->separator ? strlen(row->separator) : 0;
	ck_assert_int_eq(splitter_split(&splitter, &record, SIZE_MAX),
	    SPLIT_DONE);
	ck_assert_str_eq(show(&splitter.fields), row->fields);
	splitter_close(&splitter);
}
END_TEST

START_TEST(takes_nul_as_any_byte)
{
	const struct record record = { LITERAL("a\0b\0,c") };
	struct splitter splitter = { 0 };

	splitter_split(&splitter, &record, SIZE_MAX);
	ck_assert_uint_eq(splitter.fields.n, 1);
	ck_assert_uint_eq(splitter.fields.field[0].len, 6);
	splitter.separator = "\0";
	splitter.separator_len = 1;
	splitter_split(&splitter, &record, SIZE_MAX);
	ck_assert_str_eq(show(&splitter.fields), "[a][b][,c]");
	splitter.separator = "\0,";
	splitter.separator_len = 2;
	splitter_split(&splitter, &record, SIZE_MAX);
	ck_assert_uint_eq(splitter.fields.n, 2);
	ck_assert_uint_eq(splitter.fields.field[0].len, 3);
	splitter_close(&splitter);
}
END_TEST

static const struct reach {
	const char *separator;
	size_t reach;
	const char *fields;
} reaches[] = {
	{ NULL, 0, "" },
	{ NULL, 1, "[a]" },
	{ NULL, 2, "[a][b,b]" },
	{ NULL, 3, "[a][b,b][c]" },
	{ NULL, 9, "[a][b,b][c]" },
	{ ",", 0, "" },
	{ ",", 1, "[ a b]" },
	{ ",", 9, "[ a b][b c]" },
	{ "b ", 1, "[ a b,]" },
	{ "b ", 2, "[ a b,][c]" },
	{ "b ", 0, "" },
};

START_TEST(stops_at_its_reach)
{
	const struct reach *row = &reaches[_i];
	const struct record record = { LITERAL(" a b,b c") };
	struct splitter splitter = { 0 };

	splitter.separator = row->separator;
	splitter.separator_len = row->separator ? strlen(row->separator) : 0;
	splitter_split(&splitter, &record, row->reach);
	ck_assert_str_eq(show(&splitter.fields), row->fields);
	splitter_close(&splitter);
}
END_TEST

/*
 * What is not needed is not looked at, but for the rest of a word: a sanitizer
 * or valgrind would see.
 */
START_TEST(looks_no_further)
{
	static const struct {
		const char *separator, *bytes;
	} cases[] = { { NULL, "  ab " }, { ",", "ab," }, { "::", "ab::" } };

	for (int i = 0; i < LENGTH(cases); i++) {
		const size_t len = strlen(cases[i].bytes);
		char *exact = calloc(len + 7, 1);
		struct record record = { memcpy(exact, cases[i].bytes, len),
			len };
		struct splitter splitter = { .separator = cases[i].separator };

		if (splitter.separator)
			splitter.separator_len = strlen(splitter.separator);
		/* As if there were more; memmem may look at a whole piece. */
		if (splitter.separator_len < 2)
			record.len += 100000;
		splitter_split(&splitter, &record, 1);
		ck_assert_str_eq(show(&splitter.fields), "[ab]");
		splitter_close(&splitter);
		free(exact);
	}
}
END_TEST

START_TEST(no_bytes_need_no_place)
{
	static const char *const separators[] = { NULL, ",", "::" };
	const struct record none = { NULL, 0 };

	for (int i = 0; i < LENGTH(separators); i++) {
		struct splitter splitter = { .separator = separators[i] };

		if (separators[i])
			splitter.separator_len = strlen(separators[i]);
		splitter_split(&splitter, &none, SIZE_MAX);
		ck_assert_uint_eq(splitter.fields.n, i > 0);
		ck_assert_ptr_nonnull(splitter.fields.record.bytes);
		splitter_close(&splitter);
	}
}
END_TEST

static const struct groups {
	const char *pattern, *record;
	enum split_result result;
	const char *fields;
} groups[] = {
	{ "b+", "abbc", SPLIT_DONE, "[bb]" },
	{ "a(b+)(x)?(c)", "abbc", SPLIT_DONE, "[bb][][c]" },
	{ "x", "abc", SPLIT_NONE, "" },
	{ "^(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", SPLIT_LIMIT,
	  "" },
};

START_TEST(splits_into_groups)
{
	const struct groups *row = &groups[_i];
	const struct record record = { row->record, strlen(row->record) };
	struct splitter splitter = { 0 };
	const char *reason;
	size_t offset;

	splitter.regexp = regexp_open(row->pattern, &reason, &offset);
	/* How far does not matter: all are there at once. */
	for (size_t reach = 0; reach < 3; reach++) {
		ck_assert_int_eq(splitter_split(&splitter, &record, reach),
		    row->result);
		ck_assert_str_eq(show(&splitter.fields), row->fields);
	}
	splitter_close(&splitter);
	ck_assert_ptr_null(splitter.regexp);
}
END_TEST

/* -------- the twin: a byte at a time -------- */

static void
twin(struct fields *fields, const char *at, size_t len, const char *separator,
    size_t separator_len, size_t reach)
{
	size_t begin = 0, i = 0;

	fields->n = 0;
	while (fields->n < reach) {
		if (!separator) {
			while (i < len && (at[i] == ' ' || at[i] == '\t'))
				i++;
			if (i == len)
				return;
			for (begin = i; i < len && at[i] != ' ' &&
			    at[i] != '\t'; i++)
				continue;
			fields_push(fields, at + begin, i - begin);
			continue;
		}
		for (begin = i; i < len; i++) {
			size_t same = 0;

			while (same < separator_len && i + same < len &&
			    at[i + same] == separator[same])
				same++;
			if (same == separator_len)
				break;
		}
		fields_push(fields, at + begin, i - begin);
		if (i == len)
			return;
		i += separator_len;
	}
}

static uint32_t
random_next(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 10;
}

START_TEST(agrees_with_its_twin)
{
	static const char *const separators[] = {
		NULL, ",", " ", "\t", ",,", ", ", "ab", "aba", ",a,"
	};
	static const char alphabet[] = "aab,,  \tb\0\xa0\x89\xff";
	const char *given = getenv("TEST_SEED");
	uint32_t seed = given ? (uint32_t)strtoul(given, NULL, 10) :
	    20261 + (uint32_t)_i;
	const uint32_t first = seed;
	struct fields want = { 0 };

	for (int round = 0; round < 3000; round++) {
		const char *separator = separators[random_next(&seed) %
		    (uint32_t)LENGTH(separators)];
		const size_t len = random_next(&seed) %
		    (round % 10 == 0 ? 300 : 40);
		const uint32_t letters = 2 + random_next(&seed) %
		    (sizeof alphabet - 2);
		const size_t reach = round % 3 == 0 ? SIZE_MAX :
		    random_next(&seed) % 8;
		/* Exactly so many, so that a sanitizer sees any beyond. */
		char *bytes = malloc(len ? len : 1);
		const struct record record = { bytes, len };
		struct splitter splitter = { .separator = separator };
		const struct fields *got = &splitter.fields;

		for (size_t i = 0; i < len; i++)
			bytes[i] = alphabet[random_next(&seed) % letters];
		splitter.separator_len = separator ? strlen(separator) : 0;
		splitter_split(&splitter, &record, reach);
		twin(&want, bytes, len, separator, splitter.separator_len,
		    reach);
		ck_assert_msg(got->n == want.n, "seed %u, round %d: %zu "
		    "fields, not %zu", first, round, got->n, want.n);
		for (size_t i = 0; i < want.n; i++)
			ck_assert_msg(got->field[i].bytes ==
			    want.field[i].bytes &&
			    got->field[i].len == want.field[i].len,
			    "seed %u, round %d: field %zu", first, round, i);
		splitter_close(&splitter);
		free(bytes);
	}
	fields_close(&want);
}
END_TEST

/* -------- equal, kept -------- */

static const struct pair {
	const char *a, *b; /* split at commas */
	bool equal, equal_letters;
} pairs[] = {
	{ "", "", true, true },
	{ "a", "a", true, true },
	{ "a", "A", false, true },
	{ "a", "b", false, false },
	{ "a,b", "a", false, false },
	{ "a", "a,b", false, false },
	{ "a,b", "a,b", true, true },
	{ "ab,c", "a,bc", false, false },
	{ "a,B", "A,b", false, true },
	{ "a,", "a", false, false },
	{ "@", "`", false, false },
	{ "[", "{", false, false },
	{ "\xc3", "\xe3", false, false },
	{ "Z,z", "z,Z", false, true },
};

START_TEST(compares)
{
	const struct pair *row = &pairs[_i];
	const struct record a = { row->a, strlen(row->a) };
	const struct record b = { row->b, strlen(row->b) };
	struct splitter x = { .separator = ",", .separator_len = 1 };
	struct splitter y = x;

	splitter_split(&x, &a, SIZE_MAX);
	splitter_split(&y, &b, SIZE_MAX);
	ck_assert_msg(fields_equal(&x.fields, &y.fields, false) == row->equal,
	    "'%s' and '%s'", row->a, row->b);
	ck_assert_msg(fields_equal(&x.fields, &y.fields, true) ==
	    row->equal_letters, "'%s' and '%s', letters", row->a, row->b);
	splitter_close(&x);
	splitter_close(&y);
}
END_TEST

/* Every length, and a difference at every place. */
START_TEST(compares_every_byte)
{
	for (size_t len = 0; len < 40; len++) {
		char *a = malloc(len ? len : 1), *b = malloc(len ? len : 1);
		struct fields x = { 0 }, y = { 0 };

		memset(a, 'q', len);
		memset(b, 'q', len);
		fields_push(&x, a, len);
		fields_push(&y, b, len);
		ck_assert(fields_equal(&x, &y, false));
		for (size_t i = 0; i < len; i++) {
			b[i] = 'Q';
			ck_assert_msg(!fields_equal(&x, &y, false),
			    "byte %zu of %zu", i, len);
			ck_assert(fields_equal(&x, &y, true));
			b[i] = 'r';
			ck_assert(!fields_equal(&x, &y, true));
			b[i] = 'q';
		}
		fields_close(&x);
		fields_close(&y);
		free(a);
		free(b);
	}
}
END_TEST

START_TEST(keeps_a_copy)
{
	static const char *const records[] = {
		"a,b", "", "long enough to need more room,,x", ",", "c"
	};
	struct splitter splitter = { .separator = ",", .separator_len = 1 };
	struct kept_fields kept = { 0 };
	const struct fields none = { 0 };
	char bytes[64];

	for (int i = 0; i < LENGTH(records); i++) {
		const struct record record = { bytes, strlen(records[i]) };

		memcpy(bytes, records[i], record.len);
		splitter_split(&splitter, &record, SIZE_MAX);
		fields_keep(&kept, &splitter.fields);
		ck_assert(fields_equal(&kept.fields, &splitter.fields, false));
		memset(bytes, '#', sizeof bytes);
		ck_assert_int_eq(fields_equal(&kept.fields, &splitter.fields,
		    false), record.len == 0 || records[i][0] == ',');
		ck_assert_uint_eq(kept.fields.n, splitter.fields.n);
	}
	fields_keep(&kept, &none);
	ck_assert_uint_eq(kept.fields.n, 0);
	kept_fields_close(&kept);
	ck_assert_ptr_null(kept.bytes);
	splitter_close(&splitter);
}
END_TEST

static Suite *
fields_suite(void)
{
	Suite *suite = suite_create("fields");
	TCase *tcase = tcase_create("split");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, splits, 0, LENGTH(rows));
	tcase_add_test(tcase, takes_nul_as_any_byte);
	tcase_add_loop_test(tcase, stops_at_its_reach, 0, LENGTH(reaches));
	tcase_add_test(tcase, no_bytes_need_no_place);
	tcase_add_test(tcase, looks_no_further);
	tcase_add_loop_test(tcase, splits_into_groups, 0, LENGTH(groups));
	tcase_add_loop_test(tcase, agrees_with_its_twin, 0, 8);
	suite_add_tcase(suite, tcase);
	tcase = tcase_create("fields");
	tcase_add_loop_test(tcase, compares, 0, LENGTH(pairs));
	tcase_add_test(tcase, compares_every_byte);
	tcase_add_test(tcase, keeps_a_copy);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(fields_suite)
