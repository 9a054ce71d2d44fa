/*
 * frame - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/frame.h"
#include "expression/tree.h"
#include "suite.h"
#include <stdint.h>
#include <string.h>

#define SOURCE "0123456789 + 0123456789 + 0123456789 + 01234"

/* A part of SOURCE. */
static struct tree
part(size_t at, size_t len)
{
	return (struct tree){ .kind = TREE_NAME, .at = at, .len = len };
}

static const struct row {
	size_t at, len;
	const char *want;
} rows[] = {
	{ 0, 10, "0123456789: 1 of a" },
	{ 13, 3, "012: 1 of a" },
	{ 5, 0, ": 1 of a" },
	{ 0, 40, "0123456789 + 0123456789 + 0123456789 + 0: 1 of a" },
	{ 0, 41, "0123456789 + 0123456789 + 0123456789 + 0...: 1 of a" }
};

START_TEST(a_fault_quotes_its_place)
{
	struct tree tree = part(rows[_i].at, rows[_i].len);
	struct frame frame = { .source = SOURCE };

	ck_assert(!frame_fault(&frame, &tree, "%d of %s", 1, "a"));
	ck_assert_str_eq(frame.reason, rows[_i].want);
}
END_TEST

START_TEST(a_fault_is_cut)
{
	struct tree tree = part(0, 41);
	struct frame frame = { .source = SOURCE };
	char words[300];

	memset(words, 'a', sizeof words - 1);
	words[sizeof words - 1] = '\0';
	ck_assert(!frame_fault(&frame, &tree, "%s", words));
	ck_assert_uint_lt(strlen(frame.reason), sizeof frame.reason);
	ck_assert_uint_gt(strlen(frame.reason), 150);
}
END_TEST

static const struct wrong {
	struct value value;
	const char *want;
} wrongs[] = {
	{ { .kind = VALUE_NONE }, "0123456789 is None, not a number" },
	{ { .kind = VALUE_TEXT, .bytes = "a", .len = 1 }, "0123456789 is 'a', "
	    "not a number; --invalid=skip leaves such records out" },
	{ { .kind = VALUE_INPUT, .bytes = "", .len = 0 }, "0123456789 is '', "
	    "not a number; --invalid=skip leaves such records out" },
	{ { .kind = VALUE_INPUT, .scale = UINT32_MAX, .bytes = "1\r",
	    .len = 2 }, "0123456789 (field 4294967295) is '1\r', not a number;"
	    " the lines end with CR LF: --csv, or tr -d '\\r' first" }
};

START_TEST(says_what_is_no_number)
{
	struct tree tree = part(0, 10);
	struct frame frame = { .source = SOURCE };

	ck_assert(!frame_not_number(&frame, &tree, &wrongs[_i].value));
	ck_assert_str_eq(frame.reason, wrongs[_i].want);
}
END_TEST

START_TEST(text_is_taken_off)
{
	struct tree tree = part(0, 1);
	struct frame frame = { .source = SOURCE };
	struct value value, none;

	ck_assert(frame_take_text(&frame, &tree, 0, &none));
	ck_assert_uint_eq(none.len, 0);
	ck_assert_ptr_nonnull(none.bytes);
	text_add(&frame.text, "abcd", 4);
	ck_assert(frame_take_text(&frame, &tree, 1, &value));
	ck_assert_uint_eq(frame.text.len, 1);
	text_add(&frame.text, "xyz", 3);
	ck_assert_uint_eq(value.len, 3);
	ck_assert_mem_eq(value.bytes, "bcd", 3);
	frame_close(&frame);
}
END_TEST

START_TEST(too_much_text_is_a_fault)
{
	struct tree tree = part(0, 1);
	struct frame frame = { .source = SOURCE,
	    .text.len = SCRATCH_MAX + 2 };
	struct value value;

	/* It is not looked at. */
	ck_assert(!frame_take_text(&frame, &tree, 1, &value));
	ck_assert_str_eq(frame.reason, "0: too large");
	ck_assert_uint_eq(frame.text.len, 1);
}
END_TEST

START_TEST(keeps_the_row_before)
{
	struct splitter splitter = { 0 };
	struct frame frame = { .source = "", .splitter = &splitter,
	    .reach = SIZE_MAX, .remembers = true };
	char first[] = "a b", second[] = "c";

	frame.record = (struct record){ first, 3 };
	frame_begin(&frame, false);
	ck_assert(!frame.after);
	frame_end(&frame);
	/* Its bytes may go. */
	memset(first, 'x', 3);
	frame.record = (struct record){ second, 1 };
	frame_begin(&frame, false);
	ck_assert(frame.after);
	ck_assert_uint_eq(frame.index, 1);
	ck_assert_uint_eq(frame.before.fields.n, 2);
	ck_assert_mem_eq(frame.before.fields.field[1].bytes, "b", 1);
	ck_assert_uint_eq(frame_fields(&frame)->n, 1);
	frame_close(&frame);
	splitter_close(&splitter);
}
END_TEST

static Suite *
frame_suite(void)
{
	Suite *suite = suite_create("frame");
	TCase *tcase = tcase_create("frame");

	tcase_add_loop_test(tcase, a_fault_quotes_its_place, 0, LENGTH(rows));
	tcase_add_test(tcase, a_fault_is_cut);
	tcase_add_loop_test(tcase, says_what_is_no_number, 0, LENGTH(wrongs));
	tcase_add_test(tcase, text_is_taken_off);
	tcase_add_test(tcase, too_much_text_is_a_fault);
	tcase_add_test(tcase, keeps_the_row_before);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(frame_suite)
