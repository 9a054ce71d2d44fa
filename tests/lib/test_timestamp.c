/*
 * timestamp - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "numbers.h"
#include "suite.h"
#include "text.h"
#include "timestamp.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *text, *seconds; /* NULL: refused */
} readings[] = {
	{ "1970-01-01T00:00:00Z", "0" },
	{ "2026-08-01T10:00:00Z", "1785578400" },
	{ "2026-08-01t10:00:00z", "1785578400" },
	{ "2026-08-01 10:00:00", "1785578400" },
	{ "2026-08-01T10:00:00+02:00", "1785571200" },
	{ "2026-08-01T10:00:00-0230", "1785587400" },
	{ "2026-08-01T10:00:00+02", "1785571200" },
	{ "2026-08-01T10:00:00-00:00", "1785578400" },
	{ "2026-08-01T10:00:00+23:59", "1785492060" },
	{ "2026-08-01T10:00", "1785578400" },
	{ "2026-08-01T10:00Z", "1785578400" },
	{ "2026-08-01 10:00+02:00", "1785571200" },
	{ "2026-08-01", "1785542400" },
	{ "2026-08-01T10:00:00.5Z", "1785578400.5" },
	{ "2026-08-01T10:00:00,50+02:00", "1785571200.50" },
	{ "2026-08-01T10:00:00.000", "1785578400.000" },
	{ "2026-08-01T10:00:00.123456789012345678901234567890",
	    "1785578400.123456789012345678901234567890" },
	{ "1969-12-31T23:59:59.25Z", "-0.75" },
	{ "1969-12-31T23:59:59.000000000000000000001",
	    "-0.999999999999999999999" },
	{ "0001-01-01T00:00:00", "-62135596800" },
	{ "0001-01-01T00:00:00+01:00", "-62135600400" },
	{ "9999-12-31T23:59:59.9", "253402300799.9" },
	{ "1600-02-29", "-11670998400" },
	{ "2000-02-29", "951782400" },
	{ "2024-02-29", "1709164800" },
	{ "2024-12-31", "1735603200" },
	{ "01/Aug/2026:10:00:00 +0000", "1785578400" },
	{ "[01/Aug/2026:10:00:00 +0000]", "1785578400" },
	{ "[01/Aug/2026:10:00:00 +0000", "1785578400" },
	{ "[01/Aug/2026:10:00:00", "1785578400" },
	{ "[01/Aug/2026:10:00:00]", "1785578400" },
	{ "01/Aug/2026:10:00:00", "1785578400" },
	{ "10/Oct/2000:13:55:36 -0700", "971211336" },
	{ "29/Feb/2024:00:00:00 +0530", "1709145000" },

	/* the last day of each month, and the one that is none */
	{ "2026-01-31", "1769817600" }, { "2026-01-32", NULL },
	{ "2026-02-28", "1772236800" }, { "2026-02-29", NULL },
	{ "2026-03-31", "1774915200" }, { "2026-03-32", NULL },
	{ "2026-04-30", "1777507200" }, { "2026-04-31", NULL },
	{ "2026-05-31", "1780185600" }, { "2026-05-32", NULL },
	{ "2026-06-30", "1782777600" }, { "2026-06-31", NULL },
	{ "2026-07-31", "1785456000" }, { "2026-07-32", NULL },
	{ "2026-08-31", "1788134400" }, { "2026-08-32", NULL },
	{ "2026-09-30", "1790726400" }, { "2026-09-31", NULL },
	{ "2026-10-31", "1793404800" }, { "2026-10-32", NULL },
	{ "2026-11-30", "1795996800" }, { "2026-11-31", NULL },
	{ "2026-12-31", "1798675200" }, { "2026-12-32", NULL },

	/* no such time */
	{ "2023-02-29", NULL },
	{ "1900-02-29", NULL },
	{ "2100-02-29", NULL },
	{ "2026-02-30", NULL },
	{ "2026-00-01", NULL },
	{ "2026-13-01", NULL },
	{ "2026-01-00", NULL },
	{ "0000-01-01", NULL },
	{ "2026-08-01T24:00:00", NULL },
	{ "2026-08-01T10:60:00", NULL },
	{ "2016-12-31T23:59:60Z", NULL },
	{ "2026-08-01T10:00:00+24:00", NULL },
	{ "2026-08-01T10:00:00+00:60", NULL },
	{ "31/Feb/2026:10:00:00 +0000", NULL },
	{ "01/aug/2026:10:00:00 +0000", NULL },
	{ "01/Aux/2026:10:00:00 +0000", NULL },
	{ "01/Aug/2026:24:00:00 +0000", NULL },
	{ "01/Aug/2026:10:00:00 +2400", NULL },

	/* not written so */
	{ "", NULL },
	{ "x", NULL },
	{ "2026", NULL },
	{ "2026-", NULL },
	{ "2026-08", NULL },
	{ "2026-08-0", NULL },
	{ "2026-8-1", NULL },
	{ "20260801", NULL },
	{ "2026-08-01T", NULL },
	{ "2026-08-01T1", NULL },
	{ "2026-08-01T10", NULL },
	{ "2026-08-01T10:", NULL },
	{ "2026-08-01T10:0", NULL },
	{ "2026-08-01T10:00:", NULL },
	{ "2026-08-01T10:00:0", NULL },
	{ "2026-08-01T10:00:00.", NULL },
	{ "2026-08-01T10:00:00.Z", NULL },
	{ "2026-08-01T10:00.5", NULL },
	{ "2026-08-01T10:00:00+", NULL },
	{ "2026-08-01T10:00:00+2", NULL },
	{ "2026-08-01T10:00:00+02:", NULL },
	{ "2026-08-01T10:00:00+02:0", NULL },
	{ "2026-08-01T10:00:00+020", NULL },
	{ "2026-08-01T10:00:00+02:00:00", NULL },
	{ "2026-08-01T10:00:00 +02:00", NULL },
	{ "2026-08-01T10:00:00ZZ", NULL },
	{ "2026-08-01T10:00:00Z ", NULL },
	{ " 2026-08-01T10:00:00Z", NULL },
	{ "2026-08-01Z", NULL },
	{ "2026-08-01  10:00:00", NULL },
	{ "2026/08/01", NULL },
	{ "12026-08-01", NULL },
	{ "-026-08-01", NULL },
	{ "2026-08-01T1a:00:00", NULL },
	{ "2026-08-01T+1:00:00", NULL },
	{ "2026-08-01T10:00:00+02]", NULL },
	{ "[2026-08-01T10:00:00]", NULL },
	{ "1/Aug/2026:10:00:00", NULL },
	{ "01/Aug/26:10:00:00", NULL },
	{ "01/Aug/2026 10:00:00", NULL },
	{ "01/Aug/2026:10:00", NULL },
	{ "01/Aug/2026:10:00:00.5", NULL },
	{ "01/Aug/2026:10:00:00+0000", NULL },
	{ "01/Aug/2026:10:00:00 ", NULL },
	{ "[01/Aug/2026:10:00:00 ]", NULL },
	{ "01/Aug/2026:10:00:00 +0000]", NULL },
	{ "01/Aug/2026:10:00:00]", NULL },
	{ "[[01/Aug/2026:10:00:00]", NULL },
	{ "[01/Aug/2026:10:00:00]]", NULL },
	{ "[", NULL },
	{ "01/Au", NULL }
};

