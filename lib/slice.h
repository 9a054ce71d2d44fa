/*
 * slice - which records START:STOP:STEP picks, as in Python
 *
 * Layer 1: may include layer 0 and integer. Pure arithmetic on the number of
 * records: a slice knows what it picks of n, how many it uses at most, which
 * first ones it never picks, and how many of the last must be at hand.
 *
 *	reason = slice_parse(&slice, "-10:");
 *	n = slice_pick(&slice, 100, &first);	n is 10, first is 90
 *
 * Units: records; indices count from 0. A number past the machine's is its
 * end, which is more than there can be.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SLICE_H
#define SLICE_H

#include <stdbool.h>
#include <stdint.h>

/* More than there can be: INPUT_ALL. */
#define SLICE_ALL UINT64_MAX

/* A number, or None. */
struct bound {
	bool given;
	int64_t value;
};

struct slice {
	struct bound start, stop;
	int64_t step; /* never 0 */
};

/* What must be known to pick. */
enum slice_kind {
	SLICE_FORWARD, /* nothing: START and STOP count from the beginning */
	SLICE_DELAYED, /* whether a record is one of the last: 2:-3 */
	SLICE_TAIL, /* which records are the last: -3: */
	SLICE_REVERSED /* where it begins at the end: ::-1 */
};

/* Read an integer or None. Returns: false where word is neither. */
bool bound_parse(struct bound *bound, const char *word);

/*
 * Make a slice of bounds as islice() takes them: STOP, START STOP, START STOP
 * STEP. n is 1 to 3. Returns: NULL, or why it is none.
 */
const char *slice_of(struct slice *slice, const struct bound *bound, int n);

/* Read slice notation: START:STOP or START:STOP:STEP. Returns: likewise. */
const char *slice_parse(struct slice *slice, const char *word);

enum slice_kind slice_kind(const struct slice *slice);

/* Return how far it goes from one record to the next, either way. */
uint64_t slice_stride(const struct slice *slice);

/* Return how many of n records it picks; *first is the index of the first. */
uint64_t slice_pick(const struct slice *slice, uint64_t n, uint64_t *first);

/* Return how many records it uses at most: with so many the answer is known. */
uint64_t slice_use(const struct slice *slice);

/* Return how many of the first records it never picks, however many follow. */
uint64_t slice_skip(const struct slice *slice);

/*
 * Return of how many of the last records that were used it can pick. For a
 * delayed slice: how many of the last it does not.
 */
uint64_t slice_last(const struct slice *slice);

/*
 * Say whether a tail or reversed slice can be found from the end of a file:
 * its bounds do not count from both ends across each other, as -3:5 does.
 */
bool slice_anchored(const struct slice *slice);

/*
 * Return how many records a reversed slice picks on its way to the beginning
 * (SLICE_ALL: as many as there are), after *skip that it passes over.
 */
uint64_t slice_climb(const struct slice *slice, uint64_t *skip);

#endif
