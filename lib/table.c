/*
 * table - the different keys there were, in the order of first appearance
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "memory.h"
#include "message.h"
#include "table.h"
#include "wide.h"
#include "word.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/*
 * A slot holds the place of an entry, counted in UNITs, and above it the upper
 * bits of its hash. They tell most other keys without a look at them, and they
 * are all that is needed to find its slot in a wider table. There is no entry
 * in the first place.
 */
#define PLACE_BITS 36
#define PLACE_MASK ((UINT64_C(1) << PLACE_BITS) - 1)

/* An entry and its note begin at a multiple of it. */
#define UNIT 8

#define SLOTS_MIN 64

/* So many slots of a key are passed without a look at where they end. */
#define FORESEEN 3

/* The length of a key is one byte, or this and a size_t. */
#define LONG_KEY 0xff

#define PRIME ((UINT64_C(1) << 61) - 1)

/* So many bytes are a word that is less than the prime. */
#define WORD_BYTES 7
#define WORD_MASK ((UINT64_C(1) << 8 * WORD_BYTES) - 1)

/*
 * Multiply modulo the prime, a below 2^62 and b below the prime.
 * Returns: what is not reduced to the end, below 2^62 + 2^61.
 */
static inline uint64_t
multiply(uint64_t a, uint64_t b)
{
	uint64_t low = a * b, high;

#ifdef __SIZEOF_INT128__
	high = WIDE_HIGH((unsigned_wide)a * b);
#else
	const uint64_t a0 = (uint32_t)a, a1 = a >> 32;
	const uint64_t b0 = (uint32_t)b, b1 = b >> 32;
	const uint64_t middle = a1 * b0 + (a0 * b0 >> 32);

	high = a1 * b1 + (middle >> 32) +
	    ((a0 * b1 + (uint32_t)middle) >> 32);
#endif
	return (low & PRIME) + (high << 3 | low >> 61);
}

/* Reduce to below 2^61 + 8. */
static inline uint64_t
reduce(uint64_t n)
{
	return (n & PRIME) + (n >> 61);
}

/* Make the upper bits hang on all of them: by odd factors of many bits. */
static inline uint64_t
mix(uint64_t n)
{
	n ^= n >> 32;
	n *= UINT64_C(0x9e3779b97f4a7c15);
	n ^= n >> 32;
	return n * UINT64_C(0xd1342543de82ef95);
}

static inline uint64_t
load(const char *bytes, size_t n, bool fold)
{
	const uint64_t word = word_load_part(bytes, n) & WORD_MASK;

	return fold ? word_lower(word) : word;
}

/*
 * The length and the words of a key are the coefficients. As many words go at
 * once as there are powers: no multiplication waits for the one before. Words
 * are short, so that what they add up to stays below 2^64.
 */
static inline uint64_t
hash(const struct table *table, const char *bytes, size_t len, bool fold)
{
	const uint64_t *power = table->power;
	uint64_t sum = len;
	size_t n;

	for (; len > TABLE_STRIDE * WORD_BYTES;
	    len -= TABLE_STRIDE * WORD_BYTES) {
		sum = multiply(sum, power[TABLE_STRIDE + 1]);
		for (n = TABLE_STRIDE; n > 0; n--, bytes += WORD_BYTES)
			sum += multiply(load(bytes, 8, fold), power[n]);
		sum = reduce(sum);
	}
	n = (len + WORD_BYTES - 1) / WORD_BYTES;
	sum = multiply(sum, power[n + 1]);
	for (; n > 1; n--, bytes += WORD_BYTES, len -= WORD_BYTES)
		sum += multiply(load(bytes, 8, fold), power[n]);
	sum += multiply(load(bytes, len, fold), power[1]);
	sum = reduce(reduce(sum));
	return mix((sum >= PRIME ? sum - PRIME : sum) ^ table->salt);
}

/* Make up a secret; where the system gives none, the time must do. */
static void
make_secret(struct table *table)
{
	struct timespec now;
	uint64_t secret[2];
	int fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
	unsigned i;

	clock_gettime(CLOCK_REALTIME, &now);
	secret[0] = (uint64_t)now.tv_nsec << 32 ^ (uint64_t)now.tv_sec;
	secret[1] = (uint64_t)getpid() ^ (uintptr_t)&now;
	if (fd >= 0) {
		/* However much of it comes, it is no worse than before. */
		if (read(fd, secret, sizeof secret) < 0)
			secret[1]++;
		close(fd);
	}
	table->salt = secret[1];
	table->power[0] = 1;
	table->power[1] = secret[0] & (PRIME >> 1);
	for (i = 2; i < TABLE_POWERS; i++) {
		table->power[i] = reduce(multiply(table->power[i - 1],
		    table->power[1]));
		if (table->power[i] >= PRIME)
			table->power[i] -= PRIME; /* LCOV_EXCL_LINE: luck */
	}
}

/* Make slots, all of them free; a slot is found by the upper bits. */
static void
make_slots(struct table *table, size_t slots)
{
	table->slot = xallocate_scattered(slots, sizeof *table->slot);
	table->slots = slots;
	table->shift = 64 - (unsigned)__builtin_ctzll(slots);
}

void
table_open(struct table *table, size_t note, bool ignore_case)
{
	*table = (struct table){
		.note = (note + UNIT - 1) / UNIT * UNIT,
		.fold = ignore_case
	};
	table->entries = xgrow(NULL, &table->capacity, UNIT, 1);
	table->len = UNIT;
	make_slots(table, SLOTS_MIN);
	make_secret(table);
}

