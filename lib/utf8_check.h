/*
 * utf8_check - is it UTF-8, byte by byte
 *
 * Layer 1: includes nothing of ours. For text that comes in pieces: a
 * sequence may begin in one and end in the next. What Unicode forbids is
 * refused at the first byte that can't stand where it stands: overlong forms,
 * surrogates, and what is past U+10FFFF.
 *
 *	struct utf8_check check = { 0 };	of a text in two pieces
 *	for (i = 0; i < n && utf8_check_next(&check, first[i]); i++)
 *		continue;
 *	...				and the same of the second
 *	is_utf8 = i == m && check.left == 0;
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef UTF8_CHECK_H
#define UTF8_CHECK_H

#include <stdbool.h>
#include <stddef.h>

/* A sequence under way: how many bytes are left, and what the next may be. */
struct utf8_check {
	unsigned char left, least, most;
};

/* Return whether the byte may stand behind those before it. */
static inline bool
utf8_check_next(struct utf8_check *check, char byte)
{
	unsigned char c = (unsigned char)byte;

	if (check->left > 0) {
		if (c < check->least || c > check->most)
			return false;
		check->left--;
		check->least = 0x80;
		check->most = 0xbf;
		return true;
	}
	if (c < 0x80)
		return true;
	if (c < 0xc2 || c > 0xf4)
		return false;
	check->left = c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
	check->least = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
	check->most = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
	return true;
}

/* Return whether all of it is UTF-8. */
static inline bool
utf8_check_all(const char *bytes, size_t len)
{
	struct utf8_check check = { 0 };
	size_t i = 0;

	while (i < len && utf8_check_next(&check, bytes[i]))
		i++;
	return i == len && check.left == 0;
}

#endif
