/*
 * spelled - rows as they are spelled, and what is put behind them
 *
 * Layer 1: may include layer 0, csv, csv_text, dialect, record, scan, text,
 * tsv. Rows of CSV and TSV that become part of longer rows keep their bytes:
 * quotes stay as they are, only what ends a row goes, and fields that it
 * lacks come.
 *
 *	struct spelling spelling = { DIALECT_CSV, ',' };
 *	spelled_add(&spelling, &text, &row, 3);
 *	spelled_field(&spelling, &text, "a,b", 3);	,"a,b" in quotes
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SPELLED_H
#define SPELLED_H

#include "dialect.h"
#include "record.h"
#include <stddef.h>

struct text;

struct spelling {
	enum dialect dialect; /* CSV or TSV */
	char delimiter; /* a tab of TSV */
};

/* Return how many fields a row has. */
size_t spelled_count(const struct spelling *spelling,
    const struct record *row);

/* Return a row without the return that may end it. */
static inline struct record
spelled_body(const struct record *row)
{
	const size_t returns = row->len > 0 &&
	    row->bytes[row->len - 1] == '\r';

	return (struct record){ row->bytes, row->len - returns };
}

/* Add the delimiters that let a row of n fields have `columns` of them. */
void spelled_pad(const struct spelling *spelling, struct text *text, size_t n,
    size_t columns);

/*
 * Add a row without the return that ends it, and so many fields at least. It
 * says the same in whatever place of a longer row it stands.
 * Returns: how many fields it had.
 */
size_t spelled_add(const struct spelling *spelling, struct text *text,
    const struct record *row, size_t columns);

/* Add a field of these bytes; the same behind a delimiter. */
void spelled_value(const struct spelling *spelling, struct text *text,
    const char *bytes, size_t len);
void spelled_field(const struct spelling *spelling, struct text *text,
    const char *bytes, size_t len);

#endif
