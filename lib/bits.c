/*
 * bits - integers as rows of bits, as Python has them
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "big.h"
#include "bits.h"
#include "decimal.h"
#include "decimal_parts.h"
#include "rounding.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NO_INTEGER "not an integer"

enum operation { AND, OR, XOR };

static int64_t
combine_words(enum operation operation, int64_t a, int64_t b)
{
	if (operation == AND)
		return a & b;
	return operation == OR ? a | b : a ^ b;
}

/* Get the integer that a has the value of, which has no fraction. */
static void
get_integer(mpz_t n, const struct decimal *a)
{
	struct decimal whole = DECIMAL_INIT;

	decimal_copy(&whole, a);
	rounding_truncate(&whole);
	decimal_get_big(n, &whole);
	decimal_free(&whole);
}

static const char *
combine(struct decimal *a, const struct decimal *b, enum operation operation)
{
	mpz_t m, n;

	if (a->kind == DECIMAL_WORD && b->kind == DECIMAL_WORD &&
	    a->scale == 0 && b->scale == 0) {
		a->integer.word = combine_words(operation, a->integer.word,
		    b->integer.word);
		return NULL;
	}
	if (!rounding_is_integer(a) || !rounding_is_integer(b))
		return NO_INTEGER;
	big_start();
	mpz_inits(m, n, NULL);
	get_integer(m, a);
	get_integer(n, b);
	if (operation == AND)
		mpz_and(m, m, n);
	else if (operation == OR)
		mpz_ior(m, m, n);
	else
		mpz_xor(m, m, n);
	mpz_clear(n);
	decimal_set_big(a, m, 0);
	return NULL;
}

const char *
bits_and(struct decimal *a, const struct decimal *b)
{
	return combine(a, b, AND);
}

const char *
bits_or(struct decimal *a, const struct decimal *b)
{
	return combine(a, b, OR);
}

const char *
bits_xor(struct decimal *a, const struct decimal *b)
{
	return combine(a, b, XOR);
}

const char *
bits_invert(struct decimal *a)
{
	mpz_t n;

	if (!rounding_is_integer(a))
		return NO_INTEGER;
	if (a->kind == DECIMAL_WORD) {
		rounding_truncate(a);
		a->integer.word = ~a->integer.word;
		return NULL;
	}
	big_start();
	mpz_init(n);
	get_integer(n, a);
	mpz_com(n, n);
	decimal_set_big(a, n, 0);
	return NULL;
}

/* Get how far to shift: what is too far for a word becomes INT64_MAX. */
static const char *
get_count(int64_t *count, const struct decimal *a, const struct decimal *b)
{
	static const struct decimal zero = DECIMAL_INIT;

	if (!rounding_is_integer(a) || !rounding_is_integer(b))
		return NO_INTEGER;
	if (decimal_compare(b, &zero) < 0)
		return "negative shift count";
	if (!rounding_to_word(b, count))
		*count = INT64_MAX;
	return NULL;
}

const char *
bits_shift_left(struct decimal *a, const struct decimal *b)
{
	const char *reason;
	int64_t count, word;
	mpz_t n;

	reason = get_count(&count, a, b);
	if (reason)
		return reason;
	if (rounding_to_word(a, &word) && (word == 0 || (count < 63 &&
	    !__builtin_mul_overflow(word, (int64_t)1 << count, &word)))) {
		decimal_set(a, word);
		return NULL;
	}
	big_start();
	mpz_init(n);
	get_integer(n, a);
	if ((uint64_t)count + mpz_sizeinbase(n, 2) > DECIMAL_BITS) {
		mpz_clear(n);
		return DECIMAL_TOO_LARGE;
	}
	mpz_mul_2exp(n, n, (mp_bitcnt_t)count);
	decimal_set_big(a, n, 0);
	return NULL;
}

const char *
bits_shift_right(struct decimal *a, const struct decimal *b)
{
	const char *reason;
	int64_t count;
	mpz_t n;

	reason = get_count(&count, a, b);
	if (reason)
		return reason;
	if (a->kind == DECIMAL_WORD) {
		rounding_truncate(a);
		a->integer.word >>= count < 63 ? count : 63;
		return NULL;
	}
	big_start();
	mpz_init(n);
	get_integer(n, a);
	mpz_fdiv_q_2exp(n, n, (mp_bitcnt_t)count);
	decimal_set_big(a, n, 0);
	return NULL;
}
