/*
 * parser - what the parts of the grammar share: a token ahead, a stack of nodes
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/mistake.h"
#include "expression/parser.h"
#include "memory.h"
#include "message.h"
#include <stdlib.h>
#include <string.h>

/* How much of a token is shown in a reason. */
#define SHOWN 40

#define ASSIGNS "an expression assigns nothing; did you mean ==?"
#define TOO_DEEP "this is nested too deeply"

void
parser_advance(struct parser *parser)
{
	parser->last = parser->token;
	token_read(&parser->reader, &parser->token);
}

bool
parser_accept(struct parser *parser, enum token_kind kind)
{
	if (parser->token.kind != kind)
		return false;
	parser_advance(parser);
	return true;
}

bool
parser_enter(struct parser *parser)
{
	if (parser->depth == PARSER_DEPTH_MAX) {
		parser_refuse_token(parser, TOO_DEEP);
		return false;
	}
	parser->depth++;
	return true;
}

static void
push(struct parser *parser, struct tree *node)
{
	parser->node = xgrow(parser->node, &parser->capacity, parser->n + 1,
	    sizeof(struct tree *));
	parser->node[parser->n++] = node;
}

void
parser_push_absent(struct parser *parser)
{
	push(parser, NULL);
}

bool
parser_push(struct parser *parser, struct tree *node)
{
	if (node)
		push(parser, node);
	return node != NULL;
}

struct tree *
parser_make(struct parser *parser, enum tree_kind kind, size_t at,
    size_t mark)
{
	const size_t len = parser->last.at + parser->last.len - at;
	struct tree *node = tree_make(parser->arena, kind, at, len);

	if (parser->n > mark)
		tree_adopt(parser->arena, node, parser->node + mark,
		    parser->n - mark);
	parser->n = mark;
	if (node->height > TREE_HEIGHT_MAX)
		return parser_refuse(parser, at, len, TOO_DEEP);
	return node;
}

void
parser_compare(struct parser *parser, enum tree_comparison comparison)
{
	parser->comparison = xgrow(parser->comparison,
	    &parser->comparison_capacity, parser->compared + 1,
	    sizeof *parser->comparison);
	parser->comparison[parser->compared++] = comparison;
}

struct tree *
parser_make_comparison(struct parser *parser, size_t at, size_t mark,
    size_t compared)
{
	const size_t size = (parser->compared - compared) *
	    sizeof *parser->comparison;
	struct tree *node = parser_make(parser, TREE_COMPARE, at, mark);
	enum tree_comparison *copy;

	if (!node)
		return NULL;
	copy = tree_allocate(parser->arena, size);
	memcpy(copy, parser->comparison + compared, size);
	parser->compared = compared;
	node->comparison = copy;
	return node;
}

static bool
is_closing(enum token_kind kind)
{
	return kind == TOKEN_PARENTHESIS_CLOSE ||
	    kind == TOKEN_BRACKET_CLOSE || kind == TOKEN_BRACE_CLOSE;
}

bool
parser_ends(const struct parser *parser)
{
	const enum token_kind kind = parser->token.kind;

	return kind == TOKEN_END || is_closing(kind) || kind == TOKEN_COMMA ||
	    kind == TOKEN_COLON || kind == TOKEN_ASSIGN ||
	    kind == TOKEN_EXCLAMATION;
}

bool
parser_push_rest(struct parser *parser)
{
	while (parser_accept(parser, TOKEN_COMMA)) {
		if (parser_ends(parser) && parser->token.kind != TOKEN_COMMA)
			return true;
		if (!parser_push(parser, parser->expression(parser)))
			return false;
	}
	return true;
}

void
parser_free(struct parser *parser)
{
	free(parser->node);
	free(parser->comparison);
	free(parser->bytes.bytes);
}

struct tree *
parser_refuse(struct parser *parser, size_t at, size_t len,
    const char *reason)
{
	*parser->mistake = (struct mistake){ at, len, reason };
	return NULL;
}

struct tree *
parser_refuse_token(struct parser *parser, const char *reason)
{
	const struct token *token = &parser->token;

	return parser_refuse(parser, token->at, token->len, reason);
}

