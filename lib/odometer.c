/*
 * odometer - every way to choose one record of each column
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "memory.h"
#include "odometer.h"
#include "output.h"
#include <stdlib.h>
#include <string.h>

#if SHEETS_SLACK > OUTPUT_SLACK || SHEET_MAX > OUTPUT_ROOM
#error "rows are made beyond the output's room"
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
	sheets_open(&odometer->sheets, column[n - 1]->record, column[n - 1]->n);
}

/* Put a record and a delimiter at offset. Returns: the offset behind them. */
static size_t
put(struct odometer *odometer, size_t offset, const struct record *record)
{
	const size_t end = offset + record->len + odometer->delimiter_len;

	odometer->row = xgrow(odometer->row, &odometer->capacity,
	    end + SHEETS_SLACK, 1);
	memcpy(odometer->row + offset, record->bytes, record->len);
	memcpy(odometer->row + offset + record->len, odometer->delimiter,
	    odometer->delimiter_len);
	return end;
}

/* The same with no memory of the rows before, one roomful after another. */
static void
write_rows(struct odometer *odometer, size_t len)
{
	const struct column *const last = odometer->column[odometer->n - 1];
	struct sheet_rows rows = { odometer->row, len, last->record,
		last->record + last->n };
	size_t room, need = 0;
	char *begin, *end;

	while (rows.record < rows.end) {
		begin = output_room(need, &room);
		end = sheets_fill(&rows, begin, begin + room);
		output_filled((size_t)(end - begin));
		if (rows.record == rows.end)
			return;
		need = len + rows.record->len + 1;
		if (need <= OUTPUT_ROOM)
			continue;
		output_bytes(rows.text, len);
		output_record(rows.record->bytes, rows.record->len);
		rows.record++;
		need = 0;
	}
}

/* Write the rows for the records of the last column. */
static void
write_last(struct odometer *odometer)
{
	const size_t len = odometer->offset[odometer->n - 1];
	const size_t all = sheets_len(&odometer->sheets, len);
	size_t room;

	if (all == 0) {
		sheets_forget(&odometer->sheets);
		write_rows(odometer, len);
		return;
	}
	sheets_put(&odometer->sheets, output_room(all, &room), odometer->row,
	    len);
	output_filled(all);
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
