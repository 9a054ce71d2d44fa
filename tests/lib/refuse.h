/*
 * refuse - system calls that fail when a test wants them to
 *
 * Linked into a test program, it stands before the C library's functions of
 * the same names, for the library under test as well.
 *
 *	refuse(CALL_READ, 0, EIO, 2, 1);	the third read of stdin fails
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef REFUSE_H
#define REFUSE_H

#include <stddef.h>

enum call {
	CALL_CLOCK_NANOSLEEP,
	CALL_CLOSE,
	CALL_FORK,
	CALL_FSTAT,
	CALL_LSEEK,
	CALL_OPEN,
	CALL_PIPE2,
	CALL_POLL,
	CALL_PPOLL,
	CALL_PREAD,
	CALL_READ,
	CALL_READDIR,
	CALL_RECV,
	CALL_TEE,
	CALL_WRITE,
	CALLS
};

#define ANY_DESCRIPTOR (-1)
#define FOR_EVER 1000000000u

/*
 * After so many more calls on fd, let that many fail with error. Error 0
 * stands for a result of 0: an end of file, a write of nothing.
 */
void refuse(enum call call, int fd, int error, unsigned after,
    unsigned times);

/* Let no read or write pass more than n bytes; 0 for no limit. */
void refuse_more_than(size_t n);

/* Let every call through again, and count anew. */
void refuse_nothing(void);

/* Return how often the call was made (ANY_DESCRIPTOR included). */
unsigned refuse_calls(enum call call);

#endif
