/*
 * objects - rows of several records that are JSON objects
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "memory.h"
#include "message.h"
#include "objects.h"
#include "pass.h"
#include "pools.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool
objects_write(struct objects *objects, const struct record *record, size_t n)
{
	struct json_join *join = &objects->join;
	struct record joined;

	if (!json_join(join, record, n))
		return false;
	joined = (struct record){ join->text.bytes, join->text.len };
	pass_record(&joined);
	return true;
}

/* Make room for the records of a row. */
static void
reserve(struct objects *objects, size_t n)
{
	objects->record = xgrow(objects->record, &objects->capacity, n,
	    sizeof *objects->record);
}

/* Choose the next records. Returns: false after the last choice. */
static bool
choose_next(size_t *index, const struct column *const *column, size_t n)
{
	for (; n > 0; n--) {
		if (++index[n - 1] < column[n - 1]->n)
			return true;
		index[n - 1] = 0;
	}
	return false;
}

/* Write all choices; record has room for them. */
static bool
turn(struct objects *objects, const struct column *const *column, size_t n,
    struct record *record, size_t all)
{
	size_t i;

	memset(objects->index, 0, n * sizeof *objects->index);
	do {
		for (i = 0; i < n; i++)
			record[i] = column[i]->record[objects->index[i]];
		if (!objects_write(objects, objects->record, all))
			return false;
	} while (choose_next(objects->index, column, n));
	return true;
}

void
objects_turn(struct objects *objects, const struct column *const *column,
    size_t n, struct input *in)
{
	reserve(objects, n + 1);
	objects->index = xgrow(objects->index, &objects->indices, n + 1,
	    sizeof *objects->index);
	if (!in) {
		turn(objects, column, n, objects->record, n);
		return;
	}
	while (input_next(in, objects->record)) {
		if (!turn(objects, column, n, objects->record + 1, n + 1))
			input_die(in, "%s", objects->join.reason);
	}
}

void
objects_die(const struct objects *objects, const char *name, uint64_t number)
{
	const size_t room = strlen(name) + 32;
	char *place = xallocate(room, 1);

	snprintf(place, room, "%s:%ju", name, (uintmax_t)number);
	die(place, "%s", objects->join.reason);
}

void
objects_check(struct objects *objects, const struct pools *pools)
{
	const struct pool *pool = pools->pool, *const end = pool + pools->n;
	const struct record *record;
	size_t i;

	for (; pool < end; pool++) {
		record = pool->column.record;
		for (i = 0; i < pool->column.n; i++, record++) {
			if (json_join(&objects->join, record, 1))
				continue;
			if (pool->name)
				objects_die(objects, pool->name, i + 1);
			die(xcopy(record->bytes, record->len), "%s",
			    objects->join.reason);
		}
	}
}

void
objects_close(struct objects *objects)
{
	json_join_close(&objects->join);
	free(objects->record);
	free(objects->index);
}
