/*
 * compare - which of two values is the greater, and whether they are equal
 *
 * Layer 1: may include layer 0, decimal, expression/frame, expression/numeric,
 * expression/tree, expression/value. What comes from input is compared with a
 * number as a number, which it must be, with text as text; two values from
 * input as numbers where both look like them, else as text. Lists and tuples
 * are compared item by item.
 *
 *	if (!compare_order(frame, tree, &a, &b, &order))
 *		return false;
 *	*result = value_bool(order < 0);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_COMPARE_H
#define EXPRESSION_COMPARE_H

#include <stdbool.h>

struct frame;
struct tree;
struct value;

/*
 * Set *order to less than, equal to, or greater than 0, as a is to b, the
 * values of tree's parts.
 * Returns: false where they have no order, with the fault.
 */
bool compare_order(struct frame *frame, const struct tree *tree,
    const struct value *a, const struct value *b, int *order);

/*
 * Set *equal. What is of different kinds is unequal.
 * Returns: false where input should be a number and is none.
 */
bool compare_equal(struct frame *frame, const struct tree *tree,
    const struct value *a, const struct value *b, bool *equal);

/* Set *found: whether item is in a list, a dict's names, or a text. */
bool compare_in(struct frame *frame, const struct tree *tree,
    const struct value *item, const struct value *whole, bool *found);

#endif
