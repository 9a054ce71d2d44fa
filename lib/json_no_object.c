/*
 * json_no_object - why a record is no JSON object
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "json.h"
#include "json_no_object.h"
#include "message.h"
#include <stdint.h>
#include <stdio.h>

/* Say what stands there in the place of an object. */
static const char *
name_type(const struct json_token *token)
{
	if (token->type == JSON_LIST)
		return "a list, not an object";
	if (token->type == JSON_STRING)
		return "a string, not an object";
	if (token->type == JSON_NUMBER)
		return "a number, not an object";
	return because("%.*s, not an object", (int)token->len, token->bytes);
}

const char *
json_no_object(struct json *json, const struct record *record)
{
	struct json_token token, first = { .type = JSON_OBJECT };
	uint64_t second = 0, depth;
	size_t values = 0;
	char reason[128];

	json_restart(json);
	json_put(json, record->bytes, record->len);
	json_finish(json);
	for (depth = 0; json_next(json, &token); depth = json_depth(json)) {
		if (depth == 0 && values++ == 0)
			first = token;
		else if (depth == 0 && second == 0)
			second = json_byte(json) - token.len;
	}
	if (json->reason) {
		snprintf(reason, sizeof reason, "%s", json->reason);
		return because("byte %ju: %s", (uintmax_t)json_byte(json),
		    reason);
	}
	if (values == 0)
		return "an empty line, not an object";
	if (first.type != JSON_OBJECT)
		return name_type(&first);
	return because("byte %ju: more than one value in a line",
	    (uintmax_t)second);
}
