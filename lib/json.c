/*
 * json - JSON from a stream of bytes, token by token
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "json.h"
#include "memory.h"
#include "message.h"
#include <stdlib.h>
#include <string.h>

void
json_open(struct json *json)
{
	*json = (struct json){ .place = JSON_AT_TOP };
}

void
json_restart(struct json *json)
{
	*json = (struct json){
		.place = JSON_AT_TOP,
		.objects = json->objects,
		.capacity = json->capacity,
	};
}

void
json_close(struct json *json)
{
	free(json->objects);
	json->objects = NULL;
}

void
json_put(struct json *json, const char *bytes, size_t len)
{
	json->offset += (uint64_t)(json->end - json->begin);
	json->begin = json->at = bytes;
	json->end = bytes + len;
}

void
json_finish(struct json *json)
{
	json->finished = true;
}

uint64_t
json_byte(const struct json *json)
{
	return json->offset + (uint64_t)(json->at - json->begin) + 1;
}

/* -------- faults -------- */

/* Refuse the byte at hand, which stands between two tokens. */
static bool
refuse_place(struct json *json)
{
	static const char *const expected[] = {
		[JSON_AT_TOP] = "a value",
		[JSON_AT_TOP_CLOSE] = "a blank",
		[JSON_AT_VALUE] = "a value",
		[JSON_AT_FIRST_VALUE] = "a value or ]",
		[JSON_AT_NAME] = "a name in quotes",
		[JSON_AT_FIRST_NAME] = "a name in quotes or }",
		[JSON_AT_COLON] = "a colon",
	};

	const char *what = expected[json->place];

	if (json->place == JSON_AFTER_VALUE)
		what = json->around == JSON_IN_LIST ?
		    "a comma or ]" : "a comma or }";
	if (json_byte(json) == 1 && *json->at == '\xef')
		json->reason = "a byte order mark, which JSON does not have";
	else
		json->reason = json_expected(what, *json->at);
	return false;
}

/* There are no more bytes at hand. That is no fault at the end of all. */
static bool
run_out(struct json *json)
{
	if (!json->finished)
		return false;
	if (json->around == JSON_IN_LIST)
		json->reason = "the data ends within a list";
	else if (json->around == JSON_IN_OBJECT)
		json->reason = "the data ends within an object";
	return false;
}

/* -------- lists and objects -------- */

/*
 * What is in no object can only be in lists, so a count says all; from the
 * outermost object on a level is a bit.
 */
static void
open_level(struct json *json, bool object)
{
	size_t byte = json->levels / 8;
	unsigned char bit = (unsigned char)(1U << json->levels % 8);

	json->around = object ? JSON_IN_OBJECT : JSON_IN_LIST;
	if (!object && json->levels == 0) {
		json->lists++;
		return;
	}
	if (byte >= json->capacity)
		json->objects = xgrow(json->objects, &json->capacity,
		    byte + 1, 1);
	if (object)
		json->objects[byte] |= bit;
	else
		json->objects[byte] &= (unsigned char)~bit;
	json->levels++;
}

static void
close_level(struct json *json)
{
	size_t last;

	if (json->levels == 0)
		json->lists--;
	else
		json->levels--;
	if (json->levels > 0) {
		last = json->levels - 1;
		json->around = json->objects[last / 8] >> last % 8 & 1 ?
		    JSON_IN_OBJECT : JSON_IN_LIST;
	} else {
		json->around = json->lists > 0 ? JSON_IN_LIST : JSON_NOTHING;
	}
}

/* Read a bracket or brace. */
static bool
structure(struct json *json, struct json_token *token, enum json_type type)
{
	if (type == JSON_LIST || type == JSON_OBJECT) {
		open_level(json, type == JSON_OBJECT);
		json->place = type == JSON_OBJECT ?
		    JSON_AT_FIRST_NAME : JSON_AT_FIRST_VALUE;
	} else {
		close_level(json);
		json->place = json->around == JSON_NOTHING ?
		    JSON_AT_TOP : JSON_AFTER_VALUE;
	}
	*token = (struct json_token){ type, json->at++, 1, true, true,
		json->before };
	json->before = 0;
	return true;
}

/* -------- scalars -------- */

