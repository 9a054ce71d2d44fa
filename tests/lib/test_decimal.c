/*
 * decimal - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "numbers.h"
#include "suite.h"
#include <gmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t seed;

static unsigned
draw(unsigned below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned)(seed >> 33) % below;
}

/* -------- reading and writing -------- */

static const struct {
	const char *text, *canonical; /* NULL: not a number */
} readings[] = {
	{ "0", "0" },
	{ "-0", "0" },
	{ "+5", "5" },
	{ "-5", "-5" },
	{ "007", "7" },
	{ "-007", "-7" },
	{ ".5", "0.5" },
	{ "-.5", "-0.5" },
	{ "5.", "5" },
	{ "-5.e1", "-50" },
	{ "00.50", "0.50" },
	{ "-0.00", "0.00" },
	{ "-0.01", "-0.01" },
	{ "1.50", "1.50" },
	{ "10.05", "10.05" },
	{ "100", "100" },
	{ "0.001", "0.001" },
	{ " 12", "12" },
	{ "12 ", "12" },
	{ "\t 1.5 \t", "1.5" },
	{ "1e3", "1000" },
	{ "1E3", "1000" },
	{ "1e+3", "1000" },
	{ "-1e3", "-1000" },
	{ "1.5e-3", "0.0015" },
	{ "1.50e1", "15.0" },
	{ "1.50e2", "150" },
	{ "1.50e3", "1500" },
	{ "0e5", "0" },
	{ "0e-2", "0.00" },
	{ "-0e-2", "0.00" },
	{ "1e0", "1" },
	{ "1e-0", "1" },
	{ "1e000002", "100" },
	{ "123e-5", "0.00123" },
	{ "12345678901234567e1", "123456789012345670" },
	{ "1e18", "1000000000000000000" },
	{ "1e19", "10000000000000000000" },
	{ "1e38", "100000000000000000000000000000000000000" },
	{ "1e39", "1000000000000000000000000000000000000000" },
	{ "1e-25", "0.0000000000000000000000001" },

	/* around the machine's words: 10^18, 2^63, 2^64, 2^127, 2^128 */
	{ "999999999999999999", "999999999999999999" },
	{ "1000000000000000000", "1000000000000000000" },
	{ "9223372036854775807", "9223372036854775807" },
	{ "9223372036854775808", "9223372036854775808" },
	{ "-9223372036854775808", "-9223372036854775808" },
	{ "-9223372036854775809", "-9223372036854775809" },
	{ "18446744073709551615", "18446744073709551615" },
	{ "18446744073709551616", "18446744073709551616" },
	{ "10000000000000000000", "10000000000000000000" },
	{ "100000000000000000000", "100000000000000000000" },
	{ "100000000000000000000000000001", "100000000000000000000000000001" },
	{ "170141183460469231731687303715884105727",
	    "170141183460469231731687303715884105727" },
	{ "170141183460469231731687303715884105728",
	    "170141183460469231731687303715884105728" },
	{ "-170141183460469231731687303715884105728",
	    "-170141183460469231731687303715884105728" },
	{ "-170141183460469231731687303715884105729",
	    "-170141183460469231731687303715884105729" },
	{ "340282366920938463463374607431768211456",
	    "340282366920938463463374607431768211456" },
	{ "00000000000000000000000000000000000000000001", "1" },
	{ "0.0000000000000000000000000000000000000000", /* 40 */
	    "0.0000000000000000000000000000000000000000" },
	{ "-0.0000000000000000000000000000000000000001",
	    "-0.0000000000000000000000000000000000000001" },
	{ "123456789012345678901234567890.123456789012345678901234567890",
	    "123456789012345678901234567890.123456789012345678901234567890" },
	{ "0.123456789012345678", "0.123456789012345678" },
	{ "0.1234567890123456789", "0.1234567890123456789" },

	{ "", NULL },
	{ " ", NULL },
	{ "-", NULL },
	{ "+", NULL },
	{ ".", NULL },
	{ "-.", NULL },
	{ "e5", NULL },
	{ ".e5", NULL },
	{ "1e", NULL },
	{ "1e+", NULL },
	{ "1e-", NULL },
	{ "1e ", NULL },
	{ "1e 5", NULL },
	{ "1e+-5", NULL },
	{ "1e5.0", NULL },
	{ "1e5e5", NULL },
	{ "1e0000001", NULL },
	{ "1e1000000", NULL },
	{ "1e-1000000", NULL },
	{ "1.2.3", NULL },
	{ "1..2", NULL },
	{ "--1", NULL },
	{ "+-1", NULL },
	{ "- 1", NULL },
	{ "1 2", NULL },
	{ "1-", NULL },
	{ "0x10", NULL },
	{ "1,000", NULL },
	{ "1_000", NULL },
	{ "nan", NULL },
	{ "inf", NULL },
	{ "-inf", NULL },
	{ "12\r", NULL },
	{ "\v1", NULL },
	{ "1\n", NULL },
	{ "1\xa0", NULL },
	{ "\xd9\xa1", NULL },
	{ "/", NULL },
	{ ":", NULL },
	{ "1234567890123456789x", NULL },
};

