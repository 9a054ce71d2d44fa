/*
 * islice - the records that a slice picks
 *
 * Picks as a slice of a list does in Python: the records from START on and
 * before STOP, every STEP-th, counted from 0. Bounds that are not negative
 * make it itertools.islice(): it uses max(START, STOP) records, the last one
 * picked is written at once, and nothing is held but a block. A negative one
 * counts from the end: -K holds K records, a delay line or a ring. Backwards
 * holds what it can pick; but one file that has a size is read from its end,
 * a block at a time.
 *
 *	$ seq 10 | islice 2:8:3
 *	3
 *	6
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "backward.h"
#include "input.h"
#include "message.h"
#include "output.h"
#include "scan.h"
#include "slice.h"
#include "store.h"
#include "tool.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* From its end only what is longer is read: /proc and /sys tell no sizes. */
#define SMALL (64 * 1024)

static char eol; /* what ends a record */

static const struct option options[] = {
	{ 0 }
};

static const struct hint hints[] = {
	{ "-n", "the first ten records are islice 10" },
	{ NULL }
};

static const char *const examples[] = {
	"fib | islice 100 110",
	"islice 1::2 table.txt",
	"islice -10: app.log",
	NULL
};

static const struct tool tool = {
	.name = "islice",
	.summary = "the records that a slice picks",
	.synopsis = "[OPTION]... STOP | START STOP [STEP] | SLICE [FILE]...",
	.options = options,
	.hints = hints,
	.examples = examples,
	.reads = true,
};

/* On the way through records: skip so many, then take every stride-th. */
struct picker {
	uint64_t skip, stride;
};

/* Write what is picked of some records, or of a part of one. */
static void
pick(struct picker *picker, const char *bytes, size_t len, bool closes)
{
	struct span span = { bytes, 0, true, true };
	uint64_t found;

	for (; len > 0; span.bytes += span.len, len -= span.len) {
		if (picker->skip > 0) {
			span.len = scan_records(span.bytes, len, eol,
			    picker->skip, &found);
			picker->skip -= found;
			if (picker->skip > 0)
				return;
			continue;
		}
		span.len = len;
		span.closes = closes;
		if (picker->stride > 1) {
			span.len = scan_records(span.bytes, len, eol,
			    1, &found);
			span.closes = found > 0;
			if (found > 0)
				picker->skip = picker->stride - 1;
			else
				span.len = len;
		}
		output_span(&span);
	}
}

/* Return how many records there are up to the last one that is picked. */
static uint64_t
reach(uint64_t first, uint64_t n, uint64_t stride)
{
	const uint64_t end = n > 0 ? first + (n - 1) * stride + 1 : 0;

	return end > INT64_MAX ? SLICE_ALL : end;
}

/* Use up n records. Returns: whether there were so many. */
static bool
use_up(struct input *in, uint64_t n)
{
	struct span span;

	input_expect(in, n);
	while (input_span(in, &span))
		continue;
	return input_expected(in) == 0;
}

/* From first on pick n records, every stride-th; use so many in all. */
static void
forward(struct input *in, uint64_t first, uint64_t n, uint64_t stride,
    uint64_t used)
{
	const uint64_t end = reach(first, n, stride);
	struct picker picker = { first, stride };
	struct span span;

	input_expect(in, end);
	while (input_span(in, &span))
		pick(&picker, span.bytes, span.len, span.closes);
	/* What is picked does not wait for what is only used. */
	output_flush();
	use_up(in, used - end);
}

/* Pick from first on what has `behind` records behind it, every stride-th. */
static void
delayed(struct input *in, uint64_t first, uint64_t behind, uint64_t stride)
{
	struct picker picker = { 0, stride };
	struct store store;
	struct record run;
	struct span span;

	if (first > 0 && !use_up(in, first))
		return;
	input_expect(in, SLICE_ALL);
	store_open(&store, eol);
	while (input_span(in, &span)) {
		store_add(&store, span.bytes, span.len);
		if (store.n <= behind)
			continue;
		store_take(&store, store.n - behind, &run);
		pick(&picker, run.bytes, run.len, true);
	}
	store_close(&store);
}

/* Pick n records on the way to the beginning, after skipping some. */
static void
climb(struct backward *backward, uint64_t skip, uint64_t n, uint64_t stride)
{
	struct record record;

	for (; n > 0; n--, skip = stride - 1) {
		if (backward_skip(backward, skip) < skip ||
		    !backward_next(backward, &record))
			return;
		output_record(record.bytes, record.len);
	}
}

