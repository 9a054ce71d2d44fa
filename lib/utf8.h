/*
 * utf8 - where characters begin and end
 *
 * Layer 0: includes nothing of ours. A character is what UTF-8 has as one;
 * a byte that is part of none is one by itself, so that any bytes have so
 * many characters and each begins somewhere.
 *
 *	for (at = 0; at < len; at += utf8_len(bytes + at, len - at))
 *		n++;			or n = utf8_count(bytes, len)
 *	head = utf8_skip(bytes, len, 3);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef UTF8_H
#define UTF8_H

#include <stddef.h>
#include <stdint.h>

/*
 * Read the first character, whatever it is. Returns: how many bytes it has,
 * 1 to 4; 0 where there is none or no UTF-8.
 */
size_t utf8_read(const char *bytes, size_t len, uint32_t *character);

/* Return how many bytes, 1 to 4, the first character has; len is not 0. */
size_t utf8_len(const char *bytes, size_t len);

/* Count the characters. */
size_t utf8_count(const char *bytes, size_t len);

/* Return how many bytes the first n characters have, or all there are. */
size_t utf8_skip(const char *bytes, size_t len, size_t n);

#endif
