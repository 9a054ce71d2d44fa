/*
 * accumulate - running totals
 *
 * Writes for each record what its number and all before it come to: their
 * sum, or what -f says. Numbers are exact decimals of any size; a total is
 * written in canonical form, the first one too. Of equal numbers min and max
 * keep the first. -I is a number before all, and is written first; -b starts
 * again where fields change. An empty input has no totals. Holds one record
 * and the total.
 *
 *	$ printf '%s\n' 0.1 0.2 +5 | accumulate
 *	0.1
 *	0.3
 *	5.3
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "field_options.h"
#include "fold.h"
#include "input.h"
#include "invalid.h"
#include "message.h"
#include "output.h"
#include "output_number.h"
#include "tool.h"
#include <string.h>

static const char *func = "add", *initial, *invalid_word;
static struct option_list key, by;
static bool append;

static const struct option options[] = {
	{ 'f', "func", "FUNC", "add (default), mul, min, max or count",
	  .text = &func },
	{ 'k', "key", "N", "take the number from field N", .list = &key },
	{ 'I', "initial", "VALUE", "start from VALUE, and write it first",
	  .text = &initial },
	{ 'b', "by", "LIST", "start again when these fields change",
	  .list = &by },
	{ 'p', "append", NULL, "write the record, the total as its last field",
	  .flag = &append },
	INVALID_OPTION(invalid_word),
	{ 0 }
};

static const struct hint hints[] = {
	{ "-d", "what separates fields is -t" },
	{ NULL }
};

static const char *const examples[] = {
	"seq 5 | accumulate",
	"accumulate -f max -k 2 temperatures.txt",
	"accumulate -t, -b 1 -k 3 -p sales.txt",
	NULL
};

static const struct tool tool = {
	.name = "accumulate",
	.summary = "running totals",
	.synopsis = "[OPTION]... [FILE]...",
	.options = options,
	.shared = field_options,
	.hints = hints,
	.examples = examples,
	.reads = true,
};

/* Where the parts of a record are. */
static struct splitter splitter;
static struct selection group;
static struct fields fields; /* of the group of the last record */
static struct kept_fields kept; /* of the group under way */
static size_t field = SIZE_MAX; /* of the number; SIZE_MAX: the record */
static size_t reach;

static void
open_fields(bool counts)
{
	struct selection number = { 0 };

	field_options_splitter(&splitter);
	field_options_select(&number, &key, "-k", &splitter);
	field_options_select(&group, &by, "-b", &splitter);
	if (number.n > 0) {
		field = number.range->first;
		if (number.n > 1 || number.range->last != field)
			die_usage("-k", "one field is the number, not several");
	} else if (splitter.regexp && !counts) {
		field = 0;
		if (regexp_groups(splitter.regexp) > 1)
			die_usage("-e", "it has %zu groups; say with -k which "
			    "is the number", regexp_groups(splitter.regexp));
	}
	reach = selection_reach(&group);
	if (field != SIZE_MAX && reach <= field)
		reach = field + 1;
	selection_close(&number);
}

/* Return the text of the number; NULL where -e leaves the record out. */
static const struct record *
find_number(const struct input *in, const struct record *record)
{
	static const struct record none = { "", 0 };

	if ((reach > 0 || splitter.regexp) &&
	    !field_options_split(&splitter, in, record, reach))
		return NULL;
	if (field == SIZE_MAX)
		return record;
	return field < splitter.fields.n ? &splitter.fields.field[field] :
	    &none;
}

/* Say whether the record that was split begins a group. */
static bool
group_begins(void)
{
	static bool any;
	bool begins;

	if (group.n == 0)
		return false;
	selection_take(&group, &splitter.fields, &fields);
	begins = !any || !fields_equal(&fields, &kept.fields, false);
	if (begins)
		fields_keep(&kept, &fields);
	any = true;
	return begins;
}

static void
close_fields(void)
{
	splitter_close(&splitter);
	selection_close(&group);
	fields_close(&fields);
	kept_fields_close(&kept);
}

static struct decimal total = DECIMAL_INIT, start = DECIMAL_INIT;

/* Write the total, with -p behind the record, if there is one. */
static void
write_total(const struct record *record)
{
	const char *text;
	size_t len;

	if (append) {
		if (record)
			output_bytes(record->bytes, record->len);
		text = field_options_delimiter(&len);
		output_bytes(text, len);
	}
	output_decimal(&total);
	output_end();
}

/* Begin with the value of -I. Returns: whether there is one. */
static bool
begin(void)
{
	if (!initial)
		return false;
	decimal_copy(&total, &start);
	write_total(NULL);
	return true;
}

static void
accumulate(struct input *in, const struct fold *fold,
    struct invalid *invalid)
{
	struct decimal value = DECIMAL_INIT;
	const struct record *number;
	struct record record;
	bool begun = group.n == 0 && begin();

	decimal_set(&value, 1);
	while (input_next(in, &record)) {
		number = find_number(in, &record);
		if (!number)
			continue;
		if (!fold->counts &&
		    !decimal_parse(&value, number->bytes, number->len)) {
			invalid_number(invalid, in, &record, number, field);
			continue;
		}
		if (group_begins())
			begun = begin();
		if (begun)
			fold->take(&total, &value);
		else
			decimal_copy(&total, &value);
		begun = true;
		write_total(&record);
	}
	decimal_free(&value);
}

int
main(int argc, char **argv)
{
	struct run run = tool_start(&tool, argc, argv);
	const struct fold *fold = fold_option(func);
	struct invalid invalid;
	struct input in;

	if (initial && !decimal_parse(&start, initial, strlen(initial)))
		die_usage(initial, "-I takes a number");
	invalid_open(&invalid, invalid_word);
	open_fields(fold->counts);
	if (run.n > 0)
		fold_refuse_operand(run.operand[0]);
	tool_input(&run, &in, tool_files(&run));
	accumulate(&in, fold, &invalid);
	invalid_finish(&invalid);
	close_fields();
	decimal_free(&total);
	decimal_free(&start);
	tool_finish();
}
