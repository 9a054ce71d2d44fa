/*
 * function_times - timestamp, isoformat
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "expression/frame.h"
#include "expression/function.h"
#include "expression/function_times.h"
#include "expression/numeric.h"
#include "expression/tree.h"
#include "timestamp.h"

/* So much of what is no timestamp is shown. */
#define SHOWN 40

static bool
call_timestamp(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	struct decimal *seconds = scratch_decimal(&frame->scratch);
	const char *reason;

	(void)n;
	if (!value_is_text(argument))
		return frame_fault(frame, function_argument(code, 0),
		    "%s, where text is needed", value_type(argument));
	reason = timestamp_read(seconds, argument->bytes, argument->len);
	if (reason)
		return frame_fault(frame, function_argument(code, 0),
		    "'%.*s': %s", (int)(argument->len < SHOWN ?
		    argument->len : SHOWN), argument->bytes, reason);
	*result = value_of_decimal(seconds, &frame->scratch);
	return true;
}

static bool
call_isoformat(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	struct decimal *seconds = scratch_decimal(&frame->scratch);
	size_t from = frame->text.len;
	const char *reason;

	(void)n;
	if (!numeric_want(frame, function_argument(code, 0), argument))
		return false;
	value_get_decimal(argument, seconds);
	reason = timestamp_write(seconds, &frame->text);
	if (reason)
		return frame_fault(frame, code->tree, "%s", reason);
	return frame_take_text(frame, code->tree, from, result);
}

const struct function function_times[] = {
	{ "isoformat", 1, 1, FUNCTION_PLAIN, call_isoformat },
	{ "timestamp", 1, 1, FUNCTION_PLAIN, call_timestamp },
	{ 0 }
};
