/*
 * pass - records that pass on
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "columns.h"
#include "csv.h"
#include "fields.h"
#include "framing.h"
#include "input.h"
#include "json_members.h"
#include "memory.h"
#include "message.h"
#include "output.h"
#include "pass.h"
#include "row_options.h"
#include "row_writer.h"
#include "text.h"
#include "tsv.h"
#include <stdint.h>
#include <stdnoreturn.h>

/* So much of a record is shown in a message. */
#define SHOWN 32

/* What rows are written anew with, once there is one. */
static bool opened;
static struct row_writer writer;
static struct fields fields;
static struct text text;

/* The same of JSON Lines: a value for each column. */
static struct json_members members;
static struct record *value;
static size_t values;

/* Begin to write rows anew, with the columns of the header if there is one. */
static void
open_writer(void)
{
	struct columns *columns = row_options_columns();
	const struct record *name;
	const char *reason;
	size_t i;

	opened = true;
	row_options_writer(&writer);
	if (!row_options_header()->bytes)
		return;
	for (i = 0; i < columns_n(columns); i++) {
		name = columns_name(columns, i);
		reason = row_writer_name(&writer, name->bytes, name->len);
		if (reason)
			die(columns->origin, "%s", reason);
	}
}

void
pass_header(void)
{
	const struct record *header = row_options_header();

	if (!row_options_rewrites()) {
		if (header->bytes)
			output_record(header->bytes, header->len - 1);
		return;
	}
	if (!opened)
		open_writer();
	row_writer_restart(&writer, false);
	row_writer_head(&writer);
}

/* -------- a row written anew -------- */

/* Write the row that is split. Returns: why that can't be, or NULL. */
static const char *
write_fields(void)
{
	const size_t n = columns_n(&writer.columns);
	const char *reason = row_options_excess(fields.n, n);
	size_t i;

	if (reason)
		return reason;
	row_writer_begin(&writer);
	for (i = 0; i < fields.n; i++)
		row_writer_text(&writer, fields.field[i].bytes,
		    fields.field[i].len);
	/* What a row lacks is empty, and no null. */
	for (; i < n; i++)
		row_writer_text(&writer, "", 0);
	return row_writer_end(&writer) ? NULL : writer.reason;
}

/* Let the members of the first object be the columns. */
static const char *
name_columns(void)
{
	const struct record *name;
	size_t i;

	if (members.name.n == 0)
		return "an object without members can't name the columns";
	for (i = 0; i < members.name.n; i++) {
		name = &members.name.field[i];
		if (columns_find(&writer.columns, name->bytes, name->len) ==
		    SIZE_MAX)
			row_writer_name(&writer, name->bytes, name->len);
	}
	return NULL;
}

/* Put each member's value where its column is, of two the last. */
static const char *
find_values(void)
{
	const size_t n = columns_n(&writer.columns);
	const struct record *name;
	size_t i, column;

	value = xgrow(value, &values, n, sizeof *value);
	for (i = 0; i < n; i++)
		value[i].bytes = NULL;
	for (i = 0; i < members.name.n; i++) {
		name = &members.name.field[i];
		column = columns_find_from(&writer.columns, i,
		    name->bytes, name->len);
		if (column == SIZE_MAX)
			return because("the first record, which names the "
			    "columns, has no '%.*s'", name->len < 64 ?
			    (int)name->len : 64, name->bytes);
		value[column] = members.raw.field[i];
	}
	return NULL;
}

static const char *
write_object(const struct record *record)
{
	const char *reason = NULL;
	size_t i;

	if (!json_members_read(&members, record))
		return members.object.reason;
	if (columns_n(&writer.columns) == 0)
		reason = name_columns();
	if (!reason)
		reason = find_values();
	if (reason)
		return reason;
	row_writer_begin(&writer);
	for (i = 0; i < columns_n(&writer.columns); i++) {
		text.len = 0;
		if (value[i].bytes && !json_add_said(&text, &value[i]))
			return "a string has a surrogate without its other "
			    "half, which is no character";
		row_writer_text(&writer, text.len > 0 ? text.bytes : "",
		    text.len);
	}
	row_writer_end(&writer);
	return NULL;
}

/* Write a record anew. Returns: why that can't be, or NULL. */
static const char *
write_anew(const struct record *record)
{
	/* The header is somebody else's: this is a record among others. */
	if (!opened) {
		open_writer();
		row_writer_restart(&writer, true);
	}
	switch (row_options_dialect()) {
	case DIALECT_CSV:
		csv_split(record, *row_options_delimiter(), SIZE_MAX, &fields,
		    &text);
		break;
	case DIALECT_TSV:
		tsv_split(record, SIZE_MAX, &fields, &text);
		break;
	case DIALECT_JSONL:
	case DIALECT_NONE:
		return write_object(record);
	}
	return write_fields();
}

/* -------- what passes -------- */

/* Say whether a record is one that input_next handed out. */
static bool
is_at_hand(const struct input *in, const struct record *record)
{
	const uintptr_t at = (uintptr_t)record->bytes;
	const uintptr_t begin = (uintptr_t)in->buffer;

	return at >= begin && at < begin + in->capacity;
}

/* Refuse a record of which it is not known any more where it was. */
static noreturn void
refuse(const struct record *record, const char *reason)
{
	const size_t len = record->len < SHOWN ? record->len : SHOWN;

	die(NULL, "a row that begins '%.*s': %s", (int)len, record->bytes,
	    reason);
}

void
pass_record(const struct record *record)
{
	const struct input *in = row_options_input();
	const char *reason;

	if (!row_options_rewrites()) {
		output_record(record->bytes, record->len);
		return;
	}
	reason = write_anew(record);
	if (reason && is_at_hand(in, record))
		input_die(in, "%s", reason);
	if (reason)
		refuse(record, reason);
}

void
pass_span(const struct span *span)
{
	const struct input *in = row_options_input();
	struct record record = { .bytes = span->bytes };
	size_t left = span->len;
	struct framing framing;
	const char *reason;
	uint64_t found;

	if (!row_options_rewrites()) {
		output_span(span);
		return;
	}
	framing = in->framing;
	framing.place = CSV_START;
	for (; left > 0; record.bytes += record.len + 1) {
		record.len = framing_records(&framing, record.bytes, left, 1,
		    &found);
		left -= record.len--;
		reason = write_anew(&record);
		if (reason)
			refuse(&record, reason);
	}
}

bool
pass_next(struct input *in)
{
	struct record record;
	struct span span;

	if (row_options_rewrites()) {
		if (!input_next(in, &record))
			return false;
		pass_record(&record);
	} else {
		if (!input_span(in, &span))
			return false;
		output_span(&span);
	}
	return true;
}
