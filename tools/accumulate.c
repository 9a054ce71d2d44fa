/*
 * accumulate - running totals
 *
 * Writes for each record what its number and all before it come to: their
 * sum, or what -f says. Numbers are exact decimals of any size; a total is
 * written in canonical form, the first one too. Of equal numbers min and max
 * keep the first. -I is a number before all, and is written first; -b starts
 * again where fields change. An empty input has no totals. Rows get one more
 * column with -p, and totals alone have no header. Holds one record and the
 * total.
 *
 *	$ printf '%s\n' 0.1 0.2 +5 | accumulate
 *	0.1
 *	0.3
 *	5.3
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "amount.h"
#include "appended.h"
#include "decimal.h"
#include "expression/value_text.h"
#include "field_options.h"
#include "fold.h"
#include "input.h"
#include "key.h"
#include "message.h"
#include "output.h"
#include "output_number.h"
#include "row_options.h"
#include "running.h"
#include "tool.h"
#include <string.h>

static const char *func = "add", *initial, *invalid;
static struct option_list keys, by;
static bool append;

static const struct option options[] = {
	{ 'f', "func", "FUNC", "add (default), mul, min, max, count or EXPR",
	  .text = &func },
	{ 'k', "key", "N", "take the number from field N", .list = &keys },
	{ 'I', "initial", "VALUE", "start from VALUE, and write it first",
	  .text = &initial },
	{ 'b', "by", "LIST", "start again when these fields change",
	  .list = &by },
	{ 'p', "append", NULL, "write the record, the total as its last field",
	  .flag = &append },
	INVALID_OPTION(invalid),
	{ 0 }
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
	.hints = field_hints,
	.examples = examples,
	.reads = true,
	.rows = true,
};

static struct decimal total = DECIMAL_INIT, start = DECIMAL_INIT;

/* Rows with the total as one more field, where that is asked for. */
static struct appended appended;
static bool appends_rows;

/* Begin such rows; a total of field (SIZE_MAX: no one) is called after it. */
static void
append_rows(const struct splitter *splitter, size_t field)
{
	struct text name = { 0 };
	struct record column;

	appends_rows = append && row_options_dialect() != DIALECT_NONE;
	if (!appends_rows)
		return;
	text_add(&name, func, strlen(func));
	column = splitter_name(splitter, field);
	if (column.bytes) {
		text_add(&name, "_", 1);
		text_add(&name, column.bytes, column.len);
	}
	appended_open(&appended, name.bytes, name.len);
	text_free(&name);
}

/* Write the total, with -p behind the record, if there is one. */
static void
write_total(struct amount *amount, const struct input *in,
    const struct record *record)
{
	const char *delimiter;
	struct record field;
	size_t len;

	if (appends_rows) {
		field.bytes = decimal_text(&total, &field.len);
		appended_write(&appended, &amount->invalid, in, record, &field,
		    true);
		return;
	}
	if (append) {
		if (record)
			output_bytes(record->bytes, record->len);
		delimiter = field_options_delimiter(&len);
		output_bytes(delimiter, len);
	}
	output_decimal(&total);
	output_end();
}

/* Begin with the value of -I. Returns: whether there is one. */
static bool
begin(struct amount *amount, const struct input *in)
{
	if (!initial)
		return false;
	decimal_copy(&total, &start);
	write_total(amount, in, NULL);
	return true;
}

static void
accumulate(struct input *in, const struct fold *fold, struct key *group,
    struct amount *amount)
{
	struct record record;
	bool begun = by.n == 0 && begin(amount, in);
	bool grouped = by.n == 0;

	while (input_next(in, &record)) {
		if (!key_of(group, in, &record) ||
		    !amount_of(amount, in, &record, group) ||
		    !appended_fits(&appended, &amount->invalid, in, &record))
			continue;
		if (!grouped || (by.n > 0 && key_changed(group))) {
			key_keep(group);
			grouped = true;
			begun = begin(amount, in);
		}
		if (begun)
			fold->take(&total, &amount->value);
		else
			decimal_copy(&total, &amount->value);
		begun = true;
		write_total(amount, in, &record);
	}
}

