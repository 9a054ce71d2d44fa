/*
 * escape - bytes as a terminal can show them
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "escape.h"
#include "utf8.h"
#include <string.h>

/* Return how many bytes a printable character has here, 0 where none is. */
static size_t
printable(const char *bytes, size_t len)
{
	const unsigned char *s = (const unsigned char *)bytes;
	const size_t n = utf8_valid(bytes, len);

	if (n == 1)
		return s[0] >= 0x20 && s[0] != 0x7f;
	/* From U+0080 on there are control characters again. */
	return n == 2 && s[0] == 0xc2 && s[1] < 0xa0 ? 0 : n;
}

size_t
escape(const char *bytes, size_t len, char shown[ESCAPE_MAX], size_t *n)
{
	static const char hex[] = "0123456789abcdef";
	const unsigned char c = (unsigned char)*bytes;

	*n = printable(bytes, len);
	if (*n > 0) {
		memcpy(shown, bytes, *n);
		return *n;
	}
	shown[0] = '\\';
	if (c == '\n' || c == '\r' || c == '\t') {
		shown[1] = c == '\n' ? 'n' : c == '\r' ? 'r' : 't';
		*n = 2;
	} else {
		shown[1] = 'x';
		shown[2] = hex[c >> 4];
		shown[3] = hex[c & 15];
		*n = 4;
	}
	return 1;
}
