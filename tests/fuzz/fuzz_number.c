/*
 * Two texts as numbers: read as a plain reader does, and what is computed with
 * them is what GMP computes with their digits. What is written is read back
 * as the same number.
 *
 * Shape: a byte, one number up to a newline, the other.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "aid.h"
#include "arithmetic.h"
#include "bits.h"
#include "decimal.h"
#include "decimal_parts.h"
#include "fuzz.h"
#include "quotient.h"
#include "rounding.h"
#include <gmp.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST 300

/* An exponent of more digits takes long and has a test of its own. */
#define EXPONENT_DIGITS 3

/* An integer and how many digits of it stand behind the point. */
struct plain {
	mpz_t n;
	size_t scale;
};

/* -------- reading and writing, plainly -------- */

enum reading { READ, REFUSED, TOO_LONG };

/* n digits at *at; *at passes them. */
static size_t
pass_digits(const char **at, const char *end)
{
	const char *begin = *at;

	while (*at < end && **at >= '0' && **at <= '9')
		++*at;
	return (size_t)(*at - begin);
}

static void
pass_blanks(const char **at, const char *end)
{
	while (*at < end && (**at == ' ' || **at == '\t'))
		++*at;
}

static bool
pass_sign(const char **at, const char *end)
{
	const bool negative = *at < end && **at == '-';

	if (*at < end && (**at == '-' || **at == '+'))
		++*at;
	return negative;
}

static enum reading
read_exponent(const char **at, const char *end, long *exponent)
{
	const bool negative = pass_sign(at, end);
	const char *digits = *at;
	const size_t n = pass_digits(at, end);

	if (n == 0 || n > 6)
		return REFUSED;
	*exponent = strtol(digits, NULL, 10);
	if (negative)
		*exponent = -*exponent;
	return n > EXPONENT_DIGITS ? TOO_LONG : READ;
}

/* text has a NUL behind it. */
static enum reading
read_plain(struct plain *plain, const char *text, size_t len)
{
	const char *at = text, *end = text + len, *whole, *fraction;
	char digits[LONGEST + 1];
	enum reading reading = READ;
	size_t before, after = 0;
	long exponent = 0;
	bool negative;

	pass_blanks(&at, end);
	negative = pass_sign(&at, end);
	whole = at;
	before = pass_digits(&at, end);
	fraction = at;
	if (at < end && *at == '.') {
		fraction = ++at;
		after = pass_digits(&at, end);
	}
	if (before + after == 0)
		return REFUSED;
	if (at < end && (*at == 'e' || *at == 'E')) {
		at++;
		reading = read_exponent(&at, end, &exponent);
		if (reading == REFUSED)
			return REFUSED;
	}
	pass_blanks(&at, end);
	if (at < end)
		return REFUSED;
	if (reading == TOO_LONG)
		return TOO_LONG;
	memcpy(digits, whole, before);
	memcpy(digits + before, fraction, after);
	digits[before + after] = '\0';
	mpz_set_str(plain->n, digits, 10);
	if (negative)
		mpz_neg(plain->n, plain->n);
	plain->scale = after;
	if (exponent < 0) {
		plain->scale += (size_t)-exponent;
	} else if ((size_t)exponent <= plain->scale) {
		plain->scale -= (size_t)exponent;
	} else {
		mpz_t power;

		mpz_init(power);
		mpz_ui_pow_ui(power, 10, (size_t)exponent - plain->scale);
		mpz_mul(plain->n, plain->n, power);
		mpz_clear(power);
		plain->scale = 0;
	}
	return READ;
}

/* Hold the text of a number against one of these. */
static void
must_be(struct decimal *value, const mpz_t n, size_t scale)
{
	char *digits = mpz_get_str(NULL, 10, n);
	const bool negative = *digits == '-';
	const size_t n_digits = strlen(digits) - negative;
	const size_t zeros = n_digits > scale ? 0 : scale + 1 - n_digits;
	char *want = malloc(zeros + n_digits + 3), *at = want;
	struct decimal again = DECIMAL_INIT;
	const char *text;
	size_t len, i;

	must(want != NULL);
	if (negative)
		*at++ = '-';
	for (i = 0; i < zeros + n_digits; i++) {
		if (scale > 0 && i == zeros + n_digits - scale)
			*at++ = '.';
		*at++ = i < zeros ? '0' : digits[negative + i - zeros];
	}
	text = decimal_text(value, &len);
	must_equal(text, len, want, (size_t)(at - want));
	must(decimal_scale(value) == scale);
	must(arithmetic_sign(value) == mpz_sgn(n));
	must(decimal_parse(&again, text, len));
	must(decimal_compare(value, &again) == 0);
	must(decimal_scale(&again) == scale && again.kind == value->kind);
	decimal_free(&again);
	free(want);
	free(digits);
}

