/*
 * Any bytes as JSON: the same tokens and the same fault wherever they are
 * split; the leaves of json_leaves are those of json_next; what was accepted
 * is accepted again as the compact text that came of it; a decoded string is
 * the same after it was written and decoded once more.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "fuzz.h"
#include "json.h"
#include "json_leaves.h"
#include "json_text.h"
#include "memory.h"
#include <stdlib.h>
#include <string.h>

#define LONGEST 4096
#define ROOM 40

/* What came of a reading. Owns: at. */
struct text {
	struct json_sink sink; /* first: adds */
	char *at;
	size_t len, capacity;
};

static void
add(struct json_sink *sink, const char *bytes, size_t len)
{
	struct text *text = (struct text *)sink;

	text->at = xgrow(text->at, &text->capacity, text->len + len + 1, 1);
	memcpy(text->at + text->len, bytes, len);
	text->len += len;
}

#define TEXT { .sink.put = add }

static void
must_equal(const struct text *a, const struct text *b)
{
	if (a->len != b->len || (a->len > 0 &&
	    memcmp(a->at, b->at, a->len) != 0))
		abort();
}

/* Add what a token is as compact text, a newline behind each value. */
static void
add_token(struct text *text, const struct json_token *token, uint64_t depth)
{
	if (token->before)
		add(&text->sink, &token->before, 1);
	add(&text->sink, token->bytes, token->len);
	if (token->closes && depth == 0)
		add(&text->sink, "\n", 1);
}

/* Add a token where it is a leaf of lists. */
static void
add_leaf(struct text *text, const struct json_token *token)
{
	if (token->type <= JSON_OBJECT_END)
		return;
	add(&text->sink, token->bytes, token->len);
	if (token->closes)
		add(&text->sink, "\n", 1);
}

/*
 * Read all, `piece` bytes at a time (each in memory of its own), as compact
 * text or as leaves, these by json_leaves where it can.
 * Returns: whether it is JSON; where not, the text ends in the place.
 */
static bool
read_all(const uint8_t *bytes, size_t len, size_t piece, bool leaves,
    bool many, struct text *text)
{
	struct json_token token;
	struct json json;
	char leaf[ROOM + JSON_LEAVES_SLACK], *copy = NULL;
	uint64_t byte;
	size_t whole = 0, n, at;

	json_open(&json);
	for (at = 0; !json.finished; at += n) {
		n = len - at < piece ? len - at : piece;
		free(copy);
		copy = xcopy(n > 0 ? (const char *)bytes + at : "", n);
		if (n > 0)
			json_put(&json, copy, n);
		else
			json_finish(&json);
		do {
			if (many)
				add(&text->sink, leaf, json_leaves(&json,
				    UINT64_MAX, false, '\n', leaf, ROOM));
			/* What is not whole may have come in part, or not. */
			if (!json.within)
				whole = text->len;
			if (!json_next(&json, &token))
				break;
			if (leaves)
				add_leaf(text, &token);
			else
				add_token(text, &token, json_depth(&json));
		} while (true);
		if (json.reason) {
			text->len = whole;
			byte = json_byte(&json);
			add(&text->sink, (char *)&byte, sizeof byte);
			break;
		}
	}
	free(copy);
	json_close(&json);
	return !json.reason;
}

static void
check_again(const struct text *text)
{
	struct text again = TEXT;

	if (!read_all((const uint8_t *)text->at, text->len, LONGEST, false,
	    false, &again))
		abort();
	must_equal(text, &again);
	free(again.at);
}

/* Decode a string, a byte at a time; false where it can't be. */
static bool
decode(const char *bytes, size_t len, struct text *decoded)
{
	struct json_decoder decoder = { 0 };
	size_t i;

	for (i = 0; i < len; i++) {
		if (!json_decode(&decoder, bytes + i, 1, &decoded->sink))
			return false;
	}
	return true;
}

static void
check_strings(const uint8_t *bytes, size_t len)
{
	struct text first = TEXT, written = TEXT, second = TEXT;
	struct json_token token;
	struct json json;

	json_open(&json);
	json_put(&json, (const char *)bytes, len);
	while (json_next(&json, &token)) {
		if (token.type != JSON_STRING || !token.closes)
			continue;
		first.len = written.len = second.len = 0;
		if (!decode(token.bytes, token.len, &first))
			continue;
		if (!json_write_string(first.at, first.len, &written.sink) ||
		    !decode(written.at, written.len, &second))
			abort();
		must_equal(&first, &second);
	}
	json_close(&json);
	free(first.at);
	free(written.at);
	free(second.at);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct text whole = TEXT, leaves = TEXT;
	size_t piece;

	if (len > LONGEST)
		return 0;
	if (read_all(bytes, len, LONGEST, false, false, &whole))
		check_again(&whole);
	read_all(bytes, len, LONGEST, true, false, &leaves);
	for (piece = 1; piece <= LONGEST; piece = piece * 2 + 1) {
		struct text text = TEXT, many = TEXT;

		read_all(bytes, len, piece, false, false, &text);
		must_equal(&whole, &text);
		read_all(bytes, len, piece, true, true, &many);
		must_equal(&leaves, &many);
		free(text.at);
		free(many.at);
	}
	check_strings(bytes, len);
	free(whole.at);
	free(leaves.at);
	return 0;
}