/* Read on in the scalar under way, of which this is a part or all. */
static bool
read_scalar(struct json *json, struct json_token *token)
{
	enum json_progress progress;

	token->type = json->type;
	token->bytes = json->at;
	progress = json_scalar_read(&json->scalar, &json->at, json->end);
	if (progress == JSON_MORE && json->finished)
		progress = json_scalar_end(&json->scalar);
	token->len = (size_t)(json->at - token->bytes);
	token->closes = progress == JSON_COMPLETE;
	json->within = !token->closes;
	if (token->closes) {
		if (json->type == JSON_NAME)
			json->place = JSON_AT_COLON;
		else if (json->around != JSON_NOTHING)
			json->place = JSON_AFTER_VALUE;
		else
			json->place = json->type == JSON_STRING ?
			    JSON_AT_TOP : JSON_AT_TOP_CLOSE;
	} else if (progress == JSON_WRONG) {
		json->reason = json->scalar.reason;
	}
	return !json->reason;
}

/* Begin to read a scalar, whose first byte is at hand. */
static bool
begin_scalar(struct json *json, struct json_token *token, enum json_type type)
{
	const char *first = json->at;

	if (!json_scalar_begin(&json->scalar, *first))
		return refuse_place(json);
	json->at++;
	json->type = type;
	token->opens = true;
	token->before = json->before;
	json->before = 0;
	if (!read_scalar(json, token))
		return false;
	token->bytes = first;
	token->len++;
	return true;
}

/* Read on in the scalar that the bytes before ended in. */
static bool
go_on(struct json *json, struct json_token *token)
{
	if (json->at == json->end && !json->finished)
		return false;
	token->opens = false;
	token->before = 0;
	return read_scalar(json, token);
}

/* -------- all -------- */

/* Read what begins at hand and stands for a value, if it does. */
static bool
read_value(struct json *json, struct json_token *token)
{
	char c = *json->at;

	if (c == '[')
		return structure(json, token, JSON_LIST);
	if (c == '{')
		return structure(json, token, JSON_OBJECT);
	if (c == ']' && json->place == JSON_AT_FIRST_VALUE)
		return structure(json, token, JSON_LIST_END);
	if (json->place == JSON_AT_TOP_CLOSE && c != '"')
		return refuse_place(json);
	return begin_scalar(json, token, c == '"' ? JSON_STRING :
	    c == '-' || (c >= '0' && c <= '9') ? JSON_NUMBER : JSON_WORD);
}

static void
skip_blanks(struct json *json)
{
	const char *at = json->at;

	while (at < json->end && (*at == ' ' || *at == '\n' || *at == '\r' ||
	    *at == '\t'))
		at++;
	if (at > json->at && json->place == JSON_AT_TOP_CLOSE)
		json->place = JSON_AT_TOP;
	json->at = at;
}

/*
 * Pass over a comma or colon, which will be told of with the token behind it.
 * Returns: false where there is none, or none may be.
 */
static bool
separator(struct json *json)
{
	char c = *json->at;

	if (json->place == JSON_AFTER_VALUE && c == ',')
		json->place = json->around == JSON_IN_LIST ?
		    JSON_AT_VALUE : JSON_AT_NAME;
	else if (json->place == JSON_AT_COLON && c == ':')
		json->place = JSON_AT_VALUE;
	else
		return false;
	json->before = c;
	json->at++;
	return true;
}

bool
json_next(struct json *json, struct json_token *token)
{
	char c;

	if (json->reason)
		return false;
	if (json->within)
		return go_on(json, token);
	do {
		skip_blanks(json);
		if (json->at == json->end)
			return run_out(json);
	} while (separator(json));
	c = *json->at;
	switch (json->place) {
	case JSON_AFTER_VALUE:
		if (c == ']' && json->around == JSON_IN_LIST)
			return structure(json, token, JSON_LIST_END);
		if (c == '}' && json->around == JSON_IN_OBJECT)
			return structure(json, token, JSON_OBJECT_END);
		return refuse_place(json);
	case JSON_AT_FIRST_NAME:
		if (c == '}')
			return structure(json, token, JSON_OBJECT_END);
		/* fallthrough */
	case JSON_AT_NAME:
		if (c == '"')
			return begin_scalar(json, token, JSON_NAME);
		return refuse_place(json);
	case JSON_AT_COLON:
		return refuse_place(json);
	case JSON_AT_VALUE:
	case JSON_AT_FIRST_VALUE:
	case JSON_AT_TOP:
	case JSON_AT_TOP_CLOSE:
	default:
		return read_value(json, token);
	}
}
