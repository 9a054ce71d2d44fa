/*
 * field_options - the options of all tools that look into records
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "columns.h"
#include "field_options.h"
#include "invalid.h"
#include "json_object.h"
#include "memory.h"
#include "message.h"
#include "output.h"
#include "row_options.h"
#include "separator.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static const char *separator, *regexp, *output_delimiter;

const struct option field_options[] = {
	{ 't', "field-separator", "SEP", "every SEP separates fields",
	  .text = &separator },
	{ 'e', "regexp", "REGEX", "fields are the groups of a match",
	  .text = &regexp },
	{ 0, "output-delimiter", "SEP", "join fields with SEP",
	  .text = &output_delimiter },
	{ 0 }
};

const struct hint field_hints[] = {
	{ "-d", "what separates fields is -t" },
	{ NULL }
};

/* What separates and joins fields, decoded; NULL where it was not given. */
static char *separating, *joining;
static size_t separating_len, joining_len;

/* Decode what an option gave, if it did. */
static char *
decode(const char *option, const char *text, size_t *len)
{
	const char *reason;
	char *decoded;

	if (!text)
		return NULL;
	decoded = separator_decode(text, len, &reason);
	if (!decoded)
		die_usage(option, "%s", reason);
	return decoded;
}

/* Split rows, as their own options say. */
static void
open_rows(struct splitter *splitter)
{
	splitter->dialect = row_options_dialect();
	splitter->separator = row_options_delimiter();
	splitter->separator_len = 1;
	splitter->columns = row_options_columns();
	splitter->ragged = row_options_ragged();
	if (splitter->dialect == DIALECT_JSONL)
		splitter->object = xallocate_zeros(1,
		    sizeof *splitter->object);
}

void
field_options_splitter(struct splitter *splitter)
{
	const char *reason;
	size_t at;

	*splitter = (struct splitter){ 0 };
	if (row_options_dialect() != DIALECT_NONE) {
		open_rows(splitter);
		return;
	}
	if (separator && regexp)
		die_usage("-e", "-t says already what the fields are");
	/* Decoded once: other splitters may have them. */
	if (!separating)
		separating = decode("-t", separator, &separating_len);
	if (!joining)
		joining = decode("--output-delimiter", output_delimiter,
		    &joining_len);
	if (separating && separating_len == 0)
		die_usage("-t", "a separator has at least one byte; without -t "
		    "fields are separated by blanks");
	splitter->separator = separating;
	splitter->separator_len = separating_len;
	if (!regexp)
		return;
	splitter->regexp = regexp_open(regexp, &reason, &at);
	if (!splitter->regexp)
		die_usage("-e", "'%s': %s at %zu", regexp, reason, at + 1);
}

void
field_options_select(struct selection *selection,
    const struct option_list *lists, const char *option,
    const struct splitter *splitter)
{
	const char *reason;
	size_t i;

	for (i = 0; i < lists->n; i++) {
		reason = selection_add(selection, lists->text[i], splitter);
		if (reason && selection->unknown)
			die(splitter->columns->origin, "%s", reason);
		if (reason)
			die_usage(option, "%s", reason);
	}
}

size_t
field_options_only(const struct splitter *splitter)
{
	const struct columns *const columns = splitter->columns;
	const char *const option = row_options_word();

	if (splitter->dialect == DIALECT_NONE)
		return SIZE_MAX;
	/* Without a header there are no rows either. */
	if (row_options_named() && columns_n(columns) < 2)
		return 0;
	if (row_options_named())
		die_usage(option, "there are %zu columns; say with -k which "
		    "is the number", columns_n(columns));
	die_usage(option, "say with -k which is the number");
}

const char *
field_options_delimiter(size_t *len)
{
	if (joining) {
		*len = joining_len;
		return joining;
	}
	if (separating) {
		*len = separating_len;
		return separating;
	}
	*len = 1;
	return "\t";
}

void
field_options_write(const struct fields *fields)
{
	const struct record *field = fields->field;
	const char *delimiter = NULL;
	size_t i, len = 0;

	if (fields->n > 1)
		delimiter = field_options_delimiter(&len);
	for (i = 0; i < fields->n; i++, field++) {
		if (i > 0)
			output_bytes(delimiter, len);
		output_bytes(field->bytes, field->len);
	}
}

/* Deal with a record that has no fields as --invalid says. */
static void __attribute__((format(printf, 4, 5)))
refuse(const struct input *in, const struct record *record,
    struct invalid *invalid, const char *format, ...)
{
	char reason[256];
	va_list values;

	va_start(values, format);
	vsnprintf(reason, sizeof reason, format, values);
	va_end(values);
	invalid_record(invalid, in, record, "%s", reason);
}

bool
field_options_split(struct splitter *splitter, const struct input *in,
    const struct record *record, size_t reach, struct invalid *invalid)
{
	switch (splitter_split(splitter, record, reach)) {
	case SPLIT_DONE:
		return true;
	case SPLIT_NONE:
		return false;
	case SPLIT_LIMIT:
		input_die(in, "-e takes too many steps on this record");
	case SPLIT_RAGGED:
		refuse(in, record, invalid, "%s", row_options_excess(SIZE_MAX,
		    columns_n(splitter->columns)));
		break;
	case SPLIT_NO_OBJECT:
		refuse(in, record, invalid, "%s; --invalid=skip leaves such "
		    "records out", splitter->object->reason);
		break;
	}
	return false;
}
