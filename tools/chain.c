/*
 * chain - the records of each file in turn
 *
 * Makes one stream of many files. Each is opened only when the one before is
 * used up; one that can't be read is named, and the rest still come. A last
 * record without a terminator gets one, so files never run together. Holds
 * one block, however long a record is; --rotated holds the names of one
 * file's copies, --files-from one name.
 *
 *	$ chain --rotated app.log | take 1000
 *
 * reads ... app.log.2.gz, app.log.1 and app.log, in that order.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "csv_text.h"
#include "framing.h"
#include "input.h"
#include "memory.h"
#include "message.h"
#include "output.h"
#include "pass.h"
#include "rotated.h"
#include "row_options.h"
#include "text.h"
#include "tool.h"
#include "tsv.h"
#include <stdlib.h>
#include <string.h>

static bool with_filename, with_rotated;
static const char *files_from, *files0_from;

static const struct option options[] = {
	{ 'H', "with-filename", NULL, "put NAME and a tab before each record",
	  .flag = &with_filename },
	{ 0, "rotated", NULL, "before each FILE its rotated copies",
	  .flag = &with_rotated },
	{ 0, "files-from", "FILE", "read the names of the FILEs from FILE",
	  .text = &files_from },
	{ 0, "files0-from", "FILE", "the same, each name ended by NUL",
	  .text = &files0_from },
	{ 0 }
};

static const char *const examples[] = {
	"chain --rotated app.log | take 1000",
	"chain -H *.log | grep ERROR",
	"find . -name '*.log' -print0 | chain --files0-from=-",
	NULL
};

static const struct tool tool = {
	.name = "chain",
	.summary = "the records of each file in turn",
	.synopsis = "[OPTION]... [FILE]...",
	.options = options,
	.shared = row_separator_options,
	.examples = examples,
	.reads = true,
	.rows = true,
};

/* Names that are the records of a file. */
struct list {
	struct names names;
	struct words path;
	struct input in;
	bool is_input; /* the list itself is standard input */
	char *name;
};

/* Say why a record is no file name, or NULL. */
static const char *
refusal(const struct list *list, const struct record *record)
{
	if (record->len == 0)
		return "an empty file name";
	if (memchr(record->bytes, '\0', record->len))
		return "a file name with a NUL byte in it";
	if (list->is_input && record->len == 1 && *record->bytes == '-')
		return "standard input is this list itself";
	return NULL;
}

static const char *
next_listed(struct names *names)
{
	struct list *list = (struct list *)names;
	struct record record;
	const char *reason;

	while (input_next(&list->in, &record)) {
		free(list->name);
		list->name = xcopy(record.bytes, record.len);
		reason = refusal(list, &record);
		if (!reason)
			return list->name;
		fault(list->name, "%s", reason);
	}
	return NULL;
}

/* Give the names that stand in the file at *path, each ended by eol. */
static struct names *
list_open(struct list *list, const char *const *path, char eol)
{
	*list = (struct list){ .names.next = next_listed };
	list->is_input = strcmp(*path, STANDARD_INPUT) == 0;
	input_open(&list->in, words_open(&list->path, path, 1), eol);
	input_plain(&list->in);
	return &list->names;
}

static void
list_close(struct list *list)
{
	input_close(&list->in);
	free(list->name);
}

/* Pass on everything, a block at a time. */
static void
chain(struct input *in)
{
	while (pass_next(in))
		continue;
}

/* Write the name of a file, as rows spell it where there are any. */
static void
write_name(const char *name)
{
	const char *delimiter = row_options_delimiter();
	struct text text = { 0 };

	if (row_options_dialect() == DIALECT_CSV)
		csv_add(&text, name, strlen(name), *delimiter);
	else if (row_options_dialect() == DIALECT_TSV)
		tsv_add(&text, name, strlen(name));
	else
		text_add(&text, name, strlen(name));
	output_bytes(text.bytes, text.len);
	output_bytes(delimiter, 1);
	text_free(&text);
}

/* Pass on everything, each record behind the name of its file. */
static void
chain_with_names(struct input *in)
{
	struct framing framing = in->framing;
	struct span span;
	uint64_t found;
	size_t at, len;

	while (input_span(in, &span)) {
		for (at = 0; at < span.len; at += len) {
			if (at > 0 || span.opens)
				write_name(in->name);
			len = framing_records(&framing, span.bytes + at,
			    span.len - at, 1, &found);
			if (found > 0) {
				output_bytes(span.bytes + at, len - 1);
				output_end();
			} else {
				len = span.len - at;
				output_bytes(span.bytes + at, len);
			}
		}
	}
}

/* Let -H name a column of its own. */
static void
head_with_names(void)
{
	const struct record *header = row_options_header();

	if (row_options_dialect() == DIALECT_JSONL)
		die_usage("-H", "not together with --jsonl");
	if (row_options_rewrites())
		die_usage("-H", "not together with --to");
	if (!header->bytes)
		return;
	write_name("filename");
	output_record(header->bytes, header->len - 1);
}

/* Return where the FILEs' names come from: a list, or the command line. */
static struct names *
files(struct run *run, struct list *list)
{
	if (files_from && files0_from)
		die_usage("--files-from", "not together with --files0-from");
	if (!files_from && !files0_from)
		return tool_files(run);
	if (run->n > 0)
		die_usage(run->operand[0], "no FILE may stand beside a list");
	if (files_from)
		return list_open(list, &files_from, '\n');
	return list_open(list, &files0_from, '\0');
}

int
main(int argc, char **argv)
{
	struct run run = tool_start(&tool, argc, argv);
	struct rotated rotated;
	struct list list;
	struct input in;
	struct names *names = files(&run, &list);

	if (with_rotated)
		names = rotated_open(&rotated, names);
	tool_input(&run, &in, names);
	if (with_filename) {
		head_with_names();
		chain_with_names(&in);
	} else {
		pass_header();
		chain(&in);
	}
	input_close(&in);
	if (with_rotated)
		rotated_close(&rotated);
	if (files_from || files0_from)
		list_close(&list);
	tool_finish();
}
