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

/* The members of json that change here, where a compiler can see no alias. */
struct walk {
	const char *at;
	unsigned place;
	uint64_t lists;
};

/*
 * Pass over what stands between two leaves. Returns: where that ends: LEAF
 * before a leaf, STOP before what is to be left alone.
 */
static inline unsigned
pass_structure(struct walk *walk, const char *last, uint64_t depth)
{
	unsigned kind, next;
	uint64_t lists;

	for (; walk->at < last; walk->at++) {
		kind = kinds[(unsigned char)*walk->at];
		lists = walk->lists + (uint64_t)deeper[kind];
		next = next_place[walk->place][kind];
		if (next >= LEAF)
			return next;
		/* The outermost list stays open, one that is a leaf closed. */
		if (lists - 1 >= depth)
			break;
		walk->lists = lists;
		walk->place = next;
	}
	return STOP;
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
	struct walk walk = { json->at, json->place, json->lists };
	const char *last, *after;
	size_t len, i;
	bool bare;

	if (json->reason || json->within || json->levels > 0 ||
	    json->around != JSON_IN_LIST || json_unread(json) <= CHUNK)
		return 0;
	last = json->end - CHUNK;
	while (pass_structure(&walk, last, depth) == LEAF) {
		bare = raw && *walk.at == '"';
		after = *walk.at == '"' ? string_end(walk.at, last) :
		    number_end(walk.at, last);
		if (!after)
			break;
		len = (size_t)(after - walk.at) - (bare ? 2 : 0);
		if (len >= (size_t)(end - to))
			break;
		for (i = 0; i < len; i += CHUNK)
			memcpy(to + i, walk.at + bare + i, CHUNK);
		to[len] = eol;
		to += len + 1;
		walk.at = after;
		walk.place = JSON_AFTER_VALUE;
	}
	json->at = walk.at;
	json->place = walk.place;
	json->lists = walk.lists;
	json->before = walk.place == JSON_AT_VALUE ? ',' : 0;
	return (size_t)(to - first);
}
