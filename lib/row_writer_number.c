/*
 * row_writer_number - numbers as values of new rows
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "numeral.h"
#include "row_writer.h"
#include "row_writer_number.h"

void
row_writer_number(struct row_writer *writer, struct decimal *value)
{
	char room[DECIMAL_PUT_ROOM];
	const char *end = decimal_put(value, room), *text;
	size_t len;

	if (end) {
		row_writer_literal(writer, room, (size_t)(end - room));
		return;
	}
	text = decimal_text(value, &len);
	row_writer_literal(writer, text, len);
}

void
row_writer_natural(struct row_writer *writer, uint64_t n)
{
	char room[NUMERAL_PUT_ROOM];

	row_writer_literal(writer, room,
	    (size_t)(numeral_put(room, n, 0) - room));
}
