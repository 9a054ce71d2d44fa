/*
 * text - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "suite.h"
#include "support.h"
#include "text.h"
#include <string.h>

START_TEST(bytes_follow_each_other)
{
	struct text text = { 0 };
	struct bytes want = { 0 };
	char piece[300];

	for (size_t i = 0; i < 500; i++) {
		memset(piece, 'a' + (int)(i % 26), sizeof piece);
		text_add(&text, piece, i % sizeof piece);
		bytes_add(&want, piece, i % sizeof piece);
		*text_extend(&text, 1) = '\0';
		bytes_add(&want, "", 1);
		ck_assert_uint_eq(text.len, want.len);
		ck_assert_uint_le(text.len, text.capacity);
	}
	ck_assert_int_eq(memcmp(text.bytes, want.at, want.len), 0);
	text_free(&text);
	ck_assert_uint_eq(text.capacity, 0);
	bytes_free(&want);
}
END_TEST

START_TEST(room_is_used_again)
{
	struct text text = { 0 };
	const char *room;

	text_add(&text, NULL, 0);
	ck_assert_ptr_null(text.bytes);
	room = text_extend(&text, 1000);
	text.len = 0;
	ck_assert_ptr_eq(text_extend(&text, 1000), room);
	text_free(&text);
	text_free(&text);
}
END_TEST

static void
outgrow(void *about)
{
	struct text text = { 0 };

	(void)about;
	text_add(&text, "x", 1);
	text_extend(&text, SIZE_MAX);
}

START_TEST(lengths_do_not_wrap)
{
	struct outcome outcome;

	child_run(&outcome, outgrow, NULL, -1, -1);
	outcome_expect("outgrow", &outcome, 1, "",
	    "iterutils: out of memory\n");
}
END_TEST

static Suite *
text_suite(void)
{
	Suite *suite = suite_create("text");
	TCase *tc = tcase_create("text");

	tcase_add_test(tc, bytes_follow_each_other);
	tcase_add_test(tc, room_is_used_again);
	tcase_add_test(tc, lengths_do_not_wrap);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(text_suite)
