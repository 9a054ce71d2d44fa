/*
 * function_text - what functions of text share
 *
 * Layer 1: may include layer 0, expression/code, expression/frame,
 * expression/function, expression/tree, expression/value, utf8. Letters,
 * digits and blanks are ASCII's. What is part of input is input.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_FUNCTION_TEXT_H
#define EXPRESSION_FUNCTION_TEXT_H

#include "expression/value.h"
#include <stdbool.h>
#include <stddef.h>

struct code;
struct frame;

/* A list that is being made. Begins as { 0 }. */
struct function_list {
	struct value *item;
	size_t n, capacity;
};

/* Say whether argument i, or the first n, are text, else with the fault. */
bool function_want_text(const struct code *code, struct frame *frame,
    const struct value *argument, size_t i);
bool function_want_texts(const struct code *code, struct frame *frame,
    const struct value *argument, size_t n);

/* Part of text, which comes from input where text does. */
static inline struct value
function_part(const struct value *text, const char *bytes, size_t len)
{
	return (struct value){ .kind = text->kind, .bytes = bytes,
	    .len = len };
}

static inline bool
function_is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Put one more item behind the list. */
void function_list_add(struct function_list *list, struct frame *frame,
    struct value item);

/* Make a value of it, whose items have a place even where there are none. */
struct value function_list_value(const struct function_list *list);

/*
 * Find text where it next stands in whole, from at on; NULL where it does
 * not. One without bytes stands before each character and at the end.
 */
const char *function_find_text(const struct value *whole, const char *at,
    const struct value *text);

/* Return how far to go on behind a place where text was found. */
size_t function_step(const struct value *whole, const char *at,
    const struct value *text);

#endif
