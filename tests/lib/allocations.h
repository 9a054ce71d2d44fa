/*
 * allocations - counts what a test allocates
 *
 * Linked into a test program, it stands before the C library's malloc, or
 * listens to the one of the address sanitizer.
 *
 *	before = allocations();
 *	...
 *	ck_assert_uint_eq(allocations(), before);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ALLOCATIONS_H
#define ALLOCATIONS_H

/* Return how often memory was asked for by now. */
unsigned long allocations(void);

#endif
