/*
 * aggregate - a few values that tell of all records of a group
 *
 * Layer 2: may include layers 0 and 1, output, output_number, row_writer and
 * row_writer_number. A plan knows what is asked for and is made once; an
 * aggregate is what one group needs for it. Numbers are exact.
 *
 *	struct aggregate_plan plan = AGGREGATE_PLAN_INIT;
 *	reason = aggregate_plan_parse(&plan, "count,sum:2,p95:2", &splitter);
 *	aggregate = aggregate_new(&plan);
 *	splitter_split(&splitter, &record, aggregate_plan_reach(&plan));
 *	if (!aggregate_add(&plan, aggregate, &record, &splitter.fields, &bad))
 *		...	field bad (from 0) is no number
 *	aggregate_write(&plan, aggregate, "\t", 1);
 *	aggregate_reset(&plan, aggregate);	for the next group
 *	aggregate_free(&plan, aggregate);
 *	aggregate_plan_close(&plan);
 *
 * Cost: a group has 16 bytes, and 32 for each value asked for: count takes
 * none, mean shares sum's, all percentiles of a field share one. On top of
 * that first, last and list hold their bytes, a percentile all numbers of the
 * group (32 bytes each), a number beyond 128 bits its digits, distinct what a
 * table takes for each different value and 8 bytes more.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef AGGREGATE_H
#define AGGREGATE_H

#include "aggregate_plan.h"
#include "fields.h"
#include "record.h"
#include <stdbool.h>
#include <stddef.h>

struct aggregate;
struct row_writer;

/* Begin a group. Free with aggregate_free. */
struct aggregate *aggregate_new(struct aggregate_plan *plan);

/* Begin another group in its place, in the memory that is there. */
void aggregate_reset(struct aggregate_plan *plan,
    struct aggregate *aggregate);

/*
 * Count a record with its fields.
 * Returns: false where a field must be a number and is none; *bad is then
 * which, from 0, and nothing of the record was counted.
 */
bool aggregate_add(struct aggregate_plan *plan, struct aggregate *aggregate,
    const struct record *record, const struct fields *fields, size_t *bad);

/*
 * Write the values of a group to the output, len bytes of joint before each.
 * Without records count and distinct are 0, the rest is empty. Records may
 * still be added afterwards.
 */
void aggregate_write(struct aggregate_plan *plan, struct aggregate *aggregate,
    const char *joint, size_t len);

/* Put the same into the row under way; what is empty is missing there. */
void aggregate_put(struct aggregate_plan *plan, struct aggregate *aggregate,
    struct row_writer *writer);

void aggregate_free(struct aggregate_plan *plan, struct aggregate *aggregate);

#endif
