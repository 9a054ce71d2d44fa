/*
 * rotated - before each name the names of its rotated copies, oldest first
 *
 * Layer 1: may include layer 0 and names. A copy of FILE is FILE.N,
 * FILE-YYYYMMDD... or FILE.YYYY-MM-DD..., each with or without .gz .xz .zst
 * .bz2. The greater number and the earlier date are older; dated copies come
 * before numbered ones.
 *
 *	struct rotated rotated;
 *	names = rotated_open(&rotated, names);
 *	...
 *	rotated_close(&rotated);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ROTATED_H
#define ROTATED_H

#include "names.h"

/* Owns: the copies' names of one file at a time. */
struct rotated {
	struct names names;
	struct names *files;
	struct rotated_copy *copy; /* n of them, oldest first */
	size_t n, capacity, i;
	const char *file; /* to be given after its copies */
	char *path; /* the name given last */
};

/*
 * Give every name of files with its copies before it.
 * Errors: a folder that can't be listed is a fault that is named; its file
 * is still given. Where a copy stands there both plain and compressed, the
 * plain one is given and the other named as a fault: reading both would
 * repeat records.
 * Cost: one pass over the file's folder; memory for its copies' names.
 */
struct names *rotated_open(struct rotated *rotated, struct names *files);

/* Free what it holds. */
void rotated_close(struct rotated *rotated);

#endif
