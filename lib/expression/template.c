/*
 * template - strings that stand beside each other, and the fields in them
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/parser.h"
#include "expression/template.h"

/* Make a STRING of what was read; it stands from at to end. */
static struct tree *
make_string(struct parser *parser, size_t at, size_t end)
{
	struct tree *node = tree_make(parser->arena, TREE_STRING, at,
	    end - at);

	node->text = tree_copy(parser->arena, parser->bytes.bytes,
	    parser->bytes.len);
	parser->bytes.len = 0;
	return node;
}

/* Push what was read before a field, or before the end, if anything. */
static void
push_string(struct parser *parser, size_t at, size_t end)
{
	if (parser->bytes.len > 0)
		parser_push(parser, make_string(parser, at, end));
}

/* Read what may stand behind an exclamation mark into *conversion. */
static bool
read_conversion(struct parser *parser, struct record *conversion)
{
	const struct token *token = &parser->token;

	if (!parser_accept(parser, TOKEN_EXCLAMATION))
		return true;
	*conversion = (struct record){ parser->reader.text + token->at, 1 };
	if (token->kind == TOKEN_NAME && token->len == 1 &&
	    token->at == parser->last.at + parser->last.len &&
	    (*conversion->bytes == 'r' || *conversion->bytes == 's')) {
		parser_advance(parser);
		return true;
	}
	parser_refuse(parser, parser->last.at, parser->last.len,
	    "behind a value stands !r or !s, as in {x!r}");
	return false;
}

static struct tree *
never_closed(struct parser *parser, size_t open)
{
	return parser_refuse(parser, open, 1, "this '{' is never closed");
}

static bool field(struct parser *parser, const struct quoted *quoted);

/*
 * Read up to the end, and push the fields and what is between them, but for
 * the last string. *at becomes where that begins. Returns: how it ends.
 */
static enum quoted_end
read_pieces(struct parser *parser, const struct quoted *quoted, size_t *at)
{
	enum quoted_end end;

	while ((end = quoted_read(quoted, &parser->reader, &parser->bytes,
	    parser->mistake)) == QUOTED_FIELD) {
		push_string(parser, *at, parser->reader.at - 1);
		if (!field(parser, quoted))
			return QUOTED_WRONG;
		*at = parser->reader.at;
	}
	return end;
}

/*
 * Read the format behind a colon, the next token, of the field that begins at
 * `open`. The brace that ends it is then the next token.
 */
static struct tree *
format(struct parser *parser, const struct quoted *quoted, size_t open)
{
	const size_t at = parser->reader.at, mark = parser->n;
	struct quoted inner = *quoted;
	size_t piece = at;
	enum quoted_end end;

	inner.in_format = true;
	end = read_pieces(parser, &inner, &piece);
	if (end == QUOTED_CLOSED)
		return never_closed(parser, open);
	if (end != QUOTED_FORMAT_END)
		return NULL;
	parser->token = (struct token){ TOKEN_BRACE_CLOSE, parser->reader.at,
		1, NULL };
	parser->reader.at++;
	if (parser->n == mark)
		return make_string(parser, at, parser->token.at);
	push_string(parser, piece, parser->token.at);
	parser->last = (struct token){ TOKEN_STRING, at,
		parser->token.at - at, NULL };
	return parser_make(parser, TREE_TEMPLATE, at, mark);
}

/* Push what stands behind the value of a field, and the field. */
static bool
push_field(struct parser *parser, const struct quoted *quoted, size_t open,
    struct tree *value)
{
	struct record conversion = { "", 0 };
	struct tree *node;
	size_t mark;

	if (parser_accept(parser, TOKEN_ASSIGN)) {
		node = tree_make(parser->arena, TREE_STRING, open + 1,
		    parser->token.at - open - 1);
		node->text = (struct record){ parser->reader.text + node->at,
			node->len };
		parser_push(parser, node);
		if (parser->token.kind == TOKEN_BRACE_CLOSE)
			conversion = (struct record){ "r", 1 };
	}
	mark = parser->n;
	parser_push(parser, value);
	if (!read_conversion(parser, &conversion))
		return false;
	if (parser->token.kind == TOKEN_COLON &&
	    !parser_push(parser, format(parser, quoted, open)))
		return false;
	if (parser->token.kind == TOKEN_STRING)
		return parser_push(parser, never_closed(parser, open));
	/* What is behind the brace is no token, but of the string. */
	if (parser->token.kind != TOKEN_BRACE_CLOSE)
		return parser_close(parser, TOKEN_BRACE_CLOSE, open);
	parser->last = parser->token;
	node = parser_make(parser, TREE_FIELD, open, mark);
	if (node)
		node->text = conversion;
	return parser_push(parser, node);
}

/* Push the field whose brace was just read. */
static bool
field(struct parser *parser, const struct quoted *quoted)
{
	const size_t open = parser->reader.at - 1;
	struct tree *value;
	bool pushed;

	parser->token = (struct token){ TOKEN_BRACE, open, 1, NULL };
	if (!parser_enter(parser))
		return false;
	parser_advance(parser);
	value = parser->expressions(parser);
	pushed = value && push_field(parser, quoted, open, value);
	parser->depth--;
	return pushed;
}

struct tree *
template(struct parser *parser)
{
	const size_t at = parser->token.at, mark = parser->n;
	struct quoted quoted;
	size_t piece = 0, end;

	do {
		quoted = quoted_open(&parser->reader, &parser->token);
		if (parser->bytes.len == 0)
			piece = parser->reader.at;
		if (read_pieces(parser, &quoted, &piece) != QUOTED_CLOSED)
			return NULL;
		end = parser->reader.at;
		parser->token = (struct token){ TOKEN_STRING, quoted.at,
			end - quoted.at, NULL };
		parser_advance(parser);
	} while (parser->token.kind == TOKEN_STRING);
	if (parser->n == mark)
		return make_string(parser, at, end);
	push_string(parser, piece, end - (quoted.tripled ? 3 : 1));
	return parser_make(parser, TREE_TEMPLATE, at, mark);
}
