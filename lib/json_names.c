/*
 * json_names - the members of JSON objects that are wanted
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "json_names.h"
#include "memory.h"
#include <stdlib.h>
#include <string.h>

/* Find the name, or put it, among those of an object. */
static struct json_name *
put(struct json_name **at, const struct record *name)
{
	struct json_name *made;

	for (; *at; at = &(*at)->beside) {
		if ((*at)->name.len == name->len && memcmp((*at)->bytes,
		    name->bytes, name->len) == 0)
			return *at;
	}
	made = xallocate_zeros(1, sizeof *made);
	made->bytes = xcopy(name->bytes, name->len);
	made->name = (struct record){ made->bytes, name->len };
	made->place = JSON_NOWHERE;
	*at = made;
	return made;
}

size_t
json_names_put(struct json_names *names, const struct record *name, size_t n)
{
	struct json_name *last = put(&names->first, &name[0]);
	size_t i;

	for (i = 1; i < n; i++)
		last = put(&last->inside, &name[i]);
	if (last->place == JSON_NOWHERE)
		last->place = names->places++;
	if (names->levels < n)
		names->levels = n;
	return last->place;
}

/* Free a name, and those beside it. Paths are short. */
static void
free_names(struct json_name *name)
{
	struct json_name *beside;

	for (; name; name = beside) {
		beside = name->beside;
		free_names(name->inside);
		free(name->bytes);
		free(name);
	}
}

void
json_names_close(struct json_names *names)
{
	free_names(names->first);
	*names = (struct json_names){ 0 };
}
