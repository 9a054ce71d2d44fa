/*
 * product - the Cartesian product of files and lists
 *
 * Writes a row for every way to choose one record of each pool, the last pool
 * varying fastest, as nested loops would. Pools are the FILEs, then the lists
 * behind `:::`. The first is streamed and may be endless; the others are held
 * with 16 bytes a record, and where one is empty nothing of the first is
 * used. -r 2 and more holds the first as well, and so does a first `-` that
 * comes again, since each `-` is the same pool. Rows with a header have the
 * columns of all pools.
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
#include "joined.h"
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
	.shared = row_separator_options,
	.hints = hints,
	.examples = examples,
	.reads = true,
	.rows = true,
};

/* Say whether records are rows of CSV or TSV. */
static bool
are_rows(void)
{
	return row_options_dialect() == DIALECT_CSV ||
	    row_options_dialect() == DIALECT_TSV;
}

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
	pass_header();
	while (pass_next(in))
		continue;
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

/* Name the columns of all pools, so many times, and write that header. */
static void
write_header(struct joined *joined, const struct pools *pools, uint64_t times)
{
	const struct pool *pool;
	struct record header;
	size_t i;

	for (; times > 0; times--) {
		for (i = 0; i < pools->n; i++) {
			pool = pools_original(pools, i);
			header = (struct record){ pool->header.bytes,
				pool->header.len };
			if (header.bytes)
				joined_name(joined, &pool->columns, &header);
		}
	}
	joined_head(joined);
}

/* Write the rows of all choices that begin with first (NULL: nothing). */
static void
turn(struct joined *joined, struct odometer *odometer,
    const struct record *first)
{
	if (joined->anew)
		joined_turn(joined, odometer->column, odometer->n, first);
	else
		odometer_turn(odometer, first);
}

/*
 * Rows of CSV and TSV, each with the fields of all that it is made of; in
 * streams the first pool, NULL: it is held. Only the header, where some pool
 * has no rows.
 */
static void
product_of_rows(const struct pools *pools, uint64_t times, bool any,
    struct input *in)
{
	const struct column **column;
	struct odometer odometer;
	struct text text = { 0 };
	struct joined joined;
	struct record first;
	size_t n;

	column = pools_columns(pools, in ? 1 : 0, times, &n);
	joined_open(&joined);
	write_header(&joined, pools, times);
	if (any) {
		odometer_open(&odometer, column, n,
		    &joined.spelling.delimiter, 1);
		if (!in)
			turn(&joined, &odometer, NULL);
		while (in && input_next(in, &first)) {
			first = pools_spell(in, &first,
			    columns_n(&pools->pool[0].columns), &text);
			turn(&joined, &odometer, &first);
		}
		odometer_close(&odometer);
	}
	if (in)
		input_close(in);
	joined_close(&joined);
	text_free(&text);
	free(column);
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
	bool held;
	size_t n;

	held = pools_hold(pools, run, from);
	if (!held && (pools->failed || !row_options_named()))
		return;
	if (streams) {
		tool_input(run, &in,
		    words_open(&words, &pools->pool[0].name, 1));
		pools_keep_header(&pools->pool[0]);
		/* A header that lacks its columns would pass for one. */
		if (input_failed(&in)) {
			input_close(&in);
			return;
		}
	}
	if (streams && pools->n == 1) {
		product_of_one(&in);
		input_close(&in);
		return;
	}
	if (are_rows()) {
		product_of_rows(pools, times, held, streams ? &in : NULL);
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
	if (row_options_dialect() == DIALECT_NONE &&
	    options_value(row_separator_options, "field-separator"))
		die_usage("-t", "needs --csv; what joins the records of a row "
		    "is -d");
	if (delimiter && are_rows())
		die_usage("-d", "%s says already what separates fields",
		    row_options_word());
	if (delimiter && row_options_dialect() == DIALECT_JSONL)
		die_usage("-d", "with --jsonl a row is one object");
	if (lists && row_options_named())
		die_usage(row_options_word(), "lists have no names; -N");
	if (times == 0) {
		/* There is one way to choose nothing. */
		if (row_options_dialect() == DIALECT_JSONL)
			output_bytes("{}", 2);
		/* An empty line is no row. */
		if (!are_rows())
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
