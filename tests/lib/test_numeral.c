/*
 * numeral - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "numeral.h"
#include "suite.h"
#include "support.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* The same, a byte at a time. */
static bool
read_plainly(struct numeral *numeral, const char *bytes, size_t len)
{
	const char *end = bytes + len;
	bool after = false;

	*numeral = (struct numeral){ .digits = bytes };
	for (; bytes < end; bytes++) {
		if (*bytes == '.' && !after) {
			after = true;
			continue;
		}
		if (*bytes < '0' || *bytes > '9')
			return false;
		numeral->word = numeral->word * 10 + (uint64_t)(*bytes - '0');
		numeral->before += !after;
		numeral->after += after;
	}
	return numeral->before + numeral->after > 0;
}

/* The bytes stand alone, so that a sanitizer sees a look past them. */
static void
expect_same(const char *bytes, size_t len)
{
	struct numeral numeral, plain;
	char *copy = malloc(len);

	memcpy(copy, bytes, len);
	ck_assert_int_eq(numeral_read(&numeral, copy, len),
	    read_plainly(&plain, copy, len));
	if (read_plainly(&plain, copy, len)) {
		ck_assert_uint_eq(numeral.word, plain.word);
		ck_assert_uint_eq(numeral.before, plain.before);
		ck_assert_uint_eq(numeral.after, plain.after);
		ck_assert_ptr_eq(numeral.digits, copy);
		ck_assert(!numeral.negative);
	}
	free(copy);
}

START_TEST(reads_any_length_with_a_point_anywhere)
{
	char digits[48];

	for (size_t i = 0; i < sizeof digits; i++)
		digits[i] = (char)('0' + (i * 7 + (size_t)_i) % 10);
	for (size_t len = 0; len < sizeof digits; len++) {
		expect_same(digits, len);
		for (size_t point = 0; point < len; point++) {
			const char digit = digits[point];

			digits[point] = '.';
			expect_same(digits, len);
			digits[point] = digit;
		}
	}
}
END_TEST

/* Every byte in every place: those beside the digits, and those far away. */
START_TEST(tells_what_is_no_digit)
{
	char digits[20];

	memset(digits, '9', sizeof digits);
	for (size_t len = 1; len <= sizeof digits; len++) {
		for (int byte = 0; byte < 256; byte++) {
			if (strchr(" \teE+-", byte) && byte != '\0')
				continue;
			digits[(size_t)_i % len] = (char)byte;
			expect_same(digits, len);
		}
		digits[(size_t)_i % len] = '9';
	}
}
END_TEST

static const struct row {
	const char *text;
	bool is_number;
	bool negative;
	int32_t exponent;
	uint64_t word;
} rows[] = {
	{ "", false, false, 0, 0 },
	{ ".", false, false, 0, 0 },
	{ "-", false, false, 0, 0 },
	{ "+-1", false, false, 0, 0 },
	{ "1.2.3", false, false, 0, 0 },
	{ "1 2", false, false, 0, 0 },
	{ "0x10", false, false, 0, 0 },
	{ "e5", false, false, 0, 0 },
	{ "1e", false, false, 0, 0 },
	{ "1e+", false, false, 0, 0 },
	{ "1e1234567", false, false, 0, 0 },
	{ "1e12345678901234567890", false, false, 0, 0 },
	{ " \t12.5\t ", true, false, 0, 125 },
	{ "-.5", true, true, 0, 5 },
	{ "+5.", true, false, 0, 5 },
	{ "-12345678e-999999", true, true, -999999, 12345678 },
	{ "1.5E+3", true, false, 3, 15 },
	{ "18446744073709551615", true, false, 0, UINT64_MAX },
	{ "18446744073709551617", true, false, 0, 1 },
	{ "000000000000000000000000000000000000001", true, false, 0, 1 },
};

START_TEST(reads)
{
	const struct row *row = &rows[_i];
	struct numeral numeral;

	ck_assert_int_eq(numeral_read(&numeral, row->text, strlen(row->text)),
	    row->is_number);
	if (!row->is_number)
		return;
	ck_assert_int_eq(numeral.negative, row->negative);
	ck_assert_int_eq(numeral.exponent, row->exponent);
	ck_assert_uint_eq(numeral.word, row->word);
}
END_TEST

