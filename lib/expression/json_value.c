/*
 * json_value - values from JSON's text
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/json_value.h"
#include "expression/scratch.h"
#include "expression/tree.h"
#include "json_skip.h"
#include "json_text.h"
#include "memory.h"
#include "word.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* So many names are compared with each other rather than sorted. */
#define FEW 48

void
json_value_close(struct json_value *reader)
{
	free(reader->item);
	*reader = (struct json_value){ 0 };
}

/* -------- scalars -------- */

/* A sink that puts where there is the room. */
struct filler {
	struct json_sink sink; /* first */
	char *at;
};

static void
fill(struct json_sink *sink, const char *bytes, size_t len)
{
	struct filler *filler = (struct filler *)sink;

	memcpy(filler->at, bytes, len);
	filler->at += len;
}

/* Read a string, whose text has quotes. */
static bool
read_string(struct json_value *reader, const char *bytes, size_t len,
    bool escaped, struct scratch *scratch, struct value *value)
{
	struct json_decoder decoder = { 0 };
	struct filler filler = { { fill }, NULL };
	struct record said = { bytes + 1, len - 2 };

	if (escaped) {
		/* Nothing is longer than its escape. */
		filler.at = scratch_take(scratch, len, 1);
		said.bytes = filler.at;
		if (!json_decode(&decoder, bytes, len, &filler.sink)) {
			reader->reason = "a string has a surrogate without "
			    "its other half, which is no character";
			return false;
		}
		said.len = (size_t)(filler.at - said.bytes);
	}
	value_set_input(value, &said, 0);
	return true;
}

static bool
read_number(struct json_value *reader, const char *bytes, size_t len,
    struct scratch *scratch, struct value *value)
{
	const struct record text = { bytes, len };
	const struct value input = value_input(&text, 0);

	if (value_parse(&input, value, scratch))
		return true;
	reader->reason = "a number has an exponent of more than 6 digits";
	return false;
}

/* Read the scalar that begins at *at, which becomes what is behind it. */
static bool
read_scalar(struct json_value *reader, const char **at, const char *end,
    struct scratch *scratch, struct value *value)
{
	const char *const begin = *at;
	bool escaped = false;

	switch (*begin) {
	case '"':
		*at = json_skip_string(begin + 1, end, &escaped);
		return read_string(reader, begin, (size_t)(*at - begin),
		    escaped, scratch, value);
	case 't':
	case 'f':
		*at = json_skip_word(begin, end);
		value_set_bool(value, *begin == 't');
		return true;
	case 'n':
		*at = json_skip_word(begin, end);
		value->kind = VALUE_NONE;
		return true;
	default:
		*at = json_skip_number(begin, end);
		return read_number(reader, begin, (size_t)(*at - begin),
		    scratch, value);
	}
}

/* -------- names that come again -------- */

static bool
is_name(const struct value *name, const struct value *other)
{
	return name->len == other->len &&
	    word_equal(name->bytes, other->bytes, name->len);
}

/* Make the pairs that are left without a name vanish. */
static void
close_up(struct value *dict, struct value *item)
{
	size_t n = 0, i;

	for (i = 0; i < dict->len; i++) {
		if (!item[2 * i].bytes)
			continue;
		item[2 * n] = item[2 * i];
		item[2 * n++ + 1] = item[2 * i + 1];
	}
	dict->len = n;
}

/* Let the value of a pair stand in the first one of that name. */
static void
move(struct value *first, struct value *again)
{
	first[1] = again[1];
	again->bytes = NULL;
}

/* Put names in order, and equal ones as they stand. */
static int
order(const void *a, const void *b)
{
	const struct value *x = *(struct value *const *)a;
	const struct value *y = *(struct value *const *)b;
	int result;

	if (x->len != y->len)
		return x->len < y->len ? -1 : 1;
	result = memcmp(x->bytes, y->bytes, x->len);
	return result != 0 ? result : x < y ? -1 : x > y;
}

