/*
 * compile_members - the members of JSON objects in an expression
 *
 * Layer 1: may include layer 0, expression/compiler, expression/logic,
 * expression/members, expression/program, expression/tree, json_object,
 * splitter. Where records are JSON Lines. Returns and mistakes as compiler.h
 * has them.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_COMPILE_MEMBERS_H
#define EXPRESSION_COMPILE_MEMBERS_H

#include <stdbool.h>
#include <stddef.h>

struct code;
struct compiler;
struct tree;

/* Say whether records are JSON Lines. */
bool compile_has_members(const struct compiler *compiler);

/* Make ready the field that -k has, from 0. */
struct code *compile_member_key(struct compiler *compiler,
    const struct tree *tree, size_t field);

/* Make ready row, prev, or a name that is a member's. */
struct code *compile_member(struct compiler *compiler,
    const struct tree *tree);

/* Say whether value[index] is a part of a row; make that ready. */
bool compile_is_part(const struct compiler *compiler,
    const struct tree *tree);
struct code *compile_part(struct compiler *compiler, const struct tree *tree);

/* Say whether it is asked if a row has a name; make that ready. */
bool compile_is_presence(const struct compiler *compiler,
    const struct tree *tree);
struct code *compile_presence(struct compiler *compiler,
    const struct tree *tree);

#endif
