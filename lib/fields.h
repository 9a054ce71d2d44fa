/*
 * fields - the parts of a record
 *
 * Layer 1: may include layer 0, record, word. How a record is split is what a
 * splitter (splitter.h) knows, and which fields count a selection
 * (selection.h). Fields count from 1 for users, from 0 here.
 *
 *	selection_take(&selection, &splitter.fields, &key);
 *	if (!fields_equal(&key, &kept.fields, false))
 *		fields_keep(&kept, &key);
 *
 * All structures begin as { 0 }.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef FIELDS_H
#define FIELDS_H

#include "record.h"
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
