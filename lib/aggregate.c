/*
 * aggregate - a few values that tell of all records of a group
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "aggregate.h"
#include "decimal.h"
#include "memory.h"
#include "output.h"
#include "output_number.h"
#include "row_writer.h"
#include "row_writer_number.h"
#include "text.h"
#include <stdlib.h>
#include <string.h>

/* The table of values seen is emptied when it is so large and not needed. */
#define STALE_KEYS 4096
#define STALE_BYTES (256 * 1024)

struct values {
	struct decimal *value; /* n of them, capacity initialised */
	size_t n, capacity;
	bool sorted;
};

union slot {
	struct decimal number;
	struct values values;
	struct text text;
	uint64_t distinct;
};

struct aggregate {
	uint64_t count;
	uint64_t id; /* no group had it before */
	union slot slot[];
};

static const struct decimal zero = DECIMAL_INIT;

/* Say whether a slot of that kind is one number. */
static bool
is_number(enum slot_kind kind)
{
	return kind == SLOT_SUM || kind == SLOT_MIN || kind == SLOT_MAX;
}

/* Give the group a number of its own for the table of values seen. */
static void
identify(struct aggregate_plan *plan, struct aggregate *aggregate)
{
	aggregate->id = plan->groups++;
	if (!plan->distinct)
		return;
	/* What the only group saw before its reset, nobody asks for. */
	if (plan->alive == 1 && (plan->seen.n > STALE_KEYS ||
	    plan->seen.len > STALE_BYTES)) {
		table_close(&plan->seen);
		table_open(&plan->seen, 0, false);
	}
}

struct aggregate *
aggregate_new(struct aggregate_plan *plan)
{
	struct aggregate *aggregate;
	size_t i;

	aggregate = xallocate(1, sizeof *aggregate +
	    plan->n_slots * sizeof *aggregate->slot);
	aggregate->count = 0;
	for (i = 0; i < plan->n_slots; i++) {
		memset(&aggregate->slot[i], 0, sizeof aggregate->slot[i]);
		if (is_number(plan->slot[i].kind))
			aggregate->slot[i].number = zero;
	}
	plan->alive++;
	identify(plan, aggregate);
	return aggregate;
}

void
aggregate_reset(struct aggregate_plan *plan, struct aggregate *aggregate)
{
	union slot *slot = aggregate->slot;
	size_t i;

	aggregate->count = 0;
	for (i = 0; i < plan->n_slots; i++, slot++) {
		switch (plan->slot[i].kind) {
		case SLOT_SUM:
		case SLOT_MIN:
		case SLOT_MAX:
			decimal_set(&slot->number, 0);
			break;
		case SLOT_VALUES:
			slot->values.n = 0;
			slot->values.sorted = true;
			break;
		case SLOT_FIRST:
		case SLOT_LAST:
		case SLOT_LIST:
			slot->text.len = 0;
			break;
		case SLOT_DISTINCT:
			slot->distinct = 0;
			break;
		}
	}
	identify(plan, aggregate);
}

void
aggregate_free(struct aggregate_plan *plan, struct aggregate *aggregate)
{
	union slot *slot = aggregate->slot;
	size_t i, n;

	for (i = 0; i < plan->n_slots; i++, slot++) {
		if (is_number(plan->slot[i].kind)) {
			decimal_free(&slot->number);
		} else if (plan->slot[i].kind == SLOT_VALUES) {
			for (n = 0; n < slot->values.capacity; n++)
				decimal_free(&slot->values.value[n]);
			free(slot->values.value);
		} else if (plan->slot[i].kind != SLOT_DISTINCT) {
			free(slot->text.bytes);
		}
	}
	plan->alive--;
	free(aggregate);
}

static void
values_add(struct values *values, const struct decimal *value)
{
	size_t i = values->capacity;

	if (values->n == values->capacity) {
		values->value = xgrow(values->value, &values->capacity,
		    values->n + 1, sizeof *values->value);
		for (; i < values->capacity; i++)
			values->value[i] = zero;
	}
	decimal_copy(&values->value[values->n++], value);
	values->sorted = false;
}

/*
 * Say whether the group has not seen the value in this slot. One table serves
 * all of them: one each would take far more.
 */
static bool
is_new(struct aggregate_plan *plan, const struct aggregate *aggregate,
    size_t slot, const struct record *value)
{
	const uint64_t owner = aggregate->id * plan->n_slots + slot;
	bool fresh;

	plan->key = xgrow(plan->key, &plan->key_capacity,
	    sizeof owner + value->len, 1);
	memcpy(plan->key, &owner, sizeof owner);
	if (value->len > 0)
		memcpy(plan->key + sizeof owner, value->bytes, value->len);
	table_find(&plan->seen, plan->key, sizeof owner + value->len, &fresh);
	return fresh;
}

/* Return a field, empty where it is past the end; or the record. */
static struct record
find(const struct record *record, const struct fields *fields, size_t i)
{
	if (i == AGGREGATE_RECORD)
		return *record;
	return i < fields->n ? fields->field[i] : (struct record){ "", 0 };
}

static void
add_number(union slot *slot, enum slot_kind kind, const struct decimal *value,
    bool first)
{
	if (kind == SLOT_VALUES)
		values_add(&slot->values, value);
	else if (kind == SLOT_SUM)
		decimal_add(&slot->number, value);
	else if (first || (kind == SLOT_MIN ?
	    decimal_compare(value, &slot->number) < 0 :
	    decimal_compare(value, &slot->number) > 0))
		decimal_copy(&slot->number, value);
}

