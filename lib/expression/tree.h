/*
 * tree - an expression as a tree
 *
 * Layer 1: may include layer 0 and record. Nodes stand in an arena of their
 * own and are freed with it. What a node means is what Python's node of that
 * name does, in Python's order of children; parse.h makes trees.
 *
 *	case TREE_ADD:
 *		compile(node->child[0]);
 *		compile(node->child[1]);
 *
 * No tree is higher than TREE_HEIGHT_MAX, so that it can be walked by
 * recursion.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_TREE_H
#define EXPRESSION_TREE_H

#include "record.h"
#include <stdbool.h>
#include <stddef.h>

/* How many nodes stand one above the other at most. */
#define TREE_HEIGHT_MAX 1000

enum tree_kind {
	TREE_NONE,
	TREE_TRUE,
	TREE_FALSE,
	TREE_NUMBER, /* text: as spelled, without underscores; 0x1f too */
	TREE_STRING, /* text: its bytes */
	TREE_TEMPLATE, /* an f-string with a field: STRINGs and FIELDs */
	TREE_FIELD, /* value; then, where there is one, the format: a STRING
		     * or TEMPLATE. text: the conversion, r, s or nothing */
	TREE_NAME, /* text: the name */
	TREE_LIST,
	TREE_TUPLE,
	TREE_DICT, /* PAIRs and SPREADs */
	TREE_PAIR, /* key, value */
	TREE_SPREAD, /* **value in a dict */
	TREE_NEGATE,
	TREE_POSITIVE,
	TREE_INVERT,
	TREE_NOT,
	TREE_AND, /* two and more */
	TREE_OR, /* two and more */
	TREE_ADD,
	TREE_SUBTRACT,
	TREE_MULTIPLY,
	TREE_DIVIDE,
	TREE_FLOOR_DIVIDE,
	TREE_MODULO,
	TREE_POWER,
	TREE_BIT_AND,
	TREE_BIT_OR,
	TREE_BIT_XOR,
	TREE_SHIFT_LEFT,
	TREE_SHIFT_RIGHT,
	TREE_COMPARE, /* two and more, with one comparison less */
	TREE_CONDITION, /* then, condition, else */
	TREE_CALL, /* the arguments. text: the name of the function */
	TREE_INDEX, /* value, index */
	TREE_SLICE /* value, start, stop, step; NULL where left out */
};

enum tree_comparison {
	COMPARE_LESS,
	COMPARE_LESS_EQUAL,
	COMPARE_GREATER,
	COMPARE_GREATER_EQUAL,
	COMPARE_EQUAL,
	COMPARE_NOT_EQUAL,
	COMPARE_IN,
	COMPARE_NOT_IN,
	COMPARE_IS,
	COMPARE_IS_NOT
};

/*
 * Units: at and len are its place in the expression, in bytes, without the
 * parentheses around it (but those of a tuple).
 * Valid: as long as the arena and the expression: the text of a NAME and a
 * CALL is in the expression itself, so that its place can be told.
 */
struct tree {
	enum tree_kind kind;
	bool method; /* a CALL x.f(y), with x as its first argument */
	unsigned height; /* 1: no children */
	size_t at, len;
	struct record text;
	struct tree **child;
	size_t n; /* children */
	const enum tree_comparison *comparison;
};

/* Where nodes stand. Owns: blocks; { NULL } is an empty one. */
struct tree_arena {
	struct tree_block *block;
};

#define TREE_ARENA_INIT { NULL }

/* Take size bytes from the arena, undefined, aligned for any object. */
void *tree_allocate(struct tree_arena *arena, size_t size);

/* Make a node without children and text. */
struct tree *tree_make(struct tree_arena *arena, enum tree_kind kind,
    size_t at, size_t len);

/* Give it n children, one or more, each NULL or a node; and its height. */
void tree_adopt(struct tree_arena *arena, struct tree *node,
    struct tree *const *child, size_t n);

/* Return a copy of len bytes in the arena. */
struct record tree_copy(struct tree_arena *arena, const char *bytes,
    size_t len);

/* Free all that was taken from the arena, and make it empty. */
void tree_free(struct tree_arena *arena);

#endif
