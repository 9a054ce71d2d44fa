/*
 * csv_text - fields as CSV has them
 *
 * Layer 1: may include layer 0, text, word. A field is in quotes only where it
 * must be: it has the delimiter, a quote, a return or a newline in it. A quote
 * in quotes is doubled. These are the rules of RFC 4180, and what Python's csv
 * module writes. (That a row of one empty field is "" is the row's business.)
 *
 *	csv_add(&text, "a,b", 3, ',');		"a,b" in quotes
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef CSV_TEXT_H
#define CSV_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct text;

/* Say whether a field of these bytes has to be in quotes. */
bool csv_needs_quotes(const char *bytes, size_t len, char delimiter);

/* Add a field, in quotes where it has to be. */
void csv_add(struct text *text, const char *bytes, size_t len,
    char delimiter);

#endif