static void
add_text(struct text *text, enum slot_kind kind, const struct record *value,
    bool first)
{
	if (kind == SLOT_FIRST && !first)
		return;
	if (kind == SLOT_LAST)
		text->len = 0;
	if (kind == SLOT_LIST && !first)
		text_add(text, ",", 1);
	text_add(text, value->bytes, value->len);
}

bool
aggregate_add(struct aggregate_plan *plan, struct aggregate *aggregate,
    const struct record *record, const struct fields *fields, size_t *bad)
{
	const bool first = aggregate->count == 0;
	const struct aggregate_slot *slot = plan->slot;
	struct record value;
	size_t i;

	for (i = 0; i < plan->n_numbers; i++) {
		value = find(record, fields, plan->number[i].field);
		if (!decimal_parse(&plan->number[i].value, value.bytes,
		    value.len)) {
			*bad = plan->number[i].field;
			return false;
		}
	}
	for (i = 0; i < plan->n_slots; i++, slot++) {
		if (slot->kind <= SLOT_VALUES) {
			add_number(&aggregate->slot[i], slot->kind,
			    &plan->number[slot->source].value, first);
			continue;
		}
		value = find(record, fields, slot->source);
		if (slot->kind == SLOT_DISTINCT)
			aggregate->slot[i].distinct +=
			    is_new(plan, aggregate, i, &value);
		else
			add_text(&aggregate->slot[i].text, slot->kind, &value,
			    first);
	}
	aggregate->count++;
	return true;
}

/* Of equal numbers the one with fewer digits first: the order is one only. */
static int
compare(const void *a, const void *b)
{
	const int order = decimal_compare(a, b);

	if (order != 0)
		return order;
	return (decimal_scale(a) > decimal_scale(b)) -
	    (decimal_scale(a) < decimal_scale(b));
}

/* Return the number at the nearest rank. */
static struct decimal *
percentile(struct values *values, uint64_t percent)
{
	const uint64_t whole = AGGREGATE_WHOLE;
	const uint64_t n = values->n;
	uint64_t rank;

	if (!values->sorted)
		qsort(values->value, values->n, sizeof *values->value,
		    compare);
	values->sorted = true;
	/* percent * n / whole, rounded up, without that product. */
	rank = percent * (n / whole) +
	    (percent * (n % whole) + whole - 1) / whole;
	return &values->value[rank > 0 ? rank - 1 : 0];
}

/* Write a number; to a row where there is a writer, as all that follows. */
static void
write_natural(uint64_t n, struct row_writer *writer)
{
	if (writer)
		row_writer_natural(writer, n);
	else
		output_natural(n);
}

/* Through a copy, so that the text of a number is not kept beside it. */
static void
write_number(struct aggregate_plan *plan, const struct decimal *number,
    struct row_writer *writer)
{
	if (number != &plan->written)
		decimal_copy(&plan->written, number);
	if (writer)
		row_writer_number(writer, &plan->written);
	else
		output_decimal(&plan->written);
}

static void
write_mean(struct aggregate_plan *plan, const struct decimal *sum,
    uint64_t count, struct row_writer *writer)
{
	decimal_copy(&plan->written, sum);
	decimal_divide(&plan->written, count, plan->digits != SIZE_MAX ?
	    plan->digits : decimal_scale(sum) + AGGREGATE_MEAN_DIGITS);
	write_number(plan, &plan->written, writer);
}

/* Write what a slot holds of at least one record. */
static void
write_slot(struct aggregate_plan *plan, union slot *slot,
    const struct aggregate_item *item, uint64_t count,
    struct row_writer *writer)
{
	if (item->kind == AGGREGATE_MEAN)
		write_mean(plan, &slot->number, count, writer);
	else if (item->kind == AGGREGATE_PERCENTILE)
		write_number(plan, percentile(&slot->values, item->percent),
		    writer);
	else if (is_number(plan->slot[item->slot].kind))
		write_number(plan, &slot->number, writer);
	else if (writer)
		row_writer_text(writer, slot->text.bytes, slot->text.len);
	else
		output_bytes(slot->text.bytes, slot->text.len);
}

static void
write_item(struct aggregate_plan *plan, struct aggregate *aggregate,
    const struct aggregate_item *item, struct row_writer *writer)
{
	union slot *const slot = &aggregate->slot[item->slot];

	if (item->kind == AGGREGATE_COUNT)
		write_natural(aggregate->count, writer);
	else if (plan->slot[item->slot].kind == SLOT_DISTINCT)
		write_natural(slot->distinct, writer);
	else if (aggregate->count > 0)
		write_slot(plan, slot, item, aggregate->count, writer);
	else if (writer)
		row_writer_missing(writer);
}

void
aggregate_write(struct aggregate_plan *plan, struct aggregate *aggregate,
    const char *joint, size_t len)
{
	size_t i;

	for (i = 0; i < plan->n; i++) {
		output_bytes(joint, len);
		write_item(plan, aggregate, &plan->item[i], NULL);
	}
}

void
aggregate_put(struct aggregate_plan *plan, struct aggregate *aggregate,
    struct row_writer *writer)
{
	size_t i;

	for (i = 0; i < plan->n; i++)
		write_item(plan, aggregate, &plan->item[i], writer);
}
