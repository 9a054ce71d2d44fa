/*
 * decimal - exact decimal numbers of any size
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "big.h"
#include "decimal.h"
#include "decimal_parts.h"
#include "memory.h"
#include "message.h"
#include "numeral.h"
#include "wide.h"
#include <stdlib.h>
#include <string.h>

const int64_t decimal_power[DECIMAL_WORD_DIGITS + 1] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000,
	1000000000, 10000000000, 100000000000, 1000000000000, 10000000000000,
	100000000000000, 1000000000000000, 10000000000000000,
	100000000000000000, 1000000000000000000
};

struct decimal_text {
	size_t capacity;
	char bytes[];
};

static noreturn void
too_large(void)
{
	die(NULL, DECIMAL_TOO_LARGE);
}

static void
release(struct decimal *value)
{
	if (value->kind == DECIMAL_BIG) {
		mpz_clear(value->integer.big->number);
		free(value->integer.big);
	}
	value->kind = DECIMAL_WORD;
}

static void
set_word(struct decimal *value, int64_t n, uint32_t scale)
{
	if (value->kind != DECIMAL_WORD)
		release(value);
	value->integer.word = n;
	value->scale = scale;
}

void
decimal_set_wide(struct decimal *value, wide n, uint32_t scale)
{
	set_word(value, (int64_t)n, scale);
	if (value->integer.word == n)
		return;
	value->kind = DECIMAL_WIDE;
	value->integer.wide[0] = (uint64_t)n;
	value->integer.wide[1] = WIDE_HIGH((unsigned_wide)n);
}

bool
decimal_to_wide(wide *n, const struct decimal *value, uint32_t zeros)
{
	if (value->kind == DECIMAL_WORD && zeros <= DECIMAL_WORD_DIGITS)
		return wide_multiply(n, value->integer.word,
		    decimal_power[zeros]);
	*n = (wide)WIDE_JOIN(value->integer.wide);
	return value->kind == DECIMAL_WIDE && zeros == 0;
}

/* Split what is not big, without its sign. Returns: whether it has one. */
static bool
split(const struct decimal *value, uint64_t half[2])
{
	int64_t word = value->integer.word;

	if (value->kind == DECIMAL_WIDE)
		return wide_split((wide)WIDE_JOIN(value->integer.wide), half);
	half[0] = word < 0 ? -(uint64_t)word : (uint64_t)word;
	half[1] = 0;
	return word < 0;
}

void
decimal_get_big(mpz_t n, const struct decimal *value)
{
	uint64_t half[2];
	bool negative;

	if (value->kind == DECIMAL_BIG) {
		mpz_set(n, value->integer.big->number);
		return;
	}
	negative = split(value, half);
	big_set_halves(n, half, negative);
}

void
decimal_set_big(struct decimal *value, mpz_t n, uint32_t scale)
{
	struct decimal_big *big;
	uint64_t half[2];
	wide small;

	if (big_halves(n, WIDE_BITS, half)) {
		small = (wide)WIDE_JOIN(half);
		decimal_set_wide(value, mpz_sgn(n) < 0 ? -small : small, scale);
		mpz_clear(n);
		return;
	}
	release(value);
	big = xallocate(1, sizeof *big);
	mpz_init(big->number);
	mpz_swap(big->number, n);
	mpz_clear(n);
	value->kind = DECIMAL_BIG;
	value->integer.big = big;
	value->scale = scale;
}

/* Put so many zeros behind n. */
static void
raise_big(mpz_t n, uint64_t zeros)
{
	if (!big_raise(n, zeros, DECIMAL_MAX))
		too_large();
}

/* Return how many zeros a number of one scale needs to have the other. */
static uint32_t
lack(uint32_t scale, uint32_t other)
{
	return scale < other ? other - scale : 0;
}

