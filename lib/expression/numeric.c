/*
 * numeric - values as numbers
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "arithmetic.h"
#include "decimal.h"
#include "expression/frame.h"
#include "expression/numeric.h"
#include "rounding.h"

bool
numeric_convert(struct frame *frame, const struct tree *tree,
    struct value *value)
{
	if (value->kind == VALUE_INPUT)
		return value_parse(value, value, &frame->scratch) ||
		    frame_not_number(frame, tree, value);
	if (value->kind == VALUE_BOOL)
		*value = value_word(value->word);
	return value_is_number(value) || frame_not_number(frame, tree, value);
}

bool
numeric_integer(struct frame *frame, const struct tree *tree,
    const struct value *value, int64_t *n)
{
	struct value number = *value;
	struct decimal *decimal;

	if (!numeric_want(frame, tree, &number))
		return false;
	if (number.kind == VALUE_WORD && number.scale == 0) {
		*n = number.word;
		return true;
	}
	decimal = scratch_decimal(&frame->scratch);
	value_get_decimal(&number, decimal);
	if (rounding_to_word(decimal, n))
		return true;
	return frame_fault(frame, tree, rounding_is_integer(decimal) ?
	    "number too large" : "not an integer");
}

bool
numeric_place(struct frame *frame, const struct tree *tree,
    const struct value *value, int64_t *n)
{
	struct value number = *value;
	struct decimal *decimal;

	if (!numeric_want(frame, tree, &number))
		return false;
	if (number.kind != VALUE_WORD) {
		decimal = scratch_decimal(&frame->scratch);
		value_get_decimal(&number, decimal);
		if (rounding_is_integer(decimal) &&
		    !rounding_to_word(decimal, n)) {
			*n = arithmetic_sign(decimal) < 0 ? INT64_MIN :
			    INT64_MAX;
			return true;
		}
	}
	return numeric_integer(frame, tree, value, n);
}

bool
numeric_compute(struct frame *frame, const struct tree *tree,
    numeric_operation *operation, const struct value *a,
    const struct value *b, struct value *result)
{
	struct decimal *x = scratch_decimal(&frame->scratch);
	struct decimal *y = scratch_decimal(&frame->scratch);
	const char *reason;

	value_get_decimal(a, x);
	if (b)
		value_get_decimal(b, y);
	reason = operation(x, y);
	if (reason)
		return frame_fault(frame, tree, "%s", reason);
	*result = value_of_decimal(x, &frame->scratch);
	return true;
}