START_TEST(reads)
{
	static const char *const before[] = { "-7.25",
		"123456789012345678901", "-1e60" };
	const char *text = readings[_i].text, *want = readings[_i].canonical;

	/* Into a number of each kind, which stays where text is none. */
	for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
		struct decimal value = number(before[i]);
		struct decimal same = number(before[i]);

		ck_assert_msg(number_parse(&value, text) == (want != NULL),
		    "'%s'", text);
		if (want)
			assert_text(&value, want, text);
		else
			ck_assert_int_eq(decimal_compare(&value, &same), 0);
		decimal_free(&value);
		decimal_free(&same);
	}
}
END_TEST

START_TEST(stops_at_the_length)
{
	struct decimal value = DECIMAL_INIT;

	ck_assert(decimal_parse(&value, "1234", 2));
	assert_text(&value, "12", "2 of 4");
	ck_assert(decimal_parse(&value, "1.5", 2));
	assert_text(&value, "1", "2 of 3");
	ck_assert(!decimal_parse(&value, "1\0", 2));
	ck_assert(!decimal_parse(&value, "1e5", 2));
	ck_assert(!decimal_parse(&value, "-5", 1));
	decimal_free(&value);
}
END_TEST

START_TEST(sets_every_word)
{
	static const int64_t words[] = { 0, 1, -1, 9, 10, 99, 100, 101, -100,
		12345, INT64_MAX, INT64_MIN };
	struct decimal value = DECIMAL_INIT;
	char text[32];

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		decimal_set(&value, words[i]);
		snprintf(text, sizeof text, "%lld", (long long)words[i]);
		assert_text(&value, text, "set");
		ck_assert_uint_eq(decimal_scale(&value), 0);
	}
	for (int i = -20000; i < 20000; i++) {
		decimal_set(&value, i);
		snprintf(text, sizeof text, "%d", i);
		assert_text(&value, text, "set");
	}
	decimal_free(&value);
}
END_TEST

START_TEST(copies)
{
	static const char *const texts[] = { "1.50", "-12345678901234567890",
		"1e50", "-0.001" };

	for (size_t i = 0; i < 16; i++) {
		struct decimal to = number(texts[i / 4]);
		struct decimal from = number(texts[i % 4]);
		struct decimal want = number(texts[i % 4]);
		size_t len;
		const char *text = decimal_text(&want, &len);
		char *copy = strndup(text, len);

		ck_assert_ptr_nonnull(copy);
		decimal_copy(&to, &from);
		decimal_free(&from);
		assert_text(&to, copy, "copy");
		decimal_copy(&to, &to);
		assert_text(&to, copy, "copy of itself");
		free(copy);
		decimal_free(&to);
		decimal_free(&want);
	}
}
END_TEST

/* -------- arithmetic, by tables -------- */

