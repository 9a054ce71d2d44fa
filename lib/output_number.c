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

/* Return the end of the text of what has few digits; NULL: it may have more. */
static char *
put_short(const struct decimal *value, char *to)
{
	const int64_t word = value->integer.word;

	if (value->kind != DECIMAL_WORD || value->scale > NUMERAL_PUT_SCALE)
		return NULL;
	if (word < 0)
		*to++ = '-';
	return numeral_put(to, word < 0 ? -(uint64_t)word : (uint64_t)word,
	    value->scale);
}

void
output_decimal(struct decimal *value)
{
	size_t room, len;
	char *begin = output_room(NUMERAL_PUT_ROOM + 1, &room);
	const char *end = put_short(value, begin), *text;

	if (end) {
		output_part((size_t)(end - begin));
		return;
	}
	text = decimal_text(value, &len);
	output_bytes(text, len);
}
