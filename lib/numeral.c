/*
 * numeral - decimal numbers as they are written
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "memory.h"
#include "numeral.h"
#include "wide.h"
#include <string.h>

#define EXPONENT_DIGITS 6

/* Read digits onto n, which may wrap. Returns: where they end. */
static const char *
read_digits(const char *p, const char *end, uint64_t *n)
{
	uint64_t sum = *n;
	unsigned digit;

	for (; p < end; p++) {
		digit = (unsigned)*p - '0';
		if (digit > 9)
			break;
		sum = sum * 10 + digit;
	}
	*n = sum;
	return p;
}

static const char *
skip_blanks(const char *p, const char *end)
{
	while (p < end && (*p == ' ' || *p == '\t'))
		p++;
	return p;
}

/* Read what stands behind the letter. Returns: where it ends, NULL: none. */
static const char *
read_exponent(const char *p, const char *end, int32_t *exponent)
{
	bool negative = p < end && *p == '-';
	const char *first;
	uint64_t n = 0;

	if (p < end && (*p == '-' || *p == '+'))
		p++;
	first = p;
	p = read_digits(p, end, &n);
	if (p == first || p - first > EXPONENT_DIGITS)
		return NULL;
	*exponent = negative ? -(int32_t)n : (int32_t)n;
	return p;
}

bool
numeral_read(struct numeral *numeral, const char *bytes, size_t len)
{
	const char *end = bytes + len, *p = skip_blanks(bytes, end);
	uint64_t word = 0;

	numeral->negative = p < end && *p == '-';
	if (p < end && (*p == '-' || *p == '+'))
		p++;
	numeral->digits = p;
	p = read_digits(p, end, &word);
	numeral->before = (size_t)(p - numeral->digits);
	numeral->after = 0;
	if (p < end && *p == '.') {
		bytes = ++p;
		p = read_digits(p, end, &word);
		numeral->after = (size_t)(p - bytes);
	}
	numeral->word = word;
	numeral->exponent = 0;
	if (numeral->before + numeral->after == 0)
		return false;
	if (p < end && (*p == 'e' || *p == 'E')) {
		p = read_exponent(p + 1, end, &numeral->exponent);
		if (!p)
			return false;
	}
	return skip_blanks(p, end) == end;
}

char *
numeral_digits(const struct numeral *numeral)
{
	size_t before = numeral->before, after = numeral->after;
	char *text = xallocate(before + after + 1, 1);

	memcpy(text, numeral->digits, before);
	if (after > 0)
		memcpy(text + before, numeral->digits + before + 1, after);
	text[before + after] = '\0';
	return text;
}

/* The numbers from 0 to 99. */
static const char pairs[] =
    "0001020304050607080910111213141516171819202122232425262728293031323334"
    "3536373839404142434445464748495051525354555657585960616263646566676869"
    "707172737475767778798081828384858687888990919293949596979899";

static void
write_four(char *at, uint32_t n)
{
	memcpy(at, pairs + n / 100 * 2, 2);
	memcpy(at + 2, pairs + n % 100 * 2, 2);
}

/* Write n before end. Returns: where it begins. */
static char *
write_word(char *end, uint64_t n)
{
	uint32_t low;

	/* Eight at a time, as steps that need not wait for each other. */
	for (; n >= 100000000; n /= 100000000) {
		low = (uint32_t)(n % 100000000);
		end -= 8;
		write_four(end, low / 10000);
		write_four(end + 4, low % 10000);
	}
	low = (uint32_t)n;
	if (low >= 10000) {
		end -= 4;
		write_four(end, low % 10000);
		low /= 10000;
	}
	for (; low >= 10; low /= 100)
		memcpy(end -= 2, pairs + low % 100 * 2, 2);
	if (low > 0)
		*--end = (char)('0' + low);
	return end;
}

char *
numeral_write(char *end, const uint64_t half[2])
{
	/* The largest power of ten in a word; what is above it fits one. */
	static const uint64_t base = 10000000000000000000u;
	unsigned_wide n = WIDE_JOIN(half);
	char *begin;

	if (half[1] == 0)
		return write_word(end, half[0]);
	begin = write_word(end, (uint64_t)(n % base));
	memset(end - 19, '0', (size_t)(begin - (end - 19)));
	return write_word(end - 19, (uint64_t)(n / base));
}

char *
numeral_complete(char *text, char *end, size_t scale, bool negative)
{
	size_t n = (size_t)(end - text);

	if (n <= scale) {
		memset(end - scale - 1, '0', scale + 1 - n);
		text = end - scale - 1;
	}
	if (scale > 0) {
		memmove(text - 1, text, (size_t)(end - text) - scale);
		text--;
		*(end - scale - 1) = '.';
	}
	if (negative)
		*--text = '-';
	return text;
}
