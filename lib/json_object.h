/*
 * json_object - a record that is a JSON object, and the members it has
 *
 * Layer 1: may include layer 0, fields, json, json_names, json_no_object,
 * json_skip, json_text, record, text, word. One object a record, checked
 * strictly by RFC 8259 from its first byte to its last. Members are columns:
 * who wants one says so once, and finds its text in each record. Of members
 * with the same name the last counts, as in Python.
 *
 *	struct json_object object = { 0 };
 *	level = json_object_want(&object, "kubernetes.pod", 14);
 *	if (!json_object_read(&object, &record))
 *		fault(name, "%s", object.reason);
 *	raw = &object.raw.field[level];		"web-1", with the quotes
 *	if (!json_object_text(&object, level, &text))
 *		fault(name, "%s", object.reason);
 *	json_object_close(&object);
 *
 * Cost: no recursion and no memory but a byte a level, names and what is
 * decoded; nothing is allocated once that is there. A record is looked at
 * once, eight bytes at a time where they are plain; a second time where it is
 * wrong, to say why.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef JSON_OBJECT_H
#define JSON_OBJECT_H

#include "fields.h"
#include "json.h"
#include "json_names.h"
#include "record.h"
#include "text.h"
#include <stdbool.h>
#include <stddef.h>

struct json_column;
struct json_outer;

/* Its members are for json_object.c; callers read reason and raw. */
struct json_object {
	const char *reason; /* valid until the next call of because */
	/*
	 * By column, the value's text as it is spelled, a view of the record;
	 * no bytes where there is none, which no value has.
	 */
	struct fields raw;

	/* what is wanted */
	struct json_column *column; /* as many as raw has */
	size_t columns;
	struct json_names names;

	/* the record at hand */
	struct record record;
	struct record *found; /* by place */
	size_t capacity;
	struct json_outer *outer; /* what is open around the value at hand */
	size_t outers;
	struct text open; /* how each level ends */
	struct text name; /* decoded */
	struct json json; /* says what is wrong */
};

/*
 * Want the member of that name; where the record has none and the name has
 * dots, the member of a member, and so on, that it then is the path of.
 * Returns: its column, the same for the same name.
 */
size_t json_object_want(struct json_object *object, const char *name,
    size_t len);

/* Want a member of members by its n names, dots being nothing special. */
size_t json_object_want_path(struct json_object *object,
    const struct record *name, size_t n);

/*
 * Read a record. Valid: raw, while the record's bytes are.
 * Returns: false where it is no object, with the reason; raw is then of no
 * use.
 */
bool json_object_read(struct json_object *object,
    const struct record *record);

/*
 * Get a column of the record that was read as text: what a string says;
 * numbers, true, false, lists and objects as they are spelled; of null and
 * what is missing nothing, which has a place all the same.
 * Valid: while the record is, and until the next one is read.
 * Returns: false where a string has a surrogate without its other half, which
 * is no character, with the reason.
 */
bool json_object_text(struct json_object *object, size_t column,
    struct record *text);

/* Free all. */
void json_object_close(struct json_object *object);

#endif
