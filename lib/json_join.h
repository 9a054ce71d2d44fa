/*
 * json_join - JSON objects that become one
 *
 * Layer 1: may include layer 0, json_members, json_text, record, table, text.
 * It has the members of all, in their order; of those with the same name the
 * last counts, in the place of the first, as in a dict of Python's.
 *
 *	struct json_join join = { 0 };
 *	if (json_join(&join, record, 2))
 *		output_record(join.text.bytes, join.text.len);
 *	else
 *		... record[join.wrong] is none: join.reason ...
 *	json_join_close(&join);
 *
 * Cost: a look at all records; names are compared with each other, or hashed
 * where there are many.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef JSON_JOIN_H
#define JSON_JOIN_H

#include "record.h"
#include "text.h"
#include <stdbool.h>
#include <stddef.h>

struct json_member;
struct json_members;

/* Begins as { 0 }; callers read the first three. */
struct json_join {
	struct text text; /* the object */
	const char *reason; /* why there is none */
	size_t wrong; /* for which record, from 0 */

	/* the records; their members, each once */
	struct json_members *records;
	size_t n, capacity;
	struct json_member *member;
	size_t members, member_capacity;
};

/*
 * Join n records into text. One without bytes is no object, but nothing.
 * Returns: false where one is not an object, or has a name that is no text.
 */
bool json_join(struct json_join *join, const struct record *record, size_t n);

void json_join_close(struct json_join *join);

#endif