/* Set to a number that does not fit a word, or has an exponent. */
static __attribute__((noinline)) void
set_long(struct decimal *value, const struct numeral *numeral)
{
	int64_t scale = (int64_t)numeral->after - numeral->exponent;
	char *digits;
	mpz_t n;

	if (numeral->before + numeral->after > DECIMAL_MAX ||
	    scale > (int64_t)DECIMAL_MAX)
		too_large(); /* LCOV_EXCL_LINE: of gigabytes */
	digits = numeral_digits(numeral);
	big_start();
	mpz_init(n);
	mpz_set_str(n, digits, 10);
	free(digits);
	if (numeral->negative)
		mpz_neg(n, n);
	if (scale < 0) {
		raise_big(n, (uint64_t)-scale);
		scale = 0;
	}
	decimal_set_big(value, n, (uint32_t)scale);
}

bool
decimal_parse(struct decimal *value, const char *bytes, size_t len)
{
	struct numeral numeral;
	int64_t word;

	if (!numeral_read(&numeral, bytes, len))
		return false;
	if (numeral_word(&numeral, &word))
		set_word(value, word, (uint32_t)numeral.after);
	else
		set_long(value, &numeral);
	return true;
}

void
decimal_set(struct decimal *value, int64_t n)
{
	set_word(value, n, 0);
}

void
decimal_copy(struct decimal *to, const struct decimal *from)
{
	mpz_t n;

	if (to == from)
		return;
	if (from->kind == DECIMAL_BIG) {
		big_start();
		mpz_init(n);
		decimal_get_big(n, from);
		decimal_set_big(to, n, from->scale);
		return;
	}
	release(to);
	to->kind = from->kind;
	to->integer = from->integer;
	to->scale = from->scale;
}

/* Bring the integers of a and b, x and y, to one scale. */
static void
level(mpz_t x, const struct decimal *a, mpz_t y, const struct decimal *b)
{
	raise_big(x, lack(a->scale, b->scale));
	raise_big(y, lack(b->scale, a->scale));
}

/* Add what is not two words of one scale: aside, so that those are quick. */
static __attribute__((noinline)) void
add_unlike(struct decimal *a, const struct decimal *b)
{
	uint32_t scale = a->scale > b->scale ? a->scale : b->scale;
	wide m, n;
	mpz_t x, y;

	if (decimal_to_wide(&m, a, scale - a->scale) &&
	    decimal_to_wide(&n, b, scale - b->scale) &&
	    !__builtin_add_overflow(m, n, &m)) {
		decimal_set_wide(a, m, scale);
		return;
	}
	big_start();
	mpz_inits(x, y, NULL);
	decimal_get_big(x, a);
	decimal_get_big(y, b);
	level(x, a, y, b);
	mpz_add(x, x, y);
	mpz_clear(y);
	decimal_set_big(a, x, scale);
}

void
decimal_add(struct decimal *a, const struct decimal *b)
{
	int64_t sum;

	if (a->kind == DECIMAL_WORD && b->kind == DECIMAL_WORD &&
	    a->scale == b->scale && !__builtin_add_overflow(a->integer.word,
	    b->integer.word, &sum))
		a->integer.word = sum;
	else
		add_unlike(a, b);
}

void
decimal_multiply(struct decimal *a, const struct decimal *b)
{
	uint64_t scale = (uint64_t)a->scale + b->scale;
	wide n;
	mpz_t x, y;

	if (scale > DECIMAL_MAX)
		too_large();
	if (a->kind == DECIMAL_WORD && b->kind == DECIMAL_WORD &&
	    wide_multiply(&n, a->integer.word, b->integer.word)) {
		decimal_set_wide(a, n, (uint32_t)scale);
		return;
	}
	big_start();
	mpz_inits(x, y, NULL);
	decimal_get_big(x, a);
	decimal_get_big(y, b);
	if (big_digits(x) + big_digits(y) > DECIMAL_MAX)
		too_large(); /* LCOV_EXCL_LINE: of a gigabyte */
	mpz_mul(x, x, y);
	mpz_clear(y);
	decimal_set_big(a, x, (uint32_t)scale);
}

