/*
 * backward - records from the last to the first
 *
 * Layer 1: may include layer 0, descriptor and record. Reads a part of a
 * file from its end, a block at a time, and leaves the file's offset where it
 * is; or goes through records that are held in memory.
 *
 *	struct backward backward;
 *	backward_open(&backward, fd, 0, st.st_size, '\n');
 *	while (backward_next(&backward, &record))
 *		output_record(record.bytes, record.len);
 *	if (backward.reason)
 *		fault(name, "%s", backward.reason);
 *	backward_close(&backward);
 *
 * Owns: one block, or as much as the longest record needs.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef BACKWARD_H
#define BACKWARD_H

#include "record.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* Its members are for backward.c, but for reason and at. */
struct backward {
	const char *reason; /* why reading failed; NULL: it did not */
	off_t at; /* where the record that came last begins */
	char eol;
	int fd; /* -1: memory */
	off_t begin, unread; /* what is still to be read lies between */
	const char *bytes; /* len of them were read and not handed out */
	size_t len;
	bool last; /* nothing was handed out: a terminator may lack */
	char *buffer;
	size_t capacity, block;
};

/*
 * Begin behind the last record of what fd has from offset begin to end, both
 * between records. fd stays its owner's.
 */
void backward_open(struct backward *backward, int fd, off_t begin, off_t end,
    char eol);

/* The same for len bytes in memory, which must stay there. */
void backward_open_memory(struct backward *backward, const char *bytes,
    size_t len, char eol);

/* Read block bytes at once (for tests: a tool keeps the default). */
void backward_block(struct backward *backward, size_t block);

/*
 * Hand out the record before the last one that came.
 * Valid: until the next call. Returns: false before the first, or where
 * reading failed, which reason tells.
 */
bool backward_next(struct backward *backward, struct record *record);

/* Pass over n records. Returns: how many there were. */
uint64_t backward_skip(struct backward *backward, uint64_t n);

/* Free the block. */
void backward_close(struct backward *backward);

#endif
