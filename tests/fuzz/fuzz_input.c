/*
 * Bytes as standard input, a file and a pipe, at many block sizes, and what a
 * tool may do with them, one thing after the other: always the same records;
 * what is not used is left; runs of equal records are those of a plain count.
 *
 * Shape: a byte of flags, up to a byte 0xfe what is done, then the stream.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "aid.h"
#include "fuzz.h"
#include "input.h"
#include "names.h"
#include "repeats.h"
#include <stdlib.h>
#include <string.h>

#define LONGEST 600

static const size_t blocks[] = { 1, 2, 3, 7, 64, 64 * 1024 };

enum flags { USES_NUL = 1, IS_UNDECIDED = 2 };

/* The stream, and how far it was used. */
struct stream {
	const char *bytes; /* the last record has its terminator */
	size_t len;
	size_t at, n; /* bytes and records that were handed out */
	size_t bound; /* the record before which no more is taken */
	char eol;
};

/* Return where the record after n others begins. */
static size_t
place_of(const struct stream *stream, size_t n)
{
	const char *at = stream->bytes, *end = at + stream->len;

	for (; n > 0 && at < end; n--)
		at = (const char *)memchr(at, stream->eol,
		    (size_t)(end - at)) + 1;
	return (size_t)(at - stream->bytes);
}

/* So many more records may be used. */
static void
allow(struct stream *stream, uint64_t n)
{
	size_t bound = n > SIZE_MAX - stream->n ? SIZE_MAX :
	    stream->n + (size_t)n;

	if (bound > stream->bound)
		stream->bound = bound;
}

/* The record must be the next. */
static void
must_be_next(struct stream *stream, const struct record *record)
{
	const char *at = stream->bytes + stream->at;
	const char *end;

	must(stream->at < stream->len);
	end = memchr(at, stream->eol, stream->len - stream->at);
	must_equal(record->bytes, record->len, at, (size_t)(end - at));
}

static bool
take_record(struct input *in, struct stream *stream)
{
	const uint64_t expected = input_expected(in);
	struct record record;

	if (!input_next(in, &record)) {
		must(expected == 0 || stream->at == stream->len);
		return false;
	}
	must(expected > 0);
	must_be_next(stream, &record);
	stream->at += record.len + 1;
	stream->n++;
	return true;
}

/* Take a span, and what belongs to a record that it only begins. */
static bool
take_span(struct input *in, struct stream *stream)
{
	const uint64_t expected = input_expected(in);
	const size_t n = stream->n;
	bool opens = true;
	struct span span;
	size_t i;

	do {
		if (!input_span(in, &span)) {
			must(opens);
			must(expected == 0 || stream->at == stream->len);
			return false;
		}
		must(span.opens == opens && span.len > 0);
		must(span.len <= stream->len - stream->at);
		must_equal(span.bytes, span.len, stream->bytes + stream->at,
		    span.len);
		for (i = 0; i < span.len; i++)
			stream->n += span.bytes[i] == stream->eol;
		must(span.closes == (span.bytes[span.len - 1] == stream->eol));
		stream->at += span.len;
		opens = false;
	} while (!span.closes);
	must(stream->n - n <= expected);
	return true;
}

static void
skip(struct input *in, struct stream *stream, uint64_t n)
{
	const size_t at = place_of(stream, stream->n);
	size_t passed = 0, to;

	allow(stream, n);
	for (to = at; passed < n && to < stream->len; passed++)
		to = place_of(stream, stream->n + passed + 1);
	must(input_skip(in, n) == (passed == n));
	stream->at = to;
	stream->n += passed;
	must(input_expected(in) == n - passed);
}

