/*
 * product - the Cartesian product of files and lists
 *
 * Writes a row for every way to choose one record of each pool, the last pool
 * varying fastest, as nested loops would. Pools are the FILEs, then the lists
 * behind `:::`. The first is streamed and may be endless; the others are held
 * with 16 bytes a record, and where one is empty nothing of the first is
 * used. -r 2 and more holds the first as well, and so does a first `-` that
 * comes again, since each `-` is the same pool.
 *
 *	$ product ::: a b ::: 1 2
 *	a	1
 *	a	2
 *	b	1
 *	b	2
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "message.h"
#include "objects.h"
#include "odometer.h"
#include "output.h"
#include "pass.h"
#include "pools.h"
#include "row_options.h"
#include "separator.h"
#include "tool.h"
#include <stdlib.h>
#include <string.h>

static const char *delimiter, *repeat = "1";

static const struct option options[] = {
	{ 'd', "output-delimiter", "SEP", "join the records of a row with SEP",
	  .text = &delimiter },
	{ 'r', "repeat", "N", "repeat the pools N times", .text = &repeat },
	{ 0 }
};

static const struct hint hints[] = {
	{ "-t", "what joins the records of a row is -d" },
	{ "--delimiter", "did you mean --output-delimiter?" },
	{ NULL }
};

static const char *const examples[] = {
	"product sizes colours",
	"product ::: a b c ::: 1 2 3",
	"product -r 2 ::: heads tails",
	NULL
};

static const struct tool tool = {
	.name = "product",
	.summary = "the Cartesian product of files and lists",
	.synopsis = "[OPTION]... [FILE]... [::: VALUE...]...",
	.options = options,
	.hints = hints,
	.examples = examples,
	.reads = true,
};

/* Write the rows that begin with each record of the first pool. */
static void
product_of_stream(struct input *in, struct odometer *others)
{
	struct record first;

	while (input_next(in, &first))
		odometer_turn(others, &first);
}

/* One pool: its records are the rows. */
static void
product_of_one(struct input *in)
{
	struct span span;

	while (input_span(in, &span))
		output_span(&span);
}

/* Rows are objects, each with the members of all that it is made of. */
static void
product_of_objects(const struct pools *pools,
    const struct column *const *column, size_t n, struct input *in)
{
	struct objects objects = { 0 };

	pass_header();
	objects_check(&objects, pools);
	objects_turn(&objects, column, n, in);
	objects_close(&objects);
	if (in)
		input_close(in);
}

/* Write the product of pools, so many times. */
static void
product(struct pools *pools, const struct run *run, uint64_t times,
    const char *joint, size_t joint_len)
{
	const bool streams = times == 1 && pools_first_alone(pools);
	const size_t from = streams ? 1 : 0;
	const struct column **column;
	struct odometer odometer;
	struct words words;
	struct input in;
	size_t n;

	if (!pools_hold(pools, run, from))
		return;
	if (streams)
		tool_input(run, &in,
		    words_open(&words, &pools->pool[0].name, 1));
	if (streams && pools->n == 1) {
		product_of_one(&in);
		input_close(&in);
		return;
	}
	column = pools_columns(pools, from, times, &n);
	if (row_options_dialect() == DIALECT_JSONL) {
		product_of_objects(pools, column, n, streams ? &in : NULL);
		free(column);
		return;
	}
	odometer_open(&odometer, column, n, joint, joint_len);
	if (streams) {
		product_of_stream(&in, &odometer);
		input_close(&in);
	} else {
		odometer_turn(&odometer, NULL);
	}
	odometer_close(&odometer);
	free(column);
}

/* Cut the command line before the lists. Returns: their words, or NULL. */
static char *const *
cut_lists(int *argc, char **argv)
{
	int i;

	for (i = 1; i < *argc; i++) {
		if (strcmp(argv[i], POOLS_LIST) == 0) {
			argv[i] = NULL;
			*argc = i;
			return argv + i + 1;
		}
	}
	return NULL;
}

int
main(int argc, char **argv)
{
	char *const *lists = cut_lists(&argc, argv);
	struct run run = tool_start(&tool, argc, argv);
	const uint64_t times = tool_count(repeat, "N");
	struct pools pools = { 0 };
	const char *reason;
	size_t joint_len;
	char *joint = separator_decode(delimiter ? delimiter : "\t",
	    &joint_len, &reason);

	if (!joint)
		die_usage("-d", "%s", reason);
	if (delimiter && row_options_dialect() == DIALECT_JSONL)
		die_usage("-d", "with --jsonl a row is one object");
	if (times == 0) {
		/* There is one way to choose nothing. */
		if (row_options_dialect() == DIALECT_JSONL)
			output_bytes("{}", 2);
		output_end();
		tool_finish();
	}
	if (run.n > 0 || !lists)
		pools_add_files(&pools, tool_files(&run), run.eol);
	if (lists)
		pools_add_lists(&pools, lists, run.eol);
	product(&pools, &run, times, joint, joint_len);
	pools_close(&pools);
	free(joint);
	tool_finish();
}
