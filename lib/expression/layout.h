/*
 * layout - f-strings: text with values in it, laid out
 *
 * Layer 1: may include layer 0, expression/code, expression/frame,
 * expression/numeric, expression/tree, expression/value, expression/value_text,
 * format, text.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_LAYOUT_H
#define EXPRESSION_LAYOUT_H

#include "expression/code.h"

code_function layout_join, /* the texts of the children */
    layout_field; /* the value of child 0 by code->format, or by child 1 */

#endif
