/*
 * arithmetic - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "arithmetic.h"
#include "decimal.h"
#include "numbers.h"
#include "suite.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef const char *operation(struct decimal *, const struct decimal *);

static operation *
find(const char *name)
{
	static const struct {
		const char *name;
		operation *operation;
	} operations[] = {
		{ "+", arithmetic_add }, { "-", arithmetic_subtract },
		{ "*", arithmetic_multiply }, { "/", arithmetic_divide },
		{ "//", arithmetic_floor_divide }, { "%", arithmetic_modulo },
		{ "**", arithmetic_power }
	};

	for (int i = 0; i < LENGTH(operations); i++) {
		if (strcmp(operations[i].name, name) == 0)
			return operations[i].operation;
	}
	ck_abort_msg("no operation %s", name);
	return NULL;
}

/* -------- operations on two numbers -------- */

static const struct {
	const char *name, *a, *b, *want; /* an exclamation mark: the reason */
} rows[] = {
	{ "+", "1.50", "2.50", "4.00" },
	{ "+", "9223372036854775807", "1", "9223372036854775808" },
	{ "-", "1.50", "2", "-0.50" },
	{ "-", "2", "1.50", "0.50" },
	{ "-", "-9223372036854775808", "1", "-9223372036854775809" },
	{ "-", "0", "-9223372036854775808", "9223372036854775808" },
	{ "-", "9223372036854775808", "1", "9223372036854775807" },
	{ "-", "170141183460469231731687303715884105727", "-1",
	    "170141183460469231731687303715884105728" },
	{ "-", "-170141183460469231731687303715884105728", "1",
	    "-170141183460469231731687303715884105729" },
	{ "-", "170141183460469231731687303715884105728", "1",
	    "170141183460469231731687303715884105727" },
	{ "-", "1", "170141183460469231731687303715884105728",
	    "-170141183460469231731687303715884105727" },
	{ "-", "1e30", "1e-30",
	    "999999999999999999999999999999.999999999999999999999999999999" },
	{ "*", "1.50", "2.00", "3.0000" },
	{ "*", "9223372036854775807", "9223372036854775807",
	    "85070591730234615847396907784232501249" },

	{ "/", "3.00", "2", "1.50" },
	{ "/", "4", "2", "2" },
	{ "/", "1", "4", "0.25" },
	{ "/", "1.00", "0.5", "2.0" },
	{ "/", "100", "0.5", "200" },
	{ "/", "1", "3", "0.3333333333333333333333333333333333" },
	{ "/", "2", "3", "0.6666666666666666666666666666666667" },
	{ "/", "-2", "3", "-0.6666666666666666666666666666666667" },
	{ "/", "1", "7", "0.1428571428571428571428571428571429" },
	{ "/", "1e40", "3", "3333333333333333333333333333333333000000" },
	{ "/", "10", "0.03", "333.3333333333333333333333333333333" },
	{ "/", "0", "7", "0" },
	{ "/", "0.00", "7", "0.00" },
	{ "/", "0.000", "0.5", "0.00" },
	{ "/", "9223372036854775807", "2", "4611686018427387903.5" },
	{ "/", "-9223372036854775808", "-1", "9223372036854775808" },
	{ "/", "-9223372036854775808", "3",
	    "-3074457345618258602.666666666666667" },
	{ "/", "1", "9223372036854775807",
	    "0.0000000000000000001084202172485504434125002235952170" },
	{ "/", "1", "-9223372036854775808",
	    "-0.00000000000000000010842021724855044340074528008699417114257812"
	    "5" },
	{ "/", "9223372036854775807", "9223372036854775806",
	    "1.000000000000000000108420217248550" },
	{ "/", "1000000000000000000", "1000000000000000001",
	    "0.9999999999999999990000000000000000" },
	{ "/", "170141183460469231731687303715884105728", "2",
	    "85070591730234615865843651857942052864" },
	{ "/", "1", "340282366920938463463374607431768211456",
	    "0.0000000000000000000000000000000000000029387358770557187699"
	    "218413430556141945466638919302188037718792656960431486368179"
	    "3212890625" },
	{ "/", "1", "0.000000000000000000000000000003",
	    "333333333333333333333333333333.3333" },
	{ "/", "123456789012345678901234567890", "0.7",
	    "176366841446208112716049382700" },
	{ "/", "9999999999999999999999999999999999999999",
	    "10000000000000000000000000000000000000001",
	    "1.000000000000000000000000000000000" },
	{ "/", "99999999999999999999999999999999995", "101",
	    "990099009900990099009900990099009.9" },
	{ "/", "6666666666666666666666666666666667", "2",
	    "3333333333333333333333333333333333.5" },
	{ "/", "1", "1024", "0.0009765625" },
	{ "/", "7", "1000", "0.007" },
	{ "/", "1", "0.0001", "10000" },
	{ "//", "7", "2", "3" },
	{ "%", "7", "2", "1" },
	{ "//", "-7", "2", "-4" },
	{ "%", "-7", "2", "1" },
	{ "//", "7", "-2", "-4" },
	{ "%", "7", "-2", "-1" },
	{ "//", "-7", "-2", "3" },
	{ "%", "-7", "-2", "-1" },
	{ "//", "-7.5", "2", "-4" },
	{ "%", "-7.5", "2", "0.5" },
	{ "//", "7.5", "-2", "-4" },
	{ "%", "7.5", "-2", "-0.5" },
	{ "//", "7.5", "2", "3" },
	{ "%", "7.5", "2", "1.5" },
	{ "//", "1", "0.3", "3" },
	{ "%", "1", "0.3", "0.1" },
	{ "//", "0", "5", "0" },
	{ "%", "0", "5", "0" },
	{ "//", "-0.1", "5", "-1" },
	{ "%", "-0.1", "5", "4.9" },
	{ "//", "9223372036854775807", "-1", "-9223372036854775807" },
	{ "%", "9223372036854775807", "-1", "0" },
	{ "//", "-9223372036854775808", "-1", "9223372036854775808" },
	{ "%", "-9223372036854775808", "-1", "0" },
	{ "//", "-9223372036854775808", "9223372036854775807", "-2" },
	{ "%", "-9223372036854775808", "9223372036854775807",
	    "9223372036854775806" },
	{ "//", "1", "-9223372036854775808", "-1" },
	{ "%", "1", "-9223372036854775808", "-9223372036854775807" },
	{ "//", "1e30", "7", "142857142857142857142857142857" },
	{ "%", "1e30", "7", "1" },
	{ "//", "-1e30", "7", "-142857142857142857142857142858" },
	{ "%", "-1e30", "7", "6" },
	{ "//", "1", "1e30", "0" },
	{ "%", "1", "1e30", "1" },
	{ "//", "-1", "1e30", "-1" },
	{ "%", "-1", "1e30", "999999999999999999999999999999" },
	{ "//", "0.5", "0.25", "2" },
	{ "%", "0.5", "0.25", "0.00" },
	{ "//", "1.50", "0.5", "3" },
	{ "%", "1.50", "0.5", "0.00" },
	{ "//", "12345678901234567890.5", "-0.75", "-16460905201646090521" },
	{ "%", "12345678901234567890.5", "-0.75", "-0.25" },
	{ "/", "1", "0", "!division by zero" },
	{ "/", "0", "0.00", "!division by zero" },
	{ "/", "1e50", "0", "!division by zero" },
	{ "//", "1", "0.0", "!division by zero" },
	{ "%", "1e50", "0", "!division by zero" },

	{ "**", "2", "10", "1024" },
	{ "**", "2", "62", "4611686018427387904" },
	{ "**", "2", "63", "9223372036854775808" },
	{ "**", "-2", "63", "-9223372036854775808" },
	{ "**", "2", "200",
	    "1606938044258990275541962092341162602522202993782792835301376" },
	{ "**", "1.50", "2", "2.2500" },
	{ "**", "-0.5", "3", "-0.125" },
	{ "**", "10", "2.00", "100" },
	{ "**", "9223372036854775808", "2",
	    "85070591730234615865843651857942052864" },
	{ "**", "1.50", "0", "1" },
	{ "**", "0", "0", "1" },
	{ "**", "0.0", "3", "0.000" },
	{ "**", "1.50", "1", "1.50" },
	{ "**", "2", "-1", "0.5" },
	{ "**", "0.5", "-2", "4" },
	{ "**", "-2", "-3", "-0.125" },
	{ "**", "3", "-1", "0.3333333333333333333333333333333333" },
	{ "**", "1", "1000000000", "1" },
	{ "**", "-1", "1000000001", "-1" },
	{ "**", "0", "1000000000", "0" },
	{ "**", "1", "1e30", "1" },
	{ "**", "1", "-1e30", "1" },
	{ "**", "-1", "1e30", "1" },
	{ "**", "-1", "1000000000000000000000000000001", "-1" },
	{ "**", "-1", "-1000000000000000000000000000001", "-1" },
	{ "**", "0", "1e30", "0" },
	{ "**", "0", "-1e30", "!0 to a negative power" },
	{ "**", "0", "-1", "!0 to a negative power" },
	{ "**", "0.00", "-2", "!0 to a negative power" },
	{ "**", "2", "0.5", "!power with a fraction as exponent" },
	{ "**", "2", "1e-30", "!power with a fraction as exponent" },

	/* refused at once: just above 2^31 digits, and far above */
	{ "**", "2", "7133786264", "!number too large" },
	{ "**", "-3", "4550000000", "!number too large" },
	{ "**", "10", "2160000000", "!number too large" },
	{ "**", "2", "9223372036854775807", "!number too large" },
	{ "**", "2", "-9223372036854775808", "!number too large" },
	{ "**", "2", "1e30", "!number too large" },
	{ "**", "0.5", "1e30", "!number too large" },
	{ "**", "1e30", "1e30", "!number too large" },
	{ "**", "1.0", "2147483649", "!number too large" },
	{ "**", "0.00", "9223372036854775807", "!number too large" },
	{ "**", "1e999999", "3000", "!number too large" }
};

