/*
 * json_value - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/json_value.h"
#include "expression/scratch.h"
#include "expression/tree.h"
#include "expression/value_text.h"
#include "memory.h"
#include "suite.h"
#include "support.h"
#include "text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct row {
	const char *text;
	const char *repr, *json; /* NULL: the text itself */
} rows[] = {
	{ "null", "None", NULL },
	{ "true", "True", NULL },
	{ "false", "False", NULL },
	/* numbers keep their digits, but for exponents */
	{ "0", "0", NULL },
	{ "-0", "0", "0" },
	{ "1.50", "1.50", NULL },
	{ "-12", "-12", NULL },
	{ "1e3", "1000", "1000" },
	{ "1.5E-3", "0.0015", "0.0015" },
	{ "123456789012345678901234567890.10",
	    "123456789012345678901234567890.10", NULL },
	/* strings */
	{ "\"\"", "''", NULL },
	{ "\"a b\"", "'a b'", NULL },
	{ "\"1\"", "'1'", NULL },
	{ "\"\\u0061\\n\"", "'a\\n'", "\"a\\n\"" },
	{ "\"\\\\\"", "'\\\\'", NULL },
	{ "\"h\xc3\xa9\"", "'h\xc3\xa9'", NULL },
	{ "\"h\\u00e9\"", "'h\xc3\xa9'", "\"h\xc3\xa9\"" },
	{ "\"\\ud83d\\ude00\"", "'\xf0\x9f\x98\x80'",
	    "\"\xf0\x9f\x98\x80\"" },
	/* what holds others */
	{ "[]", "[]", NULL },
	{ "{}", "{}", NULL },
	{ " [ ] ", "[]", "[]" },
	{ "[[],[[]],1]", "[[], [[]], 1]", NULL },
	{ "[1,\"a\",null,{\"b\":[true]}]", "[1, 'a', None, {'b': [True]}]",
	    NULL },
	{ "{\"id\":1}", "{'id': 1}", NULL },
	{ "{ \"a\" : { \"b\" : { } } , \"c\" : [ 1 , 2 ] }\r",
	    "{'a': {'b': {}}, 'c': [1, 2]}",
	    "{\"a\":{\"b\":{}},\"c\":[1,2]}" },
	{ "{\"\":\"\",\"\\t\":1}", "{'': '', '\\t': 1}", NULL },
	/* the last of a name counts, in the place of the first */
	{ "{\"a\":1,\"b\":2,\"a\":3}", "{'a': 3, 'b': 2}",
	    "{\"a\":3,\"b\":2}" },
	{ "{\"a\":1,\"\\u0061\":2,\"a\":[3],\"\":4,\"\":5}",
	    "{'a': [3], '': 5}", "{\"a\":[3],\"\":5}" },
	{ "[{\"a\":{\"b\":1,\"b\":2},\"a\":3}]", "[{'a': 3}]",
	    "[{\"a\":3}]" },
};

/* Read text, in memory of just its size. Owns: *bytes. */
static bool
read_text(struct json_value *reader, const char *text, size_t len,
    struct scratch *scratch, struct value *value, char **bytes)
{
	struct record record;

	*bytes = xallocate(len, 1);
	memcpy(*bytes, text, len);
	record = (struct record){ *bytes, len };
	return json_value_read(reader, &record, scratch, value);
}

START_TEST(reads)
{
	const struct row *row = &rows[_i];
	const char *json = row->json ? row->json : row->text;
	struct json_value reader = { 0 };
	struct scratch scratch = { 0 };
	struct text text = { 0 };
	struct value value;
	char *bytes;
	int turn;

	for (turn = 0; turn < 2; turn++) {
		scratch_reset(&scratch);
		ck_assert(read_text(&reader, row->text, strlen(row->text),
		    &scratch, &value, &bytes));
		text.len = 0;
		value_repr(&value, &text);
		expect_bytes(row->text, "repr", &(struct bytes){ text.bytes,
		    text.len, 0 }, row->repr, strlen(row->repr));
		text.len = 0;
		ck_assert(value_json(&value, &text));
		expect_bytes(row->text, "json", &(struct bytes){ text.bytes,
		    text.len, 0 }, json, strlen(json));
		free(bytes);
	}
	text_free(&text);
	scratch_close(&scratch);
	json_value_close(&reader);
}
END_TEST

