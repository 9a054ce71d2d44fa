/*
 * Bytes as characters, and as they are shown and typed: counted, found and
 * picked as a plain reader of UTF-8 does; what is shown has no control
 * characters and is UTF-8; a separator is what its escapes say.
 *
 * Shape: three bytes (where, how many, how far), then the text.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "aid.h"
#include "escape.h"
#include "fuzz.h"
#include "separator.h"
#include "utf8.h"
#include "utf8_check.h"
#include <stdlib.h>
#include <string.h>

#define LONGEST 512

/* Where each character begins, and the end. */
struct places {
	size_t at[LONGEST + 1];
	size_t n; /* of characters */
};

/* Return how many bytes a valid sequence has, from the table of RFC 3629. */
static size_t
valid_plain(const unsigned char *s, size_t len)
{
	const unsigned first = len > 0 ? s[0] : 0xff;
	unsigned low = 0x80, high = 0xbf;
	size_t n, i;

	if (first < 0x80)
		return 1;
	n = first >= 0xc2 && first <= 0xdf ? 2 :
	    first >= 0xe0 && first <= 0xef ? 3 :
	    first >= 0xf0 && first <= 0xf4 ? 4 : 0;
	if (n == 0 || n > len)
		return 0;
	if (first == 0xe0)
		low = 0xa0;
	if (first == 0xed)
		high = 0x9f;
	if (first == 0xf0)
		low = 0x90;
	if (first == 0xf4)
		high = 0x8f;
	for (i = 1; i < n; i++) {
		if (s[i] < low || s[i] > high)
			return 0;
		low = 0x80;
		high = 0xbf;
	}
	return n;
}

static void
find_places(struct places *places, const char *bytes, size_t len)
{
	size_t at = 0, n;

	for (places->n = 0; at < len; at += n > 0 ? n : 1) {
		n = valid_plain((const unsigned char *)bytes + at, len - at);
		must(utf8_valid(bytes + at, len - at) == n);
		must(utf8_len(bytes + at, len - at) == (n > 0 ? n : 1));
		places->at[places->n++] = at;
	}
	places->at[places->n] = len;
}

/* All of it is UTF-8 where a check byte by byte says so. */
static void
check_valid(const struct places *places, const char *bytes, size_t len)
{
	struct utf8_check check = { 0 };
	bool valid = true, all = true;
	size_t i;

	for (i = 0; valid && i < len; i++)
		valid = utf8_check_next(&check, bytes[i]);
	for (i = 0; i < places->n; i++)
		all = all && utf8_valid(bytes + places->at[i],
		    len - places->at[i]) > 0;
	must((valid && check.left == 0) == all);
}

static void
check_picks(const struct places *places, const char *bytes, size_t len,
    size_t first, size_t n, int step)
{
	char *want = malloc(len + 1), *got = malloc(len + 1);
	size_t put = 0, picked = 0, i;

	must(want && got);
	for (i = first; picked < n && i < places->n && step != 0;
	    i += (size_t)step, picked++) {
		memcpy(want + put, bytes + places->at[i],
		    places->at[i + 1] - places->at[i]);
		put += places->at[i + 1] - places->at[i];
		/* A character is picked but once. */
		if (step < 0 && i < (size_t)-step) {
			picked++;
			break;
		}
	}
	if (picked > 0)
		must_equal(got, utf8_pick(bytes, len, first, picked, step,
		    got), want, put);
	free(want);
	free(got);
}

static void
check_letters(const char *bytes, size_t len)
{
	char *upper = apart(bytes, len), *lower = apart(bytes, len);
	bool digits = len > 0;
	size_t i;

	utf8_upper(bytes, len, upper);
	utf8_lower(bytes, len, lower);
	for (i = 0; i < len; i++) {
		const char c = bytes[i];
		const bool is_upper = c >= 'A' && c <= 'Z';
		const bool is_lower = c >= 'a' && c <= 'z';

		must(upper[i] == (is_lower ? (char)(c - 32) : c));
		must(lower[i] == (is_upper ? (char)(c + 32) : c));
		digits = digits && c >= '0' && c <= '9';
	}
	must(utf8_is_digits(bytes, len) == digits);
	free(upper);
	free(lower);
}

