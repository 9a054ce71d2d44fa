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
	/* The same as expressions, for the first record and for the others. */
	const char *first, *next;
	const char *nothing; /* the result of no records; NULL: there is none */
};

/* Return the one that is called word, NULL where there is none. */
const struct fold *fold_find(const char *word);

/*
 * The same, of the value of -f, where an expression is none. A word that was
 * probably meant to be one is wrong usage.
 */
const struct fold *fold_option(const char *word);

/* Refuse an operand that is no file but what -f takes. */
void fold_refuse_operand(const char *operand);

#endif
