/*
 * row_options - the options of rows with a header
 *
 * Layer 3: may include everything below it and options. A tool whose struct
 * tool says so (rows) has --csv, --tsv, --jsonl, -N, --ragged and --to; what
 * they come to is asked here by whoever reads, splits or writes rows.
 *
 *	tool_input(&run, &in, tool_files(&run));	reads the header
 *	splitter->columns = row_options_columns();
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ROW_OPTIONS_H
#define ROW_OPTIONS_H

#include "dialect.h"
#include "options.h"
#include "record.h"
#include <stdbool.h>

struct columns;
struct input;
struct row_writer;

/* --csv --tsv --jsonl -N --ragged --to */
extern const struct option row_options[];

/* -t, for tools that do not look into records otherwise. */
extern const struct option row_separator_options[];

/*
 * Read what was given, -t, -e and --output-delimiter (NULL: not given) and -z
 * among it. What does not go together is wrong usage.
 */
void row_options_read(const char *separator, const char *regexp,
    const char *output_delimiter, bool zero);

/* What records are; of DIALECT_NONE nothing else here means anything. */
enum dialect row_options_dialect(void);

/* Return the option that says it, as "--csv". */
const char *row_options_word(void);

/* What separates fields in that, one byte. */
const char *row_options_delimiter(void);

/* Say whether the first row of a file is to name the columns. */
bool row_options_named(void);

/* Say whether rows may have more fields than there are columns. */
bool row_options_ragged(void);

/*
 * Return why a row can't have n fields where its header has so many (0: there
 * is none); NULL: it can.
 */
const char *row_options_excess(size_t n, size_t most);

/* Say whether rows that pass are written anew, and not as they are. */
bool row_options_rewrites(void);

/* Begin to write rows as the options say. */
void row_options_writer(struct row_writer *writer);

/*
 * Let the records of in be what the options say, and read the header of its
 * first file, where there shall be one.
 */
void row_options_begin(struct input *in);

/*
 * Return the columns of the input that began last; NULL where its fields have
 * no names. Where no header was found there are no rows either, and any name
 * is a column.
 */
struct columns *row_options_columns(void);

/* Return its header with its end, without bytes where it has none. */
const struct record *row_options_header(void);

/* Return that input. */
const struct input *row_options_input(void);

#endif
