/*
 * picker - every so many-th of the records that pass
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "pass.h"
#include "picker.h"
#include <stdbool.h>

/* Ends are found one and all where a next one is as near as that. */
#define NEAR SCAN_STEP
#define ENDS (4 * SCAN_STEP)

/* Pick of the records whose ends are found first. Returns: their length. */
static size_t
pick(struct picker *picker, const struct span *span)
{
	const size_t max = picker->stride < NEAR ? ENDS : SCAN_STEP;
	size_t end[ENDS], begin, i = 0;
	const size_t n = framing_ends(&picker->framing, span->bytes, span->len,
	    end, max);

	while (picker->skip < n - i) {
		i += (size_t)picker->skip;
		begin = i > 0 ? end[i - 1] + 1 : 0;
		pass_span(&(struct span){ span->bytes + begin,
		    end[i] + 1 - begin, begin > 0 || span->opens, true });
		i++;
		picker->skip = picker->stride - 1;
	}
	picker->skip -= n - i;
	return end[n - 1] + 1;
}

/* Skip records, as many as there are. Returns: their length. */
static size_t
pass_over(struct picker *picker, const struct span *span)
{
	uint64_t found;
	const size_t len = framing_records(&picker->framing, span->bytes,
	    span->len, picker->skip, &found);

	picker->skip -= found;
	return len;
}

/* Say whether all of the span is picked, or the part of a record that it is. */
static bool
is_whole(const struct picker *picker, const struct span *span)
{
	return picker->skip == 0 && (picker->stride == 1 || !span->closes);
}

void
picker_pass(struct picker *picker, const struct span *span)
{
	struct span left = *span;
	uint64_t found;
	size_t len;

	if (is_whole(picker, &left))
		pass_span(&left);
	/* A part ends no record, but what it is in goes on. */
	if (!left.closes)
		framing_records(&picker->framing, left.bytes, left.len, 1,
		    &found);
	while (left.closes && left.len > 0) {
		if (is_whole(picker, &left))
			return;
		if (picker->stride == 1 || picker->skip >= NEAR)
			len = pass_over(picker, &left);
		else
			len = pick(picker, &left);
		left.bytes += len;
		left.len -= len;
		left.opens = true;
		if (left.len > 0 && is_whole(picker, &left))
			pass_span(&left);
	}
}
