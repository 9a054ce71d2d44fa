/*
 * tally - a group for every key, over the whole input
 *
 * Layer 3: may include everything below it, key and group. For groups whose
 * members do not stand together.
 *
 *	i = tally_find(&tally, &group);
 *	tally.count[i]++;
 *	...
 *	tally_write(&tally, &group);
 *
 * Cost: a table entry (table.h), 8 bytes, and an aggregate where there is a
 * plan, for each key. No record is held.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TALLY_H
#define TALLY_H

#include "group.h"
#include "table.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct tally {
	struct table table;
	bool with_values; /* each key has an aggregate */
	uint64_t *count; /* by key: how many records */
	struct aggregate **values; /* by key, if with_values */
	size_t count_capacity, values_capacity;
};

void tally_open(struct tally *tally, bool ignore_case, bool with_values);

/* Return the number of the group of the key that group->key saw last. */
size_t tally_find(struct tally *tally, struct group *group);

/* Write all groups, in the order in which their keys appeared. */
void tally_write(const struct tally *tally, struct group *group);

void tally_close(struct tally *tally, struct group *group);

#endif
