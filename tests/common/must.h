/*
 * must - a test's own trouble ends it
 *
 *	must(pipe(end) == 0, "pipe");
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef MUST_H
#define MUST_H

#include <stdbool.h>

/* What a process ends with that could not do its own part. */
#define STATUS_BROKEN 99

/*
 * Where this is not done, say so, and why by errno, and end this process. No
 * endings run: it may be a child with its parent's buffers.
 */
void must(bool done, const char *what);

#endif