/* Read bytes of just their size, so that reading on is seen. */
static const char *
read_text(struct decimal *value, const char *text, size_t len)
{
	char *bytes = malloc(len + (len == 0));
	const char *reason;

	ck_assert_ptr_nonnull(bytes);
	memcpy(bytes, text, len);
	reason = timestamp_read(value, bytes, len);
	free(bytes);
	return reason;
}

START_TEST(moments_are_read)
{
	struct decimal value = number("1e50");
	const char *text = readings[_i].text, *want = readings[_i].seconds;

	assert_reason(read_text(&value, text, strlen(text)), want ? NULL :
	    "not a timestamp", text);
	assert_text(&value, want ? want :
	    "100000000000000000000000000000000000000000000000000", text);
	decimal_free(&value);
}
END_TEST

/* A part of one, or one with a NUL in it, is read no further. */
START_TEST(moments_are_cut_anywhere)
{
	struct decimal value = DECIMAL_INIT;
	const char *text = readings[_i].text;
	char changed[80];
	size_t len = strlen(text);

	for (size_t i = 0; i < len; i++) {
		(void)read_text(&value, text, i);
		memcpy(changed, text, len);
		changed[i] = '\0';
		ck_assert_ptr_nonnull(read_text(&value, changed, len));
		changed[i] = '\xff';
		ck_assert_ptr_nonnull(read_text(&value, changed, len));
	}
	decimal_free(&value);
}
END_TEST

