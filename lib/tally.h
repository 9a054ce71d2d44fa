/*
 * tally - a group for every key, over the whole input
 *
 * Layer 3: may include everything below it, key and group. For groups whose
 * members do not stand together.
 *
 *	tallied = tally_find(&tally, &group);
 *	tallied->count++;
 *	...
 *	tally_write(&tally, &group);
 *
 * Who only counts says so: tally_count puts keys by until there are a few,
 * and looks them up together (table.h says why).
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

/* So many keys are put by, or so many bytes of them. */
#define TALLY_WAITING 32
#define TALLY_WAITING_BYTES (16 * 1024)

/* What is kept of a group. */
struct tallied {
	uint64_t count; /* how many records */
	struct aggregate *values[]; /* one, with values */
};

struct tally {
	struct table table;
	bool with_values; /* each key has an aggregate */

	/* what was counted and is not in the table yet */
	struct packed packed;
	struct waiting {
		uint64_t hashed;
		uint64_t count;
		size_t end; /* of its key in packed */
	} waiting[TALLY_WAITING];
	size_t n;
};

void tally_open(struct tally *tally, bool ignore_case, bool with_values);

/*
 * Return the group of the key that group->key saw last.
 * Valid: until the next key.
 */
struct tallied *tally_find(struct tally *tally, struct group *group);

/* Count a record of that key; or one more of the key that was counted last. */
void tally_count(struct tally *tally, const struct group *group);
void tally_count_again(struct tally *tally);

/* Write all groups, in the order in which their keys appeared. */
void tally_write(struct tally *tally, struct group *group);

void tally_close(struct tally *tally, struct group *group);

#endif
