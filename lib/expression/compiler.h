/*
 * compiler - what makes the nodes of an expression ready to run
 *
 * Layer 1: may include layer 0, expression/code, expression/frame,
 * expression/mistake, expression/names, expression/program, expression/tree,
 * expression/value. What the parts of the compiler share: program is the
 * whole, compile_names resolves names, compile_calls calls. What they return
 * is NULL where the compiler's mistake says why it can't be done.
 *
 *	struct code *code = compiler_parent(compiler, tree, logic_not);
 *	return compiler_fold(compiler, code);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_COMPILER_H
#define EXPRESSION_COMPILER_H

#include "expression/code.h"
#include <stdbool.h>
#include <stddef.h>

struct mistake;
struct program;
struct scope;

struct compiler {
	struct program *program;
	const struct scope *scope;
	struct mistake *mistake;
};

/* Say why, and where, it can't be done. Returns: NULL. */
struct code *compiler_refuse(struct compiler *compiler,
    const struct tree *tree, const char *reason);

/* Take memory, all zeros, that lives as long as the program. */
void *compiler_take(struct compiler *compiler, size_t n, size_t size);

/* Make a node without children, or one that is a constant. */
struct code *compiler_make(struct compiler *compiler,
    const struct tree *tree, code_function *run);
struct code *compiler_constant(struct compiler *compiler,
    const struct tree *tree, struct value value);

/* Make a node with the children of tree, compiled; a part may be left out. */
struct code *compiler_parent(struct compiler *compiler,
    const struct tree *tree, code_function *run);

/* Compute what is constant already; what fails will fail when it is run. */
struct code *compiler_fold(struct compiler *compiler, struct code *code);

bool compiler_is_constant(const struct code *code);

/* Say whether tree is this name. */
bool compiler_is_name(const struct tree *tree, const char *name);

/* Look no fewer than so many fields into a record. */
void compiler_reach(struct compiler *compiler, size_t fields);

/* Make any node ready (program.c). */
struct code *compiler_compile(struct compiler *compiler,
    const struct tree *tree);

#endif
