/*
 * digits - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "digits.h"
#include "numeral.h"
#include "suite.h"
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static uint64_t seed = 1;

static unsigned
draw(unsigned below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned)(seed >> 33) % below;
}

static void
assert_text(const struct digits *digits, const char *text)
{
	size_t len;
	const char *got = digits_text(digits, &len);

	ck_assert_str_eq(got, text);
	ck_assert_uint_eq(len, strlen(text));
}

static const struct {
	const char *text, *canonical;
	int sign;
} readings[] = {
	{ "0", "0", 0 },
	{ "-0", "0", 0 },
	{ "+0_0", "0", 0 },
	{ "-000", "0", 0 },
	{ "010", "10", 1 },
	{ "+5", "5", 1 },
	{ "-5", "-5", -1 },
	{ "-1_000", "-1000", -1 },
	{ "10_000_000", "10000000", 1 },
	{ "00000000000000000000001", "1", 1 },
	{ "123456789012345678901234567890", "123456789012345678901234567890",
	    1 },
	{ "", NULL, 0 },
	{ "-", NULL, 0 },
	{ "1__0", NULL, 0 },
	{ "1.0", NULL, 0 },
	{ " 1", NULL, 0 },
};

START_TEST(parses)
{
	struct digits digits = DIGITS_INIT;
	const bool valid = readings[_i].canonical != NULL;

	ck_assert_msg(digits_parse(&digits, readings[_i].text) == valid,
	    "'%s'", readings[_i].text);
	if (valid) {
		assert_text(&digits, readings[_i].canonical);
		ck_assert_int_eq(digits_sign(&digits), readings[_i].sign);
	}
	digits_free(&digits);
}
END_TEST

START_TEST(sets)
{
	struct digits digits = DIGITS_INIT;

	digits_set(&digits, "0012345", 6, true);
	assert_text(&digits, "-1234");
	digits_set(&digits, "000", 3, true);
	assert_text(&digits, "0");
	digits_set(&digits, "7", 1, false);
	assert_text(&digits, "7");
	digits_free(&digits);
	ck_assert_ptr_null(digits.room);
}
END_TEST

static const struct {
	const char *a, *b, *sum;
} sums[] = {
	{ "0", "0", "0" },
	{ "1", "-1", "0" },
	{ "-1", "1", "0" },
	{ "5", "-7", "-2" },
	{ "-5", "7", "2" },
	{ "-5", "-7", "-12" },
	{ "7", "-5", "2" },
	{ "99", "1", "100" },
	{ "1", "99", "100" },
	{ "-99", "-1", "-100" },
	{ "100", "-1", "99" },
	{ "-1", "100", "99" },
	{ "1000000000000000000000", "-1", "999999999999999999999" },
	{ "-1", "1000000000000000000000", "999999999999999999999" },
	{ "1", "-1000000000000000000000", "-999999999999999999999" },
	{ "9999999999999999", "1", "10000000000000000" },
	{ "99999999999999999", "99999999999999999", "199999999999999998" },
	{ "12345678901234567890", "-12345678901234567889", "1" },
	{ "12345678901234567890", "-12345678901234567890", "0" },
	{ "0", "-3", "-3" },
	{ "-3", "0", "-3" },
};

START_TEST(adds)
{
	struct digits a = DIGITS_INIT, b = DIGITS_INIT;

	ck_assert(digits_parse(&a, sums[_i].a));
	ck_assert(digits_parse(&b, sums[_i].b));
	digits_add(&a, &b);
	assert_text(&a, sums[_i].sum);
	assert_text(&b, sums[_i].b);
	digits_free(&a);
	digits_free(&b);
}
END_TEST

/* Digits that carry often, or seldom. */
static void
fill(char *digits, size_t len, bool often)
{
	for (size_t i = 0; i < len; i++)
		digits[i] = often ? "09"[draw(2)] : (char)('0' + draw(10));
}

/* Every length against every other, checked by taking it away again. */
START_TEST(takes_away_what_it_added)
{
	struct digits a = DIGITS_INIT, b = DIGITS_INIT, minus = DIGITS_INIT;
	char x[41], y[41];

	for (size_t i = 1; i <= 40; i++) {
		for (size_t k = 1; k <= 40; k++) {
			fill(x, i, draw(2) > 0);
			fill(y, k, _i > 0);
			x[0] = (char)('1' + draw(9));
			y[0] = (char)('1' + draw(9));
			x[i] = y[k] = '\0';
			digits_set(&a, x, i, false);
			digits_set(&b, y, k, false);
			digits_set(&minus, y, k, true);
			digits_add(&a, &b);
			digits_add(&a, &minus);
			assert_text(&a, x);
			digits_add(&minus, &a);
			digits_add(&minus, &b);
			assert_text(&minus, x);
		}
	}
	digits_free(&a);
	digits_free(&b);
	digits_free(&minus);
}
END_TEST

/* All small pairs, by the machine's own numbers. */
START_TEST(adds_as_the_machine)
{
	struct digits a = DIGITS_INIT, b = DIGITS_INIT;
	char text[32];

	for (int i = -120; i <= 120; i++) {
		for (int k = -1100; k <= 1100; k += 7) {
			snprintf(text, sizeof text, "%d", i);
			ck_assert(digits_parse(&a, text));
			snprintf(text, sizeof text, "%d", k);
			ck_assert(digits_parse(&b, text));
			digits_add(&a, &b);
			snprintf(text, sizeof text, "%d", i + k);
			assert_text(&a, text);
		}
	}
	digits_free(&a);
	digits_free(&b);
}
END_TEST

