/*
 * numeric - values as numbers
 *
 * Layer 1: may include layer 0, arithmetic, decimal, expression/frame,
 * expression/scratch, expression/tree, expression/value, rounding. What comes
 * from input is read as a number where one is wanted; text that was made, and
 * all else, is none.
 *
 *	if (!numeric_want(frame, tree, &a) || !numeric_want(frame, tree, &b))
 *		return false;
 *	return numeric_compute(frame, tree, arithmetic_divide, &a, &b, result);
 *
 * All leave the fault, if there is one, in the frame.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_NUMERIC_H
#define EXPRESSION_NUMERIC_H

#include "expression/value.h"
#include <stdbool.h>
#include <stdint.h>

struct decimal;
struct frame;
struct tree;

/* What arithmetic, bits and rounding have: a becomes the result. */
typedef const char *numeric_operation(struct decimal *a,
    const struct decimal *b);

/* Turn what is no word yet, the value of tree, into a number. */
bool numeric_convert(struct frame *frame, const struct tree *tree,
    struct value *value);

/* Likewise, whatever it is. Returns: false where it is no number. */
static inline bool
numeric_want(struct frame *frame, const struct tree *tree, struct value *value)
{
	return value->kind == VALUE_WORD ||
	    numeric_convert(frame, tree, value);
}

/*
 * Get the integer that the value of tree is. Returns: false where it has a
 * fraction, is no number or too large.
 */
bool numeric_integer(struct frame *frame, const struct tree *tree,
    const struct value *value, int64_t *n);

/*
 * Likewise for an index or a bound: one past the machine's is its end, which
 * is farther than anything reaches.
 */
bool numeric_place(struct frame *frame, const struct tree *tree,
    const struct value *value, int64_t *n);

/* Compute with two numbers, the second perhaps NULL. */
bool numeric_compute(struct frame *frame, const struct tree *tree,
    numeric_operation *operation, const struct value *a,
    const struct value *b, struct value *result);

#endif
