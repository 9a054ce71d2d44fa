/*
 * function_numbers - abs min max sum len int str round bool divmod sorted sqrt
 *
 * Layer 1: may include layer 0, arithmetic, decimal, expression/compare,
 * expression/frame, expression/function, expression/numeric,
 * expression/operators, expression/sequence, expression/tree,
 * expression/value_text, rounding. As Python's; int cuts off, round and sqrt
 * are exact or rounded half to even.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_FUNCTION_NUMBERS_H
#define EXPRESSION_FUNCTION_NUMBERS_H

struct function;

/* Ended by one without a name. */
extern const struct function function_numbers[];

#endif
