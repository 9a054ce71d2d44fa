/*
 * layout - f-strings: text with values in it, laid out
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/frame.h"
#include "expression/numeric.h"
#include "expression/layout.h"
#include "expression/tree.h"
#include "expression/value_text.h"
#include "format.h"

bool
layout_join(const struct code *code, struct frame *frame,
    struct value *result)
{
	size_t from = frame->text.len, i;
	struct value part;

	for (i = 0; i < code->n; i++) {
		if (!code_child(code, i, frame, &part)) {
			frame->text.len = from;
			return false;
		}
		value_text(&part, &frame->text);
	}
	return frame_take_text(frame, code->tree, from, result);
}

/* Lay out a number. Returns: why it can't be. */
static const char *
format_value(struct frame *frame, const struct format *format,
    const struct value *value)
{
	struct decimal *number = scratch_decimal(&frame->scratch);

	value_get_decimal(value, number);
	return format_number(format, number, &frame->text);
}

/* Put the value, laid out, behind the frame's text. */
static bool
add_formatted(const struct code *code, struct frame *frame,
    const struct format *format, struct value *value)
{
	const struct tree *tree = code->child[0]->tree;
	const char *reason;

	if (value->kind == VALUE_INPUT && format->numeric &&
	    !numeric_want(frame, tree, value))
		return false;
	if (value_is_text(value))
		reason = format_text(format, value->bytes, value->len,
		    &frame->text);
	else if (value_is_number(value))
		reason = format_value(frame, format, value);
	else
		reason = "only text and numbers take a format";
	return !reason || frame_fault(frame, tree, "%s", reason);
}

/* Read a format that is computed. */
static bool
run_format(const struct code *code, struct frame *frame,
    struct format *format)
{
	struct value spec;
	const char *reason;

	if (!code_child(code, 1, frame, &spec))
		return false;
	reason = format_parse(format, spec.bytes, spec.len);
	return !reason ||
	    frame_fault(frame, code->child[1]->tree, "%s", reason);
}

bool
layout_field(const struct code *code, struct frame *frame,
    struct value *result)
{
	const struct format *format = code->format;
	size_t from = frame->text.len;
	struct format computed;

	if (!code_child(code, 0, frame, result))
		return false;
	if (code->conversion != '\0') {
		if (code->conversion == 'r')
			value_repr(result, &frame->text);
		else
			value_text(result, &frame->text);
		if (!frame_take_text(frame, code->tree, from, result))
			return false; /* LCOV_EXCL_LINE: of gigabytes */
	}
	if (code->n > 1) {
		if (!run_format(code, frame, &computed))
			return false;
		format = &computed;
	}
	if (!format)
		return true;
	if (add_formatted(code, frame, format, result))
		return frame_take_text(frame, code->tree, from, result);
	frame->text.len = from;
	return false;
}
