/*
 * row_writer_number - numbers as values of new rows
 *
 * Layer 2: may include layers 0 and 1, row_writer. By itself, so that a tool
 * that computes nothing does not link what computes.
 *
 *	row_writer_natural(&writer, count);
 *	row_writer_number(&writer, &total);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ROW_WRITER_NUMBER_H
#define ROW_WRITER_NUMBER_H

#include <stdint.h>

struct decimal;
struct row_writer;

/* Put the next value of a row: n, or value as decimal_text has it. */
void row_writer_natural(struct row_writer *writer, uint64_t n);
void row_writer_number(struct row_writer *writer, struct decimal *value);

#endif
