/*
 * arithmetic - what is computed with decimals besides sums and products
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "arithmetic.h"
#include "big.h"
#include "decimal.h"
#include "decimal_parts.h"
#include "quotient.h"
#include "rounding.h"
#include "wide.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BY_ZERO "division by zero"

static uint32_t
longer_scale(const struct decimal *a, const struct decimal *b)
{
	return a->scale > b->scale ? a->scale : b->scale;
}

/* Say whether it can have so many zeros more. */
static bool
has_room(const struct decimal *a, uint64_t zeros)
{
	return decimal_digits(a) + zeros <= DECIMAL_MAX;
}

const char *
arithmetic_add(struct decimal *a, const struct decimal *b)
{
	uint32_t scale = longer_scale(a, b);

	if (!has_room(a, scale - a->scale) || !has_room(b, scale - b->scale))
		return DECIMAL_TOO_LARGE;
	decimal_add(a, b);
	return NULL;
}

const char *
arithmetic_subtract(struct decimal *a, const struct decimal *b)
{
	uint32_t scale = longer_scale(a, b);
	const char *reason;
	wide m, n;

	if (decimal_to_wide(&m, a, scale - a->scale) &&
	    decimal_to_wide(&n, b, scale - b->scale) &&
	    !__builtin_sub_overflow(m, n, &m)) {
		decimal_set_wide(a, m, scale);
		return NULL;
	}
	if (a == b) {
		decimal_set_wide(a, 0, scale);
		return NULL;
	}
	arithmetic_negate(a);
	reason = arithmetic_add(a, b);
	arithmetic_negate(a);
	return reason;
}

const char *
arithmetic_multiply(struct decimal *a, const struct decimal *b)
{
	if ((uint64_t)a->scale + b->scale > DECIMAL_MAX ||
	    !has_room(a, decimal_digits(b)))
		return DECIMAL_TOO_LARGE;
	decimal_multiply(a, b);
	return NULL;
}

void
arithmetic_negate(struct decimal *a)
{
	wide n;
	mpz_t big;

	if (a->kind == DECIMAL_BIG) {
		mpz_neg(a->integer.big->number, a->integer.big->number);
	} else if (decimal_to_wide(&n, a, 0) &&
	    !__builtin_sub_overflow((wide)0, n, &n)) {
		decimal_set_wide(a, n, a->scale);
	} else {
		big_start();
		mpz_init(big);
		decimal_get_big(big, a);
		mpz_neg(big, big);
		decimal_set_big(a, big, a->scale);
	}
}

void
arithmetic_absolute(struct decimal *a)
{
	if (arithmetic_sign(a) < 0)
		arithmetic_negate(a);
}

int
arithmetic_sign(const struct decimal *a)
{
	wide n;

	if (decimal_to_wide(&n, a, 0))
		return (n > 0) - (n < 0);
	return mpz_sgn(a->integer.big->number);
}

/* Get both at one scale. Returns: false where that is not sure to fit. */
static bool
level_words(int64_t *x, const struct decimal *a, int64_t *y,
    const struct decimal *b)
{
	uint32_t scale = longer_scale(a, b);
	wide m, n;

	if (!decimal_to_wide(&m, a, scale - a->scale) ||
	    !decimal_to_wide(&n, b, scale - b->scale))
		return false;
	*x = (int64_t)m;
	*y = (int64_t)n;
	return *x == m && *y == n;
}

/* Get both at one scale. Returns: false, having made nothing: too large. */
static bool
level(mpz_t x, const struct decimal *a, mpz_t y, const struct decimal *b)
{
	uint32_t scale = longer_scale(a, b);

	big_start();
	mpz_inits(x, y, NULL);
	decimal_get_big(x, a);
	decimal_get_big(y, b);
	if (big_raise(x, scale - a->scale, DECIMAL_MAX) &&
	    big_raise(y, scale - b->scale, DECIMAL_MAX))
		return true;
	mpz_clears(x, y, NULL);
	return false;
}

