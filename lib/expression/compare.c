/*
 * compare - which of two values is the greater, and whether they are equal
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "expression/compare.h"
#include "expression/frame.h"
#include "expression/numeric.h"
#include "expression/tree.h"
#include <string.h>

/* How two values can be compared. */
enum ground { GROUND_NONE, GROUND_NUMBER, GROUND_TEXT, GROUND_ITEMS };

/* The numbers that two values are, where they are compared as numbers. */
struct pair {
	struct value a, b;
};

/* Two values from input: numbers where both look like them. */
static enum ground
find_ground_of_input(struct frame *frame, struct pair *pair)
{
	struct value a, b;

	if (!value_parse(&pair->a, &a, &frame->scratch) ||
	    !value_parse(&pair->b, &b, &frame->scratch))
		return GROUND_TEXT;
	pair->a = a;
	pair->b = b;
	return GROUND_NUMBER;
}

static enum ground
find_ground(struct frame *frame, struct pair *pair)
{
	const struct value *a = &pair->a, *b = &pair->b;

	if (a->kind == VALUE_INPUT && b->kind == VALUE_INPUT)
		return find_ground_of_input(frame, pair);
	if (value_is_text(a) && value_is_text(b))
		return GROUND_TEXT;
	if ((value_is_number(a) && (value_is_number(b) ||
	    b->kind == VALUE_INPUT)) ||
	    (a->kind == VALUE_INPUT && value_is_number(b)))
		return GROUND_NUMBER;
	if (a->kind == b->kind &&
	    (a->kind == VALUE_LIST || a->kind == VALUE_TUPLE))
		return GROUND_ITEMS;
	return GROUND_NONE;
}

/* The part of the tree that the first or the last value came from. */
static const struct tree *
part(const struct tree *tree, bool last)
{
	if (tree->kind != TREE_COMPARE || tree->n != 2)
		return tree;
	return tree->child[last];
}

static int
order_of_decimals(struct frame *frame, const struct value *a,
    const struct value *b)
{
	struct decimal *x = scratch_decimal(&frame->scratch);
	struct decimal *y = scratch_decimal(&frame->scratch);

	value_get_decimal(a, x);
	value_get_decimal(b, y);
	return decimal_compare(x, y);
}

static bool
order_numbers(struct frame *frame, const struct tree *tree,
    struct pair *pair, int *order)
{
	struct value *a = &pair->a, *b = &pair->b;

	if (!numeric_want(frame, part(tree, false), a) ||
	    !numeric_want(frame, part(tree, true), b))
		return false;
	if (a->kind == VALUE_WORD && b->kind == VALUE_WORD &&
	    a->scale == b->scale)
		*order = (a->word > b->word) - (a->word < b->word);
	else
		*order = order_of_decimals(frame, a, b);
	return true;
}

static int
order_texts(const struct value *a, const struct value *b)
{
	size_t len = a->len < b->len ? a->len : b->len;
	int order = len > 0 ? memcmp(a->bytes, b->bytes, len) : 0;

	return order != 0 ? order : (a->len > b->len) - (a->len < b->len);
}

static bool
order_items(struct frame *frame, const struct tree *tree,
    const struct value *a, const struct value *b, int *order)
{
	size_t i;
	bool equal;

	for (i = 0; i < a->len && i < b->len; i++) {
		if (!compare_equal(frame, tree, &a->item[i], &b->item[i],
		    &equal))
			return false;
		if (!equal)
			return compare_order(frame, tree, &a->item[i],
			    &b->item[i], order);
	}
	*order = (a->len > b->len) - (a->len < b->len);
	return true;
}

bool
compare_order(struct frame *frame, const struct tree *tree,
    const struct value *a, const struct value *b, int *order)
{
	struct pair pair = { *a, *b };

	switch (find_ground(frame, &pair)) {
	case GROUND_NUMBER:
		return order_numbers(frame, tree, &pair, order);
	case GROUND_TEXT:
		*order = order_texts(a, b);
		return true;
	case GROUND_ITEMS:
		return order_items(frame, tree, a, b, order);
	case GROUND_NONE:
		break;
	}
	return frame_fault(frame, tree, "%s and %s have no order",
	    value_type(a), value_type(b));
}

static bool
equal_items(struct frame *frame, const struct tree *tree,
    const struct value *a, const struct value *b, bool *equal)
{
	size_t i;

	*equal = a->len == b->len;
	for (i = 0; i < a->len && *equal; i++) {
		if (!compare_equal(frame, tree, &a->item[i], &b->item[i],
		    equal))
			return false;
	}
	return true;
}

static bool
equal_dicts(struct frame *frame, const struct tree *tree,
    const struct value *a, const struct value *b, bool *equal)
{
	const struct value *other;
	size_t i;

	*equal = a->len == b->len;
	for (i = 0; i < a->len && *equal; i++) {
		other = value_find(b, a->item[2 * i].bytes,
		    a->item[2 * i].len);
		*equal = other != NULL;
		if (other && !compare_equal(frame, tree,
		    &a->item[2 * i + 1], other, equal))
			return false;
	}
	return true;
}

bool
compare_equal(struct frame *frame, const struct tree *tree,
    const struct value *a, const struct value *b, bool *equal)
{
	struct pair pair = { *a, *b };
	int order = 1;

	switch (find_ground(frame, &pair)) {
	case GROUND_NUMBER:
		if (!order_numbers(frame, tree, &pair, &order))
			return false;
		break;
	case GROUND_TEXT:
		order = a->len == b->len ? order_texts(a, b) : 1;
		break;
	case GROUND_ITEMS:
		return equal_items(frame, tree, a, b, equal);
	case GROUND_NONE:
		if (a->kind == VALUE_DICT && b->kind == VALUE_DICT)
			return equal_dicts(frame, tree, a, b, equal);
		order = a->kind != VALUE_NONE || b->kind != VALUE_NONE;
		break;
	}
	*equal = order == 0;
	return true;
}

static bool
find_item(struct frame *frame, const struct tree *tree,
    const struct value *item, const struct value *list, bool *found)
{
	size_t i;

	for (i = 0; i < list->len && !*found; i++) {
		if (!compare_equal(frame, tree, item, &list->item[i], found))
			return false;
	}
	return true;
}

bool
compare_in(struct frame *frame, const struct tree *tree,
    const struct value *item, const struct value *whole, bool *found)
{
	*found = false;
	if (whole->kind == VALUE_LIST || whole->kind == VALUE_TUPLE)
		return find_item(frame, tree, item, whole, found);
	if (whole->kind == VALUE_DICT) {
		*found = value_is_text(item) &&
		    value_find(whole, item->bytes, item->len);
		return true;
	}
	if (!value_is_text(whole))
		return frame_fault(frame, part(tree, true),
		    "nothing is in %s", value_type(whole));
	if (!value_is_text(item))
		return frame_fault(frame, part(tree, false),
		    "%s is not in text, only text is", value_type(item));
	*found = memmem(whole->bytes, whole->len, item->bytes,
	    item->len) != NULL;
	return true;
}
