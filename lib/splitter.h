/*
 * splitter - how a record is split into fields
 *
 * Layer 1: may include layer 0, columns, csv, dialect, fields, json_object,
 * nearest, record, regexp, scan, text, tsv, word. At runs of blanks (space,
 * tab; leading and trailing ones are ignored), at every separator, into the
 * groups of a regular expression, or as the row of a dialect.
 *
 *	splitter_split(&splitter, &record, selection_reach(&selection));
 *	selection_take(&selection, &splitter.fields, &key);
 *
 * Begins as { 0 }. An empty record has no field between blanks and one empty
 * field between separators, as Python's split.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SPLITTER_H
#define SPLITTER_H

#include "columns.h"
#include "dialect.h"
#include "fields.h"
#include "record.h"
#include "regexp.h"
#include "text.h"
#include <stdbool.h>
#include <stddef.h>

/* Owns: the expression, the fields, text; the rest is its maker's. */
struct json_object;

struct splitter {
	enum dialect dialect;
	const char *separator; /* NULL: blanks; of CSV one byte */
	size_t separator_len;
	struct regexp *regexp; /* NULL: by separator or blanks */
	struct columns *columns; /* names of a row's fields; NULL: none */
	struct json_object *object; /* of JSON Lines: reads it; else NULL */
	size_t *member; /* by column, which it is of the object */
	size_t members, capacity; /* so many columns are known to it */
	bool ragged; /* there may be more fields than columns */
	struct fields fields; /* of the record that was split last */
	struct text text; /* the bytes of those that stand otherwise in it */
};

enum split_result {
	SPLIT_DONE,
	SPLIT_NONE, /* the expression does not match */
	SPLIT_LIMIT, /* it could not be decided whether it does */
	SPLIT_RAGGED, /* a row has more fields than there are columns */
	SPLIT_NO_OBJECT /* a line of JSON is none; object->reason says why */
};

/*
 * Split record into splitter->fields, at least as far as `reach` fields, the
 * rest perhaps not. An expression without groups gives its whole match. What
 * a row lacks of its columns is there and empty.
 * Valid: the fields, while the record's bytes are.
 * Returns: SPLIT_DONE, or why there are no fields.
 * Cost: looks no further into the record than it must, and a word; in a row
 * that has columns counts the fields.
 */
enum split_result splitter_split(struct splitter *splitter,
    const struct record *record, size_t reach);

/* Say whether a record can have no fields, so that it is split at once. */
static inline bool
splitter_may_fail(const struct splitter *splitter)
{
	return splitter->regexp || splitter->columns || splitter->object;
}

/*
 * Return the field that is called so (len bytes), from 0; SIZE_MAX: there is
 * none. Groups of the expression have names, and columns.
 */
size_t splitter_column(const struct splitter *splitter, const char *name,
    size_t len);

/* Return the name of field i, without bytes where it has none. */
struct record splitter_name(const struct splitter *splitter, size_t i);

/* Return a name that word is nearly, without bytes where none is. */
struct record splitter_near(const struct splitter *splitter, const char *word);

/* Say whether some field has a name. */
bool splitter_has_names(const struct splitter *splitter);

void splitter_close(struct splitter *splitter);

#endif
