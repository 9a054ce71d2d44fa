/*
 * scan - find and count terminators in a run of bytes
 *
 * Layer 1: includes nothing of ours. Pure functions. Written so that a
 * compiler turns the counting loop into vector code; tests compare them with
 * a byte-at-a-time twin.
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

#endif
