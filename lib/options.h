/*
 * options - one table of options; parsing, help and completions follow it
 *
 * Layer 3: may include everything below it. Options may stand after
 * operands; -- ends them; long names are not abbreviated; an option that
 * needs a value takes the next word whatever it begins with. A word that
 * begins with a minus sign and then a digit, a point and a digit, a colon, or
 * inf, is an operand, as is a lone minus sign.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

/* The values of an option that may be given more than once, in order. */
struct option_list {
	const char **text;
	size_t n, capacity;
};

/* A row of a table; one without a name ends it. */
struct option {
	char letter; /* 0: none */
	const char *name; /* without the dashes */
	const char *value; /* what help calls its value; NULL: it has none */
	/*
	 * What it does, in a few words. Completions offer the words of a list
	 * of what the value may be, as "fail, skip or pass", and files for a
	 * value that is called FILE.
	 */
	const char *help;
	bool *flag; /* set where it has no value */
	const char **text; /* set to the value, as typed */
	struct option_list *list; /* or the value is added to this */
};

/*
 * What a word that is no option of the tool probably meant. The word "-" is
 * for what could be an operand but for its minus sign: "-x", "-len(x)".
 */
struct hint {
	const char *word; /* "-n", "--lines"; NULL ends the table */
	const char *meant; /* as installed_hint() takes it */
};

/*
 * Set what the words of argv say, and move the operands to the front of
 * argv + 1. tables is ended by NULL; hints may be NULL. Wrong usage ends the
 * run.
 * Returns: how many operands there are.
 */
size_t options_parse(const struct option *const *tables,
    const struct hint *hints, int argc, char **argv);

/*
 * Return the value that the option of that name was given, NULL where it
 * was not, or where the table (NULL: none) does not have it.
 */
const char *options_value(const struct option *table, const char *name);

/* Write the tables for --help, a line an option, to standard output. */
void options_help(const struct option *const *tables);

#endif
