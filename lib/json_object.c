/*
 * json_object - a record that is a JSON object, and the members it has
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "json_object.h"
#include "json_no_object.h"
#include "json_skip.h"
#include "json_text.h"
#include "memory.h"
#include "message.h"
#include "word.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define NOWHERE JSON_NOWHERE

/* The places of a column; the second counts where the first is missing. */
struct json_column {
	size_t place[2];
	struct text text; /* of its value, where it had to be decoded */
};

/* A list or object that is open, and is wanted or has what is. */
struct json_outer {
	const struct json_name *name; /* NULL: it is the record itself */
	const struct json_name *inside; /* what counts of it; lists: nothing */
	const char *begin;
};

/* -------- what is wanted -------- */

/* Find or make the place of a path's value. */
static size_t
put_path(struct json_object *object, const struct record *name, size_t n)
{
	struct json_names *names = &object->names;
	const size_t place = json_names_put(names, name, n);

	object->found = xgrow(object->found, &object->capacity,
	    names->places, sizeof *object->found);
	object->outer = xgrow(object->outer, &object->outers,
	    names->levels + 1, sizeof *object->outer);
	return place;
}

/* Find or make the column with these places. */
static size_t
put_column(struct json_object *object, size_t first, size_t second)
{
	const struct json_column made = { { first, second }, { 0 } };
	struct json_column *column = object->column;
	size_t i;

	for (i = 0; i < object->raw.n; i++) {
		if (column[i].place[0] == first &&
		    column[i].place[1] == second)
			return i;
	}
	fields_push(&object->raw, "", 0);
	object->column = xgrow(object->column, &object->columns,
	    object->raw.n, sizeof *object->column);
	object->column[i] = made;
	return i;
}

size_t
json_object_want_path(struct json_object *object, const struct record *name,
    size_t n)
{
	return put_column(object, put_path(object, name, n), NOWHERE);
}

size_t
json_object_want(struct json_object *object, const char *name, size_t len)
{
	const struct record whole = { name, len };
	const char *const end = name + len, *dot;
	struct fields part = { 0 };
	size_t first = put_path(object, &whole, 1), second = NOWHERE;

	while ((dot = memchr(name, '.', (size_t)(end - name)))) {
		fields_push(&part, name, (size_t)(dot - name));
		name = dot + 1;
	}
	if (part.n > 0) {
		fields_push(&part, name, (size_t)(end - name));
		second = put_path(object, part.field, part.n);
	}
	fields_close(&part);
	return put_column(object, first, second);
}

void
json_object_close(struct json_object *object)
{
	size_t i;

	for (i = 0; i < object->raw.n; i++)
		text_free(&object->column[i].text);
	json_names_close(&object->names);
	free(object->column);
	free(object->found);
	free(object->outer);
	fields_close(&object->raw);
	text_free(&object->open);
	text_free(&object->name);
	json_close(&object->json);
	*object = (struct json_object){ 0 };
}

/* -------- decoding -------- */

/* A sink that adds to a text. */
struct collector {
	struct json_sink sink; /* first */
	struct text *text;
};

static void
collect(struct json_sink *sink, const char *bytes, size_t len)
{
	text_add(((struct collector *)sink)->text, bytes, len);
}

/* Put what a string says into text; false where that is no character. */
static bool
decode(const char *bytes, size_t len, struct json_decoder *decoder,
    struct text *text)
{
	struct collector collector = { { collect }, text };

	text->len = 0;
	return json_decode(decoder, bytes, len, &collector.sink);
}

bool
json_object_text(struct json_object *object, size_t column,
    struct record *text)
{
	const struct record *raw = &object->raw.field[column];
	struct text *decoded = &object->column[column].text;
	struct json_decoder decoder = { 0 };

	*text = (struct record){ "", 0 };
	if (raw->len == 0 || *raw->bytes == 'n')
		return true;
	*text = *raw;
	if (*raw->bytes != '"')
		return true;
	*text = (struct record){ raw->bytes + 1, raw->len - 2 };
	if (!memchr(text->bytes, '\\', text->len))
		return true;
	if (!decode(raw->bytes, raw->len, &decoder, decoded)) {
		object->reason = because("byte %ju: a surrogate without its "
		    "other half, which is no character",
		    (uintmax_t)(raw->bytes - object->record.bytes) +
		    decoder.escape + 1);
		return false;
	}
	*text = (struct record){ decoded->len > 0 ? decoded->bytes : "",
	    decoded->len };
	return true;
}

/* -------- reading -------- */

/* Its members change with every byte: here a compiler can see no alias. */
struct walk {
	const char *at, *end;
	struct json_object *object;
	size_t known; /* of what is open, from the outermost: is in outer */
	const struct json_name *name; /* of the value at hand, if it counts */
};

/* Forget what was found inside of a name that is there once more. */
static void
forget(struct json_object *object, const struct json_name *name)
{
	for (name = name->inside; name; name = name->beside) {
		if (name->place != NOWHERE)
			object->found[name->place].len = 0;
		/* As deep as the names that are wanted, not as the record. */
		forget(object, name);
	}
}

static const struct json_name *
find_name(struct json_object *object, const struct json_name *name,
    const char *bytes, size_t len)
{
	for (; name; name = name->beside) {
		if (name->name.len != len ||
		    !word_equal(name->name.bytes, bytes, len))
			continue;
		if (name->inside)
			forget(object, name);
		return name;
	}
	return NULL;
}

