/*
 * pattern - the regular expression of one call in an expression
 *
 * Layer 1: may include layer 0, expression/frame, expression/tree,
 * expression/value, record, regexp, text. Compiled when it is first used, and
 * again only when the text of the pattern is another one.
 *
 *	if (!pattern_set(pattern, frame, tree, &text))
 *		return false;
 *	if (!pattern_match(pattern, frame, tree, &subject, 0, false, &found))
 *		return false;
 *	...found, pattern->group...
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_PATTERN_H
#define EXPRESSION_PATTERN_H

#include "record.h"
#include "text.h"
#include <stdbool.h>
#include <stddef.h>

struct frame;
struct regexp;
struct tree;
struct value;

/* Begins as { 0 }. Owns: all but what the groups are views of. */
struct pattern {
	struct pattern *next; /* its owner's list */
	bool anchored; /* matches only at the beginning */
	struct text text; /* what was compiled, and a NUL */
	struct regexp *regexp;
	struct record *group; /* the whole match, then the groups */
};

/*
 * Let it be the pattern that text says, the value of tree.
 * Returns: false where it is none, with the fault.
 */
bool pattern_set(struct pattern *pattern, struct frame *frame,
    const struct tree *tree, const struct value *text);

/*
 * Find the first match from byte from on; not_empty as in regexp.h. *found
 * says whether there is one. Returns: false where that can't be decided.
 */
bool pattern_match(struct pattern *pattern, struct frame *frame,
    const struct tree *tree, const struct value *subject, size_t from,
    bool not_empty, bool *found);

/* Free what it owns. */
void pattern_close(struct pattern *pattern);

#endif