START_TEST(two_numbers)
{
	const char *want = rows[_i].want, *reason;
	struct decimal a = number(rows[_i].a), b = number(rows[_i].b);
	struct decimal before = number(rows[_i].a);
	char what[256];

	snprintf(what, sizeof what, "%s %s %s", rows[_i].a, rows[_i].name,
	    rows[_i].b);
	reason = find(rows[_i].name)(&a, &b);
	assert_reason(reason, *want == '!' ? want + 1 : NULL, what);
	if (*want == '!')
		ck_assert_msg(decimal_compare(&a, &before) == 0, "%s: kept",
		    what);
	else
		assert_text(&a, want, what);
	decimal_free(&a);
	decimal_free(&b);
	decimal_free(&before);
}
END_TEST

static const struct {
	const char *name, *a, *want;
} same_rows[] = {
	{ "+", "1.5", "3.0" },
	{ "-", "1.5", "0.0" },
	{ "-", "1e50", "0" },
	{ "*", "-1.5", "2.25" },
	{ "/", "0.30", "1" },
	{ "/", "1e50", "1" },
	{ "//", "-1e50", "1" },
	{ "%", "1e50", "0" },
	{ "%", "1.50", "0.00" },
	{ "**", "-3", "-0.03703703703703703703703703703703704" },
	{ "**", "3", "27" },
	{ "**", "25", "88817841970012523233890533447265625" },
	{ "**", "-2", "0.25" }
};

