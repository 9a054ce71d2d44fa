/*
 * odometer - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "odometer.h"
#include "output.h"
#include "store.h"
#include "suite.h"
#include "support.h"
#include <string.h>

/*
 * Lengths of records, column by column, each column ended by END; what comes
 * first, and the delimiter.
 */
#define END ((size_t)-1)
#define COLUMNS 4
#define ROOM OUTPUT_ROOM

static const struct row {
	const char *name;
	size_t lens[COLUMNS][8];
	size_t first; /* END: nothing */
	size_t delimiter;
} rows[] = {
	{ "one", { { 1, END } }, END, 1 },
	{ "some", { { 1, 0, 3, END } }, END, 1 },
	{ "behind a first", { { 1, 0, 3, END } }, 2, 1 },
	{ "behind an empty first", { { 1, 0, 3, END } }, 0, 1 },
	{ "two", { { 1, 2, END }, { 3, 4, 5, END } }, END, 1 },
	{ "no delimiter", { { 1, 2, END }, { 3, 4, 5, END } }, 3, 0 },
	{ "a long delimiter", { { 1, 2, END }, { 3, 4, 5, END } }, 3, 100 },
	{ "three", { { 1, 2, END }, { 3, END }, { 4, 5, END } }, 7, 1 },
	{ "four", { { 1, 2, END }, { 1, 0, END }, { 4, 5, END },
	    { 1, 1, 1, END } }, END, 2 },
	{ "around a step", { { 14, 15, 16, END }, { 14, 15, 16, 17, END } },
	    END, 1 },
	{ "around two", { { 30, 31, 32, 33, END }, { 30, 31, 32, 33, END } },
	    END, 1 },
	{ "short before long", { { 3, END }, { 16, 40000, 17, END } }, END, 1 },
	{ "as long as the room", { { ROOM - 1, ROOM - 2, ROOM, 1, END } },
	    END, 1 },
	{ "so long together", { { 5, END },
	    { ROOM - 7, ROOM - 8, ROOM - 6, 2, END } }, END, 1 },
	{ "so long before", { { ROOM - 6, 1, ROOM, END },
	    { 3, 4, 5, ROOM, END } }, END, 1 },
	/* Sheets: that change, that are of other lengths, that do not fit. */
	{ "many bytes", { { 3, 3, 4, 4, 4, 3, 3, END },
	    { 9000, 8000, 1, 9000, END } }, END, 1 },
	{ "many of three", { { 2, 2, 3, END }, { 1, 2, 2, END },
	    { 20000, 0, 7, END } }, 2, 1 },
	{ "sheets and not", { { 1, 30000, 2, 2, END }, { 9000, 8000, 1, 9000,
	    END } }, END, 1 },
	{ "long and short", { { ROOM + 9, 1, END }, { ROOM + 9, 0, 1, END },
	    { 1, 0, END } }, ROOM + 9, 1 },
};

static const char delimiter[] =
    "--------------------------------------------------"
    "--------------------------------------------------";

/* The letters of a record differ from column to column. */
static void
letters(struct bytes *to, size_t column, size_t len)
{
	char *record = malloc(len + 1);

	for (size_t i = 0; i < len; i++)
		record[i] = (char)('a' + (column * 7 + i + len) % 26);
	bytes_add(to, record, len);
	free(record);
}

static size_t
width(const struct row *row)
{
	size_t n = 0;

	while (n < COLUMNS && row->lens[n][0] != 0)
		n++;
	return n;
}

static void
turn(void *about)
{
	const struct row *row = about;
	const size_t n = width(row);
	struct column columns[COLUMNS];
	const struct column *column[COLUMNS];
	struct store store[COLUMNS];
	struct bytes text = { 0 };
	struct record first;
	struct odometer odometer;

	output_start('\n');
	for (size_t i = 0; i < n; i++) {
		store_open(&store[i], &(struct framing){ .eol = '\n' });
		for (size_t k = 0; row->lens[i][k] != END; k++) {
			text.len = 0;
			letters(&text, i, row->lens[i][k]);
			store_add_record(&store[i], text.at ? text.at : "",
			    text.len);
		}
		columns[i].record = store_index(&store[i]);
		columns[i].n = store[i].n;
		column[i] = &columns[i];
	}
	text.len = 0;
	if (row->first != END)
		letters(&text, COLUMNS, row->first);
	first = (struct record){ text.at ? text.at : "", text.len };
	odometer_open(&odometer, column, n, delimiter, row->delimiter);
	/* A second turn begins as the first did. */
	odometer_turn(&odometer, row->first == END ? NULL : &first);
	odometer_turn(&odometer, row->first == END ? NULL : &first);
	odometer_close(&odometer);
	for (size_t i = 0; i < n; i++) {
		free(columns[i].record);
		store_close(&store[i]);
	}
	bytes_free(&text);
	output_flush();
}

/* Add the rows that begin with the bytes of start. */
static void
nest(struct bytes *want, const struct row *row, size_t column,
    const struct bytes *start)
{
	for (size_t k = 0; row->lens[column][k] != END; k++) {
		struct bytes text = { 0 };

		bytes_add(&text, start->at ? start->at : "", start->len);
		letters(&text, column, row->lens[column][k]);
		if (column + 1 < width(row)) {
			bytes_add(&text, delimiter, row->delimiter);
			nest(want, row, column + 1, &text);
		} else {
			bytes_add(want, text.at ? text.at : "", text.len);
			bytes_add(want, "\n", 1);
		}
		bytes_free(&text);
	}
}

START_TEST(nests)
{
	struct row row = rows[_i];
	struct bytes want = { 0 }, start = { 0 };
	struct outcome outcome;

	if (row.first != END) {
		letters(&start, COLUMNS, row.first);
		bytes_add(&start, delimiter, row.delimiter);
	}
	nest(&want, &row, 0, &start);
	nest(&want, &row, 0, &start);
	bytes_add(&want, "", 1);
	child_run(&outcome, turn, &row, -1, -1);
	outcome_expect(row.name, &outcome, STATUS_RETURNED, want.at, "");
	bytes_free(&want);
	bytes_free(&start);
}
END_TEST

static Suite *
odometer_suite(void)
{
	Suite *suite = suite_create("odometer");
	TCase *tcase = tcase_create("odometer");

	tcase_add_loop_test(tcase, nests, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(odometer_suite)
