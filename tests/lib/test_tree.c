/*
 * tree - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/tree.h"
#include "suite.h"
#include "support.h"
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Small ones share a block, large ones have one of their own. */
static const size_t sizes[] = {
	1, 15, 16, 17, 100, 3900, 3990, 4000, 4001, 16, 100000, 1, 0, 8
};

START_TEST(allocates_aligned_and_apart)
{
	struct tree_arena arena = { 0 };
	char *at[LENGTH(sizes)];

	for (int i = 0; i < LENGTH(sizes); i++) {
		at[i] = tree_allocate(&arena, sizes[i]);
		ck_assert_uint_eq((uintptr_t)at[i] % _Alignof(max_align_t), 0);
		memset(at[i], i, sizes[i]);
	}
	for (int i = 0; i < LENGTH(sizes); i++)
		for (size_t k = 0; k < sizes[i]; k++)
			ck_assert_int_eq(at[i][k], i);
	tree_free(&arena);
	ck_assert_ptr_null(arena.block);
}
END_TEST

static void
allocate_too_much(void *about)
{
	struct tree_arena arena = { 0 };

	tree_allocate(&arena, *(const size_t *)about);
}

START_TEST(too_much_ends_the_run)
{
	static size_t much[] = { SIZE_MAX, SIZE_MAX - 15, SIZE_MAX - 16,
		SIZE_MAX - 40, SIZE_MAX / 2 + 1 };
	struct outcome outcome;

	child_run(&outcome, allocate_too_much, &much[_i], -1, -1);
	outcome_expect("too much", &outcome, 1, "",
	    "iterutils: out of memory\n");
}
END_TEST

static Suite *
tree_suite(void)
{
	Suite *suite = suite_create("tree");
	TCase *tcase = tcase_create("memory");

	tcase_add_test(tcase, allocates_aligned_and_apart);
	tcase_add_loop_test(tcase, too_much_ends_the_run, 0, 5);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(tree_suite)
