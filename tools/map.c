/*
 * map - each record as an expression makes it
 *
 * Writes for each record what EXPR makes of it: text and numbers as they are,
 * a list or tuple as fields, a dict as a line of JSON; None writes nothing. In
 * EXPR x is the record, row its fields, i its index from 0, prev the row
 * before. Holds one record.
 *
 *	$ printf '%s\n' 1 2 3 | map 'x**2'
 *	1
 *	4
 *	9
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "field_options.h"
#include "generator.h"
#include "input.h"
#include "invalid.h"
#include "new_rows.h"
#include "tool.h"

static struct option_list keys;
static const char *invalid;

static const struct option options[] = {
	{ 'k', "key", "N", "x is field N", .list = &keys },
	INVALID_OPTION(invalid),
	{ 0 }
};

static const char *const examples[] = {
	"range 5 | map 'x**2'",
	"map -t, 'row[0], row[2] * row[3]' sales.txt",
	"map -e '(?<user>\\w+) logged in' user app.log",
	NULL
};

static const struct tool tool = {
	.name = "map",
	.summary = "each record as an expression makes it",
	.synopsis = "[OPTION]... EXPR [FILE]...",
	.options = options,
	.shared = field_options,
	.hints = generator_hints,
	.examples = examples,
	.reads = true,
	.rows = true,
};

/* Write what the expression makes of each record. */
static void
map(struct generator *generator, struct input *in, struct new_rows *rows)
{
	struct value value;

	while (generator_next(generator, in)) {
		if (generator_value(generator, in, &value))
			new_rows_write(rows, in, &value);
	}
}

int
main(int argc, char **argv)
{
	struct run run = tool_start(&tool, argc, argv);
	const char *expression = generator_operand(&run);
	struct generator generator;
	struct new_rows rows;
	struct input in;

	tool_input(&run, &in, tool_files(&run));
	generator_open(&generator, expression, &keys, invalid);
	new_rows_open(&rows, &generator);
	map(&generator, &in, &rows);
	new_rows_close(&rows);
	input_close(&in);
	generator_close(&generator);
	tool_finish();
}