/* -------- computing -------- */

/* Both with the same number of digits behind the point. */
static size_t
align(mpz_t x, mpz_t y, const struct plain *a, const struct plain *b)
{
	const size_t scale = a->scale > b->scale ? a->scale : b->scale;

	mpz_ui_pow_ui(x, 10, scale - a->scale);
	mpz_mul(x, x, a->n);
	mpz_ui_pow_ui(y, 10, scale - b->scale);
	mpz_mul(y, y, b->n);
	return scale;
}

typedef const char *computation(struct decimal *, const struct decimal *);

/* Compute it of copies, once with the two the same where they are equal. */
static const char *
compute(computation *function, struct decimal *to, const struct decimal *a,
    const struct decimal *b)
{
	decimal_copy(to, a);
	return function(to, a == b ? to : b);
}

static void
check_sums(const struct decimal *a, const struct decimal *b,
    const struct plain *p, const struct plain *q)
{
	struct decimal to = DECIMAL_INIT;
	size_t scale;
	mpz_t x, y, z;
	int order;

	mpz_inits(x, y, z, NULL);
	scale = align(x, y, p, q);
	mpz_add(z, x, y);
	must(!compute(arithmetic_add, &to, a, b));
	must_be(&to, z, scale);
	mpz_sub(z, x, y);
	must(!compute(arithmetic_subtract, &to, a, b));
	must_be(&to, z, scale);
	mpz_mul(z, p->n, q->n);
	must(!compute(arithmetic_multiply, &to, a, b));
	must_be(&to, z, p->scale + q->scale);
	order = mpz_cmp(x, y);
	must((decimal_compare(a, b) > 0) == (order > 0));
	must((decimal_compare(a, b) < 0) == (order < 0));
	if (mpz_sgn(y) == 0) {
		must(compute(arithmetic_floor_divide, &to, a, b) != NULL);
		must_be(&to, p->n, p->scale);
		must(compute(arithmetic_modulo, &to, a, b) != NULL);
		must(compute(arithmetic_divide, &to, a, b) != NULL);
	} else {
		mpz_fdiv_qr(x, y, x, y);
		must(!compute(arithmetic_floor_divide, &to, a, b));
		must_be(&to, x, 0);
		must(!compute(arithmetic_modulo, &to, a, b));
		must_be(&to, y, scale);
	}
	decimal_free(&to);
	mpz_clears(x, y, z, NULL);
}

/* Return how many digits an integer has. */
static size_t
digits_of(const mpz_t n)
{
	char *text = mpz_get_str(NULL, 10, n);
	const size_t len = strlen(text) - (*text == '-');

	free(text);
	return len;
}

/* Say whether x divided by y, which is not 0, comes to an end. */
static bool
ends(const mpz_t x, const mpz_t y)
{
	mpz_t rest, factor;
	bool found;

	mpz_init(rest);
	mpz_gcd(rest, x, y);
	mpz_divexact(rest, y, rest);
	mpz_init_set_ui(factor, 2);
	mpz_remove(rest, rest, factor);
	mpz_set_ui(factor, 5);
	mpz_remove(rest, rest, factor);
	found = mpz_cmpabs_ui(rest, 1) == 0;
	mpz_clears(rest, factor, NULL);
	return found;
}

/*
 * A quotient times the divisor is the number, or it never ends: then it has
 * 34 digits and lies no further from the true one than half of the last.
 */
