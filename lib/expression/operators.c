/*
 * operators - arithmetic as an expression spells it
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "arithmetic.h"
#include "bits.h"
#include "decimal.h"
#include "expression/frame.h"
#include "expression/numeric.h"
#include "expression/operators.h"
#include "expression/tree.h"
#include <string.h>

/* Run both children of a node. */
static bool
run_both(const struct code *code, struct frame *frame, struct value *a,
    struct value *b)
{
	return code_child(code, 0, frame, a) && code_child(code, 1, frame, b);
}

static bool
are_words(const struct value *a, const struct value *b)
{
	return a->kind == VALUE_WORD && b->kind == VALUE_WORD;
}

/* The part that an operand came from; an item of sum() has none. */
static const struct tree *
operand(const struct tree *tree, size_t i)
{
	return tree->kind >= TREE_ADD && tree->kind <= TREE_SHIFT_RIGHT ?
	    tree->child[i] : tree;
}

static bool
want_both(struct frame *frame, const struct tree *tree, struct value *a,
    struct value *b)
{
	return numeric_want(frame, operand(tree, 0), a) &&
	    numeric_want(frame, operand(tree, 1), b);
}

static bool
too_large(struct frame *frame, const struct tree *tree)
{
	return frame_fault(frame, tree, "too large");
}

/* Put the items of b, or the bytes, behind those of a. */
static bool
join(struct frame *frame, const struct tree *tree, const struct value *a,
    const struct value *b, struct value *result)
{
	bool text = value_is_text(a);
	size_t size = text ? 1 : sizeof *a->item;
	size_t len = a->len + b->len;
	char *to;

	if (len > SCRATCH_MAX / size)
		return too_large(frame, tree);
	to = scratch_take(&frame->scratch, len, size);
	memcpy(to, a->bytes, a->len * size);
	memcpy(to + a->len * size, b->bytes, b->len * size);
	result->kind = text ? VALUE_TEXT : a->kind;
	result->bytes = to;
	result->len = len;
	return true;
}

/* Say whether + joins the two rather than adds them. */
static bool
are_joined(const struct value *a, const struct value *b)
{
	if (value_is_text(a) && value_is_text(b))
		return a->kind == VALUE_TEXT || b->kind == VALUE_TEXT;
	return a->kind == b->kind &&
	    (a->kind == VALUE_LIST || a->kind == VALUE_TUPLE);
}

/* The same as operators_sum, with values that may be changed. */
static inline bool
sum(struct frame *frame, const struct tree *tree, struct value *a,
    struct value *b, struct value *result)
{
	int64_t word;

	if (!are_words(a, b) && are_joined(a, b))
		return join(frame, tree, a, b, result);
	if (!want_both(frame, tree, a, b))
		return false;
	if (are_words(a, b) && a->scale == b->scale &&
	    !__builtin_add_overflow(a->word, b->word, &word)) {
		value_set_scaled(result, word, a->scale);
		return true;
	}
	return numeric_compute(frame, tree, arithmetic_add, a, b, result);
}

bool
operators_sum(struct frame *frame, const struct tree *tree,
    const struct value *a, const struct value *b, struct value *result)
{
	struct value x = *a, y = *b;

	return sum(frame, tree, &x, &y, result);
}

bool
operator_add(const struct code *code, struct frame *frame,
    struct value *result)
{
	struct value a, b;

	return run_both(code, frame, &a, &b) &&
	    sum(frame, code->tree, &a, &b, result);
}

bool
operator_subtract(const struct code *code, struct frame *frame,
    struct value *result)
{
	struct value a, b;
	int64_t difference;

	if (!run_both(code, frame, &a, &b) ||
	    !want_both(frame, code->tree, &a, &b))
		return false;
	if (are_words(&a, &b) && a.scale == b.scale &&
	    !__builtin_sub_overflow(a.word, b.word, &difference)) {
		value_set_scaled(result, difference, a.scale);
		return true;
	}
	return numeric_compute(frame, code->tree, arithmetic_subtract, &a, &b,
	    result);
}

/* Put the items or bytes of whole behind each other so many times. */
static bool
repeat(struct frame *frame, const struct tree *tree,
    const struct value *whole, const struct value *times,
    struct value *result)
{
	size_t size = value_is_text(whole) ? 1 : sizeof *whole->item;
	size_t len = whole->len * size, i;
	int64_t n;
	char *to;

	if (!numeric_integer(frame, tree, times, &n))
		return false;
	if (n < 0 || len == 0)
		n = 0;
	if (n > 0 && (uint64_t)n > SCRATCH_MAX / len)
		return too_large(frame, tree);
	to = scratch_take(&frame->scratch, len, (size_t)n);
	for (i = 0; i < (size_t)n; i++)
		memcpy(to + i * len, whole->bytes, len);
	*result = *whole;
	result->bytes = to;
	result->len = whole->len * (size_t)n;
	return true;
}

static bool
is_repeated(const struct value *value)
{
	return value->kind == VALUE_TEXT || value->kind == VALUE_LIST ||
	    value->kind == VALUE_TUPLE;
}

bool
operator_multiply(const struct code *code, struct frame *frame,
    struct value *result)
{
	struct value a, b;
	int64_t factor;

