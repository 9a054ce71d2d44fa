/*
 * row_writer - new rows with a header, to standard output
 *
 * Layer 2: may include layers 0 and 1, output. The columns are named once; then
 * each row has a value for each, in their order. As CSV and TSV the names are
 * the first row; as JSON Lines each row is an object that has them, its text
 * in quotes, its numbers bare. A row goes out whole, or not at all.
 *
 *	row_writer_open(&writer, DIALECT_CSV, ',', true);
 *	reason = row_writer_name(&writer, "total", 5);
 *	...
 *	row_writer_begin(&writer);
 *	row_writer_number(&writer, &total);
 *	if (!row_writer_end(&writer))
 *		... writer.reason ...
 *	row_writer_close(&writer);
 *
 * Where nothing is named (there is no header) rows have as many values as they
 * are given, and JSON Lines can't be written.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ROW_WRITER_H
#define ROW_WRITER_H

#include "columns.h"
#include "dialect.h"
#include "text.h"
#include <stdbool.h>
#include <stddef.h>

/* Owns: all but the reason. Callers read columns, at and reason. */
struct row_writer {
	enum dialect dialect;
	char delimiter; /* of CSV */
	bool heads; /* the names go out before the rows */
	bool headed; /* they did */
	struct columns columns;
	size_t at; /* how many values the row under way has */
	const char *reason; /* why it can't be written; NULL: it can */
	struct text row; /* the row under way */
	struct text labels; /* JSON's names with what is around them, */
	size_t *label; /* where each of them ends, */
	size_t labels_capacity;
};

/*
 * Begin to write rows of the dialect, which is not DIALECT_NONE; headed: with
 * their names first, where it has a header.
 */
void row_writer_open(struct row_writer *writer, enum dialect dialect,
    char delimiter, bool headed);

/*
 * Name one more column; before the first row. Returns: NULL, or why JSON
 * Lines can't have it (valid until the next call of because).
 */
const char *row_writer_name(struct row_writer *writer, const char *name,
    size_t len);

/* Write the header, where there is one and it was not yet written. */
void row_writer_head(struct row_writer *writer);

/* Let the rows that follow have a header of their own, or have had one. */
static inline void
row_writer_restart(struct row_writer *writer, bool headed)
{
	writer->headed = headed;
}

/* Begin a row, after the header. */
void row_writer_begin(struct row_writer *writer);

/*
 * Put the next value: text, or nothing, which in JSON is null. For numbers see
 * row_writer_number.h.
 */
void row_writer_text(struct row_writer *writer, const char *bytes,
    size_t len);
void row_writer_missing(struct row_writer *writer);

/* Put one that JSON has as it is spelled: true, a number, any JSON text. */
void row_writer_literal(struct row_writer *writer, const char *bytes,
    size_t len);

/* Let the row not be written: something of it is no UTF-8. */
void row_writer_refuse(struct row_writer *writer);

/* Return how many values the row under way has more than there are names. */
static inline size_t
row_writer_excess(const struct row_writer *writer)
{
	const size_t n = columns_n(&writer->columns);

	return n > 0 && writer->at > n ? writer->at - n : 0;
}

/*
 * End the row: the values that it lacks are missing, those it has too many are
 * written as well.
 * Returns: false, with the reason and nothing written, where JSON Lines can't
 * have it.
 */
bool row_writer_end(struct row_writer *writer);

void row_writer_close(struct row_writer *writer);

#endif
