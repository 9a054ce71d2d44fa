/*
 * sheets - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "sheets.h"
#include "store.h"
#include "suite.h"
#include <string.h>

/* Records enough for a sheet. */
#define RECORDS 3000
#define PLACES (SHEETS + 2)
#define TEXT_MAX 40

static struct store store;
static struct record *record;

/* The sheets stand one behind the other. */
static char room[PLACES * SHEET_MAX + SHEETS_SLACK];
static char want[SHEET_MAX];

/* Records of 0 to 20 bytes. */
static void
setup(void)
{
	unsigned seed = 1;

	store_open(&store, &(struct framing){ .eol = '\n' });
	for (int i = 0; i < RECORDS; i++) {
		char text[20];

		seed = seed * 1103515245u + 12345u;
		memset(text, 'a' + i % 26, sizeof text);
		store_add_record(&store, text, (seed >> 16) % 21);
	}
	record = store_index(&store);
}

static void
teardown(void)
{
	free(record);
	store_close(&store);
}

/* The rows, copied one by one. Returns: how long they are. */
static size_t
model(const char *text, size_t len)
{
	char *at = want;

	for (size_t i = 0; i < RECORDS; i++) {
		memcpy(at, text, len);
		memcpy(at + len, record[i].bytes, record[i].len + 1);
		at += len + record[i].len + 1;
	}
	return (size_t)(at - want);
}

/* Texts of a length that differ in as many bytes from each other as from is
 * from to. */
static void
vary(char *text, size_t len, size_t from, size_t to, int round)
{
	memset(text, '-', TEXT_MAX);
	for (size_t i = from; i < to && i < len; i++)
		text[i] = (char)('0' + round);
}

/* Put so many sheets one behind the other and compare each, then all. */
static void
put_and_compare(struct sheets *sheets, char *first, const char *text,
    size_t len, int n)
{
	const size_t all = sheets_len(sheets, len);

	ck_assert_uint_eq(all, model(text, len));
	for (int i = 0; i < n; i++)
		sheets_put(sheets, first + (size_t)i * all, text, len);
	for (int i = 0; i < n; i++)
		ck_assert_msg(memcmp(first + (size_t)i * all, want, all) == 0,
		    "sheet %d of %d, text of %zu bytes: %.*s", i, n, len,
		    (int)len, text);
}

START_TEST(agrees_with_copies)
{
	static const size_t lens[] = { 0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17,
		18, 31, TEXT_MAX - SHEETS_SLACK };
	char text[TEXT_MAX];
	struct sheets sheets;

	for (int l = 0; l < LENGTH(lens); l++) {
		const size_t len = lens[l];

		sheets_open(&sheets, record, RECORDS);
		for (size_t from = 0; from <= len; from++) {
			for (size_t to = from; to <= len; to++) {
				vary(text, len, from, to, (int)(to % 10));
				put_and_compare(&sheets, room, text, len, 2);
			}
		}
	}
}
END_TEST

/* Fewer, more and longer sheets than stood there, from elsewhere, too. */
START_TEST(finds_what_stands)
{
	static const struct {
		size_t at, len;
		int n;
	} rounds[] = {
		{ 0, 5, 3 }, { 0, 5, 3 }, { 0, 5, 1 }, { 0, 5, 4 },
		{ 0, 6, 1 }, { 0, 5, 2 }, { 0, 6, 2 }, { 0, 6, 2 },
		{ 7, 6, 2 }, { 0, 6, 2 }, { 7, 6, 1 }, { 0, 6, 3 },
		{ 0, 1, PLACES }, { 0, 1, PLACES }, { 0, 1, SHEETS },
		{ 0, 2, PLACES }, { 0, 1, 3 }, { 0, 2, 1 }, { 0, 1, 3 }
	};
	char text[TEXT_MAX];
	struct sheets sheets;

	sheets_open(&sheets, record, RECORDS);
	for (int i = 0; i < LENGTH(rounds); i++) {
		vary(text, rounds[i].len, (size_t)i % 2, (size_t)i % 3 + 1,
		    i % 10);
		put_and_compare(&sheets, room + rounds[i].at, text,
		    rounds[i].len, rounds[i].n);
	}
	memset(room, 'x', sizeof room);
	sheets_forget(&sheets);
	put_and_compare(&sheets, room, text, 1, 3);
}
END_TEST

START_TEST(has_bounds)
{
	struct sheets sheets;
	size_t column;

	/* Few and short, and where the text makes them long enough. */
	sheets_open(&sheets, record, 10);
	ck_assert_uint_eq(sheets_len(&sheets, 5), 0);
	ck_assert_uint_gt(sheets_len(&sheets, 2000), 20000);
	ck_assert_uint_eq(sheets_len(&sheets, SIZE_MAX), 0);
	ck_assert_uint_eq(sheets_len(&sheets, SIZE_MAX / 10), 0);
	/* Exactly as long as can be, and a byte more. */
	sheets_open(&sheets, record, 1);
	column = record->len + 1;
	ck_assert_uint_eq(sheets_len(&sheets, SHEET_MAX - column), SHEET_MAX);
	ck_assert_uint_eq(sheets_len(&sheets, SHEET_MAX - column + 1), 0);
}
END_TEST

static Suite *
sheets_suite(void)
{
	Suite *suite = suite_create("sheets");
	TCase *tcase = tcase_create("sheets");

	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_test(tcase, agrees_with_copies);
	tcase_add_test(tcase, finds_what_stands);
	tcase_add_test(tcase, has_bounds);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(sheets_suite)
