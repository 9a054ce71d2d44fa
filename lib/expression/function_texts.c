/*
 * function_texts - Python's methods of text
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/frame.h"
#include "expression/function.h"
#include "expression/function_text.h"
#include "expression/function_texts.h"
#include "expression/numeric.h"
#include "expression/tree.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

/* Let change put the text with letters of another case. */
static bool
change_case(const struct code *code, struct frame *frame,
    const struct value *text, void (*change)(const char *, size_t, char *),
    struct value *result)
{
	char *to;

	if (!function_want_text(code, frame, text, 0))
		return false;
	to = scratch_take(&frame->scratch, text->len, 1);
	change(text->bytes, text->len, to);
	*result = value_of_text(to, text->len);
	return true;
}

static bool
call_upper(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	(void)n;
	return change_case(code, frame, argument, utf8_upper, result);
}

static bool
call_lower(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	(void)n;
	return change_case(code, frame, argument, utf8_lower, result);
}

/* Say whether the character is one of set, or where there is none a blank. */
static bool
is_stripped(const struct value *set, const char *character, size_t len)
{
	size_t at, n;

	if (!set)
		return len == 1 && function_is_blank(*character);
	for (at = 0; at < set->len; at += n) {
		n = utf8_len(set->bytes + at, set->len - at);
		if (n == len && memcmp(set->bytes + at, character, n) == 0)
			return true;
	}
	return false;
}

static bool
strip(const struct code *code, struct frame *frame,
    const struct value *argument, size_t n, bool left, bool right,
    struct value *result)
{
	const struct value *set = n > 1 && argument[1].kind != VALUE_NONE ?
	    &argument[1] : NULL;
	const char *bytes = argument->bytes;
	size_t begin = 0, end = argument->len, len;

	if (!function_want_texts(code, frame, argument, set ? 2 : 1))
		return false;
	while (left && begin < end) {
		len = utf8_len(bytes + begin, end - begin);
		if (!is_stripped(set, bytes + begin, len))
			break;
		begin += len;
	}
	while (right && begin < end) {
		len = end - begin -
		    utf8_offset_back(bytes + begin, end - begin, 1);
		if (!is_stripped(set, bytes + end - len, len))
			break;
		end -= len;
	}
	*result = function_part(argument, bytes + begin, end - begin);
	return true;
}

static bool
call_strip(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	return strip(code, frame, argument, n, true, true, result);
}

static bool
call_lstrip(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	return strip(code, frame, argument, n, true, false, result);
}

static bool
call_rstrip(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	return strip(code, frame, argument, n, false, true, result);
}

static bool
begins(const struct value *text, const struct value *affix)
{
	return affix->len <= text->len &&
	    memcmp(text->bytes, affix->bytes, affix->len) == 0;
}

static bool
ends(const struct value *text, const struct value *affix)
{
	return affix->len <= text->len && memcmp(text->bytes + text->len -
	    affix->len, affix->bytes, affix->len) == 0;
}

/* Say whether one of the affixes, text or a tuple of it, has its place. */
static bool
has_affix(const struct code *code, struct frame *frame,
    const struct value *argument,
    bool (*has)(const struct value *, const struct value *),
    struct value *result)
{
	const struct value *affix = &argument[1];
	size_t n = 1, i;
	bool found = false;

	if (!function_want_text(code, frame, argument, 0))
		return false;
	if (affix->kind == VALUE_TUPLE) {
		n = affix->len;
		affix = affix->item;
	}
	for (i = 0; i < n && !found; i++, affix++) {
		if (!value_is_text(affix))
			return frame_fault(frame, function_argument(code, 1),
			    "%s, where text is needed", value_type(affix));
		found = has(argument, affix);
	}
	value_set_bool(result, found);
	return true;
}

static bool
call_startswith(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	(void)n;
	return has_affix(code, frame, argument, begins, result);
}

static bool
call_endswith(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	(void)n;
	return has_affix(code, frame, argument, ends, result);
}

static bool
call_removeprefix(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	(void)n;
	if (!function_want_texts(code, frame, argument, 2))
		return false;
	n = begins(argument, &argument[1]) ? argument[1].len : 0;
	*result = function_part(argument, argument->bytes + n,
	    argument->len - n);
	return true;
}

static bool
call_removesuffix(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	(void)n;
	if (!function_want_texts(code, frame, argument, 2))
		return false;
	n = ends(argument, &argument[1]) ? argument[1].len : 0;
	*result = function_part(argument, argument->bytes, argument->len - n);
	return true;
}

static bool
call_find(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	const char *found;

	(void)n;
	if (!function_want_texts(code, frame, argument, 2))
		return false;
	found = function_find_text(argument, argument->bytes, &argument[1]);
	value_set_word(result, !found ? -1 : (int64_t)utf8_count(
	    argument->bytes, (size_t)(found - argument->bytes)));
	return true;
}

static bool
call_count(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	const char *at, *end;
	int64_t found = 0;

	(void)n;
	if (!function_want_texts(code, frame, argument, 2))
		return false;
	at = argument->bytes;
	end = at + argument->len;
	for (; at <= end; found++) {
		at = function_find_text(argument, at, &argument[1]);
		if (!at)
			break;
		at += function_step(argument, at, &argument[1]);
	}
	value_set_word(result, found);
	return true;
}

static bool
call_isdigit(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	(void)n;
	if (!function_want_text(code, frame, argument, 0))
		return false;
	value_set_bool(result, utf8_is_digits(argument->bytes, argument->len));
	return true;
}

static bool
call_zfill(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	const char *bytes = argument->bytes;
	size_t sign, zeros;
	int64_t width;
	char *to;

	(void)n;
	if (!function_want_text(code, frame, argument, 0) ||
	    !numeric_integer(frame, function_argument(code, 1), &argument[1],
	    &width))
		return false;
	if (width > (int64_t)(SCRATCH_MAX - argument->len))
		return frame_fault(frame, code->tree, "too large");
	n = utf8_count(bytes, argument->len);
	zeros = width > (int64_t)n ? (size_t)width - n : 0;
	sign = argument->len > 0 && (*bytes == '-' || *bytes == '+');
	to = scratch_take(&frame->scratch, zeros + argument->len, 1);
	if (sign > 0)
		*to = *bytes;
	memset(to + sign, '0', zeros);
	memcpy(to + sign + zeros, bytes + sign, argument->len - sign);
	*result = value_of_text(to, zeros + argument->len);
	return true;
}

const struct function function_texts[] = {
	{ "count", 2, 2, FUNCTION_METHOD, call_count },
	{ "endswith", 2, 2, FUNCTION_METHOD, call_endswith },
	{ "find", 2, 2, FUNCTION_METHOD, call_find },
	{ "isdigit", 1, 1, FUNCTION_METHOD, call_isdigit },
	{ "lower", 1, 1, FUNCTION_METHOD, call_lower },
	{ "lstrip", 1, 2, FUNCTION_METHOD, call_lstrip },
	{ "removeprefix", 2, 2, FUNCTION_METHOD, call_removeprefix },
	{ "removesuffix", 2, 2, FUNCTION_METHOD, call_removesuffix },
	{ "rstrip", 1, 2, FUNCTION_METHOD, call_rstrip },
	{ "startswith", 2, 2, FUNCTION_METHOD, call_startswith },
	{ "strip", 1, 2, FUNCTION_METHOD, call_strip },
	{ "upper", 1, 1, FUNCTION_METHOD, call_upper },
	{ "zfill", 2, 2, FUNCTION_METHOD, call_zfill },
	{ 0 }
};
