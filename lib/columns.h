/*
 * columns - the names of the fields of a row
 *
 * Layer 1: may include layer 0, fields, nearest, record, word. Where the first
 * row of a file names them they are known before any field is asked for; they
 * count from 0, as fields do. Of two with the same name the first is found.
 * Where each row has names of its own (JSON Lines) a name becomes a column
 * when somebody asks for it.
 *
 *	columns_set(&columns, &header.fields, name);
 *	i = columns_find(&columns, "status", 6);
 *	if (i == SIZE_MAX)
 *		... columns_near(&columns, "status") ...
 *	columns_close(&columns);
 *
 * Begins as { 0 }. Owns: copies of all.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef COLUMNS_H
#define COLUMNS_H

#include "fields.h"
#include "record.h"
#include "word.h"
#include <stdbool.h>
#include <stddef.h>

struct columns {
	struct kept_fields names;
	char *origin; /* the file that named them, as typed; NULL: none */
	bool open; /* whatever is asked for is one */
};

/* Take copies of the names, and of the file's that has them. */
void columns_set(struct columns *columns, const struct fields *names,
    const char *origin);

/* Add one more behind them. Returns: which it is, from 0. */
size_t columns_add(struct columns *columns, const char *name, size_t len);

/*
 * Return the column that is called so, from 0; SIZE_MAX: there is none. Where
 * columns are open, one is added.
 */
size_t columns_find(struct columns *columns, const char *name, size_t len);

/* The same, where it is probably column i. */
static inline size_t
columns_find_from(struct columns *columns, size_t i, const char *name,
    size_t len)
{
	const struct fields *known = &columns->names.fields;

	return i < known->n && known->field[i].len == len &&
	    word_equal(known->field[i].bytes, name, len) ? i :
	    columns_find(columns, name, len);
}

/* Return a name that was perhaps meant, NULL where none is near. */
const struct record *columns_near(const struct columns *columns,
    const char *name);

/* Return how many there are, and the name of one of them. */
static inline size_t
columns_n(const struct columns *columns)
{
	return columns->names.fields.n;
}

static inline const struct record *
columns_name(const struct columns *columns, size_t i)
{
	return &columns->names.fields.field[i];
}

void columns_close(struct columns *columns);

#endif
