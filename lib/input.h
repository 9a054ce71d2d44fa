/*
 * input - the iterator: the records of all files in turn
 *
 * Layer 2: may include layers 0 and 1, input_parts, input_rows. A file is
 * opened when the one before it is used up. Views into a block are handed out,
 * nothing is copied. What the tool did not use is given back when the input is
 * closed or the process ends, on files by lseek(2); on pipes and sockets it was
 * never taken. Its parts are input.c, records of what was read; input_place.c,
 * where in a file it stands; input_rows.c, headers and places in messages.
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

#include "columns.h"
#include "dialect.h"
#include "framing.h"
#include "message.h"
#include "record.h"
#include "scan.h"
#include "source.h"
#include "text.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdnoreturn.h>

struct names;

/*
 * So many bytes behind what is handed out may be read; they mean nothing.
 * Runs of bytes are so compared and copied in steps (step.h, word.h).
 */
#define INPUT_SLACK 16

/* No bound to how many records are used. */
#define INPUT_ALL UINT64_MAX

/*
 * Where the next records of a block end, found many at once, so that handing
 * one out costs no search. Their number is taken off those that are expected
 * before they are handed out.
 */
#define INPUT_ENDS (2 * SCAN_STEP)
struct ends {
	size_t from; /* where in the buffer the offsets count from */
	size_t next, n;
	size_t end[INPUT_ENDS];
};

/* What input_rows.h is about. Owns: what the first header says. */
struct input_rows {
	enum dialect dialect;
	bool named; /* the first row of each file names the columns */
	struct columns columns;
	struct text header; /* which named them, with its end; without bytes:
			     * none did yet */
	bool fresh; /* nothing of the file is known yet */
	bool heading; /* its header is being read */
	size_t begin; /* where in the buffer the last record begins */
	size_t mark; /* where in it the lines count to */
	uint64_t lines; /* how many of its file end before that */
	uint64_t line; /* that a record in parts begins on */
	enum csv_place place; /* behind the last of the parts */
};

/* Its members are for input.c; tools use the functions (and name). */
struct input {
	struct ending ending; /* first: gives back when the process ends */
	struct names *names;
	const char *name; /* the file that the last span came from, as typed */
	struct framing framing; /* of what was scanned */
	bool decompress;
	bool whole; /* records are not handed out in parts */
	bool used_up; /* standard input has come to its end */
	bool failed; /* a file could not be opened or read to its end */
	uint64_t wanted; /* how many more records the tool may use */

	struct source source; /* the file that is open, if one is */

	/* what was read of it */
	size_t block; /* how much is kept at once, at most */
	char *buffer; /* block bytes, a last terminator, INPUT_SLACK */
	size_t capacity; /* of the buffer */
	size_t begin, end; /* what was not handed out */
	size_t scanned; /* from begin on: no terminator in so many bytes */
	struct ends ends;
	off_t part; /* of a record under way: what was handed out */
	uint64_t number; /* of the record that input_next gave last */
	struct input_rows rows;
};

/*
 * Begin to iterate over the records of names, which end with eol. Opens
 * nothing yet. in and names must stay where they are until input_close.
 */
void input_open(struct input *in, struct names *names, char eol);

/* Read operands as they are, compressed or not. */
void input_plain(struct input *in);

/* Keep at most block bytes at once (for tests: a tool keeps the default). */
void input_block(struct input *in, size_t block);

/* Hand out no record in parts: the block grows to the longest. */
void input_whole(struct input *in);

/*
 * Promise to use at most n more records; INPUT_ALL (the default) for any
 * number. Nothing beyond them is taken from a pipe or socket.
 */
void input_expect(struct input *in, uint64_t n);

/*
 * The tool ends at a record that it can't tell beforehand: what it was not
 * handed out is left, on pipes and sockets too, at the price of a look for
 * each block; where there is no way to look, of a read for each byte.
 */
void input_undecided(struct input *in);

/*
 * Hand out the next records of one file, as many as are at hand.
 * Returns: false after the last file, or when no more are expected.
 */
bool input_span(struct input *in, struct span *span);

/* As input_next, where no end is known. */
bool input_next_found(struct input *in, struct record *record);

/*
 * Hand out the next record whole, whatever its length.
 * Valid: until the next call on in. Returns: as input_span.
 * Cost: memory for the longest record; where it is at hand, no call.
 */
static inline bool
input_next(struct input *in, struct record *record)
{
	size_t end;

	if (in->ends.next == in->ends.n)
		return input_next_found(in, record);
	end = in->ends.from + in->ends.end[in->ends.next++];
	record->bytes = in->buffer + in->begin;
	record->len = end - in->begin;
	in->begin = end + 1;
	in->number++;
	return true;
}

/* Look at the record that input_next would give. False: it is not at hand. */
static inline bool
input_peek(const struct input *in, struct record *record)
{
	if (in->ends.next == in->ends.n)
		return false;
	record->bytes = in->buffer + in->begin;
	record->len = in->ends.from + in->ends.end[in->ends.next] - in->begin;
	return true;
}

/*
 * Say whether there is another record, using none. Waits for its first byte;
 * where that would have to be taken from another reader it says yes.
 */
bool input_more(struct input *in);

/*
 * Return the number, in its file and from 1, of the record that input_next
 * handed out last.
 */
static inline uint64_t
input_number(const struct input *in)
{
	return in->number;
}

/* As die; the subject is the record that input_next gave, FILE:NUMBER. */
noreturn void input_die(const struct input *in, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Use n records and throw them away, and expect no more until input_expect.
 * Returns: whether there were so many (for INPUT_ALL: false).
 */
bool input_skip(struct input *in, uint64_t n);

/* Return how many more records are expected. */
uint64_t input_expected(const struct input *in);

/* Say whether some file could not be opened or read to its end. */
bool input_failed(const struct input *in);

/* Return what to wait for before the file that is open can be read, or -1. */
static inline int
input_descriptor(const struct input *in)
{
	return in->source.fd;
}

/* Give back what was not handed out, close and free. */
void input_close(struct input *in);

#endif
