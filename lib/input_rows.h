/*
 * input_rows - records that are rows with a header
 *
 * Layer 2: may include layers 0 and 1, input, input_parts. The first row of
 * the first file names the columns and is no record. A later file whose first
 * row names the same is read on behind it; one that names others is a fault,
 * and left out. A byte order mark is dropped. Records count from 1 behind the
 * header, lines from 1 with it. A row that can't be one ends its file, with a
 * fault that names both.
 *
 *	input_open(&in, names, '\n');
 *	input_rows(&in, DIALECT_CSV, ',', true);
 *	if (input_columns(&in, &header))
 *		...
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef INPUT_ROWS_H
#define INPUT_ROWS_H

#include "dialect.h"
#include "input.h"
#include <stdbool.h>
#include <stdint.h>

struct columns;
struct record;

/*
 * Let the records be rows, of CSV with that delimiter; named: with a header.
 * Before anything is read.
 */
void input_rows(struct input *in, enum dialect dialect, char delimiter,
    bool named);

/*
 * Open files up to the first that has a header, if none was, and hand out
 * what it says and how it is written, with its end.
 * Valid: until input_close. Returns: NULL where no file has one.
 */
struct columns *input_columns(struct input *in, struct record *header);

/*
 * For input.c: take the header of the file just opened.
 * Returns: false where no rows follow; then it is closed.
 */
bool input_begin_rows(struct input *in);

/* For input.c: free what is held. */
void input_release_rows(struct input *in);

/*
 * For input.c: pass over what stands between records, or before the first of a
 * file; and over what may stand behind its last, having come to its end.
 */
void input_skip_between(struct input *in);
void input_skip_last(struct input *in);

/*
 * For input.c: say what is wrong with the row under way where it can't go on
 * so, or with the last one where it can't end so. Returns: whether it is.
 */
bool input_refuse_row(struct input *in);

/* For input.c: let the lines count up to that place in the buffer. */
void input_count_lines(struct input *in, size_t at);

/* For input.c: keep the line of a record that is handed out in parts. */
void input_remember_line(struct input *in);

/* Return the line that the record given by input_next last begins on. */
uint64_t input_row_line(const struct input *in);

/*
 * Return the line that the record ends on which is before that byte of what
 * input_span gave last; 0 where records of this dialect are lines.
 */
uint64_t input_line_before(const struct input *in, const char *at);

/* Room for a path that could be opened, a number and a line. */
#define INPUT_PLACE_MAX (4096 + 64)

/*
 * Put into place how messages name a record: FILE:RECORD, of rows with their
 * line; number 0 is a header.
 */
void input_name_place(const struct input *in, char place[INPUT_PLACE_MAX],
    uint64_t number, uint64_t line);

#endif