static int
order_of(const struct decimal *a, const struct decimal *b)
{
	int order = decimal_compare(a, b);

	return (order > 0) - (order < 0);
}

static const struct {
	const char *a, *b, *sum, *product;
	int order;
} pairs[] = {
	{ "0.1", "0.2", "0.3", "0.02", -1 },
	{ "1.50", "2.50", "4.00", "3.7500", -1 },
	{ "1.50", "2.00", "3.50", "3.0000", -1 },
	{ "1.0", "1.00", "2.00", "1.000", 0 },
	{ "-1", "1", "0", "-1", -1 },
	{ "-1.00", "1", "0.00", "-1.00", -1 },
	{ "0", "-0.00", "0.00", "0.00", 0 },
	{ "9007199254740993", "0.1", "9007199254740993.1",
	    "900719925474099.3", 1 },
	{ "9223372036854775807", "1", "9223372036854775808",
	    "9223372036854775807", 1 },
	{ "-9223372036854775808", "-1", "-9223372036854775809",
	    "9223372036854775808", -1 },
	{ "-9223372036854775808", "-9223372036854775808",
	    "-18446744073709551616",
	    "85070591730234615865843651857942052864", 0 },
	{ "9223372036854775808", "-1", "9223372036854775807",
	    "-9223372036854775808", 1 },
	{ "18446744073709551615", "1", "18446744073709551616",
	    "18446744073709551615", 1 },
	{ "170141183460469231731687303715884105727", "1",
	    "170141183460469231731687303715884105728",
	    "170141183460469231731687303715884105727", 1 },
	{ "170141183460469231731687303715884105728", "-1",
	    "170141183460469231731687303715884105727",
	    "-170141183460469231731687303715884105728", 1 },
	{ "-170141183460469231731687303715884105728", "-1",
	    "-170141183460469231731687303715884105729",
	    "170141183460469231731687303715884105728", -1 },
	{ "340282366920938463463374607431768211455", "1",
	    "340282366920938463463374607431768211456",
	    "340282366920938463463374607431768211455", 1 },
	{ "1e60", "-1e60", "0",
	    "-1000000000000000000000000000000000000000000000000000000000000"
	    "000000000000000000000000000000000000000000000000000000000000",
	    1 },
	{ "1e18", "0.000000000000000001",
	    "1000000000000000000.000000000000000001",
	    "1.000000000000000000", 1 },
	{ "1e19", "0.0000000000000000001",
	    "10000000000000000000.0000000000000000001",
	    "1.0000000000000000000", 1 },
	{ "0.5", "0.50000000000000000000000000000000000000001",
	    "1.00000000000000000000000000000000000000001",
	    "0.250000000000000000000000000000000000000005", -1 },
	{ "12345678901234567890.5", "12345678901234567890.50",
	    "24691357802469135781.00",
	    "152415787532388367514250878776253619990.250", 0 },
	{ "99", "100", "199", "9900", -1 },
	{ "-99", "-100", "-199", "9900", 1 },
};

START_TEST(adds_multiplies_compares)
{
	struct decimal a = number(pairs[_i].a), b = number(pairs[_i].b);
	struct decimal c = DECIMAL_INIT;

	ck_assert_int_eq(order_of(&a, &b), pairs[_i].order);
	ck_assert_int_eq(order_of(&b, &a), -pairs[_i].order);
	decimal_copy(&c, &a);
	decimal_add(&c, &b);
	assert_text(&c, pairs[_i].sum, pairs[_i].a);
	decimal_copy(&c, &b);
	decimal_add(&c, &a);
	assert_text(&c, pairs[_i].sum, pairs[_i].b);
	decimal_copy(&c, &a);
	decimal_multiply(&c, &b);
	assert_text(&c, pairs[_i].product, pairs[_i].a);
	decimal_free(&a);
	decimal_free(&b);
	decimal_free(&c);
}
END_TEST

