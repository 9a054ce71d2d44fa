/*
 * value_text - values as text: str, repr, JSON
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "expression/value_text.h"
#include "json_text.h"
#include "numeral.h"
#include "text.h"
#include "utf8.h"
#include <stdio.h>
#include <string.h>

/* The digits of any word, a sign, a point and a zero before that. */
#define WORD_ROOM 24

/* Nothing is allocated where text has the room. */
static void
add_number_word(const struct value *value, struct text *text)
{
	bool negative = value->word < 0;
	uint64_t half[2] = { (uint64_t)value->word, 0 };
	size_t room = (size_t)value->scale + WORD_ROOM;
	char *begin = text_extend(text, room), *digits;

	if (negative)
		half[0] = -half[0];
	digits = numeral_complete(numeral_write(begin + room, half),
	    begin + room, value->scale, negative);
	text->len -= (size_t)(digits - begin);
	memmove(begin, digits, (size_t)(begin + room - digits));
}

static void
add_number(const struct value *value, struct text *text)
{
	struct decimal number = DECIMAL_INIT;
	const char *digits;
	size_t len;

	if (value->kind == VALUE_WORD) {
		add_number_word(value, text);
		return;
	}
	value_get_decimal(value, &number);
	digits = decimal_text(&number, &len);
	text_add(text, digits, len);
	decimal_free(&number);
}

static void
add_word(struct text *text, const char *word)
{
	text_add(text, word, strlen(word));
}

/* Add one character of a quoted text, escaped where it must be. */
static void
add_quoted(struct text *text, const char *bytes, size_t len, char quote)
{
	static const char letters[] = "\\\\\nn\rr\tt";
	unsigned char c = (unsigned char)*bytes;
	const char *letter;
	char escape[5];

	if (c == (unsigned char)quote) {
		text_add(text, "\\", 1);
		text_add(text, bytes, 1);
		return;
	}
	for (letter = letters; *letter; letter += 2) {
		if (*letter == *bytes) {
			text_add(text, "\\", 1);
			text_add(text, letter + 1, 1);
			return;
		}
	}
	if (c < ' ' || c == 0x7f || (c >= 0x80 && len == 1)) {
		snprintf(escape, sizeof escape, "\\x%02x", (unsigned)c);
		text_add(text, escape, 4);
		return;
	}
	text_add(text, bytes, len);
}

static void
add_repr(struct text *text, const char *bytes, size_t len)
{
	char quote = len > 0 && memchr(bytes, '\'', len) &&
	    !memchr(bytes, '"', len) ? '"' : '\'';
	size_t at, n;

	text_add(text, &quote, 1);
	for (at = 0; at < len; at += n) {
		n = utf8_len(bytes + at, len - at);
		add_quoted(text, bytes + at, n, quote);
	}
	text_add(text, &quote, 1);
}

static void
add_items(const struct value *value, struct text *text)
{
	size_t n = value_len(value), i;

	for (i = 0; i < n; i++) {
		if (i > 0)
			text_add(text, ", ", 2);
		value_repr(&value->item[i], text);
	}
	if (n == 1 && value->kind != VALUE_LIST)
		text_add(text, ",", 1);
}

static void
add_pairs(const struct value *dict, struct text *text)
{
	size_t i;

	for (i = 0; i < dict->len; i++) {
		if (i > 0)
			text_add(text, ", ", 2);
		value_repr(&dict->item[2 * i], text);
		text_add(text, ": ", 2);
		value_repr(&dict->item[2 * i + 1], text);
	}
}

void
value_repr(const struct value *value, struct text *text)
{
	switch (value->kind) {
	case VALUE_NONE:
		add_word(text, "None");
		break;
	case VALUE_BOOL:
		add_word(text, value->word ? "True" : "False");
		break;
	case VALUE_WORD:
	case VALUE_DECIMAL:
		add_number(value, text);
		break;
	case VALUE_TEXT:
	case VALUE_INPUT:
		add_repr(text, value->bytes, value->len);
		break;
	case VALUE_LIST:
		add_word(text, "[");
		add_items(value, text);
		add_word(text, "]");
		break;
	case VALUE_TUPLE:
	case VALUE_MATCH:
		add_word(text, "(");
		add_items(value, text);
		add_word(text, ")");
		break;
	case VALUE_DICT:
		add_word(text, "{");
		add_pairs(value, text);
		add_word(text, "}");
		break;
	}
}

void
value_text(const struct value *value, struct text *text)
{
	if (value_is_text(value))
		text_add(text, value->bytes, value->len);
	else
		value_repr(value, text);
}

static bool
add_json_items(const struct value *value, struct text *text)
{
	size_t n = value_len(value), i;

	for (i = 0; i < n; i++) {
		if (i > 0)
			text_add(text, ",", 1);
		if (!value_json(&value->item[i], text))
			return false;
	}
	return true;
}

static bool
add_json_pairs(const struct value *dict, struct text *text)
{
	size_t i;

	for (i = 0; i < dict->len; i++) {
		if (i > 0)
			text_add(text, ",", 1);
		if (!value_json(&dict->item[2 * i], text))
			return false;
		text_add(text, ":", 1);
		if (!value_json(&dict->item[2 * i + 1], text))
			return false;
	}
	return true;
}

bool
value_json(const struct value *value, struct text *text)
{
	bool written = true;

	switch (value->kind) {
	case VALUE_NONE:
		add_word(text, "null");
		break;
	case VALUE_BOOL:
		add_word(text, value->word ? "true" : "false");
		break;
	case VALUE_WORD:
	case VALUE_DECIMAL:
		add_number(value, text);
		break;
	case VALUE_TEXT:
	case VALUE_INPUT:
		written = json_add_string(text, value->bytes, value->len);
		break;
	case VALUE_LIST:
	case VALUE_TUPLE:
	case VALUE_MATCH:
		add_word(text, "[");
		written = add_json_items(value, text);
		add_word(text, "]");
		break;
	case VALUE_DICT:
		add_word(text, "{");
		written = add_json_pairs(value, text);
		add_word(text, "}");
		break;
	}
	return written;
}
