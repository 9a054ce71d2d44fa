/*
 * tsv - rows whose fields are apart by tabs
 *
 * Layer 1: may include layer 0, fields, record, text, word. A newline ends a
 * row and a tab a field; quotes are data. Inside a field \t, \n, \r and \\ are
 * escapes, and any other backslash is itself, so that any bytes can be in a
 * field. A return at the end of a row belongs to its newline.
 *
 *	tsv_split(&row, SIZE_MAX, &fields, &unescaped);
 *	tsv_add(&text, fields.field[0].bytes, fields.field[0].len);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TSV_H
#define TSV_H

#include "record.h"
#include <stddef.h>

struct fields;
struct text;

/*
 * Split row, which is without its newline, into fields, in place of what
 * fields held: at least as far as `reach` of them, the rest perhaps not. An
 * empty row has one empty field.
 * Valid: while the row's bytes are, and until unescaped, where fields with an
 * escape are put, changes.
 */
void tsv_split(const struct record *row, size_t reach, struct fields *fields,
    struct text *unescaped);

/* Add what a field of these bytes is as TSV. */
void tsv_add(struct text *text, const char *bytes, size_t len);

#endif
