/*
 * sheets - a text and then a record, for each record of a column
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "sheets.h"
#include "step.h"
#include "store.h"
#include <string.h>

/* What may be read beyond a store and written beyond the rows. */
#if STEP > STORE_SLACK || STEP > SHEETS_SLACK
#error "too long a step"
#endif

/* Fewer bytes are sooner made anew than found. */
#define SHEET_MIN 1024

/* Where the text is short: two stores a row are all. */
static char *
fill_short(struct sheet_rows *rows, char *at, const char *end)
{
	const size_t len = rows->len;
	const struct record *record = rows->record, *const stop = rows->end;
	char text[STEP];

	memcpy(text, rows->text, STEP);
	for (; record < stop; record++) {
		/* Its terminator too. */
		const size_t n = record->len + 1;

		if (len + n > (size_t)(end - at))
			break;
		memcpy(at, text, STEP);
		memcpy(at + len, record->bytes, STEP);
		if (n > STEP)
			memcpy(at + len + STEP, record->bytes + STEP, n - STEP);
		at += len + n;
	}
	rows->record = record;
	return at;
}

char *
sheets_fill(struct sheet_rows *rows, char *at, const char *end)
{
	const char *const text = rows->text;
	const size_t len = rows->len;
	const struct record *record = rows->record, *const stop = rows->end;

	if (len <= STEP)
		return fill_short(rows, at, end);
	for (; record < stop; record++) {
		if (len + record->len >= (size_t)(end - at))
			break;
		/* Its terminator too. */
		at = step_copy(at, text, len);
		at = step_copy(at, record->bytes, record->len + 1);
	}
	rows->record = record;
	return at;
}

void
sheets_open(struct sheets *sheets, const struct record *record, size_t n)
{
	*sheets = (struct sheets){ .record = record, .n = n };
}

size_t
sheets_len(const struct sheets *sheets, size_t text_len)
{
	const struct record *const last = sheets->record + sheets->n - 1;
	const size_t column = (size_t)(last->bytes - sheets->record->bytes) +
	    last->len + 1;
	size_t len;

	if (column > SHEET_MAX ||
	    text_len > (SHEET_MAX - column) / sheets->n)
		return 0;
	len = column + sheets->n * text_len;
	return len < SHEET_MIN ? 0 : len;
}

/* Put width bytes of a text in each row. */
__attribute__((always_inline)) static inline void
put_each(const struct sheets *sheets, char *row, size_t text_len,
    const char *bytes, size_t width)
{
	const struct record *record = sheets->record;
	const struct record *const end = record + sheets->n;
	const char *const first = record->bytes;

	for (; record < end; record++, row += text_len)
		memcpy(row + (record->bytes - first), bytes, width);
}

/*
 * Put the bytes of the text that are not as before: the first row tells what
 * they were. Returns: false where they are too many.
 */
static bool
change(const struct sheets *sheets, char *at, const char *text, size_t len)
{
	size_t from = 0, to = len, width;

	while (from < to && at[from] == text[from])
		from++;
	while (to > from && at[to - 1] == text[to - 1])
		to--;
	for (width = 1; from + width < to; width *= 2)
		continue;
	if (width > len)
		return from == to;
	if (from > len - width)
		from = len - width;
	switch (width) {
	case 1:
		put_each(sheets, at + from, len, text + from, 1);
		return true;
	case 2:
		put_each(sheets, at + from, len, text + from, 2);
		return true;
	case 4:
		put_each(sheets, at + from, len, text + from, 4);
		return true;
	case 8:
		put_each(sheets, at + from, len, text + from, 8);
		return true;
	default:
		return false;
	}
}

/* Say whether what was put next the last time is such a sheet. */
static bool
stands(const struct sheets *sheets, const char *at, size_t text_len)
{
	const struct sheet *const sheet = &sheets->sheet[sheets->next];

	return sheets->next < sheets->known && sheet->at == at &&
	    sheet->text_len == text_len;
}

void
sheets_put(struct sheets *sheets, char *at, const char *text, size_t text_len)
{
	struct sheet_rows rows = { text, text_len, sheets->record,
		sheets->record + sheets->n };

	if (sheets->next > 0 && at <= sheets->sheet[sheets->next - 1].at)
		sheets->next = 0;
	if (stands(sheets, at, text_len) &&
	    change(sheets, at, text, text_len)) {
		sheets->next++;
		return;
	}
	sheets_fill(&rows, at, at + sheets_len(sheets, text_len));
	/* What stood behind it is overwritten. */
	if (sheets->next < SHEETS)
		sheets->sheet[sheets->next++] = (struct sheet){ at, text_len };
	sheets->known = sheets->next;
}

void
sheets_forget(struct sheets *sheets)
{
	sheets->known = sheets->next = 0;
}
