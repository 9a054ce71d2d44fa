/*
 * numeral - decimal numbers as they are written
 *
 * Layer 1: may include layer 0, wide and word. What is read: an optional sign,
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

/* So many digits fit a machine word, whatever they are. */
#define NUMERAL_WORD_DIGITS 18

/*
 * Get it as a word, divided by ten to the power of after.
 * Returns: false where it is not sure to fit.
 */
static inline bool
numeral_word(const struct numeral *numeral, int64_t *word)
{
	*word = (int64_t)(numeral->negative ? -numeral->word : numeral->word);
	return numeral->before + numeral->after <= NUMERAL_WORD_DIGITS &&
	    numeral->exponent == 0;
}

/* Copy all its digits, without the point, into a new string. */
char *numeral_digits(const struct numeral *numeral);

/*
 * Write the digits of two halves, the low one first, so that they end at end;
 * none for 0. The compiler must have 128 bits for the high one not to be 0.
 * Returns: where they begin. There must be room: NUMERAL_ROOM bytes.
 */
#define NUMERAL_ROOM 48
char *numeral_write(char *end, const uint64_t half[2]);

/*
 * Write n from `to` on, the last `scale` digits, at most NUMERAL_PUT_SCALE,
 * behind a point, at least one before it.
 * Returns: the end. There must be room: NUMERAL_PUT_ROOM bytes, whatever n.
 */
#define NUMERAL_PUT_ROOM 32
#define NUMERAL_PUT_SCALE 7
char *numeral_put(char *to, uint64_t n, unsigned scale);

/*
 * Put in front of the digits from text to end what they lack: zeros, a point
 * with `scale` digits behind it, a minus sign.
 * Returns: where it begins. There must be room: scale + 3 bytes before end, 2
 * before text.
 */
char *numeral_complete(char *text, char *end, size_t scale, bool negative);

#endif
