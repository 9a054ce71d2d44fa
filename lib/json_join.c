/*
 * json_join - JSON objects that become one
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "json_join.h"
#include "json_members.h"
#include "json_text.h"
#include "memory.h"
#include "table.h"
#include <stdlib.h>
#include <string.h>

/* So many names are compared with each other rather than hashed. */
#define FEW 48

struct json_member {
	struct record name, raw;
};

void
json_join_close(struct json_join *join)
{
	size_t i;

	for (i = 0; i < join->n; i++)
		json_members_close(&join->records[i]);
	free(join->records);
	free(join->member);
	text_free(&join->text);
	*join = (struct json_join){ 0 };
}

/* Read the records. */
static bool
read_all(struct json_join *join, const struct record *record, size_t n)
{
	size_t i;

	join->records = xgrow(join->records, &join->capacity, n,
	    sizeof *join->records);
	for (; join->n < n; join->n++)
		join->records[join->n] = (struct json_members){ 0 };
	for (i = 0; i < n; i++) {
		join->records[i].name.n = 0;
		if (!record[i].bytes ||
		    json_members_read(&join->records[i], &record[i]))
			continue;
		join->reason = join->records[i].object.reason;
		join->wrong = i;
		return false;
	}
	return true;
}

/* Return the member of that name, SIZE_MAX: there is none yet. */
static size_t
find(const struct json_join *join, const struct record *name)
{
	const struct json_member *member = join->member;
	size_t i;

	for (i = 0; i < join->members; i++) {
		if (member[i].name.len == name->len && (name->len == 0 ||
		    memcmp(member[i].name.bytes, name->bytes, name->len) == 0))
			return i;
	}
	return SIZE_MAX;
}

/* The same by a table, where each name notes which it is. */
static size_t
find_in_table(struct table *table, const struct json_join *join,
    const struct record *name)
{
	bool fresh;
	size_t *note = table_find(table, name->bytes ? name->bytes : "",
	    name->len, &fresh);

	if (!fresh)
		return *note;
	*note = join->members;
	return SIZE_MAX;
}

/* Take the members of all records, each name once. */
static void
take_members(struct json_join *join, size_t n, struct table *table)
{
	const struct json_members *from = join->records;
	size_t i, j, place;

	join->members = 0;
	for (i = 0; i < n; i++, from++) {
		for (j = 0; j < from->name.n; j++) {
			const struct record *name = &from->name.field[j];

			place = table ? find_in_table(table, join, name) :
			    find(join, name);
			if (place == SIZE_MAX) {
				place = join->members++;
				join->member[place].name = *name;
			}
			join->member[place].raw = from->raw.field[j];
		}
	}
}

static void
write_members(struct json_join *join)
{
	const struct json_member *member = join->member;
	struct text *text = &join->text;
	size_t i;

	text->len = 0;
	text_add(text, "{", 1);
	for (i = 0; i < join->members; i++, member++) {
		if (i > 0)
			text_add(text, ",", 1);
		/* It was checked: what it says is UTF-8. */
		json_add_string(text, member->name.bytes, member->name.len);
		text_add(text, ":", 1);
		text_add(text, member->raw.bytes, member->raw.len);
	}
	text_add(text, "}", 1);
}

bool
json_join(struct json_join *join, const struct record *record, size_t n)
{
	struct table table;
	size_t most = 0, i;

	if (!read_all(join, record, n))
		return false;
	for (i = 0; i < n; i++)
		most += join->records[i].name.n;
	join->member = xgrow(join->member, &join->member_capacity, most,
	    sizeof *join->member);
	if (most <= FEW) {
		take_members(join, n, NULL);
	} else {
		table_open(&table, sizeof(size_t), false);
		take_members(join, n, &table);
		table_close(&table);
	}
	write_members(join);
	return true;
}
