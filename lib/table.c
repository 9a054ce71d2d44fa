/*
 * table - the different keys there were, numbered as they first appeared
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "memory.h"
#include "table.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/*
 * A slot holds the number of a key, plus one, and above it some bits of its
 * hash, which tell most other keys without a look at them.
 */
#define NUMBER_BITS 40
#define NUMBER_MASK ((UINT64_C(1) << NUMBER_BITS) - 1)

#define SLOTS_MIN 64

static uint64_t
rotate(uint64_t word, unsigned n)
{
	return word << n | word >> (64 - n);
}

static void
mix(uint64_t v[4])
{
	v[0] += v[1];
	v[1] = rotate(v[1], 13) ^ v[0];
	v[0] = rotate(v[0], 32);
	v[2] += v[3];
	v[3] = rotate(v[3], 16) ^ v[2];
	v[0] += v[3];
	v[3] = rotate(v[3], 21) ^ v[0];
	v[2] += v[1];
	v[1] = rotate(v[1], 17) ^ v[2];
	v[2] = rotate(v[2], 32);
}

static unsigned char
lower(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

/* Return n bytes, at most 8, as a word. */
static uint64_t
load(const char *bytes, size_t n, bool fold)
{
	uint64_t word = 0;
	size_t i;

	if (!fold && n == sizeof word) {
		memcpy(&word, bytes, sizeof word);
		return word;
	}
	for (i = 0; i < n; i++)
		word |= (uint64_t)(fold ? lower(bytes[i]) :
		    (unsigned char)bytes[i]) << (8 * i);
	return word;
}

static uint64_t
hash(const struct table *table, const char *bytes, size_t len)
{
	uint64_t v[4] = {
		table->secret[0] ^ UINT64_C(0x736f6d6570736575),
		table->secret[1] ^ UINT64_C(0x646f72616e646f6d),
		table->secret[0] ^ UINT64_C(0x6c7967656e657261),
		table->secret[1] ^ UINT64_C(0x7465646279746573)
	};
	uint64_t word;
	size_t i;

	for (i = 0; i + 8 <= len; i += 8) {
		word = load(bytes + i, 8, table->fold);
		v[3] ^= word;
		mix(v);
		v[0] ^= word;
	}
	word = load(bytes + i, len - i, table->fold) | (uint64_t)len << 56;
	v[3] ^= word;
	mix(v);
	v[0] ^= word;
	v[2] ^= 0xff;
	mix(v);
	mix(v);
	mix(v);
	return v[0] ^ v[1] ^ v[2] ^ v[3];
}

/* Make up a secret; where the system gives none, the time must do. */
static void
make_secret(uint64_t secret[2])
{
	struct timespec now;
	int fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);

	clock_gettime(CLOCK_REALTIME, &now);
	secret[0] = (uint64_t)now.tv_nsec << 32 ^ (uint64_t)now.tv_sec;
	secret[1] = (uint64_t)getpid() ^ (uintptr_t)&now;
	if (fd < 0)
		return;
	/* However much of it comes, it is no worse than before. */
	if (read(fd, secret, 2 * sizeof *secret) < 0)
		secret[1]++;
	close(fd);
}

void
table_open(struct table *table, bool ignore_case)
{
	*table = (struct table){ .fold = ignore_case, .slots = SLOTS_MIN };
	table->slot = xallocate(SLOTS_MIN, sizeof *table->slot);
	memset(table->slot, 0, SLOTS_MIN * sizeof *table->slot);
	make_secret(table->secret);
}

const char *
table_key(const struct table *table, size_t i, size_t *len)
{
	size_t begin = i > 0 ? table->end[i - 1] : 0;

	*len = table->end[i] - begin;
	return table->bytes + begin;
}

static bool
equal(const struct table *table, size_t i, const char *bytes, size_t len)
{
	size_t key_len, at;
	const char *key = table_key(table, i, &key_len);

	if (key_len != len)
		return false;
	if (!table->fold)
		return memcmp(key, bytes, len) == 0;
	for (at = 0; at < len; at++) {
		if (lower(key[at]) != lower(bytes[at]))
			return false;
	}
	return true;
}

/* Return the first free slot for a hash. */
static uint64_t *
free_slot(const struct table *table, uint64_t hashed)
{
	size_t at = (size_t)hashed & (table->slots - 1);

	while (table->slot[at])
		at = (at + 1) & (table->slots - 1);
	return &table->slot[at];
}

/* Double the slots. */
static void
widen(struct table *table)
{
	const char *key;
	uint64_t hashed;
	size_t i, len;

	free(table->slot);
	table->slots *= 2;
	table->slot = xallocate(table->slots, sizeof *table->slot);
	memset(table->slot, 0, table->slots * sizeof *table->slot);
	for (i = 0; i < table->n; i++) {
		key = table_key(table, i, &len);
		hashed = hash(table, key, len);
		*free_slot(table, hashed) =
		    (hashed & ~NUMBER_MASK) | (i + 1);
	}
}

static void
keep(struct table *table, const char *bytes, size_t len)
{
	table->bytes = xgrow(table->bytes, &table->capacity, table->len + len,
	    1);
	memcpy(table->bytes + table->len, bytes, len);
	table->len += len;
	table->end = xgrow(table->end, &table->end_capacity, table->n + 1,
	    sizeof *table->end);
	table->end[table->n++] = table->len;
}

size_t
table_find(struct table *table, const char *bytes, size_t len, bool *fresh)
{
	uint64_t hashed = hash(table, bytes, len);
	uint64_t tag = hashed & ~NUMBER_MASK;
	size_t at = (size_t)hashed & (table->slots - 1);
	size_t number;

	for (; table->slot[at]; at = (at + 1) & (table->slots - 1)) {
		number = (size_t)(table->slot[at] & NUMBER_MASK) - 1;
		if ((table->slot[at] & ~NUMBER_MASK) == tag &&
		    equal(table, number, bytes, len)) {
			*fresh = false;
			return number;
		}
	}
	*fresh = true;
	keep(table, bytes, len);
	table->slot[at] = tag | table->n;
	if (table->n > table->slots / 4 * 3)
		widen(table);
	return table->n - 1;
}

void
table_close(struct table *table)
{
	free(table->bytes);
	free(table->end);
	free(table->slot);
	*table = (struct table){ 0 };
}
