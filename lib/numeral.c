/*
 * numeral - decimal numbers as they are written
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "memory.h"
#include "numeral.h"
#include "wide.h"
#include "word.h"
#include <string.h>

#define EXPONENT_DIGITS 6

/* What eight digits count to: so many are in a word. */
#define EIGHT 100000000

/* Eight digits, a byte each and the first the lowest, as a number. */
static uint64_t
join_digits(uint64_t digits)
{
	/* Neighbours come together: to pairs, to fours, to one. */
	digits = (digits * (10 << 8 | 1)) >> 8 & UINT64_C(0x00ff00ff00ff00ff);
	digits = (digits * (100 << 16 | 1)) >> 16 &
	    UINT64_C(0x0000ffff0000ffff);
	return (digits * (UINT64_C(10000) << 32 | 1)) >> 32;
}

/* How many of the bytes, less '0' each, are digits, up to one that is not. */
static unsigned
count_digits(uint64_t digits)
{
	/* A digit is less than 10, and with 6 more less than 16. */
	uint64_t others = (digits | (digits + WORD_OF(6))) & WORD_OF(0xf0);

	return others ? (unsigned)__builtin_ctzll(others) / 8 : 8;
}

/*
 * Read what fits a word, as most numbers do: digits and perhaps a point.
 * Returns: false where it is something else, perhaps a number nevertheless.
 */
static bool
read_short(struct numeral *numeral, const char *bytes, size_t len)
{
	uint64_t digits = word_load_part(bytes, len) ^ WORD_OF('0');
	uint64_t before;
	size_t n = count_digits(digits);

	numeral->digits = bytes;
	numeral->before = n;
	numeral->after = 0;
	if (n < len) {
		if (bytes[n] != '.')
			return false;
		/* What is behind the point moves over it. */
		numeral->after = --len - n;
		before = (UINT64_C(1) << 8 * n) - 1;
		digits = (digits & before) | (digits >> 8 & ~before);
		if (count_digits(digits) < len)
			return false;
	}
	if (len == 0)
		return false;
	numeral->word = join_digits(digits << 8 * (8 - len));
	numeral->exponent = 0;
	return true;
}

/* Read digits onto n, which may wrap. Returns: where they end. */
static const char *
read_digits(const char *p, const char *end, uint64_t *n)
{
	static const uint32_t power[] = {
		1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, EIGHT
	};
	uint64_t digits;
	unsigned found;

	do {
		digits = word_load_part(p, (size_t)(end - p)) ^ WORD_OF('0');
		found = count_digits(digits);
		if (found == 0)
			break;
		*n = *n * power[found] + join_digits(digits << 8 * (8 - found));
		p += found;
	} while (found == 8);
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

/* Read any number. Aside, so that what is short is quick. */
static __attribute__((noinline)) bool
read_all(struct numeral *numeral, const char *bytes, const char *end)
{
	const char *p = skip_blanks(bytes, end);
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

bool
numeral_read(struct numeral *numeral, const char *bytes, size_t len)
{
	const bool negative = len > 0 && *bytes == '-';

	numeral->negative = negative;
	if (len <= 8 && read_short(numeral, bytes + negative, len - negative))
		return true;
	return read_all(numeral, bytes, bytes + len);
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

/* A number of at most eight digits as that many bytes, the first lowest. */
static inline uint64_t
split_digits(uint32_t n)
{
	uint64_t digits, high;

	/*
	 * To fours, to pairs, to one; a part is divided by 10000, 100 or 10
	 * by a multiplication that is exact for what it can be.
	 */
	digits = n / 10000 | (uint64_t)(n % 10000) << 32;
	high = (digits * 10486 >> 20) & UINT64_C(0x0000007f0000007f);
	digits = high | (digits - high * 100) << 16;
	high = (digits * 103 >> 10) & UINT64_C(0x000f000f000f000f);
	return high | (digits - high * 10) << 8;
}

/* Write n before end, none for 0. Returns: where it begins. */
static char *
write_word(char *end, uint64_t n)
{
	uint64_t digits;

	for (; n >= EIGHT; n /= EIGHT)
		word_store(end -= 8, split_digits((uint32_t)(n % EIGHT)) |
		    WORD_OF('0'));
	if (n == 0)
		return end;
	digits = split_digits((uint32_t)n);
	word_store(end - 8, digits | WORD_OF('0'));
	return end - 8 + __builtin_ctzll(digits) / 8;
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

/*
 * Put n in at least so many digits. *last becomes the last eight, or all.
 * Returns: the end.
 */
static inline char *
put_word(char *to, uint64_t n, unsigned width, uint64_t *last)
{
	uint64_t digits;
	unsigned zeros;

	if (n >= EIGHT) {
		to = put_word(to, n / EIGHT, 1, last);
		*last = split_digits((uint32_t)(n % EIGHT)) | WORD_OF('0');
		word_store(to, *last);
		return to + 8;
	}
	digits = split_digits((uint32_t)n);
	*last = digits | WORD_OF('0');
	/* A digit that has to be there is one, even if it is 0. */
	digits |= UINT64_C(1) << 8 * (8 - width);
	zeros = (unsigned)__builtin_ctzll(digits) / 8;
	word_store(to, *last >> 8 * zeros);
	return to + 8 - zeros;
}

char *
numeral_put(char *to, uint64_t n, unsigned scale)
{
	uint64_t last;
	char *end;

	if (n < 10 && scale == 0) {
		*to = (char)('0' + n);
		return to + 1;
	}
	end = put_word(to, n, scale + 1, &last);
	if (scale == 0)
		return end;
	/* Its digits are not read back: that would wait for the stores. */
	word_store(end - scale + 1, last >> 8 * (8 - scale));
	*(end - scale) = '.';
	return end + 1;
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
