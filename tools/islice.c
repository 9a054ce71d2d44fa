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
#include "input_place.h"
#include "message.h"
#include "output.h"
#include "pass.h"
#include "picker.h"
#include "slice.h"
#include "store.h"
#include "row_options.h"
#include "tool.h"
#include <stdlib.h>

static const struct option options[] = {
	{ 0 }
};

static const struct hint hints[] = {
	{ "-n", "for the first ten records: islice 10" },
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
	.shared = row_separator_options,
	.hints = hints,
	.examples = examples,
	.reads = true,
	.rows = true,
};

/* Return how many records there are up to the last one that is picked. */
static uint64_t
reach(uint64_t first, uint64_t n, uint64_t stride)
{
	const uint64_t end = n > 0 ? first + (n - 1) * stride + 1 : 0;

	return end > INT64_MAX ? SLICE_ALL : end;
}

/* From first on pick n records, every stride-th; use so many in all. */
static void
forward(struct input *in, uint64_t first, uint64_t n, uint64_t stride,
    uint64_t used)
{
	const uint64_t end = reach(first, n, stride);
	struct picker picker = { first, stride, in->framing };
	struct span span;

	input_expect(in, end);
	while (input_span(in, &span))
		picker_pass(&picker, &span);
	/* What is picked does not wait for what is only used. */
	output_flush();
	input_skip(in, used - end);
}

/* Pick of records that were held. */
static void
pass(struct picker *picker, const struct record *run)
{
	const struct span span = { run->bytes, run->len, true, true };

	picker_pass(picker, &span);
}

/* Pick from first on what has `behind` records behind it, every stride-th. */
static void
delayed(struct input *in, uint64_t first, uint64_t behind, uint64_t stride)
{
	struct picker picker = { 0, stride, in->framing };
	struct store store;
	struct record run;
	struct span span;

	if (first > 0 && !input_skip(in, first))
		return;
	input_expect(in, SLICE_ALL);
	store_open(&store, &in->framing);
	while (input_span(in, &span)) {
		store_add(&store, span.bytes, span.len);
		if (store.n <= behind)
			continue;
		store_take(&store, store.n - behind, &run);
		pass(&picker, &run);
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
		pass_record(&record);
	}
}

/* The same of held rows of CSV, whose ends only show from the front. */
static void
climb_rows(const struct store *store, uint64_t skip, uint64_t n,
    uint64_t stride)
{
	struct record *const row = store_index(store);
	uint64_t at = store->n - 1 - skip;

	for (; n > 0; n--, at -= stride)
		pass_record(&row[at]);
	free(row);
}

/* Hold what the slice can pick until it is known what it does pick. */
static void
held(struct input *in, const struct slice *slice)
{
	const uint64_t stride = slice_stride(slice), last = slice_last(slice);
	uint64_t used = slice_skip(slice), first, n;
	struct picker picker = { 0, stride, in->framing };
	struct backward backward;
	struct store store;
	struct record run;
	struct span span;

	if (used > 0 && !input_skip(in, used))
		return;
	input_expect(in, slice_use(slice) == SLICE_ALL ? SLICE_ALL :
	    slice_use(slice) - used);
	store_open(&store, &in->framing);
	while (input_span(in, &span)) {
		used += store_add(&store, span.bytes, span.len);
		if (store.n > last)
			store_take(&store, store.n - last, &run);
	}
	n = slice_pick(slice, used, &first);
	if (n > 0 && slice->step > 0) {
		picker.skip = first - (used - store.n);
		store_take(&store, reach(picker.skip, n, stride), &run);
		pass(&picker, &run);
	} else if (n > 0 && framing_is_csv(&in->framing)) {
		climb_rows(&store, used - 1 - first, n, stride);
	} else if (n > 0) {
		store_take(&store, store.n, &run);
		backward_open_memory(&backward, run.bytes, run.len,
		    in->framing.eol);
		climb(&backward, used - 1 - first, n, stride);
		backward_close(&backward);
	}
	store_close(&store);
}

/*
 * Pick from the end of the one file there is, if it is plain and long. Where
 * rows of CSV end does not show from there.
 */
static bool
from_end(struct input *in, const struct slice *slice)
{
	const uint64_t stride = slice_stride(slice);
	struct backward backward;
	uint64_t skip, first, n;

	if (!slice_anchored(slice) || framing_is_csv(&in->framing) ||
	    !backward_open_input(&backward, in,
	    slice_skip(slice), slice_use(slice)))
		return false;
	if (slice_kind(slice) == SLICE_REVERSED) {
		n = slice_climb(slice, &skip);
		climb(&backward, skip, n, stride);
	} else {
		n = backward_skip(&backward, slice_last(slice));
		input_seek(in, backward.at);
		n = slice_pick(slice, n, &first);
		forward(in, first, n, stride, SLICE_ALL);
	}
	backward_close(&backward);
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
	struct slice slice;
	const char *reason;
	size_t n;

	if (run->n == 0)
		tool_operand(run, "STOP");
	reason = slice_read(&slice, run->operand, run->n, &n);
	if (reason)
		die_usage(run->operand[n - 1], "%s", reason);
	run->operand += n;
	run->n -= n;
	return slice;
}

int
main(int argc, char **argv)
{
	struct run run = tool_start(&tool, argc, argv);
	const struct slice slice = picked(&run);
	const bool single = run.n <= 1;
	struct input in;

	tool_input(&run, &in, tool_files(&run));
	pass_header();
	islice(&in, &slice, single);
	input_close(&in);
	tool_finish();
}
