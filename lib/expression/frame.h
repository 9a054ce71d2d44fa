/*
 * frame - where an expression is evaluated
 *
 * Layer 1: may include layer 0, expression/json_value, expression/scratch,
 * expression/tree, expression/value, fields, json_object, not_number, record,
 * splitter, text. The record at hand with its fields, the row before it,
 * memory for what is computed, and, where that fails, why.
 *
 *	struct frame frame = { .source = text, .splitter = &splitter };
 *	while (input_next(&in, &frame.record)) {
 *		frame_begin(&frame, false);
 *		...evaluate...
 *		frame_end(&frame);
 *	}
 *	frame_close(&frame);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_FRAME_H
#define EXPRESSION_FRAME_H

#include "expression/json_value.h"
#include "expression/scratch.h"
#include "expression/value.h"
#include "fields.h"
#include "record.h"
#include "splitter.h"
#include "text.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct tree;

/* Owns: the row before, the scratch; the rest is its maker's. */
struct frame {
	const char *source; /* the expression's text, for faults */
	struct splitter *splitter;
	size_t reach; /* how many fields are looked at */
	bool remembers; /* prev is looked at */

	struct record record; /* the record at hand */
	uint64_t index; /* of it, from 0 */
	bool split; /* the splitter's fields are its own */
	struct kept_fields before; /* the fields of the row before; of an
				    * object the members, then the record */
	bool after; /* there is a row before */
	struct value acc; /* what was accumulated so far */
	struct scratch scratch;
	struct json_value json; /* reads what is JSON */
	struct text text; /* being made; what is added is taken off again */

	char reason[256]; /* of the last fault */
};

/* Split the record at hand, if it was not. Returns: its fields. */
const struct fields *frame_split(struct frame *frame);

static inline const struct fields *
frame_fields(struct frame *frame)
{
	return frame->split ? &frame->splitter->fields : frame_split(frame);
}

/* Begin with the record at hand; where it was split, split says so. */
static inline void
frame_begin(struct frame *frame, bool split)
{
	frame->split = split;
	scratch_reset(&frame->scratch);
}

/* Keep the row at hand as the one before. */
void frame_remember(struct frame *frame);

/* Go on: the record at hand becomes the one before. */
static inline void
frame_end(struct frame *frame)
{
	frame->index++;
	if (frame->remembers)
		frame_remember(frame);
}

/*
 * Take off the text that was added since it had so many bytes, into the
 * scratch. Returns: false where it is too large, with the fault.
 */
bool frame_take_text(struct frame *frame, const struct tree *tree,
    size_t from, struct value *result);

/* Free what it owns. */
void frame_close(struct frame *frame);

/* Set the reason of a fault at tree, whose text is quoted. Returns: false. */
bool frame_fault(struct frame *frame, const struct tree *tree,
    const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Likewise: what tree gave is no number, but should be. Returns: false. */
bool frame_not_number(struct frame *frame, const struct tree *tree,
    const struct value *value);

#endif
