/*
 * function_patterns - search match findall sub, as Python's module re
 *
 * Layer 1: may include layer 0, expression/frame, expression/function,
 * expression/function_text, expression/numeric, expression/pattern,
 * expression/tree, regexp. Patterns are PCRE2's, on bytes. A group that took
 * no part is None.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_FUNCTION_PATTERNS_H
#define EXPRESSION_FUNCTION_PATTERNS_H

struct function;

/* Ended by one without a name. */
extern const struct function function_patterns[];

#endif
