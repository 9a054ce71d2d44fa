/*
 * expressions - what tests of expressions share
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/code.h"
#include "expression/parse.h"
#include "expression/value_text.h"
#include "expressions.h"
#include "json_object.h"
#include "memory.h"
#include <check.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Compile text in the scope of the expression. */
static bool
compile(struct expression *expression, const char *text)
{
	const struct tree *tree = parse(&expression->arena, text,
	    strlen(text), &expression->mistake);

	if (!tree || !program_compile(&expression->program, tree, text,
	    &expression->scope, &expression->mistake))
		return false;
	expression->frame.source = text;
	expression->frame.splitter = &expression->splitter;
	expression->frame.reach = expression->program.reach;
	expression->frame.remembers = expression->program.remembers;
	return true;
}

bool
expression_open_scope(struct expression *expression, const char *text,
    const char *regexp, size_t key, bool accumulates)
{
	const char *reason;
	size_t at;

	*expression = (struct expression){ .arena = TREE_ARENA_INIT,
	    .scope = { NULL, key, accumulates } };
	expression->scope.splitter = &expression->splitter;
	if (regexp) {
		expression->splitter.regexp = regexp_open(regexp, &reason,
		    &at);
		ck_assert_ptr_nonnull(expression->splitter.regexp);
	}
	return compile(expression, text);
}

bool
expression_open_members(struct expression *expression, const char *text,
    const char *key)
{
	static struct columns columns;

	columns_close(&columns);
	columns.open = true;
	*expression = (struct expression){ .arena = TREE_ARENA_INIT,
	    .splitter = { .dialect = DIALECT_JSONL, .columns = &columns },
	    .scope.key = SIZE_MAX };
	expression->scope.splitter = &expression->splitter;
	expression->splitter.object = xallocate_zeros(1,
	    sizeof *expression->splitter.object);
	if (key)
		expression->scope.key = splitter_column(&expression->splitter,
		    key, strlen(key));
	return compile(expression, text);
}

bool
expression_open(struct expression *expression, const char *text,
    const char *regexp)
{
	return expression_open_scope(expression, text, regexp, SIZE_MAX,
	    false);
}

bool
expression_run(struct expression *expression, const char *record,
    size_t len, struct value *value)
{
	struct frame *frame = &expression->frame;

	if (expression->begun)
		frame_end(frame);
	expression->begun = true;
	/* Just so many bytes, so that reading on is seen. */
	free(expression->record);
	expression->record = xallocate(len, 1);
	memcpy(expression->record, record, len);
	frame->record = (struct record){ expression->record, len };
	frame_begin(frame, false);
	return code_run(expression->program.code, frame, value);
}

const char *
expression_outcome(struct expression *expression, const char *record)
{
	struct text *outcome = &expression->outcome;
	const char *reason = expression->frame.reason;
	struct value value;

	outcome->len = 0;
	if (expression_run(expression, record, strlen(record), &value)) {
		value_repr(&value, outcome);
	} else {
		text_add(outcome, "!", 1);
		text_add(outcome, reason, strlen(reason));
	}
	ck_assert_uint_eq(expression->frame.text.len, 0);
	text_add(outcome, "", 1);
	return outcome->bytes;
}

void
expression_close(struct expression *expression)
{
	program_close(&expression->program);
	tree_free(&expression->arena);
	splitter_close(&expression->splitter);
	frame_close(&expression->frame);
	text_free(&expression->outcome);
	free(expression->record);
}

void
expect_outcome(const char *text, const char *got, const char *want)
{
	ck_assert_msg(strcmp(got, want) == 0,
	    "%.200s: want %.400s, got %.400s", text, want, got);
}

void
expect_value(const char *text, const char *record, const char *want)
{
	struct expression expression;
	char said[512];

	if (expression_open(&expression, text, NULL)) {
		expect_outcome(text, expression_outcome(&expression, record),
		    want);
	} else {
		snprintf(said, sizeof said, "?%zu %zu %s",
		    expression.mistake.at, expression.mistake.len,
		    expression.mistake.reason);
		expect_outcome(text, said, want);
	}
	expression_close(&expression);
}

void
expect_row(const struct expression_row *row)
{
	expect_value(row->text, row->record, row->want);
}
