/*
 * parser - what the parts of the grammar share: a token ahead, a stack of nodes
 *
 * Layer 2: may include layers 0 and 1. Nodes that wait for their parent are
 * pushed; parser_make takes those above a mark as its children.
 *
 *	mark = parser->n;
 *	if (!parser_push(parser, factor(parser)))
 *		return NULL;
 *	parser_advance(parser);
 *	if (!parser_push(parser, factor(parser)))
 *		return NULL;
 *	return parser_make(parser, TREE_MULTIPLY, at, mark);
 *
 * Whatever fails returns NULL or false, and has said why by parser_refuse.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_PARSER_H
#define EXPRESSION_PARSER_H

#include "expression/quoted.h"
#include "expression/token.h"
#include "expression/tree.h"
#include <stdbool.h>
#include <stddef.h>

struct mistake;

/* How many brackets, signs, conditions and fields may be inside another. */
#define PARSER_DEPTH_MAX 200

struct parser {
	struct token_reader reader;
	struct token token; /* the next one; the reader stands behind it */
	struct token last; /* the one before */
	struct tree_arena *arena;
	struct mistake *mistake;
	unsigned depth; /* how many brackets and the like are open */
	struct tree **node; /* n that wait for their parent */
	size_t n, capacity;
	enum tree_comparison *comparison; /* `compared`, for their node */
	size_t compared, comparison_capacity;
	struct quoted_bytes bytes; /* of the string that is being read */
	/* Read an expression, or several as a tuple without parentheses. */
	struct tree *(*expression)(struct parser *);
	struct tree *(*expressions)(struct parser *);
};

/* Read the next token. */
void parser_advance(struct parser *parser);

/* Take the next token where it is of that kind. Returns: whether it is. */
bool parser_accept(struct parser *parser, enum token_kind kind);

/* Go one deeper, unless that is too deep; the caller comes up again. */
bool parser_enter(struct parser *parser);

/* Push NULL, for a part that is left out. */
void parser_push_absent(struct parser *parser);

/* Push a node. Returns: false for NULL, which is a failure that was said. */
bool parser_push(struct parser *parser, struct tree *node);

/*
 * Make a node that begins at `at` and ends with the last token, with all
 * nodes above the mark as its children. Returns: NULL where it is too high.
 */
struct tree *parser_make(struct parser *parser, enum tree_kind kind,
    size_t at, size_t mark);

/* Push a comparison. */
void parser_compare(struct parser *parser, enum tree_comparison comparison);

/* Make a TREE_COMPARE, with all comparisons above `compared`. */
struct tree *parser_make_comparison(struct parser *parser, size_t at,
    size_t mark, size_t compared);

/* Say whether no value can begin with the next token, but something end. */
bool parser_ends(const struct parser *parser);

/* Push the expressions that follow after commas; one comma may be last. */
bool parser_push_rest(struct parser *parser);

/* Free all but the tree. */
void parser_free(struct parser *parser);

/* Say what is wrong, and where. Returns: NULL. */
struct tree *parser_refuse(struct parser *parser, size_t at, size_t len,
    const char *reason);

/* Say it of the next token. */
struct tree *parser_refuse_token(struct parser *parser, const char *reason);

/* Say that the next token begins no value where one is due. */
struct tree *parser_refuse_value(struct parser *parser);

/* Say that the next token can't stand behind what was read. */
struct tree *parser_refuse_rest(struct parser *parser);

/*
 * Take the bracket that closes the one at `open`. Returns: false where
 * something else stands there.
 */
bool parser_close(struct parser *parser, enum token_kind kind, size_t open);

#endif
