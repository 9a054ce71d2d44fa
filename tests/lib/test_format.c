/*
 * format - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "format.h"
#include "numbers.h"
#include "suite.h"
#include "text.h"
#include <stdlib.h>
#include <string.h>

#define NOT_A_FORMAT "not a format: " \
    "[[FILL]ALIGN][SIGN][0][WIDTH][,][.PRECISION][d f s x o b]"

/* Read a spec of just its size, so that reading on is seen. */
static const char *
parse(struct format *format, const char *spec)
{
	size_t len = strlen(spec);
	char *bytes = malloc(len + (len == 0));
	const char *reason;

	ck_assert_ptr_nonnull(bytes);
	memcpy(bytes, spec, len);
	reason = format_parse(format, bytes, len);
	free(bytes);
	return reason;
}

/* -------- specs -------- */

static const struct {
	const char *spec, *reason; /* NULL: it is one */
	bool numeric;
} specs[] = {
	{ "", NULL, false },
	{ "s", NULL, false },
	{ "5", NULL, false },
	{ "<5", NULL, false },
	{ "*^5s", NULL, false },
	{ ".3", NULL, false },
	{ "05s", NULL, false },
	{ "*<05", NULL, false },
	{ "=<5", NULL, false },
	{ ",>5", NULL, false },
	{ "d", NULL, true },
	{ "f", NULL, true },
	{ "x", NULL, true },
	{ "o", NULL, true },
	{ "b", NULL, true },
	{ "+", NULL, true },
	{ "-", NULL, true },
	{ " ", NULL, true },
	{ "05", NULL, true },
	{ "0", NULL, true },
	{ ",", NULL, true },
	{ "=5", NULL, true },
	{ "*=+08,.2f", NULL, true },
	{ "2147483648", NULL, false },
	{ ".2147483648f", NULL, true },

	{ "+s", "a sign goes with no s", false },
	{ "=5s", "'=' goes with no s", false },
	{ ",s", "',' goes with no s x o b", false },
	{ ",x", "',' goes with no s x o b", false },
	{ ",o", "',' goes with no s x o b", false },
	{ ",b", "',' goes with no s x o b", false },
	{ ".2d", "a precision goes with no d x o b", false },
	{ ".2x", "a precision goes with no d x o b", false },
	{ "+.2", "a number's precision goes with f", false },
	{ "0.2", "a number's precision goes with f", false },
	{ ".", "no precision after the point", false },
	{ ".f", "no precision after the point", false },
	{ "#x", "'#' is not supported", false },
	{ "2147483649", "width too large", false },
	{ "99999999999999999999999999", "width too large", false },
	{ ".2147483649f", "precision too large", false },
	{ "g", NOT_A_FORMAT, false },
	{ "e", NOT_A_FORMAT, false },
	{ "%", NOT_A_FORMAT, false },
	{ "X", NOT_A_FORMAT, false },
	{ "_d", NOT_A_FORMAT, false },
	{ "ds", NOT_A_FORMAT, false },
	{ "5 ", NOT_A_FORMAT, false },
	{ "**<5", NOT_A_FORMAT, false },
	{ ".2,f", NOT_A_FORMAT, false },
	{ "\xe2\x82<5", NOT_A_FORMAT, false },
	{ "-5-", NOT_A_FORMAT, false }
};

START_TEST(specs_are_read)
{
	struct format format;

	assert_reason(parse(&format, specs[_i].spec), specs[_i].reason,
	    specs[_i].spec);
	if (!specs[_i].reason)
		ck_assert_msg(format.numeric == specs[_i].numeric, "'%s'",
		    specs[_i].spec);
}
END_TEST

START_TEST(specs_end_where_they_end)
{
	struct format format;

	ck_assert_ptr_null(format_parse(&format, "5d", 1));
	ck_assert(!format.numeric);
	ck_assert_ptr_nonnull(format_parse(&format, "5\0d", 3));
	ck_assert_ptr_nonnull(format_parse(&format, "d\0", 2));
	ck_assert_ptr_null(format_parse(&format, "\0<5", 3));
}
END_TEST

/* -------- numbers and text -------- */

