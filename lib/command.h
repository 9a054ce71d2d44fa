/*
 * command - a shell command that reads what we write
 *
 * Layer 1: may include layer 0 and descriptor. One at a time, or several.
 * The command finds signals, mask and limits as the tool did (SIGPIPE at its
 * default), and no descriptor of the tool but 0, 1 and 2.
 *
 *	struct variable variable[] = { { "KEY", key, len } };
 *	fd = command_start(&command, "wc -l", variable, 1);
 *	... write to fd, perhaps command_ended(&command), close(fd) ...
 *	reason = command_finish(&command);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef COMMAND_H
#define COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* A variable of the command's environment; its value has no NUL. */
struct variable {
	const char *name;
	const char *value;
	size_t len;
};

struct command {
	pid_t pid;
	bool ended;
	int status; /* as waitpid(2) has it, once it ended */
	bool piped; /* it died of SIGPIPE, or says that what it ran did */
};

/*
 * Start `sh -c line` with n more variables than we have.
 * Returns: the descriptor of its standard input, close-on-exec; or -1 with
 * errno (E2BIG where the variables are too long).
 * Cost: a fork, and a copy of the list of variables.
 */
int command_start(struct command *command, const char *line,
    const struct variable *variable, size_t n);

/* Say, without waiting, whether the command has ended. */
bool command_ended(struct command *command);

/*
 * Wait for the end of the command, whose standard input was closed.
 * Returns: NULL, or how it failed (valid until the next call).
 */
const char *command_finish(struct command *command);

#endif
