/*
 * all - whether an expression is true for every record
 *
 * Ends with status 1 at the first record for which EXPR is false, with 0 if
 * there is none, so for no records too. A fault before the answer is status 2.
 * Writes nothing; what follows the record that decided is left for the next
 * reader. In EXPR x is the record, row its fields, i its index from 0, prev
 * the row before. Holds one record.
 *
 *	$ printf '%s\n' 5 12 7 | all 'x > 3' && echo yes
 *	yes
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "field_options.h"
#include "generator.h"
#include "input.h"
#include "invalid.h"
#include "tool.h"

static struct option_list keys;
static const char *invalid;

static const struct option options[] = {
	{ 'k', "key", "N", "x is field N", .list = &keys },
	INVALID_OPTION(invalid),
	{ 0 }
};

static const char *const examples[] = {
	"all 'x > 0' numbers.txt && echo positive",
	"all 'len(row) == 5' table.txt || echo ragged",
	"all -k 2 'prev is None or x >= prev[1]' sorted.txt",
	NULL
};

static const struct tool tool = {
	.name = "all",
	.summary = "whether an expression is true for every record",
	.synopsis = "[OPTION]... EXPR [FILE]...",
	.options = options,
	.shared = field_options,
	.hints = generator_hints,
	.examples = examples,
	.reads = true,
	.rows = true,
	.answers = true,
};

/* Say whether the expression is true for every record. */
static bool
all(struct generator *generator, struct input *in)
{
	bool truth;

	input_undecided(in);
	while (generator_next(generator, in)) {
		if (generator_truth(generator, in, &truth) && !truth)
			return false;
	}
	return true;
}

int
main(int argc, char **argv)
{
	struct run run = tool_start(&tool, argc, argv);
	const char *expression = generator_operand(&run);
	struct generator generator;
	struct input in;
	bool truth;

	tool_input(&run, &in, tool_files(&run));
	generator_open(&generator, expression, &keys, invalid);
	truth = all(&generator, &in);
	input_close(&in);
	generator_close(&generator);
	tool_answer(truth);
}
