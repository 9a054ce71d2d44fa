/*
 * group_rows - groups that are written as rows
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "columns.h"
#include "expression/heading.h"
#include "expression/tree.h"
#include "generator.h"
#include "group.h"
#include "group_rows.h"
#include "input.h"
#include "message.h"
#include "row_options.h"
#include "row_writer_number.h"
#include "text.h"
#include <stdint.h>
#include <stdio.h>
#include <stdnoreturn.h>
#include <string.h>

/* How much of a key a message shows. */
#define SHOWN 60

/* -------- names -------- */

/* Add the name of a field to text, its number where it has none. */
static void
add_name(struct text *text, const struct splitter *splitter, size_t i)
{
	const struct record name = splitter_name(splitter, i);
	char number[24];

	if (name.bytes)
		text_add(text, name.bytes, name.len);
	else
		text_add(text, number, (size_t)snprintf(number, sizeof number,
		    "%zu", i + 1));
}

/* Add the names of the fields that the key is. */
static void
name_selection(struct columns *names, const struct key *key)
{
	const struct range *range = key->selection.range;
	struct text text = { 0 };
	size_t last, i, n;

	for (n = 0; n < key->selection.n; n++, range++) {
		last = range->last;
		if (last == SIZE_MAX)
			last = columns_n(key->splitter.columns) - 1;
		for (i = range->first; i <= last; i++) {
			text.len = 0;
			add_name(&text, &key->splitter, i);
			columns_add(names, text.len > 0 ? text.bytes : "",
			    text.len);
		}
	}
	text_free(&text);
}

/*
 * Add the names of the values that an expression gives; n is how many there
 * are, 0 where none is known yet. Returns: false where it takes one to know.
 */
static bool
name_values(struct columns *names, const struct generator *generator, size_t n)
{
	const struct tree *tree = generator->program.code->tree;
	const char *source = generator->frame.source;

	/* A dict is one value here, whatever its names are. */
	if (tree->kind != TREE_DICT && heading_find(names, tree, source,
	    row_options_header()->bytes ? row_options_columns() : NULL))
		return true;
	if (tree->kind == TREE_DICT || n == 1)
		heading_single(names, tree, source);
	else if (n > 1)
		heading_number(names, tree, source, n);
	return columns_n(names) > 0;
}

/* Add the names of what is told of a group. */
static void
name_told(struct columns *names, const struct group *group)
{
	const struct aggregate_item *item = group->plan.item;
	const struct splitter *splitter = &group->key.splitter;
	struct text text = { 0 };
	size_t i;

	if (group->plan.n == 0)
		columns_add(names, "count", 5);
	for (i = 0; i < group->plan.n; i++, item++) {
		text.len = 0;
		text_add(&text, item->word, strlen(item->word));
		if (item->field != AGGREGATE_RECORD) {
			text_add(&text, "_", 1);
			add_name(&text, splitter, item->field);
		}
		columns_add(names, text.bytes, text.len);
	}
	text_free(&text);
}

/*
 * Name all columns, and write the header. n: as name_values. Does nothing
 * where it takes a value to know them.
 */
static void
name_all(struct group *group, size_t n)
{
	struct columns names = { 0 };
	const char *reason = NULL;
	const struct record *name;
	size_t i;

	if (!group->key.generator)
		name_selection(&names, &group->key);
	else if (!name_values(&names, group->key.generator, n))
		return;
	group->keys = columns_n(&names);
	name_told(&names, group);
	for (i = 0; i < columns_n(&names) && !reason; i++) {
		name = columns_name(&names, i);
		reason = row_writer_name(&group->writer, name->bytes,
		    name->len);
	}
	columns_close(&names);
	if (reason)
		die(row_options_input()->name, "%s", reason);
	group->named = true;
	row_writer_head(&group->writer);
}

void
group_rows_open(struct group *group)
{
	row_options_writer(&group->writer);
	/* Without a header there are no names, or no rows either. */
	group->named = row_options_dialect() != DIALECT_JSONL &&
	    !row_options_header()->bytes;
	if (!group->named)
		name_all(group, 0);
}

/* -------- rows -------- */

/* End the run: the group that has this key can't be a row. */
static noreturn void
refuse(const struct fields *key, const char *reason)
{
	struct text text = { 0 };
	int shown;
	size_t i;

	for (i = 0; i < key->n; i++) {
		if (i > 0)
			text_add(&text, ", ", 2);
		text_add(&text, key->field[i].bytes, key->field[i].len);
	}
	shown = text.len < SHOWN ? (int)text.len : SHOWN;
	die(NULL, "the group '%.*s'%s: %s", shown,
	    shown > 0 ? text.bytes : "", text.len > SHOWN ? "..." : "",
	    reason);
}

/* Begin a row with its key. */
static void
begin_row(struct group *group, const struct fields *key)
{
	size_t i;

	if (!group->named)
		name_all(group, key->n);
	if (group->keys > 0 && key->n > group->keys)
		refuse(key, because("the key has %zu fields, and the header "
		    "has %zu for it", key->n, group->keys));
	row_writer_begin(&group->writer);
	for (i = 0; i < key->n; i++)
		row_writer_text(&group->writer, key->field[i].bytes,
		    key->field[i].len);
	for (; i < group->keys; i++)
		row_writer_missing(&group->writer);
}

static void
end_row(struct group *group, const struct fields *key)
{
	if (!row_writer_end(&group->writer))
		refuse(key, group->writer.reason);
}

void
group_rows_count(struct group *group, uint64_t n, const struct fields *key)
{
	begin_row(group, key);
	row_writer_natural(&group->writer, n);
	end_row(group, key);
}

void
group_rows_values(struct group *group, struct aggregate *values,
    const struct fields *key)
{
	begin_row(group, key);
	aggregate_put(&group->plan, values, &group->writer);
	end_row(group, key);
}

void
group_rows_close(struct group *group)
{
	row_writer_close(&group->writer);
}
