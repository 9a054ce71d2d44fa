/*
 * input - the iterator: the records of all files in turn
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "input_parts.h"
#include "memory.h"
#include "names.h"
#include "progress.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BLOCK (128 * 1024)

/* What there is behind a block: a last terminator, and what may be read. */
#define BEHIND (1 + INPUT_SLACK)

/* Room for a path that could be opened and a number, and for a reason. */
#define PLACE_MAX (4096 + 32)
#define REASON_MAX 1024

void
input_forget(struct input *in)
{
	in->begin = in->end = in->scanned = 0;
	in->part = 0;
}

void
input_close_file(struct input *in)
{
	if (in->source.fd == STDIN_FILENO)
		in->used_up = true;
	source_close(&in->source);
	input_forget(in);
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
		input_close_file(in);
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
input_undecided(struct input *in)
{
	source_borrow(&in->source);
}

void
input_block(struct input *in, size_t block)
{
	in->block = block;
}

void
input_drop_ends(struct input *in)
{
	in->wanted = input_expected(in);
	in->ends.next = in->ends.n = 0;
}

void
input_expect(struct input *in, uint64_t n)
{
	input_drop_ends(in);
	in->wanted = n;
}

void
input_close(struct input *in)
{
	ending_remove(&in->ending);
	release(&in->ending);
}

bool
input_open_next(struct input *in)
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

ssize_t
input_refill(struct input *in)
{
	ssize_t n;

	if (!in->buffer)
		in->buffer = xgrow(NULL, &in->capacity, in->block + BEHIND, 1);
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
	progress_records(n);
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
	const char *unscanned;
	size_t len, used;
	uint64_t found;

	if (in->begin == in->end)
		return false;
	unscanned = in->buffer + in->begin + in->scanned;
	len = in->end - in->begin - in->scanned;
	if (n == INPUT_ALL) {
		used = scan_last(unscanned, len, in->eol);
		progress_records_unknown();
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
		in->buffer = xgrow(in->buffer, &in->capacity,
		    in->block + 1 + BEHIND, 1);
		in->block = in->capacity - BEHIND;
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
	/* A helper that is not read to its end must not be waited for. */
	const bool whole = !failed && source_whole(&in->source);
	size_t len;

	if (failed)
		give_back(in);
	if (!whole) {
		in->failed = true;
		in->end = in->begin;
	}
	len = in->end - in->begin;
	if (len == 0 && in->part == 0) {
		input_close_file(in);
		return false;
	}
	in->buffer[in->end] = in->eol;
	hand_out(in, span, len + 1, true);
	count_down(in, 1);
	input_close_file(in);
	return true;
}

/* Hand out at most n records, n at least 1. */
static bool
advance(struct input *in, struct span *span, uint64_t n, bool in_parts)
{
	ssize_t got;

	for (;;) {
		if (in->source.fd < 0 && !input_open_next(in))
			return false;
		if (cut(in, span, n, in_parts))
			return true;
		got = input_refill(in);
		if (got <= 0 && end_file(in, span, got < 0))
			return true;
	}
}

bool
input_span(struct input *in, struct span *span)
{
	input_drop_ends(in);
	return in->wanted > 0 && advance(in, span, in->wanted, true);
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
 * Find the ends of the records that are whole in the block, as many as there
 * is room for and are expected. Returns: false where there is none.
 */
static bool
find_ends(struct input *in)
{
	struct ends *ends = &in->ends;

	ends->from = in->begin + in->scanned;
	ends->next = ends->n = 0;
	if (ends->from == in->end || in->part > 0)
		return false;
	ends->n = scan_ends(in->buffer + ends->from, in->end - ends->from,
	    in->eol, ends->end, INPUT_ENDS);
	if (ends->n > in->wanted)
		ends->n = (size_t)in->wanted;
	count_down(in, ends->n);
	in->scanned = ends->n > 0 ? 0 : in->end - in->begin;
	return ends->n > 0;
}

bool
input_next_found(struct input *in, struct record *record)
{
	struct span span;

	if (in->wanted == 0)
		return false;
	if (find_ends(in))
		return input_next(in, record);
	if (!advance(in, &span, 1, false))
		return false;
	record->bytes = span.bytes;
	record->len = span.len - 1;
	in->number++;
	return true;
}

bool
input_more(struct input *in)
{
	struct span span;
	ssize_t n;

	while (in->begin == in->end) {
		if (in->source.fd < 0 && !input_open_next(in))
			return false;
		n = source_look(&in->source);
		if (n > 0 || in->source.blind)
			return true;
		if (n < 0)
			n = input_refill(in);
		if (n <= 0)
			end_file(in, &span, n < 0);
	}
	return true;
}

bool
input_failed(const struct input *in)
{
	return in->failed;
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
	return in->wanted == INPUT_ALL ? INPUT_ALL :
	    in->wanted + in->ends.n - in->ends.next;
}
