/*
 * takewhile - records as long as an expression is true
 *
 * Passes records on as long as EXPR is true, and ends at the first for which
 * it is not, which is used; what follows is left for the next reader. In EXPR
 * x is the record, row its fields, i its index from 0, prev the row before.
 * Holds one record.
 *
 *	$ printf '%s\n' 1 4 9 2 | takewhile 'x < 5'
 *	1
 *	4
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "field_options.h"
#include "generator.h"
#include "input.h"
#include "invalid.h"
#include "pass.h"
#include "tool.h"

static struct option_list keys;
static const char *invalid;

static const struct option options[] = {
	{ 'k', "key", "N", "x is field N", .list = &keys },
	INVALID_OPTION(invalid),
	{ 0 }
};

static const char *const examples[] = {
	"fib | takewhile 'x < 4000000'",
	"takewhile 'x != \"END\"' part.txt",
	"{ takewhile x > header.txt; chain > body.txt; } < mail.txt",
	NULL
};

static const struct tool tool = {
	.name = "takewhile",
	.summary = "records as long as an expression is true",
	.synopsis = "[OPTION]... EXPR [FILE]...",
	.options = options,
	.shared = field_options,
	.hints = generator_hints,
	.examples = examples,
	.reads = true,
	.rows = true,
};

/* Pass on records up to the first for which the expression is false. */
static void
takewhile(struct generator *generator, struct input *in)
{
	const struct record *record = &generator->frame.record;
	bool truth;

	input_undecided(in);
	while (generator_next(generator, in)) {
		if (!generator_truth(generator, in, &truth))
			continue;
		if (!truth)
			break;
		pass_record(record);
	}
}

int
main(int argc, char **argv)
{
	struct run run = tool_start(&tool, argc, argv);
	const char *expression = generator_operand(&run);
	struct generator generator;
	struct input in;

	tool_input(&run, &in, tool_files(&run));
	generator_open(&generator, expression, &keys, invalid);
	pass_header();
	takewhile(&generator, &in);
	input_close(&in);
	generator_close(&generator);
	tool_finish();
}
