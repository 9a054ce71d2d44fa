/*
 * not_number - what is said of text that should be a number
 *
 * Layer 1: may include layer 0 and record.
 *
 *	input_die(&in, "%s", not_number("field 2 is ", &value));
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef NOT_NUMBER_H
#define NOT_NUMBER_H

struct record;

/*
 * Return a reason: where, the text (a long one is cut), and what may help.
 * Valid: as because() has it.
 */
const char *not_number(const char *where, const struct record *text);

#endif
