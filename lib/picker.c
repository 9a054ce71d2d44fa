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

/* Return what is picked at the beginning of span: a record, or all. */
static struct span
next(struct picker *picker, const struct span *span)
{
	struct span picked = *span;
	uint64_t found;
	size_t len;

	if (picker->stride == 1)
		return picked;
	len = scan_records(span->bytes, span->len, picker->eol, 1, &found);
	if (found > 0) {
		picked.len = len;
		picked.closes = true;
		picker->skip = picker->stride - 1;
	}
	return picked;
}

void
picker_pass(struct picker *picker, const struct span *span)
{
	struct span left = *span, part;
	uint64_t found;

	while (left.len > 0) {
		if (picker->skip == 0) {
			part = next(picker, &left);
			output_span(&part);
		} else {
			part.len = scan_records(left.bytes, left.len,
			    picker->eol, picker->skip, &found);
			picker->skip -= found;
			/* What remains is a part of one that is skipped. */
			if (picker->skip > 0)
				return;
		}
		left.bytes += part.len;
		left.len -= part.len;
	}
}
