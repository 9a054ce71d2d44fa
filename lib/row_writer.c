/*
 * row_writer - new rows with a header, to standard output
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "csv_text.h"
#include "json_text.h"
#include "memory.h"
#include "message.h"
#include "output.h"
#include "row_writer.h"
#include "tsv.h"
#include <stdint.h>
#include <stdlib.h>

void
row_writer_open(struct row_writer *writer, enum dialect dialect,
    char delimiter, bool headed)
{
	*writer = (struct row_writer){ .dialect = dialect,
	    .delimiter = delimiter,
	    .heads = headed && dialect != DIALECT_JSONL };
}

/* Add what stands before a value, its name in it. */
static const char *
add_label(struct row_writer *writer, const char *name, size_t len)
{
	const size_t n = columns_n(&writer->columns);

	if (columns_find(&writer->columns, name, len) != SIZE_MAX)
		return because("two columns are called '%.*s', and a JSON "
		    "object has a name once", len < 64 ? (int)len : 64, name);
	text_add(&writer->labels, n > 0 ? "," : "{", 1);
	if (!json_add_string(&writer->labels, name, len))
		return "JSON is UTF-8, and the name of a column is not";
	text_add(&writer->labels, ":", 1);
	writer->label = xgrow(writer->label, &writer->labels_capacity, n + 1,
	    sizeof *writer->label);
	writer->label[n] = writer->labels.len;
	return NULL;
}

const char *
row_writer_name(struct row_writer *writer, const char *name, size_t len)
{
	const char *reason = NULL;

	if (writer->dialect == DIALECT_JSONL)
		reason = add_label(writer, name, len);
	if (!reason)
		columns_add(&writer->columns, name, len);
	return reason;
}

static void
start(struct row_writer *writer)
{
	writer->row.len = 0;
	writer->at = 0;
	writer->reason = NULL;
}

void
row_writer_head(struct row_writer *writer)
{
	const struct record *name;
	size_t i;

	if (writer->headed || !writer->heads ||
	    columns_n(&writer->columns) == 0)
		return;
	writer->headed = true;
	start(writer);
	for (i = 0; i < columns_n(&writer->columns); i++) {
		name = columns_name(&writer->columns, i);
		row_writer_text(writer, name->bytes, name->len);
	}
	row_writer_end(writer);
}

void
row_writer_begin(struct row_writer *writer)
{
	row_writer_head(writer);
	start(writer);
}

/* Put what stands between two values. Returns: whether one may follow. */
static bool
begin_value(struct row_writer *writer)
{
	const size_t i = writer->at++;
	size_t from;

	if (writer->dialect != DIALECT_JSONL) {
		if (i > 0)
			text_add(&writer->row, writer->dialect == DIALECT_TSV ?
			    "\t" : &writer->delimiter, 1);
		return true;
	}
	if (i >= columns_n(&writer->columns))
		writer->reason = "there are more values than columns";
	if (writer->reason)
		return false;
	from = i > 0 ? writer->label[i - 1] : 0;
	text_add(&writer->row, writer->labels.bytes + from,
	    writer->label[i] - from);
	return true;
}

/* Put a value that in JSON stands as it is. */
static void
put_bare(struct row_writer *writer, const char *bytes, size_t len)
{
	if (writer->dialect == DIALECT_CSV)
		csv_add(&writer->row, bytes, len, writer->delimiter);
	else if (writer->dialect == DIALECT_TSV)
		tsv_add(&writer->row, bytes, len);
	else
		text_add(&writer->row, bytes, len);
}

void
row_writer_refuse(struct row_writer *writer)
{
	writer->reason = "JSON is UTF-8, and this record is not";
}

void
row_writer_text(struct row_writer *writer, const char *bytes, size_t len)
{
	if (!begin_value(writer))
		return;
	if (writer->dialect != DIALECT_JSONL)
		put_bare(writer, bytes, len);
	else if (!json_add_string(&writer->row, bytes, len))
		row_writer_refuse(writer);
}

void
row_writer_literal(struct row_writer *writer, const char *bytes, size_t len)
{
	if (begin_value(writer))
		put_bare(writer, bytes, len);
}

void
row_writer_missing(struct row_writer *writer)
{
	row_writer_literal(writer, "null",
	    writer->dialect == DIALECT_JSONL ? 4 : 0);
}

bool
row_writer_end(struct row_writer *writer)
{
	struct text *row = &writer->row;

	while (writer->at < columns_n(&writer->columns))
		row_writer_missing(writer);
	if (writer->reason)
		return false;
	if (writer->dialect == DIALECT_JSONL && writer->at == 0)
		text_add(row, "{", 1);
	if (writer->dialect == DIALECT_JSONL)
		text_add(row, "}", 1);
	/* An empty line is no row. */
	if (writer->dialect == DIALECT_CSV && row->len == 0 && writer->at == 1)
		text_add(row, "\"\"", 2);
	output_record(row->len > 0 ? row->bytes : "", row->len);
	return true;
}

void
row_writer_close(struct row_writer *writer)
{
	columns_close(&writer->columns);
	text_free(&writer->row);
	text_free(&writer->labels);
	free(writer->label);
	*writer = (struct row_writer){ 0 };
}
