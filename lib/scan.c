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

/* Compilers make vector code of loops whose bounds they know. */
#define LANES 64
/* How often a lane can count before it could overflow. */
#define ROUNDS 255

/* Count in rounds * LANES bytes, each lane for itself. */
static size_t
count_lanes(const char *bytes, size_t rounds, char eol)
{
	unsigned char lane[LANES] = { 0 };
	size_t n = 0;

	for (size_t round = 0; round < rounds; round++, bytes += LANES)
		for (size_t i = 0; i < LANES; i++)
			lane[i] = (unsigned char)(lane[i] + (bytes[i] == eol));
	for (size_t i = 0; i < LANES; i++)
		n += lane[i];
	return n;
}

size_t
scan_count(const char *bytes, size_t len, char eol)
{
	size_t n = 0;

	while (len >= LANES) {
		size_t rounds = len / LANES;

		if (rounds > ROUNDS)
			rounds = ROUNDS;
		n += count_lanes(bytes, rounds, eol);
		bytes += rounds * LANES;
		len -= rounds * LANES;
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

/* The length up to and with the n-th eol, found one by one. */
static size_t
walk(const char *bytes, size_t len, char eol, uint64_t n, uint64_t *found)
{
	const char *const end = bytes + len, *at = bytes, *next;

	for (*found = 0; *found < n && at < end; ++*found, at = next + 1) {
		next = memchr(at, eol, (size_t)(end - at));
		if (!next)
			break;
	}
	return (size_t)(at - bytes);
}

size_t
scan_records(const char *bytes, size_t len, char eol, uint64_t n,
    uint64_t *found)
{
	uint64_t left = n;
	size_t piece;

	if (n <= FEW)
		return walk(bytes, len, eol, n, found);
	for (size_t begin = 0; begin < len; begin += piece) {
		size_t here;

		piece = len - begin < PIECE ? len - begin : PIECE;
		here = scan_count(bytes + begin, piece, eol);
		if (here >= left) {
			begin += walk(bytes + begin, piece, eol, left, found);
			*found = n;
			return begin;
		}
		left -= here;
	}
	*found = n - left;
	return left < n ? scan_last(bytes, len, eol) : 0;
}