/* What it writes into room that has no more is what printf writes. */
static void
expect_written(uint64_t n)
{
	const uint64_t half[2] = { n, 0 };
	char room[NUMERAL_PUT_ROOM], wide[NUMERAL_ROOM];
	char expected[NUMERAL_PUT_ROOM];
	const size_t len = (size_t)sprintf(expected, "%" PRIu64, n);
	char *begin, *end = wide + sizeof wide;

	ck_assert_uint_eq((size_t)(numeral_put(room, n, 0) - room), len);
	ck_assert_mem_eq(room, expected, len);
	begin = numeral_write(end, half);
	ck_assert_uint_eq((size_t)(end - begin), n > 0 ? len : 0);
	if (n > 0)
		ck_assert_mem_eq(begin, expected, len);
}

START_TEST(writes_every_length)
{
	uint64_t power = 1;

	for (unsigned i = 0; i < 20; i++, power *= 10) {
		for (uint64_t digit = 1; digit < 10; digit++) {
			expect_written(power * digit);
			expect_written(power * digit - 1);
			expect_written(power * digit + 1);
		}
	}
	expect_written(UINT64_MAX);
	/* All pairs of digits, in both places that a four has for them. */
	for (uint64_t i = 0; i < 10000; i++) {
		expect_written(i);
		expect_written(i * 10000 + 99999999);
		expect_written(i * UINT64_C(1000100010001));
	}
}
END_TEST

/* The same by printf: the digits, at least scale + 1, and a point in them. */
static void
expect_point(uint64_t n, unsigned scale)
{
	char room[NUMERAL_PUT_ROOM], expected[NUMERAL_PUT_ROOM];
	size_t len = (size_t)sprintf(expected, "%0*" PRIu64, (int)scale + 1,
	    n);

	memmove(expected + len - scale + 1, expected + len - scale, scale);
	expected[len - scale] = '.';
	len++;
	ck_assert_uint_eq((size_t)(numeral_put(room, n, scale) - room), len);
	ck_assert_mem_eq(room, expected, len);
}

START_TEST(puts_a_point_anywhere)
{
	uint64_t power = 1;

	for (unsigned i = 0; i < 20; i++, power *= 10) {
		for (uint64_t digit = 1; digit < 10; digit++) {
			expect_point(power * digit - 1, (unsigned)_i);
			expect_point(power * digit, (unsigned)_i);
			expect_point(power / 3 * digit, (unsigned)_i);
		}
	}
	expect_point(UINT64_MAX, (unsigned)_i);
}
END_TEST

START_TEST(writes_two_halves)
{
#ifdef __SIZEOF_INT128__
	static const struct {
		uint64_t half[2];
		const char *text;
	} wides[] = {
		{ { 0, 1 }, "18446744073709551616" },
		{ { UINT64_MAX, INT64_MAX },
		    "170141183460469231731687303715884105727" },
		/* Ten to the 20th and to the 38th: zeros between the parts. */
		{ { UINT64_C(7766279631452241920), 5 },
		    "100000000000000000000" },
		{ { UINT64_C(687399551400673280),
		    UINT64_C(5421010862427522170) },
		    "100000000000000000000000000000000000000" },
	};
	char room[NUMERAL_ROOM], *end = room + sizeof room;
	const char *begin;

	for (int i = 0; i < LENGTH(wides); i++) {
		begin = numeral_write(end, wides[i].half);
		ck_assert_uint_eq((size_t)(end - begin),
		    strlen(wides[i].text));
		ck_assert_mem_eq(begin, wides[i].text, strlen(wides[i].text));
	}
#endif
}
END_TEST

static Suite *
numeral_suite(void)
{
	Suite *suite = suite_create("numeral");
	TCase *tcase = tcase_create("numeral");

	tcase_add_loop_test(tcase, reads_any_length_with_a_point_anywhere, 0,
	    10);
	tcase_add_loop_test(tcase, tells_what_is_no_digit, 0, 20);
	tcase_add_loop_test(tcase, reads, 0, LENGTH(rows));
	tcase_add_test(tcase, writes_every_length);
	tcase_add_loop_test(tcase, puts_a_point_anywhere, 1,
	    NUMERAL_PUT_SCALE + 1);
	tcase_add_test(tcase, writes_two_halves);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(numeral_suite)
