/*
 * operators - arithmetic as an expression spells it
 *
 * Layer 1: may include layer 0, arithmetic, bits, decimal, expression/code,
 * expression/frame, expression/numeric, expression/scratch, expression/tree,
 * expression/value. Python's operators for exact numbers; + joins text and
 * lists, * repeats them.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_OPERATORS_H
#define EXPRESSION_OPERATORS_H

#include "expression/code.h"

code_function operator_add, operator_subtract, operator_multiply,
    operator_divide, operator_floor_divide, operator_modulo, operator_power,
    operator_bit_and, operator_bit_or, operator_bit_xor, operator_shift_left,
    operator_shift_right, operator_negate, operator_positive, operator_invert;

/* Compute a + b, which tree and its children stand for. */
bool operators_sum(struct frame *frame, const struct tree *tree,
    const struct value *a, const struct value *b, struct value *result);

#endif
