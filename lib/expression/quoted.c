/*
 * quoted - what stands between the quotes of a string
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/mistake.h"
#include "expression/quoted.h"
#include "expression/token.h"
#include "memory.h"
#include "message.h"
#include "utf8.h"
#include <stdint.h>
#include <string.h>

#define LAST_CHARACTER 0x10ffffu

struct quoted
quoted_open(const struct token_reader *reader, const struct token *token)
{
	struct quoted quoted = { .at = token->at, .opening = token->len };
	const char *at = reader->text + token->at;

	for (; *at != '\'' && *at != '"'; at++) {
		quoted.raw = quoted.raw || *at == 'r' || *at == 'R';
		quoted.formatted = quoted.formatted || *at == 'f' ||
		    *at == 'F';
	}
	quoted.quote = *at;
	quoted.tripled = reader->text + token->at + token->len - at == 3;
	return quoted;
}

static enum quoted_end
refuse(struct mistake *mistake, size_t at, size_t len, const char *reason)
{
	*mistake = (struct mistake){ at, len, reason };
	return QUOTED_WRONG;
}

static void
add(struct quoted_bytes *bytes, const char *more, size_t len)
{
	bytes->bytes = xgrow(bytes->bytes, &bytes->capacity, bytes->len + len,
	    1);
	memcpy(bytes->bytes + bytes->len, more, len);
	bytes->len += len;
}

static void
add_character(struct quoted_bytes *bytes, uint32_t character)
{
	char utf8[UTF8_MAX];

	add(bytes, utf8, utf8_encode(character, utf8));
}

/* Return the value of a digit, 16 where it is none. */
static unsigned
digit(char c)
{
	if (c >= '0' && c <= '9')
		return (unsigned)(c - '0');
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 16;
}

/* Read at most n digits. Returns: how many there are. */
static size_t
read_digits(const struct token_reader *reader, size_t at, size_t n,
    unsigned base, uint32_t *value)
{
	size_t i;
	unsigned d;

	*value = 0;
	for (i = 0; i < n && at + i < reader->len; i++) {
		d = digit(reader->text[at + i]);
		if (d >= base)
			break;
		*value = *value * base + d;
	}
	return i;
}

/* Read the digits that \x, \u and \U want. The reader stands behind them. */
static enum quoted_end
read_number(struct token_reader *reader, size_t wanted,
    struct quoted_bytes *bytes, struct mistake *mistake)
{
	const size_t backslash = reader->at - 2;
	uint32_t value;
	size_t n;

	n = read_digits(reader, reader->at, wanted, 16, &value);
	if (n < wanted)
		return refuse(mistake, backslash, 2 + n,
		    because("\\%c needs %zu hexadecimal digits",
		    reader->text[reader->at - 1], wanted));
	reader->at += n;
	if (value > LAST_CHARACTER || (value >= 0xd800 && value < 0xe000))
		return refuse(mistake, backslash, 2 + n,
		    "there is no such character");
	add_character(bytes, value);
	return QUOTED_CLOSED;
}

/*
 * Read an escape; the reader stands at its backslash, and a byte follows.
 * Returns: QUOTED_WRONG, or anything else.
 */
static enum quoted_end
read_escape(struct token_reader *reader, struct quoted_bytes *bytes,
    struct mistake *mistake)
{
	static const char from[] = "\\'\"abfnrtv", to[] = "\\'\"\a\b\f\n\r\t\v";
	const char c = reader->text[reader->at + 1];
	const char *known = c ? strchr(from, c) : NULL;
	uint32_t value;
	size_t n;

	n = read_digits(reader, reader->at + 1, 3, 8, &value);
	if (n > 0) {
		add_character(bytes, value);
		reader->at += 1 + n;
		return QUOTED_CLOSED;
	}
	if (c == 'N')
		return refuse(mistake, reader->at, 2, "there are no names of "
		    "characters; write the character itself, or \\uXXXX");
	reader->at += 2;
	if (known) {
		add(bytes, &to[known - from], 1);
	} else if (c == 'x' || c == 'u' || c == 'U') {
		return read_number(reader, c == 'x' ? 2 : c == 'u' ? 4 : 8,
		    bytes, mistake);
	} else if (c != '\n') {
		/* The next byte may begin a field. */
		add(bytes, "\\", 1);
		reader->at--;
	}
	return QUOTED_CLOSED;
}

/* Say whether the string is closed at a quote. */
static bool
is_closed(const struct quoted *quoted, const struct token_reader *reader)
{
	const char *at = reader->text + reader->at;

	if (*at != quoted->quote)
		return false;
	return !quoted->tripled || (reader->len - reader->at > 2 &&
	    at[1] == quoted->quote && at[2] == quoted->quote);
}

static bool
is_next(const struct token_reader *reader, char c)
{
	return reader->at + 1 < reader->len &&
	    reader->text[reader->at + 1] == c;
}

/*
 * Read a brace of an f-string. Returns: QUOTED_CLOSED where it is a byte of
 * the string.
 */
static enum quoted_end
read_brace(const struct quoted *quoted, struct token_reader *reader,
    struct quoted_bytes *bytes, struct mistake *mistake)
{
	const char c = reader->text[reader->at];

	if (c == '}' && quoted->in_format)
		return QUOTED_FORMAT_END;
	if (!quoted->in_format && is_next(reader, c)) {
		add(bytes, &c, 1);
		reader->at += 2;
		return QUOTED_CLOSED;
	}
	if (c == '}')
		return refuse(mistake, reader->at, 1, "this brace closes "
		    "nothing; in an f-string } is written }}");
	reader->at++;
	return QUOTED_FIELD;
}

/* Read a byte, or what stands for one, as in quoted_read. */
static enum quoted_end
read_one(const struct quoted *quoted, struct token_reader *reader,
    struct quoted_bytes *bytes, struct mistake *mistake)
{
	const char c = reader->text[reader->at];

	if (quoted->formatted && (c == '{' || c == '}'))
		return read_brace(quoted, reader, bytes, mistake);
	if (c == '\\' && reader->at + 1 < reader->len) {
		if (!quoted->raw)
			return read_escape(reader, bytes, mistake);
		/* It keeps a quote from closing, and stays. */
		if (is_next(reader, '\\') || is_next(reader, '\'') ||
		    is_next(reader, '"')) {
			add(bytes, reader->text + reader->at, 1);
			reader->at++;
		}
	}
	add(bytes, reader->text + reader->at, 1);
	reader->at++;
	return QUOTED_CLOSED;
}

enum quoted_end
quoted_read(const struct quoted *quoted, struct token_reader *reader,
    struct quoted_bytes *bytes, struct mistake *mistake)
{
	enum quoted_end end;

	while (reader->at < reader->len) {
		if (is_closed(quoted, reader)) {
			reader->at += quoted->tripled ? 3 : 1;
			return QUOTED_CLOSED;
		}
		if (reader->text[reader->at] == '\n' && !quoted->tripled)
			return refuse(mistake, quoted->at, quoted->opening,
			    "this string has no closing quote on its line; "
			    "a newline is written \\n");
		end = read_one(quoted, reader, bytes, mistake);
		if (end != QUOTED_CLOSED)
			return end;
	}
	return refuse(mistake, quoted->at, quoted->opening,
	    "this string has no closing quote");
}
