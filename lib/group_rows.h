/*
 * group_rows - groups that are written as rows
 *
 * Layer 3: may include everything below it, generator, group, key and
 * row_options. A row has the fields of the key, then what is told of the group.
 * Key fields are called as their columns, or as an expression is written;
 * values as what is asked for: count, sum_amount.
 *
 *	group_rows_open(&group);
 *	group_rows_count(&group, n, &key);
 *	group_rows_close(&group);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef GROUP_ROWS_H
#define GROUP_ROWS_H

#include <stdint.h>

struct aggregate;
struct fields;
struct group;

/*
 * Begin, where the group's key and plan are open and the input has begun; the
 * header goes out as soon as it is known. Names that can't be end the run.
 */
void group_rows_open(struct group *group);

/* Write a key and how many; a key and the values of its group. */
void group_rows_count(struct group *group, uint64_t n,
    const struct fields *key);
void group_rows_values(struct group *group, struct aggregate *values,
    const struct fields *key);

void group_rows_close(struct group *group);

#endif
