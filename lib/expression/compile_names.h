/*
 * compile_names - names, fields and columns of an expression
 *
 * Layer 1: may include layer 0, expression/compile_members,
 * expression/compiler, expression/function, expression/mistake,
 * expression/names, expression/program, expression/sequence, expression/tree,
 * nearest, splitter. Returns and mistakes as compiler.h has them.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_COMPILE_NAMES_H
#define EXPRESSION_COMPILE_NAMES_H

struct code;
struct compiler;
struct tree;

/* Make a name ready, or value[index], or **value in a dict. */
struct code *compile_name(struct compiler *compiler, const struct tree *tree);
struct code *compile_index(struct compiler *compiler,
    const struct tree *tree);
struct code *compile_spread(struct compiler *compiler,
    const struct tree *tree);

#endif
