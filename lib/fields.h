/*
 * fields - the parts of a record
 *
 * Layer 1: may include layer 0, record, regexp, word. A splitter knows how a
 * record is split: at runs of blanks (space, tab; leading and trailing ones are
 * ignored), at every separator, or into the groups of a regular expression.
 * Which fields count is what a selection (selection.h) knows. Fields count
 * from 1 for users, from 0 here.
 *
 *	splitter_split(&splitter, &record, selection_reach(&selection));
 *	selection_take(&selection, &splitter.fields, &key);
 *	if (!fields_equal(&key, &kept.fields, false))
 *		fields_keep(&kept, &key);
 *
 * All structures begin as { 0 }. An empty record has no field between blanks
 * and one empty field between separators, as Python's split.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef FIELDS_H
#define FIELDS_H

#include "record.h"
#include "regexp.h"
#include <stdbool.h>
#include <stddef.h>

/* Views into a record. Owns: the array, not the bytes. */
struct fields {
	struct record *field; /* n of them */
	size_t n, capacity;
	/* what was split at blanks or separators; else without bytes */
	struct record record;
};

/* Fields whose bytes are owned. */
struct kept_fields {
	struct fields fields;
	char *bytes;
	size_t capacity;
};

/* Owns: the expression and the fields; the separator is its maker's. */
struct splitter {
	const char *separator; /* NULL: blanks */
	size_t separator_len;
	struct regexp *regexp; /* NULL: by separator or blanks */
	struct fields fields; /* of the record that was split last */
};

/*
 * Split record into splitter->fields, at least as far as `reach` fields, the
 * rest perhaps not. An expression without groups gives its whole match.
 * Valid: the fields, while the record's bytes are.
 * Returns: REGEXP_NONE where an expression does not match, REGEXP_LIMIT
 * where it could not be decided (there are no fields then), else
 * REGEXP_MATCH.
 * Cost: looks no further into the record than it must, and a word.
 */
enum regexp_result splitter_split(struct splitter *splitter,
    const struct record *record, size_t reach);

void splitter_close(struct splitter *splitter);

/* Compare field by field; ASCII letters of either case are equal on demand. */
bool fields_equal(const struct fields *a, const struct fields *b,
    bool ignore_case);

/* Keep a copy of the fields, in place of what was kept. */
void fields_keep(struct kept_fields *kept, const struct fields *fields);

/* Make room for one more at least. */
void fields_grow(struct fields *fields);

/*
 * Put one more view behind them. Here, because it is the better part of what
 * a field costs.
 * Cost: constant on average.
 */
static inline void
fields_push(struct fields *fields, const char *bytes, size_t len)
{
	if (fields->n == fields->capacity)
		fields_grow(fields);
	fields->field[fields->n++] = (struct record){ bytes, len };
}

void fields_close(struct fields *fields);
void kept_fields_close(struct kept_fields *kept);

#endif
