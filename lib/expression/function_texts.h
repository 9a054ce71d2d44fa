/*
 * function_texts - Python's methods of text
 *
 * Layer 1: may include layer 0, expression/frame, expression/function,
 * expression/function_text, expression/numeric, expression/tree, utf8.
 * Letters, digits and blanks are ASCII's; positions count characters. What is
 * part of input stays input.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_FUNCTION_TEXTS_H
#define EXPRESSION_FUNCTION_TEXTS_H

struct function;

/* Ended by one without a name. */
extern const struct function function_texts[];

#endif
