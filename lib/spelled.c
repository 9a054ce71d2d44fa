/*
 * spelled - rows as they are spelled, and what is put behind them
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "csv.h"
#include "csv_text.h"
#include "scan.h"
#include "spelled.h"
#include "text.h"
#include "tsv.h"

size_t
spelled_count(const struct spelling *spelling, const struct record *row)
{
	if (spelling->dialect == DIALECT_CSV)
		return csv_count(row, spelling->delimiter);
	return scan_count(row->bytes, row->len, spelling->delimiter) + 1;
}

void
spelled_pad(const struct spelling *spelling, struct text *text, size_t n,
    size_t columns)
{
	if (n < columns)
		memset(text_extend(text, columns - n), spelling->delimiter,
		    columns - n);
}

/*
 * Add a row whose last field ends with a return of its own, which must not be
 * taken for what ends the row. Such a field is not in quotes.
 */
static void
add_with_return(const struct spelling *spelling, struct text *text,
    const struct record *body)
{
	const char *const before = memrchr(body->bytes, spelling->delimiter,
	    body->len);
	const size_t at = before ? (size_t)(before - body->bytes) + 1 : 0;

	text_add(text, body->bytes, at);
	if (spelling->dialect == DIALECT_CSV) {
		csv_add(text, body->bytes + at, body->len - at,
		    spelling->delimiter);
		return;
	}
	/* The rest of the field is spelled already. */
	text_add(text, body->bytes + at, body->len - at - 1);
	tsv_add(text, "\r", 1);
}

size_t
spelled_add(const struct spelling *spelling, struct text *text,
    const struct record *row, size_t columns)
{
	const struct record body = spelled_body(row);
	const size_t n = spelled_count(spelling, &body);

	if (body.len > 0 && body.bytes[body.len - 1] == '\r')
		add_with_return(spelling, text, &body);
	else
		text_add(text, body.bytes, body.len);
	spelled_pad(spelling, text, n, columns);
	return n;
}

void
spelled_value(const struct spelling *spelling, struct text *text,
    const char *bytes, size_t len)
{
	if (spelling->dialect == DIALECT_CSV)
		csv_add(text, bytes, len, spelling->delimiter);
	else
		tsv_add(text, bytes, len);
}

void
spelled_field(const struct spelling *spelling, struct text *text,
    const char *bytes, size_t len)
{
	text_add(text, &spelling->delimiter, 1);
	spelled_value(spelling, text, bytes, len);
}
