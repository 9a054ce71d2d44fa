/*
 * quoted - what stands between the quotes of a string
 *
 * Layer 1: may include layer 0 and expression/mistake, expression/token.
 * Escapes are Python's, and make UTF-8: \n, \x41, \u20ac, \101; one that
 * Python does not know keeps its backslash. In an f-string {{ and }} are
 * braces, and { begins a field, which is the caller's to read:
 *
 *	quoted_open(&quoted, &reader, &token);
 *	while ((end = quoted_read(&quoted, &reader, &mistake)) == QUOTED_FIELD)
 *		... quoted.bytes, then the field, up to its } ...
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_QUOTED_H
#define EXPRESSION_QUOTED_H

#include <stdbool.h>
#include <stddef.h>

struct mistake;
struct token;
struct token_reader;

enum quoted_end {
	QUOTED_WRONG, /* see the mistake */
	QUOTED_CLOSED, /* the reader stands behind the quotes */
	QUOTED_FIELD, /* the reader stands behind the { */
	QUOTED_FORMAT_END /* the reader stands at the } of a format's field */
};

/* How a string is to be read. */
struct quoted {
	size_t at, opening; /* what is before it and its quotes, in bytes */
	char quote;
	bool tripled, raw;
	bool formatted; /* an f-string */
	bool in_format; /* behind the colon of a field */
};

/* The bytes that were read. Owns: bytes. */
struct quoted_bytes {
	char *bytes;
	size_t len, capacity;
};

/* Learn from the token that opens it how a string is to be read. */
struct quoted quoted_open(const struct token_reader *reader,
    const struct token *token);

/* Add what is up to the next field, or to the end, to the bytes. */
enum quoted_end quoted_read(const struct quoted *quoted,
    struct token_reader *reader, struct quoted_bytes *bytes,
    struct mistake *mistake);

#endif