/* The same of a row; what JSON can't have is --invalid's. */
static void
append_result(struct running *running, const struct input *in,
    const struct record *record, const struct value *result)
{
	struct text *text = &running->generator.frame.text;
	const bool json = row_options_dialect() == DIALECT_JSONL;
	const bool plain = value_is_text(result) ||
	    (value_is_number(result) && !(json && result->kind == VALUE_BOOL));
	struct invalid *const bad = &running->generator.invalid;

	text->len = 0;
	if (plain)
		value_text(result, text);
	if (plain || value_json(result, text))
		appended_write(&appended, bad, in, record,
		    &(struct record){ text->bytes, text->len },
		    !value_is_text(result));
	else
		invalid_record(bad, in, record,
		    "JSON is UTF-8, and this record is not");
	text->len = 0;
}

/* Write the result, with -p behind the record, if there is one. */
static void
write_result(struct running *running, const struct input *in,
    const struct record *record)
{
	const struct value *result = running_result(running);
	const char *delimiter;
	size_t len;

	if (!result || result->kind == VALUE_NONE)
		return;
	if (appends_rows) {
		append_result(running, in, record, result);
		return;
	}
	if (append) {
		if (record)
			output_bytes(record->bytes, record->len);
		delimiter = field_options_delimiter(&len);
		output_bytes(delimiter, len);
	}
	generator_write(&running->generator, in, result);
}

/* The same with an expression, which may make anything of the result. */
static void
accumulate_by_expression(struct input *in, struct running *running,
    struct key *group)
{
	const struct record *record = &running->generator.frame.record;
	bool grouped = by.n == 0;

	if (grouped)
		write_result(running, in, NULL);
	while (generator_next(&running->generator, in)) {
		if (!appended_fits(&appended, &running->generator.invalid, in,
		    record))
			continue;
		if (by.n > 0 && key_of(group, in, record) &&
		    (!grouped || key_changed(group))) {
			key_keep(group);
			grouped = true;
			running_restart(running);
			write_result(running, in, NULL);
		}
		if (running_take(running, in))
			write_result(running, in, record);
	}
}

static void
run_fold(struct input *in, const struct fold *fold, struct key *group,
    struct amount *amount)
{
	if (initial && !decimal_parse(&start, initial, strlen(initial)))
		die_usage(initial, "-I takes a number");
	if (fold->counts)
		amount_open_one(amount, &keys, invalid, group);
	else
		amount_open(amount, &keys, invalid, group);
	/* A row is looked into, and one that is none is --invalid's. */
	group->invalid = &amount->invalid;
	if (append && row_options_dialect() != DIALECT_NONE)
		key_reach(group, 1);
	append_rows(&group->splitter, amount->field);
	accumulate(in, fold, group, amount);
	amount_close(amount);
	decimal_free(&total);
	decimal_free(&start);
}

static void
run_expression(struct input *in, struct key *group)
{
	struct running running;

	running_open(&running, func, initial, &keys, invalid);
	group->invalid = &running.generator.invalid;
	append_rows(&running.generator.splitter, SIZE_MAX);
	if (appends_rows && initial &&
	    !appended_can_hold(&appended, initial, strlen(initial)))
		die_usage("-I", "JSON is UTF-8, and this is not");
	accumulate_by_expression(in, &running, group);
	group->invalid = NULL;
	running_close(&running);
}

int
main(int argc, char **argv)
{
	struct run run = tool_start(&tool, argc, argv);
	const struct fold *fold = fold_option(func);
	struct amount amount;
	struct input in;
	struct key group;

	if (run.n > 0)
		fold_refuse_operand(run.operand[0]);
	tool_input(&run, &in, tool_files(&run));
	key_open(&group, &by, "-b", false);
	if (fold)
		run_fold(&in, fold, &group, &amount);
	else
		run_expression(&in, &group);
	key_close(&group);
	appended_close(&appended);
	tool_finish();
}