/* Return the slot where the search for what has this hash begins. */
static inline size_t
home(const struct table *table, uint64_t hashed)
{
	return (size_t)((hashed & ~PLACE_MASK) >> table->shift);
}

static inline size_t
next(const struct table *table, size_t at)
{
	return (at + 1) & (table->slots - 1);
}

/* Say whether a slot that is not free has the same bits of the hash. */
static inline bool
is_like(uint64_t slot, uint64_t hashed)
{
	return (slot ^ hashed) >> PLACE_BITS == 0;
}

static inline char *
entry(const struct table *table, uint64_t slot)
{
	return table->entries + (size_t)(slot & PLACE_MASK) * UNIT;
}

/* Return the key of an entry. */
static inline struct record
key_of(const struct table *table, const char *at)
{
	struct record key;

	at += table->note;
	key.len = (unsigned char)*at++;
	if (key.len == LONG_KEY) {
		memcpy(&key.len, at, sizeof key.len);
		at += sizeof key.len;
	}
	key.bytes = at;
	return key;
}

static inline size_t
entry_size(const struct table *table, size_t len)
{
	size_t size = table->note + 1 + len;

	if (len >= LONG_KEY)
		size += sizeof len;
	return (size + UNIT - 1) / UNIT * UNIT;
}

/*
 * Double the slots. Both are passed through from one end to the other, and no
 * entry is looked at.
 */
static void
widen(struct table *table)
{
	uint64_t *old = table->slot;
	const size_t slots = table->slots;
	size_t i, at;

	make_slots(table, slots * 2);
	for (i = 0; i < slots; i++) {
		if (!old[i])
			continue;
		at = home(table, old[i]);
		while (table->slot[at])
			at = next(table, at);
		table->slot[at] = old[i];
	}
	free(old);
}

/* Put an entry behind the others. Returns: its place. */
static uint64_t
keep(struct table *table, const char *bytes, size_t len)
{
	const size_t size = entry_size(table, len);
	const uint64_t place = table->len / UNIT;
	char *at;

	/* LCOV_EXCL_START: terabytes of keys */
	if (place > PLACE_MASK)
		die(NULL, "too many different keys");
	/* LCOV_EXCL_STOP */
	table->entries = xgrow(table->entries, &table->capacity,
	    table->len + size, 1);
	at = table->entries + table->len;
	memset(at, 0, table->note);
	at += table->note;
	*at++ = (char)(len < LONG_KEY ? len : LONG_KEY);
	if (len >= LONG_KEY) {
		memcpy(at, &len, sizeof len);
		at += sizeof len;
	}
	if (len > 0)
		memcpy(at, bytes, len);
	table->len += size;
	table->n++;
	return place;
}

uint64_t
table_hash(const struct table *table, const char *bytes, size_t len)
{
	const uint64_t hashed = table->fold ? hash(table, bytes, len, true) :
	    hash(table, bytes, len, false);

	__builtin_prefetch(&table->slot[home(table, hashed)]);
	return hashed;
}

/*
 * Return a slot that is like the hash if one of the first is. Without a jump:
 * no processor foresees how far a key is from its home.
 */
static inline size_t
foresee(const struct table *table, uint64_t hashed)
{
	size_t at = home(table, hashed);
	unsigned i;

	for (i = 0; i < FORESEEN; i++)
		at = (at + !is_like(table->slot[at], hashed)) &
		    (table->slots - 1);
	return at;
}

void
table_fetch(const struct table *table, uint64_t hashed)
{
	const uint64_t slot = table->slot[foresee(table, hashed)];

	__builtin_prefetch(entry(table, slot), 1);
}

/* Say whether a slot has the key. */
static inline bool
holds(const struct table *table, uint64_t slot, uint64_t hashed,
    const char *bytes, size_t len)
{
	struct record key;

	if (!is_like(slot, hashed) || slot == 0)
		return false;
	key = key_of(table, entry(table, slot));
	if (key.len != len)
		return false;
	return table->fold ? word_equal_letters(key.bytes, bytes, len) :
	    word_equal(key.bytes, bytes, len);
}

void *
table_find_hashed(struct table *table, uint64_t hashed, const char *bytes,
    size_t len, bool *fresh)
{
	size_t at = foresee(table, hashed);
	uint64_t place;

	*fresh = false;
	if (holds(table, table->slot[at], hashed, bytes, len))
		return entry(table, table->slot[at]);
	for (at = home(table, hashed); table->slot[at]; at = next(table, at)) {
		if (holds(table, table->slot[at], hashed, bytes, len))
			return entry(table, table->slot[at]);
	}
	*fresh = true;
	place = keep(table, bytes, len);
	table->slot[at] = (hashed & ~PLACE_MASK) | place;
	if (table->n > table->slots / 4 * 3)
		widen(table);
	return entry(table, place);
}

void *
table_find(struct table *table, const char *bytes, size_t len, bool *fresh)
{
	return table_find_hashed(table, table_hash(table, bytes, len), bytes,
	    len, fresh);
}

void *
table_next(const struct table *table, size_t *place, struct record *key)
{
	char *at;

	if (*place == 0)
		*place = UNIT;
	if (*place == table->len)
		return NULL;
	at = table->entries + *place;
	*key = key_of(table, at);
	*place += entry_size(table, key->len);
	return at;
}

void
table_close(struct table *table)
{
	free(table->entries);
	free(table->slot);
	*table = (struct table){ 0 };
}
