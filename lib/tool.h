/*
 * tool - what a tool is, how its run starts and ends
 *
 * Layer 3: may include everything below it, options and row_options.
 *
 *	static const struct tool tool = { .name = "take", ... };
 *
 *	int
 *	main(int argc, char **argv)
 *	{
 *		struct run run = tool_start(&tool, argc, argv);
 *		const char *word = tool_operand(&run, "N");
 *		struct input in;
 *
 *		tool_input(&run, &in, tool_files(&run));
 *		...
 *		tool_finish();
 *	}
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TOOL_H
#define TOOL_H

#include "input.h"
#include "names.h"
#include "options.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdnoreturn.h>

/* What --help, --version, usage and completions say of a tool. */
struct tool {
	const char *name; /* the command, as in the page */
	const char *summary; /* equal to the page's .Nd */
	const char *synopsis; /* what follows the name */
	const struct option *options; /* without the common ones */
	const struct option *shared; /* one more table (field_options) */
	const struct hint *hints; /* NULL: none */
	const char *const *examples; /* three command lines, then NULL */
	bool answers; /* by its status, and writes nothing */
	bool reads; /* reads records: -z, --no-decompress, FILE */
	bool rows; /* which may be rows with a header: --csv and its like */
};

/* A run of a tool: what is left of its command line. */
struct run {
	const char *const *operand; /* n of them */
	size_t n;
	char eol; /* what ends a record: newline, or NUL under -z */
	bool decompress;
	struct words words;
};

/*
 * Make the process safe (signals, closed descriptors), read the options,
 * answer --help and --version, start the output.
 */
struct run tool_start(const struct tool *tool, int argc, char **argv);

/* Take the next operand. None left is wrong usage that names what it is. */
const char *tool_operand(struct run *run, const char *what);

/*
 * Return the count that word gives, 0 or more; what says in a message what
 * it is. One too large for the type is UINT64_MAX, which means all there are.
 */
uint64_t tool_count(const char *word, const char *what);

/* Take no more operands: one that is left is wrong usage. */
void tool_no_operands(const struct run *run);

/*
 * Return the operands that are left as the FILEs to read, standard input
 * where there are none. Ends the run where one is also the output. run must
 * stay where it is.
 */
struct names *tool_files(struct run *run);

/*
 * Begin to iterate over the records of files, as the run's options say. Where
 * they are rows the header of the first is read.
 */
void tool_input(const struct run *run, struct input *in, struct names *files);

/* End with an answer: status 0 for true, 1 for false, 2 after a fault. */
noreturn void tool_answer(bool truth);

/* Write out what is pending, close, and end with the status of the run. */
noreturn void tool_finish(void);

#endif
