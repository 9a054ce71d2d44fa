/*
 * input - the iterator: the records of all files in turn
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "memory.h"
#include "names.h"
#include "scan.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BLOCK (64 * 1024)

/* Room for a path that could be opened and a number, and for a reason. */
#define PLACE_MAX (4096 + 32)
#define REASON_MAX 1024

/* Close the file that is open; nothing of it is kept. */
static void
close_file(struct input *in)
{
	if (in->source.fd == STDIN_FILENO)
		in->used_up = true;
	source_close(&in->source);
	in->begin = in->end = in->scanned = 0;
	in->part = 0;
}

/* Give back what was read and not handed out, a record begun included. */
static void
give_back(struct input *in)
{
	source_give_back(&in->source,
	    (off_t)(in->end - in->begin) + in->part);
}

static void
release(struct ending *ending)
{
	struct input *in = (struct input *)ending;

	if (in->source.fd >= 0) {
		give_back(in);
		close_file(in);
	}
	source_release(&in->source);
	free(in->buffer);
	in->buffer = NULL;
}

void
input_open(struct input *in, struct names *names, char eol)
{
	*in = (struct input){
		.ending.run = release,
		.names = names,
		.eol = eol,
		.decompress = true,
		.wanted = INPUT_ALL,
		.source = SOURCE_INIT,
		.block = BLOCK,
	};
	ending_add(&in->ending);
}

void
input_plain(struct input *in)
{
	in->decompress = false;
}

void
input_block(struct input *in, size_t block)
{
	in->block = block;
}

void
input_expect(struct input *in, uint64_t n)
{
	in->wanted = n;
}

void
input_close(struct input *in)
{
	ending_remove(&in->ending);
	release(&in->ending);
}

/* Open the next file that can be opened. Returns: false after the last. */
static bool
open_next(struct input *in)
{
	while ((in->name = in->names->next(in->names)) != NULL) {
		if (in->used_up && strcmp(in->name, STANDARD_INPUT) == 0)
			continue;
		in->number = 0;
		if (source_open(&in->source, in->name, in->decompress))
			return true;
		in->failed = true;
	}
	return false;
}

/*
 * Read more of the file behind what is kept of it.
 * Returns: as source_read.
 */
static ssize_t
refill(struct input *in)
{
	ssize_t n;

	if (!in->buffer)
		in->buffer = xgrow(NULL, &in->capacity, in->block + 1, 1);
	if (in->begin > 0) {
		in->end -= in->begin;
		memmove(in->buffer, in->buffer + in->begin, in->end);
		in->begin = 0;
	}
	n = source_read(&in->source, in->buffer + in->end,
	    in->block - in->end, in->wanted, in->eol);
	if (n > 0)
		in->end += (size_t)n;
	return n;
}

/* Expect n records fewer. */
static void
count_down(struct input *in, uint64_t n)
{
	if (in->wanted != INPUT_ALL)
		in->wanted -= n;
}

/* Hand out len bytes of what is kept. */
static void
hand_out(struct input *in, struct span *span, size_t len, bool closes)
{
	span->bytes = in->buffer + in->begin;
	span->len = len;
	span->opens = in->part == 0;
	span->closes = closes;
	in->part = closes ? 0 : in->part + (off_t)len;
	in->begin += len;
	in->scanned = 0;
}

/*
 * Hand out the records at hand, at most n of them. One that fills the whole
 * block goes out in part, or where it must be whole the block grows.
 * Returns: false when more must be read first.
 */
static bool
cut(struct input *in, struct span *span, uint64_t n, bool in_parts)
{
	const char *unscanned = in->buffer + in->begin + in->scanned;
	size_t len = in->end - in->begin - in->scanned;
	size_t used;
	uint64_t found;

	if (n == INPUT_ALL) {
		used = scan_last(unscanned, len, in->eol);
	} else {
		used = scan_records(unscanned, len, in->eol, n, &found);
		count_down(in, found);
	}
	if (used > 0) {
		hand_out(in, span, in->scanned + used, true);
		return true;
	}
	in->scanned += len;
	if (in->begin > 0 || in->end < in->block)
		return false;
	if (!in_parts) {
		in->buffer = xgrow(in->buffer, &in->capacity, in->block + 2, 1);
		in->block = in->capacity - 1;
		return false;
	}
	hand_out(in, span, in->end, false);
	return true;
}

