/*
 * value_text - values as text: str, repr, JSON
 *
 * Layer 1: may include layer 0, decimal, expression/value, json_text, numeral,
 * text, utf8. Text is added behind what text holds.
 *
 *	struct text text = { 0 };
 *	value_text(&value, &text);
 *	output_record(text.bytes, text.len);
 *	text_free(&text);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_VALUE_TEXT_H
#define EXPRESSION_VALUE_TEXT_H

#include "expression/value.h"
#include <stdbool.h>

struct text;

/* Add what str() gives: text as it is, all else as repr() has it. */
void value_text(const struct value *value, struct text *text);

/*
 * Add what repr() gives: as Python spells the value. Bytes that are not UTF-8
 * are escaped.
 */
void value_repr(const struct value *value, struct text *text);

/*
 * Add the value as compact JSON: what is not ASCII stays as it is.
 * Returns: false where some text is not UTF-8.
 */
bool value_json(const struct value *value, struct text *text);

#endif
