/*
 * integer - strict decimal integers as they stand in operands and options
 *
 * Layer 1: includes nothing of ours. The one grammar: an optional sign, then
 * decimal digits with single underscores between them; nothing else, no
 * blanks.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef INTEGER_H
#define INTEGER_H

#include <stdbool.h>
#include <stdint.h>

/* Say whether text is an integer. */
bool integer_valid(const char *text);

/*
 * Read text as an integer; one too large for the type becomes its end,
 * INT64_MAX or INT64_MIN, which as a count of records means all of them.
 * Returns: false where text is no integer.
 */
bool integer_parse(const char *text, int64_t *value);

#endif
