/*
 * odometer - every way to choose one record of each column
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "memory.h"
#include "odometer.h"
#include "output.h"
#include "store.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* How much is handed over at once; a row that is longer goes by itself. */
#define BLOCK (64 * 1024)

/*
 * Copy in steps of a size that compilers know, for short records in one.
 * Reads and writes up to STORE_SLACK bytes too many.
 */
static inline char *
copy(char *to, const char *from, size_t len)
{
	size_t i = 0;

	do
		memcpy(to + i, from + i, STORE_SLACK);
	while ((i += STORE_SLACK) < len);
	return to + len;
}

void
odometer_open(struct odometer *odometer, const struct column *const *column,
    size_t n, const char *delimiter, size_t delimiter_len)
{
	*odometer = (struct odometer){
		.column = column,
		.n = n,
		.delimiter = delimiter,
		.delimiter_len = delimiter_len,
		.index = xallocate(n, sizeof *odometer->index),
		.offset = xallocate(n, sizeof *odometer->offset),
		.rows = xallocate(BLOCK + STORE_SLACK, 1),
	};
}

void
odometer_flush(struct odometer *odometer)
{
	const struct span span = { odometer->rows, odometer->len, true, true };

	if (span.len > 0)
		output_span(&span);
	odometer->len = 0;
}

/* Put a record and a delimiter at offset. Returns: the offset behind them. */
static size_t
put(struct odometer *odometer, size_t offset, const struct record *record)
{
	const size_t end = offset + record->len + odometer->delimiter_len;

	odometer->row = xgrow(odometer->row, &odometer->capacity,
	    end + STORE_SLACK, 1);
	memcpy(odometer->row + offset, record->bytes, record->len);
	memcpy(odometer->row + offset + record->len, odometer->delimiter,
	    odometer->delimiter_len);
	return end;
}

/* Write the rows for the records of the last column. */
static void
write_last(struct odometer *odometer)
{
	const struct column *const last = odometer->column[odometer->n - 1];
	const char *const row = odometer->row;
	const size_t len = odometer->offset[odometer->n - 1];
	const struct record *record = last->record;
	const struct record *const end = record + last->n;
	char *at = odometer->rows + odometer->len;
	const char *const full = odometer->rows + BLOCK;

	for (; record < end; record++) {
		if (len + record->len >= (size_t)(full - at)) {
			odometer->len = (size_t)(at - odometer->rows);
			odometer_flush(odometer);
			at = odometer->rows;
		}
		if (len + record->len >= BLOCK) {
			output_bytes(row, len);
			output_record(record->bytes, record->len);
			continue;
		}
		at = copy(at, row, len);
		/* Its terminator too. */
		at = copy(at, record->bytes, record->len + 1);
	}
	odometer->len = (size_t)(at - odometer->rows);
}

/* Make the row anew from column i on. */
static void
renew(struct odometer *odometer, size_t i)
{
	size_t offset = odometer->offset[i];

	for (; i + 1 < odometer->n; i++) {
		offset = put(odometer, offset,
		    &odometer->column[i]->record[odometer->index[i]]);
		odometer->offset[i + 1] = offset;
	}
}

void
odometer_turn(struct odometer *odometer, const struct record *first)
{
	static const struct record nothing = { "", 0 };
	size_t i;

	memset(odometer->index, 0, odometer->n * sizeof *odometer->index);
	odometer->offset[0] = 0;
	if (first)
		odometer->offset[0] = put(odometer, 0, first);
	else
		put(odometer, 0, &nothing);
	for (i = 0;;) {
		renew(odometer, i);
		write_last(odometer);
		/* The next record of the last loop that has one left. */
		for (i = odometer->n - 1;; i--) {
			if (i == 0)
				return;
			if (++odometer->index[i - 1] <
			    odometer->column[i - 1]->n)
				break;
			odometer->index[i - 1] = 0;
		}
		i--;
	}
}

void
odometer_close(struct odometer *odometer)
{
	free(odometer->index);
	free(odometer->offset);
	free(odometer->row);
	free(odometer->rows);
}
