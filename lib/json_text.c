/*
 * json_text - strings from JSON's text and to it
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "json_text.h"
#include "text.h"
#include "utf8_check.h"
#include "word.h"
#include <string.h>

/* The letters behind a backslash, and what they stand for. */
static const char letters[] = "\"\\/bfnrt";
static const char meanings[] = "\"\\/\b\f\n\r\t";

static const char hexadecimal[] = "0123456789abcdef";

/* -------- to text -------- */

static bool
needs_escape(char c)
{
	return (unsigned char)c < 0x20 || c == '"' || c == '\\';
}

static void
write_escape(char c, struct json_sink *sink)
{
	const char *meaning = c == '\0' ? NULL : strchr(meanings, c);
	char escape[6] = { '\\', 'u', '0', '0' };

	if (meaning) {
		escape[1] = letters[meaning - meanings];
		sink->put(sink, escape, 2);
		return;
	}
	escape[4] = hexadecimal[c >> 4];
	escape[5] = hexadecimal[c & 0xf];
	sink->put(sink, escape, sizeof escape);
}

bool
json_write_string(const char *bytes, size_t len, struct json_sink *sink)
{
	size_t from = 0, i;

	if (!utf8_check_all(bytes, len))
		return false;
	sink->put(sink, "\"", 1);
	for (i = 0; i < len; i++) {
		if (!needs_escape(bytes[i]))
			continue;
		if (i > from)
			sink->put(sink, bytes + from, i - from);
		write_escape(bytes[i], sink);
		from = i + 1;
	}
	if (len > from)
		sink->put(sink, bytes + from, len - from);
	sink->put(sink, "\"", 1);
	return true;
}

/* A sink that puts behind what a text has. */
struct collector {
	struct json_sink sink; /* first */
	struct text *text;
};

static void
collect(struct json_sink *sink, const char *bytes, size_t len)
{
	text_add(((struct collector *)sink)->text, bytes, len);
}

/* Find the bytes that are not ASCII, or need an escape, as word_zeros does. */
static inline uint64_t
find_special(uint64_t word)
{
	return (((word - WORD_OF(0x20)) | word) & WORD_OF(0x80)) |
	    word_matches(word, '"') | word_matches(word, '\\');
}

/* Say whether all bytes stand in a JSON string as they are. */
static bool
is_plain(const char *bytes, size_t len)
{
	for (; len > 8; bytes += 8, len -= 8) {
		if (find_special(word_load(bytes)))
			return false;
	}
	return (find_special(word_load_part(bytes, len)) &
	    word_mask(len)) == 0;
}

bool
json_add_string(struct text *text, const char *bytes, size_t len)
{
	char *to;

	if (!is_plain(bytes, len))
		return json_write_string(bytes, len,
		    &(struct collector){ { collect }, text }.sink);
	to = text_extend(text, len + 2);
	to[0] = to[len + 1] = '"';
	if (len > 0)
		memcpy(to + 1, bytes, len);
	return true;
}

/* -------- from text -------- */

enum within { IN_TEXT, IN_ESCAPE, IN_HEXADECIMAL };

/* Put a character as UTF-8. */
static void
put_character(unsigned c, struct json_sink *sink)
{
	char bytes[4];
	size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4, i;

	if (n == 1) {
		bytes[0] = (char)c;
		sink->put(sink, bytes, 1);
		return;
	}
	for (i = n; --i > 0; c >>= 6)
		bytes[i] = (char)(0x80 | (c & 0x3f));
	bytes[0] = (char)(0xf0U << (4 - n) | c);
	sink->put(sink, bytes, n);
}

/* Decode four hexadecimal digits: a character, or half of one. */
static bool
decode_unit(struct json_decoder *decoder, struct json_sink *sink)
{
	unsigned unit = decoder->unit, high = decoder->high;
	bool is_low = unit >= 0xdc00 && unit < 0xe000;

	if ((high != 0) != is_low)
		return false;
	if (unit >= 0xd800 && unit < 0xdc00) {
		decoder->high = unit;
		return true;
	}
	decoder->high = 0;
	if (is_low)
		unit = 0x10000 + ((high - 0xd800) << 10) + unit - 0xdc00;
	put_character(unit, sink);
	return true;
}

/* Decode a byte of an escape, behind the backslash. */
static bool
decode_escape(struct json_decoder *decoder, char c, struct json_sink *sink)
{
	const char *at;

	if (decoder->within == IN_HEXADECIMAL) {
		at = strchr(hexadecimal, c >= 'A' && c <= 'F' ? c | 0x20 : c);
		decoder->unit = decoder->unit << 4 |
		    (unsigned)(at - hexadecimal);
		if (--decoder->left > 0)
			return true;
		decoder->within = IN_TEXT;
		return decode_unit(decoder, sink);
	}
	if (c == 'u') {
		decoder->within = IN_HEXADECIMAL;
		decoder->left = 4;
		decoder->unit = 0;
		return true;
	}
	decoder->within = IN_TEXT;
	if (decoder->high != 0)
		return false;
	at = strchr(letters, c);
	sink->put(sink, &meanings[at - letters], 1);
	return true;
}

bool
json_decode(struct json_decoder *decoder, const char *bytes, size_t len,
    struct json_sink *sink)
{
	size_t i = 0, from;

	while (i < len) {
		if (decoder->within != IN_TEXT) {
			if (!decode_escape(decoder, bytes[i++], sink))
				return false;
			continue;
		}
		for (from = i; i < len && bytes[i] != '\\' &&
		    bytes[i] != '"'; i++)
			continue;
		if (decoder->high != 0 && (i > from ||
		    (i < len && bytes[i] == '"')))
			return false;
		if (i > from)
			sink->put(sink, bytes + from, i - from);
		if (i == len)
			break;
		if (bytes[i] == '\\') {
			decoder->within = IN_ESCAPE;
			if (decoder->high == 0)
				decoder->escape = decoder->used + i;
		}
		i++;
	}
	decoder->used += len;
	return true;
}
