/*
 * escape - bytes as a terminal can show them
 *
 * Layer 0: may include utf8. A printable character is shown as it is; newline,
 * return and tab as \n, \r and \t; any other byte (control characters, C1 ones
 * too, and what is no UTF-8) as \xHH. A backslash is not doubled: this is to
 * be read by people.
 *
 *	while (len > 0) {
 *		used = escape(bytes, len, shown, &n);
 *		...
 *	}
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ESCAPE_H
#define ESCAPE_H

#include <stddef.h>

/* How many bytes are shown for a character at most. */
#define ESCAPE_MAX 4

/*
 * Put what is shown for the first character of len bytes, at least one; *n
 * becomes how many bytes that is.
 * Returns: how many bytes it stands for.
 */
size_t escape(const char *bytes, size_t len, char shown[ESCAPE_MAX],
    size_t *n);

#endif
