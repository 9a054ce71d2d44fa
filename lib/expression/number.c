/*
 * number - how a number is spelled in an expression
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/number.h"
#include <stdbool.h>
#include <string.h>

#define EXPONENT_DIGITS 6

/* What is read, and how much of it was. */
struct spelled {
	const char *bytes;
	size_t len, at;
};

/* Return the next byte as a lower letter, or as it is; 0 at the end. */
static char
next(const struct spelled *spelled)
{
	char c;

	if (spelled->at == spelled->len)
		return 0;
	c = spelled->bytes[spelled->at];
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool
is_digit(char c, int base)
{
	if (c >= '0' && c <= '9')
		return c - '0' < base;
	return base == 16 && c >= 'a' && c <= 'f';
}

/*
 * Read digits with single underscores between them (where `after`, one may be
 * before them). Returns: how many.
 */
static size_t
read_digits(struct spelled *spelled, int base, bool after)
{
	const size_t begin = spelled->at;
	size_t n = 0;

	for (;;) {
		if (next(spelled) == '_' && (n > 0 || after))
			spelled->at++;
		if (!is_digit(next(spelled), base))
			break;
		spelled->at++;
		n++;
	}
	/* An underscore that no digit follows is not part of it. */
	if (spelled->at > begin && spelled->bytes[spelled->at - 1] == '_')
		spelled->at--;
	return n;
}

/* Return the base that 0x, 0o or 0b says; 0 where none of them stands. */
static int
read_base(struct spelled *spelled)
{
	int base;

	if (next(spelled) != '0')
		return 0;
	spelled->at++;
	base = next(spelled) == 'x' ? 16 : next(spelled) == 'o' ? 8 :
	    next(spelled) == 'b' ? 2 : 0;
	spelled->at = base ? spelled->at + 1 : 0;
	return base;
}

/* Read an exponent where one is. Returns: how many digits, 0 for none. */
static size_t
read_exponent(struct spelled *spelled)
{
	const size_t begin = spelled->at;
	size_t n;

	if (next(spelled) != 'e')
		return 0;
	spelled->at++;
	if (next(spelled) == '+' || next(spelled) == '-')
		spelled->at++;
	n = read_digits(spelled, 10, false);
	if (n == 0)
		spelled->at = begin;
	return n;
}

/* Say whether an integer begins with a zero that Python refuses. */
static bool
is_padded(const char *bytes, size_t len)
{
	size_t i;

	if (*bytes != '0')
		return false;
	for (i = 0; i < len; i++) {
		if (bytes[i] != '0' && bytes[i] != '_')
			return true;
	}
	return false;
}

size_t
number_length(const char *bytes, size_t len, const char **reason)
{
	struct spelled spelled = { bytes, len, 0 };
	const int base = read_base(&spelled);
	bool whole = true;
	size_t digits;

	*reason = NULL;
	if (base) {
		if (read_digits(&spelled, base, true) == 0)
			*reason = "0x, 0o and 0b need digits behind them";
		return spelled.at;
	}
	read_digits(&spelled, 10, false);
	if (next(&spelled) == '.') {
		whole = false;
		spelled.at++;
		read_digits(&spelled, 10, false);
	}
	digits = read_exponent(&spelled);
	if (digits > EXPONENT_DIGITS)
		*reason = "an exponent has at most 6 digits";
	else if (digits == 0 && whole && is_padded(bytes, spelled.at))
		*reason = "a number begins with no needless 0; "
		    "text stands in quotes";
	else if (next(&spelled) == 'j')
		*reason = "there are no complex numbers";
	return spelled.at;
}