void
decimal_divide(struct decimal *a, uint64_t n, size_t scale)
{
	uint64_t half[2] = { n, 0 };
	mpz_t x, divisor;

	big_start();
	mpz_inits(x, divisor, NULL);
	decimal_get_big(x, a);
	big_set_halves(divisor, half, false);
	raise_big(x, lack(a->scale, (uint32_t)scale));
	raise_big(divisor, lack((uint32_t)scale, a->scale));
	big_divide(x, divisor);
	mpz_clear(divisor);
	decimal_set_big(a, x, (uint32_t)scale);
}

static int
compare_big(const struct decimal *a, const struct decimal *b)
{
	int64_t first, second;
	int order;
	mpz_t x, y;

	big_start();
	mpz_inits(x, y, NULL);
	decimal_get_big(x, a);
	decimal_get_big(y, b);
	/* Where the first digits stand, give or take one. */
	first = (int64_t)big_digits(x) - a->scale;
	second = (int64_t)big_digits(y) - b->scale;
	if (mpz_sgn(x) != mpz_sgn(y) || mpz_sgn(x) == 0) {
		order = mpz_sgn(x) - mpz_sgn(y);
	} else if (first > second + 1 || second > first + 1) {
		order = first > second ? mpz_sgn(x) : -mpz_sgn(x);
	} else {
		level(x, a, y, b);
		order = mpz_cmp(x, y);
	}
	mpz_clears(x, y, NULL);
	return order;
}

int
decimal_compare(const struct decimal *a, const struct decimal *b)
{
	wide m, n;

	if (a->kind == DECIMAL_WORD && b->kind == DECIMAL_WORD &&
	    a->scale == b->scale)
		return (a->integer.word > b->integer.word) -
		    (a->integer.word < b->integer.word);
	if (decimal_to_wide(&m, a, lack(a->scale, b->scale)) &&
	    decimal_to_wide(&n, b, lack(b->scale, a->scale)))
		return (m > n) - (m < n);
	return compare_big(a, b);
}

/* Make room for so many bytes. Returns: its end. */
static char *
room(struct decimal *value, size_t len)
{
	struct decimal_text *text = value->text;

	if (!text || text->capacity < len) {
		len += len / 2;
		free(text);
		text = xallocate(sizeof *text + len, 1);
		text->capacity = len;
		value->text = text;
	}
	return text->bytes + text->capacity;
}

const char *
decimal_text(struct decimal *value, size_t *len)
{
	uint64_t half[2];
	bool negative;
	size_t n;
	char *end, *text;

	if (value->kind == DECIMAL_BIG) {
		mpz_t *big = &value->integer.big->number;

		/* Its digits, a sign and a NUL; or zeros and a point. */
		end = room(value, big_digits(*big) + value->scale + 4);
		text = value->text->bytes;
		mpz_get_str(text, 10, *big);
		negative = *text == '-';
		text += negative;
		n = strlen(text);
		text = memmove(end - n, text, n);
	} else {
		end = room(value, (size_t)value->scale + NUMERAL_ROOM);
		negative = split(value, half);
		text = numeral_write(end, half);
	}
	text = numeral_complete(text, end, value->scale, negative);
	*len = (size_t)(end - text);
	return text;
}

char *
decimal_put(const struct decimal *value, char *to)
{
	const int64_t word = value->integer.word;

	if (value->kind != DECIMAL_WORD || value->scale > NUMERAL_PUT_SCALE)
		return NULL;
	if (word < 0)
		*to++ = '-';
	return numeral_put(to, word < 0 ? -(uint64_t)word : (uint64_t)word,
	    value->scale);
}

void
decimal_free(struct decimal *value)
{
	release(value);
	free(value->text);
	*value = (struct decimal)DECIMAL_INIT;
}