	if (!run_both(code, frame, &a, &b))
		return false;
	if (is_repeated(&a))
		return repeat(frame, code->tree, &a, &b, result);
	if (is_repeated(&b))
		return repeat(frame, code->tree, &b, &a, result);
	if (!want_both(frame, code->tree, &a, &b))
		return false;
	if (are_words(&a, &b) && a.scale + (uint64_t)b.scale <= DECIMAL_MAX &&
	    !__builtin_mul_overflow(a.word, b.word, &factor)) {
		value_set_scaled(result, factor, a.scale + b.scale);
		return true;
	}
	return numeric_compute(frame, code->tree, arithmetic_multiply, &a, &b,
	    result);
}

/* Divide integers, rounding down. Returns: false where that overflows. */
static bool
divide_words(const struct value *a, const struct value *b, int64_t *quotient,
    int64_t *rest)
{
	if (!are_words(a, b) || a->scale > 0 || b->scale > 0 || b->word == 0 ||
	    (b->word == -1 && a->word == INT64_MIN))
		return false;
	*quotient = a->word / b->word;
	*rest = a->word % b->word;
	if (*rest != 0 && (*rest < 0) != (b->word < 0)) {
		*quotient -= 1;
		*rest += b->word;
	}
	return true;
}

bool
operator_floor_divide(const struct code *code, struct frame *frame,
    struct value *result)
{
	struct value a, b;
	int64_t quotient, rest;

	if (!run_both(code, frame, &a, &b) ||
	    !want_both(frame, code->tree, &a, &b))
		return false;
	if (!divide_words(&a, &b, &quotient, &rest))
		return numeric_compute(frame, code->tree,
		    arithmetic_floor_divide, &a, &b, result);
	value_set_word(result, quotient);
	return true;
}

bool
operator_modulo(const struct code *code, struct frame *frame,
    struct value *result)
{
	struct value a, b;
	int64_t quotient, rest;

	if (!run_both(code, frame, &a, &b) ||
	    !want_both(frame, code->tree, &a, &b))
		return false;
	if (!divide_words(&a, &b, &quotient, &rest))
		return numeric_compute(frame, code->tree, arithmetic_modulo,
		    &a, &b, result);
	value_set_word(result, rest);
	return true;
}

/* Run what has no quicker way: the operation on two numbers. */
static bool
run_operation(const struct code *code, struct frame *frame,
    numeric_operation *operation, struct value *result)
{
	struct value a, b;

	return run_both(code, frame, &a, &b) &&
	    want_both(frame, code->tree, &a, &b) &&
	    numeric_compute(frame, code->tree, operation, &a, &b, result);
}

bool
operator_divide(const struct code *code, struct frame *frame,
    struct value *result)
{
	return run_operation(code, frame, arithmetic_divide, result);
}

bool
operator_power(const struct code *code, struct frame *frame,
    struct value *result)
{
	struct value a, b;
	int64_t square;

	if (!run_both(code, frame, &a, &b) ||
	    !want_both(frame, code->tree, &a, &b))
		return false;
	if (are_words(&a, &b) && b.word == 2 && b.scale == 0 &&
	    a.scale <= DECIMAL_MAX / 2 &&
	    !__builtin_mul_overflow(a.word, a.word, &square)) {
		value_set_scaled(result, square, 2 * a.scale);
		return true;
	}
	return numeric_compute(frame, code->tree, arithmetic_power, &a, &b,
	    result);
}

bool
operator_bit_and(const struct code *code, struct frame *frame,
    struct value *result)
{
	return run_operation(code, frame, bits_and, result);
}

bool
operator_bit_or(const struct code *code, struct frame *frame,
    struct value *result)
{
	return run_operation(code, frame, bits_or, result);
}

bool
operator_bit_xor(const struct code *code, struct frame *frame,
    struct value *result)
{
	return run_operation(code, frame, bits_xor, result);
}

bool
operator_shift_left(const struct code *code, struct frame *frame,
    struct value *result)
{
	return run_operation(code, frame, bits_shift_left, result);
}

bool
operator_shift_right(const struct code *code, struct frame *frame,
    struct value *result)
{
	return run_operation(code, frame, bits_shift_right, result);
}

static const char *
invert(struct decimal *a, const struct decimal *unused)
{
	(void)unused;
	return bits_invert(a);
}

static const char *
negate(struct decimal *a, const struct decimal *unused)
{
	(void)unused;
	arithmetic_negate(a);
	return NULL;
}

bool
operator_negate(const struct code *code, struct frame *frame,
    struct value *result)
{
	if (!code_child(code, 0, frame, result) ||
	    !numeric_want(frame, code->child[0]->tree, result))
		return false;
	if (result->kind != VALUE_WORD || result->word == INT64_MIN)
		return numeric_compute(frame, code->tree, negate, result, NULL,
		    result);
	result->word = -result->word;
	return true;
}

bool
operator_positive(const struct code *code, struct frame *frame,
    struct value *result)
{
	return code_child(code, 0, frame, result) &&
	    numeric_want(frame, code->child[0]->tree, result);
}

bool
operator_invert(const struct code *code, struct frame *frame,
    struct value *result)
{
	return operator_positive(code, frame, result) &&
	    numeric_compute(frame, code->tree, invert, result, NULL, result);
}
