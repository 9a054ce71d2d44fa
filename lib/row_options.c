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
	{ 0, "to", "FORMAT", "write rows as csv, tsv or jsonl",
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
static char delimiter[2];

/* The columns and the header of the input that began last. */
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

/* Read what separates fields of CSV. */
static void
read_separator(const char *word)
{
	const char *reason;
	size_t len;
	char *decoded = separator_decode(word, &len, &reason);

	if (!decoded)
		die_usage("-t", "%s", reason);
	if (len != 1 || strchr("\"\r\n", *decoded))
		die_usage("-t", "what separates fields of CSV is one byte, and "
		    "no quote, newline, return or NUL");
	*delimiter = *decoded;
	free(decoded);
}

void
row_options_read(const char *separator, const char *regexp, bool zero)
{
	dialect = csv ? DIALECT_CSV : tsv ? DIALECT_TSV :
	    jsonl ? DIALECT_JSONL : DIALECT_NONE;
	check_options(separator, regexp, zero);
	if (to_word)
		read_to();
	*delimiter = dialect == DIALECT_CSV ? ',' : '\t';
	if (dialect == DIALECT_CSV && separator)
		read_separator(separator);
}

enum dialect
row_options_dialect(void)
{
	return dialect;
}

const char *
row_options_delimiter(void)
{
	return delimiter;
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

enum dialect
row_options_to(void)
{
	return to;
}

void
row_options_begin(struct input *in)
{
	header = (struct record){ NULL, 0 };
	columns = NULL;
	if (dialect == DIALECT_NONE)
		return;
	input_rows(in, dialect, *delimiter, row_options_named());
	if (to != DIALECT_NONE)
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
