/*
 * digits - an integer of any size, kept as its decimal text
 *
 * Layer 1: may include layer 0 and integer. Counting and adding never leave
 * decimal, so what is written is never converted. Text is canonical: no sign
 * for zero, no leading zeros.
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

/*
 * Return the text, with a minus sign where it is negative and a NUL behind it.
 * Valid: until the number changes.
 */
const char *digits_text(const struct digits *digits, size_t *len);

/* Return -1, 0 or 1. */
int digits_sign(const struct digits *digits);

/* Add other to sum; the two must not be the same. Cost: linear in the text. */
void digits_add(struct digits *sum, const struct digits *other);

/* Subtract one. Cost: constant on average. */
void digits_decrement(struct digits *digits);

void digits_free(struct digits *digits);

/*
 * The kernel of digits_add, eight digits at a time, and its plain twin, which
 * tests compare it with: write the last len digits of a + b + carry to sum,
 * which may be a or b.
 * Returns: the carry out of them.
 */
bool digits_add_words(char *sum, const char *a, const char *b, size_t len,
    bool carry);
bool digits_add_bytes(char *sum, const char *a, const char *b, size_t len,
    bool carry);

#endif
