/*
 * json_members - all members of a record that is a JSON object
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "json_members.h"
#include "json_skip.h"
#include "json_text.h"
#include <stddef.h>
#include <string.h>

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

bool
json_add_said(struct text *text, const struct record *raw)
{
	struct collector collector = { { collect }, text };
	struct json_decoder decoder = { 0 };

	if (*raw->bytes == 'n')
		return true;
	if (*raw->bytes == '"')
		return json_decode(&decoder, raw->bytes, raw->len,
		    &collector.sink);
	text_add(text, raw->bytes, raw->len);
	return true;
}

/* Return what comes behind a value of checked text. */
static const char *
skip_value(const char *at, const char *end)
{
	size_t depth = 0;
	bool escaped;

	do {
		if (*at == '"') {
			at = json_skip_string(at + 1, end, &escaped);
			continue;
		}
		depth += *at == '[' || *at == '{';
		depth -= *at == ']' || *at == '}';
		at++;
	} while (depth > 0);
	/* What is neither text, list nor object has an end of its own. */
	while (!json_is_blank(*at) && *at != ',' && *at != '}')
		at++;
	return at;
}

/* Add a name, whose text has quotes; all names have the room of the record. */
static bool
add_name(struct json_members *members, const char *bytes, size_t len,
    bool escaped)
{
	const struct record raw = { bytes, len };
	const size_t from = members->text.len;

	if (!escaped) {
		fields_push(&members->name, bytes + 1, len - 2);
		return true;
	}
	if (!json_add_said(&members->text, &raw)) {
		members->object.reason = "a name has a surrogate without its "
		    "other half, which is no character";
		return false;
	}
	fields_push(&members->name, members->text.bytes + from,
	    members->text.len - from);
	return true;
}

bool
json_members_read(struct json_members *members, const struct record *record)
{
	const char *at = record->bytes, *const end = at + record->len, *begin;
	bool escaped;

	members->name.n = members->raw.n = 0;
	if (!json_object_read(&members->object, record))
		return false;
	members->text.len = 0;
	text_extend(&members->text, record->len);
	members->text.len = 0;
	at = json_skip_blanks(at, end) + 1;
	while (*(at = json_skip_blanks(at, end)) != '}') {
		if (*at == ',')
			at = json_skip_blanks(at + 1, end);
		begin = at;
		escaped = false;
		at = json_skip_string(at + 1, end, &escaped);
		if (!add_name(members, begin, (size_t)(at - begin), escaped))
			return false;
		at = json_skip_blanks(at, end);
		begin = at = json_skip_blanks(at + 1, end);
		at = skip_value(at, end);
		fields_push(&members->raw, begin, (size_t)(at - begin));
	}
	return true;
}

void
json_members_close(struct json_members *members)
{
	fields_close(&members->name);
	fields_close(&members->raw);
	json_object_close(&members->object);
	text_free(&members->text);
}
