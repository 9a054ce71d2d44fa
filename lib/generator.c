/*
 * generator - an expression, and the records that it is computed for
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "expression/code.h"
#include "expression/mistake.h"
#include "expression/parse.h"
#include "expression/value_text.h"
#include "field_options.h"
#include "generator.h"
#include "input.h"
#include "message.h"
#include "options.h"
#include "output.h"
#include "output_number.h"
#include "tool.h"
#include <stdint.h>
#include <string.h>
#include <unistd.h>

const struct hint generator_hints[] = {
	{ "-d", "what separates fields is -t" },
	{ "-f", "the expression is an operand" },
	{ "-", "an expression that begins with a minus sign stands behind --" },
	{ NULL }
};

/* Refuse an expression; where a file is called so, that was meant. */
static noreturn void
refuse(const struct generator *generator, const char *expression,
    const struct mistake *mistake)
{
	if (mistake->is_column)
		die(generator->frame.splitter->columns->origin, "%s",
		    mistake->reason);
	if (access(expression, F_OK) == 0)
		die_usage(expression,
		    "this is a file; the expression comes before the files");
	mistake_die(expression, strlen(expression), mistake);
}

/* Make a tree of an expression, or refuse it. */
static const struct tree *
read_expression(struct generator *generator, const char *expression)
{
	struct mistake mistake;
	const struct tree *tree = parse(&generator->arena, expression,
	    strlen(expression), &mistake);

	if (!tree)
		refuse(generator, expression, &mistake);
	return tree;
}

/* Return the field that -k names, from 0; SIZE_MAX without -k. */
static size_t
find_key(const struct splitter *splitter, const struct option_list *keys)
{
	struct selection key = { 0 };
	size_t field = SIZE_MAX;

	field_options_select(&key, keys, "-k", splitter);
	if (key.n > 0) {
		field = key.range->first;
		if (key.n > 1 || key.range->last != field)
			die_usage("-k", "x is one field; row has them all");
	}
	selection_close(&key);
	return field;
}

const char *
generator_operand(struct run *run)
{
	const char *expression = tool_operand(run, "EXPR");
	struct generator generator = { .arena = TREE_ARENA_INIT };

	read_expression(&generator, expression);
	tree_free(&generator.arena);
	return expression;
}

void
generator_compile(struct generator *generator, const char *expression,
    bool accumulates, struct program *program)
{
	struct scope scope = { .splitter = generator->frame.splitter,
	    .key = generator->key, .accumulates = accumulates };
	struct frame *frame = &generator->frame;
	const struct tree *tree = read_expression(generator, expression);
	struct mistake mistake;

	if (!program_compile(program, tree, expression, &scope, &mistake))
		refuse(generator, expression, &mistake);
	frame->source = expression;
	if (frame->reach < program->reach)
		frame->reach = program->reach;
	frame->remembers = frame->remembers || program->remembers;
}

void
generator_open_options(struct generator *generator,
    const struct option_list *keys, const char *invalid)
{
	*generator = (struct generator){ .arena = TREE_ARENA_INIT,
	    .frame.splitter = &generator->splitter };
	field_options_splitter(&generator->splitter);
	generator->key = find_key(&generator->splitter, keys);
	invalid_open(&generator->invalid, invalid);
}

void
generator_open_split(struct generator *generator, const char *expression,
    struct splitter *splitter)
{
	*generator = (struct generator){ .arena = TREE_ARENA_INIT,
	    .frame.splitter = splitter, .key = SIZE_MAX };
	generator_compile(generator, expression, false, &generator->program);
}

void
generator_open(struct generator *generator, const char *expression,
    const struct option_list *keys, const char *invalid)
{
	generator_open_options(generator, keys, invalid);
	generator_compile(generator, expression, false, &generator->program);
}

bool
generator_next_match(struct generator *generator, struct input *in)
{
	struct frame *frame = &generator->frame;

	do {
		generator->begun = input_next(in, &frame->record);
		if (!generator->begun)
			return false;
	} while (!field_options_split(&generator->splitter, in,
	    &frame->record, frame->reach, &generator->invalid));
	frame_begin(frame, true);
	return true;
}

bool
generator_run(struct generator *generator, const struct program *program,
    const struct input *in, struct value *value)
{
	generator->frame.source = program->frame.source;
	return code_run(program->code, &generator->frame, value) ||
	    generator_refuse(generator, in);
}

bool
generator_refuse(struct generator *generator, const struct input *in)
{
	const char *const reason = generator->frame.reason;
	const char *hint = "";

	/* Objects differ: what is missing or of another type is common. */
	if (generator->frame.splitter->object && !strstr(reason, "--invalid"))
		hint = "; --invalid=skip leaves such records out";
	invalid_record(&generator->invalid, in, &generator->frame.record,
	    "%s%s", reason, hint);
	return false;
}

static void
write_fields(struct text *text, const struct value *value)
{
	const char *delimiter;
	size_t len, i;

	delimiter = field_options_delimiter(&len);
	for (i = 0; i < value->len; i++) {
		if (i > 0)
			text_add(text, delimiter, len);
		value_text(&value->item[i], text);
	}
}

static void
write_word(const struct value *value)
{
	struct decimal number = DECIMAL_INIT;

	value_get_decimal(value, &number);
	output_decimal(&number);
	output_end();
	decimal_free(&number);
}

bool
generator_write_value(struct generator *generator, const struct value *value)
{
	struct text *text = &generator->frame.text;
	bool written = true;

	if (value->kind == VALUE_NONE)
		return true;
	if (value_is_text(value)) {
		output_record(value->bytes, value->len);
		return true;
	}
	if (value->kind == VALUE_WORD) {
		write_word(value);
		return true;
	}
	text->len = 0;
	if (value->kind == VALUE_LIST || value->kind == VALUE_TUPLE)
		write_fields(text, value);
	else if (value->kind == VALUE_DICT)
		written = value_json(value, text);
	else
		value_text(value, text);
	if (written)
		output_record(text->len > 0 ? text->bytes : "", text->len);
	text->len = 0;
	return written;
}

void
generator_write(struct generator *generator, const struct input *in,
    const struct value *value)
{
	if (!generator_write_value(generator, value))
		invalid_record(&generator->invalid, in,
		    &generator->frame.record,
		    "JSON is UTF-8, and this record is not");
}

void
generator_close(struct generator *generator)
{
	invalid_finish(&generator->invalid);
	program_close(&generator->program);
	tree_free(&generator->arena);
	frame_close(&generator->frame);
	splitter_close(&generator->splitter);
}
