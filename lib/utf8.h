/*
 * utf8 - bytes as characters
 *
 * Layer 0: includes nothing of ours. A character is a valid sequence of UTF-8
 * or else one byte: each byte of what is no UTF-8 (cut off, overlong, a
 * surrogate, past the last one) is a character of its own. So any bytes are
 * characters, and no two of them share a byte.
 *
 *	n = utf8_count(bytes, len);
 *	at = utf8_offset(bytes, len, 3);	where the fourth begins
 *	len = utf8_pick(bytes, len, n - 1, n, -1, to);	all, backwards
 *
 * Cost: time for each byte that is passed over; eight at a time where all are
 * ASCII. Letters of ASCII only have an upper and a lower form.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How many bytes a character has at most. */
#define UTF8_MAX 4

/* Return how many bytes a valid sequence has here, 0 where there is none. */
size_t utf8_valid(const char *bytes, size_t len);

/* Return how many bytes the first character has; len is not 0. */
static inline size_t
utf8_len(const char *bytes, size_t len)
{
	const size_t n = utf8_valid(bytes, len);

	return n > 0 ? n : 1;
}

/* Put a character, not past 0x10ffff. Returns: how many bytes it has. */
size_t utf8_encode(uint32_t character, char to[UTF8_MAX]);

/* Return how many characters there are. */
size_t utf8_count(const char *bytes, size_t len);

/* Return where the one after n others begins; len where there are no more. */
size_t utf8_offset(const char *bytes, size_t len, size_t n);

/* Return where the last n begin; 0 where there are no more. */
size_t utf8_offset_back(const char *bytes, size_t len, size_t n);

/*
 * Copy n characters: the one after `first` others, and then always the one
 * that is `step` further, which may be negative. All must be there.
 * Returns: how many bytes were put, which is not more than len.
 */
size_t utf8_pick(const char *bytes, size_t len, size_t first, size_t n,
    int64_t step, char *to);

/* Copy len bytes with letters in their upper or lower form. */
void utf8_upper(const char *bytes, size_t len, char *to);
void utf8_lower(const char *bytes, size_t len, char *to);

/* Say whether there are bytes, and all of them are digits. */
bool utf8_is_digits(const char *bytes, size_t len);

#endif
