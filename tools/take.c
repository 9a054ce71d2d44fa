/*
 * take - the first N records, reading no further
 *
 * Writes the first N records of its input, all of it where there are fewer.
 * The record after them is not touched: the next reader of the same
 * descriptor begins with it, on a file, a pipe or a socket. For N = 0 nothing
 * is opened. Holds one block, however long a record is.
 *
 *	$ seq 5 | { take 2; echo --; take 1; }
 *	1
 *	2
 *	--
 *	3
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "installed.h"
#include "integer.h"
#include "message.h"
#include "output.h"
#include "pass.h"
#include "row_options.h"
#include "tool.h"

static bool strict, drain;

static const struct option options[] = {
	{ 's', "strict", NULL, "fewer than N records is status 1",
	  .flag = &strict },
	{ 0, "drain", NULL, "then read on to the end, writing nothing",
	  .flag = &drain },
	{ 0 }
};

static const struct hint hints[] = {
	{ "-n", "N is an operand: take 10" },
	{ NULL }
};

static const char *const examples[] = {
	"fib | take 10",
	"{ take 1; sort; } < table.txt",
	"while line=$(take -s 1); do echo \"got $line\"; done < list.txt",
	NULL
};

static const struct tool tool = {
	.name = "take",
	.summary = "the first N records, reading no further",
	.synopsis = "[OPTION]... N [FILE]...",
	.options = options,
	.shared = row_separator_options,
	.hints = hints,
	.examples = examples,
	.reads = true,
	.rows = true,
};

/* Pass on the first n records. Returns: how many were missing. */
static uint64_t
take(struct input *in, uint64_t n)
{
	input_expect(in, n);
	while (pass_next(in))
		continue;
	return input_expected(in);
}

/* Close the output and use up the input, for its writer's sake. */
static void
use_up(struct input *in)
{
	output_close();
	input_skip(in, INPUT_ALL);
}

/* Return N. Who writes take -10 means head's option. */
static uint64_t
count(const char *word)
{
	int64_t n;

	if (integer_parse(word, &n) && n < 0)
		die_usage(word, "%s", installed_hint("N is an operand, "
		    "without a minus sign: take 10"));
	return tool_count(word, "N");
}

int
main(int argc, char **argv)
{
	struct run run = tool_start(&tool, argc, argv);
	uint64_t n = count(tool_operand(&run, "N"));
	struct input in;

	if (drain)
		output_outlive_reader();
	tool_input(&run, &in, tool_files(&run));
	pass_header();
	if (take(&in, n) > 0 && strict)
		fault_silent();
	if (drain)
		use_up(&in);
	tool_finish();
}
