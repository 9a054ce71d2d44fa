/*
 * table - the different keys there were, numbered as they first appeared
 *
 * Layer 1: may include layer 0. A key is any run of bytes. Hashed with a
 * secret of the run, so that nobody can choose keys that collide.
 *
 *	i = table_find(&table, bytes, len, &fresh);
 *	if (fresh)
 *		count[i] = 0;	(an array of the caller's, by number)
 *	count[i]++;
 *
 * Cost: constant time a key; its bytes, a few for its length, and 16 to 32
 * more.
 * From: SipHash-1-3 (Aumasson and Bernstein 2012); linear probing.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TABLE_H
#define TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct table {
	char *bytes; /* all keys, one behind the other */
	size_t len, capacity;
	size_t *end; /* n of them: where each key ends in bytes */
	size_t n, end_capacity;
	uint64_t *slot; /* a power of two; the number of a key + 1, or 0 */
	size_t slots;
	uint64_t secret[2];
	bool fold; /* ASCII letters of either case are equal */
};

/* Begin an empty table. */
void table_open(struct table *table, bool ignore_case);

/*
 * Return the number of a key, from 0. *fresh becomes whether it is a new one,
 * which is kept, spelled as it is.
 */
size_t table_find(struct table *table, const char *bytes, size_t len,
    bool *fresh);

/* Return the bytes of key i. Valid: until the next new key. */
const char *table_key(const struct table *table, size_t i, size_t *len);

void table_close(struct table *table);

#endif
