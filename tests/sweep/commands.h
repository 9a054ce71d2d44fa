/*
 * commands - the command lines that are swept, from a table
 *
 * A line of the table is how standard input comes, flags after commas, then
 * the command with its arguments; '...' quotes as in a shell.
 *
 *	pipe:letters take 3
 *	none,rest chain a b
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef COMMANDS_H
#define COMMANDS_H

#include "fault.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum stdin_kind {
	STDIN_NONE, /* the null device */
	STDIN_CLOSED,
	STDIN_FILE,
	STDIN_PIPE,
	STDIN_SOCKET,
};

/* A call that fails: the from-th, and so many in all; -1 times: for ever. */
struct fault {
	enum fault_call call; /* FAULT_N: none */
	unsigned from;
	int times, error;
};

struct command {
	enum stdin_kind kind;
	const char *file; /* what standard input has */
	char *words; /* as in the table, for messages */
	char **argv;
	/* Flags. */
	bool to_file; /* standard output is a file, not a pipe */
	bool to_terminal; /* standard error is a terminal */
	bool on_terminal; /* standard output and error are one */
	bool endless; /* the reader leaves after a while */
	bool rest; /* records of a FILE that failed are missing, others come */
	bool last; /* after a fault the last record may be of a part */
	bool part; /* after a fault all records may be those of a part */
	bool nul; /* records of the output end with NUL */
	bool answers; /* the answer is the status, a fault is 2 */
	bool slow; /* not for a sample */
	enum fault_call only; /* sweep this call alone; FAULT_N: all */
	struct fault with; /* this fails all the time, in the tool */
	struct fault pin; /* try this and nothing else */
	uint64_t pieces; /* try these pieces and nothing else; 0: none */
};

struct commands {
	struct command *command;
	size_t n;
	size_t absent; /* lines whose files or tools are not there */
};

/* Add the lines of a file; what it can't read ends the program. */
void commands_read(struct commands *commands, const char *file);

/* Return the number of the call with this name, FAULT_N where there is none. */
enum fault_call call_named(const char *name);

/* Return the name of a call. */
const char *call_name(enum fault_call call);

#endif
