/*
 * picker - every so many-th of the records that pass
 *
 * Layer 3: may include everything below it and pass. Remembers where it is
 * between spans, so that records may come in parts.
 *
 *	struct picker picker = { .skip = 10, .stride = 3,
 *		.framing = in.framing };
 *	while (input_span(&in, &span))
 *		picker_pass(&picker, &span);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef PICKER_H
#define PICKER_H

#include "framing.h"
#include <stdint.h>

struct span;

struct picker {
	uint64_t skip; /* how many come before the next that is picked */
	uint64_t stride; /* how far it is from one to the next, at least 1 */
	struct framing framing; /* where records end */
};

/*
 * Write what is picked of span. Cost: where all are picked, one copy; else
 * the end of each record is found for short strides, and they are counted
 * for long ones.
 */
void picker_pass(struct picker *picker, const struct span *span);

#endif
