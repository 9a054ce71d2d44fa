/*
 * json_scalar - strings, numbers and words of JSON, checked as they come
 *
 * Layer 1: may include layer 0, json_scan, utf8_check. One scalar at a time,
 * in as many pieces as there are; nothing of it is held.
 *
 *	if (json_scalar_begin(&scalar, *at++))
 *		progress = json_scalar_read(&scalar, &at, end);
 *	if (progress == JSON_MORE)		and there is no more
 *		progress = json_scalar_end(&scalar);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef JSON_SCALAR_H
#define JSON_SCALAR_H

#include "utf8_check.h"
#include <stdbool.h>

enum json_progress {
	JSON_MORE, /* it goes on in the next bytes, or may do so */
	JSON_COMPLETE,
	JSON_WRONG /* and there is a reason */
};

/* Its members are for json_scalar.c; callers read reason. */
struct json_scalar {
	const char *reason; /* valid until the next call of because */
	unsigned char within; /* where in it; 0: none is under way */
	unsigned char left; /* hexadecimal digits of an escape */
	struct utf8_check utf8;
	const char *word; /* what is left of true, false, null */
};

/*
 * Begin a scalar with its first byte, which is used by that.
 * Returns: false where it begins none.
 */
bool json_scalar_begin(struct json_scalar *scalar, char first);

/*
 * Read on in the scalar. *at becomes what comes after it, the byte that is
 * wrong, or end.
 */
enum json_progress json_scalar_read(struct json_scalar *scalar,
    const char **at, const char *end);

/* There are no more bytes: is it complete as it is, or wrong? */
enum json_progress json_scalar_end(struct json_scalar *scalar);

/*
 * Say what was expected in the place of a byte.
 * Valid: until the next call of because.
 */
const char *json_expected(const char *expected, char found);

#endif
