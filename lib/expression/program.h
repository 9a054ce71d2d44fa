/*
 * program - an expression made ready to run
 *
 * Layer 1: may include layer 0, decimal, expression/code,
 * expression/compile_calls, expression/compile_members,
 * expression/compile_names, expression/compiler,
 * expression/frame, expression/layout, expression/logic, expression/mistake,
 * expression/operators, expression/pattern, expression/sequence,
 * expression/tree, expression/value, fields, format. Names are resolved, what
 * is constant is computed, and it is known how much of a record is looked at.
 *
 *	struct program program;
 *	if (!program_compile(&program, tree, text, &scope, &mistake))
 *		mistake_die(text, len, &mistake);
 *	...code_run(program.code, &frame, &value)...
 *	program_close(&program);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_PROGRAM_H
#define EXPRESSION_PROGRAM_H

#include "expression/frame.h"
#include <stdbool.h>
#include <stddef.h>

struct code;
struct mistake;
struct pattern;
struct splitter;
struct tree;

/* What the names of an expression may stand for. */
struct scope {
	const struct splitter *splitter; /* its groups have names */
	size_t key; /* the field that x is, from 0; SIZE_MAX: the record */
	bool accumulates; /* there is acc */
};

/* Owns: code and what it works on. The tree and its text must stay. */
struct program {
	const struct code *code;
	size_t reach; /* how many fields are looked at; SIZE_MAX: all */
	bool remembers; /* the row before is looked at */
	struct frame frame; /* where constants were computed */
	struct pattern *pattern; /* of all calls, one after the other */
};

/*
 * Make the tree of an expression, whose text is source, ready.
 * Returns: false where something in it can't be, with *mistake.
 */
bool program_compile(struct program *program, const struct tree *tree,
    const char *source, const struct scope *scope, struct mistake *mistake);

/* Free it. */
void program_close(struct program *program);

#endif
