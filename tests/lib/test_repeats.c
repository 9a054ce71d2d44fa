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

/* -------- how often -------- */

/* The same, a byte at a time. */
static size_t
count_plainly(const char *at, const char *end, const char *record, size_t len)
{
	size_t n = 0, i;

	for (;; at += len, n++) {
		if ((size_t)(end - at) < len)
			return n;
		for (i = 0; i < len; i++) {
			if (at[i] != record[i])
				return n;
		}
	}
}

/*
 * Runs of records of every length, at every offset, cut at every place behind
 * them, and with one byte changed in the last; nothing stands behind.
 */
START_TEST(counts_as_bytes_do)
{
	enum { MOST = 4 };
	const size_t len = (size_t)_i;
	char record[40];

	memset(record, 'x', sizeof record);
	record[len - 1] = '\n';
	for (size_t size = 0; size <= MOST * len + 9; size++) {
		char *bytes = malloc(size);

		for (size_t i = 0; i < size; i++)
			bytes[i] = record[i % len];
		ck_assert_uint_eq(repeats_count(bytes, bytes + size, record,
		    len), count_plainly(bytes, bytes + size, record, len));
		for (size_t i = size > len ? size - len : 0; i < size; i++) {
			bytes[i] ^= 1;
			ck_assert_uint_eq(repeats_count(bytes, bytes + size,
			    record, len), count_plainly(bytes, bytes + size,
			    record, len));
			bytes[i] ^= 1;
		}
		free(bytes);
	}
}
END_TEST

/* -------- what is handed out -------- */

static const struct row {
	const char *name;
	const char *text;
	const char *runs; /* how often, and which, when all is at hand */
} rows[] = {
	{ "nothing", "", "" },
	{ "one", "a\n", "1a " },
	{ "not ended", "a\na\na", "2a 1a " },
	{ "runs", "a\na\nb\na\na\na\n", "2a 1b 3a " },
	{ "one begins with the other", "a\naa\na\n\n\na\n",
	    "1a 1aa 1a 2 1a " },
	{ "long", "0123456789\n0123456789\n0123456789\n01234567\n\n",
	    "30123456789 101234567 1 " },
};

/* The records are those of the text, whatever is at hand at once. */
static void
hand_out(const char *path, size_t block, struct bytes *records,
    struct bytes *runs)
{
	struct words words;
	struct record record;
	struct input in;
	struct repeats repeats = { .in = &in };
	char number[24];
	uint64_t n, i;

	input_open(&in, words_open(&words, &path, 1), '\n');
	input_block(&in, block);
	while (repeats_next(&repeats, &record, &n)) {
		bytes_add(runs, number, (size_t)sprintf(number, "%u",
		    (unsigned)n));
		bytes_add(runs, record.bytes, record.len);
		bytes_add(runs, " ", 1);
		for (i = 0; i < n; i++) {
			bytes_add(records, record.bytes, record.len);
			bytes_add(records, "\n", 1);
		}
	}
	repeats_close(&repeats);
	input_close(&in);
}

START_TEST(hands_out)
{
	static const size_t blocks[] = { 1, 2, 3, 7, 8, 65536 };
	const struct row *row = &rows[_i];
	struct bytes records = { 0 }, runs = { 0 };
	const size_t len = strlen(row->text);
	const char *path;
	char folder[64];

	folder_make(folder);
	path = folder_file(folder, "file", row->text, len);
	for (int i = 0; i < LENGTH(blocks); i++) {
		records.len = runs.len = 0;
		hand_out(path, blocks[i], &records, &runs);
		ck_assert_uint_le(len, records.len);
		ck_assert_uint_le(records.len, len + 1);
		if (len > 0)
			ck_assert_mem_eq(records.at, row->text, len);
	}
	ck_assert_uint_eq(runs.len, strlen(row->runs));
	if (runs.len > 0)
		ck_assert_mem_eq(runs.at, row->runs, runs.len);
	folder_remove(folder);
	bytes_free(&records);
	bytes_free(&runs);
}
END_TEST

static Suite *
repeats_suite(void)
{
	Suite *suite = suite_create("repeats");
	TCase *tcase = tcase_create("repeats");

	tcase_add_loop_test(tcase, counts_as_bytes_do, 1, 34);
	tcase_add_loop_test(tcase, hands_out, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(repeats_suite)
