/*
 * utf8 - where characters begin and end
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "utf8.h"
#include <string.h>

/* The bit that only bytes outside ASCII have, of eight bytes. */
#define NOT_ASCII 0x8080808080808080u

/* Return how many bytes a character has that begins so; 0: none does. */
static size_t
claimed(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first < 0xc2 || first > 0xf4)
		return 0;
	return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

size_t
utf8_read(const char *bytes, size_t len, uint32_t *character)
{
	/* What needs no more bytes than another form has is no character. */
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	unsigned char byte;
	uint32_t c;
	size_t n;

	if (len == 0)
		return 0;
	byte = (unsigned char)*bytes;
	n = claimed(byte);
	if (n == 0 || n > len)
		return 0;
	c = n == 1 ? byte : byte & (0x7fu >> n);
	for (size_t i = 1; i < n; i++) {
		byte = (unsigned char)bytes[i];
		if ((byte & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (byte & 0x3f);
	}
	/* Nor are the halves of UTF-16's pairs. */
	if (c < least[n] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return 0;
	*character = c;
	return n;
}

size_t
utf8_len(const char *bytes, size_t len)
{
	uint32_t character;
	size_t n = utf8_read(bytes, len, &character);

	return n > 0 ? n : 1;
}

size_t
utf8_skip(const char *bytes, size_t len, size_t n)
{
	uint64_t word;
	size_t at = 0;

	for (; n > 0 && at < len; n--) {
		if (n >= sizeof word && len - at >= sizeof word) {
			memcpy(&word, bytes + at, sizeof word);
			if (!(word & NOT_ASCII)) {
				at += sizeof word;
				n -= sizeof word - 1;
				continue;
			}
		}
		at += utf8_len(bytes + at, len - at);
	}
	return at;
}

size_t
utf8_count(const char *bytes, size_t len)
{
	uint64_t word;
	size_t at = 0, n = 0;

	while (at < len) {
		if (len - at >= sizeof word) {
			memcpy(&word, bytes + at, sizeof word);
			if (!(word & NOT_ASCII)) {
				at += sizeof word;
				n += sizeof word;
				continue;
			}
		}
		at += utf8_len(bytes + at, len - at);
		n++;
	}
	return n;
}
