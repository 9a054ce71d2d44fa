/*
 * row - records that are written as one
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "memory.h"
#include "output.h"
#include "row.h"
#include "step.h"
#include <stdlib.h>

void
row_open(struct row *row, size_t n, const char *joint, size_t joint_len,
    char eol)
{
	*row = (struct row){
		.record = xallocate(n, sizeof *row->record),
		.n = n,
		.joint = step_pad(joint, joint_len),
		.joint_len = joint_len,
		.eol = eol,
	};
}

size_t
row_len(const struct row *row)
{
	size_t len = (row->n - 1) * row->joint_len + 1;

	for (size_t i = 0; i < row->n; i++)
		len += row->record[i].len;
	return len;
}

void
row_write(const struct row *row)
{
	for (size_t i = 0; i < row->n; i++) {
		if (i > 0)
			output_bytes(row->joint, row->joint_len);
		output_bytes(row->record[i].bytes, row->record[i].len);
	}
	output_end();
}

char *
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

void
row_close(struct row *row)
{
	free(row->record);
	free(row->joint);
}
