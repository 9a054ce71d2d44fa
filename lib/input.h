/*
 * input - the iterator: the records of all files in turn
 *
 * Layer 2: may include layers 0 and 1. A file is opened when the one before
 * it is used up. Views into a block are handed out, nothing is copied. What
 * the tool did not use is given back when the input is closed or the process
 * ends, on files by lseek(2); on pipes and sockets it was never taken.
 *
 *	struct input in;
 *	input_open(&in, names, '\n');
 *	input_expect(&in, 10);
 *	while (input_span(&in, &span))
 *		output_span(&span);
 *	input_close(&in);
 *
 * A file that can't be read is named once, the rest are still read.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef INPUT_H
#define INPUT_H

#include "compression.h"
#include "descriptor.h"
#include "message.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct names;

/* No bound to how many records are used. */
#define INPUT_ALL UINT64_MAX

/*
 * A run of records, each with its terminator. One that is longer than the
 * block comes in parts: only the first opens it, only the last closes it.
 * Shape: len bytes, in which `records` records end; at least one byte.
 * Valid: until the next call on its input.
 */
struct span {
	const char *bytes;
	size_t len;
	uint64_t records;
	bool opens; /* the first byte begins a record */
};

/* Its members are for input.c; tools use the functions (and name). */
struct input {
	struct ending ending; /* first: gives back when the process ends */
	struct names *names;
	const char *name; /* the file that the last span came from, as typed */
	char eol;
	bool decompress;
	bool used_up; /* standard input has come to its end */
	bool opened; /* a file is open: */
	int fd;
	mode_t mode;
	bool seekable, packed, ended;
	struct decompression decompression;
	struct look look;
	bool blind; /* there is no way to look at fd */
	uint64_t wanted; /* how many records the tool may still use */
	size_t block; /* how much is read at once, at most */
	char *buffer; /* block bytes and one for a last terminator */
	size_t begin, end; /* what was read and not handed out */
	size_t scanned; /* from begin: has no terminator */
	bool inside; /* the last span ended inside a record */
	off_t part; /* how much of that record was handed out */
	size_t since; /* bytes read since the last look around */
};

/*
 * Begin to iterate over the records of names, which end with eol. Opens
 * nothing yet. in must stay where it is until input_close.
 */
void input_open(struct input *in, struct names *names, char eol);

/* Read operands as they are, compressed or not. */
void input_plain(struct input *in);

/* Read at most block bytes at once (tests; a tool keeps the default). */
void input_block(struct input *in, size_t block);

/*
 * Promise to use at most n more records; INPUT_ALL (the default) for any
 * number. Nothing beyond them is taken from a pipe or socket.
 */
void input_expect(struct input *in, uint64_t n);

/*
 * Hand out the next records of one file, as many as are at hand.
 * Returns: false after the last file, or when no more are expected.
 */
bool input_span(struct input *in, struct span *span);

/*
 * Give back what was handed out by nobody, close and free. Also runs when the
 * process ends.
 */
void input_close(struct input *in);

#endif
