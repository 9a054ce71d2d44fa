/*
 * json_join - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "json_join.h"
#include "memory.h"
#include "suite.h"
#include "support.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RECORDS_MAX 4

/* Join texts, each in memory of just its size. Returns: as json_join. */
static bool
join_texts(struct json_join *join, const char *const *text)
{
	struct record record[RECORDS_MAX] = { { NULL, 0 } };
	char *bytes[RECORDS_MAX];
	size_t n, i;
	bool joined;

	for (n = 0; text[n]; n++) {
		bytes[n] = NULL;
		record[n] = (struct record){ NULL, 0 };
		/* A dash is for nothing. */
		if (strcmp(text[n], "-") == 0)
			continue;
		record[n].len = strlen(text[n]);
		record[n].bytes = bytes[n] = xallocate(record[n].len, 1);
		memcpy(bytes[n], text[n], record[n].len);
	}
	joined = json_join(join, record, n);
	for (i = 0; i < n; i++)
		free(bytes[i]);
	return joined;
}

static const struct row {
	const char *text[RECORDS_MAX + 1];
	const char *want;
} rows[] = {
	{ { "{\"a\":1}", "{\"b\":2}" }, "{\"a\":1,\"b\":2}" },
	{ { "{\"a\":1}", "{}" }, "{\"a\":1}" },
	{ { "{}", "{}" }, "{}" },
	{ { "{}", "{ \"b\" : [ 1 ] } " }, "{\"b\":[ 1 ]}" },
	{ { "{\"a\":1}" }, "{\"a\":1}" },
	{ { "{\"a\":1e3}", "-", "{\"b\":1.50}" },
	    "{\"a\":1e3,\"b\":1.50}" },
	{ { "-" }, "{}" },
	/* the later value, in the first place */
	{ { "{\"a\":1,\"b\":2}", "{\"c\":3,\"a\":4}" },
	    "{\"a\":4,\"b\":2,\"c\":3}" },
	{ { "{\"a\":1}", "{\"\\u0061\":2}", "{\"b\":0}", "{\"a\":null}" },
	    "{\"a\":null,\"b\":0}" },
	{ { "{\"a\":1,\"a\":2}" }, "{\"a\":2}" },
	{ { "{\"\":1}", "{\"\":2}" }, "{\"\":2}" },
	/* names are written anew, values as they were */
	{ { "{\"\\u00e9\\n\":\"\\u00e9\\ud800\"}", "{}" },
	    "{\"\xc3\xa9\\n\":\"\\u00e9\\ud800\"}" },
	{ { "{\"a\":{\"b\":1}}", "{\"a\":{\"c\":2}}" },
	    "{\"a\":{\"c\":2}}" },
};

START_TEST(joins)
{
	const struct row *row = &rows[_i];
	struct json_join join = { 0 };
	int turn;

	for (turn = 0; turn < 2; turn++) {
		ck_assert(join_texts(&join, row->text));
		expect_bytes(row->want, "object", &(struct bytes){
		    join.text.bytes, join.text.len, 0 }, row->want,
		    strlen(row->want));
	}
	json_join_close(&join);
}
END_TEST

/* Few names are compared, many hashed: the same comes out. */
START_TEST(joins_many)
{
	struct text one = { 0 }, other = { 0 }, want = { 0 };
	const char *text[3] = { NULL };
	struct json_join join = { 0 };
	char member[64];
	int n = _i * 8, i;

	text_add(&one, "{", 1);
	text_add(&other, "{", 1);
	text_add(&want, "{", 1);
	for (i = 0; i < n; i++) {
		const char *comma = i > 0 ? "," : "";
		int len = snprintf(member, sizeof member, "%s\"%d\":0", comma,
		    i);

		text_add(&one, member, (size_t)len);
		/* From the middle on, and as many that are new. */
		len = snprintf(member, sizeof member, "%s\"%d\":%d", comma,
		    i + n / 2, i);
		text_add(&other, member, (size_t)len);
	}
	for (i = 0; i < n + n / 2; i++) {
		int len = snprintf(member, sizeof member, "%s\"%d\":%d",
		    i > 0 ? "," : "", i, i < n / 2 ? 0 : i - n / 2);

		text_add(&want, member, (size_t)len);
	}
	text_add(&one, "}", 2);
	text_add(&other, "}", 2);
	text_add(&want, "}", 1);
	text[0] = one.bytes;
	text[1] = other.bytes;
	ck_assert(join_texts(&join, text));
	expect_bytes("many", "object", &(struct bytes){ join.text.bytes,
	    join.text.len, 0 }, want.bytes, want.len);
	text_free(&one);
	text_free(&other);
	text_free(&want);
	json_join_close(&join);
}
END_TEST

START_TEST(says_which_is_wrong)
{
	static const char *const wrong[][3] = {
		{ "{}", "[1]", NULL }, { "x", "{}", NULL },
		{ "{}", "{\"\\ud800\":1}", NULL },
	};
	static const char *const reasons[] = { "a list, not an object",
		"byte 1: a value is expected, not x",
		("a name has a surrogate without its other half, which is no "
		"character") };
	static const char *const good[] = { "{\"a\":1}", "{}", NULL };
	struct json_join join = { 0 };

	ck_assert(!join_texts(&join, wrong[_i]));
	ck_assert_str_eq(join.reason, reasons[_i]);
	ck_assert_uint_eq(join.wrong, _i != 1);
	ck_assert(join_texts(&join, good));
	ck_assert_uint_eq(join.text.len, strlen(good[0]));
	json_join_close(&join);
}
END_TEST

static Suite *
json_join_suite(void)
{
	Suite *suite = suite_create("json_join");
	TCase *tc = tcase_create("json_join");

	tcase_add_loop_test(tc, joins, 0, LENGTH(rows));
	tcase_add_loop_test(tc, joins_many, 1, 20);
	tcase_add_loop_test(tc, says_which_is_wrong, 0, 3);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(json_join_suite)
