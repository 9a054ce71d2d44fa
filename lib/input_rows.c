/*
 * input_rows - records that are rows with a header
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "csv.h"
#include "input_parts.h"
#include "input_rows.h"
#include "message.h"
#include "scan.h"
#include "tsv.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Room for a reason. */
#define REASON_MAX 1024

/* What some programs put before UTF-8. */
static const char order_mark[] = "\xef\xbb\xbf";
#define ORDER_MARK (sizeof order_mark - 1)

void
input_rows(struct input *in, enum dialect dialect, char delimiter, bool named)
{
	in->rows.dialect = dialect;
	in->rows.named = named;
	in->framing.delimiter = dialect == DIALECT_CSV ? delimiter : '\0';
}

/*
 * Return the length of the byte order mark that the file begins with; perhaps
 * 0 as long as it is fresh.
 */
static size_t
order_mark_len(struct input *in)
{
	const char *const bytes = in->buffer + in->begin;
	const size_t len = in->end - in->begin;
	const bool marked = memcmp(bytes, order_mark,
	    len < ORDER_MARK ? len : ORDER_MARK) == 0;

	/* What may become one is waited for. */
	if (marked && len < ORDER_MARK)
		return 0;
	in->rows.fresh = false;
	return marked ? ORDER_MARK : 0;
}

/* Pass over so many bytes that are no part of a record. */
static void
skip_bytes(struct input *in, size_t n)
{
	if (n == 0)
		return;
	in->begin += n;
	in->scanned = 0;
	in->framing.place = CSV_START;
}

void
input_skip_between(struct input *in)
{
	if (in->part > 0 || in->begin == in->end)
		return;
	if (in->rows.fresh)
		skip_bytes(in, order_mark_len(in));
	skip_bytes(in, framing_skip(&in->framing, in->buffer + in->begin,
	    in->end - in->begin));
}

void
input_skip_last(struct input *in)
{
	if (framing_is_csv(&in->framing) && in->part == 0 &&
	    in->end - in->begin == 1 && in->buffer[in->begin] == '\r')
		in->begin = in->end;
}

/* Split a header into names. */
static void
split_names(const struct input *in, const struct record *header,
    struct fields *names, struct text *text)
{
	if (in->rows.dialect == DIALECT_CSV)
		csv_split(header, in->framing.delimiter, SIZE_MAX, names, text);
	else
		tsv_split(header, SIZE_MAX, names, text);
}

/* Say how a later header differs from the first one. */
static void
refuse_header(struct input *in, const struct fields *names)
{
	const struct columns *columns = &in->rows.columns;
	const size_t n = columns_n(columns);
	const struct record *here, *there;
	size_t i;

	for (i = 0; i < n && i < names->n; i++) {
		here = &names->field[i];
		there = columns_name(columns, i);
		if (here->len == there->len &&
		    memcmp(here->bytes, there->bytes, here->len) == 0)
			continue;
		fault(in->name, "the header differs from that of %s: column "
		    "%zu is '%.*s', not '%.*s'", columns->origin, i + 1,
		    (int)(here->len < 64 ? here->len : 64), here->bytes,
		    (int)(there->len < 64 ? there->len : 64), there->bytes);
		return;
	}
	fault(in->name, "the header differs from that of %s: %zu columns, not "
	    "%zu", columns->origin, names->n, n);
}

/*
 * Take the header, with its end: the first one names the columns.
 * Returns: whether it names the same as the first.
 */
static bool
take_header(struct input *in, const struct span *span)
{
	const struct record header = { span->bytes, span->len - 1 };
	struct input_rows *rows = &in->rows;
	struct fields names = { 0 };
	struct text text = { 0 };
	bool equal = true;

	split_names(in, &header, &names, &text);
	if (!rows->header.bytes) {
		columns_set(&rows->columns, &names, in->name);
		text_add(&rows->header, span->bytes, span->len);
	} else {
		equal = fields_equal(&names, &rows->columns.names.fields,
		    false);
		if (!equal)
			refuse_header(in, &names);
	}
	fields_close(&names);
	text_free(&text);
	return equal;
}

