/*
 * store - records that are held, one behind the other in one arena
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "memory.h"
#include "message.h"
#include "store.h"
#include <stdlib.h>
#include <string.h>

/* How many ends are found at once. */
#define ENDS (4 * SCAN_STEP)

void
store_open(struct store *store, const struct framing *framing)
{
	*store = (struct store){ .framing = *framing };
	store->framing.place = CSV_START;
}

/* Make room for len bytes more. */
static void
make_room(struct store *store, size_t len)
{
	const size_t held = store->end - store->begin;

	if (len > SIZE_MAX - STORE_SLACK - store->end)
		die(NULL, "out of memory"); /* LCOV_EXCL_LINE: 32 bits */
	if (store->end + len + STORE_SLACK <= store->capacity)
		return;
	/* No more bytes are moved than were given up before it. */
	if (store->begin > held) {
		memmove(store->arena, store->arena + store->begin, held);
		store->begin = 0;
		store->end = held;
	}
	store->arena = xgrow(store->arena, &store->capacity,
	    store->end + len + STORE_SLACK, 1);
}

uint64_t
store_add(struct store *store, const char *bytes, size_t len)
{
	uint64_t ended;

	if (framing_is_csv(&store->framing))
		framing_records(&store->framing, bytes, len, UINT64_MAX,
		    &ended);
	else
		ended = scan_count(bytes, len, store->framing.eol);
	make_room(store, len);
	memcpy(store->arena + store->end, bytes, len);
	store->end += len;
	store->n += ended;
	return ended;
}

void
store_add_record(struct store *store, const char *bytes, size_t len)
{
	make_room(store, len + 1);
	memcpy(store->arena + store->end, bytes, len);
	store->end += len;
	store->arena[store->end++] = store->framing.eol;
	store->n++;
}

void
store_take(struct store *store, uint64_t n, struct record *run)
{
	struct framing framing = store->framing;
	uint64_t found;

	framing.place = CSV_START;
	*run = (struct record){ store->arena, 0 };
	if (n == 0)
		return;
	run->bytes += store->begin;
	run->len = framing_records(&framing, run->bytes,
	    store->end - store->begin, n, &found);
	store->begin += run->len;
	store->n -= n;
}

struct record *
store_index(const struct store *store)
{
	struct record *const index = xallocate(store->n, sizeof *index);
	struct framing framing = store->framing;
	size_t end[ENDS], at = store->begin, i = 0;

	framing.place = CSV_START;
	while (i < store->n) {
		const char *const bytes = store->arena + at;
		const size_t n = framing_ends(&framing, bytes, store->end - at,
		    end, ENDS);
		size_t begin = 0;

		for (size_t k = 0; k < n && i < store->n;
		    begin = end[k++] + 1)
			index[i++] = (struct record){ bytes + begin,
				end[k] - begin };
		at += begin;
	}
	return index;
}

void
store_close(struct store *store)
{
	free(store->arena);
	*store = (struct store){ 0 };
}
