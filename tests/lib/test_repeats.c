/*
 * repeats - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "names.h"
#include "repeats.h"
#include "suite.h"
#include "support.h"
#include <stdio.h>
#include <string.h>

/* -------- what is handed out -------- */

static const struct row {
	const char *name;
	const char *text;
	size_t len;
	const char *runs; /* how often, and which */
	size_t runs_len;
} rows[] = {
	{ "nothing", LITERAL(""), LITERAL("") },
	{ "one", LITERAL("a\n"), LITERAL("1a ") },
	{ "not ended", LITERAL("a\na\na"), LITERAL("3a ") },
	{ "runs", LITERAL("a\na\nb\na\na\na\n"), LITERAL("2a 1b 3a ") },
	{ "one begins with the other", LITERAL("a\naa\na\n\n\na\n"),
	    LITERAL("1a 1aa 1a 2 1a ") },
	{ "long", LITERAL("0123456789\n0123456789\n0123456789\n01234567\n\n"),
	    LITERAL("30123456789 101234567 1 ") },
	{ "zeros", LITERAL("a\na\0\na\0\n"), LITERAL("1a 2a\0 ") },
};

/* Put a run as the rows have it. */
static void
put_run(struct bytes *runs, uint64_t n, const char *bytes, size_t len)
{
	char number[24];

	bytes_add(runs, number, (size_t)sprintf(number, "%u", (unsigned)n));
	bytes_add(runs, bytes, len);
	bytes_add(runs, " ", 1);
}

/* The runs of a text, of which so much is held at once. */
static void
hand_out(const char *text, size_t len, size_t block, struct bytes *runs)
{
	struct words words;
	struct record record;
	struct input in;
	struct repeats repeats = { .in = &in };
	const char *path;
	char folder[64];
	uint64_t n;

	folder_make(folder);
	path = folder_file(folder, "file", text, len);
	input_open(&in, words_open(&words, &path, 1), '\n');
	input_block(&in, block);
	while (repeats_next(&repeats, &record, &n))
		put_run(runs, n, record.bytes, record.len);
	ck_assert(!repeats_next(&repeats, &record, &n));
	repeats_close(&repeats);
	input_close(&in);
	folder_remove(folder);
}

static const size_t blocks[] = { 1, 2, 3, 7, 8, 100, 65536 };

START_TEST(hands_out)
{
	const struct row *row = &rows[_i];
	struct bytes runs = { 0 };

	for (int i = 0; i < LENGTH(blocks); i++) {
		runs.len = 0;
		hand_out(row->text, row->len, blocks[i], &runs);
		ck_assert_uint_eq(runs.len, row->runs_len);
		if (runs.len > 0)
			ck_assert_mem_eq(runs.at, row->runs, runs.len);
	}
	bytes_free(&runs);
}
END_TEST

/* -------- against what looks at one record after the other -------- */

static uint32_t
random_next(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 10;
}

/* The runs of a text, which ends with a terminator. */
static void
look_plainly(const char *text, size_t len, struct bytes *runs)
{
	const char *at = text, *past = NULL, *eol;
	size_t past_len = 0;
	uint64_t n = 0;

	for (; at < text + len; at = eol + 1, n++) {
		eol = memchr(at, '\n', len - (size_t)(at - text));
		if (n > 0 && (past_len != (size_t)(eol - at) ||
		    memcmp(past, at, past_len) != 0)) {
			put_run(runs, n, past, past_len);
			n = 0;
		}
		past = at;
		past_len = (size_t)(eol - at);
	}
	if (n > 0)
		put_run(runs, n, past, past_len);
}

/*
 * Records near `len` bytes that are mostly alike: what differs is a byte
 * anywhere, or the length.
 */
START_TEST(differs_in_any_byte)
{
	const size_t len = (size_t)_i;
	struct bytes text = { 0 }, runs = { 0 }, plainly = { 0 };
	uint32_t seed = 1 + (uint32_t)_i;
	char record[64];

	for (int i = 0; i < 3000; i++) {
		size_t here = len + random_next(&seed) % 4 / 3;

		memset(record, 'x', sizeof record);
		if (here > 0 && random_next(&seed) % 4 == 0)
			record[random_next(&seed) % here] = '\0';
		bytes_add(&text, record, here);
		bytes_add(&text, "\n", 1);
	}
	look_plainly(text.at, text.len, &plainly);
	for (int i = 0; i < LENGTH(blocks); i++) {
		runs.len = 0;
		hand_out(text.at, text.len, blocks[i], &runs);
		ck_assert_uint_eq(runs.len, plainly.len);
		ck_assert_mem_eq(runs.at, plainly.at, plainly.len);
	}
	bytes_free(&text);
	bytes_free(&runs);
	bytes_free(&plainly);
}
END_TEST

static Suite *
repeats_suite(void)
{
	Suite *suite = suite_create("repeats");
	TCase *tcase = tcase_create("repeats");

	tcase_add_loop_test(tcase, hands_out, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);

	tcase = tcase_create("any byte");
	tcase_set_tags(tcase, TAG_LONG);
	tcase_add_loop_test(tcase, differs_in_any_byte, 0, 36);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(repeats_suite)
