/*
 * appended - rows that pass on with one more field
 *
 * Layer 3: may include everything below it, pass, row_options, invalid. A row
 * keeps its bytes; the field stands behind all columns, before the return that
 * may end the row. An object gets one more member, or another value of the one
 * that is called so. Where rows are written anew (--to) so is the whole.
 *
 *	appended_open(&appended, "add_amount", 10);
 *	while (input_next(&in, &record))
 *		if (appended_fits(&appended, &invalid, &in, &record))
 *			appended_write(&appended, &invalid, &in, &record,
 *			    &total, true);
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

struct input;
struct invalid;
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

/* Say whether the new field can have that text: JSON has UTF-8 only. */
bool appended_can_hold(const struct appended *appended, const char *bytes,
    size_t len);

/*
 * Say whether a row can be written, whatever its new field is; else it is
 * --invalid's. To be asked before that field is computed: what is left out
 * counts nowhere.
 */
bool appended_fits(const struct appended *appended, struct invalid *invalid,
    const struct input *in, const struct record *row);

/*
 * Write a row that fits (NULL: one whose fields are empty) and the field behind
 * it; bare: JSON has it as it is, and not as a string. A field that JSON can't
 * have is --invalid's.
 */
void appended_write(struct appended *appended, struct invalid *invalid,
    const struct input *in, const struct record *row,
    const struct record *field, bool bare);

void appended_close(struct appended *appended);

#endif
