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
	const char *text;
	size_t len, room;

	len = decimal_put(value, output_room(DECIMAL_PUT_ROOM, &room));
	if (len > 0) {
		output_part(len);
		return;
	}
	text = decimal_text(value, &len);
	output_bytes(text, len);
}
