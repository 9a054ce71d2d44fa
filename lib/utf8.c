/*
 * utf8 - bytes as characters
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "utf8.h"
#include <string.h>

/* The highest bit of each of eight bytes: none is set where all are ASCII. */
#define HIGHEST UINT64_C(0x8080808080808080)

size_t
utf8_valid(const char *bytes, size_t len)
{
	const unsigned char *s = (const unsigned char *)bytes;
	uint32_t character;
	size_t n, i;

	if (len == 0 || (s[0] >= 0x80 && s[0] < 0xc2) || s[0] > 0xf4)
		return 0;
	if (s[0] < 0x80)
		return 1;
	n = s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
	if (n > len)
		return 0;
	character = s[0] & (0x7fu >> n);
	for (i = 1; i < n; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0;
		character = character << 6 | (s[i] & 0x3f);
	}
	if (n == 3 && (character < 0x800 ||
	    (character >= 0xd800 && character < 0xe000)))
		return 0;
	return n == 4 && (character < 0x10000 || character > 0x10ffff) ? 0 : n;
}

size_t
utf8_encode(uint32_t character, char to[UTF8_MAX])
{
	size_t n, i;

	if (character < 0x80) {
		to[0] = (char)character;
		return 1;
	}
	n = character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
	to[0] = (char)((0xf00u >> n & 0xf0) | character >> 6 * (n - 1));
	for (i = 1; i < n; i++)
		to[i] = (char)(0x80 | (character >> 6 * (n - 1 - i) & 0x3f));
	return n;
}

/* Return how many bytes the first character has; there is one. */
static size_t
length(const char *bytes, size_t len)
{
	const size_t n = utf8_valid(bytes, len);

	return n > 0 ? n : 1;
}

/*
 * Return how many bytes the last character has; there is one. Only the first
 * byte of a sequence is one that no sequence has further on, so what ends
 * here is one whatever is before it.
 */
static size_t
length_back(const char *bytes, size_t len)
{
	size_t n;

	for (n = 2; n <= UTF8_MAX && n <= len; n++) {
		if (utf8_valid(bytes + len - n, n) == n)
			return n;
		if (((unsigned char)bytes[len - n] & 0xc0) != 0x80)
			break;
	}
	return 1;
}

static bool
are_ascii(const char *eight)
{
	uint64_t word;

	memcpy(&word, eight, sizeof word);
	return (word & HIGHEST) == 0;
}

size_t
utf8_count(const char *bytes, size_t len)
{
	size_t n = 0, at = 0;

	while (at < len) {
		if (len - at >= 8 && are_ascii(bytes + at)) {
			at += 8;
			n += 8;
		} else {
			at += length(bytes + at, len - at);
			n++;
		}
	}
	return n;
}

size_t
utf8_offset(const char *bytes, size_t len, size_t n)
{
	size_t at = 0;

	while (n > 0 && at < len) {
		if (n >= 8 && len - at >= 8 && are_ascii(bytes + at)) {
			at += 8;
			n -= 8;
		} else {
			at += length(bytes + at, len - at);
			n--;
		}
	}
	return at;
}

size_t
utf8_offset_back(const char *bytes, size_t len, size_t n)
{
	while (n > 0 && len > 0) {
		if (n >= 8 && len >= 8 && are_ascii(bytes + len - 8)) {
			len -= 8;
			n -= 8;
		} else {
			len -= length_back(bytes, len);
			n--;
		}
	}
	return len;
}

size_t
utf8_pick(const char *bytes, size_t len, size_t first, size_t n,
    int64_t step, char *to)
{
	/* The negative of the least number is none of int64_t's. */
	const uint64_t stride = step < 0 ? 0 - (uint64_t)step : (uint64_t)step;
	const size_t far = stride > SIZE_MAX ? SIZE_MAX : (size_t)stride;
	size_t at = utf8_offset(bytes, len, first), put = 0, one;

	if (step == 1) {
		put = utf8_offset(bytes + at, len - at, n);
		memcpy(to, bytes + at, put);
		return put;
	}
	for (; n > 0 && at < len; n--) {
		one = length(bytes + at, len - at);
		memcpy(to + put, bytes + at, one);
		put += one;
		at = step < 0 ? utf8_offset_back(bytes, at, far) :
		    at + utf8_offset(bytes + at, len - at, far);
	}
	return put;
}

void
utf8_upper(const char *bytes, size_t len, char *to)
{
	size_t i;

	for (i = 0; i < len; i++)
		to[i] = bytes[i] >= 'a' && bytes[i] <= 'z' ?
		    (char)(bytes[i] ^ 0x20) : bytes[i];
}

void
utf8_lower(const char *bytes, size_t len, char *to)
{
	size_t i;

	for (i = 0; i < len; i++)
		to[i] = bytes[i] >= 'A' && bytes[i] <= 'Z' ?
		    (char)(bytes[i] ^ 0x20) : bytes[i];
}

bool
utf8_is_digits(const char *bytes, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++) {
		if (bytes[i] < '0' || bytes[i] > '9')
			return false;
	}
	return len > 0;
}
