/*
 * Plain leaves, many at a time: with json_leaves wherever it can, the leaves
 * are those of json_next alone; and it does take the plain ones.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "json.h"
#include "json_leaves.h"
#include "suite.h"
#include "support.h"
#include <stdio.h>
#include <string.h>

#define ROOM 64

/* Behind the texts, so that the end is not near. */
#define TAIL "                                "

static const struct row {
	const char *text;
	const char *plain; /* what is written at once, from the first list on */
	const char *rest; /* where json_next goes on */
} rows[] = {
	{ "1,2]", "1\n2\n", "]" },
	{ "-1.50, [\"ab\", [ ], [[]],3] ]", "-1.50\n\"ab\"\n3\n", "]" },
	{ "0,-0,0.0,10]", "0\n-0\n0.0\n10\n", "]" },
	{ "12345678,\"12345678\",123456789012345678,\"123456789012345678\"]",
	    "12345678\n\"12345678\"\n123456789012345678\n"
	    "\"123456789012345678\"\n", "]" },
	{ "1,01]", "1\n", "01]" },
	{ "1,1e5]", "1\n", "1e5]" },
	{ "1,1.e]", "1\n", "1.e]" },
	{ "1,-]", "1\n", "-]" },
	{ "1,1x]", "1\n", "1x]" },
	{ "1,true]", "1\n", "true]" },
	{ "1,{}]", "1\n", "{}]" },
	{ "1,\"a\\n\"]", "1\n", "\"a\\n\"]" },
	{ "1,\"\xc3\xa9\"]", "1\n", "\"\xc3\xa9\"]" },
	{ "1,\"a\n\"]", "1\n", "\"a\n\"]" },
	{ "1,]", "1\n", "]" },
	{ "1 2]", "1\n", "2]" },
	{ "1[2]]", "1\n", "[2]]" },
	{ ",1]", "", ",1]" },
	{ "[[[[[[1]]]]]]]", "1\n", "]" },
	/* more than there is room for */
	{ "1,\"0123456789012345678901234567890123456789012345678901234567890\""
	  "]", "1\n",
	  "\"0123456789012345678901234567890123456789012345678901234567890\""
	  "]" },
};

/* A list that json_next has opened, then the row's text. */
static void
begin(struct json *json, char *text, size_t size, const char *row)
{
	struct json_token token;

	snprintf(text, size, "[%s" TAIL, row);
	json_open(json);
	json_put(json, text, strlen(text));
	ck_assert(json_next(json, &token));
}

START_TEST(takes_the_plain_ones)
{
	const struct row *row = &rows[_i];
	char text[256], to[ROOM + JSON_LEAVES_SLACK];
	struct json json;
	size_t n;

	begin(&json, text, sizeof text, row->text);
	n = json_leaves(&json, UINT64_MAX, false, '\n', to, ROOM);
	ck_assert_msg(n == strlen(row->plain) &&
	    memcmp(to, row->plain, n) == 0, "%s: gives %.*s", row->text,
	    (int)n, to);
	ck_assert_msg(strncmp(json.at, row->rest, strlen(row->rest)) == 0,
	    "%s: goes on at %s", row->text, json.at);
	json_close(&json);
}
END_TEST

START_TEST(takes_quotes_off_where_it_is_told)
{
	char text[256], to[ROOM + JSON_LEAVES_SLACK];
	struct json json;
	size_t n;

	begin(&json, text, sizeof text, "1,\"\",\"abc\",[\"\"],2]");
	n = json_leaves(&json, UINT64_MAX, true, '\0', to, ROOM);
	ck_assert_uint_eq(n, sizeof "1\0\0abc\0\0" "2");
	ck_assert_mem_eq(to, "1\0\0abc\0\0" "2", n);
	json_close(&json);
}
END_TEST