static void
check_quotient(const struct decimal *a, const struct decimal *b,
    const struct plain *p, const struct plain *q)
{
	struct decimal to = DECIMAL_INIT;
	size_t scale, more, digits;
	mpz_t n, x, y, unit;

	if (mpz_sgn(q->n) == 0)
		return;
	must(!compute(arithmetic_divide, &to, a, b));
	mpz_inits(n, x, y, unit, NULL);
	decimal_get_big(n, &to);
	scale = decimal_scale(&to);
	must_be(&to, n, scale);
	/* n * b and a with as many digits behind the point, and 1 * b */
	mpz_mul(x, n, q->n);
	mpz_set(y, p->n);
	mpz_set(unit, q->n);
	more = scale + q->scale;
	mpz_ui_pow_ui(n, 10, more > p->scale ? more - p->scale :
	    p->scale - more);
	if (more > p->scale) {
		mpz_mul(y, y, n);
	} else {
		mpz_mul(x, x, n);
		mpz_mul(unit, unit, n);
	}
	must((mpz_cmp(x, y) == 0) == ends(y, unit));
	if (mpz_cmp(x, y) != 0) {
		decimal_get_big(n, &to);
		digits = digits_of(n);
		must(digits == QUOTIENT_DIGITS ||
		    (scale == 0 && digits > QUOTIENT_DIGITS));
		mpz_sub(x, x, y);
		mpz_mul_2exp(x, x, 1);
		mpz_ui_pow_ui(n, 10, digits - QUOTIENT_DIGITS);
		mpz_mul(unit, unit, n);
		/* It is never just a half. */
		must(mpz_cmpabs(x, unit) < 0);
	}
	decimal_free(&to);
	mpz_clears(n, x, y, unit, NULL);
}

/* A square root is the true one, or the nearest of 34 digits. */
static void
check_root(const struct decimal *a, const struct plain *p)
{
	struct decimal to = DECIMAL_INIT, below = DECIMAL_INIT;
	struct decimal half = DECIMAL_INIT, square = DECIMAL_INIT;

	decimal_copy(&to, a);
	if (mpz_sgn(p->n) < 0) {
		must(arithmetic_root(&to) != NULL);
		must_be(&to, p->n, p->scale);
	} else {
		must(!arithmetic_root(&to));
		decimal_copy(&square, &to);
		decimal_multiply(&square, &to);
		if (decimal_compare(&square, a) != 0 &&
		    decimal_scale(&to) > 0) {
			/* Half a digit less is too little, more too much. */
			must(decimal_parse(&half, "5", 1));
			half.scale = to.scale + 1;
			decimal_copy(&below, &to);
			must(!arithmetic_subtract(&below, &half));
			must(!arithmetic_multiply(&below, &below));
			must(decimal_compare(&below, a) < 0);
			decimal_add(&to, &half);
			decimal_multiply(&to, &to);
			must(decimal_compare(&to, a) > 0);
		}
	}
	decimal_free(&to);
	decimal_free(&below);
	decimal_free(&half);
	decimal_free(&square);
}

/* Divide x, rounding half to even; y is greater than 0, and not z. */
static void
divide_plain(mpz_t z, const mpz_t x, const mpz_t y)
{
	mpz_t rest;
	int order;

	mpz_init(rest);
	mpz_fdiv_qr(z, rest, x, y);
	mpz_mul_2exp(rest, rest, 1);
	order = mpz_cmp(rest, y);
	if (order > 0 || (order == 0 && mpz_odd_p(z)))
		mpz_add_ui(z, z, 1);
	mpz_clear(rest);
}

static void
check_rounding(const struct decimal *a, const struct plain *p, int digits)
{
	const size_t scale = digits > 0 ? (size_t)digits : 0;
	struct decimal to = DECIMAL_INIT;
	const uint64_t n = (uint64_t)(digits < 0 ? -digits : digits) + 1;
	mpz_t x, y;
	int64_t word;

	mpz_inits(x, y, NULL);
	decimal_copy(&to, a);
	must(!rounding_round(&to, digits));
	mpz_ui_pow_ui(x, 10, p->scale + (digits < 0 ? n - 1 : 0));
	mpz_ui_pow_ui(y, 10, scale);
	mpz_mul(y, y, p->n);
	divide_plain(y, y, x);
	mpz_set(x, y);
	if (digits < 0) {
		mpz_ui_pow_ui(y, 10, n - 1);
		mpz_mul(x, x, y);
	}
	must_be(&to, x, scale);

	decimal_copy(&to, a);
	decimal_divide(&to, n, scale);
	mpz_ui_pow_ui(y, 10, scale);
	mpz_mul(x, p->n, y);
	mpz_ui_pow_ui(y, 10, p->scale);
	mpz_mul_ui(y, y, n);
	divide_plain(x, x, y);
	must_be(&to, x, scale);

	decimal_copy(&to, a);
	rounding_truncate(&to);
	mpz_ui_pow_ui(y, 10, p->scale);
	must(rounding_is_integer(a) == (mpz_divisible_p(p->n, y) != 0));
	mpz_tdiv_q(x, p->n, y);
	must_be(&to, x, 0);
	if (rounding_to_word(a, &word)) {
		must(rounding_is_integer(a));
		decimal_set(&to, word);
		must_be(&to, x, 0);
	} else {
		mpz_abs(x, x);
		must(!rounding_is_integer(a) || mpz_sizeinbase(x, 2) > 63);
	}
	decimal_free(&to);
	mpz_clears(x, y, NULL);
}

