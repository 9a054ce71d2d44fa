/*
 * word - short runs of bytes as machine words
 *
 * Layer 1: includes nothing of ours. Pure functions. The first byte is the
 * lowest of the word, whatever the machine. Nothing outside the run is read:
 * one that is no word long is read as parts that overlap.
 *
 *	word = word_load_part(bytes, n);
 *	if (word_equal(a, b, len))
 *		...
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef WORD_H
#define WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The byte in every byte of a word. */
#define WORD_OF(byte) (UINT64_C(0x0101010101010101) * (byte))

static inline uint64_t
word_load(const char *bytes)
{
	uint64_t word;

	memcpy(&word, bytes, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	word = __builtin_bswap64(word);
#endif
	return word;
}

static inline uint32_t
word_load_half(const char *bytes)
{
	uint32_t half;

	memcpy(&half, bytes, sizeof half);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	half = __builtin_bswap32(half);
#endif
	return half;
}

/* Store what word_load would return. */
static inline void
word_store(char *bytes, uint64_t word)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	word = __builtin_bswap64(word);
#endif
	memcpy(bytes, &word, sizeof word);
}

/* Load n bytes, or as many as a word has; what is above them is 0. */
static inline uint64_t
word_load_part(const char *bytes, size_t n)
{
	if (n >= 8)
		return word_load(bytes);
	if (n >= 4)
		return word_load_half(bytes) |
		    (uint64_t)word_load_half(bytes + n - 4) << 8 * (n - 4);
	if (n == 0)
		return 0;
	return (unsigned char)bytes[0] |
	    (uint64_t)(unsigned char)bytes[n / 2] << 8 * (n / 2) |
	    (uint64_t)(unsigned char)bytes[n - 1] << 8 * (n - 1);
}

/*
 * Return a word that is 0 where no byte is 0; else the lowest bit that is set
 * is the high one of the first byte that is 0.
 */
static inline uint64_t
word_zeros(uint64_t word)
{
	return (word - WORD_OF(1)) & ~word & WORD_OF(0x80);
}

/* Return the place of the first byte that is 0; 8 where none is. */
static inline unsigned
word_first_zero(uint64_t word)
{
	const uint64_t zeros = word_zeros(word);

	return zeros ? (unsigned)__builtin_ctzll(zeros) / 8 : 8;
}

/* Likewise for the bytes that are this one, in what word_zeros returns. */
static inline uint64_t
word_matches(uint64_t word, char byte)
{
	return word_zeros(word ^ WORD_OF((uint64_t)(unsigned char)byte));
}

/* Return the bits of the first n bytes, or of as many as a word has. */
static inline uint64_t
word_mask(size_t n)
{
	return n < 8 ? ((uint64_t)1 << 8 * n) - 1 : UINT64_MAX;
}

/* Say whether two runs of len bytes are the same. */
static inline bool
word_equal(const char *a, const char *b, size_t len)
{
	if (len <= 8)
		return word_load_part(a, len) == word_load_part(b, len);
	if (((word_load(a) ^ word_load(b)) |
	    (word_load(a + len - 8) ^ word_load(b + len - 8))) != 0)
		return false;
	if (len > 32)
		return memcmp(a + 8, b + 8, len - 16) == 0;
	return len <= 16 || ((word_load(a + 8) ^ word_load(b + 8)) |
	    (word_load(a + len - 16) ^ word_load(b + len - 16))) == 0;
}

/* Make each byte that is an ASCII letter a small one. */
static inline uint64_t
word_lower(uint64_t word)
{
	const uint64_t seven = word & WORD_OF(0x7f);
	const uint64_t from_a = seven + WORD_OF(0x80 - 'A');
	const uint64_t past_z = seven + WORD_OF(0x80 - 'Z' - 1);

	/* The high bit of a byte of each says so; 0x20 makes it small. */
	return word | ((from_a & ~past_z & ~word & WORD_OF(0x80)) >> 2);
}

/* Say the same of two runs where case does not count. */
static inline bool
word_equal_letters(const char *a, const char *b, size_t len)
{
	for (; len > 8; a += 8, b += 8, len -= 8) {
		if (word_lower(word_load(a)) != word_lower(word_load(b)))
			return false;
	}
	return word_lower(word_load_part(a, len)) ==
	    word_lower(word_load_part(b, len));
}

#endif
