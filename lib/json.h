/*
 * json - JSON from a stream of bytes, token by token
 *
 * Layer 1: may include layer 0, json_scalar. Reads any sequence of
 * values and checks it strictly by RFC 8259: the first byte that can't stand
 * where it stands is a fault. Tokens are views of the bytes that were put in,
 * as they are spelled; one that goes on in the next bytes comes in parts.
 * Numbers are not computed, names not compared, nesting has no limit.
 *
 *	json_open(&json);
 *	json_put(&json, bytes, len);
 *	while (json_next(&json, &token))
 *		...
 *	json_finish(&json);			when there are no more bytes
 *	while (json_next(&json, &token))
 *		...
 *	if (json.reason)
 *		fault(name, "byte %ju: %s", json_byte(&json), json.reason);
 *	json_close(&json);
 *
 * Cost: no memory but one bit a level inside objects, whatever the length.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef JSON_H
#define JSON_H

#include "json_scalar.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum json_type {
	JSON_LIST, /* [ */
	JSON_LIST_END,
	JSON_OBJECT, /* { */
	JSON_OBJECT_END,
	JSON_NAME, /* of a member of an object, with its quotes */
	JSON_STRING, /* with its quotes and escapes */
	JSON_NUMBER,
	JSON_WORD /* true, false, null */
};

/* Owns: nothing. Valid: as long as the bytes that were put in. */
struct json_token {
	enum json_type type;
	const char *bytes;
	size_t len; /* may be 0 for the last part of a number */
	bool opens; /* it, or its first part */
	bool closes; /* it, or its last part */
	char before; /* comma or colon before it in compact text, 0: none */
};

/* What stands around: nothing, or the innermost list or object. */
enum json_around { JSON_NOTHING, JSON_IN_LIST, JSON_IN_OBJECT };

/* What may come next, between two tokens. */
enum json_place {
	JSON_AT_VALUE,
	JSON_AT_FIRST_VALUE, /* or ] */
	JSON_AFTER_VALUE, /* comma, or the end of what is around */
	JSON_AT_NAME,
	JSON_AT_FIRST_NAME, /* or } */
	JSON_AT_COLON,
	JSON_AT_TOP, /* a value, or the end */
	JSON_AT_TOP_CLOSE /* but no number or word without a blank */
};

/* Its members are for json.c and json_leaves.c; callers read reason. */
struct json {
	const char *reason; /* why no more can be read; NULL: no fault */

	/* the bytes at hand */
	const char *begin, *at, *end;
	uint64_t offset; /* of begin */
	bool finished; /* none come after them */

	/* the grammar */
	enum json_place place;
	char before; /* of the next token */
	enum json_around around;
	uint64_t lists; /* that are open and in no object */
	size_t levels; /* that are open from the outermost object on */
	unsigned char *objects; /* a bit a level: it is one */
	size_t capacity; /* of objects, in bytes */

	/* the token that is under way */
	bool within; /* one is */
	enum json_type type;
	struct json_scalar scalar;
};

/* Begin with nothing read. */
void json_open(struct json *json);

/* Begin again, with other data. */
void json_restart(struct json *json);

/* Read on in these bytes, those before being used up. */
void json_put(struct json *json, const char *bytes, size_t len);

/* Let json_next know that there are no more bytes. */
void json_finish(struct json *json);

/*
 * Read the next token.
 * Returns: false when more bytes are needed, after the last, or with a
 * reason (valid until the next call of because).
 */
bool json_next(struct json *json, struct json_token *token);

/* Return how many lists and objects are open. */
static inline uint64_t
json_depth(const struct json *json)
{
	return json->lists + json->levels;
}

/*
 * Return the number of the byte, counted from 1, that was not used: after a
 * fault the one that is wrong, or past the last.
 */
uint64_t json_byte(const struct json *json);

/* Return how many of the bytes that were put in were not used. */
static inline size_t
json_unread(const struct json *json)
{
	return (size_t)(json->end - json->at);
}

/* Free. */
void json_close(struct json *json);

#endif
