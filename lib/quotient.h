/*
 * quotient - one integer divided by another, as a decimal
 *
 * Layer 1: may include layer 0, big, decimal, decimal_parts, wide. Where the
 * quotient ends it is exact; else it is rounded half to even to 34 significant
 * digits, as decimal128 has them.
 *
 *	if (!quotient_words(&a, 1, 3, 0))
 *		reason = quotient_big(&a, x, y, 0);
 *
 * A reason is why it can't be, or NULL; a is as before where it can't.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef QUOTIENT_H
#define QUOTIENT_H

#include "big.h"
#include <stdbool.h>
#include <stdint.h>

struct decimal;

#define QUOTIENT_DIGITS 34

/*
 * Set a to x / y, which is not 0, with the point moved `scale` digits to the
 * left and no fewer digits behind it.
 * Returns: false, a as before, where machine words may not do.
 * Cost: a few nanoseconds where it ends soon, about a hundred where never.
 */
bool quotient_words(struct decimal *a, int64_t x, int64_t y, uint32_t scale);

/* The same for x and y of any size, which are cleared. */
const char *quotient_big(struct decimal *a, mpz_t x, mpz_t y, uint32_t scale);

/*
 * Set a to n, which is cleared, divided by 10 to the power of scale, after
 * which more digits follow that are not all 0. n has at least one digit more
 * than are wanted.
 */
const char *quotient_round(struct decimal *a, mpz_t n, int64_t scale);

#endif