bool
input_begin_rows(struct input *in)
{
	const uint64_t wanted = in->wanted;
	struct span span;
	bool found;

	in->rows.fresh = true;
	in->rows.lines = in->rows.mark = 0;
	if (!in->rows.named)
		return true;
	/* The header is none of the records that are wanted. */
	if (wanted != INPUT_ALL)
		in->wanted++;
	in->rows.heading = true;
	found = input_advance_in_file(in, &span, 1, false);
	in->rows.heading = false;
	in->wanted = wanted;
	in->number = 0;
	if (found && !take_header(in, &span)) {
		in->failed = true;
		if (in->source.fd >= 0)
			input_close_file(in);
	}
	return in->source.fd >= 0;
}

struct columns *
input_columns(struct input *in, struct record *header)
{
	struct input_rows *rows = &in->rows;
	const uint64_t wanted = in->wanted;

	/* How many records will be wanted is not known yet. */
	in->wanted = 0;
	if (!rows->header.bytes && in->source.fd < 0)
		input_open_next(in);
	in->wanted = wanted;
	if (!rows->header.bytes)
		return NULL;
	*header = (struct record){ rows->header.bytes, rows->header.len };
	return &rows->columns;
}

void
input_release_rows(struct input *in)
{
	columns_close(&in->rows.columns);
	text_free(&in->rows.header);
}

/* Say whether a record may begin on another line than its number is. */
static bool
counts_lines(const struct input_rows *rows)
{
	return rows->dialect == DIALECT_CSV || rows->dialect == DIALECT_TSV;
}

void
input_count_lines(struct input *in, size_t at)
{
	struct input_rows *rows = &in->rows;

	if (!counts_lines(rows) || at < rows->mark)
		return;
	rows->lines += scan_count(in->buffer + rows->mark, at - rows->mark,
	    '\n');
	rows->mark = at;
}

void
input_remember_line(struct input *in)
{
	input_count_lines(in, in->begin);
	in->rows.line = in->rows.lines + 1;
}

/* Return the line that the record at a place in the buffer begins on. */
static uint64_t
line_at(const struct input *in, size_t at)
{
	const struct input_rows *rows = &in->rows;

	return rows->lines + scan_count(in->buffer + rows->mark,
	    at - rows->mark, '\n') + 1;
}

uint64_t
input_row_line(const struct input *in)
{
	const struct ends *ends = &in->ends;
	size_t begin = in->rows.begin;

	if (!counts_lines(&in->rows))
		return 0;
	if (ends->next > 1)
		begin = ends->from + ends->end[ends->next - 2] + 1;
	return line_at(in, begin);
}

uint64_t
input_line_before(const struct input *in, const char *at)
{
	const size_t begin = (size_t)(at - in->buffer);

	return counts_lines(&in->rows) ? line_at(in, begin) - 1 : 0;
}

bool
input_refuse_row(struct input *in)
{
	const enum csv_place place = in->framing.place;
	char where[INPUT_PLACE_MAX];

	if (csv_ends(place))
		return false;
	input_name_place(in, where, in->rows.heading ? 0 : in->number + 1,
	    in->part > 0 ? in->rows.line : line_at(in, in->begin));
	fault(where, "%s", place == CSV_BROKEN ?
	    "text after a closing quote" : "a quote is not closed");
	return true;
}

void
input_name_place(const struct input *in, char place[INPUT_PLACE_MAX],
    uint64_t number, uint64_t line)
{
	if (number == 0)
		snprintf(place, INPUT_PLACE_MAX, "%s (line %ju)", in->name,
		    (uintmax_t)line);
	else if (line > 0)
		snprintf(place, INPUT_PLACE_MAX, "%s:%ju (line %ju)", in->name,
		    (uintmax_t)number, (uintmax_t)line);
	else
		snprintf(place, INPUT_PLACE_MAX, "%s:%ju", in->name,
		    (uintmax_t)number);
}

void
input_die(const struct input *in, const char *format, ...)
{
	char place[INPUT_PLACE_MAX], reason[REASON_MAX];
	va_list values;

	va_start(values, format);
	vsnprintf(reason, sizeof reason, format, values);
	va_end(values);
	input_name_place(in, place, in->number, input_row_line(in));
	die(place, "%s", reason);
}
