/*
 * sequence - lists, tuples, dicts and text, made and taken apart
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/frame.h"
#include "expression/numeric.h"
#include "expression/sequence.h"
#include "expression/tree.h"
#include "regexp.h"
#include "slice.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

static bool
make(const struct code *code, struct frame *frame, enum value_kind kind,
    struct value *result)
{
	struct value *item = scratch_take(&frame->scratch, code->n,
	    sizeof *item);
	size_t i;

	for (i = 0; i < code->n; i++) {
		if (!code_child(code, i, frame, &item[i]))
			return false;
	}
	*result = value_list(kind, item, code->n);
	return true;
}

bool
sequence_list(const struct code *code, struct frame *frame,
    struct value *result)
{
	return make(code, frame, VALUE_LIST, result);
}

bool
sequence_tuple(const struct code *code, struct frame *frame,
    struct value *result)
{
	return make(code, frame, VALUE_TUPLE, result);
}

/* Put a pair into a dict that has the room, in the place of its name. */
static void
put(struct value *dict, struct value *item, const struct value *name,
    const struct value *value)
{
	const struct value *old = value_find(dict, name->bytes, name->len);

	if (old) {
		item[old - item] = *value;
		return;
	}
	item[2 * dict->len] = *name;
	item[2 * dict->len + 1] = *value;
	dict->len++;
}

/* Run the parts of a dict. Returns: how many pairs they come to. */
static bool
run_parts(const struct code *code, struct frame *frame, struct value *part,
    size_t *pairs)
{
	const struct code *child;
	size_t i;

	for (*pairs = 0, i = 0; i < code->n; i++, part += 2) {
		child = code->child[i];
		if (!code_child(child, 0, frame, &part[0]))
			return false;
		if (child->tree->kind == TREE_SPREAD) {
			if (part[0].kind != VALUE_DICT)
				return frame_fault(frame, child->tree,
				    "%s is no dict", value_type(&part[0]));
			*pairs += part[0].len;
			continue;
		}
		if (!value_is_text(&part[0]))
			return frame_fault(frame, child->child[0]->tree,
			    "the name of a value in a dict is text");
		if (!code_child(child, 1, frame, &part[1]))
			return false;
		*pairs += 1;
	}
	return true;
}

bool
sequence_dict(const struct code *code, struct frame *frame,
    struct value *result)
{
	struct value *part = scratch_take(&frame->scratch, 2 * code->n,
	    sizeof *part);
	struct value *item;
	size_t pairs, i, j;

	if (!run_parts(code, frame, part, &pairs))
		return false;
	item = scratch_take(&frame->scratch, 2 * pairs, sizeof *item);
	*result = value_list(VALUE_DICT, item, 0);
	for (i = 0; i < code->n; i++, part += 2) {
		if (code->child[i]->tree->kind != TREE_SPREAD) {
			put(result, item, &part[0], &part[1]);
			continue;
		}
		for (j = 0; j < part->len; j++)
			put(result, item, &part->item[2 * j],
			    &part->item[2 * j + 1]);
	}
	return true;
}

bool
sequence_len(struct frame *frame, const struct tree *tree,
    const struct value *value, size_t *n)
{
	if (value->kind == VALUE_NONE || value_is_number(value))
		return frame_fault(frame, tree, "%s has neither length nor "
		    "items", value_type(value));
	*n = value_is_text(value) ? utf8_count(value->bytes, value->len) :
	    value_len(value);
	return true;
}

static struct value
part_of_text(const struct value *text, size_t at, size_t len)
{
	struct value part = *text;

	part.bytes += at;
	part.len = len;
	if (part.kind == VALUE_INPUT)
		part.scale = 0;
	return part;
}

static bool
find_name(struct frame *frame, const struct tree *tree,
    const struct value *whole, const struct value *name,
    struct value *result)
{
	const struct value *found = NULL;
	size_t group;

	if (value_is_text(name) && whole->kind == VALUE_DICT) {
		found = value_find(whole, name->bytes, name->len);
	} else if (value_is_text(name)) {
		group = regexp_named(whole->regexp, name->bytes, name->len);
		found = group > 0 ? &whole->item[group] : NULL;
	}
	if (!found)
		return frame_fault(frame, tree, "there is no such name");
	*result = *found;
	return true;
}

