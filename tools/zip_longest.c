/*
 * zip_longest - a record of each file side by side
 *
 * Writes the first record of each file as one row, then the second of each,
 * until the last file has ended; one that ended before is filled. Each `-` is
 * the same iterator, so two of them pair the records of standard input. With
 * -s rows end with the shortest file, and what found no partner is left
 * there. Every row goes out as soon as it is complete. Rows with a header have
 * the columns of all files. Holds a block of each file, however long a record
 * is.
 *
 *	$ seq 5 | zip_longest - -
 *	1	2
 *	3	4
 *	5
 *
 * where a tab follows the 5.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "lane.h"
#include "lockstep.h"
#include "message.h"
#include "pass.h"
#include "row_options.h"
#include "separator.h"
#include "tool.h"
#include <stdlib.h>
#include <string.h>

static const char *delimiter, *fill;
static bool shortest, strict;

static const struct option options[] = {
	{ 'd', "output-delimiter", "SEP", "join the records of a row with SEP",
	  .text = &delimiter },
	{ 'F', "fillvalue", "VALUE", "put VALUE where a file has ended",
	  .text = &fill },
	{ 's', "shortest", NULL, "end with the shortest file, as zip",
	  .flag = &shortest },
	{ 0, "strict", NULL, "files of different length are a fault",
	  .flag = &strict },
	{ 0 }
};

static const struct hint hints[] = {
	{ "--serial", "a whole file in one row is paste -s" },
	{ "--delimiters", "one string joins all: --output-delimiter" },
	{ "--delimiter", "did you mean --output-delimiter?" },
	{ NULL }
};

static const char *const examples[] = {
	"zip_longest names.txt scores.txt",
	"find . -name '*.wav' | sort | zip_longest - - -",
	"zip_longest --strict -d, ids.txt names.txt",
	NULL
};

static const struct tool tool = {
	.name = "zip_longest",
	.summary = "a record of each file side by side",
	.synopsis = "[OPTION]... [FILE]...",
	.options = options,
	.shared = row_separator_options,
	.hints = hints,
	.examples = examples,
	.reads = true,
	.rows = true,
};

/* Refuse options that contradict each other. */
static void
check_options(void)
{
	if (shortest && strict)
		die_usage("-s", "not together with --strict");
	if (fill && (shortest || strict))
		die_usage("-F", "not together with %s: nothing is filled",
		    shortest ? "-s" : "--strict");
	if (delimiter && row_options_dialect() == DIALECT_JSONL)
		die_usage("-d", "with --jsonl a row is one object");
	if (delimiter && row_options_dialect() != DIALECT_NONE)
		die_usage("-d", "%s says already what separates fields",
		    row_options_word());
	if (row_options_dialect() == DIALECT_NONE &&
	    options_value(row_separator_options, "field-separator"))
		die_usage("-t", "needs --csv; what joins the records of a row "
		    "is -d");
}

/* Let what fills rows that are objects be one. */
static void
fill_objects(struct lockstep *files)
{
	const struct record filling = { files->fill, strlen(files->fill) };
	struct json_join join = { 0 };

	if (!fill)
		files->fill = "{}";
	else if (!json_join(&join, &filling, 1))
		die_usage("-F", "%s", join.reason);
	json_join_close(&join);
	pass_header();
}

/* Say that a file ended before another did. */
static void
fault_unequal(const struct lockstep *files)
{
	const uintmax_t row = (uintmax_t)files->rows + 1;

	if (files->ended == files->ongoing)
		fault(files->ended->name, "ends within row %ju", row);
	else
		fault(files->ended->name, "has no record for row %ju, and %s "
		    "has one", row, files->ongoing->name);
}

/* Write all rows. */
static void
zip(struct lockstep *files)
{
	while (lockstep_write_next(files))
		lockstep_write_ready(files);
	if (files->ended)
		fault_unequal(files);
}

int
main(int argc, char **argv)
{
	struct run run = tool_start(&tool, argc, argv);
	struct lockstep files = { .fill = fill ? fill : "" };
	const char *reason;
	char *joint;

	check_options();
	files.are_rows = row_options_dialect() != DIALECT_NONE;
	if (row_options_dialect() == DIALECT_JSONL)
		fill_objects(&files);
	joint = separator_decode(delimiter ? delimiter : "\t",
	    &files.joint_len, &reason);
	if (!joint)
		die_usage("-d", "%s", reason);
	files.end = strict ? LOCKSTEP_STRICT :
	    shortest ? LOCKSTEP_SHORTEST : LOCKSTEP_LONGEST;
	files.joint = joint;
	files.fill_len = strlen(files.fill);
	if (lockstep_open(&files, &run, tool_files(&run)))
		zip(&files);
	lockstep_close(&files);
	free(joint);
	tool_finish();
}
