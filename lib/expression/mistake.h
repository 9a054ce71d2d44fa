/*
 * mistake - what is wrong with an expression, and where
 *
 * Layer 1: may include layer 0 and record. Whoever reads an expression, or
 * compiles it, leaves a mistake to its caller, who says it:
 *
 *	tree = parse(&arena, text, len, &mistake);
 *	if (!tree)
 *		mistake_die(text, len, &mistake);
 *
 *	map: 'x +* 2': a value is missing before '*'
 *	map:   x +* 2
 *	map:      ^
 *	Try 'map --help'.
 *
 * A long expression is cut to what stands around the place, with dots.
 * Control characters and what is no UTF-8 are escaped, as in all messages.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_MISTAKE_H
#define EXPRESSION_MISTAKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdnoreturn.h>

/* How many columns of an expression are shown. */
#define MISTAKE_COLUMNS 60

/* Room for so many of four bytes, dots on both sides, and a NUL. */
#define MISTAKE_MAX 256

/*
 * Units: bytes of the expression; a place of none is one between two.
 * Valid: a reason from because() until the next one.
 */
struct mistake {
	size_t at, len;
	const char *reason;
	bool is_column; /* a name is no column: the file may be another one */
};

/* A line of the expression, and what marks the place below it. */
struct mistake_picture {
	char line[MISTAKE_MAX], mark[MISTAKE_MAX];
};

/* Draw the place [at, at + place) of len bytes of text. */
void mistake_draw(struct mistake_picture *picture, const char *text,
    size_t len, size_t at, size_t place);

/* Say that the expression is wrong usage, and where, and end. */
noreturn void mistake_die(const char *text, size_t len,
    const struct mistake *mistake);

#endif
