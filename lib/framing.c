/*
 * framing - where records end
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "framing.h"

/*
 * Find rows one by one, at most n of them. Returns: their length; where there
 * are none the place is kept.
 */
static size_t
find_rows(struct framing *framing, const char *bytes, size_t len, uint64_t n,
    uint64_t *found, size_t *end)
{
	size_t at = 0, row;

	for (*found = 0; *found < n; ++*found) {
		if (at > 0 && framing_skip(framing, bytes + at, len - at) > 0)
			break;
		row = csv_row(bytes + at, len - at, framing->delimiter,
		    &framing->place);
		if (row == 0)
			break;
		framing->place = CSV_START;
		at += row;
		if (end)
			end[*found] = at - 1;
	}
	if (*found > 0)
		framing->place = CSV_START;
	return at;
}

/* Return the length of the rows in len bytes that are whole lines or plain. */
static size_t
find_plain(const char *bytes, size_t len)
{
	const size_t plain = csv_plain(bytes, len);

	/* What stops it may be the newline before an empty line. */
	return plain == len || bytes[plain] == '\n' ?
	    plain + (plain < len) : scan_last(bytes, plain, '\n');
}

size_t
framing_records(struct framing *framing, const char *bytes, size_t len,
    uint64_t n, uint64_t *found)
{
	size_t used, plain;
	uint64_t more;

	if (!framing_is_csv(framing))
		return scan_records(bytes, len, framing->eol, n, found);
	if (framing->place != CSV_START)
		return find_rows(framing, bytes, len, n, found, NULL);
	used = scan_records(bytes, len, '\n', n, found);
	plain = find_plain(bytes, used);
	if (used > 0 && plain == used)
		return used;
	*found = scan_count(bytes, plain, '\n');
	if (plain > 0 && framing_skip(framing, bytes + plain, len - plain) > 0)
		return plain;
	used = find_rows(framing, bytes + plain, len - plain, n - *found,
	    &more, NULL);
	*found += more;
	if (*found > 0)
		framing->place = CSV_START;
	return plain + used;
}

size_t
framing_ends(struct framing *framing, const char *bytes, size_t len,
    size_t *end, size_t max)
{
	uint64_t found = 0;
	size_t n, used, plain, at;

	if (!framing_is_csv(framing))
		return scan_ends(bytes, len, framing->eol, end, max);
	if (framing->place == CSV_START) {
		n = scan_ends(bytes, len, '\n', end, max);
		used = n > 0 ? end[n - 1] + 1 : 0;
		plain = find_plain(bytes, used);
		if (n > 0 && plain == used)
			return n;
		for (at = 0; at < n && end[at] < plain; at++)
			continue;
		if (at > 0)
			return at;
	}
	find_rows(framing, bytes, len, max, &found, end);
	return (size_t)found;
}