START_TEST(a_number_and_itself)
{
	struct decimal a = number(same_rows[_i].a);

	assert_reason(find(same_rows[_i].name)(&a, &a), NULL,
	    same_rows[_i].name);
	assert_text(&a, same_rows[_i].want, same_rows[_i].name);
	decimal_free(&a);
}
END_TEST

/* One that is almost as long as can be, of which only the end is there. */
START_TEST(sizes_are_checked)
{
	static const char *const names[] = { "+", "-", "/", "//", "%" };
	struct decimal tiny = number("1"), large = number("1e999");

	tiny.scale = DECIMAL_MAX - 500;
	for (int i = 0; i < LENGTH(names); i++) {
		assert_reason(find(names[i])(&large, &tiny),
		    "number too large", names[i]);
		assert_reason(find(names[i])(&tiny, &large),
		    "number too large", names[i]);
	}
	assert_reason(arithmetic_multiply(&tiny, &tiny), "number too large",
	    "*");
	decimal_free(&tiny);
	decimal_free(&large);
}
END_TEST

/* -------- operations on one number -------- */

static const struct {
	const char *a, *negated;
	int sign;
} signs[] = {
	{ "0", "0", 0 },
	{ "0.00", "0.00", 0 },
	{ "1.50", "-1.50", 1 },
	{ "9223372036854775807", "-9223372036854775807", 1 },
	{ "9223372036854775808", "-9223372036854775808", 1 },
	{ "-9223372036854775808", "9223372036854775808", -1 },
	{ "170141183460469231731687303715884105727",
	    "-170141183460469231731687303715884105727", 1 },
	{ "170141183460469231731687303715884105728",
	    "-170141183460469231731687303715884105728", 1 },
	{ "-1000000000000000000000000000000000000000000.1",
	    "1000000000000000000000000000000000000000000.1", -1 }
};

