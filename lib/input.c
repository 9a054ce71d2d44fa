/*
 * input - the iterator: the records of all files in turn
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "input_parts.h"
#include "input_rows.h"
#include "memory.h"
#include "names.h"
#include "progress.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BLOCK (128 * 1024)

/* What there is behind a block: a last terminator, and what may be read. */
#define BEHIND (1 + INPUT_SLACK)

void
input_forget(struct input *in)
{
	in->begin = in->end = in->scanned = 0;
	in->part = 0;
	in->framing.place = CSV_START;
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
	input_release_rows(in);
	free(in->buffer);
	in->buffer = NULL;
}

void
input_open(struct input *in, struct names *names, char eol)
{
	*in = (struct input){
		.ending.run = release,
		.names = names,
		.framing.eol = eol,
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
input_whole(struct input *in)
{
	in->whole = true;
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
		if (!source_open(&in->source, in->name, in->decompress))
			in->failed = true;
		else if (in->rows.dialect == DIALECT_NONE ||
		    input_begin_rows(in))
			return true;
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
		input_count_lines(in, in->begin);
		in->rows.mark = 0;
		in->end -= in->begin;
		memmove(in->buffer, in->buffer + in->begin, in->end);
		in->begin = 0;
	}
	n = source_read(&in->source, in->buffer + in->end,
	    in->block - in->end, in->wanted, in->framing.eol);
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
	if (span->opens && !closes)
		input_remember_line(in);
	in->rows.place = in->framing.place;
	in->part = closes ? 0 : in->part + (off_t)len;
	if (closes)
		in->framing.place = CSV_START;
	in->rows.begin = in->begin;
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

	input_skip_between(in);
	if (in->begin == in->end || in->framing.place == CSV_BROKEN)
		return false;
	unscanned = in->buffer + in->begin + in->scanned;
	len = in->end - in->begin - in->scanned;
	if (n == INPUT_ALL && !framing_is_csv(&in->framing)) {
		used = scan_last(unscanned, len, in->framing.eol);
		progress_records_unknown();
	} else {
		used = framing_records(&in->framing, unscanned, len, n,
		    &found);
		count_down(in, found);
		in->number += found;
	}
	if (used > 0) {
		hand_out(in, span, in->scanned + used, true);
		return true;
	}
	in->scanned += len;
	if (in->begin > 0 || in->end < in->block ||
	    in->framing.place == CSV_BROKEN)
		return false;
	if (!in_parts || in->whole || in->rows.fresh) {
		in->buffer = xgrow(in->buffer, &in->capacity,
		    in->block + 1 + BEHIND, 1);
		in->block = in->capacity - BEHIND;
		return false;
	}
	hand_out(in, span, in->end, false);
	return true;
}

/*
 * The rest of the file is no record. Where a part of one has gone out that
 * ended in quotes, they are closed, so that it does not go on in what follows.
 */
static void
drop_rest(struct input *in)
{
	in->failed = true;
	in->end = in->begin;
	if (in->part > 0 && in->rows.place == CSV_QUOTED)
		in->buffer[in->end++] = '"';
}

/*
 * Close the file, with its last record if that lacks its terminator. One that
 * went out in part is terminated. Returns: false when there is none.
 */
static bool
close_with_rest(struct input *in, struct span *span)
{
	const size_t len = in->end - in->begin;

	if (len == 0 && in->part == 0) {
		input_close_file(in);
		return false;
	}
	in->buffer[in->end] = in->framing.eol;
	hand_out(in, span, len + 1, true);
	count_down(in, 1);
	in->number++;
	input_close_file(in);
	return true;
}

bool
input_end_file(struct input *in, struct span *span, bool failed)
{
	/* A helper that is not read to its end must not be waited for. */
	const bool whole = !failed && source_whole(&in->source);

	input_skip_last(in);
	if (failed || (whole && input_refuse_row(in))) {
		give_back(in);
		drop_rest(in);
	} else if (!whole) {
		drop_rest(in);
	}
	return close_with_rest(in, span);
}

bool
input_advance_in_file(struct input *in, struct span *span, uint64_t n,
    bool in_parts)
{
	ssize_t got;

	for (;;) {
		if (cut(in, span, n, in_parts))
			return true;
		if (in->framing.place == CSV_BROKEN) {
			input_refuse_row(in);
			give_back(in);
			drop_rest(in);
			return close_with_rest(in, span);
		}
		got = input_refill(in);
		if (got <= 0)
			return input_end_file(in, span, got < 0);
	}
}

/* Hand out at most n records, n at least 1. */
static bool
advance(struct input *in, struct span *span, uint64_t n, bool in_parts)
{
	while (in->source.fd >= 0 || input_open_next(in)) {
		if (input_advance_in_file(in, span, n, in_parts))
			return true;
	}
	return false;
}

bool
input_span(struct input *in, struct span *span)
{
	input_drop_ends(in);
	return in->wanted > 0 && advance(in, span, in->wanted, true);
}

/*
 * Find the ends of the records that are whole in the block, as many as there
 * is room for and are expected. Returns: false where there is none.
 */
static bool
find_ends(struct input *in)
{
	struct ends *ends = &in->ends;

	input_skip_between(in);
	in->rows.begin = in->begin;
	ends->from = in->begin + in->scanned;
	ends->next = ends->n = 0;
	if (ends->from == in->end || in->part > 0)
		return false;
	ends->n = framing_ends(&in->framing, in->buffer + ends->from,
	    in->end - ends->from, ends->end, INPUT_ENDS);
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
	return true;
}

bool
input_failed(const struct input *in)
{
	return in->failed;
}

uint64_t
input_expected(const struct input *in)
{
	return in->wanted == INPUT_ALL ? INPUT_ALL :
	    in->wanted + in->ends.n - in->ends.next;
}
