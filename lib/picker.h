/*
 * picker - every so many-th of the records that pass
 *
 * Layer 2: may include layers 0 and 1, input and output. Remembers where it
 * is between spans, so that records may come in parts.
 *
 *	struct picker picker = { .skip = 10, .stride = 3, .eol = '\n' };
 *	while (input_span(&in, &span))
 *		picker_pass(&picker, &span);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef PICKER_H
#define PICKER_H

#include <stdint.h>

struct span;

struct picker {
	uint64_t skip; /* how many come before the next that is picked */
	uint64_t stride; /* how far it is from one to the next, at least 1 */
	char eol;
};

/*
 * Write what is picked of span. Cost: where all are picked, one copy; else
 * the end of each record is found for short strides, and they are counted
 * for long ones.
 */
void picker_pass(struct picker *picker, const struct span *span);

#endif
