/*
 * talk - runs a tool: feeds it, hears what it says, sees what it leaves
 *
 *	struct outcome outcome = { 0 };
 *
 *	talk(&(struct call){ .path = path, .argv = argv, .way = WAY_PIPE,
 *	    .in = &in, .enough = SIZE_MAX }, &outcome);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TALK_H
#define TALK_H

#include "../common/bytes.h"
#include <stdbool.h>
#include <stddef.h>

/* How its input reaches a tool. */
enum way {
	WAY_NONE,
	WAY_FILE,
	WAY_PIPE,
	WAY_PIECES,
	WAY_SOCKET,
	WAY_OPERAND,
	WAY_FIFO,
	WAYS
};

/* Return what a report calls it. */
const char *way_name(enum way way);

/* Return whether standard input stays out of it. */
bool way_is_aside(enum way way);

struct call {
	const char *path;
	char *const *argv;
	enum way way; /* WAY_FILE: the file `in`; WAY_FIFO: it is fed here */
	const struct bytes *in;
	size_t enough; /* when so much came out, its reader leaves */
};

/* What it came to. Owns: the caller calls outcome_free. */
struct outcome {
	struct bytes out, err;
	struct bytes left; /* of standard input, unless that stays out of it */
	int status; /* as a shell has it: 128 + N where signal N killed it */
};

/*
 * Run it in the current folder, with signals as usual, and wait for its end.
 * SIGPIPE is to be ignored here.
 */
void talk(const struct call *call, struct outcome *outcome);

void outcome_free(struct outcome *outcome);

#endif