const char *
arithmetic_floor_divide(struct decimal *a, const struct decimal *b)
{
	int64_t m, n;
	mpz_t x, y;

	if (arithmetic_sign(b) == 0)
		return BY_ZERO;
	if (level_words(&m, a, &n, b) && n != -1) {
		decimal_set_wide(a, m / n - (m % n != 0 && (m ^ n) < 0), 0);
		return NULL;
	}
	if (!level(x, a, y, b))
		return DECIMAL_TOO_LARGE;
	mpz_fdiv_q(x, x, y);
	mpz_clear(y);
	decimal_set_big(a, x, 0);
	return NULL;
}

const char *
arithmetic_modulo(struct decimal *a, const struct decimal *b)
{
	uint32_t scale = longer_scale(a, b);
	int64_t m, n, rest;
	mpz_t x, y;

	if (arithmetic_sign(b) == 0)
		return BY_ZERO;
	if (level_words(&m, a, &n, b) && n != -1) {
		rest = m % n;
		if (rest != 0 && (rest ^ n) < 0)
			rest += n;
		decimal_set_wide(a, rest, scale);
		return NULL;
	}
	if (!level(x, a, y, b))
		return DECIMAL_TOO_LARGE;
	mpz_fdiv_r(x, x, y);
	mpz_clear(y);
	decimal_set_big(a, x, scale);
	return NULL;
}

const char *
arithmetic_divide(struct decimal *a, const struct decimal *b)
{
	/* What makes the integers' quotient that of a and b but for scale. */
	uint32_t zeros = a->scale < b->scale ? b->scale - a->scale : 0;
	uint32_t scale = a->scale < b->scale ? 0 : a->scale - b->scale;
	wide n;
	mpz_t x, y;

	if (arithmetic_sign(b) == 0)
		return BY_ZERO;
	if (b->kind == DECIMAL_WORD && decimal_to_wide(&n, a, zeros) &&
	    n == (int64_t)n &&
	    quotient_words(a, (int64_t)n, b->integer.word, scale))
		return NULL;
	big_start();
	mpz_inits(x, y, NULL);
	decimal_get_big(x, a);
	decimal_get_big(y, b);
	if (big_raise(x, zeros, DECIMAL_MAX))
		return quotient_big(a, x, y, scale);
	mpz_clears(x, y, NULL);
	return DECIMAL_TOO_LARGE;
}

/* Raise words with no overflow. Returns: false where there is one. */
static bool
raise_words(int64_t *power, int64_t n, uint64_t exponent)
{
	for (*power = 1;; exponent /= 2) {
		if (exponent % 2 != 0 &&
		    __builtin_mul_overflow(*power, n, power))
			return false;
		if (exponent <= 1)
			return true;
		if (__builtin_mul_overflow(n, n, &n))
			return false;
	}
}

/*
 * Say whether n, which is neither 0 nor 1 nor -1, may be raised so high. Where
 * its bits are few they say too little; those of a power of it say more.
 */
static bool
may_raise(const mpz_t n, uint64_t exponent)
{
	enum { HIGH = 64, FEW = 1024 };
	uint64_t bits = mpz_sizeinbase(n, 2);
	mpz_t power;

	if (exponent <= DECIMAL_BITS / bits)
		return true;
	if (bits > FEW)
		return exponent <= DECIMAL_BITS / (bits - 1);
	mpz_init(power);
	mpz_pow_ui(power, n, HIGH);
	bits = mpz_sizeinbase(power, 2);
	mpz_clear(power);
	return exponent <= (DECIMAL_BITS - 1) * HIGH / (bits - 1);
}

