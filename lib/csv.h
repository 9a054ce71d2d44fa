/*
 * csv - rows of comma-separated values, read
 *
 * Layer 1: may include layer 0, fields, record, scan, text. As RFC 4180 has
 * them, and no wider: a quote begins a quoted field only where the field
 * begins, elsewhere it is data; in quotes stand delimiters, newlines, and two
 * quotes for one; behind the closing quote the field ends. A newline ends a
 * row, and a CR before it belongs to the end. A line with nothing else is no
 * row.
 *
 *	len = csv_row(bytes, n, ',', &place);
 *	if (len > 0)
 *		rest = csv_split(&row, ',', 10, &fields, &text);
 *
 * From: RFC 4180.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef CSV_H
#define CSV_H

#include "fields.h"
#include "record.h"
#include "text.h"
#include <stdbool.h>
#include <stddef.h>

/* What comes before a byte, in its row. */
enum csv_place {
	CSV_START, /* nothing of its field */
	CSV_BARE, /* something of its field, which has no quotes */
	CSV_QUOTED, /* an open quote */
	CSV_QUOTE, /* a quote in quotes: it closes, or is the first of two */
	CSV_RETURN, /* a closing quote and a CR */
	CSV_BROKEN /* what can't stand behind a closing quote */
};

/*
 * Go on in a row whose bytes before these ended at *place.
 * Returns: the length up to and with the newline that ends it, 0 where that
 * is not there; *place is then what comes before the next byte.
 */
size_t csv_row(const char *bytes, size_t len, char delimiter,
    enum csv_place *place);

/* Say whether the row may end there, with the last byte of its file. */
bool csv_ends(enum csv_place place);

/*
 * Return how many of the first bytes are plain: before the first quote, and
 * before the newline that stands before an empty line. Rows of plain bytes
 * end where lines do.
 */
size_t csv_plain(const char *bytes, size_t len);

/* Its twin, byte by byte, for tests. */
size_t csv_plain_bytewise(const char *bytes, size_t len);

/* Return how many bytes of whole empty lines the bytes begin with. */
size_t csv_skip(const char *bytes, size_t len);

/*
 * Split a row, which csv_row has found, without its newline, at least as far
 * as reach fields. What stands in quotes is there without them: a view, but
 * where two stand for one a copy in text, which is emptied before.
 * Valid: the fields, while the row and text are.
 * Returns: the rest, from where a field begins; without bytes: there is none.
 */
struct record csv_split(const struct record *row, char delimiter, size_t reach,
    struct fields *fields, struct text *text);

/* Return how many fields there are from where one begins. */
size_t csv_count(const struct record *rest, char delimiter);

#endif
