/*
 * pools - what product combines: files and lists of values
 *
 * Layer 3: may include everything below it, row_options and tool. Every `-` is
 * the same pool. What is held costs its bytes and an index.
 *
 *	struct pools pools = { 0 };
 *	pools_add_files(&pools, tool_files(&run), run.eol);
 *	pools_add_lists(&pools, words, run.eol);
 *	if (pools_hold(&pools, &run, 0))
 *		column = pools_columns(&pools, 0, 2, &n);
 *	pools_close(&pools);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef POOLS_H
#define POOLS_H

#include "columns.h"
#include "odometer.h"
#include "store.h"
#include "text.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct input;
struct names;
struct run;

/* What stands between lists, and before the first. */
#define POOLS_LIST ":::"

/* The records of a FILE or of a list. */
struct pool {
	const char *name; /* as typed; NULL: a list */
	char *const *word; /* the first of a list */
	struct store store;
	struct column column; /* an index of what is held */
	bool held;
	struct columns columns; /* what a header names; none: no header */
	struct text header; /* as it is spelled, with its end */
};

/* Owns: all of it, but for the names. */
struct pools {
	struct pool *pool; /* n of them: FILEs, then lists */
	size_t n, capacity;
	bool failed; /* one can't be read */
};

/* Add a pool for each name; they must stay where they are. */
void pools_add_files(struct pools *pools, struct names *names, char eol);

/*
 * Add the lists that the words behind the first ::: are; NULL ends them. Where
 * records are rows of CSV or TSV a word is a row of one field.
 */
void pools_add_lists(struct pools *pools, char *const *word, char eol);

/* Say whether the first pool is a FILE that is read for nothing else. */
bool pools_first_alone(const struct pools *pools);

/*
 * Read and hold all pools from one on. Once one is empty or can't be read no
 * more is read, but what can't be opened is still named; after such a fault
 * so is the first pool. Of rows the headers are read all the same, and what is
 * held are rows without what ends them, with a field for each column.
 * Returns: whether all were read and have records.
 */
bool pools_hold(struct pools *pools, const struct run *run, size_t from);

/* Let a pool know its columns, if the input that began has a header. */
void pools_keep_header(struct pool *pool);

/*
 * Return the row that input_next gave without what ends it, with so many
 * fields at least, in text. One with more ends the run, where that can't be.
 */
struct record pools_spell(const struct input *in, const struct record *row,
    size_t columns, struct text *text);

/* Return the pool whose records stand at place i: of each `-` the first. */
struct pool *pools_original(const struct pools *pools, size_t i);

/*
 * Return the *n columns that the held pools from one on are, over and over,
 * so many times. Owns: the caller frees it.
 */
const struct column **pools_columns(const struct pools *pools, size_t from,
    uint64_t times, size_t *n);

/* Free what is held. */
void pools_close(struct pools *pools);

#endif
