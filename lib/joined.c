/*
 * joined - rows of CSV or TSV that stand side by side in one
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "csv.h"
#include "joined.h"
#include "memory.h"
#include "message.h"
#include "odometer.h"
#include "output.h"
#include "row_options.h"
#include "tsv.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void
joined_open(struct joined *joined)
{
	*joined = (struct joined){
		.spelling = { row_options_dialect(), *row_options_delimiter() },
		.anew = row_options_rewrites(),
	};
	if (joined->anew)
		row_options_writer(&joined->writer);
}

void
joined_name(struct joined *joined, const struct columns *columns,
    const struct record *header)
{
	const struct record names = { header->bytes, header->len - 1 };
	const struct record *name;
	const char *reason;
	size_t i;

	if (joined->headers++ > 0)
		text_add(&joined->header, &joined->spelling.delimiter, 1);
	spelled_add(&joined->spelling, &joined->header, &names,
	    columns_n(columns));
	for (i = 0; joined->anew && i < columns_n(columns); i++) {
		name = columns_name(columns, i);
		reason = row_writer_name(&joined->writer, name->bytes,
		    name->len);
		if (reason)
			die(columns->origin, "%s", reason);
	}
}

void
joined_head(struct joined *joined)
{
	if (joined->anew)
		row_writer_head(&joined->writer);
	else if (joined->headers > 0)
		output_record(joined->header.len > 0 ? joined->header.bytes :
		    "", joined->header.len);
}

/* Begin the next part of the row. */
static void
begin_part(struct joined *joined)
{
	if (joined->parts++ == 0)
		joined->row.len = 0;
	else
		text_add(&joined->row, &joined->spelling.delimiter, 1);
}

const char *
joined_part(struct joined *joined, const struct record *row, size_t columns)
{
	size_t n;

	begin_part(joined);
	n = spelled_add(&joined->spelling, &joined->row, row, columns);
	return row_options_excess(n, columns);
}

void
joined_fill(struct joined *joined, const char *value, size_t len,
    size_t columns)
{
	struct text *const row = &joined->row;
	size_t i;

	begin_part(joined);
	for (i = 0; i < columns || i == 0; i++) {
		if (i > 0)
			text_add(row, &joined->spelling.delimiter, 1);
		spelled_value(&joined->spelling, row, value, len);
	}
}

/* Write the row anew, field by field. */
static void
write_anew(struct joined *joined)
{
	const struct record row = { joined->row.len > 0 ? joined->row.bytes :
		"", joined->row.len };
	struct fields *const fields = &joined->fields;
	size_t i;

	if (joined->spelling.dialect == DIALECT_CSV)
		csv_split(&row, joined->spelling.delimiter, SIZE_MAX, fields,
		    &joined->split);
	else
		tsv_split(&row, SIZE_MAX, fields, &joined->split);
	row_writer_begin(&joined->writer);
	for (i = 0; i < fields->n; i++)
		row_writer_text(&joined->writer, fields->field[i].bytes,
		    fields->field[i].len);
	if (!row_writer_end(&joined->writer))
		die(NULL, "%s", joined->writer.reason);
}

void
joined_end(struct joined *joined)
{
	joined->parts = 0;
	if (joined->anew)
		write_anew(joined);
	else
		output_record(joined->row.len > 0 ? joined->row.bytes : "",
		    joined->row.len);
}

void
joined_turn(struct joined *joined, const struct column *const *column,
    size_t n, const struct record *first)
{
	size_t i;

	joined->index = xgrow(joined->index, &joined->capacity, n + 1,
	    sizeof *joined->index);
	memset(joined->index, 0, n * sizeof *joined->index);
	do {
		if (first)
			joined_part(joined, first, 0);
		for (i = 0; i < n; i++)
			joined_part(joined,
			    &column[i]->record[joined->index[i]], 0);
		joined_end(joined);
		/* The next record of the last column that has one left. */
		for (i = n; i > 0; i--) {
			if (++joined->index[i - 1] < column[i - 1]->n)
				break;
			joined->index[i - 1] = 0;
		}
	} while (i > 0);
}

void
joined_close(struct joined *joined)
{
	row_writer_close(&joined->writer);
	fields_close(&joined->fields);
	text_free(&joined->header);
	text_free(&joined->row);
	text_free(&joined->split);
	free(joined->index);
}
