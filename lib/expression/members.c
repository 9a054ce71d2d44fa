/*
 * members - what the names of an expression stand for in JSON objects
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/frame.h"
#include "expression/json_value.h"
#include "expression/members.h"
#include "expression/sequence.h"
#include "expression/tree.h"
#include "json_object.h"
#include "splitter.h"
#include <string.h>

/* Make a value of text that was checked; of no text, None. */
static bool
read_text(const struct code *code, struct frame *frame,
    const struct record *text, struct value *result)
{
	const struct record inside = { text->bytes + 1, text->len - 2 };

	if (text->len == 0) {
		result->kind = VALUE_NONE;
		return true;
	}
	if (*text->bytes == '"' &&
	    !memchr(inside.bytes, '\\', inside.len)) {
		value_set_input(result, &inside, 0);
		return true;
	}
	return json_value_read(&frame->json, text, &frame->scratch, result) ||
	    frame_fault(frame, code->tree, "%s", frame->json.reason);
}

/* Return the texts of the members that are asked for. */
static const struct fields *
members(struct frame *frame)
{
	frame_fields(frame);
	return &frame->splitter->object->raw;
}

bool
member_row(const struct code *code, struct frame *frame, struct value *result)
{
	members(frame);
	return read_text(code, frame, &frame->record, result);
}

bool
member_value(const struct code *code, struct frame *frame,
    struct value *result)
{
	return read_text(code, frame, &members(frame)->field[code->field],
	    result);
}

bool
member_is_there(const struct code *code, struct frame *frame,
    struct value *result)
{
	value_set_bool(result, members(frame)->field[code->field].len > 0);
	return true;
}

/* The record itself is kept behind its members. */
bool
member_before(const struct code *code, struct frame *frame,
    struct value *result)
{
	const struct fields *before = &frame->before.fields;

	if (frame->after)
		return read_text(code, frame, &before->field[before->n - 1],
		    result);
	result->kind = VALUE_NONE;
	return true;
}

bool
member_value_before(const struct code *code, struct frame *frame,
    struct value *result)
{
	if (!frame->after)
		return frame_fault(frame, code->tree,
		    "there is no row before the first; ask 'prev and ...'");
	return read_text(code, frame,
	    &frame->before.fields.field[code->field], result);
}

bool
member_index(const struct code *code, struct frame *frame,
    struct value *result)
{
	struct value whole, index;
	const struct value *found;

	if (!code_child(code, 0, frame, &whole) ||
	    !code_child(code, 1, frame, &index))
		return false;
	if (whole.kind == VALUE_NONE) {
		*result = whole;
		return true;
	}
	if (whole.kind != VALUE_DICT)
		return sequence_item(code, frame, &whole, &index, result);
	if (!value_is_text(&index))
		return frame_fault(frame, code->tree,
		    "members have names: ['name']");
	found = value_find(&whole, index.bytes, index.len);
	if (found)
		*result = *found;
	else
		result->kind = VALUE_NONE;
	return true;
}
