/*
 * decimal_parts - what decimals are made of, for the modules that compute
 *
 * Layer 1: may include layer 0, big, decimal, numeral, wide. A decimal is its
 * integer divided by ten to the power of its scale. The integer is of the
 * smallest kind that holds it; the least wide one may be big.
 *
 *	if (a->kind == DECIMAL_WORD)
 *		... a->integer.word ...
 *	if (decimal_to_wide(&n, a, 0))
 *		decimal_set_wide(a, n / 2, a->scale);
 *	mpz_init(x);
 *	decimal_get_big(x, a);
 *	decimal_set_big(a, x, a->scale);	which clears x
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef DECIMAL_PARTS_H
#define DECIMAL_PARTS_H

#include "big.h"
#include "decimal.h"
#include "numeral.h"
#include "wide.h"
#include <stdbool.h>
#include <stdint.h>

#define DECIMAL_TOO_LARGE "number too large"

/* How many bits the largest integer of DECIMAL_MAX digits has. */
#define DECIMAL_BITS UINT64_C(7133786264)

/* So many digits fit a machine word, whatever they are. */
#define DECIMAL_WORD_DIGITS NUMERAL_WORD_DIGITS

/* The powers of ten of those. */
extern const int64_t decimal_power[DECIMAL_WORD_DIGITS + 1];

struct decimal_big {
	mpz_t number;
};

/* Set to an integer, as the smallest kind that holds it. */
void decimal_set_wide(struct decimal *value, wide n, uint32_t scale);

/* The same with n, which is cleared. */
void decimal_set_big(struct decimal *value, mpz_t n, uint32_t scale);

/*
 * Compute the integer with so many zeros behind it.
 * Returns: false where that is not sure to fit.
 */
bool decimal_to_wide(wide *n, const struct decimal *value, uint32_t zeros);

/* Set n, which is initialised, to the integer. */
void decimal_get_big(mpz_t n, const struct decimal *value);

/* Return no less than how many digits the integer has. */
static inline uint64_t
decimal_digits(const struct decimal *value)
{
	if (value->kind == DECIMAL_WORD)
		return 19;
	if (value->kind == DECIMAL_WIDE)
		return 39;
	return big_digits(value->integer.big->number);
}

#endif
