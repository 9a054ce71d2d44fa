/*
 * function_patterns - search match findall sub, as Python's module re
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/frame.h"
#include "expression/function.h"
#include "expression/function_patterns.h"
#include "expression/function_text.h"
#include "expression/numeric.h"
#include "expression/pattern.h"
#include "expression/tree.h"
#include "regexp.h"
#include <stdlib.h>
#include <string.h>

/* No pattern has more groups than so many digits say. */
#define GROUP_DIGITS 6

/* Group i of the last match; None where it took no part. */
static struct value
group(const struct pattern *pattern, const struct value *subject, size_t i)
{
	const struct record *found = &pattern->group[i];

	if (!found->bytes)
		return (struct value){ .kind = VALUE_NONE };
	return function_part(subject, found->bytes, found->len);
}

/* Set the pattern that is argument 0, for the text that is argument i. */
static bool
set(const struct code *code, struct frame *frame,
    const struct value *argument, size_t i)
{
	return pattern_set(code->pattern, frame, function_argument(code, 0),
	    argument) && function_want_text(code, frame, argument, i);
}

static bool
call_search(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	struct pattern *pattern = code->pattern;
	const struct value *subject = &argument[1];
	struct value *item;
	size_t i;
	bool found;

	if (!set(code, frame, argument, 1) ||
	    !pattern_match(pattern, frame, code->tree, subject, 0, false,
	    &found))
		return false;
	*result = (struct value){ .kind = VALUE_NONE };
	if (!found)
		return true;
	n = regexp_groups(pattern->regexp) + 1;
	item = scratch_take(&frame->scratch, n, sizeof *item);
	for (i = 0; i < n; i++)
		item[i] = group(pattern, subject, i);
	result->kind = VALUE_MATCH;
	result->item = item;
	result->regexp = pattern->regexp;
	return true;
}

/*
 * All matches of one text, in turn, as Python finds them: one without bytes
 * may stand behind one with bytes, but no two at one place.
 */
struct matches {
	struct pattern *pattern;
	const struct value *subject;
	size_t from; /* where to search on */
	bool after_empty;
};

static bool
next_match(struct matches *matches, struct frame *frame,
    const struct tree *tree, bool *found)
{
	const struct record *whole;
	const struct value *subject = matches->subject;
	size_t begin, end;

	if (!pattern_match(matches->pattern, frame, tree, subject,
	    matches->from, matches->after_empty, found))
		return false;
	if (!*found)
		return true;
	whole = matches->pattern->group;
	begin = subject->len > 0 ? (size_t)(whole->bytes - subject->bytes) : 0;
	end = begin + whole->len;
	matches->after_empty = whole->len == 0;
	matches->from = end > matches->from ? end : matches->from;
	return true;
}

/* What findall gives for a match: its only group, or all, or the whole. */
static struct value
found_value(const struct pattern *pattern, struct frame *frame,
    const struct value *subject)
{
	size_t groups = regexp_groups(pattern->regexp), i;
	struct value *item, text;

	if (groups < 2) {
		text = group(pattern, subject, groups);
		return text.kind == VALUE_NONE ?
		    function_part(subject, "", 0) : text;
	}
	item = scratch_take(&frame->scratch, groups, sizeof *item);
	for (i = 0; i < groups; i++) {
		item[i] = group(pattern, subject, i + 1);
		if (item[i].kind == VALUE_NONE)
			item[i] = function_part(subject, "", 0);
	}
	return value_list(VALUE_TUPLE, item, groups);
}

static bool
call_findall(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	struct matches matches = { code->pattern, &argument[1], 0, false };
	struct function_list list = { 0 };
	bool found;

	(void)n;
	if (!set(code, frame, argument, 1))
		return false;
	for (;;) {
		if (!next_match(&matches, frame, code->tree, &found))
			return false;
		if (!found)
			break;
		function_list_add(&list, frame, found_value(code->pattern,
		    frame, &argument[1]));
	}
	*result = function_list_value(&list);
	return true;
}

