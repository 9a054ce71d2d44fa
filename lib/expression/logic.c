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
	*result = value_bool(!value_truth(result));
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

/* Say whether a comparison wants the values in this order. */
static bool
holds(enum tree_comparison comparison, int order)
{
	return comparison == COMPARE_LESS ? order < 0 :
	    comparison == COMPARE_LESS_EQUAL ? order <= 0 :
	    comparison == COMPARE_GREATER ? order > 0 : order >= 0;
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
		*truth = holds(comparison, order);
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
	int order;

	if (!code_child(code, 0, frame, &left))
		return false;
	if (left.kind == VALUE_INPUT &&
	    !numeric_convert(frame, code->child[0]->tree, &left))
		return false;
	if (left.kind != VALUE_WORD || left.scale != number->scale) {
		if (!compare(code->tree, comparison, frame, &left, number,
		    &truth))
			return false;
	} else {
		order = (left.word > number->word) -
		    (left.word < number->word);
		truth = comparison == COMPARE_EQUAL ? order == 0 :
		    comparison == COMPARE_NOT_EQUAL ? order != 0 :
		    holds(comparison, order);
	}
	*result = value_bool(truth);
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
	*result = value_bool(truth);
	return true;
}
