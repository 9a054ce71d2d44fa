/*
 * compile_calls - calls of functions in an expression
 *
 * Layer 1: may include layer 0, expression/compiler, expression/function,
 * expression/pattern, expression/program, expression/tree. Returns and
 * mistakes as compiler.h has them.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_COMPILE_CALLS_H
#define EXPRESSION_COMPILE_CALLS_H

struct code;
struct compiler;
struct tree;

/* Make a call ready. */
struct code *compile_call(struct compiler *compiler, const struct tree *tree);

#endif
