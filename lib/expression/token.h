/*
 * token - the words, numbers and signs of an expression, one after the other
 *
 * Layer 1: may include layer 0 and expression/number, expression/stranger.
 * What is not in the language is a token too, which knows what to write
 * instead.
 *
 *	struct token_reader reader = { text, len, 0 };
 *	token_read(&reader, &token);		x **	TOKEN_NAME
 *	token_read(&reader, &token);			TOKEN_POWER
 *	token_read(&reader, &token);			TOKEN_END
 *
 * A string is only opened: quoted.h reads what is in it, from where the
 * reader then stands.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_TOKEN_H
#define EXPRESSION_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

enum token_kind {
	TOKEN_END,
	TOKEN_WRONG, /* not in the language, see its reason */
	TOKEN_NAME, /* any byte that is not ASCII may be part of one */
	TOKEN_NUMBER,
	TOKEN_STRING, /* what is before it and its opening quotes */
	/* words */
	TOKEN_AND,
	TOKEN_ELSE,
	TOKEN_FALSE,
	TOKEN_IF,
	TOKEN_IN,
	TOKEN_IS,
	TOKEN_NONE,
	TOKEN_NOT,
	TOKEN_OR,
	TOKEN_TRUE,
	/* signs */
	TOKEN_PLUS,
	TOKEN_MINUS,
	TOKEN_STAR,
	TOKEN_SLASH,
	TOKEN_DOUBLE_SLASH,
	TOKEN_PERCENT,
	TOKEN_POWER,
	TOKEN_AMPERSAND,
	TOKEN_BAR,
	TOKEN_CARET,
	TOKEN_TILDE,
	TOKEN_SHIFT_LEFT,
	TOKEN_SHIFT_RIGHT,
	TOKEN_LESS,
	TOKEN_LESS_EQUAL,
	TOKEN_GREATER,
	TOKEN_GREATER_EQUAL,
	TOKEN_EQUAL,
	TOKEN_NOT_EQUAL,
	TOKEN_PARENTHESIS,
	TOKEN_PARENTHESIS_CLOSE,
	TOKEN_BRACKET,
	TOKEN_BRACKET_CLOSE,
	TOKEN_BRACE,
	TOKEN_BRACE_CLOSE,
	TOKEN_COMMA,
	TOKEN_COLON,
	TOKEN_DOT,
	TOKEN_ASSIGN, /* = and ! are there for the fields of f-strings */
	TOKEN_EXCLAMATION
};

/* Units: bytes of the expression. */
struct token {
	enum token_kind kind;
	size_t at, len;
	/* Of a wrong one: why, until the next because(). */
	const char *reason;
};

/* Owns: nothing. */
struct token_reader {
	const char *text;
	size_t len;
	size_t at; /* where the next token, or the blanks before it, begin */
};

/* Read the next token. TOKEN_END comes again and again. */
void token_read(struct token_reader *reader, struct token *token);

#endif
