/*
 * quotient - one integer divided by another, as a decimal
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "big.h"
#include "decimal.h"
#include "decimal_parts.h"
#include "quotient.h"
#include "wide.h"
#include <stddef.h>

/* -------- machine words -------- */

/* A division without signs that has come so far. */
struct division {
	uint64_t divisor, rest;
	unsigned_wide quotient;
	uint32_t scale;
};

/* Return n without its factors 2 and 5. */
static uint64_t
without_tens(uint64_t n)
{
	while (n % 2 == 0)
		n /= 2;
	while (n % 5 == 0)
		n /= 5;
	return n;
}

/* Return how many digits n has; 0 has none. */
static unsigned
count_digits(uint64_t n)
{
	unsigned digits = 0;

	while (digits <= DECIMAL_WORD_DIGITS &&
	    n >= (uint64_t)decimal_power[digits])
		digits++;
	return digits;
}

/* Go on for so many digits. Returns: they, as one number. */
static uint64_t
divide_on(struct division *division, unsigned digits)
{
	const uint64_t power = (uint64_t)decimal_power[digits];
	const unsigned_wide rest = (unsigned_wide)division->rest * power;
	const uint64_t next = (uint64_t)(rest / division->divisor);

	division->rest = (uint64_t)(rest % division->divisor);
	division->quotient = division->quotient * power + next;
	division->scale += digits;
	return next;
}

/* Divide to the end. Returns: false where that may be far. */
static bool
divide_ending(struct division *division)
{
	unsigned digits = 0;

	while (division->rest != 0) {
		if (++digits > DECIMAL_WORD_DIGITS)
			return false;
		(void)divide_on(division, 1);
	}
	return true;
}

/* Divide to the last digit that is wanted, and round. */
static void
divide_endless(struct division *division)
{
	unsigned digits = count_digits((uint64_t)division->quotient), more;
	uint64_t next;

	/* One digit more; as others follow, it is never just a half. */
	while (digits <= QUOTIENT_DIGITS) {
		more = QUOTIENT_DIGITS + 1 - digits;
		if (more > DECIMAL_WORD_DIGITS)
			more = DECIMAL_WORD_DIGITS;
		next = divide_on(division, more);
		digits = digits > 0 ? digits + more : count_digits(next);
	}
	next = (uint64_t)(division->quotient % 10);
	division->quotient = division->quotient / 10 + (next >= 5);
	division->scale--;
}

bool
quotient_words(struct decimal *a, int64_t x, int64_t y, uint32_t scale)
{
	const uint64_t n = x < 0 ? -(uint64_t)x : (uint64_t)x;
	struct division division = { y < 0 ? -(uint64_t)y : (uint64_t)y };
	wide quotient;

	division.quotient = n / division.divisor;
	division.rest = n % division.divisor;
	division.scale = scale;
	/* This takes two words. */
	if (WIDE_BITS <= 64 && (x == INT64_MIN || division.rest != 0))
		return false;
	if (division.rest != 0) {
		if (scale > DECIMAL_MAX / 2)
			return false;
		if (n % without_tens(division.divisor) != 0)
			divide_endless(&division);
		else if (!divide_ending(&division))
			return false;
	}
	quotient = (wide)division.quotient;
	if ((x < 0) != (y < 0))
		quotient = -quotient;
	decimal_set_wide(a, quotient, division.scale);
	return true;
}

/* -------- any size -------- */

/* Set n to the power of ten. */
static void
set_power(mpz_t n, uint64_t exponent)
{
	mpz_ui_pow_ui(n, 10, (unsigned long)exponent);
}

/* Set a to n, which is cleared, moved by scale. */
static const char *
finish_big(struct decimal *a, mpz_t n, int64_t scale)
{
	if (scale > (int64_t)DECIMAL_MAX ||
	    (scale < 0 && !big_raise(n, (uint64_t)-scale, DECIMAL_MAX))) {
		mpz_clear(n);
		return DECIMAL_TOO_LARGE;
	}
	decimal_set_big(a, n, scale < 0 ? 0 : (uint32_t)scale);
	return NULL;
}

