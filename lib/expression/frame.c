/*
 * frame - where an expression is evaluated
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/frame.h"
#include "expression/tree.h"
#include "json_object.h"
#include "not_number.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* So much of an expression is quoted. */
#define QUOTED 40
#define QUOTED_MAX (QUOTED + sizeof "...")

const struct fields *
frame_split(struct frame *frame)
{
	splitter_split(frame->splitter, &frame->record, frame->reach);
	frame->split = true;
	return &frame->splitter->fields;
}

/* Keep the members that are asked for, and behind them the record. */
static void
remember_object(struct frame *frame, struct fields *members)
{
	fields_push(members, frame->record.bytes, frame->record.len);
	fields_keep(&frame->before, members);
	members->n--;
}

void
frame_remember(struct frame *frame)
{
	const struct fields *fields = frame_fields(frame);

	if (frame->splitter->object)
		remember_object(frame, &frame->splitter->object->raw);
	else
		fields_keep(&frame->before, fields);
	frame->after = true;
}

void
frame_close(struct frame *frame)
{
	kept_fields_close(&frame->before);
	scratch_close(&frame->scratch);
	json_value_close(&frame->json);
	text_free(&frame->text);
}

bool
frame_take_text(struct frame *frame, const struct tree *tree, size_t from,
    struct value *result)
{
	size_t len = frame->text.len - from;
	char *bytes;

	frame->text.len = from;
	if (len > SCRATCH_MAX)
		return frame_fault(frame, tree, "too large");
	bytes = scratch_take(&frame->scratch, len, 1);
	if (len > 0)
		memcpy(bytes, frame->text.bytes + from, len);
	*result = value_of_text(bytes, len);
	return true;
}

/* Quote a part of the expression into text. */
static void
quote(const struct frame *frame, const struct tree *tree,
    char text[QUOTED_MAX])
{
	bool cut = tree->len > QUOTED;

	snprintf(text, QUOTED_MAX, "%.*s%s", cut ? QUOTED : (int)tree->len,
	    frame->source + tree->at, cut ? "..." : "");
}

bool
frame_fault(struct frame *frame, const struct tree *tree,
    const char *format, ...)
{
	char what[160], where[QUOTED_MAX];
	va_list values;

	va_start(values, format);
	vsnprintf(what, sizeof what, format, values);
	va_end(values);
	quote(frame, tree, where);
	snprintf(frame->reason, sizeof frame->reason, "%s: %s", where, what);
	return false;
}

bool
frame_not_number(struct frame *frame, const struct tree *tree,
    const struct value *value)
{
	const struct record text = { value->bytes, value->len };
	char where[QUOTED_MAX + 24];
	size_t len;

	quote(frame, tree, where);
	len = strlen(where);
	if (value->kind == VALUE_INPUT && value->scale > 0)
		snprintf(where + len, sizeof where - len, " (field %u) is ",
		    (unsigned)value->scale);
	else
		snprintf(where + len, sizeof where - len, " is ");
	if (value_is_text(value))
		snprintf(frame->reason, sizeof frame->reason, "%s",
		    not_number(where, &text));
	else
		snprintf(frame->reason, sizeof frame->reason,
		    "%s%s, not a number", where, value_type(value));
	return false;
}
