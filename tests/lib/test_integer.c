/*
 * integer - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "integer.h"
#include "suite.h"

static const struct row {
	const char *text;
	bool valid;
	int64_t value;
} rows[] = {
	{ "0", true, 0 },
	{ "+0", true, 0 },
	{ "-0", true, 0 },
	{ "7", true, 7 },
	{ "+5", true, 5 },
	{ "-5", true, -5 },
	{ "010", true, 10 },
	{ "-007", true, -7 },
	{ "1_000", true, 1000 },
	{ "1_2_3", true, 123 },
	{ "-1_0", true, -10 },
	{ "0_0", true, 0 },
	{ "9223372036854775806", true, INT64_MAX - 1 },
	{ "9223372036854775807", true, INT64_MAX },
	{ "9223372036854775808", true, INT64_MAX },
	{ "+9_223_372_036_854_775_809", true, INT64_MAX },
	{ "-9223372036854775807", true, -INT64_MAX },
	{ "-9223372036854775808", true, INT64_MIN },
	{ "-9223372036854775809", true, INT64_MIN },
	{ "18446744073709551616", true, INT64_MAX },
	{ "18446744073709551617", true, INT64_MAX },
	{ "1000000000000000000000000000000", true, INT64_MAX },
	{ "-1000000000000000000000000000000", true, INT64_MIN },
	{ "00000000000000000000000000000000000003", true, 3 },
	{ "", false, 0 },
	{ "+", false, 0 },
	{ "-", false, 0 },
	{ "_", false, 0 },
	{ "_1", false, 0 },
	{ "1_", false, 0 },
	{ "1__0", false, 0 },
	{ "-_1", false, 0 },
	{ "--1", false, 0 },
	{ "+-1", false, 0 },
	{ "1-", false, 0 },
	{ " 2", false, 0 },
	{ "2 ", false, 0 },
	{ "2\n", false, 0 },
	{ "2\r", false, 0 },
	{ "\t2", false, 0 },
	{ "0x10", false, 0 },
	{ "1e3", false, 0 },
	{ "1.5", false, 0 },
	{ "1.", false, 0 },
	{ ".5", false, 0 },
	{ "1,000", false, 0 },
	{ "5k", false, 0 },
	{ "inf", false, 0 },
	{ "99999999999999999999x", false, 0 },
	{ "\xd9\xa3", false, 0 }, /* an Arabic three */
	{ "/", false, 0 },
	{ ":", false, 0 },
};

START_TEST(reads)
{
	const struct row *row = &rows[_i];
	int64_t value = 42;

	ck_assert_msg(integer_valid(row->text) == row->valid,
	    "'%s' should be %s", row->text, row->valid ? "valid" : "invalid");
	ck_assert_msg(integer_parse(row->text, &value) == row->valid,
	    "'%s' parsed should be %s", row->text,
	    row->valid ? "valid" : "invalid");
	if (row->valid)
		ck_assert_msg(value == row->value, "'%s' is %lld", row->text,
		    (long long)value);
}
END_TEST

static Suite *
integer_suite(void)
{
	Suite *suite = suite_create("integer");
	TCase *tcase = tcase_create("grammar");

	tcase_add_loop_test(tcase, reads, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(integer_suite)
