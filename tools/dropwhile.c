/*
 * dropwhile - records from the first for which an expression is false
 *
 * Leaves records out as long as EXPR is true, and passes on all from the first
 * for which it is not. In EXPR x is the record, row its fields, i its index
 * from 0, prev the row before. Holds one record; behind the first that is
 * passed on, one block.
 *
 *	$ printf '%s\n' 1 4 9 2 | dropwhile 'x < 5'
 *	9
 *	2
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
	"dropwhile 'x < 1000' numbers.txt",
	"dropwhile \"x.startswith('#')\" settings.conf",
	"dropwhile \"row[0] < '2026-08-01'\" app.log",
	NULL
};

static const struct tool tool = {
	.name = "dropwhile",
	.summary = "records from the first for which an expression is false",
	.synopsis = "[OPTION]... EXPR [FILE]...",
	.options = options,
	.shared = field_options,
	.hints = generator_hints,
	.examples = examples,
	.reads = true,
	.rows = true,
};

/* Pass on all records from the first for which the expression is false. */
static void
dropwhile(struct generator *generator, struct input *in)
{
	const struct record *record = &generator->frame.record;
	bool truth;

	while (generator_next(generator, in)) {
		if (!generator_truth(generator, in, &truth) || truth)
			continue;
		pass_record(record);
		break;
	}
	while (pass_next(in))
		continue;
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
	dropwhile(&generator, &in);
	input_close(&in);
	generator_close(&generator);
	tool_finish();
}
