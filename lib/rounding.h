/*
 * rounding - decimals made shorter, and the integers among them
 *
 * Layer 1: may include layer 0, big, decimal, decimal_parts, wide.
 *
 *	if (rounding_to_word(&value, &n))
 *		... it has the value of n, be it written 7 or 7.00 ...
 *	rounding_truncate(&value);
 *	reason = rounding_round(&value, 2);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ROUNDING_H
#define ROUNDING_H

#include <stdbool.h>
#include <stdint.h>

struct decimal;

/*
 * Round half to even to so many digits behind the point: it then has just so
 * many (1.5 to 2 digits is 1.50). Less than 0: to tens, hundreds ..., which
 * makes an integer. Returns: why it can't be, or NULL.
 */
const char *rounding_round(struct decimal *a, int64_t digits);

/* Cut what stands behind the point. */
void rounding_truncate(struct decimal *a);

/* Say whether the value is an integer's, however many zeros follow it. */
bool rounding_is_integer(const struct decimal *a);

/* Get the value. Returns: false where no such integer has it. */
bool rounding_to_word(const struct decimal *a, int64_t *n);

#endif
