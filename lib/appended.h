/*
 * appended - rows that pass on with one more field
 *
 * Layer 3: may include everything below it, pass, row_options. A row keeps
 * its bytes; the field stands behind all columns, before the return that may
 * end the row. An object gets one more member, or another value of the one that
 * is called so. Where rows are written anew
 * (--to) so is the whole.
 *
 *	appended_open(&appended, "add_amount", 10);
 *	while (input_next(&in, &record))
 *		reason = appended_write(&appended, &record, "12.5", 4, true);
 *	appended_close(&appended);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef APPENDED_H
#define APPENDED_H

#include "fields.h"
#include "json_object.h"
#include "row_writer.h"
#include "spelled.h"
#include "text.h"
#include <stdbool.h>
#include <stddef.h>

struct record;

/* Its members are for appended.c. */
struct appended {
	struct spelling spelling; /* of the rows that are read */
	size_t columns; /* how many their header has; 0: there is none */
	bool anew; /* they are written by the writer */
	struct row_writer writer;
	struct fields fields; /* of the row that is written anew */
	struct text split; /* their bytes */
	struct text row; /* the row under way, or the header */
	struct text label; /* of JSON: the name, and what is around it */
	struct json_object object; /* has it where it is there already */
};

/*
 * Begin, and write the header with one more name, where there is one. The
 * input has begun. A name that can't be ends the run.
 */
void appended_open(struct appended *appended, const char *name, size_t len);

/*
 * Write a row (NULL: one whose fields are empty) and the field behind it; bare:
 * JSON has it as it is, and not as a string.
 * Returns: NULL, or why that can't be written.
 */
const char *appended_write(struct appended *appended,
    const struct record *row, const char *bytes, size_t len, bool bare)
    __attribute__((warn_unused_result));

void appended_close(struct appended *appended);

#endif
