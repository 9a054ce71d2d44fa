/*
 * fold - what a running total is made by: add, mul, min, max, count
 *
 * Layer 3: may include everything below it and options. The words that -f
 * takes.
 *
 *	const struct fold *fold = fold_option(word);
 *	if (fold->counts || decimal_parse(&value, bytes, len))
 *		fold->take(&total, &value);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef FOLD_H
#define FOLD_H

#include <stdbool.h>

struct decimal;

struct fold {
	const char *word;
	/* Take a value into the total. Of equal ones min and max keep it. */
	void (*take)(struct decimal *total, const struct decimal *value);
	bool counts; /* takes a 1 for every record, so needs no number */
};

/* Return the one that is called word, NULL where there is none. */
const struct fold *fold_find(const char *word);

/* The same, of the value of -f. None is wrong usage. */
const struct fold *fold_option(const char *word);

#endif
