/*
 * scan - find and count terminators in a run of bytes
 *
 * Layer 1: includes nothing of ours. Pure functions. Counting is written in
 * vectors that every compiler of ours knows; the search for many terminators
 * has a kernel for SSE2, which all of x86-64 has, so that nothing is chosen
 * at run time. Tests compare them with a byte-at-a-time twin.
 *
 *	n = scan_ends(bytes, len, '\n', end, MAX);
 *	for (i = 0; i < n; begin = end[i++] + 1)
 *		... bytes + begin, end[i] - begin ...
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SCAN_H
#define SCAN_H

#include <stddef.h>
#include <stdint.h>

/* Count the bytes equal to eol. */
size_t scan_count(const char *bytes, size_t len, char eol);

/* Return the length up to and with the last eol, 0 where there is none. */
size_t scan_last(const char *bytes, size_t len, char eol);

/*
 * Return the length up to and with the n-th eol, or with the last where there
 * are fewer; *found becomes how many that are.
 */
size_t scan_records(const char *bytes, size_t len, char eol, uint64_t n,
    uint64_t *found);

/*
 * Put the offsets of the first eols into end, which has room for max, at
 * least SCAN_STEP; what is behind them there means nothing. Goes on until
 * there is no room for SCAN_STEP more.
 * Returns: how many; 0 only where there is none in all of bytes.
 */
#define SCAN_STEP 64
size_t scan_ends(const char *bytes, size_t len, char eol, size_t *end,
    size_t max);

/* Its kernel for x86, where len is at least SCAN_STEP, and its plain twin. */
size_t scan_ends_x86(const char *bytes, size_t len, char eol, size_t *end,
    size_t max);
size_t scan_ends_plain(const char *bytes, size_t len, char eol, size_t *end,
    size_t max);

#endif
