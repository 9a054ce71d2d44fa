/*
 * template - strings that stand beside each other, and the fields in them
 *
 * Layer 2: may include layers 0 and 1, expression/parser. A field is as in
 * Python 3.12: {value}, {value!r}, {value:format}, {value=}, with any quotes
 * in it, and fields in the format.
 *
 *	node = template(parser);	f'{name:>{width}}' 'more'
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_TEMPLATE_H
#define EXPRESSION_TEMPLATE_H

struct parser;
struct tree;

/*
 * Read strings, the next token being the first. Returns: a TREE_STRING, or a
 * TREE_TEMPLATE where they have a field; NULL on a failure that was said.
 */
struct tree *template(struct parser *parser);

#endif
