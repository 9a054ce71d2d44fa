/*
 * big - GMP's integers: their memory, and what we need to get in and out
 *
 * Layer 1: may include layer 0. GMP by itself aborts where there is no memory;
 * with ours that is a message and status 1, and what mpz_get_str returns is
 * freed with free().
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef BIG_H
#define BIG_H

#include <gmp.h>
#include <stdbool.h>
#include <stdint.h>

/* Let GMP use our allocation. Call it before any of its integers is made. */
void big_start(void);

/* Set to the value of two halves, the low one first. */
void big_set_halves(mpz_t n, const uint64_t half[2], bool negative);

/*
 * Get the magnitude as two halves.
 * Returns: false where it has more than that many bits, at most 128.
 */
bool big_halves(const mpz_t n, unsigned bits, uint64_t half[2]);

/* Return how many digits n has, or one more. */
uint64_t big_digits(const mpz_t n);

/*
 * Put `zeros` zeros behind n.
 * Returns: false, having done nothing, where it would pass `most` digits.
 */
bool big_raise(mpz_t n, uint64_t zeros, uint64_t most);

/* Divide n, rounding half to even. divisor is greater than 0. */
void big_divide(mpz_t n, const mpz_t divisor);

#endif
