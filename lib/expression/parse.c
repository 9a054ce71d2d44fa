/*
 * parse - the tree of an expression
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/mistake.h"
#include "expression/parse.h"
#include "expression/parser.h"
#include "expression/primary.h"

/* Operators of two values that go from left to right, higher ones first. */
static const struct operator {
	enum token_kind token;
	int level; /* more binds tighter */
	enum tree_kind kind;
} operators[] = {
	{ TOKEN_STAR, 6, TREE_MULTIPLY },
	{ TOKEN_SLASH, 6, TREE_DIVIDE },
	{ TOKEN_DOUBLE_SLASH, 6, TREE_FLOOR_DIVIDE },
	{ TOKEN_PERCENT, 6, TREE_MODULO },
	{ TOKEN_PLUS, 5, TREE_ADD },
	{ TOKEN_MINUS, 5, TREE_SUBTRACT },
	{ TOKEN_SHIFT_LEFT, 4, TREE_SHIFT_LEFT },
	{ TOKEN_SHIFT_RIGHT, 4, TREE_SHIFT_RIGHT },
	{ TOKEN_AMPERSAND, 3, TREE_BIT_AND },
	{ TOKEN_CARET, 2, TREE_BIT_XOR },
	{ TOKEN_BAR, 1, TREE_BIT_OR },
	{ TOKEN_END, 0, TREE_NONE }
};

/* Operators of one value. */
static const struct operator signs[] = {
	{ TOKEN_PLUS, 1, TREE_POSITIVE },
	{ TOKEN_MINUS, 1, TREE_NEGATE },
	{ TOKEN_TILDE, 1, TREE_INVERT },
	{ TOKEN_END, 0, TREE_NONE }
};

/* Signs that compare, or the first word of those that do. */
static const struct comparing {
	enum token_kind token;
	enum tree_comparison comparison;
} comparisons[] = {
	{ TOKEN_LESS, COMPARE_LESS },
	{ TOKEN_LESS_EQUAL, COMPARE_LESS_EQUAL },
	{ TOKEN_GREATER, COMPARE_GREATER },
	{ TOKEN_GREATER_EQUAL, COMPARE_GREATER_EQUAL },
	{ TOKEN_EQUAL, COMPARE_EQUAL },
	{ TOKEN_NOT_EQUAL, COMPARE_NOT_EQUAL },
	{ TOKEN_IN, COMPARE_IN },
	{ TOKEN_NOT, COMPARE_NOT_IN },
	{ TOKEN_IS, COMPARE_IS },
	{ TOKEN_END, COMPARE_LESS }
};

static struct tree *factor(struct parser *parser);

/* Return the operator of a table that the token is; else one of level 0. */
static const struct operator *
find(const struct operator *operator, enum token_kind token)
{
	while (operator->level > 0 && operator->token != token)
		operator++;
	return operator;
}

/* Read one deeper what may begin with another of what it is in. */
static struct tree *
deeper(struct parser *parser, struct tree *(*part)(struct parser *))
{
	struct tree *node;

	if (!parser_enter(parser))
		return NULL;
	node = part(parser);
	parser->depth--;
	return node;
}

/* x ** y: the right one may have a sign. */
static struct tree *
power(struct parser *parser)
{
	const size_t at = parser->token.at, mark = parser->n;
	struct tree *base = primary(parser);

	if (!base || !parser_accept(parser, TOKEN_POWER))
		return base;
	if (!parser_push(parser, base) ||
	    !parser_push(parser, deeper(parser, factor)))
		return NULL;
	return parser_make(parser, TREE_POWER, at, mark);
}

/* A value with any number of signs before it. */
static struct tree *
factor(struct parser *parser)
{
	const size_t at = parser->token.at, mark = parser->n;
	const struct operator *const sign = find(signs, parser->token.kind);

	if (sign->level == 0)
		return power(parser);
	parser_advance(parser);
	if (!parser_push(parser, deeper(parser, factor)))
		return NULL;
	return parser_make(parser, sign->kind, at, mark);
}

/* Values with operators of that level and above between them. */
static struct tree *
arithmetic(struct parser *parser, int level)
{
	const size_t at = parser->token.at, mark = parser->n;
	struct tree *left = factor(parser);
	const struct operator *operator;

	while (left) {
		operator = find(operators, parser->token.kind);
		if (operator->level < level)
			break;
		parser_advance(parser);
		if (!parser_push(parser, left) || !parser_push(parser,
		    arithmetic(parser, operator->level + 1)))
			return NULL;
		left = parser_make(parser, operator->kind, at, mark);
	}
	return left;
}

