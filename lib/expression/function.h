/*
 * function - what can be called in an expression
 *
 * Layer 1: may include layer 0, expression/code, expression/frame,
 * expression/function_numbers, expression/function_parts,
 * expression/function_patterns, expression/function_texts,
 * expression/function_times, expression/tree, expression/value, nearest.
 * Tables of functions by name, each with how many arguments it takes. x.f(y)
 * is f(x, y), for those that are Python's methods.
 *
 *	function = function_find("round", 5);
 *	if (n < function->least || n > function->most)
 *		...
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_FUNCTION_H
#define EXPRESSION_FUNCTION_H

#include "expression/code.h"
#include "expression/value.h"
#include <stdbool.h>
#include <stddef.h>

/* Compute from n arguments, which may be changed. Returns: as code_run. */
typedef bool function_call(const struct code *code, struct frame *frame,
    struct value *argument, size_t n, struct value *result);

/* Any number of arguments. */
#define FUNCTION_ANY 255

struct function {
	const char *name; /* NULL ends a table */
	unsigned char least, most; /* arguments */
	enum {
		FUNCTION_PLAIN,
		FUNCTION_METHOD, /* x.f() too */
		FUNCTION_PATTERN, /* the first argument is a pattern */
		FUNCTION_ANCHORED /* likewise, to match at the beginning */
	} kind;
	function_call *call;
};

/* Return the function of that name; NULL where there is none. */
const struct function *function_find(const char *name, size_t len);

/* Return the name of a function that is spelled almost so, or NULL. */
const char *function_near(const char *name);

/* Run a call: its arguments, then code->function. */
code_function function_run;

/* Return the node of argument i, for faults. */
static inline const struct tree *
function_argument(const struct code *code, size_t i)
{
	return code->child[i]->tree;
}

#endif
