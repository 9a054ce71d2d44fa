/*
 * numeral - decimal numbers as they are written
 *
 * Layer 1: may include layer 0 and wide. What is read: an optional sign,
 * digits with an optional point, an optional exponent of at most 6 digits,
 * blanks around.
 * What is written: no plus, no exponent, no needless zeros before the point,
 * at least one digit there.
 *
 *	if (numeral_read(&numeral, bytes, len))
 *		... numeral.word, where its digits are few ...
 *	text = numeral_write(end, half);
 *	text = numeral_complete(text, end, scale, negative);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef NUMERAL_H
#define NUMERAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What was read: so many digits, then, where any stand after it, a point and
 * these. Owns: nothing; the digits are where they were read.
 */
struct numeral {
	const char *digits;
	size_t before, after;
	uint64_t word; /* all digits as an integer, modulo 2^64 */
	int32_t exponent;
	bool negative;
};

/*
 * Read bytes, all of them. Returns: false where that is no number; numeral is
 * then undefined.
 */
bool numeral_read(struct numeral *numeral, const char *bytes, size_t len);

/* Copy all its digits, without the point, into a new string. */
char *numeral_digits(const struct numeral *numeral);

/*
 * Write the digits of two halves, the low one first, so that they end at end;
 * none for 0. The compiler must have 128 bits for the high one not to be 0.
 * Returns: where they begin, at most 39 bytes before.
 */
char *numeral_write(char *end, const uint64_t half[2]);

/*
 * Put in front of the digits from text to end what they lack: zeros, a point
 * with `scale` digits behind it, a minus sign.
 * Returns: where it begins. There must be room: scale + 3 bytes before end, 2
 * before text.
 */
char *numeral_complete(char *text, char *end, size_t scale, bool negative);

#endif
