/*
 * memory - allocation that does not fail and does not overflow
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "memory.h"
#include "message.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* What most machines have; others know where theirs begin. */
#define LARGE_PAGE ((size_t)2 << 20)

static void *
allocated(void *memory)
{
	if (!memory)
		die(NULL, "out of memory");
	return memory;
}

/* Return the bytes of n things, never 0 (malloc may return null for it). */
static size_t
total(size_t n, size_t size)
{
	if (size > 0 && n > SIZE_MAX / 2 / size)
		die(NULL, "out of memory");
	return n > 0 && size > 0 ? n * size : 1;
}

void *
xallocate(size_t n, size_t size)
{
	return allocated(malloc(total(n, size)));
}

void *
xallocate_zeros(size_t n, size_t size)
{
	return allocated(calloc(total(n, size), 1));
}

void *
xallocate_scattered(size_t n, size_t size)
{
	void *array = xallocate_zeros(n, size);
#if defined HAVE_MADVISE && defined MADV_HUGEPAGE
	const size_t skipped = -(uintptr_t)array % LARGE_PAGE;
	const size_t len = n * size;

	/* An advice that is not taken does no harm. */
	if (len >= skipped + LARGE_PAGE)
		madvise((char *)array + skipped,
		    (len - skipped) / LARGE_PAGE * LARGE_PAGE, MADV_HUGEPAGE);
#endif
	return array;
}

void *
xgrow(void *array, size_t *capacity, size_t n, size_t size)
{
	size_t more;

	if (array && n <= *capacity)
		return array;
	more = *capacity + *capacity / 2;
	if (more < n)
		more = n;
	array = allocated(realloc(array, total(more, size)));
	*capacity = more;
	return array;
}

char *
xcopy(const char *bytes, size_t len)
{
	char *copy = xallocate(len + 1, 1);

	memcpy(copy, bytes, len);
	copy[len] = '\0';
	return copy;
}
