/*
 * picker - every so many-th of the records that pass
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "output.h"
#include "picker.h"
#include "scan.h"

/* Ends are found one and all where a next one is as near as that. */
#define NEAR SCAN_STEP
#define ENDS (4 * SCAN_STEP)

/* Pick of the records whose ends are found first. Returns: their length. */
static size_t
pick(struct picker *picker, const struct span *span)
{
	const size_t max = picker->stride < NEAR ? ENDS : SCAN_STEP;
	size_t end[ENDS], begin, i = 0;
	const size_t n = scan_ends(span->bytes, span->len, picker->eol, end,
	    max);

	while (picker->skip < n - i) {
		i += (size_t)picker->skip;
		begin = i > 0 ? end[i - 1] + 1 : 0;
		output_span(&(struct span){ span->bytes + begin,
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
	const size_t len = scan_records(span->bytes, span->len, picker->eol,
	    picker->skip, &found);

	picker->skip -= found;
	return len;
}

void
picker_pass(struct picker *picker, const struct span *span)
{
	struct span left = *span;
	size_t len;

	while (left.len > 0) {
		/* All, or a part of one: it is picked or skipped as such. */
		if (picker->stride == 1 || !left.closes) {
			if (picker->skip == 0) {
				output_span(&left);
				return;
			}
			if (!left.closes)
				return;
		}
		if (picker->stride == 1 || picker->skip >= NEAR)
			len = pass_over(picker, &left);
		else
			len = pick(picker, &left);
		left.bytes += len;
		left.len -= len;
		left.opens = true;
	}
}
