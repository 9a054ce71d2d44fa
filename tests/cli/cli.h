/*
 * cli - runs a tool as its user does, and compares everything it says
 *
 * A test of a tool is a table of rows and one line:
 *
 *	#include "cli.h"
 *
 *	static const struct row rows[] = {
 *		{ .name = "fewer than there are",
 *		    .args = { "2" },
 *		    .in = TEXT("a\nb\nc\n"),
 *		    .out = TEXT("a\nb\n"),
 *		    .left = TEXT("c\n") },
 *		{ .name = "a folder among the files",
 *		    .args = { "2", "d", "f" },
 *		    .files = { { "d", .folder = true }, { "f", TEXT("a") } },
 *		    .out = TEXT("a\n"),
 *		    .status = 1,
 *		    .err = "take: d: Is a directory\n" },
 *	};
 *
 *	ROWS_MAIN("take", rows)
 *
 * A row is replayed in variants; each is a check of its own:
 *
 *	.in	as standard input: a regular file, a pipe that is filled at
 *		once, a pipe that gets a byte at a time (inputs up to
 *		PIECES_MAX), a socket; as an operand behind the others: a
 *		regular file and a FIFO, both named `in`
 *	-z	each of these once more with -z before the arguments, and
 *		newlines and NULs exchanged in .in, .files, .out and .left
 *
 * A tool that never ends by itself (.endless) writes .out and more; its reader
 * leaves after .out, which is to end it with .status and .err all the same.
 *
 * A row without .in has /dev/null as standard input, and no variants but -z.
 * The tool runs in a fresh folder that holds .files, without a shell, and has
 * 10 seconds. Where ROWS_EVERY is a number, only every so many-th variant runs.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef CLI_H
#define CLI_H

#include <stdbool.h>
#include <stddef.h>

#define ARGS_MAX 16
#define FILES_MAX 8
#define PIECES_MAX 64

/*
 * Bytes of a row: head, then fill times the letter x, then tail. Unset is not
 * the same as empty, which is TEXT("").
 */
struct text {
	const char *head;
	size_t head_len;
	size_t fill;
	const char *tail;
	size_t tail_len;
};

/* The bytes of a literal, NULs in it included. */
#define TEXT(literal) { .head = (literal), .head_len = sizeof(literal) - 1 }

/* For long records: LONG("a\n", 65536, "\nb\n") has 2 + 65536 + 3 bytes. */
#define LONG(before, n, after)                                            \
	{ .head = (before), .head_len = sizeof(before) - 1, .fill = (n),  \
		.tail = (after), .tail_len = sizeof(after) - 1 }

/* What is in the folder that the tool runs in; a folder before its files. */
struct file {
	const char *name; /* NULL ends the list */
	struct text text;
	bool folder; /* a folder rather than a file */
};

struct row {
	const char *name; /* what the row shows, in a few words */
	const char *args[ARGS_MAX]; /* ended by NULL */
	struct text in; /* what there is to read; unset: nothing */
	struct file files[FILES_MAX];

	struct text out; /* standard output; unset: empty */
	int status;
	const char *err; /* standard error, TOOL being the name; NULL: empty */
	struct text left; /* what the tool leaves on stdin; unset: unchecked */

	bool endless; /* .out is only how the output begins */
	bool no_zero_twin; /* -z would change more than the terminators */
	bool no_operand; /* in can't be one more FILE; so without being said
			  * where there are .files or an argument is "-" */
};

/*
 * Run every variant of n rows on tool; other tools may follow.
 * Returns: the status for main.
 */
int rows_main(const char *tool, const struct row *rows, size_t n);

#define ROWS_MAIN(tool, rows)                                             \
	int main(void)                                                    \
	{                                                                 \
		return rows_main(tool, rows, sizeof rows / sizeof *rows); \
	}

/* The rows of one tool among several, whose table is called as it is. */
struct tool_rows {
	const char *tool;
	const struct row *rows;
	size_t n;
};

#define ROWS_OF(tool) ROWS_FOR(tool, tool)

/* The same of rows that hold for several tools. */
#define ROWS_FOR(tool, rows) { #tool, rows, sizeof rows / sizeof *rows }

/* Run the rows of n tools. Returns: the status for main. */
int tools_main(const struct tool_rows *tools, size_t n);

#define TOOLS_MAIN(tools)                                                 \
	int main(void)                                                    \
	{                                                                 \
		return tools_main(tools, sizeof tools / sizeof *tools);   \
	}

#endif
