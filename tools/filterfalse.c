/*
 * filterfalse - the records for which an expression is false
 *
 * Passes on the records for which EXPR is false, as they are: what filter
 * leaves out. In EXPR x is the record, row its fields, i its index from 0,
 * prev the row before. Holds one record.
 *
 *	$ printf '%s\n' 5 12 7 30 | filterfalse 'x > 10'
 *	5
 *	7
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
	"range 20 | filterfalse 'x % 2'",
	"filterfalse 'row[8] < 400' access.log",
	"filterfalse \"x.startswith('#')\" settings.conf",
	NULL
};

static const struct tool tool = {
	.name = "filterfalse",
	.summary = "the records for which an expression is false",
	.synopsis = "[OPTION]... EXPR [FILE]...",
	.options = options,
	.shared = field_options,
	.hints = generator_hints,
	.examples = examples,
	.reads = true,
	.rows = true,
};

/* Pass on each record for which the expression is false. */
static void
filterfalse(struct generator *generator, struct input *in)
{
	const struct record *record = &generator->frame.record;
	bool truth;

	while (generator_next(generator, in)) {
		if (generator_truth(generator, in, &truth) && !truth)
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
	filterfalse(&generator, &in);
	input_close(&in);
	generator_close(&generator);
	tool_finish();
}
