/*
 * input_place - where in its files an input stands
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input_parts.h"
#include "input_place.h"
#include "message.h"
#include <errno.h>
#include <unistd.h>

bool
input_bytes(struct input *in, struct span *span)
{
	ssize_t n;

	span->opens = in->source.fd < 0;
	if (span->opens && !input_open_next(in))
		return false;
	n = input_refill(in);
	span->bytes = in->buffer;
	span->len = n > 0 ? (size_t)n : 0;
	span->closes = false;
	in->begin = in->end;
	if (n <= 0) {
		span->closes = n == 0 && source_whole(&in->source);
		if (!span->closes)
			in->failed = true;
		input_close_file(in);
	}
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
			input_end_file(in, &span, n < 0);
	}
	return true;
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

void
input_unused(struct input *in, size_t n)
{
	in->begin -= n;
}

int
input_file(struct input *in)
{
	if (in->source.fd < 0 && !input_open_next(in))
		return -1;
	return in->source.seekable ? in->source.fd : -1;
}

off_t
input_tell(const struct input *in)
{
	off_t read_up_to;

	if (in->source.fd < 0 || !in->source.seekable)
		return -1;
	read_up_to = lseek(in->source.fd, 0, SEEK_CUR);
	/* It could be asked before, so this is no file without offsets. */
	if (read_up_to < 0)
		die_errno(in->name, errno);
	return read_up_to - (off_t)(in->end - in->begin) - in->part;
}

void
input_seek(struct input *in, off_t offset)
{
	input_drop_ends(in);
	input_forget(in);
	if (lseek(in->source.fd, offset, SEEK_SET) < 0)
		die_errno(in->name, errno);
}
