/*
 * allocations - counts what a test allocates
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "allocations.h"
#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define SANITIZED
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define SANITIZED
#endif

static unsigned long count;

#ifdef SANITIZED

int __sanitizer_install_malloc_and_free_hooks(
    void (*allocated)(const volatile void *, size_t),
    void (*freed)(const volatile void *));

static void
allocated(const volatile void *memory, size_t size)
{
	(void)memory;
	(void)size;
	count++;
}

static void
freed(const volatile void *memory)
{
	(void)memory;
}

unsigned long
allocations(void)
{
	static int listens;

	if (!listens)
		listens = __sanitizer_install_malloc_and_free_hooks(allocated,
		    freed);
	return count;
}

#else

/* Both are all that the library asks with. */
void *
malloc(size_t size)
{
	static void *(*real)(size_t);

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "malloc");
	count++;
	return real(size);
}

void *
realloc(void *memory, size_t size)
{
	static void *(*real)(void *, size_t);

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "realloc");
	count++;
	return real(memory, size);
}

unsigned long
allocations(void)
{
	return count;
}

#endif
