/*
 * expressions - what tests of expressions share
 *
 *	expect_value("len(row)", "a b c", "3");
 *	expect_value("row[0] + 1", "a b", "!row[0] (field 1) is 'a', ...");
 *	expect_value("x + y", "", "?4 1 there is no name y; ...");
 *
 * What came of an expression is a text: the value as repr() gives it; where
 * it has none the fault, behind "!"; where it is wrong the mistake, its place
 * and length before it, behind "?".
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSIONS_H
#define EXPRESSIONS_H

#include "expression/frame.h"
#include "expression/mistake.h"
#include "expression/program.h"
#include "expression/tree.h"
#include "expression/value.h"
#include "fields.h"
#include "splitter.h"
#include "text.h"
#include <stdbool.h>
#include <stddef.h>

struct expression_row {
	const char *text, *record, *want;
};

/* An expression that is ready to run. Owns: all but its text. */
struct expression {
	struct tree_arena arena;
	struct splitter splitter;
	struct scope scope;
	struct program program;
	struct frame frame;
	struct mistake mistake;
	char *record; /* the one at hand, of just its size */
	bool begun;
	struct text outcome;
};

/*
 * Compile text; regexp is what -e has, or NULL. Returns: false where it is
 * wrong, with the mistake.
 */
bool expression_open(struct expression *expression, const char *text,
    const char *regexp);

/* The same, x being a field, from 0, or there being acc. */
bool expression_open_scope(struct expression *expression, const char *text,
    const char *regexp, size_t key, bool accumulates);

/* The same where records are JSON objects; x is a path, or the record. */
bool expression_open_members(struct expression *expression, const char *text,
    const char *key);

/*
 * Go on to the next record and run the expression on it.
 * Valid: the value, until the next call.
 */
bool expression_run(struct expression *expression, const char *record,
    size_t len, struct value *value);

/* The same. Returns: what came of it, until the next call. */
const char *expression_outcome(struct expression *expression,
    const char *record);

void expression_close(struct expression *expression);

/* Fail the test unless that comes of text on one record. */
void expect_value(const char *text, const char *record, const char *want);

/* The same, for a whole row. */
void expect_row(const struct expression_row *row);

/* Fail the test unless got is want, which text gave. */
void expect_outcome(const char *text, const char *got, const char *want);

#endif
