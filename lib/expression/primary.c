/*
 * primary - a value, and the calls, indices and slices behind it
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/parser.h"
#include "expression/primary.h"
#include "expression/template.h"
#include "message.h"

/* Make a node of the next token. */
static struct tree *
leaf(struct parser *parser, enum tree_kind kind)
{
	parser_advance(parser);
	return parser_make(parser, kind, parser->last.at, parser->n);
}

static struct tree *
none(struct parser *parser)
{
	return leaf(parser, TREE_NONE);
}

static struct tree *
truth(struct parser *parser)
{
	return leaf(parser, TREE_TRUE);
}

static struct tree *
falsehood(struct parser *parser)
{
	return leaf(parser, TREE_FALSE);
}

static struct tree *
name(struct parser *parser)
{
	struct tree *node = leaf(parser, TREE_NAME);

	node->text = (struct record){ parser->reader.text + node->at,
		node->len };
	return node;
}

static struct tree *
number(struct parser *parser)
{
	struct tree *node = leaf(parser, TREE_NUMBER);
	char *digits = tree_allocate(parser->arena, node->len);
	size_t n = 0, i;

	for (i = node->at; i < node->at + node->len; i++) {
		if (parser->reader.text[i] != '_')
			digits[n++] = parser->reader.text[i];
	}
	node->text = (struct record){ digits, n };
	return node;
}

/* (), (a), (a,), (a, b) */
static struct tree *
group(struct parser *parser)
{
	const size_t open = parser->token.at, mark = parser->n;
	struct tree *node;

	parser_advance(parser);
	if (parser_accept(parser, TOKEN_PARENTHESIS_CLOSE))
		return parser_make(parser, TREE_TUPLE, open, mark);
	node = parser->expression(parser);
	if (!node)
		return NULL;
	if (parser->token.kind != TOKEN_COMMA)
		return parser_close(parser, TOKEN_PARENTHESIS_CLOSE, open) ?
		    node : NULL;
	if (!parser_push(parser, node) || !parser_push_rest(parser) ||
	    !parser_close(parser, TOKEN_PARENTHESIS_CLOSE, open))
		return NULL;
	return parser_make(parser, TREE_TUPLE, open, mark);
}

static struct tree *
list(struct parser *parser)
{
	const size_t open = parser->token.at, mark = parser->n;

	parser_advance(parser);
	if (parser->token.kind != TOKEN_BRACKET_CLOSE &&
	    (!parser_push(parser, parser->expression(parser)) ||
	    !parser_push_rest(parser)))
		return NULL;
	if (!parser_close(parser, TOKEN_BRACKET_CLOSE, open))
		return NULL;
	return parser_make(parser, TREE_LIST, open, mark);
}

/* key: value, or **value */
static struct tree *
item(struct parser *parser)
{
	const size_t at = parser->token.at, mark = parser->n;

	if (parser_accept(parser, TOKEN_POWER)) {
		if (!parser_push(parser, parser->expression(parser)))
			return NULL;
		return parser_make(parser, TREE_SPREAD, at, mark);
	}
	if (!parser_push(parser, parser->expression(parser)))
		return NULL;
	if (parser->token.kind == TOKEN_COMMA ||
	    parser->token.kind == TOKEN_BRACE_CLOSE)
		return parser_refuse(parser, at, parser->last.at +
		    parser->last.len - at, "this key has no value; there are "
		    "no sets, lists stand in [...]");
	if (!parser_accept(parser, TOKEN_COLON))
		return parser_refuse_rest(parser);
	if (!parser_push(parser, parser->expression(parser)))
		return NULL;
	return parser_make(parser, TREE_PAIR, at, mark);
}

static struct tree *
dict(struct parser *parser)
{
	const size_t open = parser->token.at, mark = parser->n;

	parser_advance(parser);
	while (parser->token.kind != TOKEN_BRACE_CLOSE) {
		if (parser->token.kind == TOKEN_END)
			break;
		if (!parser_push(parser, item(parser)))
			return NULL;
		if (!parser_accept(parser, TOKEN_COMMA))
			break;
	}
	if (!parser_close(parser, TOKEN_BRACE_CLOSE, open))
		return NULL;
	return parser_make(parser, TREE_DICT, open, mark);
}

/* How a value begins, and how it is read on. */
static const struct beginning {
	enum token_kind token;
	struct tree *(*read)(struct parser *);
} beginnings[] = {
	{ TOKEN_NAME, name },
	{ TOKEN_NUMBER, number },
	{ TOKEN_STRING, template },
	{ TOKEN_NONE, none },
	{ TOKEN_TRUE, truth },
	{ TOKEN_FALSE, falsehood },
	{ TOKEN_PARENTHESIS, group },
	{ TOKEN_BRACKET, list },
	{ TOKEN_BRACE, dict },
	{ TOKEN_END, parser_refuse_value }
};

