/*
 * rows - what tests of rows with a header share
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "field_options.h"
#include "input.h"
#include "message.h"
#include "names.h"
#include "options.h"
#include "output.h"
#include "row_options.h"
#include "rows.h"
#include <stdbool.h>
#include <stdint.h>

static bool zero;
static const struct option own[] = {
	{ 'z', "zero-terminated", NULL, "records end with NUL",
	  .flag = &zero },
	{ 0 }
};

static struct words words;

size_t
rows_options(const char *const args[ROWS_ARGS], const char *const **operand)
{
	const struct option *const tables[] = { own, field_options,
		row_options, NULL };
	static char *argv[ROWS_ARGS + 2];
	size_t n;
	int argc = 1;

	message_start("t");
	output_start('\n');
	for (; argc <= ROWS_ARGS && args[argc - 1]; argc++)
		argv[argc] = (char *)(uintptr_t)args[argc - 1];
	n = options_parse(tables, NULL, argc, argv);
	row_options_read(options_value(field_options, "field-separator"),
	    options_value(field_options, "regexp"),
	    options_value(field_options, "output-delimiter"), zero);
	*operand = (const char *const *)argv + 1;
	return n;
}

void
rows_start(struct input *in, const char *const args[ROWS_ARGS])
{
	const char *const *operand;
	const size_t n = rows_options(args, &operand);

	input_open(in, words_open(&words, operand, n), '\n');
	row_options_begin(in);
}

void
rows_end(struct input *in)
{
	input_close(in);
	output_close();
	finish();
}
