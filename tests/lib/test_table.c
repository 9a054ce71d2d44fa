/*
 * table - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "refuse.h"
#include "suite.h"
#include "support.h"
#include "table.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>

/*
 * Find a key that must be (or not be) a new one. Its note, 0 at first, is its
 * number, from 0, and that inverted.
 */
static size_t
find(struct table *table, const char *bytes, size_t len, bool new)
{
	bool fresh = !new;
	size_t *note = table_find(table, bytes, len, &fresh);

	ck_assert_int_eq(fresh, new);
	if (new) {
		ck_assert_uint_eq(note[0], 0);
		ck_assert_uint_eq(note[1], 0);
		note[0] = table->n - 1;
		note[1] = ~note[0];
	}
	ck_assert_uint_eq(note[1], ~note[0]);
	return note[0];
}

/* The keys that follow place are these, in that order. */
static void
expect_next(const struct table *table, size_t *place, const char *bytes,
    size_t len, size_t number)
{
	struct record key;
	const size_t *note = table_next(table, place, &key);

	ck_assert_ptr_nonnull(note);
	ck_assert_uint_eq(note[0], number);
	ck_assert_uint_eq(key.len, len);
	if (len > 0)
		ck_assert_mem_eq(key.bytes, bytes, len);
}

static void
expect_end(const struct table *table, size_t place)
{
	struct record key;

	ck_assert_ptr_null(table_next(table, &place, &key));
}

START_TEST(numbers_keys_as_they_come)
{
	struct table table;
	size_t place = 0;

	table_open(&table, 2 * sizeof(size_t), false);
	ck_assert_uint_eq(table.n, 0);
	expect_end(&table, 0);
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
	expect_next(&table, &place, LITERAL("b"), 0);
	expect_next(&table, &place, LITERAL(""), 1);
	expect_next(&table, &place, LITERAL("a\0b"), 2);
	expect_next(&table, &place, LITERAL("a\0c"), 3);
	expect_next(&table, &place, LITERAL("a"), 4);
	expect_next(&table, &place, LITERAL("A"), 5);
	expect_end(&table, place);
	table_close(&table);
}
END_TEST