START_TEST(may_be_the_same)
{
	static const char *const texts[] = { "1.5", "-9223372036854775808",
		"170141183460469231731687303715884105727", "1e40" };
	static const char *const sums[] = { "3.0", "-18446744073709551616",
		"340282366920938463463374607431768211454",
		"20000000000000000000000000000000000000000" };
	static const char *const products[] = { "2.25",
		"85070591730234615865843651857942052864",
		"28948022309329048855892746252171976962977213799489202546401021"
		"394546514198529",
		"10000000000000000000000000000000000000000"
		"0000000000000000000000000000000000000000" };
	struct decimal value = number(texts[_i]);

	ck_assert_int_eq(decimal_compare(&value, &value), 0);
	decimal_add(&value, &value);
	assert_text(&value, sums[_i], texts[_i]);
	decimal_free(&value);
	value = number(texts[_i]);
	decimal_multiply(&value, &value);
	assert_text(&value, products[_i], texts[_i]);
	decimal_free(&value);
}
END_TEST

static const struct {
	const char *a;
	uint64_t n;
	size_t scale;
	const char *quotient;
} divisions[] = {
	{ "3.00", 2, 2, "1.50" },
	{ "4", 2, 0, "2" },
	{ "1", 3, 6, "0.333333" },
	{ "2", 3, 6, "0.666667" },
	{ "-2", 3, 6, "-0.666667" },
	{ "1", 2, 0, "0" },
	{ "3", 2, 0, "2" },
	{ "5", 2, 0, "2" },
	{ "7", 2, 0, "4" },
	{ "-1", 2, 0, "0" },
	{ "-3", 2, 0, "-2" },
	{ "-5", 2, 0, "-2" },
	{ "-7", 2, 0, "-4" },
	{ "2.5", 1, 0, "2" },
	{ "2.51", 1, 0, "3" },
	{ "-2.51", 1, 0, "-3" },
	{ "0.6", 1, 0, "1" },
	{ "-0.6", 1, 0, "-1" },
	{ "0.125", 1, 2, "0.12" },
	{ "0.135", 1, 2, "0.14" },
	{ "0.049", 1, 0, "0" },
	{ "-0.049", 1, 1, "0.0" },
	{ "0.00", 7, 5, "0.00000" },
	{ "1e40", 3, 2, "3333333333333333333333333333333333333333.33" },
	{ "36893488147419103230", UINT64_MAX, 3, "2.000" },
	{ "1", UINT64_MAX, 30, "0.000000000000000000054210108624" },
};

START_TEST(divides)
{
	struct decimal a = number(divisions[_i].a);

	decimal_divide(&a, divisions[_i].n, divisions[_i].scale);
	assert_text(&a, divisions[_i].quotient, divisions[_i].a);
	ck_assert_uint_eq(decimal_scale(&a), divisions[_i].scale);
	decimal_free(&a);
}
END_TEST

/* What can only be told apart in time when no zeros are written out. */
static const struct {
	const char *less, *more;
} far_apart[] = {
	{ "1e-999999", "5" },
	{ "-5", "1e-999999" },
	{ "-5", "-1e-999999" },
	{ "0", "1e-999999" },
	{ "-1e-999999", "0" },
	{ "0.1", "1e999999" },
	{ "-1e999999", "1e-999999" },
};

START_TEST(compares_what_is_far_apart)
{
	struct decimal a = number(far_apart[_i].less);
	struct decimal b = number(far_apart[_i].more);

	for (int i = 0; i < 100; i++) {
		ck_assert_int_lt(decimal_compare(&a, &b), 0);
		ck_assert_int_gt(decimal_compare(&b, &a), 0);
	}
	decimal_free(&a);
	decimal_free(&b);
}
END_TEST

/* -------- arithmetic, by GMP on texts -------- */

/* A number as it is understood here: GMP's integer, and a text made of it. */
struct model {
	mpz_t n;
	unsigned long scale;
};

static void
raise_to(struct model *model, unsigned long scale)
{
	for (; model->scale < scale; model->scale++)
		mpz_mul_ui(model->n, model->n, 10);
}

