/*
 * repeats - runs of equal records, one behind the other
 *
 * Layer 2: may include layers 0 and 1, and input. For whom equal records are
 * as good as one and a number. Some hundred records are compared at a time,
 * each with the one before it, without a jump that depends on the answer:
 * where a run ends nobody can foretell.
 *
 *	struct repeats repeats = { .in = &in };
 *	while (repeats_next(&repeats, &record, &n))
 *		... record stands there n times ...
 *	repeats_close(&repeats);
 *
 * Takes records by input_span, so that input has no number for them.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef REPEATS_H
#define REPEATS_H

#include "record.h"
#include "scan.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct input;

/* How many runs are held at once: those of so many records, and one kept. */
#define REPEATS_RECORDS (4 * SCAN_STEP)
#define REPEATS_RUNS (REPEATS_RECORDS + 1)

/* Begins as { .in = ... }. Owns: kept, whole. */
struct repeats {
	struct input *in;
	const char *at, *end; /* what is at hand and was not compared */
	size_t next, n; /* of the runs; the last of n may go on */
	struct record run[REPEATS_RUNS];
	uint64_t until[REPEATS_RUNS + 1]; /* how many records up to a run */
	char *kept; /* the last run's record, while more are read */
	size_t kept_capacity;
	char *whole; /* a record that came in parts */
	size_t whole_len, whole_capacity;
};

/*
 * Hand out the next record and how often it stands there: all of a run.
 * Valid: until the next call, and INPUT_SLACK as of input. Returns: as
 * input_next.
 */
bool repeats_next(struct repeats *repeats, struct record *record, uint64_t *n);

void repeats_close(struct repeats *repeats);

#endif