START_TEST(opens_no_list_that_is_a_leaf)
{
	char text[256], to[ROOM + JSON_LEAVES_SLACK];
	struct json json;
	size_t n;

	begin(&json, text, sizeof text, "1,[2,[3]],[[4]]]");
	n = json_leaves(&json, 2, false, '\n', to, ROOM);
	ck_assert_uint_eq(n, 4);
	ck_assert_mem_eq(to, "1\n2\n", n);
	ck_assert_int_eq(strncmp(json.at, "[3]", 3), 0);
	ck_assert_uint_eq(json_depth(&json), 2);
	json_close(&json);
}
END_TEST

START_TEST(writes_what_there_is_room_for)
{
	char text[256], to[ROOM + JSON_LEAVES_SLACK];
	struct json json;

	begin(&json, text, sizeof text, "1234,56]");
	ck_assert_uint_eq(json_leaves(&json, UINT64_MAX, false, '\n', to, 4),
	    0);
	ck_assert_uint_eq(json_leaves(&json, UINT64_MAX, false, '\n', to, 5),
	    5);
	ck_assert_uint_eq(json_leaves(&json, UINT64_MAX, false, '\n', to, 5),
	    3);
	json_close(&json);
}
END_TEST

START_TEST(json_next_tells_of_the_comma_before)
{
	char text[256], to[ROOM + JSON_LEAVES_SLACK];
	struct json_token token;
	struct json json;

	begin(&json, text, sizeof text, "1,{},[{}]]");
	json_leaves(&json, UINT64_MAX, false, '\n', to, ROOM);
	ck_assert(json_next(&json, &token));
	ck_assert_int_eq(token.type, JSON_OBJECT);
	ck_assert_int_eq(token.before, ',');
	ck_assert(json_next(&json, &token));
	json_leaves(&json, UINT64_MAX, false, '\n', to, ROOM);
	ck_assert(json_next(&json, &token));
	ck_assert_int_eq(token.type, JSON_OBJECT);
	ck_assert_int_eq(token.before, 0);
	json_close(&json);
}
END_TEST

/* The leaves of a text by json_next, and by json_leaves before each. */
static void
read_leaves(const char *text, bool many, struct bytes *leaves)
{
	char to[ROOM + JSON_LEAVES_SLACK];
	struct json_token token;
	struct json json;

	json_open(&json);
	json_put(&json, text, strlen(text));
	for (;;) {
		if (many)
			bytes_add(leaves, to, json_leaves(&json, UINT64_MAX,
			    false, '\n', to, ROOM));
		if (!json_next(&json, &token))
			break;
		if (token.type <= JSON_OBJECT_END)
			continue;
		bytes_add(leaves, token.bytes, token.len);
		bytes_add(leaves, "\n", 1);
	}
	if (json.reason)
		bytes_add(leaves, json.reason, strlen(json.reason));
	json_close(&json);
}

START_TEST(gives_what_json_next_gives)
{
	struct bytes one = { 0 }, many = { 0 };
	char text[256];

	snprintf(text, sizeof text, "[%s" TAIL, rows[_i].text);
	read_leaves(text, false, &one);
	read_leaves(text, true, &many);
	expect_bytes(rows[_i].text, "leaves", &many, one.at, one.len);
	bytes_free(&one);
	bytes_free(&many);
}
END_TEST

static Suite *
json_leaves_suite(void)
{
	Suite *suite = suite_create("json_leaves");
	TCase *tc = tcase_create("json_leaves");

	tcase_add_loop_test(tc, takes_the_plain_ones, 0, LENGTH(rows));
	tcase_add_test(tc, takes_quotes_off_where_it_is_told);
	tcase_add_test(tc, opens_no_list_that_is_a_leaf);
	tcase_add_test(tc, writes_what_there_is_room_for);
	tcase_add_test(tc, json_next_tells_of_the_comma_before);
	tcase_add_loop_test(tc, gives_what_json_next_gives, 0, LENGTH(rows));
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(json_leaves_suite)
