/*
 * rounding - decimals made shorter, and the integers among them
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "big.h"
#include "decimal.h"
#include "decimal_parts.h"
#include "rounding.h"
#include "wide.h"
#include <stddef.h>

/* Divide n by so many tens, half to even. */
static void
lower_big(mpz_t n, uint64_t zeros)
{
	mpz_t power;

	/* Less than a half, and then the power may be too large. */
	if (zeros > big_digits(n)) {
		mpz_set_ui(n, 0);
		return;
	}
	mpz_init(power);
	mpz_ui_pow_ui(power, 10, (unsigned long)zeros);
	big_divide(n, power);
	mpz_clear(power);
}

/* Divide n by so many tens, half to even. */
static int64_t
lower(int64_t n, unsigned zeros)
{
	int64_t power = decimal_power[zeros];
	int64_t whole = n / power, rest = n % power;
	int64_t other = power - (rest < 0 ? -rest : rest);

	if (rest < 0)
		rest = -rest;
	if (rest > other || (rest == other && whole % 2 != 0))
		whole += n < 0 ? -1 : 1;
	return whole;
}

/* Round to an integer of tens, hundreds ... */
static const char *
round_before(struct decimal *a, uint64_t zeros)
{
	mpz_t n;

	big_start();
	mpz_init(n);
	decimal_get_big(n, a);
	lower_big(n, zeros + a->scale);
	if (!big_raise(n, zeros, DECIMAL_MAX)) {
		mpz_clear(n); /* LCOV_EXCL_LINE: n had gigabytes */
		return DECIMAL_TOO_LARGE; /* LCOV_EXCL_LINE: as above */
	}
	decimal_set_big(a, n, 0);
	return NULL;
}

/* Round to a scale that is not longer. */
static void
round_behind(struct decimal *a, uint32_t scale)
{
	uint32_t zeros = a->scale - scale;
	mpz_t n;

	if (a->kind == DECIMAL_WORD && zeros <= DECIMAL_WORD_DIGITS) {
		a->integer.word = lower(a->integer.word, zeros);
		a->scale = scale;
		return;
	}
	big_start();
	mpz_init(n);
	decimal_get_big(n, a);
	lower_big(n, zeros);
	decimal_set_big(a, n, scale);
}

/* Round to a scale that is longer. */
static const char *
lengthen(struct decimal *a, uint32_t scale)
{
	uint32_t zeros = scale - a->scale;
	wide n;
	mpz_t big;

	if (decimal_to_wide(&n, a, zeros)) {
		decimal_set_wide(a, n, scale);
		return NULL;
	}
	big_start();
	mpz_init(big);
	decimal_get_big(big, a);
	if (!big_raise(big, zeros, DECIMAL_MAX)) {
		mpz_clear(big);
		return DECIMAL_TOO_LARGE;
	}
	decimal_set_big(a, big, scale);
	return NULL;
}

const char *
rounding_round(struct decimal *a, int64_t digits)
{
	if (digits < 0)
		return round_before(a, -(uint64_t)digits);
	if ((uint64_t)digits > DECIMAL_MAX)
		return DECIMAL_TOO_LARGE;
	if ((uint32_t)digits > a->scale)
		return lengthen(a, (uint32_t)digits);
	round_behind(a, (uint32_t)digits);
	return NULL;
}

void
rounding_truncate(struct decimal *a)
{
	mpz_t n, power;

	if (a->scale == 0)
		return;
	if (a->kind == DECIMAL_WORD) {
		a->integer.word = a->scale > DECIMAL_WORD_DIGITS ? 0 :
		    a->integer.word / decimal_power[a->scale];
		a->scale = 0;
		return;
	}
	if (a->scale > decimal_digits(a)) {
		decimal_set_wide(a, 0, 0);
		return;
	}
	big_start();
	mpz_inits(n, power, NULL);
	decimal_get_big(n, a);
	mpz_ui_pow_ui(power, 10, a->scale);
	mpz_tdiv_q(n, n, power);
	mpz_clear(power);
	decimal_set_big(a, n, 0);
}

bool
rounding_is_integer(const struct decimal *a)
{
	bool divisible;
	mpz_t n, power;

	if (a->scale == 0)
		return true;
	if (a->kind == DECIMAL_WORD)
		return a->integer.word == 0 ||
		    (a->scale <= DECIMAL_WORD_DIGITS &&
		    a->integer.word % decimal_power[a->scale] == 0);
	/* It is not 0, as that is a word. */
	if (a->scale > decimal_digits(a))
		return false;
	big_start();
	mpz_inits(n, power, NULL);
	decimal_get_big(n, a);
	mpz_ui_pow_ui(power, 10, a->scale);
	divisible = mpz_divisible_p(n, power);
	mpz_clears(n, power, NULL);
	return divisible;
}

bool
rounding_to_word(const struct decimal *a, int64_t *n)
{
	struct decimal whole = DECIMAL_INIT, least = DECIMAL_INIT;
	bool fits;

	if (!rounding_is_integer(a))
		return false;
	if (a->kind == DECIMAL_WORD && a->scale == 0) {
		*n = a->integer.word;
		return true;
	}
	decimal_copy(&whole, a);
	rounding_truncate(&whole);
	/* Where a word is as wide as it gets, this one may be big. */
	decimal_set(&least, INT64_MIN);
	if (decimal_compare(&whole, &least) == 0)
		decimal_set(&whole, INT64_MIN);
	fits = whole.kind == DECIMAL_WORD;
	if (fits)
		*n = whole.integer.word;
	decimal_free(&whole);
	return fits;
}
