/*
 * number - how a number is spelled in an expression
 *
 * Layer 1: may include layer 0. As in Python: 12, 1_000, 1.5, .5, 5., 1e-3,
 * 0x1f, 0o17, 0b101; not 012 and not 1j. An exponent has at most 6 digits.
 *
 *	len = number_length(bytes, rest, &reason);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_NUMBER_H
#define EXPRESSION_NUMBER_H

#include <stddef.h>

/*
 * Return how many of len bytes, which begin with a digit or a point and a
 * digit, are a number. *reason becomes NULL, or why they are none.
 */
size_t number_length(const char *bytes, size_t len, const char **reason);

#endif