const char *
quotient_round(struct decimal *a, mpz_t n, int64_t scale)
{
	uint64_t digits = big_digits(n);
	mpz_t power;

	mpz_init(power);
	set_power(power, digits - 1);
	digits -= mpz_cmpabs(n, power) < 0;
	/* A last 1 stands for all that follows: it is never just a half. */
	mpz_mul_ui(n, n, 10);
	if (mpz_sgn(n) < 0)
		mpz_sub_ui(n, n, 1);
	else
		mpz_add_ui(n, n, 1);
	set_power(power, digits - QUOTIENT_DIGITS + 1);
	big_divide(n, power);
	scale -= (int64_t)(digits - QUOTIENT_DIGITS);
	/* Nines may have become a one and zeros, which is a digit more. */
	set_power(power, QUOTIENT_DIGITS);
	if (mpz_cmpabs(n, power) == 0) {
		mpz_divexact_ui(n, n, 10);
		scale--;
	}
	mpz_clear(power);
	return finish_big(a, n, scale);
}

/* Say whether n has no factors but 2 and 5, and how many of them. */
static bool
has_only_tens(const mpz_t n, uint64_t *twos, uint64_t *fives)
{
	bool only;
	mpz_t rest, five;

	mpz_init(rest);
	mpz_init_set_ui(five, 5);
	*twos = mpz_scan1(n, 0);
	mpz_tdiv_q_2exp(rest, n, *twos);
	*fives = mpz_remove(rest, rest, five);
	only = mpz_cmp_ui(rest, 1) == 0;
	mpz_clears(rest, five, NULL);
	return only;
}

/* Multiply by so many twos and fives. */
static void
multiply_tens(mpz_t n, uint64_t twos, uint64_t fives)
{
	mpz_t power;

	if (fives > 0) {
		mpz_init(power);
		mpz_ui_pow_ui(power, 5, (unsigned long)fives);
		mpz_mul(n, n, power);
		mpz_clear(power);
	}
	mpz_mul_2exp(n, n, twos);
}

/* Compute x / y, which never ends; y is greater than 0. */
static const char *
divide_on_and_on(struct decimal *a, mpz_t x, mpz_t y, uint32_t scale)
{
	/* Either count may be one too many: that is the 2. */
	const int64_t zeros = QUOTIENT_DIGITS + 2 +
	    (int64_t)big_digits(y) - (int64_t)big_digits(x);
	bool fits;

	if (zeros < 0)
		fits = big_raise(y, (uint64_t)-zeros, UINT64_MAX);
	else
		fits = big_raise(x, (uint64_t)zeros, DECIMAL_MAX);
	mpz_tdiv_q(x, x, y);
	mpz_clear(y);
	if (fits)
		return quotient_round(a, x, (int64_t)scale + zeros);
	mpz_clear(x); /* LCOV_EXCL_LINE: y has gigabytes */
	return DECIMAL_TOO_LARGE; /* LCOV_EXCL_LINE: as above */
}

const char *
quotient_big(struct decimal *a, mpz_t x, mpz_t y, uint32_t scale)
{
	uint64_t twos, fives, digits;
	mpz_t common;

	mpz_init(common);
	mpz_gcd(common, x, y);
	if (mpz_sgn(y) < 0)
		mpz_neg(common, common);
	mpz_divexact(x, x, common);
	mpz_divexact(y, y, common);
	mpz_clear(common);
	if (!has_only_tens(y, &twos, &fives))
		return divide_on_and_on(a, x, y, scale);
	mpz_clear(y);
	digits = twos > fives ? twos : fives;
	if (scale + digits > DECIMAL_MAX ||
	    big_digits(x) + digits > DECIMAL_MAX) {
		mpz_clear(x);
		return DECIMAL_TOO_LARGE;
	}
	multiply_tens(x, digits - twos, digits - fives);
	return finish_big(a, x, (int64_t)(scale + digits));
}
