/*
 * lockstep - files that are read side by side, a record of each a row
 *
 * Layer 3: may include everything below it, beside and tool. Each FILE is an
 * input by itself, all open at once; every `-` is the same one, and gives a row
 * as many records as it stands there. Rows are written as soon as they are
 * complete; one that does not become so is not written.
 *
 *	struct lockstep lockstep = { .end = LOCKSTEP_LONGEST,
 *		.joint = "\t", .joint_len = 1, .fill = "" };
 *	if (lockstep_open(&lockstep, &run, tool_files(&run)))
 *		while (lockstep_write_next(&lockstep))
 *			lockstep_write_ready(&lockstep);
 *	lockstep_close(&lockstep);
 *
 * Holds a block of each file, however long records are. But where rows may
 * end within one (LOCKSTEP_SHORTEST and _STRICT, several `-`) such a row is
 * held until it is complete.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef LOCKSTEP_H
#define LOCKSTEP_H

#include "beside.h"
#include "row.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct lane;
struct names;
struct pollfd;
struct run;

/* When rows end. */
enum lockstep_end {
	LOCKSTEP_LONGEST, /* with the last file; ended ones are filled */
	LOCKSTEP_SHORTEST, /* with the first; the next row uses nothing */
	LOCKSTEP_STRICT /* with all; that one ends before is told */
};

/* Set the first six. Owns: the rest. */
struct lockstep {
	enum lockstep_end end;
	const char *joint; /* between the records of a row */
	size_t joint_len;
	const char *fill; /* in the place of a file that has ended */
	size_t fill_len;
	bool are_rows; /* or objects, and so is what they become (beside.h);
			* of objects fill is one */

	/* LOCKSTEP_STRICT: the first file that had ended, and the first that
	 * went on (which is the same within a row); NULL: none */
	const struct lane *ended, *ongoing;
	uint64_t rows; /* how many were written */

	/* its other members are for lockstep.c */
	struct lane *lane; /* the files, lanes of them */
	size_t lanes;
	struct lane *standard; /* the one that is standard input, or NULL */
	size_t times; /* how often that stands in a row */
	struct lane **of; /* whose record stands at each place of a row */
	struct row row;
	struct beside beside; /* writes rows that are no joined lines */
	char *filling; /* fill, with room for a step behind */
	char *held; /* held_len bytes of a row under way */
	size_t held_len, held_capacity;
	struct pollfd *poll;
	off_t mark; /* where standard input was before the row under way */
};

/*
 * Open all files. names must stay where they are.
 * Returns: false where that can't be; all that can't be opened are named.
 */
bool lockstep_open(struct lockstep *lockstep, const struct run *run,
    struct names *names);

/*
 * Write the next row, waiting for it. Returns: false after the last, or when
 * a file can't be read on, which is then named.
 */
bool lockstep_write_next(struct lockstep *lockstep);

/* Write the rows that can be made of what was read, perhaps none. */
void lockstep_write_ready(struct lockstep *lockstep);

/*
 * Close and free. What belongs to no row is given back to standard input,
 * where that can be.
 */
void lockstep_close(struct lockstep *lockstep);

#endif
