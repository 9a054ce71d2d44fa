/*
 * output_number - numbers as text to standard output
 *
 * Layer 2: may include layers 0 and 1, and output. A number whose text is
 * short is made where it goes out from.
 *
 *	output_natural(count);
 *	output_bytes("\t", 1);
 *	output_decimal(&total);
 *	output_end();
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef OUTPUT_NUMBER_H
#define OUTPUT_NUMBER_H

#include <stdint.h>

struct decimal;

/* Write a part of a record: n, or value as decimal_text has it. */
void output_natural(uint64_t n);
void output_decimal(struct decimal *value);

#endif