static const struct {
	const char *seconds, *text; /* NULL: refused */
} writings[] = {
	{ "0", "1970-01-01T00:00:00+00:00" },
	{ "1785578400", "2026-08-01T10:00:00+00:00" },
	{ "1785578400.50", "2026-08-01T10:00:00.50+00:00" },
	{ "1785578400.00", "2026-08-01T10:00:00.00+00:00" },
	{ "1785578400.123456789012345678901234567890",
	    "2026-08-01T10:00:00.123456789012345678901234567890+00:00" },
	{ "-0.75", "1969-12-31T23:59:59.25+00:00" },
	{ "-1", "1969-12-31T23:59:59+00:00" },
	{ "951782399", "2000-02-28T23:59:59+00:00" },
	{ "951782400", "2000-02-29T00:00:00+00:00" },
	{ "951868800", "2000-03-01T00:00:00+00:00" },
	{ "4107542400", "2100-03-01T00:00:00+00:00" },
	{ "-62135596800", "0001-01-01T00:00:00+00:00" },
	{ "-62135596800.1", NULL },
	{ "-62135596801", NULL },
	{ "253402300799.999", "9999-12-31T23:59:59.999+00:00" },
	{ "253402300800", NULL },
	{ "1e30", NULL },
	{ "-1e30", NULL }
};

START_TEST(moments_are_written)
{
	struct decimal value = number(writings[_i].seconds);
	const char *want = writings[_i].text;
	struct text text = { 0 };

	text_add(&text, "at ", 3);
	assert_reason(timestamp_write(&value, &text), want ? NULL :
	    "not in the years 1 to 9999", writings[_i].seconds);
	ck_assert_msg(text.len == 3 + (want ? strlen(want) : 0) &&
	    memcmp(text.bytes + 3, want ? want : "", text.len - 3) == 0,
	    "%s: want %s, got %.*s", writings[_i].seconds, want,
	    (int)text.len, text.bytes);
	text_free(&text);
	decimal_free(&value);
}
END_TEST

/* Every day is another than the one before it, and read as it was written. */
START_TEST(days_follow_each_other)
{
	struct decimal value = DECIMAL_INIT, again = DECIMAL_INIT;
	struct text text = { 0 };
	char before[10] = { 0 };
	int64_t n = 0;

	/* 400 years from the first, and some of the last. */
	for (int64_t day = -719162; day < 2932897; day++) {
		if (day == -719162 + 146200)
			day = 2932897 - 1000;
		decimal_set(&value, day * 86400 + (day + 719162) % 86400);
		text.len = 0;
		ck_assert_ptr_null(timestamp_write(&value, &text));
		ck_assert_int_lt(memcmp(before, text.bytes, 10), 0);
		memcpy(before, text.bytes, 10);
		ck_assert_ptr_null(timestamp_read(&again, text.bytes,
		    text.len));
		ck_assert_int_eq(decimal_compare(&value, &again), 0);
		n++;
	}
	ck_assert_int_eq(n, 147200);
	text_free(&text);
}
END_TEST

static Suite *
timestamp_suite(void)
{
	Suite *suite = suite_create("timestamp");
	TCase *tc = tcase_create("timestamp");

	tcase_add_loop_test(tc, moments_are_read, 0, LENGTH(readings));
	tcase_add_loop_test(tc, moments_are_cut_anywhere, 0,
	    LENGTH(readings));
	tcase_add_loop_test(tc, moments_are_written, 0, LENGTH(writings));
	tcase_add_test(tc, days_follow_each_other);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(timestamp_suite)