START_TEST(signs_change)
{
	struct decimal a = number(signs[_i].a);

	ck_assert_int_eq(arithmetic_sign(&a), signs[_i].sign);
	arithmetic_negate(&a);
	assert_text(&a, signs[_i].negated, "negated");
	ck_assert_int_eq(arithmetic_sign(&a), -signs[_i].sign);
	arithmetic_negate(&a);
	assert_text(&a, signs[_i].a, "negated twice");
	arithmetic_absolute(&a);
	assert_text(&a, signs[_i].sign < 0 ? signs[_i].negated : signs[_i].a,
	    "absolute");
	decimal_free(&a);
}
END_TEST

/* -2^127 is at home in two kinds. */
START_TEST(the_least_wide_is_negated)
{
	struct decimal a = number("-170141183460469231731687303715884105727");
	struct decimal one = number("1");

	assert_reason(arithmetic_subtract(&a, &one), NULL, "-");
	arithmetic_negate(&a);
	assert_text(&a, "170141183460469231731687303715884105728", "negated");
	decimal_free(&a);
}
END_TEST

static const struct {
	const char *a, *root;
} roots[] = {
	{ "0", "0" },
	{ "0.000", "0.00" },
	{ "4", "2" },
	{ "4.0", "2.0" },
	{ "4.00", "2.0" },
	{ "0.250", "0.50" },
	{ "0.0001", "0.01" },
	{ "1e100", "100000000000000000000000000000000000000000000000000" },
	{ "2", "1.414213562373095048801688724209698" },
	{ "3", "1.732050807568877293527446341505872" },
	{ "0.5", "0.7071067811865475244008443621048490" },
	{ "10", "3.162277660168379331998893544432719" },
	{ "9999999999999999999999999999999999999999999999999999999999999999"
	    "9999",
	    "10000000000000000000000000000000000" },
	{ "1000000000000000000000000000000000000000000000000000000000000000002",
	    "1000000000000000000000000000000000" },
	{ "1e-41", "0.000000000000000000003162277660168379331998893544432719" },
	{ "-1", NULL },
	{ "-1e-50", NULL }
};

START_TEST(roots_are_drawn)
{
	struct decimal a = number(roots[_i].a);

	assert_reason(arithmetic_root(&a), roots[_i].root ? NULL :
	    "root of a negative number", roots[_i].a);
	if (roots[_i].root)
		assert_text(&a, roots[_i].root, roots[_i].a);
	decimal_free(&a);
}
END_TEST

/* -------- what holds for all numbers -------- */

static uint64_t seed;

static unsigned
draw(unsigned below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned)(seed >> 33) % below;
}

/* Invent a number, often one near the ends of machine words. */
static struct decimal
invent(void)
{
	static const char *const edges[] = { "9223372036854775807",
		"9223372036854775808", "18446744073709551616",
		"1000000000000000000",
		"170141183460469231731687303715884105727",
		"170141183460469231731687303715884105728", "1", "2", "10" };
	struct decimal a = DECIMAL_INIT, by = DECIMAL_INIT;
	char text[128];
	size_t len = 1 + draw(60);

	if (draw(3) > 0) {
		for (size_t i = 0; i < len; i++)
			text[i] = (char)('0' + draw(10));
		text[len] = '\0';
	} else {
		strcpy(text, edges[draw(LENGTH(edges))]);
	}
	sprintf(text + strlen(text), "e-%u", draw(3) > 0 ? 0 : draw(50));
	a = number(text);
	decimal_set(&by, (int64_t)draw(3) - 1);
	if (draw(2))
		arithmetic_negate(&a);
	if (draw(2))
		arithmetic_add(&a, &by);
	return a;
}

static void
must_do(const char *reason)
{
	assert_reason(reason, NULL, "seeded");
}

/* Say whether a == b + c. */
static bool
is_sum(const struct decimal *a, const struct decimal *b,
    const struct decimal *c)
{
	struct decimal sum = DECIMAL_INIT;
	bool is;

	decimal_copy(&sum, b);
	must_do(arithmetic_add(&sum, c));
	is = decimal_compare(a, &sum) == 0;
	decimal_free(&sum);
	return is;
}

