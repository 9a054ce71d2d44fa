/*
 * row_options - the options of rows with a header
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "columns.h"
#include "input.h"
#include "input_rows.h"
#include "message.h"
#include "nearest.h"
#include "row_options.h"
#include "row_writer.h"
#include "separator.h"
#include <stdlib.h>
#include <string.h>

static bool csv, tsv, jsonl, no_header, ragged;
static const char *to_word, *separator_word;

const struct option row_options[] = {
	{ 0, "csv", NULL, "records are rows of CSV, the first the header",
	  .flag = &csv },
	{ 0, "tsv", NULL, "the same, fields apart by tabs", .flag = &tsv },
	{ 0, "jsonl", NULL, "records are JSON objects, one a line",
	  .flag = &jsonl },
	{ 'N', "no-header", NULL, "the first row is no header",
	  .flag = &no_header },
	{ 0, "ragged", NULL, "rows may have more fields than columns",
	  .flag = &ragged },
	{ 0, "to", "FORMAT", "of rows written: csv, tsv or jsonl",
	  .text = &to_word },
	{ 0 }
};

const struct option row_separator_options[] = {
	{ 't', "field-separator", "SEP", "what separates fields of CSV",
	  .text = &separator_word },
	{ 0 }
};

/* How the options spell a dialect. */
static const char *const spelled[] = { NULL, "--csv", "--tsv", "--jsonl" };

static enum dialect dialect, to;
static char delimiter = '\t';

/* What rows that are written become, and what separates their fields. */
static enum dialect written;
static char joint;
static bool rewrites;

/* The input that began last, its columns and its header. */
static struct input *input;
static struct columns *columns;
static struct record header;

/* Columns whose names nobody has said beforehand. */
static struct columns any = { .open = true };

/* Refuse an option that goes with rows only, or not with this dialect. */
static void
check_options(const char *separator, const char *regexp, bool zero)
{
	const char *const word = spelled[dialect];

	if (dialect == DIALECT_NONE) {
		if (no_header)
			die_usage("-N", "needs --csv or --tsv");
		if (ragged)
			die_usage("--ragged", "needs --csv or --tsv");
		if (to_word)
			die_usage("--to", "needs --csv, --tsv or --jsonl");
		return;
	}
	if (csv + tsv + jsonl > 1)
		die_usage(NULL, "only one of --csv, --tsv and --jsonl");
	if (zero)
		die_usage("-z", "not together with %s", word);
	if (regexp)
		die_usage("-e", "%s says already what the fields are", word);
	if (separator && dialect != DIALECT_CSV)
		die_usage("-t", "%s says already what separates fields", word);
	if (no_header && dialect == DIALECT_JSONL)
		die_usage("-N", "JSON Lines have no header");
}

/* Read what --to says. */
static void
read_to(void)
{
	enum dialect i;

	for (i = DIALECT_CSV; i <= DIALECT_JSONL; i++) {
		if (strcmp(to_word, spelled[i] + 2) == 0)
			to = i;
	}
	if (to == DIALECT_NONE) {
		for (i = DIALECT_CSV; i <= DIALECT_JSONL; i++) {
			if (nearest(to_word, spelled[i] + 2))
				die_usage(to_word, "--to takes csv, tsv or "
				    "jsonl; did you mean %s?", spelled[i] + 2);
		}
		die_usage(to_word, "--to takes csv, tsv or jsonl");
	}
	if (to == DIALECT_JSONL && no_header)
		die_usage("--to", "jsonl needs names, and -N says there are "
		    "none");
}

/* Read what separates fields of CSV, as an option has it. */
static char
read_separator(const char *option, const char *word)
{
	const char *reason;
	size_t len;
	char *decoded = separator_decode(word, &len, &reason), byte;

	if (!decoded)
		die_usage(option, "%s", reason);
	byte = *decoded;
	free(decoded);
	if (len != 1 || strchr("\"\r\n", byte))
		die_usage(option, "what separates fields of CSV is one byte, "
		    "and no quote, newline, return or NUL");
	return byte;
}

/* Learn what becomes of rows that are written. */
static void
read_joint(const char *word)
{
	written = to != DIALECT_NONE ? to : dialect;
	rewrites = (to != DIALECT_NONE && written != DIALECT_JSONL) ||
	    written != dialect;
	joint = to != DIALECT_NONE || dialect != DIALECT_CSV ? ',' :
	    delimiter;
	if (!word || written == DIALECT_NONE)
		return;
	if (written != DIALECT_CSV)
		die_usage("--output-delimiter", "only CSV has one; --to=csv "
		    "writes it");
	joint = read_separator("--output-delimiter", word);
	rewrites = true;
}

void
row_options_read(const char *separator, const char *regexp,
    const char *output_delimiter, bool zero)
{
	dialect = csv ? DIALECT_CSV : tsv ? DIALECT_TSV :
	    jsonl ? DIALECT_JSONL : DIALECT_NONE;
	check_options(separator, regexp, zero);
	if (to_word)
		read_to();
	delimiter = dialect == DIALECT_CSV ? ',' : '\t';
	if (dialect == DIALECT_CSV && separator)
		delimiter = read_separator("-t", separator);
	read_joint(output_delimiter);
}

enum dialect
row_options_dialect(void)
{
	return dialect;
}

const char *
row_options_word(void)
{
	return spelled[dialect];
}

const char *
row_options_delimiter(void)
{
	return &delimiter;
}

bool
row_options_named(void)
{
	return (dialect == DIALECT_CSV || dialect == DIALECT_TSV) &&
	    !no_header;
}

bool
row_options_ragged(void)
{
	return ragged;
}

const char *
row_options_excess(size_t n, size_t most)
{
	if (ragged || most == 0 || n <= most)
		return NULL;
	return because("more fields than columns (%zu); --ragged allows it",
	    most);
}

bool
row_options_rewrites(void)
{
	return rewrites;
}

void
row_options_writer(struct row_writer *writer)
{
	row_writer_open(writer, written, joint, !no_header);
}

void
row_options_begin(struct input *in)
{
	header = (struct record){ .bytes = NULL };
	columns = NULL;
	input = in;
	if (dialect == DIALECT_NONE)
		return;
	input_rows(in, dialect, delimiter, row_options_named());
	if (rewrites)
		input_whole(in);
	if (row_options_named())
		columns = input_columns(in, &header);
	if (!columns && !no_header)
		columns = &any;
}

struct columns *
row_options_columns(void)
{
	return columns;
}

const struct record *
row_options_header(void)
{
	return &header;
}

const struct input *
row_options_input(void)
{
	return input;
}
