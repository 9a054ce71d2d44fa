/*
 * memory - allocation that does not fail and does not overflow
 *
 * Layer 0: may include message. Out of memory is a message and status 1.
 * Everything returned is freed with free().
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef MEMORY_H
#define MEMORY_H

#include <stddef.h>

/* Allocate n things of size bytes each, contents undefined. */
void *xallocate(size_t n, size_t size);

/* The same, all bytes 0; pages that are not touched take no memory. */
void *xallocate_zeros(size_t n, size_t size);

/*
 * As xallocate_zeros, for an array that is looked at here and there: where it
 * is long the system is asked for large pages, if it has any.
 */
void *xallocate_scattered(size_t n, size_t size);

/*
 * Make room for at least n things of size bytes each, growing by half as much
 * again, so that a run of calls costs constant time a thing.
 * Returns: the array, perhaps moved; *capacity counts things.
 */
void *xgrow(void *array, size_t *capacity, size_t n, size_t size);

/* Copy len bytes and a NUL behind them. */
char *xcopy(const char *bytes, size_t len);

#endif
