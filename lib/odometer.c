/*
 * odometer - every way to choose one record of each column
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "memory.h"
#include "odometer.h"
#include "output.h"
#include "step.h"
#include "store.h"
#include <stdlib.h>
#include <string.h>

/* What may be read beyond a store and written beyond the output's room. */
#if STEP > STORE_SLACK || STEP > OUTPUT_SLACK
#error "too long a step"
#endif

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
	};
}

/* Put a record and a delimiter at offset. Returns: the offset behind them. */
static size_t
put(struct odometer *odometer, size_t offset, const struct record *record)
{
	const size_t end = offset + record->len + odometer->delimiter_len;

	odometer->row = xgrow(odometer->row, &odometer->capacity,
	    end + STEP, 1);
	memcpy(odometer->row + offset, record->bytes, record->len);
	memcpy(odometer->row + offset + record->len, odometer->delimiter,
	    odometer->delimiter_len);
	return end;
}

/* The rows still to be made: the same text, then one of the records. */
struct rest {
	const char *row;
	size_t len;
	const struct record *record, *end;
};

/* Put as many of them as there is room for. Returns: where they end. */
static char *
fill(struct rest *rest, char *at, const char *end)
{
	const char *const row = rest->row;
	const size_t len = rest->len;
	const struct record *record = rest->record;

	for (; record < rest->end; record++) {
		if (len + record->len >= (size_t)(end - at))
			break;
		/* Its terminator too. */
		at = step_copy(at, row, len);
		at = step_copy(at, record->bytes, record->len + 1);
	}
	rest->record = record;
	return at;
}

/* The same where the text is short: two stores a row are all. */
static char *
fill_short(struct rest *rest, char *at, const char *end)
{
	const size_t len = rest->len;
	const struct record *record = rest->record;
	char row[STEP];

	memcpy(row, rest->row, STEP);
	for (; record < rest->end; record++) {
		/* Its terminator too. */
		const size_t n = record->len + 1;

		if (len + n > (size_t)(end - at))
			break;
		memcpy(at, row, STEP);
		memcpy(at + len, record->bytes, STEP);
		if (n > STEP)
			memcpy(at + len + STEP, record->bytes + STEP, n - STEP);
		at += len + n;
	}
	rest->record = record;
	return at;
}

/* Write the rows for the records of the last column. */
static void
write_last(struct odometer *odometer)
{
	const struct column *const last = odometer->column[odometer->n - 1];
	const size_t len = odometer->offset[odometer->n - 1];
	struct rest rest = { odometer->row, len, last->record,
		last->record + last->n };
	size_t room, need = 0;
	char *begin, *end;

	while (rest.record < rest.end) {
		begin = output_room(need, &room);
		end = len <= STEP ? fill_short(&rest, begin, begin + room) :
		    fill(&rest, begin, begin + room);
		output_filled((size_t)(end - begin));
		if (rest.record == rest.end)
			return;
		need = len + rest.record->len + 1;
		if (need <= OUTPUT_ROOM)
			continue;
		output_bytes(rest.row, len);
		output_record(rest.record->bytes, rest.record->len);
		rest.record++;
		need = 0;
	}
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
}
