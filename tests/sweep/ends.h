/*
 * ends - what a command reads and writes, and our ends of it
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ENDS_H
#define ENDS_H

#include "../common/bytes.h"
#include "commands.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* After so much of an endless output its reader leaves. */
#define ENDLESS_MAX 20000

/* The descriptors of a run, -1 where there is none. */
struct ends {
	int in, in_here; /* the command's standard input, what we feed */
	int out, out_here;
	int err, err_here;
	struct bytes feed; /* what standard input is to have */
	size_t fed;
	bool pieces;
	uint64_t state; /* of what is random */
};

/*
 * Open them; file is standard output where that is one. Where seed is not 0
 * some do not block, what is fed comes in pieces, and output is taken in
 * pieces.
 */
void ends_open(struct ends *ends, const struct command *command,
    const char *file, uint64_t seed);

/* Close those that the command has now. */
void ends_hand_over(struct ends *ends);

/*
 * Feed the command and take what comes, until nothing more can come.
 * Returns: false where it takes longer than until, a time of now_us.
 */
bool ends_serve(struct ends *ends, const struct command *command, int64_t until,
    struct bytes *out, struct bytes *err);

/* Return how much of standard input is left to the next reader, or -1. */
long ends_left(struct ends *ends, const struct command *command);

void ends_close(struct ends *ends);

#endif
