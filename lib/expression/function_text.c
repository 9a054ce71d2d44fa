/*
 * function_text - what functions of text share
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/frame.h"
#include "expression/function.h"
#include "expression/function_text.h"
#include "expression/tree.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

bool
function_want_text(const struct code *code, struct frame *frame,
    const struct value *argument, size_t i)
{
	return value_is_text(&argument[i]) ||
	    frame_fault(frame, function_argument(code, i),
	    "%s, where text is needed; str() makes it text",
	    value_type(&argument[i]));
}

bool
function_want_texts(const struct code *code, struct frame *frame,
    const struct value *argument, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (!function_want_text(code, frame, argument, i))
			return false;
	}
	return true;
}

void
function_list_add(struct function_list *list, struct frame *frame,
    struct value item)
{
	struct value *more;

	if (list->n == list->capacity) {
		list->capacity = 2 * list->capacity + 8;
		more = scratch_take(&frame->scratch, list->capacity,
		    sizeof *more);
		if (list->n > 0)
			memcpy(more, list->item, list->n * sizeof *more);
		list->item = more;
	}
	list->item[list->n++] = item;
}

struct value
function_list_value(const struct function_list *list)
{
	static const struct value none = { .kind = VALUE_NONE };

	return value_list(VALUE_LIST, list->n > 0 ? list->item : &none,
	    list->n);
}

const char *
function_find_text(const struct value *whole, const char *at,
    const struct value *text)
{
	size_t len = (size_t)(whole->bytes + whole->len - at);

	return text->len > 0 ? memmem(at, len, text->bytes, text->len) : at;
}

size_t
function_step(const struct value *whole, const char *at,
    const struct value *text)
{
	size_t left = (size_t)(whole->bytes + whole->len - at);

	return text->len > 0 ? text->len : left > 0 ? utf8_len(at, left) : 1;
}
