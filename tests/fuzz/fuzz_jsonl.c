/*
 * Any bytes as a record of JSON Lines: an object where json reads one object,
 * and with the members that a walk over json's tokens finds; what is read as a
 * value and written is read as the same once more.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "aid.h"
#include "expression/json_value.h"
#include "expression/scratch.h"
#include "expression/value_text.h"
#include "fuzz.h"
#include "json.h"
#include "json_object.h"
#include "json_text.h"
#include "memory.h"
#include "text.h"
#include <stdlib.h>
#include <string.h>

#define LONGEST 4096

/* A name as text. */
struct name {
	struct json_sink sink; /* first */
	struct text text;
};

static void
add(struct json_sink *sink, const char *bytes, size_t len)
{
	text_add(&((struct name *)sink)->text, bytes, len);
}

static bool
is_name(const struct json_token *token, const char *wanted)
{
	struct name name = { { add }, { 0 } };
	struct json_decoder decoder = { 0 };
	bool is = json_decode(&decoder, token->bytes, token->len,
	    &name.sink) && name.text.len == strlen(wanted) &&
	    (name.text.len == 0 ||
	    memcmp(name.text.bytes, wanted, name.text.len) == 0);

	text_free(&name.text);
	return is;
}

/*
 * Find the value of a, or of b in it where there is b, token by token.
 * Returns: whether the record is an object.
 */
static bool
find_plainly(const struct record *record, const char *a, const char *b,
    struct record *found)
{
	struct json_token token;
	struct json json;
	size_t values = 0;
	bool within = false, is_object = true, begins = false;
	uint64_t depth, wanted = 0;

	*found = (struct record){ NULL, 0 };
	json_open(&json);
	json_put(&json, record->bytes, record->len);
	json_finish(&json);
	for (depth = 0; json_next(&json, &token); depth = json_depth(&json)) {
		if (depth == 0) {
			values++;
			is_object = is_object && token.type == JSON_OBJECT;
			continue;
		}
		if (begins) {
			begins = false;
			if (wanted == 1)
				within = b && token.type == JSON_OBJECT;
			if (!b || wanted == 2)
				*found = (struct record){ token.bytes,
					token.len };
		}
		if (found->bytes && wanted > 0 &&
		    json_depth(&json) == wanted) {
			/* The last token of the value ends it. */
			found->len = (size_t)(token.bytes + token.len -
			    found->bytes);
			wanted = 0;
		}
		if (token.type == JSON_OBJECT_END && depth == 2)
			within = false;
		if (token.type != JSON_NAME)
			continue;
		if (depth == 1) {
			begins = is_name(&token, a);
			if (begins)
				*found = (struct record){ NULL, 0 };
			wanted = begins;
		} else if (depth == 2 && within && is_name(&token, b)) {
			begins = true;
			*found = (struct record){ NULL, 0 };
			wanted = 2;
		}
	}
	is_object = is_object && values == 1 && !json.reason;
	json_close(&json);
	return is_object;
}

static void
must_be(const struct record *got, const struct record *want)
{
	must(got->len == want->len);
	must(got->len == 0 || got->bytes == want->bytes);
}

static void
check_members(struct json_object *object, const struct record *record)
{
	static const struct record path[] = { { "a", 1 }, { "b", 1 } };
	const size_t a = json_object_want_path(object, path, 1);
	const size_t ab = json_object_want_path(object, path, 2);
	const size_t both = json_object_want(object, "a.b", 3);
	const bool is_object = json_object_read(object, record);
	struct record in_a, in_ab, dotted, text;
	size_t i;

	must(is_object == find_plainly(record, "a", NULL, &in_a));
	if (!is_object) {
		must(object->reason != NULL);
		return;
	}
	must(find_plainly(record, "a", "b", &in_ab));
	must(find_plainly(record, "a.b", NULL, &dotted));
	must_be(&object->raw.field[a], &in_a);
	must_be(&object->raw.field[ab], &in_ab);
	must_be(&object->raw.field[both], dotted.len > 0 ? &dotted : &in_ab);
	for (i = 0; i < object->raw.n; i++) {
		if (json_object_text(object, i, &text))
			must(text.bytes != NULL);
	}
}

/* Read text and write what it is. Returns: false where it is no value. */
static bool
rewrite(const struct record *record, struct text *text)
{
	struct json_value reader = { 0 };
	struct scratch scratch = { 0 };
	struct value value;
	bool done = json_value_read(&reader, record, &scratch, &value);

	text->len = 0;
	if (done)
		must(value_json(&value, text));
	scratch_close(&scratch);
	json_value_close(&reader);
	return done;
}

static void
check_value(struct json_object *object, const struct record *record)
{
	struct text first = { 0 }, second = { 0 };
	struct record again;

	if (rewrite(record, &first)) {
		again = (struct record){ first.bytes, first.len };
		must(json_object_read(object, &again));
		must(rewrite(&again, &second));
		must_equal(first.bytes, first.len, second.bytes, second.len);
	}
	text_free(&first);
	text_free(&second);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct json_object object = { 0 };
	struct record record = { NULL, len };
	char *copy;

	if (len > LONGEST)
		return 0;
	copy = xallocate(len, 1);
	if (len > 0)
		memcpy(copy, bytes, len);
	record.bytes = copy;
	check_members(&object, &record);
	if (json_object_read(&object, &record))
		check_value(&object, &record);
	json_object_close(&object);
	free(copy);
	return 0;
}
