/*
 * pattern - the regular expression of one call in an expression
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/frame.h"
#include "expression/pattern.h"
#include "memory.h"
#include "regexp.h"
#include <stdlib.h>
#include <string.h>

bool
pattern_set(struct pattern *pattern, struct frame *frame,
    const struct tree *tree, const struct value *text)
{
	const char *reason;
	size_t at;

	if (!value_is_text(text))
		return frame_fault(frame, tree, "%s, where a pattern is "
		    "needed", value_type(text));
	if (pattern->regexp && pattern->text.len == text->len &&
	    memcmp(pattern->text.bytes, text->bytes, text->len) == 0)
		return true;
	if (memchr(text->bytes, '\0', text->len))
		return frame_fault(frame, tree, "a pattern has no NUL");
	pattern->text.len = 0;
	text_add(&pattern->text, text->bytes, text->len);
	text_add(&pattern->text, "", 1);
	pattern->text.len--;
	regexp_close(pattern->regexp);
	pattern->regexp = (pattern->anchored ? regexp_open_anchored :
	    regexp_open)(pattern->text.bytes, &reason, &at);
	if (!pattern->regexp)
		return frame_fault(frame, tree, "%s at %zu", reason, at + 1);
	free(pattern->group);
	pattern->group = xallocate(regexp_groups(pattern->regexp) + 1,
	    sizeof *pattern->group);
	return true;
}

bool
pattern_match(struct pattern *pattern, struct frame *frame,
    const struct tree *tree, const struct value *subject, size_t from,
    bool not_empty, bool *found)
{
	struct record record = { subject->bytes, subject->len };
	enum regexp_result result = regexp_match_next(pattern->regexp,
	    &record, from, not_empty, pattern->group);

	*found = result == REGEXP_MATCH;
	return result != REGEXP_LIMIT ||
	    frame_fault(frame, tree, "takes too many steps on this record");
}

void
pattern_close(struct pattern *pattern)
{
	regexp_close(pattern->regexp);
	free(pattern->group);
	text_free(&pattern->text);
}