static bool
join_many(struct value *item, size_t n, struct scratch *scratch)
{
	struct value **name = scratch_take(scratch, n, sizeof(struct value *));
	bool again = false;
	size_t first = 0, i;

	for (i = 0; i < n; i++)
		name[i] = &item[2 * i];
	qsort(name, n, sizeof(struct value *), order);
	for (i = 1; i < n; i++) {
		if (!is_name(name[first], name[i])) {
			first = i;
			continue;
		}
		move(name[first], name[i]);
		again = true;
	}
	return again;
}

static bool
join_few(struct value *item, size_t n)
{
	bool again = false;
	size_t i, j;

	for (i = 1; i < n; i++) {
		for (j = 0; j < i; j++) {
			/* One that was moved has no bytes to compare. */
			if (item[2 * j].len != item[2 * i].len ||
			    !item[2 * j].bytes ||
			    !is_name(&item[2 * j], &item[2 * i]))
				continue;
			move(&item[2 * j], &item[2 * i]);
			again = true;
			break;
		}
	}
	return again;
}

/* -------- lists and objects -------- */

/* Return room for one more item. */
static struct value *
extend(struct json_value *reader)
{
	if (reader->n == reader->capacity)
		reader->item = xgrow(reader->item, &reader->capacity,
		    reader->n + 16, sizeof *reader->item);
	return &reader->item[reader->n++];
}

/* What stands at the beginning says how many come from outside it. */
static void
open_level(struct json_value *reader, enum value_kind kind)
{
	const struct value beginning = value_list(kind, NULL, reader->open);

	reader->open = reader->n;
	*extend(reader) = beginning;
}

/* Make what was open the value in the place of its beginning. */
static void
close_level(struct json_value *reader, struct scratch *scratch)
{
	struct value *beginning = &reader->item[reader->open], *item;
	const size_t n = reader->n - reader->open - 1;
	bool again;

	item = scratch_take(scratch, n, sizeof *item);
	if (n > 0)
		memcpy(item, beginning + 1, n * sizeof *item);
	reader->n = reader->open + 1;
	reader->open = beginning->len;
	*beginning = value_list(beginning->kind, item, n);
	if (beginning->kind == VALUE_LIST)
		return;
	beginning->len = n / 2;
	again = n / 2 > FEW ? join_many(item, n / 2, scratch) :
	    join_few(item, n / 2);
	if (again)
		close_up(beginning, item);
}

/* Say whether the next item is the name of a member. */
static bool
is_at_name(const struct json_value *reader)
{
	return reader->open != SIZE_MAX &&
	    reader->item[reader->open].kind == VALUE_DICT &&
	    (reader->n - reader->open) % 2 == 1;
}

bool
json_value_read(struct json_value *reader, const struct record *text,
    struct scratch *scratch, struct value *value)
{
	const char *at = text->bytes, *const end = at + text->len;
	size_t depth = 0;
	bool name;

	reader->n = 0;
	reader->open = SIZE_MAX;
	do {
		/* It was checked: commas and colons tell nothing. */
		while (json_is_blank(*at) || *at == ',' || *at == ':')
			at++;
		if (*at == '{' || *at == '[') {
			/* A scalar inside makes the value higher by one. */
			if (++depth == TREE_HEIGHT_MAX) {
				reader->reason = "values are nested too "
				    "deeply";
				return false;
			}
			open_level(reader, *at++ == '{' ? VALUE_DICT :
			    VALUE_LIST);
		} else if (*at == '}' || *at == ']') {
			at++;
			depth--;
			close_level(reader, scratch);
		} else {
			name = is_at_name(reader);
			if (!read_scalar(reader, &at, end, scratch,
			    extend(reader)))
				return false;
			if (name)
				reader->item[reader->n - 1].kind = VALUE_TEXT;
		}
	} while (reader->open != SIZE_MAX);
	*value = reader->item[0];
	return true;
}
