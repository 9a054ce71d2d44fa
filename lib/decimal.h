/*
 * decimal - exact decimal numbers of any size
 *
 * Layer 1: may include layer 0, big, decimal_parts, numeral, wide. A number is
 * an integer and a scale: how many of its digits stand behind the point. The
 * integer is a machine word while it fits, then two of them, then GMP's. Sums
 * have the longer fraction of the two, products both together, as Python's
 * decimal.
 *
 *	struct decimal total = DECIMAL_INIT, value = DECIMAL_INIT;
 *	if (decimal_parse(&value, bytes, len))
 *		decimal_add(&total, &value);
 *	text = decimal_text(&total, &len);
 *	decimal_free(&total);
 *
 * A result that would pass DECIMAL_MAX digits ends the run with a message and
 * status 1 before it is computed.
 *
 * Owns: its big integer and its text; a copy by assignment shares them, so
 * use decimal_copy.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef DECIMAL_H
#define DECIMAL_H

#include "numeral.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* See decimal_parts.h. Cost: 32 bytes; its text once asked for. */
struct decimal {
	uint32_t scale;
	enum { DECIMAL_WORD, DECIMAL_WIDE, DECIMAL_BIG } kind;
	union {
		int64_t word; /* where the integer fits */
		uint64_t wide[2]; /* or this, the low half first */
		struct decimal_big *big; /* else */
	} integer;
	struct decimal_text *text;
};

/* The number 0. */
#define DECIMAL_INIT { 0, DECIMAL_WORD, { 0 }, NULL }

/* How many digits a number can have. */
#define DECIMAL_MAX ((uint64_t)1 << 31)

/*
 * Read a number, as numeral.h has it: nothing else may stand there.
 * Returns: false where it is none; value is then as before.
 * Cost: a few nanoseconds for what fits a machine word.
 */
bool decimal_parse(struct decimal *value, const char *bytes, size_t len);

void decimal_set(struct decimal *value, int64_t n);
void decimal_copy(struct decimal *to, const struct decimal *from);

/* a += b, a *= b. The two may be the same. */
void decimal_add(struct decimal *a, const struct decimal *b);
void decimal_multiply(struct decimal *a, const struct decimal *b);

/*
 * a /= n, rounded half to even to scale digits behind the point.
 * n is greater than 0, scale at most DECIMAL_MAX.
 */
void decimal_divide(struct decimal *a, uint64_t n, size_t scale);

/*
 * Return less than, equal to, or greater than 0, as a is to b in value.
 * Cost: where one has far more digits, no arithmetic.
 */
int decimal_compare(const struct decimal *a, const struct decimal *b);

/* Return how many digits stand behind the point. */
static inline size_t
decimal_scale(const struct decimal *value)
{
	return value->scale;
}

/*
 * Return the text in canonical form: plain, no plus, no exponent, no
 * needless zeros before the point, at least one digit there, no sign for
 * zero; digits behind the point are kept.
 * Valid: until value changes.
 */
const char *decimal_text(struct decimal *value, size_t *len);

/*
 * Write the same text from `to` on, where it is short; there must be room:
 * DECIMAL_PUT_ROOM bytes. Returns: the end; NULL where it may be longer, and
 * nothing was written.
 */
#define DECIMAL_PUT_ROOM (NUMERAL_PUT_ROOM + 1)
char *decimal_put(const struct decimal *value, char *to);

/* Free what it owns; it is 0 again. */
void decimal_free(struct decimal *value);

#endif