/* What is shown is UTF-8 without control characters, and used up all. */
static void
check_shown(const char *bytes, size_t len)
{
	char shown[ESCAPE_MAX];
	size_t used, n, one, at;

	for (; len > 0; bytes += used, len -= used) {
		used = escape(bytes, len, shown, &n);
		must(used > 0 && used <= len && n > 0 && n <= ESCAPE_MAX);
		for (at = 0; at < n; at += one) {
			const unsigned char *s =
			    (const unsigned char *)shown + at;

			one = valid_plain(s, n - at);
			must(one > 0 && s[0] >= 0x20 && s[0] != 0x7f);
			must(s[0] != 0xc2 || s[1] >= 0xa0);
		}
		/* Either the character as it is, or an escape of a byte. */
		if (shown[0] != '\\' || *bytes == '\\')
			must_equal(shown, n, bytes, used);
		else
			must(used == 1);
	}
}

static int
hex(char c)
{
	const char *digits = "0123456789abcdef0123456789ABCDEF";
	const char *found = c ? strchr(digits, c) : NULL;

	return found ? (int)(found - digits) % 16 : -1;
}

/* A separator, read another way. text has a NUL behind it. */
static void
check_separator(const char *text)
{
	const char *reason = NULL, *at = text;
	size_t len, n = 0;
	char *got = separator_decode(text, &len, &reason);
	char *want = malloc(strlen(text) + 1);
	bool good = true;

	must(want != NULL);
	for (; good && *at; at++) {
		want[n++] = *at;
		if (*at != '\\')
			continue;
		at++;
		if (*at == 't' || *at == 'n' || *at == '0' || *at == '\\') {
			want[n - 1] = *at == 't' ? '\t' : *at == 'n' ? '\n' :
			    *at == '0' ? '\0' : '\\';
		} else if (*at == 'x' && hex(at[1]) >= 0 && hex(at[2]) >= 0) {
			want[n - 1] = (char)(hex(at[1]) * 16 + hex(at[2]));
			at += 2;
		} else {
			good = false;
		}
	}
	must((got != NULL) == good);
	must(good || (reason && *reason));
	if (got) {
		must_equal(got, len, want, n);
		must(got[len] == '\0');
	}
	free(got);
	free(want);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct pieces pieces = { bytes, len };
	struct places places;
	size_t first, n, i;
	char *text, *exact, one[UTF8_MAX];
	int step;

	if (len > LONGEST)
		return 0;
	first = pieces_byte(&pieces);
	n = pieces_byte(&pieces);
	step = (int8_t)pieces_byte(&pieces);
	len = pieces.left;
	exact = apart((const char *)pieces.at, len);
	find_places(&places, exact, len);
	must(utf8_count(exact, len) == places.n);
	for (i = 0; i <= places.n + 1; i++) {
		const size_t k = i < places.n ? i : places.n;

		must(utf8_offset(exact, len, i) == places.at[k]);
		must(utf8_offset_back(exact, len, i) ==
		    places.at[places.n - k]);
	}
	check_valid(&places, exact, len);
	check_picks(&places, exact, len, first, n, step);
	check_picks(&places, exact, len, first, n, step % 4);
	check_letters(exact, len);
	check_shown(exact, len);
	free(exact);
	text = pieces_text(&pieces, '\0', &len);
	check_separator(text);
	free(text);
	i = (first << 16 | n << 8 | (uint8_t)step) % 0x110000;
	n = utf8_encode((uint32_t)i, one);
	must(n <= UTF8_MAX);
	must(utf8_valid(one, n) == (i >= 0xd800 && i < 0xe000 ? 0 : n));
	return 0;
}
