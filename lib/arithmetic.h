/*
 * arithmetic - what is computed with decimals besides sums and products
 *
 * Layer 1: may include layer 0, big, decimal, decimal_parts, quotient,
 * rounding, wide. Each function sets its first number to what comes of it and
 * the second, as += does; the two may be the same. One that can fail on data
 * returns why, or NULL, says nothing, and leaves the numbers as they were.
 *
 *	if (rounding_is_integer(&b))
 *		reason = arithmetic_power(&a, &b);
 *	else
 *		reason = arithmetic_divide(&a, &b);
 *	if (reason)
 *		input_die(input, "%s", reason);
 *
 * Results are exact but for division and roots that never end: those are
 * rounded half to even at QUOTIENT_DIGITS, 34, significant digits. A result
 * that would pass DECIMAL_MAX digits is refused before it is computed.
 *
 * Cost: a few nanoseconds for what fits a machine word at equal scales;
 * beyond that GMP's.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ARITHMETIC_H
#define ARITHMETIC_H

struct decimal;

/* decimal_add and decimal_multiply, which give a reason; and minus. */
const char *arithmetic_add(struct decimal *a, const struct decimal *b);
const char *arithmetic_subtract(struct decimal *a, const struct decimal *b);
const char *arithmetic_multiply(struct decimal *a, const struct decimal *b);

/*
 * a / b. Where it ends it has the fraction of a less that of b, as long as
 * that is enough: 3.00 / 2 is 1.50, 1 / 4 is 0.25, 1.00 / 0.5 is 2.0.
 */
const char *arithmetic_divide(struct decimal *a, const struct decimal *b);

/* a // b, the greatest integer that is not above a / b: -7.5 // 2 is -4. */
const char *arithmetic_floor_divide(struct decimal *a,
    const struct decimal *b);

/* a - (a // b) * b, with the longer fraction: 7.5 % -2 is -0.5. */
const char *arithmetic_modulo(struct decimal *a, const struct decimal *b);

/*
 * a ** b, where b has the value of an integer: so many factors, with all
 * their fractions together (1.50 ** 2 is 2.2500); b < 0: 1 divided by that.
 */
const char *arithmetic_power(struct decimal *a, const struct decimal *b);

/*
 * The square root. Where it ends it has half the fraction, rounded up: that
 * of 4.0 is 2.0, of 0.250 is 0.50.
 */
const char *arithmetic_root(struct decimal *a);

void arithmetic_negate(struct decimal *a);
void arithmetic_absolute(struct decimal *a);

/* Return -1, 0 or 1. */
int arithmetic_sign(const struct decimal *a);

#endif
