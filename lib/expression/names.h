/*
 * names - what the names of an expression stand for
 *
 * Layer 1: may include layer 0, expression/code, expression/frame,
 * expression/numeric, expression/scratch, expression/tree, expression/value,
 * fields, splitter. A field past the end of its row is empty.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_NAMES_H
#define EXPRESSION_NAMES_H

#include "expression/code.h"

code_function name_constant, /* code->constant */
    name_record, /* the record at hand */
    name_field, /* its field, code->field */
    name_field_by_value, /* its field, the number that child 0 gives */
    name_row, /* all its fields, as a list */
    name_row_by_name, /* those that have names, as a dict */
    name_index, /* its number from 0 */
    name_before, /* the row before, None at first */
    name_field_before, /* field of that, code->field; None has none */
    name_accumulated, /* the result so far */
    name_environment; /* the variable that child 0 names */

#endif
