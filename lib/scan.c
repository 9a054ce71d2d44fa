/*
 * scan - find and count terminators in a run of bytes
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "scan.h"
#include <string.h>

/* Small enough to be walked twice while it is in the nearest cache. */
#define PIECE 4096

/* So few are sooner found one by one than counted. */
#define FEW 16

/* How many ends are found at once. */
#define ENDS (2 * SCAN_STEP)

/* What compilers keep in one register, and what they add up in several. */
typedef unsigned char lanes __attribute__((vector_size(16)));
#define ROUND (4 * sizeof(lanes))
/* How often a lane can count before it could overflow. */
#define ROUNDS 255

/* Count in one register what equals eol: a lane that is equal is -1. */
static inline lanes
count_lane(lanes count, const char *bytes, lanes eol)
{
	lanes here;

	memcpy(&here, bytes, sizeof here);
	return count - (lanes)(here == eol);
}

/* Count in rounds * ROUND bytes, each lane for itself. */
static size_t
count_lanes(const char *bytes, size_t rounds, char terminator)
{
	const lanes eol = (lanes){ 0 } + (unsigned char)terminator;
	lanes a = { 0 }, b = { 0 }, c = { 0 }, d = { 0 };
	size_t n = 0;

	for (; rounds > 0; rounds--, bytes += ROUND) {
		a = count_lane(a, bytes, eol);
		b = count_lane(b, bytes + sizeof a, eol);
		c = count_lane(c, bytes + 2 * sizeof a, eol);
		d = count_lane(d, bytes + 3 * sizeof a, eol);
	}
	for (size_t i = 0; i < sizeof a; i++)
		n += (size_t)a[i] + b[i] + c[i] + d[i];
	return n;
}

size_t
scan_count(const char *bytes, size_t len, char eol)
{
	size_t n = 0;

	while (len >= ROUND) {
		size_t rounds = len / ROUND;

		if (rounds > ROUNDS)
			rounds = ROUNDS;
		n += count_lanes(bytes, rounds, eol);
		bytes += rounds * ROUND;
		len -= rounds * ROUND;
	}
	while (len > 0)
		n += bytes[--len] == eol;
	return n;
}

size_t
scan_last(const char *bytes, size_t len, char eol)
{
#if defined HAVE_MEMRCHR
	const char *last = len ? memrchr(bytes, eol, len) : NULL;

	return last ? (size_t)(last - bytes) + 1 : 0;
#else
	while (len > 0 && bytes[len - 1] != eol)
		len--;
	return len;
#endif
}

size_t
scan_ends_plain(const char *bytes, size_t len, char eol, size_t *end,
    size_t max)
{
	const char *at = bytes, *next;
	size_t n = 0;

	while (n < max && at < bytes + len) {
		next = memchr(at, eol, len - (size_t)(at - bytes));
		if (!next)
			break;
		end[n++] = (size_t)(next - bytes);
		at = next + 1;
	}
	return n;
}

size_t
scan_ends(const char *bytes, size_t len, char eol, size_t *end, size_t max)
{
#ifdef __SSE2__
	if (len >= SCAN_STEP)
		return scan_ends_x86(bytes, len, eol, end, max);
#endif
	return scan_ends_plain(bytes, len, eol, end, max);
}

/* The length up to and with the n-th eol: there are so many. */
static size_t
walk(const char *bytes, size_t len, char eol, uint64_t n)
{
	size_t end[ENDS], at = 0, here;

	while ((here = scan_ends(bytes + at, len - at, eol, end, ENDS)) > 0) {
		if (n <= here)
			return at + end[n - 1] + 1;
		n -= here;
		at += end[here - 1] + 1;
	}
	return at; /* LCOV_EXCL_LINE: there are so many */
}

size_t
scan_records(const char *bytes, size_t len, char eol, uint64_t n,
    uint64_t *found)
{
	uint64_t left = n;
	size_t end[FEW], piece;

	if (n <= FEW) {
		*found = scan_ends_plain(bytes, len, eol, end, (size_t)n);
		return *found > 0 ? end[*found - 1] + 1 : 0;
	}
	for (size_t begin = 0; begin < len; begin += piece) {
		size_t here;

		piece = len - begin < PIECE ? len - begin : PIECE;
		here = scan_count(bytes + begin, piece, eol);
		if (here >= left) {
			*found = n;
			return begin + walk(bytes + begin, piece, eol, left);
		}
		left -= here;
	}
	*found = n - left;
	return left < n ? scan_last(bytes, len, eol) : 0;
}
