/*
 * errors - what each call may fail with
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ERRORS_H
#define ERRORS_H

#include "fault.h"
#include <stddef.h>

struct error {
	int number;
	const char *name;
	int times; /* beside once: how often, -1 is for ever */
};

/* Return the errors of a call, *n of them. */
const struct error *errors_of(enum fault_call call, size_t *n);

#endif