/* Raise to an exponent from 0, where the scale is not too large. */
static const char *
raise_big(struct decimal *a, uint64_t exponent, uint32_t scale)
{
	mpz_t n;

	big_start();
	mpz_init(n);
	decimal_get_big(n, a);
	if (may_raise(n, exponent)) {
		mpz_pow_ui(n, n, (unsigned long)exponent);
		if (big_digits(n) <= DECIMAL_MAX) {
			decimal_set_big(a, n, scale);
			return NULL;
		}
	}
	mpz_clear(n);
	return DECIMAL_TOO_LARGE;
}

/* Raise to an exponent from 0. */
static const char *
raise_decimal(struct decimal *a, uint64_t exponent)
{
	int64_t power;

	if (exponent == 2)
		return arithmetic_multiply(a, a);
	if (exponent == 0) {
		decimal_set(a, 1);
		return NULL;
	}
	if (a->scale > DECIMAL_MAX / exponent)
		return DECIMAL_TOO_LARGE;
	if (a->kind == DECIMAL_WORD &&
	    raise_words(&power, a->integer.word, exponent)) {
		decimal_set_wide(a, power, (uint32_t)(a->scale * exponent));
		return NULL;
	}
	return raise_big(a, exponent, (uint32_t)(a->scale * exponent));
}

/* a = 1 / a ** exponent */
static const char *
raise_below(struct decimal *a, uint64_t exponent)
{
	struct decimal power = DECIMAL_INIT, one = DECIMAL_INIT;
	const char *reason;

	if (arithmetic_sign(a) == 0)
		return "0 to a negative power";
	decimal_copy(&power, a);
	decimal_set(&one, 1);
	reason = raise_decimal(&power, exponent);
	if (!reason)
		reason = arithmetic_divide(&one, &power);
	if (!reason)
		decimal_copy(a, &one);
	decimal_free(&power);
	decimal_free(&one);
	return reason;
}

/* Raise to what is no word: only 0, 1 and -1 can be. */
static const char *
raise_far(struct decimal *a, const struct decimal *b)
{
	struct decimal rest = DECIMAL_INIT, two = DECIMAL_INIT;
	int64_t n = 0;

	if (!rounding_to_word(a, &n) || n < -1 || n > 1 || a->scale > 0)
		return DECIMAL_TOO_LARGE;
	if (n == 0 && arithmetic_sign(b) < 0)
		return raise_below(a, 1);
	decimal_set(&two, 2);
	decimal_copy(&rest, b);
	/* Its sign and its last digit are as those of b. */
	(void)arithmetic_modulo(&rest, &two);
	if (n < 0 && arithmetic_sign(&rest) == 0)
		decimal_set(a, 1);
	decimal_free(&rest);
	return NULL;
}

const char *
arithmetic_power(struct decimal *a, const struct decimal *b)
{
	int64_t exponent;

	if (!rounding_is_integer(b))
		return "power with a fraction as exponent";
	if (!rounding_to_word(b, &exponent))
		return raise_far(a, b);
	if (exponent < 0)
		return raise_below(a, -(uint64_t)exponent);
	return raise_decimal(a, (uint64_t)exponent);
}

const char *
arithmetic_root(struct decimal *a)
{
	/* A square has an even scale; the root of this has digits enough. */
	const uint64_t wanted = 2 * (QUOTIENT_DIGITS + 2);
	uint64_t scale = (uint64_t)a->scale + a->scale % 2, more = 0;
	mpz_t n;

	if (arithmetic_sign(a) < 0)
		return "root of a negative number";
	big_start();
	mpz_init(n);
	decimal_get_big(n, a);
	if (a->scale % 2 != 0)
		mpz_mul_ui(n, n, 10);
	if (mpz_perfect_square_p(n)) {
		mpz_sqrt(n, n);
		decimal_set_big(a, n, (uint32_t)(scale / 2));
		return NULL;
	}
	if (big_digits(n) < wanted)
		more = wanted - big_digits(n) + 1;
	more -= more % 2;
	(void)big_raise(n, more, DECIMAL_MAX);
	mpz_sqrt(n, n);
	return quotient_round(a, n, (int64_t)((scale + more) / 2));
}
