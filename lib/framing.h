/*
 * framing - where records end
 *
 * Layer 1: may include layer 0, csv, scan. Records end with a terminator, or
 * they are rows of CSV, which end where a newline is in no quotes. The bytes
 * may come in pieces: what a record under way is in is kept.
 *
 *	struct framing framing = { .eol = '\n' };
 *	len = framing_records(&framing, bytes, n, 10, &found);
 *
 * Lines without a byte are no rows of CSV: nothing is found beyond one, and
 * framing_skip passes over those that come first.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef FRAMING_H
#define FRAMING_H

#include "csv.h"
#include "scan.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Begins as { .eol = ... }; the copy of one that has not begun is as good. */
struct framing {
	char eol; /* what ends a record; of CSV a newline */
	char delimiter; /* of CSV; NUL: an eol ends, whatever it stands in */
	enum csv_place place; /* behind the bytes seen of a CSV row under way */
};

/* Say whether an end may be more than the next eol. */
static inline bool
framing_is_csv(const struct framing *framing)
{
	return framing->delimiter != '\0';
}

/*
 * Return the length of the first n records, or of as many as end in bytes;
 * *found becomes how many that are. Where there are none the bytes were seen,
 * and the next ones shall go on behind them; else bytes behind the last end
 * were not.
 */
size_t framing_records(struct framing *framing, const char *bytes, size_t len,
    uint64_t n, uint64_t *found);

/*
 * Put the offsets of the first ends into end, as scan_ends does, and likewise
 * with max. Returns: how many; with 0 all bytes were seen, as above.
 */
size_t framing_ends(struct framing *framing, const char *bytes, size_t len,
    size_t *end, size_t max);

/* Return how many bytes come first that are no record; none is under way. */
static inline size_t
framing_skip(const struct framing *framing, const char *bytes, size_t len)
{
	return framing_is_csv(framing) && len > 0 &&
	    (*bytes == '\n' || *bytes == '\r') ? csv_skip(bytes, len) : 0;
}

#endif