/* Integers as rows of bits; their powers. */
static void
check_bits(const struct decimal *a, const struct decimal *b,
    const struct plain *p, const struct plain *q, unsigned n)
{
	struct decimal to = DECIMAL_INIT, small = DECIMAL_INIT;
	const bool integers = rounding_is_integer(a) && rounding_is_integer(b);
	mpz_t x, y, z;

	mpz_inits(x, y, z, NULL);
	must(!compute(bits_and, &to, a, b) == integers);
	mpz_ui_pow_ui(z, 10, p->scale);
	mpz_tdiv_q(x, p->n, z);
	mpz_ui_pow_ui(z, 10, q->scale);
	mpz_tdiv_q(y, q->n, z);
	decimal_set(&small, n);
	if (integers) {
		mpz_and(z, x, y);
		must_be(&to, z, 0);
		must(!compute(bits_or, &to, a, b));
		mpz_ior(z, x, y);
		must_be(&to, z, 0);
		must(!compute(bits_xor, &to, a, b));
		mpz_xor(z, x, y);
		must_be(&to, z, 0);
		must(!compute(bits_shift_left, &to, a, &small));
		mpz_mul_2exp(z, x, n);
		must_be(&to, z, 0);
		must(!compute(bits_shift_right, &to, a, &small));
		mpz_fdiv_q_2exp(z, x, n);
		must_be(&to, z, 0);
		decimal_copy(&to, a);
		must(!bits_invert(&to));
		mpz_com(z, x);
		must_be(&to, z, 0);
	}
	n %= 8;
	decimal_set(&small, n);
	must(!compute(arithmetic_power, &to, a, &small));
	mpz_pow_ui(z, p->n, n);
	must_be(&to, z, p->scale * n);
	decimal_free(&to);
	decimal_free(&small);
	mpz_clears(x, y, z, NULL);
}

/* Read a number that has to be as it is read here. */
static bool
read_both(struct decimal *value, struct plain *plain, struct pieces *pieces)
{
	char *text, *exact;
	enum reading reading;
	bool read = false;
	size_t len;

	text = pieces_text(pieces, '\n', &len);
	reading = read_plain(plain, text, len);
	if (reading != TOO_LONG) {
		exact = apart(text, len);
		read = decimal_parse(value, exact, len);
		must(read == (reading == READ));
		must(read || (value->kind == DECIMAL_WORD &&
		    value->integer.word == 0 && value->scale == 0));
		free(exact);
	}
	if (read)
		must_be(value, plain->n, plain->scale);
	free(text);
	return read;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct decimal a = DECIMAL_INIT, b = DECIMAL_INIT;
	struct pieces pieces = { bytes, len };
	struct plain p = { 0 }, q = { 0 };
	uint8_t n;

	if (len > LONGEST)
		return 0;
	big_start();
	n = pieces_byte(&pieces);
	mpz_inits(p.n, q.n, NULL);
	if (read_both(&a, &p, &pieces)) {
		check_sums(&a, &a, &p, &p);
		check_root(&a, &p);
		check_rounding(&a, &p, (int)n - 100);
		if (read_both(&b, &q, &pieces)) {
			check_sums(&a, &b, &p, &q);
			check_quotient(&a, &b, &p, &q);
			check_bits(&a, &b, &p, &q, n);
		}
	}
	mpz_clears(p.n, q.n, NULL);
	decimal_free(&a);
	decimal_free(&b);
	return 0;
}
