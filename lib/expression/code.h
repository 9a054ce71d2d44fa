/*
 * code - an expression that is ready to run
 *
 * Layer 1: may include layer 0, expression/frame, expression/tree,
 * expression/value. Each node of the tree becomes a function and what it
 * works on; a node runs its children as it needs them.
 *
 *	if (code_run(code, &frame, &value))
 *		...value, valid until the frame's next record...
 *	else
 *		...frame.reason...
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_CODE_H
#define EXPRESSION_CODE_H

#include "expression/value.h"
#include <stdbool.h>
#include <stddef.h>

struct code;
struct format;
struct frame;
struct function;
struct pattern;
struct tree;

/* Compute a value. Returns: false where that fails, with frame->reason. */
typedef bool code_function(const struct code *code, struct frame *frame,
    struct value *result);

/* Owns: nothing; all stands in the arena of the compiler. */
struct code {
	code_function *run;
	const struct tree *tree; /* the node it was made of */
	const struct code **child; /* NULL: a part that was left out */
	size_t n;
	struct value constant; /* where it is one */
	size_t field; /* from 0, where it is one */
	const struct function *function; /* where it is a call */
	struct pattern *pattern; /* an expression that is known beforehand */
	const struct format *format; /* a format spec, likewise */
	char conversion; /* of a field in a template: r, s or nothing */
};

static inline bool
code_run(const struct code *code, struct frame *frame, struct value *result)
{
	return code->run(code, frame, result);
}

/* Run child i. */
static inline bool
code_child(const struct code *code, size_t i, struct frame *frame,
    struct value *result)
{
	return code_run(code->child[i], frame, result);
}

#endif
