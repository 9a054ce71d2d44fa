/*
 * field_options - the options of all tools that look into records
 *
 * Layer 3: may include everything below it, invalid, options and row_options.
 * -t, -e and --output-delimiter stand in one table, which a tool names in its
 * struct tool; -k is a row of the tool's own.
 *
 *	field_options_splitter(&splitter);
 *	field_options_select(&selection, &keys, "-k", &splitter);
 *	reach = selection_reach(&selection);
 *	while (input_next(&in, &record)) {
 *		if (!field_options_split(&splitter, &in, &record, reach))
 *			continue;
 *		selection_take(&selection, &splitter.fields, &key);
 *		field_options_write(&key);
 *		output_end();
 *	}
 *	splitter_close(&splitter);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef FIELD_OPTIONS_H
#define FIELD_OPTIONS_H

#include "fields.h"
#include "input.h"
#include "options.h"
#include "selection.h"
#include "splitter.h"
#include <stdbool.h>
#include <stddef.h>

struct invalid;

/* -t SEP, -e REGEX, --output-delimiter=SEP */
extern const struct option field_options[];

/* What a tool that has no -d says of it. */
extern const struct hint field_hints[];

/*
 * Open the splitter that the options describe, and learn what joins fields.
 * Wrong usage ends the run.
 */
void field_options_splitter(struct splitter *splitter);

/* Add every LIST given with option (as "-k"); a wrong one ends the run. */
void field_options_select(struct selection *selection,
    const struct option_list *lists, const char *option,
    const struct splitter *splitter);

/*
 * Return the field that the number is where -k does not say it: the only
 * column of rows; more of them are wrong usage. SIZE_MAX: the record, as of
 * all that are no rows.
 */
size_t field_options_only(const struct splitter *splitter);

/* Return what joins the fields of a record: len bytes, perhaps none. */
const char *field_options_delimiter(size_t *len);

/* Write fields, joined. */
void field_options_write(const struct fields *fields);

/*
 * Split record. A row that can't be split is dealt with by invalid, which
 * only rows need; where an expression could not be decided the run ends.
 * Returns: false where the record has no fields, or was dealt with.
 */
bool field_options_split(struct splitter *splitter, const struct input *in,
    const struct record *record, size_t reach, struct invalid *invalid);

#endif
