/*
 * sheets - a text and then a record, for each record of a column
 *
 * Layer 1: may include layer 0, record, step and store. Two ways to make the
 * same bytes: sheets_fill makes as many as there is room for; sheets_put makes
 * all, and where it finds those that it made there before, behind another text
 * of the same length, changes only the bytes that differ, mostly one or two a
 * row. Both make them where they go out from; nothing is allocated.
 *
 *	sheets_open(&sheets, record, n);
 *	len = sheets_len(&sheets, text_len);
 *	if (len > 0)
 *		sheets_put(&sheets, at, text, text_len);
 *
 * Records are as store_index makes them: one behind the other, each followed
 * by its terminator, and STORE_SLACK bytes behind the last may be read. So
 * may SHEETS_SLACK bytes behind the text.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SHEETS_H
#define SHEETS_H

#include "record.h"
#include <stdbool.h>
#include <stddef.h>

/* So many bytes behind the rows may be written; they mean nothing. */
#define SHEETS_SLACK 16

/* The rows still to be made: the same text, then one of the records. */
struct sheet_rows {
	const char *text;
	size_t len;
	const struct record *record, *end;
};

/*
 * Put as many rows as there is room for from at to end, each with its
 * terminator. Returns: where they end.
 */
char *sheets_fill(struct sheet_rows *rows, char *at, const char *end);

/* How many bytes a sheet may be, and how many are known again. */
#define SHEET_MAX (128 * 1024)
#define SHEETS 128

/* Its members are for sheets.c. */
struct sheets {
	const struct record *record;
	size_t n; /* of the records */

	/* where a sheet stands, one behind the other */
	struct sheet {
		char *at;
		size_t text_len;
	} sheet[SHEETS];
	size_t known; /* how many that are */
	size_t next; /* which is behind the one that was put last */
};

/* Begin with n records, at least one. They stay their owner's. */
void sheets_open(struct sheets *sheets, const struct record *record, size_t n);

/*
 * Return how many bytes all rows behind a text of such a length are, 0 where
 * they are too few or too many to be a sheet.
 */
size_t sheets_len(const struct sheets *sheets, size_t text_len);

/*
 * Put all rows behind the text at a place: behind those that were put last,
 * or before all of them, to begin anew. What was put must stand there
 * unchanged, or be forgotten.
 */
void sheets_put(struct sheets *sheets, char *at, const char *text,
    size_t text_len);
void sheets_forget(struct sheets *sheets);

#endif
