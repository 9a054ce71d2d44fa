/*
 * format - numbers and text laid out by Python's format specs
 *
 * Layer 1: may include layer 0, big, decimal, decimal_parts, rounding, text.
 * What there is of them:
 *
 *	[[FILL]ALIGN][SIGN][0][WIDTH][,][.PRECISION][TYPE]
 *
 * FILL is any character, ALIGN one of < > ^ =, SIGN one of + - and a blank,
 * TYPE one of d f s x o b; 0 is 0= as FILL and ALIGN for numbers. Width, and
 * precision of text, count characters as utf8 does.
 *
 *	if ((reason = format_parse(&format, ",.2f", 4)))
 *		die(spec, "%s", reason);
 *	if ((reason = format_number(&format, &value, &text)))
 *		input_die(input, "%s", reason);
 *
 * A reason is NULL where all went well. Nothing is appended where one is not.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef FORMAT_H
#define FORMAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct decimal;
struct text;

/* Owns: nothing. */
struct format {
	char fill[4]; /* one character */
	unsigned char fill_len;
	char align; /* 0: numbers to the right, text to the left */
	char sign; /* 0 as - */
	char type; /* 0: as it is */
	bool grouped; /* commas between thousands */
	bool numeric; /* only numbers can be laid out so */
	size_t width;
	int64_t precision; /* -1: none */
};

/* Read a spec; an empty one is one. Returns: what is wrong with it. */
const char *format_parse(struct format *format, const char *spec, size_t len);

/*
 * Append a number: with no type its canonical text; d x o b want an integer's
 * value; f has 6 digits behind the point or PRECISION, rounded half to even.
 * s, and PRECISION without f, are for text.
 */
const char *format_number(const struct format *format,
    const struct decimal *value, struct text *text);

/* Append text, cut to PRECISION; format.numeric must be false for that. */
const char *format_text(const struct format *format, const char *bytes,
    size_t len, struct text *text);

#endif
