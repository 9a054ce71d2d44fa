/*
 * rounding - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "numbers.h"
#include "rounding.h"
#include "suite.h"
#include <stdint.h>

static const struct {
	const char *a;
	int64_t digits;
	const char *want; /* NULL: too large */
} roundings[] = {
	{ "2.5", 0, "2" },
	{ "3.5", 0, "4" },
	{ "-2.5", 0, "-2" },
	{ "-3.5", 0, "-4" },
	{ "-0.5", 0, "0" },
	{ "0.51", 0, "1" },
	{ "2.675", 2, "2.68" },
	{ "2.665", 2, "2.66" },
	{ "2.66500001", 2, "2.67" },
	{ "1.5", 2, "1.50" },
	{ "3", 2, "3.00" },
	{ "0", 2, "0.00" },
	{ "1250", -2, "1200" },
	{ "1350", -2, "1400" },
	{ "-1250.00", -2, "-1200" },
	{ "1250.01", -2, "1300" },
	{ "50", -2, "0" },
	{ "51", -2, "100" },
	{ "51", -3, "0" },
	{ "99.99", -1, "100" },
	{ "9.995", 2, "10.00" },
	{ "9223372036854775807", -1, "9223372036854775810" },
	{ "-9223372036854775808", -1, "-9223372036854775810" },
	{ "9.223372036854775807", 18, "9.223372036854775807" },
	{ "9.223372036854775807", 0, "9" },
	{ "9223372036854775807", 1, "9223372036854775807.0" },
	{ "0.9223372036854775807", 0, "1" },
	{ "1e-30", 29, "0.00000000000000000000000000000" },
	{ "5e-30", 29, "0.00000000000000000000000000000" },
	{ "6e-30", 29, "0.00000000000000000000000000001" },
	{ "123456789012345678901234567890.5", 0,
	    "123456789012345678901234567890" },
	{ "123456789012345678901234567891.5", 0,
	    "123456789012345678901234567892" },
	{ "1e40", 1, "10000000000000000000000000000000000000000.0" },
	{ "123", INT64_MIN, "0" },
	{ "123", -1000000000, "0" },
	{ "123", (int64_t)DECIMAL_MAX, NULL },
	{ "123", (int64_t)DECIMAL_MAX + 1, NULL },
	{ "123", INT64_MAX, NULL }
};

START_TEST(numbers_are_rounded)
{
	struct decimal a = number(roundings[_i].a);
	const char *want = roundings[_i].want;

	assert_reason(rounding_round(&a, roundings[_i].digits), want ? NULL :
	    "number too large", roundings[_i].a);
	assert_text(&a, want ? want : roundings[_i].a, roundings[_i].a);
	decimal_free(&a);
}
END_TEST

static const struct {
	const char *a, *truncated;
	bool integer, word;
} integers[] = {
	{ "0", "0", true, true },
	{ "0.00", "0", true, true },
	{ "1e-30", "0", false, false },
	{ "7.99", "7", false, false },
	{ "-7.99", "-7", false, false },
	{ "-7.00", "-7", true, true },
	{ "0.000000000000000000000", "0", true, true },
	{ "7.0000000000000000000000000000000000000000000", "7", true, true },
	{ "9223372036854775807.00", "9223372036854775807", true, true },
	{ "-9223372036854775808", "-9223372036854775808", true, true },
	{ "-9223372036854775808.00", "-9223372036854775808", true, true },
	{ "9223372036854775808", "9223372036854775808", true, false },
	{ "-9223372036854775808.01", "-9223372036854775808", false, false },
	{ "1e50", "100000000000000000000000000000000000000000000000000", true,
	    false },
	{ "170141183460469231731687303715884105728.5",
	    "170141183460469231731687303715884105728", false, false },
	{ "0.170141183460469231731687303715884105728", "0", false, false },
	{ "0.000000000000000170141183460469231731687303715884105728", "0",
	    false, false }
};

START_TEST(integers_are_known)
{
	struct decimal a = number(integers[_i].a);
	struct decimal whole = DECIMAL_INIT;
	int64_t n = 99;

	ck_assert_msg(rounding_is_integer(&a) == integers[_i].integer, "%s",
	    integers[_i].a);
	ck_assert_msg(rounding_to_word(&a, &n) == integers[_i].word, "%s",
	    integers[_i].a);
	if (!integers[_i].word)
		ck_assert_int_eq(n, 99);
	rounding_truncate(&a);
	assert_text(&a, integers[_i].truncated, integers[_i].a);
	if (integers[_i].word) {
		decimal_set(&whole, n);
		ck_assert_int_eq(decimal_compare(&whole, &a), 0);
	}
	decimal_free(&a);
}
END_TEST

static Suite *
rounding_suite(void)
{
	Suite *suite = suite_create("rounding");
	TCase *tc = tcase_create("rounding");

	tcase_add_loop_test(tc, numbers_are_rounded, 0, LENGTH(roundings));
	tcase_add_loop_test(tc, integers_are_known, 0, LENGTH(integers));
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(rounding_suite)
