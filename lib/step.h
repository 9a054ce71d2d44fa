/*
 * step - copy short runs of bytes in steps of a size that compilers know
 *
 * Layer 1: may include layer 0. For runs of which most are no longer
 * than a step, where a call of memcpy would cost more than the copy.
 *
 *	at = step_copy(at, record.bytes, record.len);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef STEP_H
#define STEP_H

#include "memory.h"
#include <stddef.h>
#include <string.h>

#define STEP 16

/* Return a copy of len bytes that may be copied in steps. */
static inline char *
step_pad(const char *bytes, size_t len)
{
	char *padded = xallocate(len + STEP, 1);

	memcpy(padded, bytes, len);
	memset(padded + len, 0, STEP);
	return padded;
}

/*
 * Copy len bytes. Reads and writes up to STEP bytes too many, which mean
 * nothing. Returns: the place behind the len bytes that were written.
 */
static inline char *
step_copy(char *to, const char *from, size_t len)
{
	size_t i = 0;

	do
		memcpy(to + i, from + i, STEP);
	while ((i += STEP) < len);
	return to + len;
}

#endif