START_TEST(quotient_and_rest_make_the_number)
{
	struct decimal a, b, quotient = DECIMAL_INIT, rest = DECIMAL_INIT;
	int sign;

	seed = (uint64_t)_i + 1;
	for (int i = 0; i < 2000; i++) {
		a = invent();
		b = invent();
		sign = arithmetic_sign(&b);
		if (sign != 0) {
			decimal_copy(&quotient, &a);
			decimal_copy(&rest, &a);
			must_do(arithmetic_floor_divide(&quotient, &b));
			must_do(arithmetic_modulo(&rest, &b));
			ck_assert_uint_eq(decimal_scale(&quotient), 0);
			ck_assert(arithmetic_sign(&rest) * sign >= 0);
			must_do(arithmetic_multiply(&quotient, &b));
			ck_assert(is_sum(&a, &quotient, &rest));
			arithmetic_absolute(&rest);
			arithmetic_absolute(&b);
			ck_assert(decimal_compare(&rest, &b) < 0);
		}
		decimal_free(&a);
		decimal_free(&b);
	}
	decimal_free(&quotient);
	decimal_free(&rest);
}
END_TEST

START_TEST(difference_and_number_make_the_other)
{
	struct decimal a, b, rest = DECIMAL_INIT;

	seed = (uint64_t)_i + 1;
	for (int i = 0; i < 2000; i++) {
		a = invent();
		b = invent();
		decimal_copy(&rest, &a);
		must_do(arithmetic_subtract(&rest, &b));
		ck_assert(is_sum(&a, &rest, &b));
		decimal_free(&a);
		decimal_free(&b);
	}
	decimal_free(&rest);
}
END_TEST

/*
 * Where a quotient times its divisor is not the number, what is missing is at
 * most half of the 34th digit: times 2 * 10^33 it is no more than the number.
 */
START_TEST(quotients_are_near)
{
	struct decimal a, b, quotient = DECIMAL_INIT, more;

	more = number("2000000000000000000000000000000000");
	seed = (uint64_t)_i + 1;
	for (int i = 0; i < 1000; i++) {
		a = invent();
		b = invent();
		if (arithmetic_sign(&b) != 0) {
			decimal_copy(&quotient, &a);
			must_do(arithmetic_divide(&quotient, &b));
			must_do(arithmetic_multiply(&quotient, &b));
			must_do(arithmetic_subtract(&quotient, &a));
			must_do(arithmetic_multiply(&quotient, &more));
			arithmetic_absolute(&quotient);
			arithmetic_absolute(&a);
			ck_assert(decimal_compare(&quotient, &a) <= 0);
		}
		decimal_free(&a);
		decimal_free(&b);
	}
	decimal_free(&quotient);
	decimal_free(&more);
}
END_TEST

/* n lies between the squares of its root less and more half its last digit. */
START_TEST(roots_are_near)
{
	struct decimal a, root = DECIMAL_INIT, half = DECIMAL_INIT;
	struct decimal square = DECIMAL_INIT;

	seed = (uint64_t)_i + 1;
	for (int i = 0; i < 1000; i++) {
		a = invent();
		arithmetic_absolute(&a);
		decimal_copy(&root, &a);
		must_do(arithmetic_root(&root));
		decimal_copy(&square, &root);
		must_do(arithmetic_multiply(&square, &square));
		if (decimal_compare(&square, &a) != 0) {
			decimal_set(&half, 5);
			half.scale = (uint32_t)decimal_scale(&root) + 1;
			if (decimal_compare(&square, &a) > 0)
				arithmetic_negate(&half);
			must_do(arithmetic_add(&half, &root));
			must_do(arithmetic_multiply(&half, &half));
			ck_assert((decimal_compare(&square, &a) < 0) ==
			    (decimal_compare(&half, &a) > 0));
		}
		decimal_free(&a);
	}
	decimal_free(&root);
	decimal_free(&half);
	decimal_free(&square);
}
END_TEST

static Suite *
arithmetic_suite(void)
{
	Suite *suite = suite_create("arithmetic");
	TCase *tc = tcase_create("tables");

	tcase_add_loop_test(tc, two_numbers, 0, LENGTH(rows));
	tcase_add_loop_test(tc, a_number_and_itself, 0, LENGTH(same_rows));
	tcase_add_test(tc, sizes_are_checked);
	tcase_add_loop_test(tc, signs_change, 0, LENGTH(signs));
	tcase_add_test(tc, the_least_wide_is_negated);
	tcase_add_loop_test(tc, roots_are_drawn, 0, LENGTH(roots));
	suite_add_tcase(suite, tc);
	tc = tcase_create("seeded");
	tcase_add_loop_test(tc, quotient_and_rest_make_the_number, 0, 3);
	tcase_add_loop_test(tc, difference_and_number_make_the_other, 0, 3);
	tcase_add_loop_test(tc, quotients_are_near, 0, 3);
	tcase_add_loop_test(tc, roots_are_near, 0, 3);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(arithmetic_suite)
