/*
 * value - what an expression computes with
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "expression/scratch.h"
#include "expression/value.h"
#include "numeral.h"
#include "regexp.h"
#include <string.h>

size_t
value_len(const struct value *value)
{
	return value->kind == VALUE_MATCH ? regexp_groups(value->regexp) + 1 :
	    value->len;
}

const char *
value_type(const struct value *value)
{
	static const char *const types[] = {
		[VALUE_NONE] = "None",
		[VALUE_BOOL] = "a truth value",
		[VALUE_WORD] = "a number",
		[VALUE_DECIMAL] = "a number",
		[VALUE_TEXT] = "text",
		[VALUE_INPUT] = "text",
		[VALUE_LIST] = "a list",
		[VALUE_TUPLE] = "a tuple",
		[VALUE_DICT] = "a dict",
		[VALUE_MATCH] = "a match",
	};

	return types[value->kind];
}

bool
value_truth_of(const struct value *value)
{
	switch (value->kind) {
	case VALUE_NONE:
		return false;
	case VALUE_BOOL:
	case VALUE_WORD:
		return value->word != 0;
	case VALUE_DECIMAL:
	case VALUE_MATCH:
		return true;
	case VALUE_TEXT:
	case VALUE_INPUT:
	case VALUE_LIST:
	case VALUE_TUPLE:
	case VALUE_DICT:
		break;
	}
	return value->len > 0;
}

static struct value
word_of(const struct decimal *decimal)
{
	return (struct value){ .kind = VALUE_WORD, .scale = decimal->scale,
	    .word = decimal->integer.word };
}

struct value
value_of_decimal(const struct decimal *decimal, struct scratch *scratch)
{
	struct value value = { .kind = VALUE_DECIMAL };
	struct decimal *kept;

	if (decimal->kind == DECIMAL_WORD)
		return word_of(decimal);
	kept = scratch_decimal(scratch);
	decimal_copy(kept, decimal);
	value.decimal = kept;
	return value;
}

bool
value_parse(const struct value *text, struct value *number,
    struct scratch *scratch)
{
	struct decimal *decimal;
	struct numeral numeral;
	int64_t word;

	if (!numeral_read(&numeral, text->bytes, text->len))
		return false;
	if (numeral_word(&numeral, &word)) {
		value_set_scaled(number, word, (uint32_t)numeral.after);
		return true;
	}
	decimal = scratch_decimal(scratch);
	decimal_parse(decimal, text->bytes, text->len);
	*number = value_of_decimal(decimal, scratch);
	return true;
}

void
value_get_decimal(const struct value *value, struct decimal *decimal)
{
	if (value->kind == VALUE_DECIMAL) {
		decimal_copy(decimal, value->decimal);
	} else {
		decimal_set(decimal, value->word);
		decimal->scale = value->kind == VALUE_BOOL ? 0 : value->scale;
	}
}

const struct value *
value_find(const struct value *dict, const char *name, size_t len)
{
	const struct value *item = dict->item;
	size_t i;

	for (i = 0; i < dict->len; i++, item += 2) {
		if (item->len == len && memcmp(item->bytes, name, len) == 0)
			return item + 1;
	}
	return NULL;
}

/* How many values the items of a value are. */
static size_t
items(const struct value *value)
{
	return value->kind == VALUE_DICT ? 2 * value->len : value_len(value);
}

size_t
value_height(const struct value *value)
{
	size_t most = 0, height, i;

	if (value->kind < VALUE_LIST)
		return 1;
	for (i = 0; i < items(value); i++) {
		height = value_height(&value->item[i]);
		if (most < height)
			most = height;
	}
	return most + 1;
}

struct value
value_copy(const struct value *value, struct scratch *scratch)
{
	struct value copy = *value;
	struct value *item;
	struct decimal *decimal;
	char *bytes;
	size_t i;

	switch (value->kind) {
	case VALUE_NONE:
	case VALUE_BOOL:
	case VALUE_WORD:
		break;
	case VALUE_DECIMAL:
		decimal = scratch_decimal(scratch);
		decimal_copy(decimal, value->decimal);
		copy.decimal = decimal;
		break;
	case VALUE_TEXT:
	case VALUE_INPUT:
		bytes = scratch_take(scratch, value->len, 1);
		if (value->len > 0)
			memcpy(bytes, value->bytes, value->len);
		copy.bytes = bytes;
		break;
	case VALUE_LIST:
	case VALUE_TUPLE:
	case VALUE_DICT:
	case VALUE_MATCH:
		item = scratch_take(scratch, items(value), sizeof *item);
		for (i = 0; i < items(value); i++)
			item[i] = value_copy(&value->item[i], scratch);
		copy.item = item;
		if (value->kind == VALUE_MATCH) {
			copy.kind = VALUE_TUPLE;
			copy.len = value_len(value);
		}
	}
	return copy;
}
