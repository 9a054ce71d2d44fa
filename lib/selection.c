/*
 * selection - which fields of a record count
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "memory.h"
#include "message.h"
#include "selection.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void
add(struct selection *selection, size_t first, size_t last)
{
	selection->range = xgrow(selection->range, &selection->capacity,
	    selection->n + 1, sizeof *selection->range);
	selection->range[selection->n++] = (struct range){ first, last };
}

/*
 * Read the digits at *at and pass them.
 * Returns: the number, SIZE_MAX where it is larger.
 */
static size_t
read_number(const char **at)
{
	size_t number = 0;

	for (; **at >= '0' && **at <= '9'; ++*at) {
		if (__builtin_mul_overflow(number, (size_t)10, &number) ||
		    __builtin_add_overflow(number, (size_t)(**at - '0'),
			&number))
			number = SIZE_MAX;
	}
	return number;
}

/* Say that item is no field, and which name was perhaps meant. */
static const char *
refuse_word(struct selection *selection, const char *item,
    const struct splitter *splitter)
{
	const char *const what = splitter->columns ? "column" : "group";
	const struct record name = splitter_near(splitter, item);

	selection->unknown = splitter->columns;
	if (name.bytes)
		return because("'%.64s': no such %s; did you mean %.*s?",
		    item, what, name.len < 64 ? (int)name.len : 64,
		    name.bytes);
	if (splitter->columns)
		return because("'%.64s': no such column", item);
	if (splitter_has_names(splitter))
		return because("'%.64s' is neither a field (2, 2-4, 3-, -3) "
		    "nor the name of a group", item);
	if (!splitter->regexp && ((*item >= 'a' && *item <= 'z') ||
	    (*item >= 'A' && *item <= 'Z')))
		return because("'%.64s' is no field; names of columns are for "
		    "--csv, --tsv and --jsonl", item);
	return because("'%.64s' is no field; fields are 2, 2-4, 3- or -3",
	    item);
}

/* Add the field that is called so. Returns: whether there is one. */
static bool
add_column(struct selection *selection, const char *name,
    const struct splitter *splitter)
{
	const size_t i = splitter_column(splitter, name, strlen(name));

	if (i != SIZE_MAX)
		add(selection, i, i);
	return i != SIZE_MAX;
}

/* Add what one item of a LIST names. */
static const char *
add_item(struct selection *selection, const char *item,
    const struct splitter *splitter)
{
	const char *at = item, *digits;
	size_t first = 1, last;
	bool open = true;

	if (add_column(selection, item, splitter))
		return NULL;
	if (*at != '-') {
		first = read_number(&at);
		if (at == item)
			return refuse_word(selection, item, splitter);
		open = false;
	}
	last = first;
	if (*at == '-') {
		digits = ++at;
		last = read_number(&at);
		if (at == digits && open)
			return refuse_word(selection, item, splitter);
		open = at == digits || last == SIZE_MAX;
	}
	if (*at != '\0')
		return refuse_word(selection, item, splitter);
	if (first == 0 || (last == 0 && !open))
		return because("'%.64s': fields count from 1", item);
	if (last < first && !open)
		return because("'%.64s': the range decreases", item);
	add(selection, first - 1, open ? SIZE_MAX : last - 1);
	return NULL;
}

const char *
selection_add(struct selection *selection, const char *list,
    const struct splitter *splitter)
{
	const size_t before = selection->n;
	const char *reason = NULL;
	char *items = xcopy(list, strlen(list));
	char *item, *next = items;

	selection->unknown = false;
	/* Where any name is a column, one with a comma is none. */
	if (splitter->columns && !splitter->columns->open &&
	    add_column(selection, list, splitter))
		next = NULL;
	while (!reason && (item = strsep(&next, ",")) != NULL) {
		if (*item == '\0')
			reason = because("'%.64s' has an empty item", list);
		else
			reason = add_item(selection, item, splitter);
	}
	free(items);
	if (reason)
		selection->n = before;
	return reason;
}

void
selection_add_all(struct selection *selection)
{
	add(selection, 0, SIZE_MAX);
}

size_t
selection_reach(const struct selection *selection)
{
	size_t reach = 0, i;

	for (i = 0; i < selection->n; i++) {
		if (selection->range[i].last == SIZE_MAX)
			return SIZE_MAX;
		if (selection->range[i].last >= reach)
			reach = selection->range[i].last + 1;
	}
	return reach;
}

static void
take_all(const struct fields *fields, struct fields *to)
{
	size_t i;

	if (fields->record.bytes) {
		fields_push(to, fields->record.bytes, fields->record.len);
		return;
	}
	for (i = 0; i < fields->n; i++)
		fields_push(to, fields->field[i].bytes, fields->field[i].len);
}

void
selection_take(const struct selection *selection, const struct fields *fields,
    struct fields *to)
{
	const struct record *field = fields->field;
	const struct range *range = selection->range;
	size_t i, end, n;

	to->n = 0;
	if (selection->n == 0)
		take_all(fields, to);
	for (n = 0; n < selection->n; n++, range++) {
		end = range->last == SIZE_MAX ? fields->n : range->last + 1;
		for (i = range->first; i < end && i < fields->n; i++)
			fields_push(to, field[i].bytes, field[i].len);
		for (; i < end; i++)
			fields_push(to, "", 0);
	}
}

void
selection_close(struct selection *selection)
{
	free(selection->range);
	*selection = (struct selection){ 0 };
}
