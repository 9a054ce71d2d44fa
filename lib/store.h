/*
 * store - records that are held, one behind the other in one arena
 *
 * Layer 1: may include layer 0, framing and record. Grows at its end and gives
 * up its first records; the room of those is used again. There is nothing
 * beside the bytes until an index is asked for.
 *
 *	struct store store;
 *	store_open(&store, &in.framing);
 *	store_add(&store, span.bytes, span.len);
 *	if (store.n > 10)
 *		store_take(&store, store.n - 10, &run);
 *	store_close(&store);
 *
 * Owns: the arena.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef STORE_H
#define STORE_H

#include "framing.h"
#include "record.h"
#include <stddef.h>
#include <stdint.h>

/* So many bytes behind the last record may be read; they mean nothing. */
#define STORE_SLACK 16

/* Shape: each record with its terminator, the last perhaps still without. */
struct store {
	char *arena;
	size_t capacity;
	size_t begin, end; /* what is held of it */
	uint64_t n; /* how many whole records that is */
	struct framing framing; /* where they end; of what was added */
};

/* Begin with no records, which end as framing says. */
void store_open(struct store *store, const struct framing *framing);

/*
 * Add records with their terminators, or a part of one.
 * Returns: how many came to their ends.
 */
uint64_t store_add(struct store *store, const char *bytes, size_t len);

/*
 * Add one record without its terminator. Where it has one in it the functions
 * below take it for two.
 */
void store_add_record(struct store *store, const char *bytes, size_t len);

/*
 * Give up the first n records (there are so many); *run becomes their bytes,
 * terminators included. Valid: until more is added.
 */
void store_take(struct store *store, uint64_t n, struct record *run);

/*
 * Return views of all records, none under way. A terminator follows each.
 * Owns: the caller frees it. Valid: until more is added or taken.
 */
struct record *store_index(const struct store *store);

/* Free what is held. */
void store_close(struct store *store);

#endif
