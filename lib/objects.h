/*
 * objects - rows of several records that are JSON objects
 *
 * Layer 3: may include everything below it, pass and pools. What
 * product and zip_longest write under --jsonl: one object, with the members of
 * all that stand side by side.
 *
 *	struct objects objects = { 0 };
 *	if (!objects_write(&objects, record, n))
 *		... record[objects.join.wrong] is none: objects.join.reason ...
 *	objects_close(&objects);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef OBJECTS_H
#define OBJECTS_H

#include "json_join.h"
#include "odometer.h"
#include "record.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdnoreturn.h>

struct input;
struct pools;

/* Begins as { 0 }. */
struct objects {
	struct json_join join;
	struct record *record; /* of the row under way */
	size_t *index; /* which record of each column is next */
	size_t capacity, indices;
};

/* Write n records as one. Returns: false where one is no object. */
bool objects_write(struct objects *objects, const struct record *record,
    size_t n);

/*
 * Write the rows of all choices of one record of each column, the last
 * turning fastest, behind each record of in (NULL: behind none). What is held
 * was checked; a record of in that is no object ends the run.
 */
void objects_turn(struct objects *objects, const struct column *const *column,
    size_t n, struct input *in);

/* End the run with the reason why a record of a file is no object. */
noreturn void objects_die(const struct objects *objects, const char *name,
    uint64_t number);

/* End the run where a record that pools hold is no object. */
void objects_check(struct objects *objects, const struct pools *pools);

void objects_close(struct objects *objects);

#endif