static const struct comparing *
find_comparison(enum token_kind token)
{
	const struct comparing *comparing;

	for (comparing = comparisons; comparing->token != TOKEN_END;
	    comparing++) {
		if (comparing->token == token)
			break;
	}
	return comparing;
}

/* Read the sign that was found. Returns: false where it is none. */
static bool
read_comparison(struct parser *parser, enum tree_comparison *comparison)
{
	parser_advance(parser);
	if (*comparison == COMPARE_IS && parser_accept(parser, TOKEN_NOT))
		*comparison = COMPARE_IS_NOT;
	if (*comparison != COMPARE_NOT_IN ||
	    parser_accept(parser, TOKEN_IN))
		return true;
	parser_refuse(parser, parser->last.at, parser->last.len,
	    "between two values stands 'not in', or '!='");
	return false;
}

/* Values with comparisons between them, all of which must hold. */
static struct tree *
comparison(struct parser *parser)
{
	const size_t at = parser->token.at, mark = parser->n;
	const size_t compared = parser->compared;
	struct tree *node = arithmetic(parser, 1);
	const struct comparing *found;
	enum tree_comparison comparison;

	if (!node || find_comparison(parser->token.kind)->token == TOKEN_END)
		return node;
	parser_push(parser, node);
	while ((found = find_comparison(parser->token.kind))->token !=
	    TOKEN_END) {
		comparison = found->comparison;
		if (!read_comparison(parser, &comparison) ||
		    !parser_push(parser, arithmetic(parser, 1)))
			return NULL;
		parser_compare(parser, comparison);
	}
	return parser_make_comparison(parser, at, mark, compared);
}

static struct tree *
inversion(struct parser *parser)
{
	const size_t at = parser->token.at, mark = parser->n;

	if (!parser_accept(parser, TOKEN_NOT))
		return comparison(parser);
	if (!parser_push(parser, deeper(parser, inversion)))
		return NULL;
	return parser_make(parser, TREE_NOT, at, mark);
}

/* Parts with the same word between them, which make one node. */
static struct tree *
joined(struct parser *parser, struct tree *(*part)(struct parser *),
    enum token_kind word, enum tree_kind kind)
{
	const size_t at = parser->token.at, mark = parser->n;
	struct tree *node = part(parser);

	if (!node || parser->token.kind != word)
		return node;
	parser_push(parser, node);
	while (parser_accept(parser, word)) {
		if (!parser_push(parser, part(parser)))
			return NULL;
	}
	return parser_make(parser, kind, at, mark);
}

static struct tree *
conjunction(struct parser *parser)
{
	return joined(parser, inversion, TOKEN_AND, TREE_AND);
}

static struct tree *
disjunction(struct parser *parser)
{
	return joined(parser, conjunction, TOKEN_OR, TREE_OR);
}

static struct tree *expression(struct parser *parser);

/* THEN if CONDITION else ELSE */
static struct tree *
condition(struct parser *parser)
{
	const size_t at = parser->token.at, mark = parser->n;
	struct tree *node = disjunction(parser);

	if (!node || !parser_accept(parser, TOKEN_IF))
		return node;
	if (!parser_push(parser, node) ||
	    !parser_push(parser, disjunction(parser)))
		return NULL;
	if (!parser_accept(parser, TOKEN_ELSE))
		return parser_ends(parser) ? parser_refuse_token(parser,
		    "'else' is missing: A if CONDITION else B") :
		    parser_refuse_rest(parser);
	if (!parser_push(parser, expression(parser)))
		return NULL;
	return parser_make(parser, TREE_CONDITION, at, mark);
}

static struct tree *
expression(struct parser *parser)
{
	return deeper(parser, condition);
}

/* One, or several with commas, which are a tuple. */
static struct tree *
expressions(struct parser *parser)
{
	const size_t at = parser->token.at, mark = parser->n;
	struct tree *node = expression(parser);

	if (!node || parser->token.kind != TOKEN_COMMA)
		return node;
	if (!parser_push(parser, node) || !parser_push_rest(parser))
		return NULL;
	return parser_make(parser, TREE_TUPLE, at, mark);
}

struct tree *
parse(struct tree_arena *arena, const char *text, size_t len,
    struct mistake *mistake)
{
	struct parser parser = {
		.reader = { text, len, 0 },
		.arena = arena,
		.mistake = mistake,
		.expression = expression,
		.expressions = expressions
	};
	struct tree *node;

	parser_advance(&parser);
	node = expressions(&parser);
	if (node && parser.token.kind != TOKEN_END)
		node = parser_refuse_rest(&parser);
	parser_free(&parser);
	return node;
}
