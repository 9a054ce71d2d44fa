/*
 * escape - bytes as a terminal can show them
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "escape.h"
#include <string.h>

/*
 * Return how many bytes a printable UTF-8 character has here; 0 where there
 * is none: a control character (C1 ones too), or no UTF-8.
 */
static size_t
printable(const unsigned char *s, size_t len)
{
	size_t n, i;
	unsigned long c;

	if (s[0] < 0x80)
		return s[0] >= 0x20 && s[0] != 0x7f;
	if (s[0] < 0xc2 || s[0] > 0xf4)
		return 0;
	n = s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
	if (n > len)
		return 0;
	c = s[0] & (0x7fu >> n);
	for (i = 1; i < n; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (s[i] & 0x3f);
	}
	if (n == 2)
		return c < 0xa0 ? 0 : 2;
	if (n == 3)
		return c < 0x800 || (c >= 0xd800 && c < 0xe000) ? 0 : 3;
	return c < 0x10000 || c > 0x10ffff ? 0 : 4;
}

size_t
escape(const char *bytes, size_t len, char shown[ESCAPE_MAX], size_t *n)
{
	static const char hex[] = "0123456789abcdef";
	const unsigned char c = (unsigned char)*bytes;

	*n = printable((const unsigned char *)bytes, len);
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