/* A string may be a number, a name is none. */
START_TEST(tells_input_from_names)
{
	struct json_value reader = { 0 };
	struct scratch scratch = { 0 };
	struct value value;
	char *bytes;

	ck_assert(read_text(&reader, LITERAL("{\"1\":\"2\"}"), &scratch,
	    &value, &bytes));
	ck_assert_int_eq(value.item[0].kind, VALUE_TEXT);
	ck_assert_int_eq(value.item[1].kind, VALUE_INPUT);
	ck_assert_uint_eq(value.item[1].scale, 0);
	free(bytes);
	scratch_close(&scratch);
	json_value_close(&reader);
}
END_TEST

/* Few names are compared, many sorted: the same comes out. */
START_TEST(joins_names)
{
	struct json_value reader = { 0 };
	struct scratch scratch = { 0 };
	struct text text = { 0 };
	struct value value;
	char member[64], *bytes;
	int n = _i, i, len;

	/* Each third member has the name of an earlier one. */
	text_add(&text, "{", 1);
	for (i = 0; i < n; i++) {
		len = snprintf(member, sizeof member, "%s\"%d\":%d",
		    i > 0 ? "," : "", i % 3 == 2 ? i / 2 / 3 * 3 : i, i);
		text_add(&text, member, (size_t)len);
	}
	text_add(&text, "}", 1);
	ck_assert(read_text(&reader, text.bytes, text.len, &scratch, &value,
	    &bytes));
	ck_assert_uint_eq(value.len, (size_t)(n - n / 3));
	for (i = 0; i < (int)value.len; i++) {
		int name = i / 2 * 3 + i % 2, last = name, j;

		for (j = 2; j < n; j += 3)
			last = j / 2 / 3 * 3 == name ? j : last;
		len = snprintf(member, sizeof member, "%d", name);
		ck_assert_uint_eq(value.item[2 * i].len, (size_t)len);
		ck_assert_mem_eq(value.item[2 * i].bytes, member,
		    (size_t)len);
		ck_assert_int_eq(value.item[2 * i + 1].word, last);
	}
	free(bytes);
	text_free(&text);
	scratch_close(&scratch);
	json_value_close(&reader);
}
END_TEST

/* -------- what can't be a value -------- */

START_TEST(refuses)
{
	static const char *const wrong[][2] = {
		{ "[\"\\ud800\"]", "a string has a surrogate without its "
		    "other half, which is no character" },
		{ "{\"\\udc00\":1}", "a string has a surrogate without its "
		    "other half, which is no character" },
		{ "[1e1234567]", "a number has an exponent of more than 6 "
		    "digits" },
	};
	struct json_value reader = { 0 };
	struct scratch scratch = { 0 };
	struct value value;
	char *bytes;

	ck_assert(!read_text(&reader, wrong[_i][0], strlen(wrong[_i][0]),
	    &scratch, &value, &bytes));
	ck_assert_str_eq(reader.reason, wrong[_i][1]);
	free(bytes);
	ck_assert(read_text(&reader, LITERAL("[1]"), &scratch, &value,
	    &bytes));
	ck_assert_uint_eq(value.len, 1);
	free(bytes);
	scratch_close(&scratch);
	json_value_close(&reader);
}
END_TEST

/* What is read can be walked by recursion, and no more than that. */
START_TEST(refuses_what_is_too_deep)
{
	const size_t most = TREE_HEIGHT_MAX - 1;
	struct json_value reader = { 0 };
	struct scratch scratch = { 0 };
	struct value value;
	char text[2 * TREE_HEIGHT_MAX + 1], *bytes;

	memset(text, '[', most);
	text[most] = '1';
	memset(text + most + 1, ']', most);
	ck_assert(read_text(&reader, text, 2 * most + 1, &scratch, &value,
	    &bytes));
	ck_assert_uint_eq(value_height(&value), TREE_HEIGHT_MAX);
	free(bytes);
	memset(text, '[', most + 1);
	memset(text + most + 1, ']', most + 1);
	ck_assert(!read_text(&reader, text, 2 * most + 2, &scratch, &value,
	    &bytes));
	ck_assert_str_eq(reader.reason, "values are nested too deeply");
	free(bytes);
	scratch_close(&scratch);
	json_value_close(&reader);
}
END_TEST

static Suite *
json_value_suite(void)
{
	Suite *suite = suite_create("json_value");
	TCase *tc = tcase_create("json_value");

	tcase_add_loop_test(tc, reads, 0, LENGTH(rows));
	tcase_add_test(tc, tells_input_from_names);
	tcase_add_loop_test(tc, joins_names, 1, 120);
	tcase_add_loop_test(tc, refuses, 0, 3);
	tcase_add_test(tc, refuses_what_is_too_deep);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(json_value_suite)