static void
assert_model(struct decimal *value, const struct model *model,
    const char *what)
{
	char digits[1000], text[1000];
	char *begin = digits;
	int before, after = (int)model->scale;

	gmp_snprintf(digits, sizeof digits, "%0*Zd",
	    after + 1 + (mpz_sgn(model->n) < 0), model->n);
	before = (int)strlen(begin) - after;
	snprintf(text, sizeof text, "%.*s%s%s", before, begin,
	    after > 0 ? "." : "", begin + before);
	assert_text(value, text, what);
}

/* Make a random number, as text (200 bytes) and as a model. */
static void
invent(char *text, struct model *model)
{
	static const unsigned lengths[] = { 1, 2, 5, 9, 17, 18, 19, 20, 21, 37,
		38, 39, 40, 60 };
	unsigned len = lengths[draw(sizeof lengths / sizeof *lengths)];
	unsigned after = draw(3) ? draw(3) : draw(len + 1);
	char digits[80] = "";
	unsigned i, kind = draw(4);
	bool negative = draw(2);
	int exponent = 0;

	for (i = 0; i < len; i++)
		digits[i] = kind == 0 ? '9' : kind == 1 ? "09"[draw(2)] :
		    kind == 2 ? "01"[draw(2)] : (char)('0' + draw(10));
	after = after > len ? len : after;
	if (draw(6) == 0)
		exponent = (int)draw(50) - 25;
	mpz_set_str(model->n, digits, 10);
	if (negative)
		mpz_neg(model->n, model->n);
	model->scale = after;
	sprintf(text, "%s%.*s%s%s", negative ? "-" : draw(4) ? "" : "+",
	    (int)(len - after), digits, after || draw(5) == 0 ? "." : "",
	    digits + len - after);
	if (exponent != 0)
		sprintf(text + strlen(text), "e%d", exponent);
	for (; exponent > 0; exponent--) {
		if (model->scale > 0)
			model->scale--;
		else
			mpz_mul_ui(model->n, model->n, 10);
	}
	for (; exponent < 0; exponent++)
		model->scale++;
}

START_TEST(agrees_with_gmp)
{
	struct decimal a = DECIMAL_INIT, b = DECIMAL_INIT, c = DECIMAL_INIT;
	struct model x, y, z;
	char text[200], other[200], what[500];

	seed = (uint64_t)_i + 1;
	mpz_inits(x.n, y.n, z.n, NULL);
	for (int i = 0; i < 20000; i++) {
		invent(text, &x);
		invent(other, &y);
		snprintf(what, sizeof what, "%s and %s", text, other);
		ck_assert_msg(number_parse(&a, text) &&
		    number_parse(&b, other), "%s", what);
		assert_model(&a, &x, text);

		decimal_copy(&c, &a);
		decimal_multiply(&c, &b);
		mpz_mul(z.n, x.n, y.n);
		z.scale = x.scale + y.scale;
		assert_model(&c, &z, what);

		raise_to(&x, y.scale);
		raise_to(&y, x.scale);
		ck_assert_msg(order_of(&a, &b) ==
		    (mpz_cmp(x.n, y.n) > 0) - (mpz_cmp(x.n, y.n) < 0),
		    "the order of %s", what);

		decimal_copy(&c, &a);
		decimal_add(&c, &b);
		mpz_add(z.n, x.n, y.n);
		z.scale = x.scale;
		assert_model(&c, &z, what);
	}
	mpz_clears(x.n, y.n, z.n, NULL);
	decimal_free(&a);
	decimal_free(&b);
	decimal_free(&c);
}
END_TEST

