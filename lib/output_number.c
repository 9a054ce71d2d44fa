/*
 * output_number - numbers as text to standard output
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "numeral.h"
#include "output.h"
#include "output_number.h"

void
output_natural(uint64_t n)
{
	size_t room;
	char *begin = output_room(NUMERAL_PUT_ROOM, &room);

	output_part((size_t)(numeral_put(begin, n, 0) - begin));
}

void
output_decimal(struct decimal *value)
{
	size_t room, len;
	char *begin = output_room(DECIMAL_PUT_ROOM, &room);
	const char *end = decimal_put(value, begin), *text;

	if (end) {
		output_part((size_t)(end - begin));
		return;
	}
	text = decimal_text(value, &len);
	output_bytes(text, len);
}
