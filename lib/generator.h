/*
 * generator - an expression, and the records that it is computed for
 *
 * Layer 3: may include everything below it, field_options, invalid, options,
 * tool.
 * The operand EXPR of tools that compute, with -k, -t, -e and --invalid.
 *
 *	expression = generator_operand(&run);
 *	tool_input(&run, &in, tool_files(&run));
 *	generator_open(&generator, expression, &keys, invalid);
 *	while (generator_next(&generator, &in)) {
 *		if (generator_value(&generator, &in, &value))
 *			generator_write(&generator, &in, &value);
 *	}
 *	generator_close(&generator);
 *
 * A record that -e does not match is left out and not counted by i. What is
 * wrong in the expression is wrong usage, shown with its place.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef GENERATOR_H
#define GENERATOR_H

#include "expression/code.h"
#include "expression/frame.h"
#include "expression/program.h"
#include "expression/tree.h"
#include "fields.h"
#include "input.h"
#include "invalid.h"
#include "options.h"
#include "splitter.h"
#include <stdbool.h>

struct run;

/* What is mistyped where an expression is an operand. */
extern const struct hint generator_hints[];

/* Its members are for generator.c; tools read frame.record. */
struct generator {
	struct tree_arena arena;
	struct program program;
	struct frame frame;
	struct splitter splitter;
	struct invalid invalid;
	size_t key; /* the field that x is, from 0; SIZE_MAX: the record */
	bool begun; /* there was a record */
};

/*
 * Take the operand EXPR. One that can't be read is wrong usage, said before
 * anything else is looked at.
 */
const char *generator_operand(struct run *run);

/*
 * Read expression and the options, the LISTs of -k and the word of --invalid
 * (NULL: not given) among them. Wrong ones end the run.
 */
void generator_open(struct generator *generator, const char *expression,
    const struct option_list *keys, const char *invalid);

/*
 * The same in two steps, for tools whose expressions are options: an
 * expression may know acc, and there may be several. program_close is the
 * caller's.
 */
void generator_open_options(struct generator *generator,
    const struct option_list *keys, const char *invalid);
void generator_compile(struct generator *generator, const char *expression,
    bool accumulates, struct program *program);

/*
 * The same for whoever reads and splits the records by splitter, as far as
 * generator->frame.reach, and sets frame.record. A record without a value is
 * a fault.
 */
void generator_open_split(struct generator *generator, const char *expression,
    struct splitter *splitter);

/* As generator_next, for the next record that -e matches. */
bool generator_next_match(struct generator *generator, struct input *in);

/* Go on to the next record, generator->frame.record. Returns: as input_next. */
static inline bool
generator_next(struct generator *generator, struct input *in)
{
	struct frame *frame = &generator->frame;

	if (generator->begun)
		frame_end(frame);
	if (splitter_may_fail(&generator->splitter))
		return generator_next_match(generator, in);
	generator->begun = input_next(in, &frame->record);
	if (generator->begun)
		frame_begin(frame, false);
	return generator->begun;
}

/* Deal with a record that has no value. Returns: false. */
bool generator_refuse(struct generator *generator, const struct input *in);

/*
 * Compute the value for the record at hand. Valid: until the next record.
 * Returns: false where it has none; that was dealt with as --invalid says.
 */
static inline bool
generator_value(struct generator *generator, const struct input *in,
    struct value *value)
{
	return code_run(generator->program.code, &generator->frame, value) ||
	    generator_refuse(generator, in);
}

/* The same, as a truth value. */
static inline bool
generator_truth(struct generator *generator, const struct input *in,
    bool *truth)
{
	struct value value;

	if (!generator_value(generator, in, &value))
		return false;
	*truth = value_truth(&value);
	return true;
}

/* The same as generator_value, of another expression. */
bool generator_run(struct generator *generator, const struct program *program,
    const struct input *in, struct value *value);

/*
 * Write the value as a record: a scalar as it is, a list or tuple as fields,
 * a dict as JSON; None writes nothing.
 * Returns: false where it is a dict but no UTF-8; nothing is written then.
 */
bool generator_write_value(struct generator *generator,
    const struct value *value);

/* The same for the record at hand; one that has no JSON is --invalid's. */
void generator_write(struct generator *generator, const struct input *in,
    const struct value *value);

/* Say how many records were left out, if any were, and free all. */
void generator_close(struct generator *generator);

#endif