START_TEST(ignores_case_of_ascii)
{
	char upper[40], lower[40];
	struct table table;
	size_t place = 0;

	memset(upper, 'Q', sizeof upper);
	memset(lower, 'q', sizeof lower);
	table_open(&table, 2 * sizeof(size_t), true);
	for (size_t len = 1; len <= sizeof upper; len++) {
		const size_t i = find(&table, upper, len, true);

		ck_assert_uint_eq(find(&table, lower, len, false), i);
		expect_next(&table, &place, upper, len, i);
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

	table_open(&table, 2 * sizeof(size_t), false);
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
	size_t place = 0;
	char text[24];

	table_open(&table, 2 * sizeof(size_t), false);
	for (unsigned i = 0; i < MANY; i++) {
		sprintf(text, "%u", i * 2654435761u);
		ck_assert_uint_eq(find(&table, text, strlen(text), true), i);
	}
	for (unsigned i = 0; i < MANY; i++) {
		sprintf(text, "%u", i * 2654435761u);
		ck_assert_uint_eq(find(&table, text, strlen(text), false), i);
		expect_next(&table, &place, text, strlen(text), i);
	}
	expect_end(&table, place);
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
	table_open(&table, 2 * sizeof(size_t), false);
	find(&table, bytes, len, true);
	find(&table, bytes, len - 1, true);
	bytes[len - 1] = 'y';
	find(&table, bytes, len, true);
	ck_assert_uint_eq(find(&table, bytes, len - 1, false), 1);
	/* Where the length begins to take more than a byte. */
	for (size_t i = 250; i < 260; i++)
		find(&table, bytes, i, true);
	for (size_t i = 250; i < 260; i++)
		ck_assert_uint_eq(find(&table, bytes, i, false), i - 247);
	free(bytes);
	table_close(&table);
}
END_TEST

START_TEST(has_a_secret_of_its_own)
{
	struct table a, b;

	table_open(&a, 0, false);
	table_open(&b, 0, false);
	for (int i = 1; i < TABLE_POWERS; i++) {
		ck_assert_uint_ne(a.power[i], b.power[i]);
		ck_assert_uint_gt(a.power[i], 1);
	}
	ck_assert_uint_ne(a.salt, b.salt);
	ck_assert_uint_ne(table_hash(&a, LITERAL("a")),
	    table_hash(&b, LITERAL("a")));
	table_close(&a);
	table_close(&b);
}
END_TEST

/* Where the system gives no secret the time makes one. */
START_TEST(has_one_without_the_system)
{
	struct table table;

	refuse(CALL_OPEN, ANY_DESCRIPTOR, ENOENT, 0, 1);
	for (int i = 0; i < 2; i++) {
		table_open(&table, 0, false);
		ck_assert_uint_gt(table.power[1], 1);
		ck_assert_uint_ne(table.power[1], table.power[2]);
		ck_assert_uint_ne(table.salt, 0);
		table_close(&table);
		refuse(CALL_READ, ANY_DESCRIPTOR, EIO, 0, 1);
	}
	ck_assert_uint_eq(refuse_calls(CALL_OPEN), 2);
	ck_assert_uint_eq(refuse_calls(CALL_READ), 1);
}
END_TEST

/* What the hash is, a step at a time: a polynomial at the secret point. */
static uint64_t
times(uint64_t a, uint64_t b)
{
	const uint64_t prime = (UINT64_C(1) << 61) - 1;
	uint64_t product = 0;

	for (; b > 0; b >>= 1, a = a * 2 % prime) {
		if (b & 1)
			product = (product + a) % prime;
	}
	return product;
}

START_TEST(multiplies_modulo_the_prime)
{
	const uint64_t prime = (UINT64_C(1) << 61) - 1;
	struct table table;

	for (unsigned n = 0; n < 100; n++) {
		table_open(&table, 0, false);
		for (int i = 1; i < TABLE_POWERS; i++)
			ck_assert_uint_eq(table.power[i], times(
			    table.power[i - 1], table.power[1]) % prime);
		table_close(&table);
	}
}
END_TEST

/* No two of many keys that differ little have one hash. */
START_TEST(hashes_apart)
{
	enum { KEYS = 1 << 14, LONGEST = 90 };
	static uint64_t hashes[KEYS];
	struct table table, seen;
	char bytes[LONGEST] = { 0 };
	size_t n = 0;
	bool fresh;

	table_open(&table, 0, false);
	table_open(&seen, 0, false);
	for (size_t len = 0; len <= LONGEST; len++) {
		hashes[n++] = table_hash(&table, bytes, len);
		for (size_t i = 0; i < len; i++) {
			bytes[i] = 1;
			hashes[n++] = table_hash(&table, bytes, len);
			bytes[i] = (char)0x80;
			hashes[n++] = table_hash(&table, bytes, len);
			bytes[i] = 0;
		}
	}
	for (size_t i = 0; i < n; i++) {
		table_find(&seen, (const char *)&hashes[i], sizeof *hashes,
		    &fresh);
		ck_assert(fresh);
	}
	table_close(&table);
	table_close(&seen);
}
END_TEST

/* What has only some keys looked at ahead finds all the same. */
START_TEST(finds_in_three_steps)
{
	enum { ROUND = 50, ROUNDS = 400 };
	uint64_t hashed[ROUND];
	struct table table;
	uint64_t *count, key, n = 0;
	struct record text;
	size_t place = 0;
	bool fresh;

	table_open(&table, sizeof *count, false);
	for (uint64_t i = 0; i < ROUNDS; i++) {
		for (uint64_t k = 0; k < ROUND; k++) {
			key = (i * ROUND + k) % 7000;
			hashed[k] = table_hash(&table, (const char *)&key,
			    sizeof key);
			if (k % 3 > 0)
				table_fetch(&table, hashed[k]);
		}
		for (uint64_t k = 0; k < ROUND; k++) {
			key = (i * ROUND + k) % 7000;
			count = table_find_hashed(&table, hashed[k],
			    (const char *)&key, sizeof key, &fresh);
			ck_assert_int_eq(fresh, i * ROUND + k < 7000);
			++*count;
		}
	}
	while ((count = table_next(&table, &place, &text))) {
		ck_assert_uint_eq(*count, 2 + (n < 6000));
		ck_assert_mem_eq(text.bytes, &n, sizeof n);
		n++;
	}
	ck_assert_uint_eq(n, 7000);
	table_close(&table);
}
END_TEST

/* Keys that would meet in one slot under a weak hash are spread. */
START_TEST(spreads_what_is_regular)
{
	static const unsigned strides[] = { 1, 64, 256, 4096, 65536, 1 << 20 };
	uint64_t key[2] = { 0 };
	struct table table;
	size_t run = 0, longest = 0;

	table_open(&table, 2 * sizeof(size_t), false);
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
	tcase_add_test(tcase, has_one_without_the_system);
	tcase_add_test(tcase, multiplies_modulo_the_prime);
	tcase_add_test(tcase, hashes_apart);
	tcase_add_test(tcase, finds_in_three_steps);
	tcase_add_loop_test(tcase, spreads_what_is_regular, 0, 6);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(table_suite)
