/*
 * reduce - one value from all records
 *
 * Writes what all records come to: their sum, or what -f says, which is a word
 * or an expression of acc, the result so far, and x. The first record is the
 * first result, or -I gives one that is there before. No records give 0 for
 * add and count, 1 for mul; for all else that is a fault. Holds one record
 * and the result.
 *
 *	$ printf '%s\n' 1 2 3 4 | reduce -f 'acc * x'
 *	24
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "field_options.h"
#include "fold.h"
#include "input.h"
#include "invalid.h"
#include "message.h"
#include "running.h"
#include "tool.h"

static const char *func = "add", *initial, *invalid;
static struct option_list keys;

static const struct option options[] = {
	{ 'f', "func", "FUNC", "add (default), mul, min, max, count or EXPR",
	  .text = &func },
	{ 'k', "key", "N", "x is field N", .list = &keys },
	{ 'I', "initial", "VALUE", "start from VALUE", .text = &initial },
	INVALID_OPTION(invalid),
	{ 0 }
};

static const char *const examples[] = {
	"range 1000000 | map 'x**2' | reduce",
	"reduce -f max -k 2 temperatures.txt",
	"range 1 21 | reduce -f 'acc * x'",
	NULL
};

static const struct tool tool = {
	.name = "reduce",
	.summary = "one value from all records",
	.synopsis = "[OPTION]... [FILE]...",
	.options = options,
	.shared = field_options,
	.hints = field_hints,
	.examples = examples,
	.reads = true,
	.rows = true,
};

/* Take every record into the result, and write that. */
static void
reduce(struct running *running, struct input *in)
{
	const struct value *result;

	while (generator_next(&running->generator, in))
		running_take(running, in);
	/* The result of what could be read would pass for that of all. */
	if (input_failed(in))
		return;
	result = running_result(running);
	if (!result)
		fault(NULL, "there are no records, and no -I");
	else if (!generator_write_value(&running->generator, result))
		fault(NULL, "JSON is UTF-8, and the result is not");
}

int
main(int argc, char **argv)
{
	struct run run = tool_start(&tool, argc, argv);
	struct running running;
	struct input in;

	if (run.n > 0)
		fold_refuse_operand(run.operand[0]);
	tool_input(&run, &in, tool_files(&run));
	running_open(&running, func, initial, &keys, invalid);
	reduce(&running, &in);
	input_close(&in);
	running_close(&running);
	tool_finish();
}