/*
 * The file has come to its end: hand out its last record if that lacks its
 * terminator. One that was cut by a fault is no record, but one that went
 * out in part is terminated. Returns: false when there is none.
 */
static bool
end_file(struct input *in, struct span *span, bool failed)
{
	bool whole = source_whole(&in->source);
	size_t len;

	if (failed) {
		give_back(in);
		whole = false;
	}
	if (!whole) {
		in->failed = true;
		in->end = in->begin;
	}
	len = in->end - in->begin;
	if (len == 0 && in->part == 0) {
		close_file(in);
		return false;
	}
	in->buffer[in->end] = in->eol;
	hand_out(in, span, len + 1, true);
	count_down(in, 1);
	close_file(in);
	return true;
}

/* Hand out at most n records, n at least 1. */
static bool
advance(struct input *in, struct span *span, uint64_t n, bool in_parts)
{
	ssize_t got;

	for (;;) {
		if (in->source.fd < 0 && !open_next(in))
			return false;
		if (cut(in, span, n, in_parts))
			return true;
		got = refill(in);
		if (got <= 0 && end_file(in, span, got < 0))
			return true;
	}
}

bool
input_span(struct input *in, struct span *span)
{
	return in->wanted > 0 && advance(in, span, in->wanted, true);
}

bool
input_bytes(struct input *in, struct span *span)
{
	ssize_t n;

	span->opens = in->source.fd < 0;
	if (span->opens && !open_next(in))
		return false;
	n = refill(in);
	span->bytes = in->buffer;
	span->len = n > 0 ? (size_t)n : 0;
	span->closes = false;
	in->begin = in->end;
	if (n <= 0) {
		span->closes = source_whole(&in->source) && n == 0;
		if (!span->closes)
			in->failed = true;
		close_file(in);
	}
	return true;
}

void
input_unused(struct input *in, size_t n)
{
	in->begin -= n;
}

bool
input_skip(struct input *in, uint64_t n)
{
	struct span span;

	input_expect(in, n);
	while (input_span(in, &span))
		continue;
	return in->wanted == 0;
}

/*
 * Hand out a record that is whole in the block: what advance would do, for
 * almost every record, without its calls.
 */
static bool
next_at_hand(struct input *in, struct record *record)
{
	char *at = in->buffer + in->begin;
	size_t len = in->end - in->begin;
	char *eol;

	if (len == 0)
		return false;
	eol = memchr(at, in->eol, len);
	if (!eol)
		return false;
	record->bytes = at;
	record->len = (size_t)(eol - at);
	in->begin += record->len + 1;
	count_down(in, 1);
	return true;
}

bool
input_next(struct input *in, struct record *record)
{
	struct span span;

	if (in->wanted == 0)
		return false;
	if (!next_at_hand(in, record)) {
		if (!advance(in, &span, 1, false))
			return false;
		record->bytes = span.bytes;
		record->len = span.len - 1;
	}
	in->number++;
	return true;
}

uint64_t
input_number(const struct input *in)
{
	return in->number;
}

void
input_die(const struct input *in, const char *format, ...)
{
	char place[PLACE_MAX], reason[REASON_MAX];
	va_list values;

	va_start(values, format);
	vsnprintf(reason, sizeof reason, format, values);
	va_end(values);
	snprintf(place, sizeof place, "%s:%ju", in->name,
	    (uintmax_t)in->number);
	die(place, "%s", reason);
}

uint64_t
input_expected(const struct input *in)
{
	return in->wanted;
}

bool
input_failed(const struct input *in)
{
	return in->failed;
}

int
input_file(struct input *in)
{
	if (in->source.fd < 0 && !open_next(in))
		return -1;
	return in->source.seekable ? in->source.fd : -1;
}

off_t
input_tell(const struct input *in)
{
	off_t read_up_to;

	if (in->source.fd < 0)
		return -1;
	read_up_to = lseek(in->source.fd, 0, SEEK_CUR);
	return read_up_to < 0 ? -1 :
	    read_up_to - (off_t)(in->end - in->begin) - in->part;
}

bool
input_seek(struct input *in, off_t offset)
{
	in->begin = in->end = in->scanned = 0;
	in->part = 0;
	return lseek(in->source.fd, offset, SEEK_SET) >= 0;
}
