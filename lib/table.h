/*
 * table - the different keys there were, as they first appeared
 *
 * Layer 1: may include layer 0, record, wide and word. A key is any run of
 * bytes; so many bytes beside it, its note, are the caller's, and 0 at first.
 * Keys are hashed with a secret of the run, so that nobody can choose ones
 * that collide.
 *
 *	table_open(&table, sizeof *count, false);
 *	count = table_find(&table, bytes, len, &fresh);
 *	++*count;
 *	for (place = 0; (count = table_next(&table, &place, &key));)
 *		...
 *	table_close(&table);
 *
 * A large table is mostly waiting for memory. Who has many keys to look up
 * hashes them all first, then has table_fetch do what it can for all, and
 * then looks them up with table_find_hashed.
 *
 * Cost: constant time a key; its bytes and its note, 1 to 8 bytes for its
 * length, and 11 to 21 more (32 while it grows).
 * From: a polynomial modulo 2^61 - 1, whose coefficients are the key, at a
 * secret point (Carter and Wegman 1979): two keys have the same one with a
 * chance of at most (length / 5 + 3) / 2^60. Then linear probing.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TABLE_H
#define TABLE_H

#include "record.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* So many words of a key are multiplied at once, by as many powers and two. */
#define TABLE_STRIDE 4
#define TABLE_POWERS (TABLE_STRIDE + 2)

struct table {
	char *entries; /* of all keys, one behind the other: note, key */
	size_t len, capacity;
	size_t n; /* how many there are */
	size_t note;
	uint64_t *slot; /* where entries are, by hash; 0: none */
	size_t slots; /* a power of two */
	unsigned shift; /* from a hash to a slot */
	uint64_t power[TABLE_POWERS], salt; /* of the secret */
	bool fold; /* ASCII letters of either case are equal */
};

/* Begin an empty table whose keys have notes of that many bytes, or none. */
void table_open(struct table *table, size_t note, bool ignore_case);

/*
 * Return the note of a key. *fresh becomes whether it is a new one, which is
 * kept, spelled as it is.
 * Valid: until the next new key.
 */
void *table_find(struct table *table, const char *bytes, size_t len,
    bool *fresh);

/* The same in three steps. The middle one may be left out. */
uint64_t table_hash(const struct table *table, const char *bytes, size_t len);
void table_fetch(const struct table *table, uint64_t hashed);
void *table_find_hashed(struct table *table, uint64_t hashed,
    const char *bytes, size_t len, bool *fresh);

/*
 * Return the note of the next key, the first where *place is 0; NULL after
 * the last. Valid: until the next new key.
 */
void *table_next(const struct table *table, size_t *place,
    struct record *key);

void table_close(struct table *table);

#endif
