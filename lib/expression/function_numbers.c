/*
 * function_numbers - abs min max sum len int str round bool divmod sorted sqrt
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "arithmetic.h"
#include "decimal.h"
#include "expression/compare.h"
#include "expression/frame.h"
#include "expression/function.h"
#include "expression/function_numbers.h"
#include "expression/numeric.h"
#include "expression/operators.h"
#include "expression/sequence.h"
#include "expression/tree.h"
#include "expression/value_text.h"
#include "rounding.h"
#include <string.h>

static const char *
absolute(struct decimal *a, const struct decimal *unused)
{
	(void)unused;
	arithmetic_absolute(a);
	return NULL;
}

static const char *
root(struct decimal *a, const struct decimal *unused)
{
	(void)unused;
	return arithmetic_root(a);
}

static const char *
truncate_number(struct decimal *a, const struct decimal *unused)
{
	(void)unused;
	rounding_truncate(a);
	return NULL;
}

/* Compute with the first argument, a number. */
static bool
of_number(const struct code *code, struct frame *frame,
    numeric_operation *operation, struct value *argument, struct value *result)
{
	return numeric_want(frame, function_argument(code, 0), argument) &&
	    numeric_compute(frame, code->tree, operation, argument, NULL,
	    result);
}

static bool
call_abs(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	(void)n;
	if (!numeric_want(frame, function_argument(code, 0), argument))
		return false;
	*result = *argument;
	if (argument->kind != VALUE_WORD || argument->word == INT64_MIN)
		return of_number(code, frame, absolute, argument, result);
	if (result->word < 0)
		result->word = -result->word;
	return true;
}

static bool
call_sqrt(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	(void)n;
	return of_number(code, frame, root, argument, result);
}

static bool
call_int(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	struct value number;

	(void)n;
	if (argument->kind == VALUE_TEXT &&
	    value_parse(argument, &number, &frame->scratch))
		*argument = number;
	if (argument->kind == VALUE_WORD && argument->scale == 0) {
		*result = *argument;
		return true;
	}
	return of_number(code, frame, truncate_number, argument, result);
}

static bool
call_round(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	struct decimal *number = scratch_decimal(&frame->scratch);
	const char *reason;
	int64_t digits = 0;

	if (!numeric_want(frame, function_argument(code, 0), argument) ||
	    (n > 1 && !numeric_integer(frame, function_argument(code, 1),
	    &argument[1], &digits)))
		return false;
	value_get_decimal(argument, number);
	reason = rounding_round(number, digits);
	if (reason)
		return frame_fault(frame, code->tree, "%s", reason);
	*result = value_of_decimal(number, &frame->scratch);
	return true;
}

static bool
call_divmod(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	struct value *item = scratch_take(&frame->scratch, 2, sizeof *item);

	*result = value_list(VALUE_TUPLE, item, n);
	return numeric_want(frame, function_argument(code, 0), &argument[0]) &&
	    numeric_want(frame, function_argument(code, 1), &argument[1]) &&
	    numeric_compute(frame, code->tree, arithmetic_floor_divide,
	    &argument[0], &argument[1], &item[0]) &&
	    numeric_compute(frame, code->tree, arithmetic_modulo,
	    &argument[0], &argument[1], &item[1]);
}

static bool
call_len(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	if (!sequence_len(frame, function_argument(code, 0), argument, &n))
		return false;
	value_set_word(result, (int64_t)n);
	return true;
}

static bool
call_str(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	size_t from = frame->text.len;

	(void)n;
	if (value_is_text(argument)) {
		*result = value_of_text(argument->bytes, argument->len);
		return true;
	}
	value_text(argument, &frame->text);
	return frame_take_text(frame, code->tree, from, result);
}

static bool
call_bool(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	(void)code;
	(void)frame;
	(void)n;
	value_set_bool(result, value_truth(argument));
	return true;
}

