/*
 * table - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "suite.h"
#include "support.h"
#include "table.h"
#include <stdio.h>
#include <string.h>

/* Find a key that must be (or not be) a new one. */
static size_t
find(struct table *table, const char *bytes, size_t len, bool new)
{
	bool fresh = !new;
	const size_t i = table_find(table, bytes, len, &fresh);

	ck_assert_int_eq(fresh, new);
	return i;
}

static void
expect_key(const struct table *table, size_t i, const char *bytes, size_t len)
{
	size_t got_len;
	const char *got = table_key(table, i, &got_len);

	ck_assert_uint_eq(got_len, len);
	if (len > 0)
		ck_assert_mem_eq(got, bytes, len);
}

START_TEST(numbers_keys_as_they_come)
{
	struct table table;

	table_open(&table, false);
	ck_assert_uint_eq(table.n, 0);
	ck_assert_uint_eq(find(&table, LITERAL("b"), true), 0);
	ck_assert_uint_eq(find(&table, LITERAL(""), true), 1);
	ck_assert_uint_eq(find(&table, LITERAL("a\0b"), true), 2);
	ck_assert_uint_eq(find(&table, LITERAL("a\0c"), true), 3);
	ck_assert_uint_eq(find(&table, LITERAL("a"), true), 4);
	ck_assert_uint_eq(find(&table, LITERAL("A"), true), 5);
	ck_assert_uint_eq(find(&table, LITERAL("a\0b"), false), 2);
	ck_assert_uint_eq(find(&table, LITERAL(""), false), 1);
	ck_assert_uint_eq(find(&table, LITERAL("b"), false), 0);
	ck_assert_uint_eq(table.n, 6);
	expect_key(&table, 0, LITERAL("b"));
	expect_key(&table, 1, LITERAL(""));
	expect_key(&table, 2, LITERAL("a\0b"));
	expect_key(&table, 5, LITERAL("A"));
	table_close(&table);
}
END_TEST

START_TEST(ignores_case_of_ascii)
{
	/* Of every length up to some words, the last byte changed. */
	char upper[40], lower[40];
	struct table table;

	memset(upper, 'Q', sizeof upper);
	memset(lower, 'q', sizeof lower);
	table_open(&table, true);
	for (size_t len = 1; len <= sizeof upper; len++) {
		const size_t i = find(&table, upper, len, true);

		ck_assert_uint_eq(find(&table, lower, len, false), i);
		expect_key(&table, i, upper, len);
	}
	find(&table, LITERAL("[\xc4"), true);
	find(&table, LITERAL("{\xc4"), true);
	find(&table, LITERAL("[\xe4"), true);
	find(&table, LITERAL("@"), true);
	find(&table, LITERAL("`"), true);
	table_close(&table);
}
END_TEST

START_TEST(tells_every_byte_at_every_length)
{
	struct table table;
	char bytes[40] = { 0 };
	size_t n = 0;

	table_open(&table, false);
	for (size_t len = 0; len <= sizeof bytes; len++) {
		ck_assert_uint_eq(find(&table, bytes, len, true), n++);
		for (size_t i = 0; i < len; i++) {
			bytes[i] = (char)0x80;
			ck_assert_uint_eq(find(&table, bytes, len, true), n++);
			bytes[i] = 0;
		}
	}
	table_close(&table);
}
END_TEST

START_TEST(holds_many)
{
	enum { MANY = 200000 };
	struct table table;
	char text[24];

	table_open(&table, false);
	for (unsigned i = 0; i < MANY; i++) {
		sprintf(text, "%u", i * 2654435761u);
		ck_assert_uint_eq(find(&table, text, strlen(text), true), i);
	}
	for (unsigned i = 0; i < MANY; i++) {
		sprintf(text, "%u", i * 2654435761u);
		ck_assert_uint_eq(find(&table, text, strlen(text), false), i);
		expect_key(&table, i, text, strlen(text));
	}
	/* As table.h promises: slots are 3/8 to 3/4 full. */
	ck_assert_uint_ge(table.slots * 3 / 4, table.n);
	ck_assert_uint_le(table.slots / 8 * 3, table.n + 1);
	table_close(&table);
}
END_TEST

START_TEST(takes_long_keys)
{
	const size_t len = 1 << 20;
	char *bytes = malloc(len);
	struct table table;

	memset(bytes, 'x', len);
	table_open(&table, false);
	find(&table, bytes, len, true);
	find(&table, bytes, len - 1, true);
	bytes[len - 1] = 'y';
	find(&table, bytes, len, true);
	ck_assert_uint_eq(find(&table, bytes, len - 1, false), 1);
	free(bytes);
	table_close(&table);
}
END_TEST

START_TEST(has_a_secret_of_its_own)
{
	struct table a, b;

	table_open(&a, false);
	table_open(&b, false);
	ck_assert(memcmp(a.secret, b.secret, sizeof a.secret) != 0);
	ck_assert_uint_ne(a.secret[0], 0);
	ck_assert_uint_ne(a.secret[1], 0);
	table_close(&a);
	table_close(&b);
}
END_TEST

/* Keys that would meet in one slot under a weak hash are spread. */
START_TEST(spreads_what_is_regular)
{
	static const unsigned strides[] = { 1, 64, 256, 4096, 65536, 1 << 20 };
	uint64_t key[2] = { 0 };
	struct table table;
	size_t run = 0, longest = 0;

	table_open(&table, false);
	for (uint64_t i = 0; i < 40000; i++) {
		key[_i % 2] = i * strides[_i];
		find(&table, (const char *)key, sizeof key, true);
	}
	for (size_t i = 0; i < table.slots; i++) {
		run = table.slot[i] ? run + 1 : 0;
		if (run > longest)
			longest = run;
	}
	/* At this load a run of random hashes has less than 100. */
	ck_assert_uint_lt(longest, 400);
	table_close(&table);
}
END_TEST

static Suite *
table_suite(void)
{
	Suite *suite = suite_create("table");
	TCase *tcase = tcase_create("table");

	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, numbers_keys_as_they_come);
	tcase_add_test(tcase, ignores_case_of_ascii);
	tcase_add_test(tcase, tells_every_byte_at_every_length);
	tcase_add_test(tcase, holds_many);
	tcase_add_test(tcase, takes_long_keys);
	tcase_add_test(tcase, has_a_secret_of_its_own);
	tcase_add_loop_test(tcase, spreads_what_is_regular, 0, 6);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(table_suite)
