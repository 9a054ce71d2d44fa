/*
 * scan - its kernel for x86
 *
 * Of every 64 bytes a word is made with a bit for each eol. Most have two at
 * the most, in no order that a processor could learn: two offsets are put
 * whether they are there or not, and only the rest are counted.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "scan.h"

#ifdef __SSE2__
#include <emmintrin.h>

/* Return a bit for each of 16 bytes that equals eol. */
static inline uint64_t
match_lanes(const char *bytes, __m128i eols)
{
	const __m128i here = _mm_loadu_si128((const void *)bytes);

	return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(here, eols));
}

/* Return a bit for each of SCAN_STEP bytes that equals eol. */
static inline uint64_t
match(const char *bytes, __m128i eols)
{
	return match_lanes(bytes, eols) | match_lanes(bytes + 16, eols) << 16 |
	    match_lanes(bytes + 32, eols) << 32 |
	    match_lanes(bytes + 48, eols) << 48;
}

/* Return the number of the lowest bit of a word that may have none. */
static inline size_t
lowest(uint64_t word)
{
	return (size_t)__builtin_ctzll(word | UINT64_C(1) << 63);
}

/* Put the offset of each bit, from at on. Returns: how many are there. */
static inline size_t
put(size_t *end, size_t n, size_t at, uint64_t word)
{
	for (int i = 0; i < 2; i++) {
		end[n] = at + lowest(word);
		n += word != 0;
		word &= word - 1;
	}
	for (; word != 0; word &= word - 1)
		end[n++] = at + lowest(word);
	return n;
}

size_t
scan_ends_x86(const char *bytes, size_t len, char eol, size_t *end,
    size_t max)
{
	const __m128i eols = _mm_set1_epi8(eol);
	const size_t last = len - SCAN_STEP;
	size_t n = 0, at = 0;

	for (; at <= last; at += SCAN_STEP) {
		n = put(end, n, at, match(bytes + at, eols));
		if (n > max - SCAN_STEP)
			return n;
	}
	/* What is left, behind bytes that were seen: their bits go out. */
	if (at < len)
		n = put(end, n, last, match(bytes + last, eols) &
		    UINT64_MAX << (at - last));
	return n;
}
#endif