bool
sequence_item(const struct code *code, struct frame *frame,
    const struct value *whole, const struct value *index,
    struct value *result)
{
	const struct tree *tree = code->tree;
	size_t n = 0, at;
	int64_t i = 0;

	if (whole->kind == VALUE_DICT ||
	    (whole->kind == VALUE_MATCH && value_is_text(index)))
		return find_name(frame, tree, whole, index, result);
	if (!sequence_len(frame, tree->child[0], whole, &n) ||
	    !numeric_place(frame, tree->child[1], index, &i))
		return false;
	if (i < 0)
		i += (int64_t)n;
	if (i < 0 || (uint64_t)i >= n)
		return frame_fault(frame, tree, "there is no such item");
	if (value_is_text(whole)) {
		at = utf8_offset(whole->bytes, whole->len, (size_t)i);
		*result = part_of_text(whole, at,
		    utf8_len(whole->bytes + at, whole->len - at));
	} else {
		*result = whole->item[i];
	}
	return true;
}

bool
sequence_index(const struct code *code, struct frame *frame,
    struct value *result)
{
	struct value whole, index;

	return code_child(code, 0, frame, &whole) &&
	    code_child(code, 1, frame, &index) &&
	    sequence_item(code, frame, &whole, &index, result);
}

/* Run a part of a slice. */
static bool
run_bound(const struct code *code, size_t i, struct frame *frame,
    struct bound *bound)
{
	struct value value = { .kind = VALUE_NONE };

	*bound = (struct bound){ false, 0 };
	if (code->child[i] && !code_child(code, i, frame, &value))
		return false;
	if (value.kind == VALUE_NONE)
		return true;
	bound->given = true;
	return numeric_place(frame, code->child[i]->tree, &value,
	    &bound->value);
}

static bool
run_bounds(const struct code *code, struct frame *frame, struct slice *slice)
{
	struct bound step;

	if (!run_bound(code, 1, frame, &slice->start) ||
	    !run_bound(code, 2, frame, &slice->stop) ||
	    !run_bound(code, 3, frame, &step))
		return false;
	slice->step = step.given ? step.value : 1;
	return slice->step != 0 ||
	    frame_fault(frame, code->tree, "the step is 0");
}

/* Put n characters from first on, a step apart, into a new text. */
static void
slice_text(const struct value *text, size_t first, size_t n, int64_t step,
    struct frame *frame, struct value *result)
{
	size_t at;
	char *to;

	if (step == 1) {
		at = utf8_offset(text->bytes, text->len, first);
		*result = part_of_text(text, at, utf8_offset(text->bytes + at,
		    text->len - at, n));
		return;
	}
	to = scratch_take(&frame->scratch, text->len, 1);
	*result = part_of_text(text, 0, utf8_pick(text->bytes, text->len,
	    first, n, step, to));
	result->bytes = to;
}

/* Put the items of a slice into a new list or tuple. */
static void
slice_items(const struct value *whole, size_t first, size_t n, int64_t step,
    struct frame *frame, struct value *result)
{
	struct value *item = scratch_take(&frame->scratch, n, sizeof *item);
	size_t i;

	for (i = 0; i < n; i++)
		item[i] = whole->item[(int64_t)first + (int64_t)i * step];
	*result = value_list(whole->kind, item, n);
}

bool
sequence_slice(const struct code *code, struct frame *frame,
    struct value *result)
{
	const struct tree *tree = code->tree;
	struct value whole;
	struct slice slice = { .step = 1 };
	uint64_t first, n;
	size_t len = 0;

	if (!code_child(code, 0, frame, &whole))
		return false;
	if (whole.kind == VALUE_DICT || whole.kind == VALUE_MATCH)
		return frame_fault(frame, tree, "%s has no slices",
		    value_type(&whole));
	if (!sequence_len(frame, tree->child[0], &whole, &len) ||
	    !run_bounds(code, frame, &slice))
		return false;
	n = slice_pick(&slice, len, &first);
	if (n == 0)
		first = 0;
	if (value_is_text(&whole))
		slice_text(&whole, (size_t)first, (size_t)n, slice.step, frame,
		    result);
	else
		slice_items(&whole, (size_t)first, (size_t)n, slice.step,
		    frame, result);
	return true;
}
