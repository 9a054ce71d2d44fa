/*
 * regexp - regular expressions, by PCRE2, on bytes
 *
 * Layer 1: may include layer 0 and record. Compiled once, matched by the
 * just-in-time compiler where there is one. No pattern turns on UTF; a
 * newline is LF. A match that exceeds the limits (10 million steps, 64 MiB) is
 * a fault of its own, never "no match".
 *
 *	regexp = regexp_open("(\\d+)-(\\d+)", &reason, &offset);
 *	group = xallocate(regexp_groups(regexp) + 1, sizeof *group);
 *	if (regexp_match(regexp, &record, group) == REGEXP_MATCH)
 *		output_record(group[1].bytes, group[1].len);
 *	regexp_close(regexp);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef REGEXP_H
#define REGEXP_H

#include "record.h"
#include <stdbool.h>
#include <stddef.h>

struct regexp;

/*
 * Compile a pattern.
 * Returns: NULL where it is wrong; *reason then says why (valid until the
 * next call) and *offset where: how many of its bytes were read. Free with
 * regexp_close.
 */
struct regexp *regexp_open(const char *pattern, const char **reason,
    size_t *offset);

/* The same, for matches that begin where the search does. */
struct regexp *regexp_open_anchored(const char *pattern, const char **reason,
    size_t *offset);

/* Return how many groups the pattern has, the whole match not counted. */
size_t regexp_groups(const struct regexp *regexp);

/*
 * Return the number of the group that is called name (len bytes), from 1; 0
 * where there is none.
 */
size_t regexp_named(const struct regexp *regexp, const char *name,
    size_t len);

/* Return the name of group i, from 1; NULL where it has none. */
const char *regexp_name(const struct regexp *regexp, size_t i);

enum regexp_result { REGEXP_NONE, REGEXP_MATCH, REGEXP_LIMIT };

/*
 * Find the first match in record. group gets regexp_groups() + 1 views into
 * it: the whole match, then the groups; one that took no part is empty. It is
 * untouched where there is no match.
 */
enum regexp_result regexp_match(struct regexp *regexp,
    const struct record *record, struct record *group);

/*
 * Find the first match that begins at byte from, at most the record's len, or
 * behind it; not_empty: one of no bytes does not begin just there. As
 * regexp_match, but a group that took no part has NULL for its bytes.
 */
enum regexp_result regexp_match_next(struct regexp *regexp,
    const struct record *record, size_t from, bool not_empty,
    struct record *group);

/* Free it; NULL is none. */
void regexp_close(struct regexp *regexp);

#endif
