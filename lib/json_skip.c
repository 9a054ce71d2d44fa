/*
 * json_skip - where strings, numbers and words of JSON end, in memory
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "json_skip.h"
#include "utf8.h"

static bool
is_hexadecimal(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ||
	    (c >= 'A' && c <= 'F');
}

/* Return what comes behind an escape, of which at is the backslash. */
static const char *
skip_escape(const char *at, const char *end)
{
	size_t i;

	if (end - at < 2)
		return NULL;
	if (at[1] != 'u')
		return at[1] != '\0' && strchr("\"\\/bfnrt", at[1]) ?
		    at + 2 : NULL;
	if (end - at < 6)
		return NULL;
	for (i = 2; i < 6; i++) {
		if (!is_hexadecimal(at[i]))
			return NULL;
	}
	return at + 6;
}

const char *
json_skip_special(const char *at, const char *end, bool *escaped)
{
	size_t len;

	for (;;) {
		at = json_scan_plain(at, end);
		if (at == end)
			return NULL;
		if (*at == '"')
			return at + 1;
		if (*at == '\\') {
			*escaped = true;
			at = skip_escape(at, end);
			if (!at)
				return NULL;
			continue;
		}
		len = (unsigned char)*at < ' ' ? 0 :
		    utf8_valid(at, (size_t)(end - at));
		if (len == 0)
			return NULL;
		at += len;
	}
}
