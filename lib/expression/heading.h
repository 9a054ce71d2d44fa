/*
 * heading - what the values are called that an expression gives
 *
 * Layer 1: may include layer 0, columns, expression/tree, record, slice, text.
 * A display (a list, a tuple, a dict) gives one value an element, which is
 * called as it is written, or by its name in the dict; row gives the columns;
 * all else is one value that is called as the expression is written. Where
 * only values can tell how many there are, as of x.split(), it takes one of
 * them to know.
 *
 *	if (!heading_find(&names, tree, source, columns) && value is a list)
 *		heading_number(&names, tree, source, value.len);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_HEADING_H
#define EXPRESSION_HEADING_H

#include <stdbool.h>
#include <stddef.h>

struct columns;
struct tree;

/*
 * Add what the values of tree are called, whose text is in source; row are the
 * columns, NULL where there are none or each record has its own.
 * Returns: false, with nothing added, where that is not known.
 */
bool heading_find(struct columns *names, const struct tree *tree,
    const char *source, const struct columns *row);

/* Add the name of one value that may be anything: how it is written. */
void heading_single(struct columns *names, const struct tree *tree,
    const char *source);

/* Add the names of n items of a value: how it is written, and [0] ... */
void heading_number(struct columns *names, const struct tree *tree,
    const char *source, size_t n);

#endif
