/*
 * quotient - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "numbers.h"
#include "quotient.h"
#include "suite.h"
#include <stdint.h>

/* -------- both ways to divide -------- */

static const int64_t edges[] = { 1, 2, 3, 4, 5, 7, 8, 10, 25, 64, 99, 125,
	1000, 1024, 65535, 1953125, 536870912, 999999999999999999,
	1000000000000000000,
	1000000000000000001, 4611686018427387904, 7450580596923828125,
	INT64_MAX - 1, INT64_MAX, -1, -3, -10, INT64_MIN + 1, INT64_MIN };

static const uint32_t scales[] = { 0, 1, 18, 40 };

/* Set both to x / y; the first may not be possible. */
static bool
divide(struct decimal *words, struct decimal *big, int64_t x, int64_t y,
    uint32_t scale)
{
	mpz_t m, n;

	big_start();
	mpz_init_set_si(m, x);
	mpz_init_set_si(n, y);
	ck_assert_ptr_null(quotient_big(big, m, n, scale));
	return quotient_words(words, x, y, scale);
}

START_TEST(words_are_divided_as_big_ones)
{
	struct decimal words = DECIMAL_INIT, big = DECIMAL_INIT;
	int64_t x = edges[_i];
	int done = 0;

	for (int i = 0; i < LENGTH(edges); i++) {
		for (int j = 0; j < LENGTH(scales); j++) {
			if (!divide(&words, &big, x, edges[i], scales[j]))
				continue;
			done++;
			ck_assert_msg(decimal_compare(&words, &big) == 0,
			    "%lld / %lld", (long long)x, (long long)edges[i]);
			ck_assert_uint_eq(decimal_scale(&words),
			    decimal_scale(&big));
		}
	}
#ifdef __SIZEOF_INT128__
	/* Only what ends far behind the point is left to the other. */
	ck_assert_int_gt(done, LENGTH(edges) * LENGTH(scales) * 3 / 4);
#endif
	decimal_free(&words);
	decimal_free(&big);
}
END_TEST

/* -------- rounding what goes on -------- */

static const struct {
	const char *digits; /* more follow */
	int64_t scale;
	const char *want;
} roundings[] = {
	/* 34 digits and a 5 are more than a half */
	{ "12345678901234567890123456789012345", 35,
	    "0.1234567890123456789012345678901235" },
	{ "-12345678901234567890123456789012345", 35,
	    "-0.1234567890123456789012345678901235" },
	{ "12345678901234567890123456789012344", 0,
	    "12345678901234567890123456789012340" },
	{ "123456789012345678901234567890123449", 0,
	    "123456789012345678901234567890123400" },
	{ "123456789012345678901234567890123450", 0,
	    "123456789012345678901234567890123500" },
	/* nines */
	{ "99999999999999999999999999999999999", 34,
	    "10.00000000000000000000000000000000" },
	{ "-99999999999999999999999999999999995", 34,
	    "-10.00000000000000000000000000000000" },
	{ "10000000000000000000000000000000000000", 40,
	    "0.001000000000000000000000000000000000" },
	{ "12345678901234567890123456789012345", (int64_t)DECIMAL_MAX + 2,
	    NULL },
	{ "12345678901234567890123456789012345", -(int64_t)DECIMAL_MAX, NULL }
};

START_TEST(what_goes_on_is_rounded)
{
	struct decimal a = number("7");
	const char *want = roundings[_i].want, *reason;
	mpz_t n;

	big_start();
	mpz_init_set_str(n, roundings[_i].digits, 10);
	reason = quotient_round(&a, n, roundings[_i].scale);
	assert_reason(reason, want ? NULL : "number too large", "round");
	assert_text(&a, want ? want : "7", roundings[_i].digits);
	decimal_free(&a);
}
END_TEST

/* A scale that more digits would not fit behind is left to the big ones. */
START_TEST(words_leave_what_is_far_behind)
{
	const uint32_t far = (uint32_t)(DECIMAL_MAX / 2);
	struct decimal a = DECIMAL_INIT;

	ck_assert(quotient_words(&a, 1, 4, far));
	ck_assert_uint_eq(decimal_scale(&a), far + 2);
	ck_assert_int_eq(a.integer.word, 25);
	ck_assert(!quotient_words(&a, 1, 4, far + 1));
	/* Without a rest there is nothing to put behind. */
	ck_assert(quotient_words(&a, 8, 4, far + 1));
	ck_assert_int_eq(a.integer.word, 2);
	decimal_free(&a);
}
END_TEST

static Suite *
quotient_suite(void)
{
	Suite *suite = suite_create("quotient");
	TCase *tc = tcase_create("divide");

	tcase_add_loop_test(tc, words_are_divided_as_big_ones, 0,
	    LENGTH(edges));
	tcase_add_test(tc, words_leave_what_is_far_behind);
	suite_add_tcase(suite, tc);
	tc = tcase_create("round");
	tcase_add_loop_test(tc, what_goes_on_is_rounded, 0,
	    LENGTH(roundings));
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(quotient_suite)
