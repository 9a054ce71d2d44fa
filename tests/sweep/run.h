/*
 * run - runs a command under a plan, and keeps what came of it
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef RUN_H
#define RUN_H

#include "commands.h"
#include "ends.h"
#include <stdint.h>

/* How many calls fail at most, beside what a line of the table says. */
#define PLAN_FAULTS 2

/* A fault that is none. */
#define NO_FAULT { .call = FAULT_N }

/* What becomes of the reads and writes. */
struct plan {
	const char *program; /* which one is meant: the tool or its helper */
	struct fault fault[PLAN_FAULTS];
	/* Not 0: reads and writes are cut, of the tool and of its helper. */
	uint64_t pieces;
};

struct outcome {
	int status; /* as of waitpid(2) */
	bool late; /* it did not end and was killed */
	struct bytes out, err;
	long left; /* bytes of standard input; -1: that can't be known */
	struct fault_counts counts;
};

/* How long a run may take before it counts as one that hangs. */
extern long run_patience_ms;

/* Prepare: to be called once in each process that runs. */
void run_start(const char *folder);

/* Run it. Owns: the outcome's memory is used again for the next. */
void run(const struct command *command, const struct plan *plan,
    struct outcome *outcome);

/* Write the variables of the environment that repeat the plan. */
void run_variables(const struct command *command, const struct plan *plan,
    char *text, size_t size);

/* Forget an outcome. */
void outcome_free(struct outcome *outcome);

#endif
