/*
 * record - a view of one record
 *
 * Layer 1: includes nothing of ours. A record is a run of bytes of any
 * length and content but its terminator, which is not part of it. The last
 * of a file is one even when its terminator is missing.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef RECORD_H
#define RECORD_H

#include <stddef.h>

/* Owns: nothing; valid as long as whoever handed it out says. */
struct record {
	const char *bytes;
	size_t len;
};

#endif
