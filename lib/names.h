/*
 * names - the files to read, one after the other
 *
 * Layer 1: may include layer 0. An iterator of its own: who reads files asks
 * for the next name only when the file before it is used up.
 *
 *	struct words words;
 *	struct names *names = words_open(&words, argv, n);
 *	while ((name = names->next(names)))
 *		...
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef NAMES_H
#define NAMES_H

#include <stddef.h>

/*
 * Anything that gives names. The first member of a structure that says where
 * they come from (words here, rotated, chain's list).
 * Valid: a name lives until the next call. Returns: NULL after the last.
 */
struct names {
	const char *(*next)(struct names *names);
};

/* The words of a command line; where there are none, standard input (-). */
struct words {
	struct names names;
	const char *const *word;
	const char *const *end;
};

/* Give the n words in turn, or a single - where n is 0. */
struct names *words_open(struct words *words, const char *const *word,
    size_t n);

#endif
