/*
 * any - whether an expression is true for some record
 *
 * Ends with status 0 at the first record for which EXPR is true, with 1 if
 * there is none, so for no records too. A fault before the answer is status 2.
 * Writes nothing; what follows the record that decided is left for the next
 * reader. In EXPR x is the record, row its fields, i its index from 0, prev
 * the row before. Holds one record.
 *
 *	$ printf '%s\n' 5 12 7 | any 'x > 10' && echo yes
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
	"range 200 | any 'x > 100' && echo yes",
	"any 'row[8] >= 500' access.log && mail -s alarm root",
	"tail -f app.log | any \"'ready' in x\" && ./start",
	NULL
};

static const struct tool tool = {
	.name = "any",
	.summary = "whether an expression is true for some record",
	.synopsis = "[OPTION]... EXPR [FILE]...",
	.options = options,
	.shared = field_options,
	.hints = generator_hints,
	.examples = examples,
	.reads = true,
	.rows = true,
	.answers = true,
};

/* Say whether the expression is true for some record. */
static bool
any(struct generator *generator, struct input *in)
{
	bool truth;

	input_undecided(in);
	while (generator_next(generator, in)) {
		if (generator_truth(generator, in, &truth) && truth)
			return true;
	}
	return false;
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
	truth = any(&generator, &in);
	input_close(&in);
	generator_close(&generator);
	tool_answer(truth);
}
