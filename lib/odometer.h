/*
 * odometer - every way to choose one record of each column
 *
 * Layer 2: may include layers 0 and 1 and output. Writes rows as nested loops
 * would, the last column turning fastest. The text of a row before its last
 * column is kept from row to row.
 *
 *	odometer_open(&odometer, columns, 2, "\t", 1);
 *	odometer_turn(&odometer, NULL);
 *	odometer_close(&odometer);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ODOMETER_H
#define ODOMETER_H

#include "record.h"
#include "sheets.h"
#include <stddef.h>

/*
 * Records, at least one.
 * Shape: as store_index makes them: each is followed by its terminator, and
 * STORE_SLACK bytes behind the last may be read.
 */
struct column {
	struct record *record;
	size_t n;
};

/* Its members are for odometer.c. */
struct odometer {
	const struct column *const *column; /* n of them */
	size_t n;
	const char *delimiter;
	size_t delimiter_len;
	size_t *index; /* which record of each column is next */
	size_t *offset; /* where each column begins in the row */
	char *row; /* up to the last column */
	size_t capacity;
	struct sheets sheets; /* of the last column */
};

/*
 * Begin with n columns, at least one. They stay their owner's, as does the
 * delimiter.
 */
void odometer_open(struct odometer *odometer,
    const struct column *const *column, size_t n, const char *delimiter,
    size_t delimiter_len);

/*
 * Write the rows of all choices, each behind first (NULL: nothing) and a
 * delimiter. Cost: two copies a row, of what is before the last column and
 * of what is in it; where the rows of the last column make a sheet, only of
 * what is not as in the rows that stood there.
 */
void odometer_turn(struct odometer *odometer, const struct record *first);

void odometer_close(struct odometer *odometer);

#endif
