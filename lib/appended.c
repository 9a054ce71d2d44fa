/*
 * appended - rows that pass on with one more field
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "appended.h"
#include "columns.h"
#include "csv.h"
#include "invalid.h"
#include "json_skip.h"
#include "json_text.h"
#include "message.h"
#include "output.h"
#include "pass.h"
#include "record.h"
#include "row_options.h"
#include "tsv.h"
#include "utf8_check.h"
#include <stdint.h>

static const char no_utf8[] = "JSON is UTF-8, and this record is not";

/* Name the columns of rows that are written anew, the new one last. */
static void
name_columns(struct appended *appended, const char *name, size_t len)
{
	const struct columns *columns = row_options_columns();
	const struct record *column;
	const char *reason = NULL;
	size_t i;

	for (i = 0; i < appended->columns && !reason; i++) {
		column = columns_name(columns, i);
		reason = row_writer_name(&appended->writer, column->bytes,
		    column->len);
	}
	if (!reason)
		reason = row_writer_name(&appended->writer, name, len);
	if (reason)
		die(columns->origin, "%s", reason);
	row_writer_head(&appended->writer);
}

/* Make a row of the one that is read, in its dialect, and the field. */
static void
put_row(struct appended *appended, const struct record *row,
    const char *bytes, size_t len)
{
	const struct spelling *const spelling = &appended->spelling;
	struct text *const text = &appended->row;
	const struct record body = row ? spelled_body(row) :
	    (struct record){ "", 0 };

	text->len = 0;
	text_add(text, body.bytes, body.len);
	spelled_pad(spelling, text, spelled_count(spelling, &body),
	    appended->columns);
	spelled_field(spelling, text, bytes, len);
	if (row && row->len > body.len)
		text_add(text, "\r", 1);
}

static void
write_header(struct appended *appended, const char *name, size_t len)
{
	struct record header = *row_options_header();

	header.len--;
	put_row(appended, &header, name, len);
	output_record(appended->row.bytes, appended->row.len);
}

void
appended_open(struct appended *appended, const char *name, size_t len)
{
	*appended = (struct appended){
		.spelling = { row_options_dialect(), *row_options_delimiter() },
		.anew = row_options_rewrites() &&
		    row_options_dialect() != DIALECT_JSONL,
	};
	if (row_options_dialect() == DIALECT_JSONL) {
		if (!json_add_string(&appended->label, name, len))
			die_usage(NULL, "JSON is UTF-8, and the name of the "
			    "new column is not");
		text_add(&appended->label, ":", 1);
		json_object_want_path(&appended->object,
		    &(struct record){ name, len }, 1);
		pass_header();
		return;
	}
	if (appended->anew)
		row_options_writer(&appended->writer);
	if (!row_options_header()->bytes)
		return;
	appended->columns = columns_n(row_options_columns());
	if (appended->anew)
		name_columns(appended, name, len);
	else
		write_header(appended, name, len);
}

bool
appended_can_hold(const struct appended *appended, const char *bytes,
    size_t len)
{
	const bool json = appended->spelling.dialect == DIALECT_JSONL ||
	    (appended->anew && appended->writer.dialect == DIALECT_JSONL);

	return !json || utf8_check_all(bytes, len);
}

bool
appended_fits(const struct appended *appended, struct invalid *invalid,
    const struct input *in, const struct record *row)
{
	/* An object that was read is UTF-8. */
	if (appended->spelling.dialect == DIALECT_JSONL ||
	    appended_can_hold(appended, row->bytes, row->len))
		return true;
	invalid_record(invalid, in, row, "%s", no_utf8);
	return false;
}

/* Return where an object ends, before its brace; *fresh: it has no member. */
static size_t
object_end(const struct record *object, bool *fresh)
{
	size_t end = object->len - 1, last;

	while (object->bytes[end] != '}')
		end--;
	last = end - 1;
	while (json_is_blank(object->bytes[last]))
		last--;
	*fresh = object->bytes[last] == '{';
	return end;
}

/* Write an object with one more member, or that one anew if it is there. */
static const char *
write_object(struct appended *appended, const struct record *row,
    const struct record *field, bool bare)
{
	const struct record object = row ? *row : (struct record){ "{}", 2 };
	const struct record *const old = appended->object.raw.field;
	struct text *const text = &appended->row;
	struct record whole;
	size_t end, behind;
	bool fresh;

	text->len = 0;
	if (!json_object_read(&appended->object, &object))
		return appended->object.reason;
	if (old->len > 0) {
		end = (size_t)(old->bytes - object.bytes);
		behind = end + old->len;
		text_add(text, object.bytes, end);
	} else {
		behind = end = object_end(&object, &fresh);
		text_add(text, object.bytes, end);
		text_add(text, ",", !fresh);
		text_add(text, appended->label.bytes, appended->label.len);
	}
	if (bare)
		text_add(text, field->bytes, field->len);
	else if (!json_add_string(text, field->bytes, field->len))
		return no_utf8;
	text_add(text, object.bytes + behind, object.len - behind);
	whole = (struct record){ text->bytes, text->len };
	pass_record(&whole);
	return NULL;
}

/* Write the fields of a row anew, and one more. */
static const char *
write_anew(struct appended *appended, const struct record *row,
    const struct record *field, bool bare)
{
	struct row_writer *const writer = &appended->writer;
	struct fields *const fields = &appended->fields;
	size_t i;

	fields->n = 0;
	if (row && appended->spelling.dialect == DIALECT_CSV)
		csv_split(row, appended->spelling.delimiter, SIZE_MAX, fields,
		    &appended->split);
	else if (row)
		tsv_split(row, SIZE_MAX, fields, &appended->split);
	row_writer_begin(writer);
	for (i = 0; i < fields->n; i++)
		row_writer_text(writer, fields->field[i].bytes,
		    fields->field[i].len);
	for (; i < appended->columns; i++)
		row_writer_text(writer, "", 0);
	if (bare)
		row_writer_literal(writer, field->bytes, field->len);
	else
		row_writer_text(writer, field->bytes, field->len);
	return row_writer_end(writer) ? NULL : writer->reason;
}

void
appended_write(struct appended *appended, struct invalid *invalid,
    const struct input *in, const struct record *row,
    const struct record *field, bool bare)
{
	const char *reason = NULL;

	if (appended->spelling.dialect == DIALECT_JSONL) {
		reason = write_object(appended, row, field, bare);
	} else if (appended->anew) {
		reason = write_anew(appended, row, field, bare);
	} else {
		put_row(appended, row, field->bytes, field->len);
		output_record(appended->row.bytes, appended->row.len);
	}
	if (reason)
		invalid_record(invalid, in, row, "%s", reason);
}

void
appended_close(struct appended *appended)
{
	row_writer_close(&appended->writer);
	fields_close(&appended->fields);
	text_free(&appended->split);
	text_free(&appended->row);
	text_free(&appended->label);
	json_object_close(&appended->object);
}
