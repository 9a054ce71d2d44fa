/*
 * logic - the parts of an expression that say yes or no
 *
 * Layer 1: may include layer 0, expression/code, expression/compare,
 * expression/frame, expression/numeric, expression/tree, expression/value. As
 * Python's: `and` and `or` give the operand that decides, a chain of
 * comparisons ends at the first that does not hold.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_LOGIC_H
#define EXPRESSION_LOGIC_H

#include "expression/code.h"

code_function logic_not, logic_and, logic_or, logic_condition, logic_compare;

/* The same as logic_compare for a value and a constant word, by order. */
code_function logic_compare_number;

#endif
