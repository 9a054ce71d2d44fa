/*
 * joined - rows of CSV or TSV that stand side by side in one
 *
 * Layer 3: may include everything below it and row_options. What
 * product and zip_longest write: the columns of all files, one behind the
 * other, under a header that has the names of all. A part keeps its bytes,
 * but for what ends it, and has a field for each column of its file.
 *
 *	joined_open(&joined);
 *	joined_name(&joined, columns, &header);		for each file
 *	joined_head(&joined);
 *	joined_part(&joined, &row, columns_n(columns));	for each file
 *	joined_end(&joined);
 *	joined_close(&joined);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef JOINED_H
#define JOINED_H

#include "columns.h"
#include "fields.h"
#include "record.h"
#include "row_writer.h"
#include "spelled.h"
#include "text.h"
#include <stdbool.h>
#include <stddef.h>

struct column;

/* Its members are for joined.c; callers read spelling. */
struct joined {
	struct spelling spelling;
	struct text header; /* of all files, as they are spelled */
	size_t headers; /* how many they are */
	struct text row; /* the row under way */
	size_t parts; /* how many it has */
	bool anew; /* rows are written by the writer */
	struct row_writer writer;
	struct fields fields; /* of a row that is */
	struct text split;
	size_t *index; /* of joined_turn: which record of each column is next */
	size_t capacity;
};

/* Begin, as the options say. */
void joined_open(struct joined *joined);

/* Name the columns of the next file, as its header, with its end, has them. */
void joined_name(struct joined *joined, const struct columns *columns,
    const struct record *header);

/* Write the header, if there is one. */
void joined_head(struct joined *joined);

/*
 * Put a row of the next file, which has so many columns (0: nobody knows), or
 * as many times a value. Returns: NULL, or why there can't be such a row.
 */
const char *joined_part(struct joined *joined, const struct record *row,
    size_t columns);
void joined_fill(struct joined *joined, const char *value, size_t len,
    size_t columns);

/* Write the row. One that can't be written ends the run. */
void joined_end(struct joined *joined);

/*
 * Write the rows of all choices of one record of each column, the last
 * turning fastest, each behind first (NULL: behind nothing).
 */
void joined_turn(struct joined *joined, const struct column *const *column,
    size_t n, const struct record *first);

void joined_close(struct joined *joined);

#endif
