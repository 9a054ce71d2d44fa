/*
 * json_scan - the long runs inside JSON's strings and numbers
 *
 * Layer 1: includes nothing of ours. Eight bytes at a time where the
 * processor's byte order lets them; tests compare them with a byte-at-a-time
 * twin. They are inline since most runs are short.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef JSON_SCAN_H
#define JSON_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/*
 * Eight bytes as one number, the first the lowest. In the marks below each
 * byte has its high bit set or nothing. A carry or borrow may mark bytes
 * falsely, but only behind one that is marked rightly: the first mark counts.
 */
#define JSON_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))
#define JSON_HIGH JSON_EACH(0x80)

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define JSON_WORDS true
#else
#define JSON_WORDS false
#endif

/* Mark the bytes that are zero. */
static inline uint64_t
json_mark_zero(uint64_t word)
{
	return (word - JSON_EACH(1)) & ~word & JSON_HIGH;
}

static inline uint64_t
json_mark_special(uint64_t word)
{
	return json_mark_zero(word ^ JSON_EACH('"')) |
	    json_mark_zero(word ^ JSON_EACH('\\')) |
	    ((word - JSON_EACH(0x20)) & ~word & JSON_HIGH) |
	    (word & JSON_HIGH);
}

/* Without the bits of 0 a digit is 0 to 9: 0x76 more is less than 0x80. */
static inline uint64_t
json_mark_no_digit(uint64_t word)
{
	word ^= JSON_EACH('0');
	return ((word + JSON_EACH(0x76)) | word) & JSON_HIGH;
}

/* Say whether eight bytes from at on may be looked at; *word becomes them. */
static inline bool
json_load(const char *at, const char *end, uint64_t *word)
{
	if (!JSON_WORDS || (size_t)(end - at) < sizeof *word)
		return false;
	memcpy(word, at, sizeof *word);
	return true;
}

/*
 * Return the first byte from at on that is more than itself in a string, or
 * end: a quote, a backslash, a control character, or no ASCII.
 */
static inline const char *
json_scan_plain(const char *at, const char *end)
{
	uint64_t word, marks;

	for (; json_load(at, end, &word); at += sizeof word) {
		marks = json_mark_special(word);
		if (marks)
			return at + __builtin_ctzll(marks) / 8;
	}
	while (at < end && (signed char)*at >= 0x20 && *at != '"' &&
	    *at != '\\')
		at++;
	return at;
}

/* Return the first byte from at on that is no digit, or end. */
static inline const char *
json_scan_digits(const char *at, const char *end)
{
	uint64_t word, marks;

	for (; json_load(at, end, &word); at += sizeof word) {
		marks = json_mark_no_digit(word);
		if (marks)
			return at + __builtin_ctzll(marks) / 8;
	}
	while (at < end && *at >= '0' && *at <= '9')
		at++;
	return at;
}

#endif