/* One total through all kinds and back again. */
START_TEST(counts_up_and_down)
{
	struct decimal total = DECIMAL_INIT, step = number("4e36");
	struct decimal zero = DECIMAL_INIT, minus = number("-4e36");
	struct model model = { .scale = 0 };
	mpz_t n;

	mpz_init(model.n);
	mpz_init_set_str(n, "4", 10);
	for (int i = 0; i < 36; i++)
		mpz_mul_ui(n, n, 10);
	for (int i = 0; i < 100; i++) {
		decimal_add(&total, &step);
		mpz_add(model.n, model.n, n);
		assert_model(&total, &model, "up");
	}
	for (int i = 0; i < 200; i++) {
		decimal_add(&total, &minus);
		mpz_sub(model.n, model.n, n);
		assert_model(&total, &model, "down");
	}
	for (int i = 0; i < 100; i++)
		decimal_add(&total, &step);
	ck_assert_int_eq(decimal_compare(&total, &zero), 0);
	assert_text(&total, "0", "back again");
	mpz_clears(model.n, n, NULL);
	decimal_free(&total);
	decimal_free(&step);
	decimal_free(&minus);
}
END_TEST

/* -------- limits -------- */

/* Put the point of a number so far to the left. */
static struct decimal
shifted(const char *text, unsigned times)
{
	struct decimal value = number(text), factor = number("1e-999999");

	while (times-- > 0)
		decimal_multiply(&value, &factor);
	decimal_free(&factor);
	return value;
}

START_TEST(refuses_a_long_fraction)
{
	struct decimal value = shifted("1", 2147);

	ck_assert_uint_eq(decimal_scale(&value), 2147 * 999999u);
	shifted("1", 2148);
}
END_TEST

START_TEST(refuses_a_long_sum)
{
	struct decimal a = shifted("1", 2147), b = number("1e999999");

	decimal_add(&b, &a);
}
END_TEST

START_TEST(is_small)
{
	ck_assert_uint_le(sizeof(struct decimal), 32);
}
END_TEST

START_TEST(has_a_megabyte)
{
	struct decimal value = number("-12e999998");
	size_t len;
	const char *text = decimal_text(&value, &len);

	ck_assert_uint_eq(len, 1000001);
	ck_assert_mem_eq(text, "-1200000", 8);
	ck_assert(number_parse(&value, "-12e-999999"));
	text = decimal_text(&value, &len);
	ck_assert_uint_eq(len, 1000002);
	ck_assert_mem_eq(text, "-0.00000", 8);
	ck_assert_mem_eq(text + len - 4, "0012", 4);
	decimal_free(&value);
}
END_TEST

static Suite *
decimal_suite(void)
{
	Suite *suite = suite_create("decimal");
	TCase *text = tcase_create("text");
	TCase *arithmetic = tcase_create("arithmetic");
	TCase *random = tcase_create("random");
	TCase *limits = tcase_create("limits");

	tcase_add_loop_test(text, reads, 0, LENGTH(readings));
	tcase_add_test(text, stops_at_the_length);
	tcase_add_test(text, sets_every_word);
	tcase_add_test(text, copies);
	suite_add_tcase(suite, text);

	tcase_set_timeout(arithmetic, 60);
	tcase_add_loop_test(arithmetic, adds_multiplies_compares, 0,
	    LENGTH(pairs));
	tcase_add_loop_test(arithmetic, may_be_the_same, 0, 4);
	tcase_add_loop_test(arithmetic, divides, 0, LENGTH(divisions));
	tcase_add_loop_test(arithmetic, compares_what_is_far_apart, 0,
	    LENGTH(far_apart));
	tcase_add_test(arithmetic, counts_up_and_down);
	suite_add_tcase(suite, arithmetic);

	tcase_set_timeout(random, 60);
	tcase_set_tags(random, TAG_LONG);
	tcase_add_loop_test(random, agrees_with_gmp, 0, 4);
	suite_add_tcase(suite, random);

	tcase_set_timeout(limits, 60);
	tcase_add_exit_test(limits, refuses_a_long_fraction, 1);
	tcase_add_exit_test(limits, refuses_a_long_sum, 1);
	tcase_add_test(limits, is_small);
	tcase_add_test(limits, has_a_megabyte);
	suite_add_tcase(suite, limits);
	return suite;
}

SUITE_MAIN(decimal_suite)
