/*
 * csv - rows of comma-separated values, read
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "csv.h"
#include "scan.h"
#include <stdint.h>
#include <string.h>

/* What compilers keep in one register. */
typedef unsigned char lanes __attribute__((vector_size(16)));
#define ROUND (4 * sizeof(lanes))

bool
csv_ends(enum csv_place place)
{
	return place != CSV_QUOTED && place != CSV_BROKEN;
}

/*
 * Pass over fields without quotes. Returns: where the row ends or a quoted
 * field begins, NULL where neither is there.
 */
static const char *
pass_bare(const char *at, const char *end, char delimiter,
    enum csv_place place)
{
	const char *newline = memchr(at, '\n', (size_t)(end - at));
	const char *const stop = newline ? newline : end;
	const char *quote = at;

	for (; (quote = memchr(quote, '"', (size_t)(stop - quote))); quote++) {
		if (quote > at ? quote[-1] == delimiter : place == CSV_START)
			return quote;
	}
	return newline;
}

/* Return what a byte behind a quote in quotes makes of the row. */
static enum csv_place
close_quote(char byte, char delimiter)
{
	if (byte == '"')
		return CSV_QUOTED;
	if (byte == delimiter)
		return CSV_START;
	return byte == '\r' ? CSV_RETURN : CSV_BROKEN;
}

size_t
csv_row(const char *bytes, size_t len, char delimiter, enum csv_place *place)
{
	const char *at = bytes, *const end = bytes + len, *next;

	while (at < end) {
		switch (*place) {
		case CSV_START:
		case CSV_BARE:
			next = pass_bare(at, end, delimiter, *place);
			if (!next) {
				*place = end[-1] == delimiter ? CSV_START :
				    CSV_BARE;
				return 0;
			}
			if (*next == '\n')
				return (size_t)(next - bytes) + 1;
			*place = CSV_QUOTED;
			at = next + 1;
			break;
		case CSV_QUOTED:
			next = memchr(at, '"', (size_t)(end - at));
			if (!next)
				return 0;
			*place = CSV_QUOTE;
			at = next + 1;
			break;
		case CSV_QUOTE:
			if (*at == '\n')
				return (size_t)(at - bytes) + 1;
			*place = close_quote(*at++, delimiter);
			break;
		case CSV_RETURN:
			if (*at == '\n')
				return (size_t)(at - bytes) + 1;
			*place = CSV_BROKEN;
			return 0;
		case CSV_BROKEN:
			return 0;
		}
	}
	return 0;
}

static inline bool
is_special(const char *at, const char *end)
{
	return *at == '"' || (*at == '\n' && at + 1 < end &&
	    (at[1] == '\n' || at[1] == '\r'));
}

size_t
csv_plain_bytewise(const char *bytes, size_t len)
{
	const char *at = bytes, *const end = bytes + len;

	while (at < end && !is_special(at, end))
		at++;
	return (size_t)(at - bytes);
}

/* Mark in each lane a byte that is special; one more byte is looked at. */
static inline lanes
special_lanes(const char *at)
{
	lanes here, behind;

	memcpy(&here, at, sizeof here);
	memcpy(&behind, at + 1, sizeof behind);
	return (lanes)((here == '"') | ((here == '\n') &
	    ((behind == '\n') | (behind == '\r'))));
}

static inline bool
any_lane(lanes a)
{
	uint64_t half[2];

	memcpy(half, &a, sizeof half);
	return (half[0] | half[1]) != 0;
}

size_t
csv_plain(const char *bytes, size_t len)
{
	size_t at = 0;

	while (len - at > ROUND) {
		const char *const here = bytes + at;

		if (any_lane(special_lanes(here) | special_lanes(here + 16) |
		    special_lanes(here + 32) | special_lanes(here + 48)))
			break;
		at += ROUND;
	}
	return at + csv_plain_bytewise(bytes + at, len - at);
}

size_t
csv_skip(const char *bytes, size_t len)
{
	size_t at = 0;

	while (at < len) {
		if (bytes[at] == '\n')
			at++;
		else if (bytes[at] == '\r' && at + 1 < len &&
		    bytes[at + 1] == '\n')
			at += 2;
		else
			break;
	}
	return at;
}

/* Split off a field without quotes. Returns: where the next begins, or NULL. */
static const char *
split_bare(struct fields *fields, const char *at, const char *end,
    char delimiter)
{
	const char *const next = memchr(at, delimiter, (size_t)(end - at));

	fields_push(fields, at, (size_t)((next ? next : end) - at));
	return next ? next + 1 : NULL;
}

/* Copy len bytes, one quote for two. Returns: how many they are then. */
static size_t
undouble(char *to, const char *bytes, size_t len)
{
	const char *const end = bytes + len;
	char *const begin = to;

	for (; bytes < end; bytes++) {
		*to++ = *bytes;
		bytes += *bytes == '"';
	}
	return (size_t)(to - begin);
}

/* Return the quote that closes a field, from behind the first on; or end. */
static const char *
find_close(const char *at, const char *end)
{
	while ((at = memchr(at, '"', (size_t)(end - at)))) {
		if (at + 1 == end || at[1] != '"')
			return at;
		at += 2;
	}
	return end;
}

/* As split_bare, for one that begins with a quote; text has room for it. */
static const char *
split_quoted(struct fields *fields, const char *at, const char *end,
    struct text *text)
{
	const char *const begin = ++at;
	char *const copy = text->bytes + text->len;
	bool doubled;

	at = find_close(at, end);
	doubled = memchr(begin, '"', (size_t)(at - begin)) != NULL;
	if (doubled) {
		const size_t len = undouble(copy, begin, (size_t)(at - begin));

		fields_push(fields, copy, len);
		text->len += len;
	} else {
		fields_push(fields, begin, (size_t)(at - begin));
	}
	return at + 1 < end ? at + 2 : NULL;
}

/* Return where the row ends but for its CR. */
static const char *
end_of(const struct record *row)
{
	const size_t len = row->len;

	return row->bytes + len - (len > 0 && row->bytes[len - 1] == '\r');
}

struct record
csv_split(const struct record *row, char delimiter, size_t reach,
    struct fields *fields, struct text *text)
{
	const char *at = row->bytes, *const end = end_of(row);

	fields->n = 0;
	/* Room for all, once, so that what points into it stays. */
	if (text->capacity < row->len)
		text_extend(text, row->len);
	text->len = 0;
	while (at && fields->n < reach) {
		if (at < end && *at == '"')
			at = split_quoted(fields, at, end, text);
		else
			at = split_bare(fields, at, end, delimiter);
	}
	return (struct record){ at, at ? (size_t)(end - at) : 0 };
}

size_t
csv_count(const struct record *rest, char delimiter)
{
	const char *at = rest->bytes, *const end = at + rest->len, *quote;
	bool begins = true;
	size_t n = 1;

	while (at < end) {
		if (begins && *at == '"') {
			at = find_close(at + 1, end);
			at += at < end;
			begins = false;
			continue;
		}
		quote = memchr(at + begins, '"', (size_t)(end - at - begins));
		quote = quote ? quote : end;
		n += scan_count(at, (size_t)(quote - at), delimiter);
		begins = quote > at && quote[-1] == delimiter;
		/* Inside a field a quote is as any other byte. */
		at = quote < end && !begins ? quote + 1 : quote;
	}
	return n;
}