/* Hold what the slice can pick until it is known what it does pick. */
static void
held(struct input *in, const struct slice *slice)
{
	const uint64_t stride = slice_stride(slice), last = slice_last(slice);
	uint64_t used = slice_skip(slice), first, n;
	struct picker picker = { 0, stride };
	struct backward backward;
	struct store store;
	struct record run;
	struct span span;

	if (used > 0 && !use_up(in, used))
		return;
	input_expect(in, slice_use(slice) == SLICE_ALL ? SLICE_ALL :
	    slice_use(slice) - used);
	store_open(&store, eol);
	while (input_span(in, &span)) {
		used += store_add(&store, span.bytes, span.len);
		if (store.n > last)
			store_take(&store, store.n - last, &run);
	}
	n = slice_pick(slice, used, &first);
	if (n > 0 && slice->step > 0) {
		picker.skip = first - (used - store.n);
		store_take(&store, reach(picker.skip, n, stride), &run);
		pick(&picker, run.bytes, run.len, true);
	} else if (n > 0) {
		store_take(&store, store.n, &run);
		backward_open_memory(&backward, run.bytes, run.len, eol);
		climb(&backward, used - 1 - first, n, stride);
		backward_close(&backward);
	}
	store_close(&store);
}

/* Go back to where the tail of a file begins, and on from there. */
static void
tail_of_file(struct input *in, const struct slice *slice, int fd, off_t size)
{
	struct backward backward;
	uint64_t n, first;

	backward_open(&backward, fd, input_tell(in), size, eol);
	n = backward_skip(&backward, slice_last(slice));
	if (backward.reason || !input_seek(in, backward.at))
		die(in->name, "%s", backward.reason ? backward.reason :
		    strerror(errno));
	backward_close(&backward);
	n = slice_pick(slice, n, &first);
	forward(in, first, n, slice_stride(slice), SLICE_ALL);
}

/* Read a file, or a part of it, from its end. */
static void
reverse_file(struct input *in, const struct slice *slice, int fd, off_t size)
{
	const uint64_t above = slice_skip(slice), used = slice_use(slice);
	struct backward backward;
	off_t begin, end = size;
	uint64_t skip, n = slice_climb(slice, &skip);

	if (above > 0 && !use_up(in, above))
		return;
	begin = input_tell(in);
	if (begin < 0)
		return;
	if (used == SLICE_ALL)
		input_seek(in, size);
	else if (use_up(in, used - above) && input_tell(in) >= 0)
		end = input_tell(in);
	backward_open(&backward, fd, begin, end, eol);
	climb(&backward, skip, n, slice_stride(slice));
	if (backward.reason)
		die(in->name, "%s", backward.reason);
	backward_close(&backward);
}

/* Pick from the end, where there is one file that can be read from there. */
static bool
from_end(struct input *in, const struct slice *slice)
{
	const int file = input_file(in);
	struct stat st;
	int fd;

	if (file < 0 || !slice_anchored(slice) || fstat(file, &st) < 0 ||
	    !S_ISREG(st.st_mode) || st.st_size - input_tell(in) <= SMALL)
		return false;
	/* The input closes its own when it has come to the end. */
	fd = fcntl(file, F_DUPFD_CLOEXEC, 3);
	if (fd < 0)
		return false;
	if (slice_kind(slice) == SLICE_TAIL)
		tail_of_file(in, slice, fd, st.st_size);
	else
		reverse_file(in, slice, fd, st.st_size);
	close(fd);
	return true;
}

static void
islice(struct input *in, const struct slice *slice, bool single)
{
	uint64_t first, n;

	switch (slice_kind(slice)) {
	case SLICE_FORWARD:
		n = slice_pick(slice, SLICE_ALL, &first);
		forward(in, first, n, slice_stride(slice), slice_use(slice));
		break;
	case SLICE_DELAYED:
		delayed(in, slice_skip(slice), slice_last(slice),
		    slice_stride(slice));
		break;
	case SLICE_TAIL:
	case SLICE_REVERSED:
		if (!single || !from_end(in, slice))
			held(in, slice);
		break;
	}
}

/* Read the operands that say what to pick. */
static struct slice
picked(struct run *run)
{
	const char *word = tool_operand(run, "STOP"), *reason;
	struct bound bound[3];
	struct slice slice;
	int n = 0;

	if (strchr(word, ':')) {
		reason = slice_parse(&slice, word);
	} else {
		if (!bound_parse(&bound[n++], word))
			die_usage(word, "what to pick comes first: a whole "
			    "number, None, or a slice as 2:10");
		while (n < 3 && run->n > 0 &&
		    bound_parse(&bound[n], run->operand[0])) {
			word = tool_operand(run, "STOP");
			n++;
		}
		reason = slice_of(&slice, bound, n);
	}
	if (reason)
		die_usage(word, "%s", reason);
	return slice;
}

int
main(int argc, char **argv)
{
	struct run run = tool_start(&tool, argc, argv);
	const struct slice slice = picked(&run);
	const bool single = run.n <= 1;
	struct input in;

	eol = run.eol;
	tool_input(&run, &in, tool_files(&run));
	islice(&in, &slice, single);
	input_close(&in);
	tool_finish();
}
