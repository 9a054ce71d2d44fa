/*
 * beside - rows of files that are read side by side
 *
 * Layer 3: may include everything below it, joined, lockstep, objects and
 * row_options. What lockstep writes where records are no lines to be joined:
 * objects become one object, rows of CSV and TSV one row with the columns of
 * all, under a header that names them.
 *
 *	beside_begin(lockstep);
 *	beside_write(lockstep, record);		for each row
 *	beside_end(lockstep);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef BESIDE_H
#define BESIDE_H

#include "joined.h"
#include "objects.h"
#include "record.h"

struct lockstep;

/* Begins as { 0 }. */
struct beside {
	struct objects objects;
	struct joined joined;
};

/* Begin, once all files are open: write the header, if there is one. */
void beside_begin(struct lockstep *lockstep);

/*
 * Write a row of the records of each place; one without bytes is filled. What
 * can't be in it ends the run.
 */
void beside_write(struct lockstep *lockstep, struct record *record);

void beside_end(struct lockstep *lockstep);

#endif
