/*
 * function_times - timestamp, isoformat
 *
 * Layer 1: may include layer 0, decimal, expression/frame,
 * expression/function, expression/numeric, expression/tree, timestamp. Seconds
 * since 1970, exact.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_FUNCTION_TIMES_H
#define EXPRESSION_FUNCTION_TIMES_H

struct function;

/* Ended by one without a name. */
extern const struct function function_times[];

#endif