static struct tree *
atom(struct parser *parser)
{
	const struct beginning *beginning = beginnings;

	while (beginning->token != TOKEN_END &&
	    beginning->token != parser->token.kind)
		beginning++;
	return beginning->read(parser);
}

/* Read the arguments, the next token being the parenthesis before them. */
static struct tree *
call(struct parser *parser, size_t at, size_t mark, struct record name)
{
	const size_t open = parser->token.at;
	struct tree *node;

	parser_advance(parser);
	if (parser->token.kind != TOKEN_PARENTHESIS_CLOSE &&
	    parser->token.kind != TOKEN_END &&
	    (!parser_push(parser, parser->expression(parser)) ||
	    !parser_push_rest(parser)))
		return NULL;
	if (parser->token.kind == TOKEN_ASSIGN &&
	    parser->last.kind == TOKEN_NAME)
		return parser_refuse_token(parser, "arguments have no names; "
		    "did you mean ==?");
	if (!parser_close(parser, TOKEN_PARENTHESIS_CLOSE, open))
		return NULL;
	node = parser_make(parser, TREE_CALL, at, mark);
	if (node)
		node->text = name;
	return node;
}

static struct tree *
function(struct parser *parser, size_t at, struct tree *node)
{
	if (node->kind != TREE_NAME)
		return parser_refuse_token(parser, "only a function can be "
		    "called, by its name");
	return call(parser, at, parser->n, node->text);
}

static struct tree *
method(struct parser *parser, size_t at, struct tree *node)
{
	const size_t point = parser->token.at, mark = parser->n;
	struct record name;

	parser_advance(parser);
	if (parser->token.kind != TOKEN_NAME)
		return parser_refuse(parser, point, 1,
		    "the name of a method is missing behind this point");
	name = (struct record){ parser->reader.text + parser->token.at,
		parser->token.len };
	parser_advance(parser);
	if (parser->token.kind != TOKEN_PARENTHESIS)
		return parser_refuse(parser, point, parser->last.at +
		    parser->last.len - point, because("a method is called, as "
		    "in x.upper(); a column or key is x['%.*s']",
		    name.len > 64 ? 64 : (int)name.len, name.bytes));
	parser_push(parser, node);
	node = call(parser, at, mark, name);
	if (node)
		node->method = true;
	return node;
}

/* Push a part of a slice, or that it is left out. */
static bool
push_bound(struct parser *parser)
{
	if (parser->token.kind != TOKEN_COLON &&
	    parser->token.kind != TOKEN_BRACKET_CLOSE)
		return parser_push(parser, parser->expression(parser));
	parser_push_absent(parser);
	return true;
}

/* Push what stands in the brackets. *kind becomes what it makes. */
static bool
push_subscript(struct parser *parser, enum tree_kind *kind)
{
	*kind = TREE_INDEX;
	if (parser->token.kind != TOKEN_COLON &&
	    !parser_push(parser, parser->expression(parser)))
		return false;
	if (parser->token.kind != TOKEN_COLON)
		return true;
	*kind = TREE_SLICE;
	if (parser->last.kind == TOKEN_BRACKET)
		parser_push_absent(parser);
	parser_advance(parser);
	if (!push_bound(parser))
		return false;
	if (parser_accept(parser, TOKEN_COLON))
		return push_bound(parser);
	parser_push_absent(parser);
	return true;
}

static struct tree *
subscript(struct parser *parser, size_t at, struct tree *node)
{
	const size_t open = parser->token.at, mark = parser->n;
	enum tree_kind kind;

	parser_push(parser, node);
	parser_advance(parser);
	if (!push_subscript(parser, &kind))
		return NULL;
	if (parser->token.kind == TOKEN_COMMA)
		return parser_refuse_token(parser, "there is one index; "
		    "several values are [row[0], row[2]]");
	if (!parser_close(parser, TOKEN_BRACKET_CLOSE, open))
		return NULL;
	return parser_make(parser, kind, at, mark);
}

struct tree *
primary(struct parser *parser)
{
	const size_t at = parser->token.at;
	struct tree *node = atom(parser);

	while (node) {
		if (parser->token.kind == TOKEN_PARENTHESIS)
			node = function(parser, at, node);
		else if (parser->token.kind == TOKEN_BRACKET)
			node = subscript(parser, at, node);
		else if (parser->token.kind == TOKEN_DOT)
			node = method(parser, at, node);
		else
			break;
	}
	return node;
}