/* Let the arguments be the items of a list, where that is the only one. */
static bool
get_items(const struct code *code, struct frame *frame,
    const struct value *argument, const struct value **item, size_t *n)
{
	if (argument->kind != VALUE_LIST && argument->kind != VALUE_TUPLE)
		return frame_fault(frame, function_argument(code, 0),
		    "%s, where a list is needed", value_type(argument));
	*item = argument->item;
	*n = argument->len;
	return true;
}

/* Find the first item that no other is beyond, in the direction of sign. */
static bool
find_extreme(const struct code *code, struct frame *frame,
    const struct value *item, size_t n, int sign, struct value *result)
{
	int order;

	if (n == 1 && !get_items(code, frame, item, &item, &n))
		return false;
	if (n == 0)
		return frame_fault(frame, code->tree, "the list is empty");
	for (*result = *item; n > 1; n--) {
		if (!compare_order(frame, code->tree, ++item, result, &order))
			return false;
		if (order * sign > 0)
			*result = *item;
	}
	return true;
}

static bool
call_min(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	return find_extreme(code, frame, argument, n, -1, result);
}

static bool
call_max(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	return find_extreme(code, frame, argument, n, 1, result);
}

static bool
call_sum(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	const struct value *item = argument;
	struct value sum = n > 1 ? argument[1] : value_word(0);
	size_t len = 0;

	if (!get_items(code, frame, argument, &item, &len))
		return false;
	for (; len > 0; len--, item++) {
		if (!operators_sum(frame, function_argument(code, 0), &sum,
		    item, &sum))
			return false;
	}
	*result = sum;
	return true;
}

/* Merge the sorted halves of from, n items from middle on, into to. */
static bool
merge(const struct code *code, struct frame *frame, const struct value *from,
    size_t middle, size_t n, struct value *to)
{
	size_t i = 0, j = middle;
	int order;

	while (i < middle && j < n) {
		if (!compare_order(frame, code->tree, &from[i], &from[j],
		    &order))
			return false;
		*to++ = order > 0 ? from[j++] : from[i++];
	}
	memcpy(to, from + (i < middle ? i : j),
	    ((middle - i) + (n - j)) * sizeof *to);
	return true;
}

/* Sort item by means of spare, which has room for as many. */
static bool
sort(const struct code *code, struct frame *frame, struct value *item,
    struct value *spare, size_t n)
{
	size_t middle = n / 2;

	if (n < 2)
		return true;
	if (!sort(code, frame, item, spare, middle) ||
	    !sort(code, frame, item + middle, spare, n - middle))
		return false;
	memcpy(spare, item, n * sizeof *item);
	return merge(code, frame, spare, middle, n, item);
}

static bool
call_sorted(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	const struct value *item = argument;
	struct value *sorted;

	if (!get_items(code, frame, argument, &item, &n))
		return false;
	sorted = scratch_take(&frame->scratch, 2 * n, sizeof *sorted);
	if (n > 0)
		memcpy(sorted, item, n * sizeof *item);
	*result = value_list(VALUE_LIST, sorted, n);
	return sort(code, frame, sorted, sorted + n, n);
}

const struct function function_numbers[] = {
	{ "abs", 1, 1, FUNCTION_PLAIN, call_abs },
	{ "bool", 1, 1, FUNCTION_PLAIN, call_bool },
	{ "divmod", 2, 2, FUNCTION_PLAIN, call_divmod },
	{ "int", 1, 1, FUNCTION_PLAIN, call_int },
	{ "len", 1, 1, FUNCTION_PLAIN, call_len },
	{ "max", 1, FUNCTION_ANY, FUNCTION_PLAIN, call_max },
	{ "min", 1, FUNCTION_ANY, FUNCTION_PLAIN, call_min },
	{ "round", 1, 2, FUNCTION_PLAIN, call_round },
	{ "sorted", 1, 1, FUNCTION_PLAIN, call_sorted },
	{ "sqrt", 1, 1, FUNCTION_PLAIN, call_sqrt },
	{ "str", 1, 1, FUNCTION_PLAIN, call_str },
	{ "sum", 1, 2, FUNCTION_PLAIN, call_sum },
	{ 0 }
};
