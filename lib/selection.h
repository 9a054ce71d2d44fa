/*
 * selection - which fields of a record count
 *
 * Layer 1: may include layer 0, fields, record, splitter. A selection
 * knows which fields a LIST names, in the order written, as often as written.
 *
 *	reason = selection_add(&selection, "3,1-2", &splitter);
 *	reach = selection_reach(&selection);
 *	splitter_split(&splitter, &record, reach);
 *	selection_take(&selection, &splitter.fields, &key);
 *	selection_close(&selection);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SELECTION_H
#define SELECTION_H

#include "fields.h"
#include "splitter.h"
#include <stdbool.h>
#include <stddef.h>

/* Fields first to last, from 0; last SIZE_MAX: to the end of the record. */
struct range {
	size_t first, last;
};

/* No ranges: the whole record (the groups of a match, with a regexp). */
struct selection {
	struct range *range;
	size_t n, capacity;
	bool unknown; /* what was refused last is no column */
};

/*
 * Add what LIST names: cut's syntax (2 1,3 2-4 3- -3), or the splitter's
 * names of fields, separated by commas; one that is a whole LIST is that
 * field. A number that is too large for the type is its end.
 * Returns: NULL, or why it is no LIST (valid until the next call), the item
 * named; a near miss of a name says so. Then nothing was added.
 */
const char *selection_add(struct selection *selection, const char *list,
    const struct splitter *splitter);

/* Add all fields, one by one. */
void selection_add_all(struct selection *selection);

/* Return how many fields of a record may be needed; SIZE_MAX: all. */
size_t selection_reach(const struct selection *selection);

/*
 * Put the selected ones of fields into to. One past the end is empty, but an
 * open range ends with the record.
 * Valid: as the fields.
 */
void selection_take(const struct selection *selection,
    const struct fields *fields, struct fields *to);

/* Free what it holds. */
void selection_close(struct selection *selection);

#endif
