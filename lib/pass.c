/*
 * pass - records that pass on as they are
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "output.h"
#include "pass.h"
#include "row_options.h"

void
pass_header(void)
{
	const struct record *header = row_options_header();

	if (header->bytes)
		output_record(header->bytes, header->len - 1);
}

void
pass_record(const struct record *record)
{
	output_record(record->bytes, record->len);
}

void
pass_span(const struct span *span)
{
	output_span(span);
}