START_TEST(grows_in_proportion)
{
	struct digits a = DIGITS_INIT, b = DIGITS_INIT;
	struct digits *term = &a, *next = &b;

	ck_assert(digits_parse(&a, "0"));
	ck_assert(digits_parse(&b, "1"));
	for (int i = 0; i < 100000; i++) {
		struct digits *const sum = term;

		digits_add(sum, next);
		term = next;
		next = sum;
	}
	ck_assert_uint_eq(term->len, 20899);
	ck_assert_uint_lt(term->capacity, 2 * term->len + 4);
	digits_free(&a);
	digits_free(&b);
}
END_TEST

static const struct {
	const char *a, *b;
	int order;
} orders[] = {
	{ "0", "-0", 0 },
	{ "0", "1", -1 },
	{ "0", "-1", 1 },
	{ "-1", "1", -1 },
	{ "-2", "-1", -1 },
	{ "-10", "-9", -1 },
	{ "10", "9", 1 },
	{ "12345678901234567890", "12345678901234567891", -1 },
	{ "-12345678901234567890", "-12345678901234567891", 1 },
	{ "-12345678901234567890", "-12345678901234567890", 0 },
};

START_TEST(compares)
{
	struct digits a = DIGITS_INIT, b = DIGITS_INIT, copy = DIGITS_INIT;
	int order;

	ck_assert(digits_parse(&a, orders[_i].a));
	ck_assert(digits_parse(&b, orders[_i].b));
	order = digits_compare(&a, &b);
	ck_assert_int_eq((order > 0) - (order < 0), orders[_i].order);
	order = digits_compare(&b, &a);
	ck_assert_int_eq((order < 0) - (order > 0), orders[_i].order);
	digits_copy(&copy, &a);
	ck_assert_int_eq(digits_compare(&copy, &a), 0);
	digits_free(&a);
	digits_free(&b);
	digits_free(&copy);
}
END_TEST

static const struct {
	const char *text;
	uint32_t n;
	const char *product;
} products[] = {
	{ "0", 7, "0" },
	{ "-7", 0, "0" },
	{ "-7", 1, "-7" },
	{ "9", 9, "81" },
	{ "-125", 8000, "-1000000" },
	{ "99999999999999999999", UINT32_MAX,
	    "429496729499999999995705032705" },
};

START_TEST(multiplies)
{
	struct digits digits = DIGITS_INIT;

	ck_assert(digits_parse(&digits, products[_i].text));
	digits_multiply(&digits, products[_i].n);
	assert_text(&digits, products[_i].product);
	digits_free(&digits);
}
END_TEST

static const struct {
	const char *text;
	size_t scale;
	const char *digits;
	bool whole;
} numerals[] = {
	{ "12", 0, "12", true },
	{ "-12", 3, "-12000", true },
	{ "1.5", 1, "15", true },
	{ "-.05", 2, "-5", true },
	{ "-.05", 1, "0", false },
	{ "-.00", 1, "0", true },
	{ "1.50", 1, "15", true },
	{ "1.51", 1, "15", false },
	{ "-1.509", 0, "-1", false },
	{ "12e3", 0, "12000", true },
	{ "1.25e1", 0, "12", false },
	{ "1.25e1", 2, "1250", true },
	{ "125e-2", 0, "1", false },
	{ "125e-2", 3, "1250", true },
	{ "125e-9", 3, "0", false },
	{ "000e-9", 3, "0", true },
	{ "0.0e5", 0, "0", true },
};

START_TEST(sets_numerals)
{
	struct digits digits = DIGITS_INIT;
	struct numeral numeral;

	ck_assert(numeral_read(&numeral, numerals[_i].text,
	    strlen(numerals[_i].text)));
	ck_assert_msg(digits_set_numeral(&digits, &numeral,
	    numerals[_i].scale) == numerals[_i].whole, "%s",
	    numerals[_i].text);
	assert_text(&digits, numerals[_i].digits);
	digits_free(&digits);
}
END_TEST

/* Refused by its length alone: the text is not looked at. */
START_TEST(refuses_what_is_too_large)
{
	struct digits digits = DIGITS_INIT;

	digits_set(&digits, "1", DIGITS_MAX + 1, false);
}
END_TEST

static Suite *
digits_suite(void)
{
	Suite *suite = suite_create("digits");
	TCase *number = tcase_create("number");
	TCase *many = tcase_create("many");

	tcase_set_timeout(number, 60);
	tcase_add_loop_test(number, parses, 0, LENGTH(readings));
	tcase_add_test(number, sets);
	tcase_add_loop_test(number, adds, 0, LENGTH(sums));
	tcase_add_loop_test(number, takes_away_what_it_added, 0, 2);
	tcase_add_loop_test(number, compares, 0, LENGTH(orders));
	tcase_add_loop_test(number, multiplies, 0, LENGTH(products));
	tcase_add_loop_test(number, sets_numerals, 0, LENGTH(numerals));
	tcase_add_exit_test(number, refuses_what_is_too_large, 1);
	suite_add_tcase(suite, number);

	tcase_set_timeout(many, 60);
	tcase_set_tags(many, TAG_LONG);
	tcase_add_test(many, adds_as_the_machine);
	tcase_add_test(many, grows_in_proportion);
	suite_add_tcase(suite, many);
	return suite;
}

SUITE_MAIN(digits_suite)
