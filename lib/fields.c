/*
 * fields - the parts of a record
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "fields.h"
#include "memory.h"
#include "word.h"
#include <stdlib.h>
#include <string.h>

void
fields_grow(struct fields *fields)
{
	fields->field = xgrow(fields->field, &fields->capacity, fields->n + 8,
	    sizeof *fields->field);
}

bool
fields_equal(const struct fields *a, const struct fields *b, bool ignore_case)
{
	const struct record *x = a->field, *y = b->field;
	size_t i;

	if (a->n != b->n)
		return false;
	for (i = 0; i < a->n; i++, x++, y++) {
		if (x->len != y->len)
			return false;
		if (!word_equal(x->bytes, y->bytes, x->len) &&
		    !(ignore_case &&
		    word_equal_letters(x->bytes, y->bytes, x->len)))
			return false;
	}
	return true;
}

void
fields_keep(struct kept_fields *kept, const struct fields *fields)
{
	const struct record *field = fields->field;
	size_t len = 0, i;
	char *at;

	for (i = 0; i < fields->n; i++)
		len += field[i].len;
	kept->bytes = xgrow(kept->bytes, &kept->capacity, len, 1);
	kept->fields.n = 0;
	at = kept->bytes;
	for (i = 0; i < fields->n; i++, field++) {
		if (field->len > 0)
			memcpy(at, field->bytes, field->len);
		fields_push(&kept->fields, at, field->len);
		at += field->len;
	}
}

void
fields_close(struct fields *fields)
{
	free(fields->field);
	*fields = (struct fields){ 0 };
}

void
kept_fields_close(struct kept_fields *kept)
{
	fields_close(&kept->fields);
	free(kept->bytes);
	*kept = (struct kept_fields){ 0 };
}
