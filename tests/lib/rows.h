/*
 * rows - what tests of rows with a header share
 *
 *	static const char *const args[] = { "--csv", "-t;", NULL };
 *
 *	rows_start(&in, args);		in a child: it reads standard input
 *	while (input_next(&in, &record))
 *		...
 *	rows_end(&in);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ROWS_H
#define ROWS_H

#include <stddef.h>
#include <stdnoreturn.h>

/* So many words a row of a table gives, and NULL. */
#define ROWS_ARGS 8

struct input;

/*
 * Begin as a tool that has them would: read the options of rows and fields,
 * and -z. The words are apart from others, so that a run has them once.
 * Returns: how many operands there are, which come first in *operand.
 */
size_t rows_options(const char *const args[ROWS_ARGS],
    const char *const **operand);

/* The same, and begin to read the operands; -: standard input. */
void rows_start(struct input *in, const char *const args[ROWS_ARGS]);

/* End the run. */
noreturn void rows_end(struct input *in);

#endif
