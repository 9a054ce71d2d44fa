/*
 * row - records that are written as one
 *
 * Layer 2: may include layers 0 and 1 and output. Who has a row's records sets
 * them, and either writes it or makes it where it goes out from.
 *
 *	row_open(&row, 2, ", ", 2, '\n');
 *	row.record[0] = first;
 *	row.record[1] = second;
 *	row_write(&row);
 *	row_close(&row);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ROW_H
#define ROW_H

#include "record.h"
#include "step.h"
#include <stddef.h>

/* Owns: record and joint, not the records' bytes. */
struct row {
	struct record *record; /* n of them */
	size_t n;
	char *joint; /* what stands between them */
	size_t joint_len;
	char eol;
};

/* Begin rows of n records, at least one, that end with eol. */
void row_open(struct row *row, size_t n, const char *joint, size_t joint_len,
    char eol);

/* Write the row. */
void row_write(const struct row *row);

/*
 * Put the row at that place, in steps: STEP bytes behind each record may be
 * read, and as many behind the row be written. Returns: the place behind it.
 */
static inline char *
row_make(const struct row *row, char *at)
{
	const struct record *record = row->record;
	const struct record *const end = record + row->n;

	at = step_copy(at, record->bytes, record->len);
	while (++record < end) {
		at = step_copy(at, row->joint, row->joint_len);
		at = step_copy(at, record->bytes, record->len);
	}
	*at++ = row->eol;
	return at;
}

void row_close(struct row *row);

#endif
