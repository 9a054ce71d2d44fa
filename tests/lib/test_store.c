/*
 * store - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "store.h"
#include "suite.h"
#include <string.h>

#define SIZE 20000

static char text[SIZE];

/* Fill the text; its last byte is a terminator. */
static void
fill(char eol, unsigned every)
{
	unsigned seed = every;

	for (size_t i = 0; i < SIZE; i++) {
		seed = seed * 1103515245u + 12345u;
		text[i] = (seed >> 16) % every == 0 ? eol :
		    (char)('a' + (seed >> 20) % 26);
	}
	text[SIZE - 1] = eol;
}

static uint64_t
count(const char *bytes, size_t len, char eol)
{
	uint64_t n = 0;

	while (len > 0)
		n += bytes[--len] == eol;
	return n;
}

/*
 * Add the text in chunks and take what is too many: the runs together are
 * the text, whatever is held between.
 */
static void
pass(size_t chunk, uint64_t keep, char eol)
{
	struct store store;
	struct record run;
	size_t out = 0, most = 0;

	store_open(&store, &(struct framing){ .eol = eol });
	for (size_t at = 0; at < SIZE; at += chunk) {
		const size_t len = SIZE - at < chunk ? SIZE - at : chunk;

		ck_assert_uint_eq(store_add(&store, text + at, len),
		    count(text + at, len, eol));
		if (most < store.end - store.begin)
			most = store.end - store.begin;
		if (store.n <= keep)
			continue;
		store_take(&store, store.n - keep, &run);
		ck_assert_uint_eq(store.n, keep);
		ck_assert(run.len > 0 && run.bytes[run.len - 1] == eol);
		ck_assert(memcmp(run.bytes, text + out, run.len) == 0);
		out += run.len;
	}
	/* The room of what was given up is used again. */
	ck_assert_uint_le(store.capacity, 4 * (most + STORE_SLACK));
	store_take(&store, store.n, &run);
	ck_assert_uint_eq(out + run.len, SIZE);
	ck_assert(memcmp(run.bytes, text + out, run.len) == 0);
	store_close(&store);
}

START_TEST(passes_everything_on)
{
	static const size_t chunks[] = { 1, 2, 3, 7, 64, 1000, 65536 };
	static const uint64_t keeps[] = { 0, 1, 2, 10, 500, 1000000 };

	fill(_i ? '\0' : '\n', _i == 2 ? 1000 : 5);
	for (int i = 0; i < LENGTH(chunks); i++)
		for (int k = 0; k < LENGTH(keeps); k++)
			pass(chunks[i], keeps[k], _i ? '\0' : '\n');
}
END_TEST

START_TEST(has_an_index)
{
	struct store store;
	struct record *index, run;

	store_open(&store, &(struct framing){ .eol = '\n' });
	store_add(&store, "gone\na\n", 7);
	store_add_record(&store, "", 0);
	store_add(&store, "b\0", 2);
	store_add(&store, "c\n", 2);
	store_add_record(&store, "defg", 4);
	store_take(&store, 1, &run);
	ck_assert_uint_eq(run.len, 5);
	ck_assert_uint_eq(store.n, 4);
	index = store_index(&store);
	ck_assert_uint_eq(index[0].len, 1);
	ck_assert_uint_eq(index[1].len, 0);
	ck_assert_uint_eq(index[2].len, 3);
	ck_assert_uint_eq(index[3].len, 4);
	/* One behind the other, with their terminators, and slack. */
	ck_assert(memcmp(index[0].bytes, "a\n\nb\0c\ndefg\n", 12) == 0);
	ck_assert(index[3].bytes + 5 == index[0].bytes + 12);
	ck_assert((size_t)(index[3].bytes + 5 - store.arena) + STORE_SLACK <=
	    store.capacity);
	free(index);
	store_close(&store);
}
END_TEST

START_TEST(may_be_empty)
{
	struct store store;
	struct record *index, run;

	store_open(&store, &(struct framing){ .eol = '\n' });
	index = store_index(&store);
	free(index);
	store_take(&store, 0, &run);
	ck_assert_uint_eq(run.len, 0);
	ck_assert_uint_eq(store_add(&store, "part", 4), 0);
	ck_assert_uint_eq(store.n, 0);
	store_take(&store, 0, &run);
	ck_assert_uint_eq(run.len, 0);
	store_close(&store);
}
END_TEST

static Suite *
store_suite(void)
{
	Suite *suite = suite_create("store");
	TCase *tcase = tcase_create("store");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, passes_everything_on, 0, 3);
	tcase_add_test(tcase, has_an_index);
	tcase_add_test(tcase, may_be_empty);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(store_suite)
