/*
 * json_leaves - the plain leaves of JSON lists, many at a time
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "json.h"
#include "json_leaves.h"
#include "json_scan.h"
#include <string.h>

/* What is copied at once: more than most leaves have. */
#define CHUNK JSON_LEAVES_SLACK

/* What a byte between leaves is; STRANGE is what stops here. */
enum kind { STRANGE, BLANK, COMMA, OPENING, CLOSING, DIGIT, QUOTE, KINDS };

static const unsigned char kinds[256] = {
	[' '] = BLANK, ['\t'] = BLANK, ['\n'] = BLANK, ['\r'] = BLANK,
	[','] = COMMA, ['['] = OPENING, [']'] = CLOSING, ['"'] = QUOTE,
	['-'] = DIGIT, ['0'] = DIGIT, ['1'] = DIGIT, ['2'] = DIGIT,
	['3'] = DIGIT, ['4'] = DIGIT, ['5'] = DIGIT, ['6'] = DIGIT,
	['7'] = DIGIT, ['8'] = DIGIT, ['9'] = DIGIT,
};

/* The places inside a list come first in enum json_place. */
#define PLACES (JSON_AFTER_VALUE + 1)
#define LEAF PLACES
#define STOP (PLACES + 1)

/* Where a byte leads to. */
static const unsigned char next_place[PLACES][KINDS] = {
	[JSON_AT_VALUE] = { STOP, JSON_AT_VALUE, STOP, JSON_AT_FIRST_VALUE,
	    STOP, LEAF, LEAF },
	[JSON_AT_FIRST_VALUE] = { STOP, JSON_AT_FIRST_VALUE, STOP,
	    JSON_AT_FIRST_VALUE, JSON_AFTER_VALUE, LEAF, LEAF },
	[JSON_AFTER_VALUE] = { STOP, JSON_AFTER_VALUE, JSON_AT_VALUE, STOP,
	    JSON_AFTER_VALUE, STOP, STOP },
};

/* By how much a byte makes lists deeper. */
static const signed char deeper[KINDS] = { [OPENING] = 1, [CLOSING] = -1 };

/*
 * Pass over what stands between two leaves. Returns: where that ends: LEAF
 * before a leaf, STOP before what is to be left alone.
 */
static unsigned
pass_structure(struct json *json, const char *last, uint64_t depth)
{
	const char *at = json->at;
	unsigned place = json->place, next = STOP;
	uint64_t lists = json->lists;

	for (; at < last; at++) {
		unsigned kind = kinds[(unsigned char)*at];
		uint64_t then = lists + (uint64_t)deeper[kind];

		next = next_place[place][kind];
		/* No list but the outermost ends, none that is a leaf begins. */
		if (next >= LEAF || then - 1 >= depth)
			break;
		lists = then;
		place = next;
		next = STOP;
	}
	json->at = at;
	json->place = place;
	json->lists = lists;
	return next;
}

/* Return the end of a number, or NULL where it is not plain, or wrong. */
static const char *
number_end(const char *at, const char *end)
{
	const char *digits = at += *at == '-';

	at = json_scan_digits(at, end);
	if (at == digits || at == end || (*digits == '0' && at > digits + 1))
		return NULL;
	if (*at == '.') {
		digits = ++at;
		at = json_scan_digits(at, end);
		if (at == digits || at == end)
			return NULL;
	}
	return kinds[(unsigned char)*at] == STRANGE ? NULL : at;
}

/* The same of a string. */
static const char *
string_end(const char *at, const char *end)
{
	at = json_scan_plain(at + 1, end);
	return at < end && *at == '"' ? at + 1 : NULL;
}

size_t
json_leaves(struct json *json, uint64_t depth, bool raw, char eol, char *to,
    size_t room)
{
	const char *const first = to, *const end = to + room;
	const char *last, *after, *at;
	size_t len, i;
	bool bare;

	if (json->reason || json->within || json->levels > 0 ||
	    json->around != JSON_IN_LIST || json_unread(json) <= CHUNK)
		return 0;
	last = json->end - CHUNK;
	while (pass_structure(json, last, depth) == LEAF) {
		at = json->at;
		bare = raw && *at == '"';
		after = *at == '"' ? string_end(at, last) :
		    number_end(at, last);
		if (!after)
			break;
		len = (size_t)(after - at) - (bare ? 2 : 0);
		if (len >= (size_t)(end - to))
			break;
		for (i = 0; i < len; i += CHUNK)
			memcpy(to + i, at + bare + i, CHUNK);
		to[len] = eol;
		to += len + 1;
		json->at = after;
		json->place = JSON_AFTER_VALUE;
	}
	json->before = json->place == JSON_AT_VALUE ? ',' : 0;
	return (size_t)(to - first);
}
