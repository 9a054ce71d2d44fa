/*
 * json_text - strings from JSON's text and to it
 *
 * Layer 1: may include layer 0, text, utf8_check, word. What comes out goes to
 * a sink, in as many pieces as there are, so that strings of any length pass
 * through; or behind what a text has.
 *
 *	struct collector { struct json_sink sink; ... };
 *	if (!json_write_string("a\n", 2, &collector.sink))
 *		...				puts "a\n" in quotes
 *
 *	struct json_decoder decoder = { 0 };
 *	if (!json_decode(&decoder, token.bytes, token.len, &collector.sink))
 *		...
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef JSON_TEXT_H
#define JSON_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text;

/* Where bytes go; the owner embeds it. */
struct json_sink {
	void (*put)(struct json_sink *sink, const char *bytes, size_t len);
};

/*
 * Put bytes as a JSON string with its quotes: quote, backslash and control
 * characters as escapes, all else as it is.
 * Returns: false, with nothing put, where they are no UTF-8: JSON has no way
 * to say them.
 */
bool json_write_string(const char *bytes, size_t len, struct json_sink *sink);

/* The same behind what text has. Cost: little more than a copy, if ASCII. */
bool json_add_string(struct text *text, const char *bytes, size_t len);

/* All zero before a string; callers read used and escape. */
struct json_decoder {
	uint64_t used; /* how much of the string's text was decoded before */
	uint64_t escape; /* where in it the last escape begins */
	unsigned char within; /* where in that */
	unsigned char left; /* hexadecimal digits */
	unsigned unit; /* their value */
	unsigned high; /* a surrogate that waits for its other half */
};

/*
 * Put what a string says, given its text or the next part of it, which json
 * has checked; quotes are left out.
 * Returns: false at a surrogate without its other half, which is no character;
 * escape says where it is.
 */
bool json_decode(struct json_decoder *decoder, const char *bytes, size_t len,
    struct json_sink *sink);

#endif