/* Return a reason that names a token; it has one %s for it. */
static const char *
name_token(const struct parser *parser, const char *before,
    const struct token *token)
{
	const int len = token->len > SHOWN ? SHOWN : (int)token->len;

	if (token->kind == TOKEN_STRING)
		return because("%s a string", before);
	return because("%s '%.*s'", before, len,
	    parser->reader.text + token->at);
}

/* Say whether the two signs that were last read are ++ or --. */
static bool
is_doubled(const struct parser *parser)
{
	const struct token *last = &parser->last;
	const char *at = parser->reader.text + last->at;

	return (last->kind == TOKEN_PLUS || last->kind == TOKEN_MINUS) &&
	    last->at > 0 && at[-1] == at[0];
}

struct tree *
parser_refuse_value(struct parser *parser)
{
	const struct token *token = &parser->token;
	const size_t behind = parser->last.at + parser->last.len;

	if (token->kind == TOKEN_WRONG)
		return parser_refuse_token(parser, token->reason);
	if (token->kind == TOKEN_EXCLAMATION)
		return parser_refuse_token(parser,
		    "write 'not' instead of '!'");
	if (token->kind == TOKEN_NOT)
		return parser_refuse_token(parser, "'not' binds less than "
		    "what is before it: write (not ...)");
	if (token->kind == TOKEN_DOT)
		return parser_refuse_token(parser, "a value is missing before "
		    "'.'; a column is name or row['name']");
	if (token->kind == TOKEN_SLASH)
		return parser_refuse_token(parser, "a value is missing before "
		    "'/'; a pattern is search('REGEX', x)");
	if (token->kind != TOKEN_END)
		return parser_refuse_token(parser, name_token(parser,
		    "a value is missing before", token));
	if (behind == 0)
		return parser_refuse_token(parser, "an expression is missing");
	if (is_doubled(parser))
		return parser_refuse(parser, behind - 2, 2, "an expression "
		    "changes nothing; write x + 1");
	return parser_refuse(parser, behind, 0, name_token(parser,
	    "a value is missing after", &parser->last));
}

/* Signs that can't stand behind a value where no bracket wants them. */
static const struct sign {
	enum token_kind kind;
	const char *reason;
} signs[] = {
	{ TOKEN_ASSIGN, ASSIGNS },
	{ TOKEN_EXCLAMATION, "did you mean != or 'not'?" },
	{ TOKEN_TILDE, "write search('REGEX', x) instead of x ~ 'REGEX'" },
	{ TOKEN_ELSE, "this 'else' has no 'if' before it" },
	{ TOKEN_COLON, "a colon has no meaning here" },
	{ TOKEN_COMMA, "a comma has no meaning here" },
	{ TOKEN_PARENTHESIS_CLOSE, "this ')' closes nothing" },
	{ TOKEN_BRACKET_CLOSE, "this ']' closes nothing" },
	{ TOKEN_BRACE_CLOSE, "this '}' closes nothing" },
	{ TOKEN_END, NULL }
};

/* Return why it can't stand here; NULL for others. */
static const char *
explain_sign(const struct parser *parser)
{
	const struct token *token = &parser->token;
	const size_t behind = token->at + token->len;
	const struct sign *sign;

	if (token->kind == TOKEN_WRONG)
		return token->reason;
	if (token->kind == TOKEN_COLON && behind < parser->reader.len &&
	    parser->reader.text[behind] == '=')
		return ASSIGNS;
	for (sign = signs; sign->reason; sign++) {
		if (sign->kind == token->kind)
			break;
	}
	return sign->reason;
}

struct tree *
parser_refuse_rest(struct parser *parser)
{
	const char *reason = explain_sign(parser);

	if (!reason)
		reason = name_token(parser, "an operator is missing before",
		    &parser->token);
	return parser_refuse_token(parser, reason);
}

bool
parser_close(struct parser *parser, enum token_kind kind, size_t open)
{
	const struct token *token = &parser->token;
	const char *text = parser->reader.text;

	if (parser_accept(parser, kind))
		return true;
	if (token->kind == TOKEN_END)
		parser_refuse(parser, open, 1,
		    because("this '%c' is never closed", text[open]));
	else if (is_closing(token->kind))
		parser_refuse_token(parser, because("'%c' can't close '%c'",
		    text[token->at], text[open]));
	else
		parser_refuse_rest(parser);
	return false;
}
