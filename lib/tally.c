/*
 * tally - a group for every key, over the whole input
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "memory.h"
#include "tally.h"
#include <stdlib.h>

void
tally_open(struct tally *tally, bool ignore_case, bool with_values)
{
	*tally = (struct tally){ .with_values = with_values };
	table_open(&tally->table, ignore_case);
}

size_t
tally_find(struct tally *tally, struct group *group)
{
	const char *packed;
	size_t len, i;
	bool fresh;

	packed = key_pack(&group->key, &group->key.fields, &len);
	i = table_find(&tally->table, packed, len, &fresh);
	if (!fresh)
		return i;
	tally->count = xgrow(tally->count, &tally->count_capacity, i + 1,
	    sizeof *tally->count);
	tally->count[i] = 0;
	if (tally->with_values) {
		tally->values = xgrow(tally->values, &tally->values_capacity,
		    i + 1, sizeof(struct aggregate *));
		tally->values[i] = aggregate_new(&group->plan);
	}
	return i;
}

void
tally_write(const struct tally *tally, struct group *group)
{
	struct fields key = { 0 };
	const char *packed;
	size_t len, i;

	for (i = 0; i < tally->table.n; i++) {
		packed = table_key(&tally->table, i, &len);
		key_unpack(packed, len, &key);
		if (tally->with_values)
			group_write_values(group, tally->values[i], &key);
		else
			group_write_count(tally->count[i], &key);
	}
	fields_close(&key);
}

void
tally_close(struct tally *tally, struct group *group)
{
	size_t i;

	for (i = 0; tally->with_values && i < tally->table.n; i++)
		aggregate_free(&group->plan, tally->values[i]);
	free(tally->count);
	free(tally->values);
	table_close(&tally->table);
}
