/*
 * primary - a value, and the calls, indices and slices behind it
 *
 * Layer 2: may include layers 0 and 1, expression/parser,
 * expression/template. Names, numbers, strings, what stands in brackets.
 *
 *	node = primary(parser);		row[2].strip('"')
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_PRIMARY_H
#define EXPRESSION_PRIMARY_H

struct parser;
struct tree;

/* Read one. Returns: NULL where there is none, which was said. */
struct tree *primary(struct parser *parser);

#endif
