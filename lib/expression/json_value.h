/*
 * json_value - values from JSON's text
 *
 * Layer 1: may include layer 0, expression/scratch, expression/tree,
 * expression/value, json_skip, json_text, record, word. Numbers are exact, with
 * the digits behind the point that they have; strings come from input, so
 * that one may be a number where a number is asked for; of members with the
 * same name the last counts, in the place of the first, as in Python. What
 * value_json writes of a value is the text that it was read of, but for blanks,
 * escapes and exponents.
 *
 *	struct json_value reader = { 0 };
 *	if (!json_value_read(&reader, &text, &scratch, &value))
 *		fault("%s", reader.reason);
 *	json_value_close(&reader);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_JSON_VALUE_H
#define EXPRESSION_JSON_VALUE_H

#include "expression/value.h"
#include "record.h"
#include <stdbool.h>
#include <stddef.h>

struct scratch;

/* Its members are for json_value.c; callers read reason. */
struct json_value {
	const char *reason;
	struct value *item; /* of what is open; its beginning among them */
	size_t n, capacity;
	size_t open; /* the innermost beginning; SIZE_MAX: nothing is open */
};

/*
 * Read the text of a value, which json_object or json has checked.
 * Valid: while the text and scratch keep.
 * Returns: false, with the reason, where lists and objects are nested too
 * deeply to be walked by recursion, a string has a surrogate without its other
 * half, or a number's exponent has more than 6 digits.
 * Cost: names of one object are compared with each other; where there are
 * many, they are sorted.
 */
bool json_value_read(struct json_value *reader, const struct record *text,
    struct scratch *scratch, struct value *value);

void json_value_close(struct json_value *reader);

#endif
