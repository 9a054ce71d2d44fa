/*
 * digits - an integer of any size, kept as its decimal text
 *
 * Layer 1: may include layer 0, adder, integer and numeral. Adding never
 * leaves decimal, so what is written is never converted. Text is canonical:
 * no sign for zero, no leading zeros.
 *
 *	struct digits a = DIGITS_INIT;
 *	digits_parse(&a, "9_999");
 *	digits_add(&a, &b);
 *	text = digits_text(&a, &len);
 *	output_record(text, len);
 *	digits_free(&a);
 *
 * A number that would grow past DIGITS_MAX digits ends the run with a message
 * and status 1 before it is computed.
 *
 * Shape: the text stands at the right end of its room and grows to the left.
 * Owns: room, freed by digits_free.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef DIGITS_H
#define DIGITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct numeral;

struct digits {
	char *room; /* capacity bytes, the number at their end, and a NUL */
	size_t capacity;
	size_t len; /* digits of the magnitude, at least 1 */
	bool negative;
};

/* No number yet: digits_parse or digits_set makes one. */
#define DIGITS_INIT { NULL, 0, 0, false }

/* How many digits a number can have. */
#define DIGITS_MAX ((size_t)1 << 31)

/* Set from integer.h's grammar. Returns: false where text is no integer. */
bool digits_parse(struct digits *digits, const char *text);

/*
 * Set to len digits, at least one (leading zeros are dropped), negated if
 * negative.
 */
void digits_set(struct digits *digits, const char *text, size_t len,
    bool negative);

void digits_copy(struct digits *to, const struct digits *from);

/*
 * Set to numeral times ten to the power of scale, without what that has behind
 * the point. Returns: false where that was not 0.
 */
bool digits_set_numeral(struct digits *digits, const struct numeral *numeral,
    size_t scale);

/*
 * Return the text, with a minus sign where it is negative and a NUL behind it.
 * Valid: until the number changes.
 */
const char *digits_text(const struct digits *digits, size_t *len);

/* Return -1, 0 or 1. */
int digits_sign(const struct digits *digits);

/* Return less than, equal to, or greater than 0, as a is to b. */
int digits_compare(const struct digits *a, const struct digits *b);

/* Add other to sum; the two must not be the same. Cost: linear in the text. */
void digits_add(struct digits *sum, const struct digits *other);

/* Multiply by n. Cost: linear in the text. */
void digits_multiply(struct digits *digits, uint32_t n);

void digits_free(struct digits *digits);

#endif
