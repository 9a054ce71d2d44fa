/*
 * scan - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "scan.h"
#include "suite.h"
#include <string.h>

#define SIZE 40000
#define OFFSETS 65

static char bytes[SIZE + OFFSETS];

/* How many of a hundred bytes are terminators, row by row. */
static const int densities[] = { 0, 1, 3, 50, 99, 100 };

static const size_t lengths[] = {
	0, 1, 2, 7, 8, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255,
	256, 257, 4095, 4096, 4097, 8192, 8193, 16319, 16320, 16321, 16384,
	32639, 32640, 32641, SIZE
};

static const char terminators[] = { '\n', '\0', '\x80', '\xff' };

/* The byte-at-a-time twin. */
static size_t
count(const char *at, size_t len, char eol)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += at[i] == eol;
	return n;
}

static size_t
records(const char *at, size_t len, char eol, uint64_t n, uint64_t *found)
{
	size_t used = 0;

	*found = 0;
	for (size_t i = 0; i < len && *found < n; i++) {
		if (at[i] == eol) {
			++*found;
			used = i + 1;
		}
	}
	return used;
}

static void
fill(int density, char eol)
{
	unsigned seed = 1;

	for (size_t i = 0; i < sizeof bytes; i++) {
		seed = seed * 1103515245u + 12345u;
		bytes[i] = (char)(seed >> 16);
		if (bytes[i] == eol)
			bytes[i] = (char)(eol + 1);
		if ((int)((seed >> 8) % 100) < density)
			bytes[i] = eol;
	}
}

static void
compare_records(const char *at, size_t len, char eol, uint64_t n)
{
	uint64_t found = 42, wanted;
	const size_t used = records(at, len, eol, n, &wanted);

	ck_assert_uint_eq(scan_records(at, len, eol, n, &found), used);
	ck_assert_uint_eq(found, wanted);
}

#define ENDS 300

/*
 * Fail unless what was found is what stands there, from the first on, and
 * more could not have been put.
 */
static void
compare_found(const char *at, size_t len, char eol, const size_t *end,
    size_t found, size_t max)
{
	size_t n = 0;

	ck_assert_uint_le(found, max);
	for (size_t i = 0; i < len && n < found; i++)
		if (at[i] == eol)
			ck_assert_uint_eq(end[n++], i);
	ck_assert_uint_eq(n, found);
	if (n <= max - SCAN_STEP)
		ck_assert_uint_eq(n, count(at, len, eol));
}

static void
compare_ends(const char *at, size_t len, char eol)
{
	static const size_t most[] = { SCAN_STEP, SCAN_STEP + 1, 100, ENDS };
	size_t end[ENDS + 1];

	for (int i = 0; i < LENGTH(most); i++) {
		end[most[i]] = 42;
		compare_found(at, len, eol, end,
		    scan_ends(at, len, eol, end, most[i]), most[i]);
		compare_found(at, len, eol, end,
		    scan_ends_plain(at, len, eol, end, most[i]), most[i]);
		ck_assert_uint_eq(end[most[i]], 42);
	}
}

static void
compare(const char *at, size_t len, char eol)
{
	const size_t n = count(at, len, eol);
	uint64_t found;

	ck_assert_uint_eq(scan_count(at, len, eol), n);
	ck_assert_uint_eq(scan_last(at, len, eol),
	    records(at, len, eol, UINT64_MAX, &found));
	compare_ends(at, len, eol);
	for (uint64_t k = 0; k < 4; k++) {
		compare_records(at, len, eol, k);
		compare_records(at, len, eol, n * k / 3);
		compare_records(at, len, eol, n + k);
		compare_records(at, len, eol, n > k ? n - k : 0);
		compare_records(at, len, eol, UINT64_MAX - k);
	}
}

START_TEST(agrees_with_its_twin)
{
	for (size_t t = 0; t < sizeof terminators; t++) {
		fill(densities[_i], terminators[t]);
		for (int i = 0; i < LENGTH(lengths); i++) {
			compare(bytes, lengths[i], terminators[t]);
			compare(bytes + 1 + i * 7 % (OFFSETS - 1), lengths[i],
			    terminators[t]);
		}
	}
}
END_TEST

START_TEST(takes_every_short_length_at_every_offset)
{
	fill(20, '\n');
	for (size_t offset = 0; offset < OFFSETS; offset++)
		for (size_t len = 0; len < 140; len++)
			compare(bytes + offset, len, '\n');
}
END_TEST

START_TEST(stays_inside)
{
	/* A sanitizer or valgrind sees any byte beyond. */
	for (size_t len = 0; len < 600; len++) {
		char *exact = malloc(len ? len : 1);

		memset(exact, '\n', len);
		compare(exact, len, '\n');
		compare(exact, len, 'x');
		free(exact);
	}
}
END_TEST

static Suite *
scan_suite(void)
{
	Suite *suite = suite_create("scan");
	TCase *tcase = tcase_create("twin");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, agrees_with_its_twin, 0, LENGTH(densities));
	tcase_add_test(tcase, takes_every_short_length_at_every_offset);
	tcase_add_test(tcase, stays_inside);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(scan_suite)
