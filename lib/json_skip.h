/*
 * json_skip - where strings, numbers and words of JSON end, in memory
 *
 * Layer 1: may include layer 0, json_scan. For a text that is all at hand,
 * and for who needs no reason: as strict as json_scalar, which has one for
 * whatever is refused here. They are inline since they are short, as most of
 * what they pass over.
 *
 *	at = json_skip_blanks(at, end);
 *	if (at < end && *at == '"')
 *		after = json_skip_string(at + 1, end, &escaped);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef JSON_SKIP_H
#define JSON_SKIP_H

#include "json_scan.h"
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static inline bool
json_is_blank(char c)
{
	return (unsigned char)c <= ' ' && (c == ' ' || c == '\t' ||
	    c == '\n' || c == '\r');
}

/* Return where something else begins, or end. */
static inline const char *
json_skip_blanks(const char *at, const char *end)
{
	while (at < end && json_is_blank(*at))
		at++;
	return at;
}

/*
 * Return what comes behind the rest of a string that has escapes, or more
 * than ASCII, in it; NULL: it is wrong, or has no end. *escaped becomes true
 * where there is a backslash, and else stays.
 */
const char *json_skip_special(const char *at, const char *end, bool *escaped);

/* The same of any string; at is behind its first quote. */
static inline const char *
json_skip_string(const char *at, const char *end, bool *escaped)
{
	at = json_scan_plain(at, end);
	if (at < end && *at == '"')
		return at + 1;
	return json_skip_special(at, end, escaped);
}

/* Return what comes behind one digit and more, NULL where there is none. */
static inline const char *
json_skip_digits(const char *at, const char *end)
{
	const char *digits = at;

	at = json_scan_digits(at, end);
	return at > digits ? at : NULL;
}

/* The same of what begins as a number: with a minus sign or a digit. */
static inline const char *
json_skip_number(const char *at, const char *end)
{
	const char *digits = at += *at == '-';

	at = json_skip_digits(at, end);
	if (!at || (*digits == '0' && at > digits + 1))
		return NULL;
	if (at < end && *at == '.')
		at = json_skip_digits(at + 1, end);
	if (!at || at == end || (*at != 'e' && *at != 'E'))
		return at;
	at++;
	if (at < end && (*at == '+' || *at == '-'))
		at++;
	return json_skip_digits(at, end);
}

/* The same of what may be true, false or null. */
static inline const char *
json_skip_word(const char *at, const char *end)
{
	const char *word = *at == 't' ? "true" : *at == 'f' ? "false" :
	    *at == 'n' ? "null" : "";
	const size_t len = strlen(word);

	return len > 0 && (size_t)(end - at) >= len &&
	    memcmp(at, word, len) == 0 ? at + len : NULL;
}

#endif
