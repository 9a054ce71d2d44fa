/*
 * members - what the names of an expression stand for in JSON objects
 *
 * Layer 1: may include layer 0, expression/code, expression/frame,
 * expression/json_value, expression/sequence, expression/tree,
 * expression/value, json_object, splitter. Where records are JSON Lines a row
 * is a dict. A member that is missing is None, and so is what would be in one.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_MEMBERS_H
#define EXPRESSION_MEMBERS_H

#include "expression/code.h"

code_function member_row, /* the record at hand, as a dict */
    member_before, /* the one before, None at first */
    member_value, /* a member of the record: column code->field */
    member_value_before, /* the same of the record before */
    member_is_there, /* whether the record has it */
    member_index; /* child 1 of child 0, which is a part of a record */

#endif
