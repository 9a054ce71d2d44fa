/*
 * group - what becomes of a group of records
 *
 * Layer 3: may include everything below it, feed, field_options, group_rows,
 * invalid, key and pass. A group has a key, a number and members; a kind of
 * output says what is done where it begins, at each member, and where it ends.
 * Nothing of a member is kept but what an aggregate needs.
 *
 *	while (input_next(&in, &record)) {
 *		if (...) {
 *			group_end(&group);
 *			group_begin(&group);
 *		}
 *		group_add(&group, &in, &record);
 *	}
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef GROUP_H
#define GROUP_H

#include "aggregate.h"
#include "feed.h"
#include "invalid.h"
#include "key.h"
#include "row_writer.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct group;

struct group_output {
	void (*begin)(struct group *group);
	void (*member)(struct group *group, const struct input *in,
	    const struct record *record);
	void (*end)(struct group *group);
};

/* One record a group: its key and its members, joined by tabs. */
extern const struct group_output group_members;
/* How many members, and the key. */
extern const struct group_output group_count;
/* The key and the values of the plan. */
extern const struct group_output group_values;
/* The first members as they are. */
extern const struct group_output group_first;
/* The members as they are, an empty record between groups. */
extern const struct group_output group_gap;
/* One record a group: its members, a newline behind each. */
extern const struct group_output group_join;
/* The members go to a command. */
extern const struct group_output group_exec;

struct group {
	const struct group_output *output;
	struct key key; /* key.kept is the key of the group under way */
	uint64_t number; /* how many groups were before it */
	uint64_t members; /* how many it has */
	uint64_t first; /* how many of them group_first writes */
	struct aggregate_plan plan; /* of group_values */
	struct aggregate *values; /* of the group under way; NULL: none yet */
	struct invalid invalid; /* what a bad value in it does */
	const char *command; /* of group_exec */
	struct feed feed;

	/* what they are written with where records are rows */
	bool rows;
	struct row_writer writer;
	size_t keys; /* how many columns the key has; 0: any number */
	bool named; /* what they are called is known */
};

/* Begin a group; its key is the one that the group's key keeps. */
void group_begin(struct group *group);

/* Add a record to the group. */
void group_add(struct group *group, const struct input *in,
    const struct record *record);

void group_end(struct group *group);

/* Count a record in values, or deal with one that has a bad value. */
void group_count_values(struct group *group, struct aggregate *values,
    const struct input *in, const struct record *record);

/*
 * Write a count and a key; a count and a record that is its own key, behind
 * which STEP bytes may be read; a key and the values of its group.
 */
void group_write_count(struct group *group, uint64_t n,
    const struct fields *key);
void group_write_repeats(uint64_t n, const struct record *record);
void group_write_values(struct group *group, struct aggregate *values,
    const struct fields *key);

void group_close(struct group *group);

#endif
