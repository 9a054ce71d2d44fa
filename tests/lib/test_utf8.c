/*
 * utf8 - unit tests: against rows, and against a slow twin
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "suite.h"
#include "support.h"
#include "utf8.h"
#include <stdio.h>
#include <string.h>

/* -------- what is a character -------- */

/* Bytes, and the length of each character in turn. */
static const struct row {
	const char *name, *bytes;
	size_t len;
	const char *lengths;
} rows[] = {
	{ "nothing", LITERAL(""), "" },
	{ "ASCII", LITERAL("a\0\x7f"), "111" },
	{ "two bytes", LITERAL("\xc2\x80\xdf\xbf"), "22" },
	{ "three bytes", LITERAL("\xe0\xa0\x80\xef\xbf\xbf"), "33" },
	{ "four bytes", LITERAL("\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"), "44" },
	{ "mixed", LITERAL("a\xe2\x82\xac""b\xc3\xa4"), "1312" },
	{ "not begun", LITERAL("\x80\xbf"), "11" },
	{ "one too many", LITERAL("\xc3\xa4\xa4"), "21" },
	{ "cut off by ASCII", LITERAL("\xe2\x82x\xc3x"), "11111" },
	{ "cut off by another", LITERAL("\xe2\x82\xc3\xa4"), "112" },
	{ "cut off by the end, two", LITERAL("\xc3"), "1" },
	{ "cut off by the end, three", LITERAL("\xe2\x82"), "11" },
	{ "cut off by the end, four", LITERAL("\xf0\x9f\x98"), "111" },
	{ "overlong, two", LITERAL("\xc0\x80\xc1\xbf"), "1111" },
	{ "overlong, three", LITERAL("\xe0\x9f\xbf"), "111" },
	{ "overlong, four", LITERAL("\xf0\x8f\xbf\xbf"), "1111" },
	{ "around the surrogates", LITERAL("\xed\x9f\xbf\xee\x80\x80"), "33" },
	{ "surrogates", LITERAL("\xed\xa0\x80\xed\xbf\xbf"), "111111" },
	{ "past the last", LITERAL("\xf4\x90\x80\x80"), "1111" },
	{ "five bytes", LITERAL("\xf8\x88\x80\x80\x80"), "11111" },
	{ "never", LITERAL("\xfe\xff"), "11" }
};

START_TEST(has_characters)
{
	const struct row *row = &rows[_i];
	const size_t n = strlen(row->lengths);
	size_t at = 0, i;

	ck_assert_msg(utf8_count(row->bytes, row->len) == n, "%s: count",
	    row->name);
	for (i = 0; i < n; i++) {
		ck_assert_msg(utf8_offset(row->bytes, row->len, i) == at,
		    "%s: offset %zu", row->name, i);
		ck_assert_msg(utf8_offset_back(row->bytes, row->len, n - i) ==
		    at, "%s: back %zu", row->name, n - i);
		at += (size_t)(row->lengths[i] - '0');
	}
	ck_assert_uint_eq(at, row->len);
	ck_assert_uint_eq(utf8_offset(row->bytes, row->len, n + 1), at);
	ck_assert_uint_eq(utf8_offset_back(row->bytes, row->len, n + 1), 0);
}
END_TEST

static const struct {
	uint32_t character;
	const char *bytes;
	size_t len;
} characters[] = {
	{ 0, LITERAL("\0") }, { 0x7f, LITERAL("\x7f") },
	{ 0x80, LITERAL("\xc2\x80") }, { 0x7ff, LITERAL("\xdf\xbf") },
	{ 0x800, LITERAL("\xe0\xa0\x80") },
	{ 0xffff, LITERAL("\xef\xbf\xbf") },
	{ 0x10000, LITERAL("\xf0\x90\x80\x80") },
	{ 0x10ffff, LITERAL("\xf4\x8f\xbf\xbf") }
};

START_TEST(encodes)
{
	char bytes[UTF8_MAX];
	const size_t n = utf8_encode(characters[_i].character, bytes);

	ck_assert_msg(n == characters[_i].len &&
	    memcmp(bytes, characters[_i].bytes, n) == 0, "%lx",
	    (unsigned long)characters[_i].character);
	ck_assert_uint_eq(utf8_valid(bytes, n), n);
}
END_TEST

/* -------- a slow twin -------- */

#define LONGEST 48

/* A valid sequence as the standard's table of byte ranges has them. */
static size_t
twin_valid(const unsigned char *s, size_t len)
{
	static const struct { unsigned char low[4], high[4]; size_t n; } t[] = {
		{ { 0x00 }, { 0x7f }, 1 },
		{ { 0xc2, 0x80 }, { 0xdf, 0xbf }, 2 },
		{ { 0xe0, 0xa0, 0x80 }, { 0xe0, 0xbf, 0xbf }, 3 },
		{ { 0xe1, 0x80, 0x80 }, { 0xec, 0xbf, 0xbf }, 3 },
		{ { 0xed, 0x80, 0x80 }, { 0xed, 0x9f, 0xbf }, 3 },
		{ { 0xee, 0x80, 0x80 }, { 0xef, 0xbf, 0xbf }, 3 },
		{ { 0xf0, 0x90, 0x80, 0x80 }, { 0xf0, 0xbf, 0xbf, 0xbf }, 4 },
		{ { 0xf1, 0x80, 0x80, 0x80 }, { 0xf3, 0xbf, 0xbf, 0xbf }, 4 },
		{ { 0xf4, 0x80, 0x80, 0x80 }, { 0xf4, 0x8f, 0xbf, 0xbf }, 4 }
	};
	size_t i, k;

	for (i = 0; i < sizeof t / sizeof *t; i++) {
		for (k = 0; k < t[i].n && k < len && s[k] >= t[i].low[k] &&
		    s[k] <= t[i].high[k]; k++)
			continue;
		if (k == t[i].n)
			return k;
	}
	return 0;
}

