/*
 * wide - the widest integers that the compiler has
 *
 * Layer 1: includes nothing of ours. Two machine words where there are such
 * integers, else one; then the high half is unused. Halves stand with the low
 * one first.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef WIDE_H
#define WIDE_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __SIZEOF_INT128__
__extension__ typedef __int128 wide;
__extension__ typedef unsigned __int128 unsigned_wide;
#define WIDE_HIGH(n) ((uint64_t)((n) >> 64))
#define WIDE_JOIN(half) ((unsigned_wide)(half)[1] << 64 | (half)[0])
#else
typedef int64_t wide;
typedef uint64_t unsigned_wide;
#define WIDE_HIGH(n) 0
#define WIDE_JOIN(half) ((half)[0])
#endif

/* How many bits an integer may have besides its sign. */
#define WIDE_BITS ((unsigned)(8 * sizeof(wide) - 1))

/* Split n, without its sign. Returns: whether it has one. */
static inline bool
wide_split(wide n, uint64_t half[2])
{
	unsigned_wide magnitude = (unsigned_wide)n;

	if (n < 0)
		magnitude = -magnitude;
	half[0] = (uint64_t)magnitude;
	half[1] = WIDE_HIGH(magnitude);
	return n < 0;
}

/* Compute a * b. Returns: false where that is too wide. */
static inline bool
wide_multiply(wide *n, int64_t a, int64_t b)
{
#ifdef __SIZEOF_INT128__
	*n = (wide)a * b;
	return true;
#else
	return !__builtin_mul_overflow(a, b, n);
#endif
}

#endif
