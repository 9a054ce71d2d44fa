/*
 * scratch - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "allocations.h"
#include "decimal.h"
#include "expression/scratch.h"
#include "suite.h"
#include "support.h"
#include <stdalign.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static const size_t sizes[] = { 0, 1, 7, 8, 15, 16, 17, 100, 4095, 4096,
	4097, 100000, 1 };

/* Take all sizes, and use each byte; no two share one. */
static void
take_all(struct scratch *scratch)
{
	char *taken[LENGTH(sizes)];

	for (int i = 0; i < LENGTH(sizes); i++) {
		taken[i] = scratch_take(scratch, sizes[i], 1);
		ck_assert_ptr_nonnull(taken[i]);
		ck_assert_uint_eq((uintptr_t)taken[i] % alignof(max_align_t),
		    0);
		memset(taken[i], 'a' + i, sizes[i]);
	}
	for (int i = 0; i < LENGTH(sizes); i++) {
		for (size_t at = 0; at < sizes[i]; at++)
			ck_assert_int_eq(taken[i][at], 'a' + i);
	}
}

START_TEST(takes_aligned_and_apart)
{
	struct scratch scratch = { 0 };

	for (int i = 0; i < 3; i++) {
		take_all(&scratch);
		scratch_reset(&scratch);
	}
	scratch_close(&scratch);
}
END_TEST

/* What Check asserts allocates, too: that waits for the end. */
START_TEST(uses_memory_again)
{
	struct scratch scratch = { 0 };
	unsigned long before = allocations(), after;
	void *first = NULL;
	bool moved = false;

	/* The blocks grow until one is enough for a record. */
	for (int i = 0; i < 10; i++) {
		if (i == 3)
			before = allocations();
		if (i == 3)
			first = scratch_take(&scratch, 1, 1);
		else
			moved |= scratch_take(&scratch, 1, 1) != first &&
			    i > 3;
		for (int n = 0; n < 1000; n++)
			scratch_take(&scratch, 10, sizeof(int));
		scratch_reset(&scratch);
	}
	after = allocations();
	ck_assert_uint_eq(after, before);
	ck_assert(!moved);
	ck_assert_uint_gt(before, 0);
	scratch_close(&scratch);
	ck_assert_ptr_null(scratch.block);
}
END_TEST

START_TEST(takes_what_is_large)
{
	struct scratch scratch = { 0 };
	char *large = scratch_take(&scratch, (size_t)1 << 20, 16), *small;

	large[((size_t)1 << 24) - 1] = 'a';
	small = scratch_take(&scratch, 1, 1);
	*small = 'b';
	ck_assert_int_eq(large[((size_t)1 << 24) - 1], 'a');
	scratch_close(&scratch);
}
END_TEST

START_TEST(numbers_are_used_again)
{
	struct scratch scratch = { 0 };
	struct decimal *number, *first[100];
	unsigned long before = allocations(), after;
	bool moved = false;

	for (int i = 0; i < 4; i++) {
		if (i == 2)
			before = allocations();
		for (int n = 0; n < LENGTH(first); n++) {
			number = scratch_decimal(&scratch);
			moved |= i > 0 && number != first[n];
			first[n] = number;
			decimal_set(number, n);
		}
		scratch_reset(&scratch);
	}
	after = allocations();
	ck_assert_uint_eq(after, before);
	ck_assert(!moved);
	ck_assert_int_eq(first[99]->integer.word, 99);
	scratch_close(&scratch);
}
END_TEST

START_TEST(may_be_empty)
{
	struct scratch scratch = { 0 };

	scratch_reset(&scratch);
	scratch_close(&scratch);
	scratch_close(&scratch);
}
END_TEST

static void
take_too_much(void *about)
{
	struct scratch scratch = { 0 };
	const size_t *row = about;

	scratch_take(&scratch, row[0], row[1]);
}

START_TEST(too_much_ends_the_run)
{
	static size_t rows[][2] = { { SIZE_MAX, 1 }, { SIZE_MAX / 2, 8 },
	    { SIZE_MAX / 4 + 1, 1 }, { 8, SIZE_MAX / 8 } };
	struct outcome outcome;

	child_run(&outcome, take_too_much, rows[_i], -1, -1);
	ck_assert_int_eq(outcome.status, 1);
	outcome_free(&outcome);
}
END_TEST

static Suite *
scratch_suite(void)
{
	Suite *suite = suite_create("scratch");
	TCase *tcase = tcase_create("scratch");

	tcase_add_test(tcase, takes_what_is_large);
	tcase_add_test(tcase, numbers_are_used_again);
	tcase_add_test(tcase, may_be_empty);
	tcase_add_loop_test(tcase, too_much_ends_the_run, 0, 4);
	suite_add_tcase(suite, tcase);

	tcase = tcase_create("many");
	tcase_set_tags(tcase, TAG_LONG);
	tcase_add_test(tcase, takes_aligned_and_apart);
	suite_add_tcase(suite, tcase);

	tcase = tcase_create("allocations");
	tcase_set_tags(tcase, TAG_NATIVE);
	tcase_add_test(tcase, uses_memory_again);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(scratch_suite)
