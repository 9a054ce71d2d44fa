/*
 * Allocation: sizes that overflow, growth, what is kept.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "memory.h"
#include "message.h"
#include "suite.h"
#include "support.h"
#include <stdint.h>
#include <string.h>

static const struct {
	const char *name;
	size_t n, size;
} sizes[] = {
	{ "nothing", 0, 0 },
	{ "no things", 0, 8 },
	{ "things of nothing", 8, 0 },
	{ "one byte", 1, 1 },
	{ "some", 1000, 24 }
};

START_TEST(allocates)
{
	size_t len = sizes[_i].n * sizes[_i].size;
	char *bytes = xallocate(sizes[_i].n, sizes[_i].size);

	ck_assert_msg(bytes != NULL, "%s", sizes[_i].name);
	/* Its last byte is ours: a sanitizer sees whether that is so. */
	memset(bytes, 1, len > 0 ? len : 1);
	free(bytes);
}
END_TEST

static const size_t scattered[] = { 0, 1, 4096, (2 << 20) - 1, 5 << 20 };

START_TEST(scatters_zeros)
{
	const size_t len = scattered[_i];
	char *dirty = malloc(len + 1), *bytes;
	size_t zeros = 0;

	/* What was in use before is the more likely to be handed out. */
	memset(dirty, 1, len + 1);
	free(dirty);
	bytes = xallocate_scattered(len, 1);
	while (zeros < len && bytes[zeros] == 0)
		zeros++;
	ck_assert_uint_eq(zeros, len);
	memset(bytes, 1, len > 0 ? len : 1);
	free(bytes);
}
END_TEST

static const struct too_much {
	const char *name;
	size_t capacity, n, size;
} too_much[] = {
	{ "n times size wraps to 0", 0, SIZE_MAX / 8 + 1, 8 },
	{ "wraps to a little", 0, SIZE_MAX / 16 + 2, 16 },
	{ "half of all", 0, SIZE_MAX / 2 + 1, 1 },
	{ "size is it", 0, 1, SIZE_MAX },
#ifndef __SANITIZE_ADDRESS__ /* whose malloc has words of its own */
	{ "more than malloc has", 0, SIZE_MAX / 2, 1 },
	{ "a little more than has room", SIZE_MAX / 3, SIZE_MAX / 3 + 1, 1 }
#endif
};

static void
allocate_too_much(void *about)
{
	const struct too_much *row = about;

	message_start("t");
	free(xallocate(row->n, row->size));
}

static void
grow_too_much(void *about)
{
	const struct too_much *row = about;
	size_t capacity = row->capacity;
	static void *volatile array; /* or it would pass for a leak */

	message_start("t");
	array = xallocate(1, 1);
	array = xgrow(array, &capacity, row->n, row->size);
}

START_TEST(too_much_ends_the_run)
{
	struct outcome outcome;

	child_run(&outcome, allocate_too_much, (void *)&too_much[_i], -1, -1);
	outcome_expect(too_much[_i].name, &outcome, 1, "",
	    "t: out of memory\n");
	child_run(&outcome, grow_too_much, (void *)&too_much[_i], -1, -1);
	outcome_expect(too_much[_i].name, &outcome, 1, "",
	    "t: out of memory\n");
}
END_TEST

static const struct {
	const char *name;
	size_t capacity, n, more;
} growths[] = {
	{ "from nothing", 0, 1, 1 },
	{ "there is room", 10, 9, 10 },
	{ "just room", 10, 10, 10 },
	{ "half as much again", 10, 11, 15 },
	{ "just half as much again", 10, 15, 15 },
	{ "as much as is needed", 10, 16, 16 },
	{ "from one", 1, 2, 2 }
};

START_TEST(grows)
{
	size_t capacity = growths[_i].capacity, i;
	uint64_t *array = capacity ? xallocate(capacity, sizeof *array) : NULL;
	const void *old = array;

	for (i = 0; i < growths[_i].capacity; i++)
		array[i] = i;
	array = xgrow(array, &capacity, growths[_i].n, sizeof *array);
	ck_assert_msg(capacity == growths[_i].more, "%s: room for %zu",
	    growths[_i].name, capacity);
	if (growths[_i].capacity == growths[_i].more)
		ck_assert_msg(array == old, "%s: moved", growths[_i].name);
	for (i = 0; i < growths[_i].capacity; i++)
		ck_assert_msg(array[i] == i, "%s: lost %zu", growths[_i].name,
		    i);
	memset(array, 1, capacity * sizeof *array);
	free(array);
}
END_TEST

START_TEST(grows_from_null_even_for_nothing)
{
	size_t capacity = 0;
	char *array = xgrow(NULL, &capacity, 0, 8);

	ck_assert_ptr_nonnull(array);
	ck_assert_uint_eq(capacity, 0);
	free(array);
}
END_TEST

START_TEST(growing_costs_constant_time_a_thing)
{
	size_t capacity = 0, moves = 0, n, before;
	int *array = NULL;

	for (n = 1; n <= 1000000; n++) {
		before = capacity;
		array = xgrow(array, &capacity, n, sizeof *array);
		moves += capacity != before;
		array[n - 1] = (int)n;
	}
	for (n = 1; n <= 1000000; n++)
		ck_assert_int_eq(array[n - 1], (int)n);
	ck_assert_uint_lt(moves, 40);
	free(array);
}
END_TEST

static const struct {
	const char *bytes;
	size_t len;
} copies[] = {
	{ LITERAL("") },
	{ LITERAL("a") },
	{ LITERAL("a\0b") },
	{ "abc", 2 }
};

START_TEST(copies_bytes_and_a_nul)
{
	char *copy = xcopy(copies[_i].bytes, copies[_i].len);

	ck_assert(memcmp(copy, copies[_i].bytes, copies[_i].len) == 0);
	ck_assert_int_eq(copy[copies[_i].len], '\0');
	free(copy);
}
END_TEST

static Suite *
memory_suite(void)
{
	Suite *suite = suite_create("memory");
	TCase *tc = tcase_create("memory");

	tcase_add_loop_test(tc, allocates, 0, LENGTH(sizes));
	tcase_add_loop_test(tc, scatters_zeros, 0, LENGTH(scattered));
	tcase_add_loop_test(tc, too_much_ends_the_run, 0, LENGTH(too_much));
	tcase_add_loop_test(tc, grows, 0, LENGTH(growths));
	tcase_add_test(tc, grows_from_null_even_for_nothing);
	tcase_add_loop_test(tc, copies_bytes_and_a_nul, 0, LENGTH(copies));
	suite_add_tcase(suite, tc);

	tc = tcase_create("growth");
	tcase_set_tags(tc, TAG_LONG);
	tcase_add_test(tc, growing_costs_constant_time_a_thing);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(memory_suite)