/* The same for a name that has escapes. */
static const struct json_name *
find_escaped(struct json_object *object, const struct json_name *name,
    const char *bytes, size_t len)
{
	struct json_decoder decoder = { 0 };
	struct text *text = &object->name;

	if (!name || !decode(bytes, len, &decoder, text))
		return NULL;
	return find_name(object, name, text->len > 0 ? text->bytes : "",
	    text->len);
}

/* Read a name and its colon. */
static inline bool
read_name(struct walk *walk)
{
	struct json_object *object = walk->object;
	const char *begin = json_skip_blanks(walk->at, walk->end), *at;
	const struct json_name *name;
	bool escaped = false;

	if (begin == walk->end || *begin++ != '"')
		return false;
	at = json_skip_string(begin, walk->end, &escaped);
	if (!at)
		return false;
	if (walk->known == object->open.len) {
		name = object->outer[walk->known - 1].inside;
		walk->name = escaped ? find_escaped(object, name, begin,
		    (size_t)(at - begin)) : find_name(object, name, begin,
		    (size_t)(at - begin) - 1);
	}
	at = json_skip_blanks(at, walk->end);
	walk->at = at + 1;
	return at < walk->end && *at == ':';
}

/* Keep the value of a name that counts, from begin to where the walk is. */
static inline void
keep(struct walk *walk, const struct json_name *name, const char *begin)
{
	if (name && name->place != NOWHERE)
		walk->object->found[name->place] = (struct record){ begin,
			(size_t)(walk->at - begin) };
}

/* Open a list or object, which ends with that byte. */
static void
open_level(struct walk *walk, char closing)
{
	struct json_object *object = walk->object;
	const bool known = walk->known == object->open.len;

	*text_extend(&object->open, 1) = closing;
	if (known && walk->name)
		object->outer[walk->known++] = (struct json_outer){
			walk->name, closing == '}' ? walk->name->inside : NULL,
			walk->at };
	walk->name = NULL;
	walk->at++;
}

static void
close_level(struct walk *walk)
{
	struct json_object *object = walk->object;
	const struct json_outer *outer;

	if (walk->known == object->open.len) {
		outer = &object->outer[--walk->known];
		keep(walk, outer->name, outer->begin);
	}
	object->open.len--;
}

/*
 * Read a value, of a list or object only how it begins. Returns: false where
 * none can stand here.
 */
static inline bool
read_value(struct walk *walk, bool *opened)
{
	const char *begin = json_skip_blanks(walk->at, walk->end), *at;
	bool escaped;

	*opened = false;
	if (begin == walk->end)
		return false;
	walk->at = begin;
	if (*begin == '"')
		at = json_skip_string(begin + 1, walk->end, &escaped);
	else if (*begin == '-' || (*begin >= '0' && *begin <= '9'))
		at = json_skip_number(begin, walk->end);
	else if (*begin == '{' || *begin == '[') {
		*opened = true;
		/* Each ends with the second byte behind the one it begins. */
		open_level(walk, (char)(*begin + 2));
		return true;
	} else {
		at = json_skip_word(begin, walk->end);
	}
	if (!at)
		return false;
	walk->at = at;
	keep(walk, walk->name, begin);
	walk->name = NULL;
	return true;
}

/*
 * Read commas and ends up to the next value or name, or the end of all.
 * Returns: false where they can't stand so.
 */
static inline bool
read_ends(struct walk *walk, bool opened)
{
	struct text *open = &walk->object->open;
	char c;

	for (; open->len > 0; opened = false) {
		walk->at = json_skip_blanks(walk->at, walk->end);
		if (walk->at == walk->end)
			return false;
		c = *walk->at;
		if (c == open->bytes[open->len - 1]) {
			walk->at++;
			close_level(walk);
			continue;
		}
		if (opened)
			return true;
		walk->at++;
		return c == ',';
	}
	return true;
}

/* Read the record. Returns: whether it is an object. */
static bool
read_object(struct walk *walk)
{
	struct json_object *object = walk->object;
	const struct text *open = &object->open;
	bool opened = true;

	walk->at = json_skip_blanks(walk->at, walk->end);
	if (walk->at == walk->end || *walk->at++ != '{')
		return false;
	object->outer[0] = (struct json_outer){ NULL,
		object->names.first, NULL };
	walk->known = 1;
	*text_extend(&object->open, 1) = '}';
	while (read_ends(walk, opened)) {
		if (open->len == 0)
			return json_skip_blanks(walk->at, walk->end) ==
			    walk->end;
		if (open->bytes[open->len - 1] == '}' && !read_name(walk))
			break;
		if (!read_value(walk, &opened))
			break;
	}
	return false;
}

bool
json_object_read(struct json_object *object, const struct record *record)
{
	/* What is empty has a place all the same. */
	const char *bytes = record->bytes ? record->bytes : "";
	struct walk walk = { bytes, bytes + record->len, object, 0, NULL };
	const size_t *place;
	size_t i;

	if (!object->outer)
		object->outer = xgrow(object->outer, &object->outers, 1,
		    sizeof *object->outer);
	object->record = (struct record){ bytes, record->len };
	object->open.len = 0;
	for (i = 0; i < object->names.places; i++)
		object->found[i].len = 0;
	if (!read_object(&walk)) {
		object->reason = json_no_object(&object->json,
		    &object->record);
		return false;
	}
	for (i = 0; i < object->raw.n; i++) {
		place = object->column[i].place;
		object->raw.field[i] = object->found[place[0]];
		if (object->raw.field[i].len == 0 && place[1] != NOWHERE)
			object->raw.field[i] = object->found[place[1]];
	}
	return true;
}
