/*
 * pass - records that pass on as they are
 *
 * Layer 3: may include everything below it and row_options. Where records are
 * rows the header passes first.
 *
 *	pass_header();
 *	while (input_span(&in, &span))
 *		pass_span(&span);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef PASS_H
#define PASS_H

#include "record.h"

/* Pass on the header of the input that began last, if it has one. */
void pass_header(void);

/* Pass on a record, or records with their terminators. */
void pass_record(const struct record *record);
void pass_span(const struct span *span);

#endif
