/*
 * input - the iterator: the records of all files in turn
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "descriptor.h"
#include "input.h"
#include "memory.h"
#include "names.h"
#include "scan.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BLOCK (64 * 1024)

/* Room for a path that could be opened and a number, and for a reason. */
#define PLACE_MAX (4096 + 32)
#define REASON_MAX 1024

/* Close the file that is open. */
static void
close_file(struct input *in)
{
	if (in->fd == STDIN_FILENO)
		in->used_up = true;
	else
		close(in->fd);
	in->fd = -1;
	in->begin = in->end = in->scanned = 0;
	in->part = 0;
}

/* Take back what was read and not handed out, a record begun included. */
static void
give_back(struct input *in)
{
	off_t unused = (off_t)(in->end - in->begin) + in->part;

	if (in->seekable && unused > 0 &&
	    lseek(in->fd, -unused, SEEK_CUR) < 0)
		fault_errno(in->name, errno);
}

static void
release(struct ending *ending)
{
	struct input *in = (struct input *)ending;

	if (in->fd >= 0) {
		give_back(in);
		close_file(in);
		if (in->packed)
			decompression_abandon(&in->decompression);
	}
	look_close(&in->look);
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
		.fd = -1,
		.look = LOOK_INIT,
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

/* Have the helper read the file, of which len bytes were already seen. */
static bool
unpack(struct input *in, const char *seen, size_t len)
{
	in->fd = decompression_start(&in->decompression, in->fd, seen, len);
	in->begin = in->end = in->scanned = 0;
	if (in->fd < 0) {
		fault(in->name, "can't start the decompression helper: %s",
		    strerror(errno));
		return false;
	}
	in->packed = true;
	in->seekable = in->unsure = false;
	return true;
}

/* Find out how the file that was just opened is read. */
static bool
prepare(struct input *in)
{
	char magic[COMPRESSION_MAGIC_MAX];
	struct stat st;
	ssize_t n;

	if (fstat(in->fd, &st) < 0) {
		fault_errno(in->name, errno);
		return false;
	}
	if (descriptor_is_output(&st))
		die(in->name, "input file is output file");
	in->mode = st.st_mode;
	in->seekable = descriptor_seekable(&st);
	in->packed = in->blind = false;
	in->fresh = true;
	in->number = 0;
	in->unsure = in->decompress && in->fd != STDIN_FILENO;
	if (!in->unsure || !in->seekable)
		return true;
	in->unsure = false;
	while ((n = pread(in->fd, magic, sizeof magic, 0)) < 0 &&
	    errno == EINTR)
		;
	/* What can't be read here, the first read will say. */
	if (n <= 0 || compression_of(magic, (size_t)n) < COMPRESSION_GZIP)
		return true;
	return unpack(in, NULL, 0);
}

/* Open the next file that can be opened. Returns: false after the last. */
static bool
open_next(struct input *in)
{
	while ((in->name = in->names->next(in->names)) != NULL) {
		if (strcmp(in->name, STANDARD_INPUT) != 0) {
			in->fd = descriptor_open(in->name);
		} else if (!in->used_up) {
			in->fd = STDIN_FILENO;
		} else {
			continue;
		}
		if (in->fd < 0) {
			fault_errno(in->name, errno);
			in->failed = true;
			continue;
		}
		if (prepare(in))
			return true;
		in->failed = true;
		if (in->fd >= 0)
			close_file(in);
	}
	return false;
}

/*
 * Return how many bytes may be read: the records still wanted must need them
 * all. Waits until there are some. N records have at least N bytes, so only
 * when fewer records than bytes are wanted there is need to look first.
 */
static size_t
allowance(struct input *in)
{
	size_t room = in->block - in->end;
	char *at = in->buffer + in->end;
	size_t wanted, used;
	uint64_t found;
	ssize_t n;

	if (in->seekable)
		return room;
	descriptor_await(in->fd);
	if (in->unsure)
		return 1;
	if (in->packed || in->wanted >= room)
		return room;
	wanted = (size_t)in->wanted;
	if (in->blind)
		return wanted;
	n = look_at(&in->look, in->fd, in->mode, at, room);
	if (n < 0)
		in->blind = true;
	if (n <= 0)
		return wanted;
	used = scan_records(at, (size_t)n, in->eol, wanted, &found);
	if (found < wanted)
		used = (size_t)n;
	return used > wanted ? used : wanted;
}

/* Standard input is read as it is; say so to who may expect otherwise. */
static void
hint_compressed(const struct input *in)
{
	if (in->decompress && in->fd == STDIN_FILENO &&
	    compression_of(in->buffer, in->end) >= COMPRESSION_GZIP &&
	    isatty(STDERR_FILENO))
		remark(in->name, "this is compressed; only FILE operands "
		    "are decompressed");
}

/*
 * Read more of the file behind what is kept of it.
 * Returns: false at its end, or where reading failed, which *failed tells.
 */
static bool
refill(struct input *in, bool *failed)
{
	ssize_t n;

	if (!in->buffer)
		in->buffer = xgrow(NULL, &in->capacity, in->block + 1, 1);
	if (in->begin > 0) {
		in->end -= in->begin;
		memmove(in->buffer, in->buffer + in->begin, in->end);
		in->begin = 0;
	}
	*failed = false;
	n = descriptor_read(in->fd, in->buffer + in->end, allowance(in));
	if (n < 0) {
		fault_errno(in->name, errno);
		*failed = true;
	}
	if (n <= 0)
		return false;
	in->end += (size_t)n;
	descriptor_pace((size_t)n);
	if (in->fresh)
		hint_compressed(in);
	in->fresh = false;
	if (!in->unsure)
		return true;
	switch (compression_of(in->buffer, in->end)) {
	case COMPRESSION_UNSURE:
		return true;
	case COMPRESSION_NONE:
		in->unsure = false;
		return true;
	case COMPRESSION_GZIP:
	case COMPRESSION_XZ:
	case COMPRESSION_ZSTD:
	case COMPRESSION_BZIP2:
		break;
	}
	*failed = !unpack(in, in->buffer, in->end);
	return !*failed;
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
	const char *reason;
	bool whole;
	size_t len;

	if (in->packed && in->fd >= 0) {
		reason = decompression_finish(&in->decompression, &whole);
		in->packed = false;
		if (reason)
			fault(in->name, "%s", reason);
		if (reason && !whole)
			failed = true;
	}
	if (failed)
		in->failed = true;
	if (failed && in->fd >= 0) {
		give_back(in);
		in->end = in->begin;
	}
	len = in->end - in->begin;
	if (len == 0 && in->part == 0) {
		if (in->fd >= 0)
			close_file(in);
		return false;
	}
	in->buffer[in->end] = in->eol;
	hand_out(in, span, len + 1, true);
	count_down(in, 1);
	if (in->fd >= 0)
		close_file(in);
	return true;
}

/* Hand out at most n records, n at least 1. */
static bool
advance(struct input *in, struct span *span, uint64_t n, bool in_parts)
{
	bool failed;

	for (;;) {
		if (in->fd < 0 && !open_next(in))
			return false;
		if (cut(in, span, n, in_parts))
			return true;
		if (!refill(in, &failed) && end_file(in, span, failed))
			return true;
	}
}

bool
input_span(struct input *in, struct span *span)
{
	return in->wanted > 0 && advance(in, span, in->wanted, true);
}

bool
input_next(struct input *in, struct record *record)
{
	struct span span;

	if (in->wanted == 0 || !advance(in, &span, 1, false))
		return false;
	record->bytes = span.bytes;
	record->len = span.len - 1;
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
	if (in->fd < 0 && !open_next(in))
		return -1;
	return in->seekable ? in->fd : -1;
}

off_t
input_tell(const struct input *in)
{
	const off_t read_up_to = in->fd < 0 ? -1 : lseek(in->fd, 0, SEEK_CUR);

	return read_up_to < 0 ? -1 :
	    read_up_to - (off_t)(in->end - in->begin) - in->part;
}

bool
input_seek(struct input *in, off_t offset)
{
	in->begin = in->end = in->scanned = 0;
	in->part = 0;
	return lseek(in->fd, offset, SEEK_SET) >= 0;
}
