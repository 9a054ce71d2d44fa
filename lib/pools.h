/*
 * pools - what product combines: files and lists of values
 *
 * Layer 3: may include everything below it and tool. Every `-` is the same
 * pool. What is held costs its bytes and an index.
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

#include "odometer.h"
#include "store.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct names;
struct run;

/* What stands between lists, and before the first. */
#define POOLS_LIST ":::"

/* The records of a FILE or of a list. */
struct pool {
	const char *name; /* as typed; NULL: a list */
	struct store store;
	struct column column; /* an index of what is held */
	bool held;
};

/* Owns: all of it, but for the names. */
struct pools {
	struct pool *pool; /* n of them: FILEs, then lists */
	size_t n, capacity;
};

/* Add a pool for each name; they must stay where they are. */
void pools_add_files(struct pools *pools, struct names *names, char eol);

/* Add the lists that the words behind the first ::: are; NULL ends them. */
void pools_add_lists(struct pools *pools, char *const *word, char eol);

/* Say whether the first pool is a FILE that is read for nothing else. */
bool pools_first_alone(const struct pools *pools);

/*
 * Read and hold all pools from one on. Once one is empty or can't be read no
 * more is read, but what can't be opened is still named; after such a fault
 * so is the first pool.
 * Returns: whether all were read and have records.
 */
bool pools_hold(struct pools *pools, const struct run *run, size_t from);

/*
 * Return the *n columns that the held pools from one on are, over and over,
 * so many times. Owns: the caller frees it.
 */
const struct column **pools_columns(const struct pools *pools, size_t from,
    uint64_t times, size_t *n);

/* Free what is held. */
void pools_close(struct pools *pools);

#endif
