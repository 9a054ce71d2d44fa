/*
 * separator - what stands between fields, as it is typed
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "memory.h"
#include "separator.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/*
 * Decode the escape after a backslash into *byte.
 * Returns: how many bytes it has, 0 where it is none.
 */
static size_t
decode_escape(const char *text, char *byte)
{
	static const char letters[] = "tn0\\", bytes[] = "\t\n\0\\";
	const char *letter;

	if (text[0] == '\0')
		return 0;
	letter = strchr(letters, text[0]);
	if (letter) {
		*byte = bytes[letter - letters];
		return 1;
	}
	if (text[0] != 'x' || hex_digit(text[1]) < 0 || hex_digit(text[2]) < 0)
		return 0;
	*byte = (char)(hex_digit(text[1]) << 4 | hex_digit(text[2]));
	return 3;
}

char *
separator_decode(const char *text, size_t *len, const char **reason)
{
	static char refusal[80];
	char *decoded = xcopy(text, strlen(text));
	size_t n;

	for (*len = 0; *text; ++*len) {
		if (*text != '\\') {
			decoded[*len] = *text++;
			continue;
		}
		n = decode_escape(text + 1, &decoded[*len]);
		if (n == 0) {
			snprintf(refusal, sizeof refusal, "'%.4s' is no escape;"
			    " there are \\t \\n \\0 \\\\ \\xHH", text);
			*reason = refusal;
			free(decoded);
			return NULL;
		}
		text += 1 + n;
	}
	decoded[*len] = '\0';
	return decoded;
}
