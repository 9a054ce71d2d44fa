/*
 * columns - the names of the fields of a row
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "columns.h"
#include "memory.h"
#include "nearest.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void
columns_set(struct columns *columns, const struct fields *names,
    const char *origin)
{
	fields_keep(&columns->names, names);
	free(columns->origin);
	columns->origin = xcopy(origin, strlen(origin));
}

size_t
columns_add(struct columns *columns, const char *name, size_t len)
{
	struct kept_fields names = { 0 };
	struct fields *known = &columns->names.fields;

	/* The bytes move with each that is added: there are few. */
	fields_push(known, name, len);
	fields_keep(&names, known);
	kept_fields_close(&columns->names);
	columns->names = names;
	return names.fields.n - 1;
}

size_t
columns_find(struct columns *columns, const char *name, size_t len)
{
	const struct fields *known = &columns->names.fields;
	size_t i;

	for (i = 0; i < known->n; i++) {
		if (known->field[i].len == len &&
		    memcmp(known->field[i].bytes, name, len) == 0)
			return i;
	}
	return columns->open ? columns_add(columns, name, len) : SIZE_MAX;
}

const struct record *
columns_near(const struct columns *columns, const char *name)
{
	const struct fields *known = &columns->names.fields;
	bool is_near = false;
	char *text;
	size_t i;

	for (i = 0; i < known->n && !is_near; i++) {
		text = xcopy(known->field[i].bytes, known->field[i].len);
		is_near = nearest(name, text);
		free(text);
	}
	return is_near ? &known->field[i - 1] : NULL;
}

void
columns_close(struct columns *columns)
{
	kept_fields_close(&columns->names);
	free(columns->origin);
	*columns = (struct columns){ 0 };
}
