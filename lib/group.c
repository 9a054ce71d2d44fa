/*
 * group - what becomes of a group of records
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "field_options.h"
#include "group.h"
#include "group_rows.h"
#include "input.h"
#include "numeral.h"
#include "output.h"
#include "pass.h"
#include "spelled.h"
#include "step.h"
#include <inttypes.h>
#include <stdio.h>

/* A record that is no longer is written with its count at once. */
#define SHORT 1024

void
group_begin(struct group *group)
{
	group->members = 0;
	group->output->begin(group);
}

void
group_add(struct group *group, const struct input *in,
    const struct record *record)
{
	group->members++;
	group->output->member(group, in, record);
}

void
group_end(struct group *group)
{
	group->output->end(group);
	group->number++;
}

static void
nothing(struct group *group)
{
	(void)group;
}

static void
no_member(struct group *group, const struct input *in,
    const struct record *record)
{
	(void)group;
	(void)in;
	(void)record;
}

static void
write_member(struct group *group, const struct input *in,
    const struct record *record)
{
	(void)group;
	(void)in;
	pass_record(record);
}

static void
write_key(struct group *group)
{
	field_options_write(&group->key.kept.fields);
}

static void
append_member(struct group *group, const struct input *in,
    const struct record *record)
{
	(void)group;
	(void)in;
	output_bytes("\t", 1);
	output_bytes(record->bytes, record->len);
}

static void
end_record(struct group *group)
{
	(void)group;
	output_end();
}

const struct group_output group_members = {
	write_key, append_member, end_record
};

/* Write a count, which stands before its key. */
static void
write_count(uint64_t n)
{
	size_t room;
	char *begin = output_room(NUMERAL_PUT_ROOM + 1, &room);
	char *end = numeral_put(begin, n, 0);

	*end++ = '\t';
	output_part((size_t)(end - begin));
}

void
group_write_count(struct group *group, uint64_t n, const struct fields *key)
{
	if (group->rows) {
		group_rows_count(group, n, key);
		return;
	}
	write_count(n);
	field_options_write(key);
	output_end();
}

void
group_write_repeats(uint64_t n, const struct record *record)
{
	char *begin, *end;
	size_t room;

	if (record->len > SHORT) {
		write_count(n);
		output_record(record->bytes, record->len);
		return;
	}
	begin = output_room(NUMERAL_PUT_ROOM + 1 + SHORT, &room);
	end = numeral_put(begin, n, 0);
	*end++ = '\t';
	end = step_copy(end, record->bytes, record->len);
	output_part((size_t)(end - begin));
	output_end();
}

static void
count_members(struct group *group)
{
	group_write_count(group, group->members, &group->key.kept.fields);
}

const struct group_output group_count = {
	nothing, no_member, count_members
};

void
group_count_values(struct group *group, struct aggregate *values,
    const struct input *in, const struct record *record)
{
	static const struct record past_the_end = { "", 0 };
	const struct fields *fields = &group->key.splitter.fields;
	const struct record whole = group->rows ? spelled_body(record) :
	    *record;
	size_t bad;

	if (aggregate_add(&group->plan, values, &whole, fields, &bad))
		return;
	invalid_number(&group->invalid, in, record,
	    bad < fields->n ? &fields->field[bad] : &past_the_end, bad);
}

void
group_write_values(struct group *group, struct aggregate *values,
    const struct fields *key)
{
	if (group->rows) {
		group_rows_values(group, values, key);
		return;
	}
	field_options_write(key);
	aggregate_write(&group->plan, values, "\t", 1);
	output_end();
}

static void
begin_values(struct group *group)
{
	if (group->values)
		aggregate_reset(&group->plan, group->values);
	else
		group->values = aggregate_new(&group->plan);
}

static void
count_member(struct group *group, const struct input *in,
    const struct record *record)
{
	group_count_values(group, group->values, in, record);
}

static void
end_values(struct group *group)
{
	group_write_values(group, group->values, &group->key.kept.fields);
}

const struct group_output group_values = {
	begin_values, count_member, end_values
};

static void
write_first(struct group *group, const struct input *in,
    const struct record *record)
{
	if (group->members <= group->first)
		write_member(group, in, record);
}

const struct group_output group_first = {
	nothing, write_first, nothing
};

static void
set_apart(struct group *group)
{
	if (group->number > 0)
		output_record("", 0);
}

const struct group_output group_gap = {
	set_apart, write_member, nothing
};

static void
join_member(struct group *group, const struct input *in,
    const struct record *record)
{
	(void)group;
	(void)in;
	output_bytes(record->bytes, record->len);
	output_bytes("\n", 1);
}

const struct group_output group_join = {
	nothing, join_member, end_record
};

static void
start_command(struct group *group)
{
	struct variable variable[] = { { .name = "KEY" },
	    { .name = "GROUP" } };
	char number[24];

	variable[0].value = key_text(&group->key, &variable[0].len);
	variable[1].value = number;
	variable[1].len = (size_t)snprintf(number, sizeof number, "%" PRIu64,
	    group->number);
	snprintf(group->feed.fed, sizeof group->feed.fed,
	    "group %s, key '%.*s'%s", number, KEY_SHOWN, variable[0].value,
	    variable[0].len > KEY_SHOWN ? "..." : "");
	feed_begin(&group->feed, group->command, variable, 2);
	pass_header();
}

static void
feed_member(struct group *group, const struct input *in,
    const struct record *record)
{
	write_member(group, in, record);
	feed_look(&group->feed);
}

static void
end_command(struct group *group)
{
	feed_end(&group->feed);
}

const struct group_output group_exec = {
	start_command, feed_member, end_command
};

void
group_close(struct group *group)
{
	if (group->values)
		aggregate_free(&group->plan, group->values);
	aggregate_plan_close(&group->plan);
	group_rows_close(group);
	key_close(&group->key);
}
