/*
 * totals - how much was tried, and what came of it, by all jobs together
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TOTALS_H
#define TOTALS_H

#include "judge.h"

/* Begin to count: before the jobs do. */
void totals_start(void);

/* Count a run. */
void totals_add(const struct plan *plan, const struct outcome *outcome,
    enum verdict verdict);

/* Say what was counted. Returns: whether nothing is wrong. */
bool totals_show(void);

#endif
