/*
 * tally - a group for every key, over the whole input
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "tally.h"
#include <stdlib.h>

void
tally_open(struct tally *tally, bool ignore_case, bool with_values)
{
	*tally = (struct tally){ .with_values = with_values };
	table_open(&tally->table, sizeof(struct tallied) +
	    (with_values ? sizeof(struct aggregate *) : 0), ignore_case);
}

struct tallied *
tally_find(struct tally *tally, struct group *group)
{
	struct packed *packed = &tally->packed;
	struct tallied *tallied;
	bool fresh;

	packed->len = 0;
	packed_add(packed, &group->key.fields);
	tallied = table_find(&tally->table, packed->bytes, packed->len,
	    &fresh);
	if (fresh && tally->with_values)
		tallied->values[0] = aggregate_new(&group->plan);
	return tallied;
}

/*
 * Look up what is put by; in rounds, so that no key waits alone: not for what
 * memory has of the table, nor for its own bytes, which were just written.
 */
static void
settle(struct tally *tally)
{
	const char *const keys = tally->packed.bytes;
	struct waiting *waiting = tally->waiting;
	const char *key, *next;
	struct tallied *tallied;
	bool fresh;
	size_t i;

	for (i = 0, key = keys; i < tally->n; i++, key = next) {
		next = keys + waiting[i].end;
		waiting[i].hashed = table_hash(&tally->table, key,
		    (size_t)(next - key));
	}
	for (i = 0; i < tally->n; i++)
		table_fetch(&tally->table, waiting[i].hashed);
	for (i = 0, key = keys; i < tally->n; i++, key = next) {
		next = keys + waiting[i].end;
		tallied = table_find_hashed(&tally->table, waiting[i].hashed,
		    key, (size_t)(next - key), &fresh);
		tallied->count += waiting[i].count;
	}
	tally->packed.len = 0;
	tally->n = 0;
}

void
tally_count(struct tally *tally, const struct group *group)
{
	struct packed *packed = &tally->packed;
	struct waiting *waiting;

	if (tally->n == TALLY_WAITING || packed->len > TALLY_WAITING_BYTES)
		settle(tally);
	packed_add(packed, &group->key.fields);
	waiting = &tally->waiting[tally->n++];
	waiting->end = packed->len;
	waiting->count = 1;
}

/* Never none: those put by are settled only for the next. */
void
tally_count_again(struct tally *tally)
{
	tally->waiting[tally->n - 1].count++;
}

void
tally_write(struct tally *tally, struct group *group)
{
	struct fields key = { 0 };
	struct tallied *tallied;
	struct record packed;
	size_t place = 0;

	settle(tally);
	while ((tallied = table_next(&tally->table, &place, &packed))) {
		packed_split(&packed, &key);
		if (tally->with_values)
			group_write_values(group, tallied->values[0], &key);
		else
			group_write_count(group, tallied->count, &key);
	}
	fields_close(&key);
}

void
tally_close(struct tally *tally, struct group *group)
{
	struct tallied *tallied;
	struct record packed;
	size_t place = 0;

	while (tally->with_values &&
	    (tallied = table_next(&tally->table, &place, &packed)))
		aggregate_free(&group->plan, tallied->values[0]);
	free(tally->packed.bytes);
	table_close(&tally->table);
}
