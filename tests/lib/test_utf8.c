/*
 * utf8 - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "suite.h"
#include "support.h"
#include "utf8.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *bytes;
	size_t len;
	uint32_t character; /* 0: none */
} characters[] = {
	{ LITERAL("a"), 'a' },
	{ LITERAL("\x7f"), 0x7f },
	{ LITERAL("\xc2\x80"), 0x80 },
	{ LITERAL("\xc3\xa9"), 0xe9 },
	{ LITERAL("\xdf\xbf"), 0x7ff },
	{ LITERAL("\xe0\xa0\x80"), 0x800 },
	{ LITERAL("\xe2\x82\xac"), 0x20ac },
	{ LITERAL("\xed\x9f\xbf"), 0xd7ff },
	{ LITERAL("\xee\x80\x80"), 0xe000 },
	{ LITERAL("\xef\xbf\xbf"), 0xffff },
	{ LITERAL("\xf0\x90\x80\x80"), 0x10000 },
	{ LITERAL("\xf4\x8f\xbf\xbf"), 0x10ffff },

	{ LITERAL(""), 0 },
	{ LITERAL("\x80"), 0 },
	{ LITERAL("\xbf\xbf"), 0 },
	{ LITERAL("\xc3"), 0 }, /* ends too soon */
	{ LITERAL("\xe2\x82"), 0 },
	{ LITERAL("\xf0\x90\x80"), 0 },
	{ LITERAL("\xc3" "a"), 0 },
	{ LITERAL("\xe2\x82" "a"), 0 },
	{ LITERAL("\xe2" "a\x82"), 0 },
	{ LITERAL("\xc0\x80"), 0 }, /* longer than need be */
	{ LITERAL("\xc1\xbf"), 0 },
	{ LITERAL("\xe0\x9f\xbf"), 0 },
	{ LITERAL("\xf0\x8f\xbf\xbf"), 0 },
	{ LITERAL("\xed\xa0\x80"), 0 }, /* half of a pair */
	{ LITERAL("\xed\xbf\xbf"), 0 },
	{ LITERAL("\xf4\x90\x80\x80"), 0 }, /* past the end */
	{ LITERAL("\xf5\x80\x80\x80"), 0 },
	{ LITERAL("\xff"), 0 }
};

START_TEST(characters_are_read)
{
	const size_t len = characters[_i].len;
	/* Of just that size, so that reading on is seen. */
	char *bytes = malloc(len + (len == 0));
	uint32_t character = 0;
	size_t n;

	ck_assert_ptr_nonnull(bytes);
	memcpy(bytes, characters[_i].bytes, len);
	n = utf8_read(bytes, len, &character);
	ck_assert_uint_eq(character, characters[_i].character);
	ck_assert_uint_eq(n, characters[_i].character ? len : 0);
	if (len > 0)
		ck_assert_uint_eq(utf8_len(bytes, len), n ? n : 1);
	free(bytes);
}
END_TEST

static const char mixed[] = "ab\xc3\xa9" "cdefghijklm\xff\xe2\x82\xac"
    "nopqrstu\xe2\x82vwxyz0123456789\xf0\x9d\x84\x9e";

START_TEST(characters_are_counted)
{
	const size_t len = sizeof mixed - 1;
	size_t at = 0, n = 0;

	/* From every beginning, so that eight at once are tried everywhere. */
	for (at = (size_t)_i; at < len; at += utf8_len(mixed + at, len - at)) {
		ck_assert_uint_eq(utf8_skip(mixed + _i, len - (size_t)_i, n),
		    at - (size_t)_i);
		n++;
	}
	ck_assert_uint_eq(utf8_count(mixed + _i, len - (size_t)_i), n);
	ck_assert_uint_eq(utf8_skip(mixed + _i, len - (size_t)_i, n),
	    len - (size_t)_i);
	ck_assert_uint_eq(utf8_skip(mixed + _i, len - (size_t)_i, SIZE_MAX),
	    len - (size_t)_i);
}
END_TEST

START_TEST(nothing_has_no_characters)
{
	ck_assert_uint_eq(utf8_count("", 0), 0);
	ck_assert_uint_eq(utf8_skip("", 0, 5), 0);
}
END_TEST

static Suite *
utf8_suite(void)
{
	Suite *suite = suite_create("utf8");
	TCase *tc = tcase_create("utf8");

	tcase_add_loop_test(tc, characters_are_read, 0, LENGTH(characters));
	tcase_add_loop_test(tc, characters_are_counted, 0,
	    (int)sizeof mixed - 1);
	tcase_add_test(tc, nothing_has_no_characters);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(utf8_suite)
