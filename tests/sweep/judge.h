/*
 * judge - says whether what came of a run is what may come of it
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef JUDGE_H
#define JUDGE_H

#include "run.h"

enum verdict {
	VERDICT_SAME, /* the same bytes and the same status as ever */
	VERDICT_SAID, /* a message, the status of a fault, and a prefix */
	VERDICT_QUIET, /* the reader left: a prefix, no message, status 0 */
	VERDICT_WRONG,
	VERDICT_N
};

/*
 * Judge a run by one of the same command in which nothing failed.
 * *reason says what is wrong with it.
 */
enum verdict judge(const struct command *command, const struct plan *plan,
    const struct outcome *good, const struct outcome *outcome,
    const char **reason);

#endif
