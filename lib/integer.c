/*
 * integer - strict decimal integers as they stand in operands and options
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "integer.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool
integer_valid(const char *text)
{
	if (*text == '+' || *text == '-')
		text++;
	/* After every underscore, as at the beginning, a digit must come. */
	do {
		if (!is_digit(*text))
			return false;
		while (is_digit(*text))
			text++;
	} while (*text++ == '_');
	return text[-1] == '\0';
}

bool
integer_parse(const char *text, int64_t *value)
{
	const bool negative = *text == '-';
	int64_t sum = 0;

	if (!integer_valid(text))
		return false;
	for (; *text; text++) {
		if (!is_digit(*text))
			continue;
		/* Downwards, because INT64_MIN has no positive twin. */
		if (__builtin_mul_overflow(sum, 10, &sum) ||
		    __builtin_sub_overflow(sum, *text - '0', &sum)) {
			*value = negative ? INT64_MIN : INT64_MAX;
			return true;
		}
	}
	if (!negative && __builtin_sub_overflow(0, sum, &sum))
		sum = INT64_MAX;
	*value = sum;
	return true;
}
