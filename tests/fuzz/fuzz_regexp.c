/*
 * A pattern and records: it is refused with a place in it, or it finds parts
 * of a record, one behind the other to its end; fields are its groups, and
 * what has a name is found by it.
 *
 * Shape: a pattern up to a NUL, then records, each ended by a newline.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "aid.h"
#include "fields.h"
#include "fuzz.h"
#include "regexp.h"
#include "selection.h"
#include <stdlib.h>
#include <string.h>

#define LONGEST 200

/* Every group is a part of the record, or none. */
static void
must_be_parts(const struct record *record, const struct record *group,
    size_t n)
{
	size_t i;

	for (i = 0; i <= n; i++) {
		if (!group[i].bytes)
			continue;
		if (record->len == 0) {
			must(group[i].len == 0);
			continue;
		}
		must(group[i].bytes >= record->bytes);
		must(group[i].bytes + group[i].len <=
		    record->bytes + record->len);
	}
}

/* Find all matches, as who replaces them does. */
static void
find_all(struct regexp *regexp, const struct record *record,
    struct record *group)
{
	size_t from = 0, n = 0, at;
	bool not_empty = false;

	for (;;) {
		if (regexp_match_next(regexp, record, from, not_empty,
		    group) != REGEXP_MATCH)
			break;
		must_be_parts(record, group, regexp_groups(regexp));
		at = record->len == 0 ? 0 :
		    (size_t)(group[0].bytes - record->bytes);
		/* A look back may begin before, but an end does not. */
		if (at + group[0].len < from)
			break;
		not_empty = group[0].len == 0;
		from = at + group[0].len;
		must(++n <= 2 * record->len + 2);
	}
}

static void
check_record(struct regexp *regexp, struct splitter *splitter,
    const struct record *record)
{
	const size_t n = regexp_groups(regexp);
	struct record *group = malloc((n + 1) * sizeof *group);
	struct record *next = malloc((n + 1) * sizeof *next);
	const struct fields *fields = &splitter->fields;
	enum regexp_result result;
	size_t i;

	must(group && next);
	result = regexp_match(regexp, record, group);
	must(regexp_match_next(regexp, record, 0, false, next) == result);
	must((splitter_split(splitter, record, SIZE_MAX) == SPLIT_DONE) ==
	    (result == REGEXP_MATCH));
	if (result == REGEXP_MATCH) {
		must_be_parts(record, group, n);
		must(fields->n == (n > 0 ? n : 1));
		for (i = 0; i <= n; i++) {
			must(group[i].len == next[i].len);
			must(group[i].len == 0 ||
			    group[i].bytes == next[i].bytes);
		}
		for (i = 0; i < fields->n; i++)
			must_equal(fields->field[i].bytes,
			    fields->field[i].len, group[i + (n > 0)].bytes,
			    group[i + (n > 0)].len);
		find_all(regexp, record, next);
	} else {
		must(fields->n == 0);
	}
	free(group);
	free(next);
}

/* A name leads to the group that has it, as a LIST, too. */
static void
check_names(struct regexp *regexp, const struct splitter *splitter)
{
	struct selection selection = { 0 };
	const char *name;
	size_t i, number;

	for (i = 1; i <= regexp_groups(regexp); i++) {
		name = regexp_name(regexp, i);
		if (!name)
			continue;
		/* With (?J) several groups have one name. */
		number = regexp_named(regexp, name, strlen(name));
		must(number > 0 && number <= regexp_groups(regexp));
		must(strcmp(regexp_name(regexp, number), name) == 0);
		must(!selection_add(&selection, name, splitter));
		must(selection.range[selection.n - 1].first == number - 1);
	}
	must(regexp_named(regexp, "no name!", 8) == 0);
	selection_close(&selection);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct pieces pieces = { bytes, len };
	struct splitter splitter = { 0 };
	struct regexp *regexp, *anchored;
	const char *reason = NULL;
	struct record record;
	struct record *group;
	char *pattern, *text, *exact;
	size_t n, offset = SIZE_MAX;

	if (len > LONGEST)
		return 0;
	pattern = pieces_text(&pieces, '\0', &n);
	regexp = regexp_open(pattern, &reason, &offset);
	if (!regexp)
		must(reason && *reason && offset <= n);
	anchored = regexp_open_anchored(pattern, &reason, &offset);
	must(!regexp == !anchored);
	splitter.regexp = regexp;
	if (regexp)
		check_names(regexp, &splitter);
	while (regexp && pieces.left > 0) {
		text = pieces_text(&pieces, '\n', &n);
		exact = apart(text, n);
		free(text);
		record = (struct record){ exact, n };
		check_record(regexp, &splitter, &record);
		group = malloc((regexp_groups(anchored) + 1) * sizeof *group);
		must(group != NULL);
		if (regexp_match(anchored, &record, group) == REGEXP_MATCH)
			must_be_parts(&record, group,
			    regexp_groups(anchored));
		free(group);
		free(exact);
	}
	regexp_close(anchored);
	splitter_close(&splitter);
	free(pattern);
	return 0;
}
