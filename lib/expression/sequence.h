/*
 * sequence - lists, tuples, dicts and text, made and taken apart
 *
 * Layer 1: may include layer 0, expression/code, expression/frame,
 * expression/numeric, expression/scratch, expression/tree, expression/value,
 * regexp, slice, utf8. Text counts in characters. Parts of what comes from
 * input come from input.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_SEQUENCE_H
#define EXPRESSION_SEQUENCE_H

#include "expression/code.h"

code_function sequence_list, sequence_tuple, sequence_dict, sequence_index,
    sequence_slice;

/* Get an item of a value, as code, which is value[index], wants it. */
bool sequence_item(const struct code *code, struct frame *frame,
    const struct value *whole, const struct value *index,
    struct value *result);

/* Set *n to how many items or characters a value has; it may have none. */
bool sequence_len(struct frame *frame, const struct tree *tree,
    const struct value *value, size_t *n);

#endif
