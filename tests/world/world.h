/*
 * world - what the programs share that run tools by the hundred
 *
 * They start a tool without a shell between, at times and in pieces that a
 * seed decides, so that what fails can be run again.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef WORLD_H
#define WORLD_H

#include "../common/bytes.h"
#include "../common/must.h"
#include "../common/process.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* Throw dice: the same seed gives the same throws. */
void dice_seed(uint64_t seed);

/* Return a number below n, which is at least 1. */
uint64_t dice(uint64_t n);

/* Say yes once in n times. */
bool one_in(uint64_t n);

/*
 * Start a program with in and out as its standard input and output, signals
 * as usual; it is killed by SIGALRM after so many seconds.
 */
pid_t start(char *const argv[], int in, int out, unsigned seconds);

/* Return the path of a tool, in TOOLS_DIR where that is set; never freed. */
char *tool_path(const char *name);

/*
 * Say how it went: a line for the log, and one more for who collects what
 * long runs (TRUST=long) have shown.
 * Returns: the status to end with.
 */
int report(const char *subject, uintmax_t tried, uintmax_t failed);

#endif
