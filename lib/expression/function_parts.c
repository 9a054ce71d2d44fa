/*
 * function_parts - split, join, replace: text and what it is made of
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/frame.h"
#include "expression/function.h"
#include "expression/function_parts.h"
#include "expression/function_text.h"
#include "expression/numeric.h"
#include "expression/tree.h"
#include <stdlib.h>
#include <string.h>

/* Split at runs of blanks, most times at most. */
static void
split_blanks(struct frame *frame, const struct value *text, size_t most,
    struct function_list *list)
{
	const char *at = text->bytes, *end = at + text->len, *begin;

	for (;;) {
		while (at < end && function_is_blank(*at))
			at++;
		if (at == end)
			return;
		begin = at;
		if (list->n == most)
			break;
		while (at < end && !function_is_blank(*at))
			at++;
		function_list_add(list, frame,
		    function_part(text, begin, (size_t)(at - begin)));
	}
	function_list_add(list, frame,
	    function_part(text, begin, (size_t)(end - begin)));
}

static void
split_at(struct frame *frame, const struct value *text,
    const struct value *separator, size_t most, struct function_list *list)
{
	const char *at = text->bytes, *end = at + text->len, *next;

	while (list->n < most && (next = memmem(at, (size_t)(end - at),
	    separator->bytes, separator->len)) != NULL) {
		function_list_add(list, frame,
		    function_part(text, at, (size_t)(next - at)));
		at = next + separator->len;
	}
	function_list_add(list, frame,
	    function_part(text, at, (size_t)(end - at)));
}

static bool
call_split(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	bool at_blanks = n < 2 || argument[1].kind == VALUE_NONE;
	struct function_list list = { 0 };
	int64_t most = -1;

	if (!function_want_texts(code, frame, argument, at_blanks ? 1 : 2) ||
	    (n > 2 && !numeric_integer(frame, function_argument(code, 2),
	    &argument[2], &most)))
		return false;
	if (!at_blanks && argument[1].len == 0)
		return frame_fault(frame, code->tree,
		    "a separator has at least one byte");
	if (at_blanks)
		split_blanks(frame, argument,
		    most < 0 ? SIZE_MAX : (size_t)most, &list);
	else
		split_at(frame, argument, &argument[1],
		    most < 0 ? SIZE_MAX : (size_t)most, &list);
	*result = function_list_value(&list);
	return true;
}

static bool
call_join(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	const struct value *list = &argument[1];
	size_t from = frame->text.len, i;

	(void)n;
	if (!function_want_text(code, frame, argument, 0))
		return false;
	if (list->kind != VALUE_LIST && list->kind != VALUE_TUPLE)
		return frame_fault(frame, function_argument(code, 1),
		    "%s, where a list is needed", value_type(list));
	for (i = 0; i < list->len; i++) {
		if (!value_is_text(&list->item[i])) {
			frame->text.len = from;
			return frame_fault(frame, function_argument(code, 1),
			    "item %zu is %s; str() makes it text", i,
			    value_type(&list->item[i]));
		}
		if (i > 0)
			text_add(&frame->text, argument->bytes,
			    argument->len);
		text_add(&frame->text, list->item[i].bytes,
		    list->item[i].len);
	}
	return frame_take_text(frame, code->tree, from, result);
}

static bool
call_replace(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	const struct value *old = &argument[1], *new = &argument[2];
	const char *at, *end, *next;
	size_t from = frame->text.len, len;
	int64_t most = -1;

	if (!function_want_texts(code, frame, argument, 3) ||
	    (n > 3 && !numeric_integer(frame, function_argument(code, 3),
	    &argument[3], &most)))
		return false;
	at = argument->bytes;
	end = at + argument->len;
	for (; most != 0 && at <= end; most--) {
		next = function_find_text(argument, at, old);
		if (!next)
			break;
		text_add(&frame->text, at, (size_t)(next - at));
		text_add(&frame->text, new->bytes, new->len);
		if (frame->text.len - from > SCRATCH_MAX)
			break; /* LCOV_EXCL_LINE: of gigabytes */
		len = function_step(argument, next, old);
		if (old->len == 0 && next < end)
			text_add(&frame->text, next, len);
		at = next + len;
	}
	if (at < end)
		text_add(&frame->text, at, (size_t)(end - at));
	return frame_take_text(frame, code->tree, from, result);
}

const struct function function_parts[] = {
	{ "join", 2, 2, FUNCTION_METHOD, call_join },
	{ "replace", 3, 4, FUNCTION_METHOD, call_replace },
	{ "split", 1, 3, FUNCTION_METHOD, call_split },
	{ 0 }
};
