/*
 * function_parts - split, join, replace: text and what it is made of
 *
 * Layer 1: may include layer 0, expression/frame, expression/function,
 * expression/function_text, expression/numeric, expression/tree. As Python's
 * methods.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_FUNCTION_PARTS_H
#define EXPRESSION_FUNCTION_PARTS_H

struct function;

/* Ended by one without a name. */
extern const struct function function_parts[];

#endif
