/*
 * repeats - records, and how often each stands one behind the other
 *
 * Layer 2: may include layers 0 and 1, and input. For whom equal records are
 * as good as one and a number: the end of a record that is there again is
 * not looked for.
 *
 *	struct repeats repeats = { .in = &in };
 *	while (repeats_next(&repeats, &record, &n))
 *		count += n;
 *	repeats_close(&repeats);
 *
 * Never waits for more than the first of them, so one run of equal records
 * may come in several parts. Takes records by input_span, so that input has
 * no number for them.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef REPEATS_H
#define REPEATS_H

#include "record.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct input;

/* Begins as { .in = ... }. Owns: whole. */
struct repeats {
	struct input *in;
	const char *at, *end; /* what is at hand */
	char *whole; /* a record that came in parts */
	size_t len, capacity;
};

/*
 * Hand out the next record and how many there are of it at hand.
 * Valid: until the next call, or any on the input. Returns: as input_span.
 */
bool repeats_next(struct repeats *repeats, struct record *record, uint64_t *n);

/*
 * Return how many times what is `record` with its terminator, len bytes,
 * stands at the beginning of what is from at to end.
 */
size_t repeats_count(const char *at, const char *end, const char *record,
    size_t len);

void repeats_close(struct repeats *repeats);

#endif
