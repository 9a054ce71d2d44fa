/*
 * new_rows - what an expression makes of rows, as rows
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/code.h"
#include "expression/heading.h"
#include "expression/tree.h"
#include "expression/value.h"
#include "expression/value_text.h"
#include "generator.h"
#include "input.h"
#include "invalid.h"
#include "message.h"
#include "new_rows.h"
#include "row_options.h"
#include "word.h"
#include <stdint.h>

/* -------- names -------- */

/* Give the columns their names. Returns: why they can't have them, or NULL. */
static const char *
set_names(struct new_rows *rows, const struct columns *names)
{
	const struct record *name;
	const char *reason;
	size_t i;

	for (i = 0; i < columns_n(names); i++) {
		name = columns_name(names, i);
		reason = row_writer_name(&rows->writer, name->bytes,
		    name->len);
		if (reason)
			return reason;
	}
	rows->named = true;
	return NULL;
}

void
new_rows_open(struct new_rows *rows, struct generator *generator)
{
	const struct tree *tree = generator->program.code->tree;
	const enum dialect dialect = row_options_dialect();
	const char *source = generator->frame.source, *reason = NULL;
	const struct columns *row = NULL;
	struct columns names = { 0 };

	*rows = (struct new_rows){ .generator = generator };
	if (dialect == DIALECT_NONE)
		return;
	row_options_writer(&rows->writer);
	if (row_options_header()->bytes)
		row = row_options_columns();
	if (dialect != DIALECT_JSONL && !row) {
		/* No names are wanted, or there are no rows either. */
		rows->named = true;
		return;
	}
	if (heading_find(&names, tree, source, row))
		reason = set_names(rows, &names);
	if (reason && row && (tree->kind == TREE_NAME ||
	    tree->kind == TREE_SLICE))
		die(row->origin, "%s", reason);
	if (reason)
		die_usage(source, "%s", reason);
	row_writer_head(&rows->writer);
	columns_close(&names);
}

/* Learn the names from a value. */
static const char *
learn_names(struct new_rows *rows, const struct value *value)
{
	const struct tree *tree = rows->generator->program.code->tree;
	const char *source = rows->generator->frame.source, *reason;
	struct columns names = { 0 };
	size_t i;

	if (value->kind == VALUE_DICT) {
		for (i = 0; i < value->len; i++)
			columns_add(&names, value->item[2 * i].bytes,
			    value->item[2 * i].len);
	} else if (value->kind == VALUE_LIST || value->kind == VALUE_TUPLE) {
		heading_number(&names, tree, source, value->len);
	} else {
		heading_single(&names, tree, source);
	}
	reason = set_names(rows, &names);
	columns_close(&names);
	return reason;
}

/* -------- values -------- */

/* Put one value into the row. */
static void
put(struct new_rows *rows, const struct value *value)
{
	struct row_writer *writer = &rows->writer;
	struct text *text = &rows->generator->frame.text;
	const bool json = writer->dialect == DIALECT_JSONL;
	bool written = true;

	if (value->kind == VALUE_NONE) {
		row_writer_missing(writer);
		return;
	}
	if (value_is_text(value)) {
		row_writer_text(writer, value->bytes, value->len);
		return;
	}
	text->len = 0;
	if (json || !value_is_number(value) ||
	    (value->kind == VALUE_BOOL &&
	    row_options_dialect() == DIALECT_JSONL))
		written = value_json(value, text);
	else
		value_text(value, text);
	row_writer_literal(writer, text->bytes, text->len);
	text->len = 0;
	if (!written)
		row_writer_refuse(writer);
}

/* Find the value of a name in a dict; it is probably pair i. */
static const struct value *
find_value(const struct value *dict, size_t i, const struct record *name)
{
	const struct value *at = i < dict->len ? &dict->item[2 * i] : NULL;

	if (at && at->len == name->len &&
	    word_equal(at->bytes, name->bytes, name->len))
		return at + 1;
	return value_find(dict, name->bytes, name->len);
}

/* Put the values of a dict, each where the column of its name is. */
static const char *
put_dict(struct new_rows *rows, const struct value *dict)
{
	struct columns *columns = &rows->writer.columns;
	const size_t n = columns_n(columns);
	const struct value *found;
	const struct record *name;
	size_t i, known = 0;

	for (i = 0; i < n; i++) {
		name = columns_name(columns, i);
		found = find_value(dict, i, name);
		known += found != NULL;
		if (found)
			put(rows, found);
		else
			row_writer_missing(&rows->writer);
	}
	for (i = 0; known < dict->len && i < dict->len; i++) {
		found = &dict->item[2 * i];
		if (n > 0 && columns_find_from(columns, i, found->bytes,
		    found->len) == SIZE_MAX)
			return because("there is no column '%.*s' in the "
			    "header", found->len < 64 ? (int)found->len : 64,
			    found->bytes);
		if (n == 0)
			put(rows, found + 1);
	}
	return NULL;
}

/* Put all of a value. Returns: why it is no row, or NULL. */
static const char *
put_row(struct new_rows *rows, const struct value *value)
{
	const struct row_writer *writer = &rows->writer;
	size_t i;

	if (value->kind == VALUE_DICT)
		return put_dict(rows, value);
	if (value->kind == VALUE_LIST || value->kind == VALUE_TUPLE) {
		for (i = 0; i < value->len; i++)
			put(rows, &value->item[i]);
	} else {
		put(rows, value);
	}
	if (row_writer_excess(writer) > 0 && !row_options_ragged())
		return because("%zu values, and the header has %zu", writer->at,
		    columns_n(&writer->columns));
	return NULL;
}

void
new_rows_write(struct new_rows *rows, const struct input *in,
    const struct value *value)
{
	struct generator *generator = rows->generator;
	struct row_writer *writer = &rows->writer;
	const char *reason = NULL;

	if (writer->dialect == DIALECT_NONE ||
	    (writer->dialect == DIALECT_JSONL && value->kind == VALUE_DICT)) {
		generator_write(generator, in, value);
		return;
	}
	if (value->kind == VALUE_NONE)
		return;
	if (!rows->named)
		reason = learn_names(rows, value);
	if (!reason) {
		row_writer_begin(writer);
		reason = put_row(rows, value);
	}
	if (!reason && !row_writer_end(writer))
		reason = writer->reason;
	if (reason)
		invalid_record(&generator->invalid, in,
		    &generator->frame.record, "%s", reason);
}

void
new_rows_close(struct new_rows *rows)
{
	row_writer_close(&rows->writer);
}
