/*
 * parse - the tree of an expression
 *
 * Layer 2: may include layers 0 and 1, expression/parser, expression/primary.
 * The grammar is that part of Python's for expressions that tools need, with
 * Python's precedence:
 *
 *	struct tree_arena arena = TREE_ARENA_INIT;
 *
 *	tree = parse(&arena, text, len, &mistake);
 *	if (!tree)
 *		mistake_die(text, len, &mistake);
 *	...
 *	tree_free(&arena);
 *
 * Strings that stand beside each other are one; an f-string without fields is
 * a string; `{x=}` is the string "x=" and the field `{x!r}`. A newline is a
 * blank. What names mean is not asked here.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_PARSE_H
#define EXPRESSION_PARSE_H

#include <stddef.h>

struct mistake;
struct tree;
struct tree_arena;

/*
 * Parse all of text, which outlives the tree.
 * Returns: its root; NULL with *mistake where it is no expression. The arena
 * is the caller's to free either way.
 * Cost: a constant time and memory a token.
 */
struct tree *parse(struct tree_arena *arena, const char *text, size_t len,
    struct mistake *mistake);

#endif