static const struct {
	const char *spec, *value, *want; /* an exclamation mark: the reason */
} numbers[] = {
	{ "", "1.50", "1.50" },
	{ "", "-1.50", "-1.50" },
	{ "8", "1.50", "    1.50" },
	{ "<8", "1.50", "1.50    " },
	{ "^8", "1.50", "  1.50  " },
	{ "^9", "1.50", "  1.50   " },
	{ "=8", "-1.50", "-   1.50" },
	{ "\xe2\x82\xac>6", "1.50", "\xe2\x82\xac\xe2\x82\xac" "1.50" },
	{ "\xff>6", "1.50", "\xff\xff" "1.50" },
	{ "<<6", "1.50", "1.50<<" },
	{ "+", "1.50", "+1.50" },
	{ " ", "1.50", " 1.50" },
	{ "-", "1.50", "1.50" },
	{ "+", "0", "+0" },
	{ "+", "-1", "-1" },
	{ "08", "-1.50", "-0001.50" },
	{ "<08", "-1.50", "-1.50000" },
	{ "*<08", "-1.50", "-1.50***" },
	{ "3", "12345", "12345" },
	{ ",", "0", "0" },
	{ ",", "999", "999" },
	{ ",", "1000", "1,000" },
	{ ",", "-999999", "-999,999" },
	{ ",", "1234567.1234567", "1,234,567.1234567" },
	{ ",", "123456789012345678901234567890",
	    "123,456,789,012,345,678,901,234,567,890" },
	{ "08,", "1234", "0,001,234" },
	{ "09,", "1234", "0,001,234" },
	{ "010,", "1234", "00,001,234" },
	{ "04,", "1", "0,001" },
	{ "01,", "1", "1" },
	{ "02,", "1", "01" },
	{ "012,.2f", "-1234.5", "-0,001,234.50" },
	{ "*=12,.2f", "-1234.5", "-***1,234.50" },
	{ "0=12,.2f", "-1234.5", "-0,001,234.50" },
	{ "f", "1.5", "1.500000" },
	{ ".0f", "2.5", "2" },
	{ ".0f", "3.5", "4" },
	{ ".2f", "2.665", "2.66" },
	{ ".2f", "2.675", "2.68" },
	{ ".2f", "1e40", "10000000000000000000000000000000000000000.00" },
	{ ".2f", "-0.001", "0.00" },
	{ ".1f", "-0.06", "-0.1" },
	{ ".3f", "9999.9999", "10000.000" },
	{ "d", "7.00", "7" },
	{ "05d", "-7", "-0007" },
	{ ",d", "1234567", "1,234,567" },
	{ "d", "7.5", "!not an integer" },
	{ "x", "7.5", "!not an integer" },
	{ "x", "255", "ff" },
	{ "x", "-255.0", "-ff" },
	{ "o", "8", "10" },
	{ "b", "-5", "-101" },
	{ "x", "0", "0" },
	{ "+06x", "255", "+000ff" },
	{ "x", "18446744073709551616", "10000000000000000" },
	{ "x", "-9223372036854775808", "-8000000000000000" },
	{ "b", "340282366920938463463374607431768211456",
	    "1000000000000000000000000000000000000000000000000000000000000000"
	    "0000000000000000000000000000000000000000000000000000000000000000"
	    "0" },
	{ "s", "7", "!not text" },
	{ ".2", "7", "!not text" },
	{ ".2147483648f", "1", "!number too large" }
};

/* Compare what was appended to a word. */
static void
assert_appended(const struct text *text, const char *want, const char *spec)
{
	ck_assert_msg(text->len == 2 + strlen(want) &&
	    memcmp(text->bytes, "= ", 2) == 0 &&
	    memcmp(text->bytes + 2, want, text->len - 2) == 0,
	    "'%s': want '%s', got '%.*s'", spec, want, (int)text->len,
	    text->bytes);
}

START_TEST(numbers_are_laid_out)
{
	struct decimal value = number(numbers[_i].value);
	const char *spec = numbers[_i].spec, *want = numbers[_i].want;
	struct text text = { 0 };
	struct format format;

	text_add(&text, "= ", 2);
	assert_reason(parse(&format, spec), NULL, spec);
	assert_reason(format_number(&format, &value, &text),
	    *want == '!' ? want + 1 : NULL, spec);
	assert_appended(&text, *want == '!' ? "" : want, spec);
	text_free(&text);
	decimal_free(&value);
}
END_TEST

static const struct {
	const char *spec, *value, *want;
} texts[] = {
	{ "", "", "" },
	{ "", "abc", "abc" },
	{ "s", "abc", "abc" },
	{ "6", "abc", "abc   " },
	{ ">6", "abc", "   abc" },
	{ "*^6", "abc", "*abc**" },
	{ "06s", "abc", "abc000" },
	{ "*<06", "abc", "abc***" },
	{ "2", "abc", "abc" },
	{ ".2", "abc", "ab" },
	{ ".0", "abc", "" },
	{ ".9", "abc", "abc" },
	{ "5.2s", "abc", "ab   " },
	{ "4", "\xc3\xa9\xe2\x82\xac", "\xc3\xa9\xe2\x82\xac  " },
	{ ".1", "\xc3\xa9\xe2\x82\xac", "\xc3\xa9" },
	{ "4", "\xff\xfe", "\xff\xfe  " },
	{ "4", "\xe2\x82", "\xe2\x82  " },
	{ "\xf0\x9d\x84\x9e^3", "a", "\xf0\x9d\x84\x9e" "a"
	    "\xf0\x9d\x84\x9e" },
	{ "d", "abc", "!not a number" },
	{ "05", "abc", "!not a number" },
	{ "+", "abc", "!not a number" }
};

START_TEST(text_is_laid_out)
{
	const char *spec = texts[_i].spec, *want = texts[_i].want;
	struct text text = { 0 };
	struct format format;

	text_add(&text, "= ", 2);
	assert_reason(parse(&format, spec), NULL, spec);
	assert_reason(format_text(&format, texts[_i].value,
	    strlen(texts[_i].value), &text), *want == '!' ? want + 1 : NULL,
	    spec);
	assert_appended(&text, *want == '!' ? "" : want, spec);
	text_free(&text);
}
END_TEST

START_TEST(a_million_columns)
{
	struct decimal value = number("-7");
	struct text text = { 0 };
	struct format format;

	ck_assert_ptr_null(parse(&format, "01000000,d"));
	ck_assert_ptr_null(format_number(&format, &value, &text));
	ck_assert_uint_eq(text.len, 1000000);
	ck_assert_int_eq(memcmp(text.bytes, "-000,000,", 9), 0);
	ck_assert_int_eq(memcmp(text.bytes + 1000000 - 8, ",000,007", 8), 0);
	text_free(&text);
}
END_TEST

static Suite *
format_suite(void)
{
	Suite *suite = suite_create("format");
	TCase *tc = tcase_create("specs");

	tcase_add_loop_test(tc, specs_are_read, 0, LENGTH(specs));
	tcase_add_test(tc, specs_end_where_they_end);
	suite_add_tcase(suite, tc);
	tc = tcase_create("layout");
	tcase_add_loop_test(tc, numbers_are_laid_out, 0, LENGTH(numbers));
	tcase_add_loop_test(tc, text_is_laid_out, 0, LENGTH(texts));
	tcase_add_test(tc, a_million_columns);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(format_suite)
