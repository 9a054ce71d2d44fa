/*
 * new_rows - what an expression makes of rows, as rows
 *
 * Layer 3: may include everything below it, generator, invalid and
 * row_options. A list or tuple is a row, as is a dict, by its names; a value
 * that is neither is a row of one; None is none. The header is known from the
 * expression, or else from the first value. As JSON Lines each row is an
 * object, and a dict is as it is. Without rows this is generator_write.
 *
 *	new_rows_open(&rows, &generator);
 *	while (generator_next(&generator, &in)) {
 *		if (generator_value(&generator, &in, &value))
 *			new_rows_write(&rows, &in, &value);
 *	}
 *	new_rows_close(&rows);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef NEW_ROWS_H
#define NEW_ROWS_H

#include "row_writer.h"
#include <stdbool.h>

struct generator;
struct input;
struct value;

/* Its members are for new_rows.c. */
struct new_rows {
	struct generator *generator;
	struct row_writer writer;
	bool named; /* what the columns are called is known */
};

/* Begin, and write the header where the expression tells it. */
void new_rows_open(struct new_rows *rows, struct generator *generator);

/* Write the value for the record at hand. One that is no row is --invalid's. */
void new_rows_write(struct new_rows *rows, const struct input *in,
    const struct value *value);

/* Free. */
void new_rows_close(struct new_rows *rows);

#endif
