/*
 * json_names - the members of JSON objects that are wanted
 *
 * Layer 1: may include layer 0, record. A tree: the names that count in an
 * object, and those that count in what is their value. A member that is wanted
 * has a place, counted from 0, where who reads puts its value.
 *
 *	struct json_names names = { 0 };
 *	place = json_names_put(&names, path, 2);
 *	for (name = names.first; name; name = name->beside)
 *		...
 *	json_names_close(&names);
 *
 * Cost: a step for each other name of the same object; there are few.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef JSON_NAMES_H
#define JSON_NAMES_H

#include "record.h"
#include <stddef.h>
#include <stdint.h>

#define JSON_NOWHERE SIZE_MAX

/* Owns: the bytes of its name, and what is inside. */
struct json_name {
	struct record name;
	size_t place; /* JSON_NOWHERE: only what is inside counts */
	struct json_name *beside, *inside;
	char *bytes;
};

/* Begins as { 0 }. */
struct json_names {
	struct json_name *first;
	size_t places; /* how many there are */
	size_t levels; /* of objects at most, one in the other */
};

/*
 * Want the member that n names lead to, one at least.
 * Returns: its place, the same for the same names.
 */
size_t json_names_put(struct json_names *names, const struct record *name,
    size_t n);

void json_names_close(struct json_names *names);

#endif
