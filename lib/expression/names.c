/*
 * names - what the names of an expression stand for
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/frame.h"
#include "expression/names.h"
#include "expression/numeric.h"
#include "expression/tree.h"
#include <stdlib.h>
#include <string.h>

bool
name_constant(const struct code *code, struct frame *frame,
    struct value *result)
{
	(void)frame;
	*result = code->constant;
	return true;
}

bool
name_record(const struct code *code, struct frame *frame,
    struct value *result)
{
	(void)code;
	value_set_input(result, &frame->record, 0);
	return true;
}

static void
set_field(struct value *value, const struct fields *fields, size_t i)
{
	static const struct record none = { "", 0 };

	value_set_input(value, i < fields->n ? &fields->field[i] : &none,
	    i < UINT32_MAX ? (uint32_t)i + 1 : 0);
}

bool
name_field(const struct code *code, struct frame *frame,
    struct value *result)
{
	set_field(result, frame_fields(frame), code->field);
	return true;
}

/* Find a field by an index that counts from the end where it is negative. */
static bool
field_at(const struct code *code, const struct fields *fields,
    struct frame *frame, struct value *result)
{
	struct value number;
	int64_t i;

	if (!code_child(code, 0, frame, &number) ||
	    !numeric_place(frame, code->child[0]->tree, &number, &i))
		return false;
	if (i < 0)
		i += (int64_t)fields->n;
	set_field(result, fields, i < 0 ? SIZE_MAX : (size_t)i);
	return true;
}

bool
name_field_by_value(const struct code *code, struct frame *frame,
    struct value *result)
{
	return field_at(code, frame_fields(frame), frame, result);
}

static struct value
list_fields(const struct fields *fields, struct frame *frame)
{
	struct value *item;
	size_t i;

	item = scratch_take(&frame->scratch, fields->n, sizeof *item);
	for (i = 0; i < fields->n; i++)
		set_field(&item[i], fields, i);
	return value_list(VALUE_LIST, item, fields->n);
}

bool
name_row(const struct code *code, struct frame *frame, struct value *result)
{
	(void)code;
	*result = list_fields(frame_fields(frame), frame);
	return true;
}

bool
name_row_by_name(const struct code *code, struct frame *frame,
    struct value *result)
{
	const struct fields *fields = frame_fields(frame);
	struct value *item;
	struct record name;
	size_t n = 0, i;

	(void)code;
	item = scratch_take(&frame->scratch, 2 * fields->n, sizeof *item);
	for (i = 0; i < fields->n; i++) {
		name = splitter_name(frame->splitter, i);
		if (!name.bytes)
			continue;
		item[2 * n] = value_of_text(name.bytes, name.len);
		set_field(&item[2 * n++ + 1], fields, i);
	}
	*result = value_list(VALUE_DICT, item, n);
	return true;
}

bool
name_index(const struct code *code, struct frame *frame,
    struct value *result)
{
	(void)code;
	value_set_word(result, (int64_t)frame->index);
	return true;
}

bool
name_before(const struct code *code, struct frame *frame,
    struct value *result)
{
	(void)code;
	if (frame->after)
		*result = list_fields(&frame->before.fields, frame);
	else
		*result = (struct value){ .kind = VALUE_NONE };
	return true;
}

bool
name_field_before(const struct code *code, struct frame *frame,
    struct value *result)
{
	if (!frame->after)
		return frame_fault(frame, code->tree,
		    "there is no row before the first; ask 'prev and ...'");
	if (code->n > 0)
		return field_at(code, &frame->before.fields, frame, result);
	set_field(result, &frame->before.fields, code->field);
	return true;
}

bool
name_accumulated(const struct code *code, struct frame *frame,
    struct value *result)
{
	(void)code;
	*result = frame->acc;
	return true;
}

bool
name_environment(const struct code *code, struct frame *frame,
    struct value *result)
{
	struct record text;
	struct value name;
	char *variable;

	if (!code_child(code, 0, frame, &name))
		return false;
	if (!value_is_text(&name) || memchr(name.bytes, '\0', name.len))
		return frame_fault(frame, code->tree,
		    "the name of a variable is text without NUL");
	variable = scratch_take(&frame->scratch, name.len + 1, 1);
	memcpy(variable, name.bytes, name.len);
	variable[name.len] = '\0';
	text.bytes = getenv(variable);
	if (!text.bytes)
		return frame_fault(frame, code->tree,
		    "there is no such variable in the environment");
	text.len = strlen(text.bytes);
	value_set_input(result, &text, 0);
	return true;
}