/* Put where each character begins, and the end. Returns: how many. */
static size_t
twin_split(const char *bytes, size_t len, size_t *begin)
{
	size_t at = 0, n = 0, one;

	for (; at < len; at += one > 0 ? one : 1) {
		one = twin_valid((const unsigned char *)bytes + at, len - at);
		begin[n++] = at;
	}
	begin[n] = len;
	return n;
}

/* Fill with runs of ASCII, of sequences, and of any bytes. */
static size_t
make_bytes(char *bytes)
{
	const size_t len = (size_t)rand() % (LONGEST + 1);
	const int kind = rand() % 3;
	size_t at = 0, n;
	char one[UTF8_MAX];

	while (at < len) {
		if (kind == 0 || rand() % 4 == 0) {
			bytes[at++] = (char)(rand() % 128);
		} else if (kind == 1 || rand() % 4 == 0) {
			bytes[at++] = (char)(0x80 + rand() % 128);
		} else {
			n = utf8_encode((uint32_t)rand() % 0x110000, one);
			n = n > len - at ? len - at : n;
			memcpy(bytes + at, one, n);
			at += n;
		}
	}
	return len;
}

/* Compare what is picked with the twin's, one character after the other. */
static void
compare_pick(const char *bytes, size_t len, const size_t *begin, size_t n)
{
	const int64_t step = rand() % 9 - 4;
	size_t first = (size_t)rand() % n, picked = 0, want = 0, got;
	char to[LONGEST], twin[LONGEST];
	int64_t i = (int64_t)first;

	if (step == 0)
		return;
	for (; i >= 0 && i < (int64_t)n && rand() % 8; i += step) {
		memcpy(twin + want, bytes + begin[i],
		    begin[i + 1] - begin[i]);
		want += begin[i + 1] - begin[i];
		picked++;
	}
	got = utf8_pick(bytes, len, first, picked, step, to);
	ck_assert_msg(got == want && memcmp(to, twin, want) == 0,
	    "step %d of %zu characters", (int)step, n);
}

START_TEST(agrees_with_its_twin)
{
	size_t begin[LONGEST + 1], len, n, i;
	char *bytes;

	srand(20260801);
	for (int turn = 0; turn < 3000; turn++) {
		/* A place of its own, so that reading past it is seen. */
		char made[LONGEST];

		len = make_bytes(made);
		bytes = malloc(len + (len == 0));
		must(bytes != NULL, "malloc");
		memcpy(bytes, made, len);
		n = twin_split(bytes, len, begin);
		ck_assert_uint_eq(utf8_count(bytes, len), n);
		for (i = 0; i <= n; i++) {
			ck_assert_uint_eq(utf8_offset(bytes, len, i),
			    begin[i]);
			ck_assert_uint_eq(utf8_offset_back(bytes, len, n - i),
			    begin[i]);
		}
		if (n > 0)
			compare_pick(bytes, len, begin, n);
		free(bytes);
	}
}
END_TEST

START_TEST(steps_as_far_as_can_be)
{
	static const char text[] = "a\xc3\xa4""c";
	char to[4];

	ck_assert_uint_eq(utf8_pick(text, 4, 0, 1, INT64_MAX, to), 1);
	ck_assert_int_eq(to[0], 'a');
	ck_assert_uint_eq(utf8_pick(text, 4, 2, 1, INT64_MIN, to), 1);
	ck_assert_int_eq(to[0], 'c');
	ck_assert_uint_eq(utf8_pick(text, 4, 3, 0, 1, to), 0);
	ck_assert_uint_eq(utf8_pick(text, 4, 0, 3, 1, to), 4);
	ck_assert(memcmp(to, text, 4) == 0);
}
END_TEST

/* -------- letters and digits -------- */

START_TEST(only_ascii_has_two_forms)
{
	static const char text[] = "aZ@[`{z0\xc3\xa4\xe4";
	char to[sizeof text] = { 0 };

	utf8_upper(text, strlen(text), to);
	ck_assert_str_eq(to, "AZ@[`{Z0\xc3\xa4\xe4");
	utf8_lower(text, strlen(text), to);
	ck_assert_str_eq(to, "az@[`{z0\xc3\xa4\xe4");
}
END_TEST

START_TEST(digits_are_ascii)
{
	ck_assert(utf8_is_digits(LITERAL("0123456789")));
	ck_assert(!utf8_is_digits(LITERAL("")));
	ck_assert(!utf8_is_digits(LITERAL("1/")));
	ck_assert(!utf8_is_digits(LITERAL(":1")));
	ck_assert(!utf8_is_digits(LITERAL("1\0")));
	ck_assert(!utf8_is_digits(LITERAL("\xd9\xa1")));
}
END_TEST

static Suite *
utf8_suite(void)
{
	Suite *suite = suite_create("utf8");
	TCase *tcase = tcase_create("characters");

	tcase_add_loop_test(tcase, has_characters, 0, LENGTH(rows));
	tcase_add_loop_test(tcase, encodes, 0, LENGTH(characters));
	tcase_add_test(tcase, agrees_with_its_twin);
	tcase_add_test(tcase, steps_as_far_as_can_be);
	suite_add_tcase(suite, tcase);
	tcase = tcase_create("letters");
	tcase_add_test(tcase, only_ascii_has_two_forms);
	tcase_add_test(tcase, digits_are_ascii);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(utf8_suite)
