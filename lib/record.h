/*
 * record - a view of one record, or of many
 *
 * Layer 1: includes nothing of ours. A record is a run of bytes of any
 * length and content but its terminator, which is not part of it. The last
 * of a file is one even when its terminator is missing.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef RECORD_H
#define RECORD_H

#include <stdbool.h>
#include <stddef.h>

/* Owns: nothing; valid as long as whoever handed it out says. */
struct record {
	const char *bytes;
	size_t len;
};

/*
 * A run of records, each with its terminator. One that is longer than the
 * block comes in parts: spans of which only the first opens, and only the
 * last closes.
 * Shape: len bytes, at least one; all terminated but for an unclosed part.
 * Valid: until the next call on its input.
 */
struct span {
	const char *bytes;
	size_t len;
	bool opens; /* the first byte begins a record */
	bool closes; /* the last byte ends one */
};

#endif
