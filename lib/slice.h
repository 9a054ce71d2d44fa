/*
 * slice - which records START:STOP:STEP picks, as in Python
 *
 * Layer 1: may include layer 0 and integer. Pure arithmetic on the number of
 * records: a slice knows what it picks of n, how many it uses at most, which
 * first ones it never picks, and how many of the last must be at hand.
 *
 *	reason = slice_read(&slice, words, n, &used);	-10:
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
#include <stddef.h>
#include <stdint.h>

/* More than there can be: INPUT_ALL. */
#define SLICE_ALL UINT64_MAX

/* A number, or None, whose value is 0. */
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

/*
 * Read a slice from the first of n words (at least one): a word in slice
 * notation, START:STOP or START:STOP:STEP, or else the bounds that islice()
 * takes, STOP, START STOP or START STOP STEP, each an integer or None; as
 * many words as are such, at most three. *used becomes how many.
 * Returns: NULL, or why the last of them is none.
 */
const char *slice_read(struct slice *slice, const char *const *word, size_t n,
    size_t *used);

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
