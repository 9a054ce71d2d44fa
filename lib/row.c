/*
 * row - records that are written as one
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "memory.h"
#include "output.h"
#include "row.h"
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

void
row_close(struct row *row)
{
	free(row->record);
	free(row->joint);
}
