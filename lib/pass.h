/*
 * pass - records that pass on
 *
 * Layer 3: may include everything below it and row_options. As they are; or,
 * where --to or --output-delimiter asks for it, as rows written anew. The
 * header passes first.
 *
 *	pass_header();
 *	while (pass_next(&in))
 *		continue;
 *
 * What can't be written anew ends the run with a fault.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef PASS_H
#define PASS_H

#include "record.h"
#include <stdbool.h>

struct input;

/*
 * Pass on the header of the input that began last, if it has one; once more for
 * each command that is to get one.
 */
void pass_header(void);

/* Pass on a record, or records with their terminators. */
void pass_record(const struct record *record);
void pass_span(const struct span *span);

/*
 * Pass on the next records of in, as many as are at hand. Returns: as
 * input_span. A fault names the record, which that of pass_span can't.
 */
bool pass_next(struct input *in);

#endif
