/*
 * bits - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "bits.h"
#include "decimal.h"
#include "numbers.h"
#include "suite.h"

static const struct {
	const char *a, *b, *conjunction, *disjunction, *difference;
} combinations[] = {
	{ "12", "10", "8", "14", "6" },
	{ "-12", "10", "0", "-2", "-2" },
	{ "-12", "-10", "-12", "-10", "2" },
	{ "-1", "0", "0", "-1", "-1" },
	{ "12.00", "10.0", "8", "14", "6" },
	{ "18446744073709551615", "-1", "18446744073709551615", "-1",
	    "-18446744073709551616" },
	{ "-9223372036854775808", "9223372036854775807", "0", "-1", "-1" },
	{ "9223372036854775808", "-9223372036854775808",
	    "9223372036854775808", "-9223372036854775808",
	    "-18446744073709551616" },
	{ "340282366920938463463374607431768211456", "-1",
	    "340282366920938463463374607431768211456", "-1",
	    "-340282366920938463463374607431768211457" },
	{ "340282366920938463463374607431768211455", "1", "1",
	    "340282366920938463463374607431768211455",
	    "340282366920938463463374607431768211454" },
	{ "1.5", "1", NULL, NULL, NULL },
	{ "1", "1.5", NULL, NULL, NULL },
	{ "1000000000000000000000000000000", "0.5", NULL, NULL, NULL }
};

typedef const char *operation(struct decimal *, const struct decimal *);

/* Try an operation; where it is refused, nothing is changed. */
static void
try(const char *name, operation *compute, const char *first,
    const char *second, const char *want, const char *reason)
{
	struct decimal a = number(first), b = number(second);

	assert_reason(compute(&a, &b), want ? NULL : reason, name);
	assert_text(&a, want ? want : first, name);
	assert_text(&b, second, name);
	decimal_free(&a);
	decimal_free(&b);
}

START_TEST(bits_are_combined)
{
	const char *a = combinations[_i].a, *b = combinations[_i].b;
	static const char reason[] = "not an integer";

	try("&", bits_and, a, b, combinations[_i].conjunction, reason);
	try("|", bits_or, a, b, combinations[_i].disjunction, reason);
	try("^", bits_xor, a, b, combinations[_i].difference, reason);
}
END_TEST

START_TEST(bits_of_a_number_and_itself)
{
	struct decimal a = number("6.0");

	ck_assert_ptr_null(bits_and(&a, &a));
	assert_text(&a, "6", "&");
	ck_assert_ptr_null(bits_shift_left(&a, &a));
	assert_text(&a, "384", "<<");
	ck_assert_ptr_null(bits_xor(&a, &a));
	assert_text(&a, "0", "^");
	decimal_free(&a);
}
END_TEST

static const struct {
	const char *a, *inverted; /* NULL: refused */
} inversions[] = {
	{ "0", "-1" },
	{ "-1", "0" },
	{ "5.00", "-6" },
	{ "9223372036854775807", "-9223372036854775808" },
	{ "-9223372036854775808", "9223372036854775807" },
	{ "9223372036854775808", "-9223372036854775809" },
	{ "-170141183460469231731687303715884105728",
	    "170141183460469231731687303715884105727" },
	{ "0.5", NULL }
};

START_TEST(bits_are_inverted)
{
	struct decimal a = number(inversions[_i].a);
	const char *want = inversions[_i].inverted;

	assert_reason(bits_invert(&a), want ? NULL : "not an integer", "~");
	assert_text(&a, want ? want : inversions[_i].a, "~");
	decimal_free(&a);
}
END_TEST

static const struct {
	const char *a, *count, *left, *right;
} shifts[] = {
	{ "5", "0", "5", "5" },
	{ "5", "1", "10", "2" },
	{ "5.0", "1.0", "10", "2" },
	{ "-5", "1", "-10", "-3" },
	{ "5", "64", "92233720368547758080", "0" },
	{ "-5", "64", "-92233720368547758080", "-1" },
	{ "-1", "100", "-1267650600228229401496703205376", "-1" },
	{ "1", "62", "4611686018427387904", "0" },
	{ "1", "63", "9223372036854775808", "0" },
	{ "-1", "63", "-9223372036854775808", "-1" },
	{ "3", "62", "13835058055282163712", "0" },
	{ "1", "127", "170141183460469231731687303715884105728", "0" },
	{ "340282366920938463463374607431768211456", "64",
	    "6277101735386680763835789423207666416102355444464034512896",
	    "18446744073709551616" },
	{ "-340282366920938463463374607431768211457", "64",
	    "-6277101735386680763835789423207666416120802188537744064512",
	    "-18446744073709551617" },
	{ "0", "9223372036854775807", "0", "0" },
	{ "0", "1000000000000000000000000000000", "0", "0" }
};

START_TEST(bits_are_shifted)
{
	try("<<", bits_shift_left, shifts[_i].a, shifts[_i].count,
	    shifts[_i].left, NULL);
	try(">>", bits_shift_right, shifts[_i].a, shifts[_i].count,
	    shifts[_i].right, NULL);
}
END_TEST

static const struct {
	const char *a, *count, *reason, *right;
} faults[] = {
	{ "1.5", "1", "not an integer", NULL },
	{ "1", "1.5", "not an integer", NULL },
	{ "1", "-1", "negative shift count", NULL },
	{ "0", "-1", "negative shift count", NULL },
	{ "1", "-1000000000000000000000000000000", "negative shift count",
	    NULL },
	{ "1", "7133786264", "number too large", "0" },
	{ "1.0", "9223372036854775807", "number too large", "0" },
	{ "-1", "1000000000000000000000000000000", "number too large", "-1" },
	{ "-170141183460469231731687303715884105729", "9223372036854775807",
	    "number too large", "-1" }
};

START_TEST(shifts_are_refused)
{
	try("<<", bits_shift_left, faults[_i].a, faults[_i].count, NULL,
	    faults[_i].reason);
	try(">>", bits_shift_right, faults[_i].a, faults[_i].count,
	    faults[_i].right, faults[_i].reason);
}
END_TEST

static Suite *
bits_suite(void)
{
	Suite *suite = suite_create("bits");
	TCase *tc = tcase_create("bits");

	tcase_add_loop_test(tc, bits_are_combined, 0, LENGTH(combinations));
	tcase_add_test(tc, bits_of_a_number_and_itself);
	tcase_add_loop_test(tc, bits_are_inverted, 0, LENGTH(inversions));
	tcase_add_loop_test(tc, bits_are_shifted, 0, LENGTH(shifts));
	tcase_add_loop_test(tc, shifts_are_refused, 0, LENGTH(faults));
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(bits_suite)
