/*
 * bits - integers as rows of bits, as Python has them
 *
 * Layer 1: may include layer 0, big, decimal, decimal_parts, rounding, wide.
 * Any decimal that has the value of an integer will do, the
 * result has no fraction. Negative numbers have endless ones in front. As in
 * arithmetic, the first number becomes the result, and a reason is returned
 * where data is at fault.
 *
 *	reason = bits_and(&a, &b);		a &= b
 *	reason = bits_shift_left(&a, &b);	a <<= b
 *	reason = bits_invert(&a);		a = ~a
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef BITS_H
#define BITS_H

struct decimal;

const char *bits_and(struct decimal *a, const struct decimal *b);
const char *bits_or(struct decimal *a, const struct decimal *b);
const char *bits_xor(struct decimal *a, const struct decimal *b);
const char *bits_invert(struct decimal *a);

/*
 * Multiply or divide, rounding down, by 2 ** b. What would pass DECIMAL_MAX
 * digits is refused before it is computed.
 */
const char *bits_shift_left(struct decimal *a, const struct decimal *b);
const char *bits_shift_right(struct decimal *a, const struct decimal *b);

#endif