/* Do one thing. Returns: whether there may be more. */
static bool
step(struct input *in, struct stream *stream, uint8_t what)
{
	const uint64_t n = what >> 3;
	struct record record;
	bool more;

	switch (what & 7) {
	case 0:
		input_expect(in, n);
		allow(stream, n);
		return true;
	case 1:
		input_expect(in, INPUT_ALL);
		allow(stream, INPUT_ALL);
		return true;
	case 2:
		return take_span(in, stream) || n > 0;
	case 3:
		skip(in, stream, n);
		return true;
	case 4:
		if (input_peek(in, &record))
			must_be_next(stream, &record);
		return true;
	case 5:
		/* Where there is no way to look it says yes. */
		more = input_more(in);
		must(more == (stream->at < stream->len) ||
		    (more && in->source.blind));
		return true;
	default:
		return take_record(in, stream) || n > 0;
	}
}

static void
read_all(struct stream *stream, size_t len, struct pieces what, size_t block,
    uint8_t flags, bool is_pipe)
{
	struct words words;
	struct input in;
	size_t left;

	stream->at = stream->n = 0;
	stream->bound = what.left > 0 && what.at[0] % 8 == 0 ? 0 : SIZE_MAX;
	if (is_pipe)
		standard_input_pipe(stream->bytes, len);
	else
		standard_input_file(stream->bytes, len);
	input_open(&in, words_open(&words, NULL, 0), stream->eol);
	input_block(&in, block);
	if (flags & IS_UNDECIDED)
		input_undecided(&in);
	while (what.left > 0 && step(&in, stream, pieces_byte(&what)))
		continue;
	if (what.left == 0 && input_expected(&in) == INPUT_ALL) {
		while (take_record(&in, stream))
			continue;
	}
	must(!input_failed(&in));
	input_close(&in);
	left = len - standard_input_left(stream->bytes, len);
	if (stream->at > len)
		stream->at = len;
	must(left >= stream->at);
	/* From a pipe it may have taken what it was told to expect. */
	must(left == stream->at || (is_pipe && !(flags & IS_UNDECIDED) &&
	    left <= place_of(stream, stream->bound)));
}

/* The same runs as of a plain count. */
static void
count_runs(const struct stream *stream, size_t len, size_t block)
{
	const char *at = stream->bytes, *end = at + stream->len, *next;
	struct repeats repeats = { 0 };
	struct record record;
	struct words words;
	struct input in;
	uint64_t n, i;

	standard_input_file(stream->bytes, len);
	input_open(&in, words_open(&words, NULL, 0), stream->eol);
	input_block(&in, block);
	repeats.in = &in;
	while (repeats_next(&repeats, &record, &n)) {
		must(n > 0);
		for (i = 0; i < n; i++, at = next + 1) {
			must(at < end);
			next = memchr(at, stream->eol, (size_t)(end - at));
			must_equal(record.bytes, record.len, at,
			    (size_t)(next - at));
		}
		/* The next is another one. */
		must((size_t)(end - at) <= record.len ||
		    at[record.len] != stream->eol ||
		    memcmp(at, record.bytes, record.len) != 0);
	}
	must(at == end);
	repeats_close(&repeats);
	input_close(&in);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct pieces pieces = { bytes, len }, what;
	struct stream stream = { 0 };
	char *steps, *text;
	size_t n_steps, i;
	uint8_t flags;

	if (len > LONGEST)
		return 0;
	flags = pieces_byte(&pieces);
	stream.eol = flags & USES_NUL ? '\0' : '\n';
	steps = pieces_text(&pieces, 0xfe, &n_steps);
	/* With its last terminator; what is read is without, where it was. */
	text = malloc(pieces.left + 1);
	if (!text)
		abort();
	if (pieces.left > 0)
		memcpy(text, pieces.at, pieces.left);
	text[pieces.left] = stream.eol;
	stream.bytes = text;
	stream.len = pieces.left + (pieces.left > 0 &&
	    text[pieces.left - 1] != stream.eol);
	what = (struct pieces){ (const uint8_t *)steps, n_steps };
	for (i = 0; i < sizeof blocks / sizeof *blocks; i++) {
		read_all(&stream, pieces.left, what, blocks[i], flags, false);
		read_all(&stream, pieces.left, what, blocks[i], flags, true);
		count_runs(&stream, pieces.left, blocks[i]);
	}
	free(steps);
	free(text);
	return 0;
}
