/*
 * The runs in strings and numbers, against a byte-at-a-time twin: every byte
 * at every place of runs of every length around the eight that are taken at
 * once, with what marks falsely before and behind it.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "json_scan.h"
#include "suite.h"
#include <string.h>

#define LONGEST 20

static size_t
plain_twin(const unsigned char *bytes, size_t len)
{
	size_t i = 0;

	while (i < len && bytes[i] >= 0x20 && bytes[i] < 0x80 &&
	    bytes[i] != '"' && bytes[i] != '\\')
		i++;
	return i;
}

static size_t
digits_twin(const unsigned char *bytes, size_t len)
{
	size_t i = 0;

	while (i < len && bytes[i] >= '0' && bytes[i] <= '9')
		i++;
	return i;
}

START_TEST(stop_where_their_twins_do)
{
	/* What is around the byte; the first is plain and a digit. */
	static const unsigned char around[] = { '0', '9', 0xff, '!', '#', '[',
		']', 0x20, 0x1f, 0, '/', ':', 0x80, '"', '\\' };
	unsigned char bytes[LONGEST];
	const char *at = (const char *)bytes;
	size_t len, place, i;

	for (len = 0; len <= LONGEST; len++) {
		for (place = 0; place < len; place++) {
			for (i = 0; i < sizeof around; i++) {
				memset(bytes, '0', place);
				memset(bytes + place, around[i], len - place);
				bytes[place] = (unsigned char)_i;
				ck_assert_uint_eq(plain_twin(bytes, len),
				    (size_t)(json_scan_plain(at, at + len) -
				    at));
				ck_assert_uint_eq(digits_twin(bytes, len),
				    (size_t)(json_scan_digits(at, at + len) -
				    at));
			}
		}
	}
}
END_TEST

static Suite *
json_scan_suite(void)
{
	Suite *suite = suite_create("json_scan");
	TCase *tc = tcase_create("json_scan");

	tcase_add_loop_test(tc, stop_where_their_twins_do, 0, 256);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(json_scan_suite)
