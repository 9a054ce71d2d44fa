/*
 * source - one file that is read: exactly, and decompressed where it must be
 *
 * Layer 1: may include layer 0, compression, descriptor, look, progress, scan.
 * Knows how much may be read of a descriptor so that what is not used stays
 * there, and how to give back the rest. Waits only where it flushes and
 * watches.
 *
 *	if (source_open(&source, name, true))
 *		while ((n = source_read(&source, bytes, len, wanted, eol)) > 0)
 *			...
 *	source_give_back(&source, unused);
 *	source_release(&source);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SOURCE_H
#define SOURCE_H

#include "compression.h"
#include "look.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct source {
	const char *name; /* as typed; - is standard input */
	int fd; /* -1: none */
	mode_t mode;
	bool seekable; /* what was read can be given back */
	bool packed; /* fd is the helper's pipe */
	bool blind; /* there is no way to look at fd */
	bool borrows; /* looks where it can, and takes what is used */
	size_t borrowed; /* what was read last and not taken */
	bool hint; /* say so if what comes first is compressed */
	struct look look; /* serves one source after the other */
	struct decompression decompression;

	/* the first bytes of what may be compressed and can't be rewound */
	bool unsure;
	char magic[COMPRESSION_MAGIC_MAX];
	size_t seen, given; /* how many there are, and were passed on */
};

#define SOURCE_INIT { .fd = -1, .look = LOOK_INIT }

/*
 * Open the file, or take standard input. name must live as long. Ends the
 * run where the file is also the output.
 * Returns: false where it can't be read, which is then a fault that is named.
 */
bool source_open(struct source *source, const char *name, bool decompress);

/*
 * Read at most len bytes, which `wanted` records ended by eol need (fewer
 * where more might not be needed; UINT64_MAX: all may be read).
 * Returns: 0 at the end, -1 after a fault, which was named.
 */
ssize_t source_read(struct source *source, char *bytes, size_t len,
    uint64_t wanted, char eol);

/*
 * Look for a byte, taking none. Waits for it.
 * Returns: 1 when there is one, 0 at the end, -1 where a look is not how it
 * is found out.
 */
int source_look(struct source *source);

/*
 * Having read all: was it all there? Data that is damaged or cut is a fault
 * that is named here. Returns: false when what came last may be incomplete.
 */
bool source_whole(struct source *source);

/*
 * From now on, where that can be, read without taking: what was read last is
 * taken when it is known to be used, by the next read or source_give_back.
 */
void source_borrow(struct source *source);

/* Give back the last `unused` bytes that were read, where that can be. */
void source_give_back(struct source *source, off_t unused);

/* Close the file; the way to look stays for the next. */
void source_close(struct source *source);

/* Let go of everything. */
void source_release(struct source *source);

#endif
