/*
 * aggregate_plan - which values are asked for of each group of records
 *
 * Layer 1: may include layer 0, decimal, fields, nearest, record, selection,
 * splitter, table. A LIST has items separated by commas; F is a field, from 1,
 * or one of the splitter's names. Where columns have commas in their names the
 * longest name counts:
 *
 *	count			how many records
 *	first last		the record; first:F last:F the field
 *	min:F max:F sum:F mean:F	of numbers; of equal ones the first
 *	pNN:F			the number at rank NN % of n, rounded up, but
 *				at least the smallest: p0 to p100, p99.9
 *	distinct:F		how many different values there are, by bytes
 *	list:F			the values, joined by commas
 *
 * What items share is kept once: each field is read as a number once a
 * record, a mean takes the sum, and all percentiles of a field take the same
 * numbers. What a group keeps is its slots (aggregate.h).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef AGGREGATE_PLAN_H
#define AGGREGATE_PLAN_H

#include "decimal.h"
#include "fields.h"
#include "splitter.h"
#include "table.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A mean gets so many more digits behind the point than the longest input. */
#define AGGREGATE_MEAN_DIGITS 6

/* Stands for the record where the number of a field is due. */
#define AGGREGATE_RECORD SIZE_MAX

/* A percentage is counted in millionths of the whole 100 %. */
#define AGGREGATE_WHOLE 100000000u

enum aggregate_kind {
	AGGREGATE_COUNT,
	AGGREGATE_MEAN,
	AGGREGATE_PERCENTILE,
	AGGREGATE_SLOT /* what its slot holds */
};

/* What is written. */
struct aggregate_item {
	enum aggregate_kind kind;
	uint32_t percent; /* of a percentile, in parts of AGGREGATE_WHOLE */
	size_t slot; /* not of a count */
	char *word; /* as it was written, owned */
	size_t field; /* AGGREGATE_RECORD: none */
};

enum slot_kind {
	SLOT_SUM,
	SLOT_MIN,
	SLOT_MAX,
	SLOT_VALUES, /* all numbers of the group */
	SLOT_FIRST,
	SLOT_LAST,
	SLOT_LIST,
	SLOT_DISTINCT
};

/* What a group keeps. */
struct aggregate_slot {
	enum slot_kind kind;
	size_t source; /* up to SLOT_VALUES an index of number, else a field */
};

/* A field that is read as a number, and the one that was read last. */
struct aggregate_number {
	size_t field;
	struct decimal value;
};

/* Its members are for aggregate.c, but digits, which may be set. */
struct aggregate_plan {
	/* behind the point of a mean; SIZE_MAX: by its input */
	size_t digits;
	struct aggregate_item *item; /* n of them, in the order of LIST */
	size_t n, capacity;
	struct aggregate_slot *slot;
	size_t n_slots, slot_capacity;
	struct aggregate_number *number;
	size_t n_numbers, number_capacity;
	struct decimal written; /* the number that was written last */
	struct table seen; /* the values of all groups, for SLOT_DISTINCT */
	bool distinct; /* there is such a slot, and seen is open */
	char *key; /* for seen */
	size_t key_capacity;
	uint64_t groups; /* that were begun */
	size_t alive; /* of them */
	bool unknown; /* what was refused is no column */
};

#define AGGREGATE_PLAN_INIT { .digits = SIZE_MAX, .written = DECIMAL_INIT }

/*
 * Add what LIST asks for, before any group is begun.
 * Returns: NULL, or why it is no LIST (valid until the next call), the item
 * named. The plan is then only good for aggregate_plan_close.
 */
const char *aggregate_plan_parse(struct aggregate_plan *plan,
    const char *list, const struct splitter *splitter);

/* Return how many fields of a record are needed. */
size_t aggregate_plan_reach(const struct aggregate_plan *plan);

/* Free the plan, after its groups. */
void aggregate_plan_close(struct aggregate_plan *plan);

#endif