/* Read digits, at most so many. Returns: the number. */
static size_t
read_digits(const char **at, const char *end, size_t most)
{
	size_t n = 0;

	for (; *at < end && most > 0 && **at >= '0' && **at <= '9'; most--)
		n = n * 10 + (size_t)(*(*at)++ - '0');
	return n;
}

/* Find which group NAME, up to end, is; SIZE_MAX: none. */
static size_t
find_group(const struct regexp *regexp, const char *name, const char *end)
{
	const char *at = name;
	size_t number = read_digits(&at, end, GROUP_DIGITS);

	if (at > name && at == end)
		return number;
	number = regexp_named(regexp, name, (size_t)(end - name));
	return number > 0 ? number : SIZE_MAX;
}

/* Read a reference of a replacement, \1 or \g<NAME>, from its second byte. */
static bool
read_reference(const struct code *code, struct frame *frame, const char **at,
    const char *end, size_t *number)
{
	const struct regexp *regexp = code->pattern->regexp;
	const char *close;

	if (**at != 'g') {
		*number = read_digits(at, end, 2);
	} else {
		close = end - *at > 2 && (*at)[1] == '<' ?
		    memchr(*at, '>', (size_t)(end - *at)) : NULL;
		if (!close)
			return frame_fault(frame, function_argument(code, 1),
			    "a reference is \\g<NAME> or \\1");
		*number = find_group(regexp, *at + 2, close);
		*at = close + 1;
	}
	return *number <= regexp_groups(regexp) || frame_fault(frame,
	    function_argument(code, 1), "the pattern has no such group");
}

/* Put the replacement for the last match behind the frame's text. */
static bool
add_replacement(const struct code *code, struct frame *frame,
    const struct value *text)
{
	static const char letters[] = "nt\\r", bytes[] = "\n\t\\\r";
	const char *at = text->bytes, *end = at + text->len, *letter;
	const struct record *found;
	size_t number = 0;

	while (at < end) {
		if (*at != '\\' || at + 1 == end) {
			text_add(&frame->text, at++, 1);
			continue;
		}
		at++;
		letter = memchr(letters, *at, sizeof letters - 1);
		if (letter) {
			text_add(&frame->text, bytes + (letter - letters), 1);
			at++;
			continue;
		}
		if (*at != 'g' && (*at < '0' || *at > '9')) {
			text_add(&frame->text, "\\", 1);
			continue;
		}
		if (!read_reference(code, frame, &at, end, &number))
			return false;
		found = &code->pattern->group[number];
		text_add(&frame->text, found->bytes, found->len);
	}
	return true;
}

static bool
substitute(const struct code *code, struct frame *frame,
    const struct value *argument, int64_t most)
{
	const struct value *subject = &argument[2];
	struct matches matches = { code->pattern, subject, 0, false };
	const char *at = subject->bytes, *begin;
	bool found;

	for (; most != 0; most--) {
		if (!next_match(&matches, frame, code->tree, &found))
			return false;
		if (!found)
			break;
		begin = code->pattern->group->bytes;
		if (subject->len > 0 && begin > at)
			text_add(&frame->text, at, (size_t)(begin - at));
		if (!add_replacement(code, frame, &argument[1]))
			return false;
		if (subject->len > 0)
			at = begin + code->pattern->group->len;
	}
	text_add(&frame->text, at,
	    (size_t)(subject->bytes + subject->len - at));
	return true;
}

static bool
call_sub(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result)
{
	size_t from = frame->text.len;
	int64_t most = -1;

	if (!set(code, frame, argument, 2) ||
	    !function_want_text(code, frame, argument, 1) ||
	    (n > 3 && !numeric_integer(frame, function_argument(code, 3),
	    &argument[3], &most)))
		return false;
	if (most == 0)
		most = -1;
	if (substitute(code, frame, argument, most))
		return frame_take_text(frame, code->tree, from, result);
	frame->text.len = from;
	return false;
}

const struct function function_patterns[] = {
	{ "findall", 2, 2, FUNCTION_PATTERN, call_findall },
	{ "match", 2, 2, FUNCTION_ANCHORED, call_search },
	{ "search", 2, 2, FUNCTION_PATTERN, call_search },
	{ "sub", 3, 4, FUNCTION_PATTERN, call_sub },
	{ 0 }
};
