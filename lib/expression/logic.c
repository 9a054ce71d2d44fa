/*
 * logic - the parts of an expression that say yes or no
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/compare.h"
#include "expression/frame.h"
#include "expression/logic.h"
#include "expression/numeric.h"
#include "expression/tree.h"

bool
logic_not(const struct code *code, struct frame *frame, struct value *result)
{
	if (!code_child(code, 0, frame, result))
		return false;
	value_set_bool(result, !value_truth(result));
	return true;
}

/* The first child that decides, or the last. */
static bool
run_until(const struct code *code, struct frame *frame, bool decides,
    struct value *result)
{
	size_t i;

	for (i = 0; i < code->n; i++) {
		if (!code_child(code, i, frame, result))
			return false;
		if (value_truth(result) == decides)
			break;
	}
	return true;
}

bool
logic_and(const struct code *code, struct frame *frame, struct value *result)
{
	return run_until(code, frame, false, result);
}

bool
logic_or(const struct code *code, struct frame *frame, struct value *result)
{
	return run_until(code, frame, true, result);
}

bool
logic_condition(const struct code *code, struct frame *frame,
    struct value *result)
{
	return code_child(code, 1, frame, result) &&
	    code_child(code, value_truth(result) ? 0 : 2, frame, result);
}

/* Say whether the values are one: None, True or False. */
static bool
same(const struct value *a, const struct value *b)
{
	return a->kind == b->kind &&
	    (a->kind == VALUE_NONE || a->word == b->word);
}

/* Say whether a comparison wants the values in this order: -1, 0 or 1. */
static inline bool
holds(enum tree_comparison comparison, int order)
{
	/* A bit for each order, that of -1 the lowest. */
	static const unsigned char orders[] = {
		[COMPARE_LESS] = 1,
		[COMPARE_LESS_EQUAL] = 3,
		[COMPARE_EQUAL] = 2,
		[COMPARE_NOT_EQUAL] = 5,
		[COMPARE_GREATER] = 4,
		[COMPARE_GREATER_EQUAL] = 6,
	};

	return orders[comparison] >> (order + 1) & 1;
}

static bool
compare(const struct tree *tree, enum tree_comparison comparison,
    struct frame *frame, const struct value *a, const struct value *b,
    bool *truth)
{
	int order;

	switch (comparison) {
	case COMPARE_EQUAL:
		return compare_equal(frame, tree, a, b, truth);
	case COMPARE_NOT_EQUAL:
		if (!compare_equal(frame, tree, a, b, truth))
			return false;
		*truth = !*truth;
		break;
	case COMPARE_IN:
		return compare_in(frame, tree, a, b, truth);
	case COMPARE_NOT_IN:
		if (!compare_in(frame, tree, a, b, truth))
			return false;
		*truth = !*truth;
		break;
	case COMPARE_IS:
		*truth = same(a, b);
		break;
	case COMPARE_IS_NOT:
		*truth = !same(a, b);
		break;
	case COMPARE_LESS:
	case COMPARE_LESS_EQUAL:
	case COMPARE_GREATER:
	case COMPARE_GREATER_EQUAL:
		if (!compare_order(frame, tree, a, b, &order))
			return false;
		*truth = holds(comparison, (order > 0) - (order < 0));
		break;
	}
	return true;
}

/* Compare the first child with a number that is known beforehand. */
bool
logic_compare_number(const struct code *code, struct frame *frame,
    struct value *result)
{
	const struct value *number = &code->child[1]->constant;
	const enum tree_comparison comparison = code->tree->comparison[0];
	struct value left;
	bool truth;

	if (!code_child(code, 0, frame, &left))
		return false;
	if (left.kind == VALUE_INPUT &&
	    !numeric_convert(frame, code->child[0]->tree, &left))
		return false;
	if (left.kind == VALUE_WORD && left.scale == number->scale)
		truth = holds(comparison, (left.word > number->word) -
		    (left.word < number->word));
	else if (!compare(code->tree, comparison, frame, &left, number,
	    &truth))
		return false;
	value_set_bool(result, truth);
	return true;
}

bool
logic_compare(const struct code *code, struct frame *frame,
    struct value *result)
{
	struct value left, right;
	bool truth = true;
	size_t i;

	if (!code_child(code, 0, frame, &left))
		return false;
	for (i = 1; i < code->n && truth; i++) {
		if (!code_child(code, i, frame, &right) ||
		    !compare(code->tree, code->tree->comparison[i - 1], frame,
		    &left, &right, &truth))
			return false;
		left = right;
	}
	value_set_bool(result, truth);
	return true;
}
