/*
 * token - the words, numbers and signs of an expression, one after the other
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/number.h"
#include "expression/stranger.h"
#include "expression/token.h"
#include "message.h"
#include <string.h>

/* A token that is always spelled the same. */
struct spelling {
	const char *text;
	enum token_kind kind;
};

static const struct spelling words[] = {
	{ "and", TOKEN_AND },
	{ "else", TOKEN_ELSE },
	{ "False", TOKEN_FALSE },
	{ "if", TOKEN_IF },
	{ "in", TOKEN_IN },
	{ "is", TOKEN_IS },
	{ "None", TOKEN_NONE },
	{ "not", TOKEN_NOT },
	{ "or", TOKEN_OR },
	{ "True", TOKEN_TRUE },
	{ NULL, TOKEN_END }
};

/* The first that fits is it: longer ones come before what they begin with. */
static const struct spelling signs[] = {
	{ "**", TOKEN_POWER },
	{ "//", TOKEN_DOUBLE_SLASH },
	{ "<<", TOKEN_SHIFT_LEFT },
	{ "<=", TOKEN_LESS_EQUAL },
	{ ">>", TOKEN_SHIFT_RIGHT },
	{ ">=", TOKEN_GREATER_EQUAL },
	{ "==", TOKEN_EQUAL },
	{ "!=", TOKEN_NOT_EQUAL },
	{ "+", TOKEN_PLUS },
	{ "-", TOKEN_MINUS },
	{ "*", TOKEN_STAR },
	{ "/", TOKEN_SLASH },
	{ "%", TOKEN_PERCENT },
	{ "&", TOKEN_AMPERSAND },
	{ "|", TOKEN_BAR },
	{ "^", TOKEN_CARET },
	{ "~", TOKEN_TILDE },
	{ "<", TOKEN_LESS },
	{ ">", TOKEN_GREATER },
	{ "(", TOKEN_PARENTHESIS },
	{ ")", TOKEN_PARENTHESIS_CLOSE },
	{ "[", TOKEN_BRACKET },
	{ "]", TOKEN_BRACKET_CLOSE },
	{ "{", TOKEN_BRACE },
	{ "}", TOKEN_BRACE_CLOSE },
	{ ",", TOKEN_COMMA },
	{ ":", TOKEN_COLON },
	{ ".", TOKEN_DOT },
	{ "=", TOKEN_ASSIGN },
	{ "!", TOKEN_EXCLAMATION },
	{ NULL, TOKEN_END }
};

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Return how many bytes are a name, or a part of one, here. */
static size_t
name_length(const char *bytes, size_t len)
{
	unsigned char c;
	size_t n;

	for (n = 0; n < len; n++) {
		c = (unsigned char)bytes[n];
		if (c < 0x80 ? !(c == '_' || is_digit((char)c) ||
		    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) :
		    stranger_length(bytes + n, len - n) > 0)
			break;
	}
	return n;
}

/* Say whether these are the bytes of a word. */
static bool
equals(const char *bytes, size_t len, const char *word)
{
	return strlen(word) == len && memcmp(bytes, word, len) == 0;
}

static void
refuse(struct token *token, size_t len, const char *reason)
{
	token->kind = TOKEN_WRONG;
	token->len = len;
	token->reason = reason;
}

/*
 * Take the quotes that stand behind len bytes as well: what is before them is
 * how the string is to be read.
 */
static void
read_opening(struct token *token, const char *bytes, size_t len, size_t rest)
{
	const char quote = bytes[len];
	const bool tripled = rest - len > 2 && bytes[len + 1] == quote &&
	    bytes[len + 2] == quote;
	static const char *const kinds[] = { "", "r", "f", "rf", "fr", NULL };
	char lower[2] = { 0 };
	size_t i;

	for (i = 0; i < len && i < sizeof lower; i++)
		lower[i] = (char)(bytes[i] | 0x20);
	token->kind = TOKEN_STRING;
	token->len = len + (tripled ? 3 : 1);
	for (i = 0; kinds[i]; i++) {
		if (equals(lower, len, kinds[i]))
			return;
	}
	refuse(token, len, "only r, f or rf may stand before the quote of a "
	    "string");
}

/* Say whether a name before a quote belongs to the string. */
static bool
is_opening(const char *bytes, size_t len, size_t rest)
{
	size_t i;

	if (len > 2 || len == rest ||
	    (bytes[len] != '\'' && bytes[len] != '"'))
		return false;
	for (i = 0; i < len; i++) {
		if (!strchr("rfbutRFBUT", bytes[i]))
			return false;
	}
	return true;
}

static void
read_name(struct token *token, const char *bytes, size_t rest)
{
	const struct spelling *word;

	token->kind = TOKEN_NAME;
	token->len = name_length(bytes, rest);
	if (is_opening(bytes, token->len, rest)) {
		read_opening(token, bytes, token->len, rest);
		return;
	}
	for (word = words; word->text; word++) {
		if (equals(bytes, token->len, word->text))
			token->kind = word->kind;
	}
	token->reason = stranger_word(bytes, token->len);
	if (token->reason)
		token->kind = TOKEN_WRONG;
}

/* What follows a number at once belongs to it, and makes it wrong. */
static void
read_number(struct token *token, const char *bytes, size_t rest)
{
	const char *reason;
	size_t more;

	token->kind = TOKEN_NUMBER;
	token->len = number_length(bytes, rest, &reason);
	more = name_length(bytes + token->len, rest - token->len);
	if (more > 0 && !reason)
		reason = because("'%.*s' is neither a number nor a name",
		    token->len + more > 64 ? 64 : (int)(token->len + more),
		    bytes);
	if (reason)
		refuse(token, token->len + more, reason);
}

static void
read_sign(struct token *token, const char *bytes, size_t rest)
{
	const struct spelling *sign;
	size_t len;

	for (sign = signs; sign->text; sign++) {
		len = strlen(sign->text);
		if (len <= rest && memcmp(bytes, sign->text, len) == 0)
			break;
	}
	token->kind = sign->kind;
	token->len = sign->text ? strlen(sign->text) : 1;
	if (!sign->text)
		refuse(token, 1, "this is in no expression");
}

void
token_read(struct token_reader *reader, struct token *token)
{
	const char *bytes;
	size_t rest, wrong;

	while (reader->at < reader->len && is_blank(reader->text[reader->at]))
		reader->at++;
	bytes = reader->text + reader->at;
	rest = reader->len - reader->at;
	*token = (struct token){ TOKEN_END, reader->at, 0, NULL };
	if (rest == 0)
		return;
	wrong = stranger_length(bytes, rest);
	if (wrong > 0)
		refuse(token, wrong, stranger_reason(bytes, rest));
	else if (*bytes == '\'' || *bytes == '"')
		read_opening(token, bytes, 0, rest);
	else if (is_digit(*bytes) ||
	    (*bytes == '.' && rest > 1 && is_digit(bytes[1])))
		read_number(token, bytes, rest);
	else if (name_length(bytes, rest) > 0)
		read_name(token, bytes, rest);
	else
		read_sign(token, bytes, rest);
	reader->at += token->len;
}
