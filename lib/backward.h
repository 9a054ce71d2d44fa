/*
 * backward - records from the last to the first
 *
 * Layer 2: may include layers 0 and 1 and input, input_place. Reads a file, or
 * a part of it, from its end, a block at a time; or goes through records that
 * are held in memory.
 *
 *	struct backward backward;
 *	if (backward_open_input(&backward, &in, 0, INPUT_ALL)) {
 *		while (backward_next(&backward, &record))
 *			output_record(record.bytes, record.len);
 *		backward_close(&backward);
 *	}
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

struct input;

/* Its members are for backward.c, but for at. */
struct backward {
	off_t at; /* where the record that came last begins */
	const char *name; /* of the file, for messages */
	char eol;
	int fd; /* -1: memory; closed by backward_close */
	off_t begin, unread; /* what is still to be read lies between */
	const char *bytes; /* len of them were read and not handed out */
	size_t len;
	char *buffer;
	size_t capacity, block;
};

/*
 * Begin behind the last record of what fd, which is taken over, has from
 * offset begin to end, both between records. The file's offset stays.
 */
void backward_open(struct backward *backward, int fd, const char *name,
    off_t begin, off_t end, char eol);

/*
 * Begin behind the last of the first `used` records that in has; those before
 * are not handed out down to the first `above`. in then goes on behind them.
 * Returns: false, with nothing used, where in does not read a long plain
 * file next. It must be the only one.
 */
bool backward_open_input(struct backward *backward, struct input *in,
    uint64_t above, uint64_t used);

/* The same for len bytes in memory, which must stay there. */
void backward_open_memory(struct backward *backward, const char *bytes,
    size_t len, char eol);

/* Read block bytes at once (for tests: a tool keeps the default). */
void backward_block(struct backward *backward, size_t block);

/*
 * Hand out the record before the last one that came.
 * Valid: until the next call. Returns: false before the first. A file that
 * can't be read any more ends the run.
 */
bool backward_next(struct backward *backward, struct record *record);

/* Pass over n records. Returns: how many there were. */
uint64_t backward_skip(struct backward *backward, uint64_t n);

/* Free the block, close the descriptor. */
void backward_close(struct backward *backward);

#endif
