/*
 * fault_plan - which calls of this process are to fail
 *
 * The half of fault that decides; fault.c has the functions that ask it.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef FAULT_PLAN_H
#define FAULT_PLAN_H

#include "fault.h"
#include <stdbool.h>
#include <stddef.h>

/*
 * Count a call, on fd or FAULT_ANY_FD.
 * Returns: whether it is to fail, with the reason in errno; 0 there stands
 * for a result of 0.
 */
bool fault_due(enum fault_call call, int fd);

/* Return how many of len bytes this read or write may pass. */
size_t fault_piece(size_t len);

#endif
