/*
 * json_object - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "json_object.h"
#include "memory.h"
#include "suite.h"
#include "support.h"
#include <stdlib.h>
#include <string.h>

/* Read text, in memory of just its size. Owns: *bytes. */
static bool
read_text(struct json_object *object, const char *text, size_t len,
    char **bytes)
{
	struct record record;

	*bytes = xallocate(len, 1);
	memcpy(*bytes, text, len);
	record = (struct record){ *bytes, len };
	return json_object_read(object, &record);
}

/* -------- members -------- */

static const struct member {
	const char *record, *name;
	const char *raw, *text; /* NULL: it can't be decoded */
} members[] = {
	{ "{}", "a", "", "" },
	{ " { } \r", "a", "", "" },
	{ "{\"a\":1}", "a", "1", "1" },
	{ "{\"a\":1}", "b", "", "" },
	{ "{\"b\":1}", "a", "", "" },
	{ "{\"ab\":1}", "a", "", "" },
	{ "\t{ \"a\" : -1.50e+3 , \"b\":2}", "a", "-1.50e+3", "-1.50e+3" },
	{ "{\"a\":0}", "a", "0", "0" },
	{ "{\"a\":-0.0E-12345678}", "a", "-0.0E-12345678",
	    "-0.0E-12345678" },
	{ "{\"a\":true,\"b\":1}", "a", "true", "true" },
	{ "{\"a\":false}", "a", "false", "false" },
	{ "{\"a\":null}", "a", "null", "" },
	{ "{\"a\":\"\"}", "a", "\"\"", "" },
	{ "{\"a\":\"b c\"}", "a", "\"b c\"", "b c" },
	{ "{\"a\":\"b\\u0020c\\n\\\"\"}", "a", "\"b\\u0020c\\n\\\"\"",
	    "b c\n\"" },
	{ "{\"a\":\"null\"}", "a", "\"null\"", "null" },
	{ "{\"a\":\"\xc3\xa9\xf4\x8f\xbf\xbf\"}", "a",
	    "\"\xc3\xa9\xf4\x8f\xbf\xbf\"", "\xc3\xa9\xf4\x8f\xbf\xbf" },
	{ "{\"a\":\"\\u09aF\\u00Af\"}", "a", "\"\\u09aF\\u00Af\"",
	    "\xe0\xa6\xaf\xc2\xaf" },
	{ "{\"a\":\"\\ud83d\\ude00\"}", "a", "\"\\ud83d\\ude00\"",
	    "\xf0\x9f\x98\x80" },
	{ "{\"a\":\"x\\ude00\"}", "a", "\"x\\ude00\"", NULL },
	{ "{\"a\":\"\\ud83d\"}", "a", "\"\\ud83d\"", NULL },
	{ "{\"b\":\"\\ud83d\", \"a\":1}", "a", "1", "1" },
	/* Names are the same however they are spelled. */
	{ "{\"\\u0061\":1}", "a", "1", "1" },
	{ "{\"\":1}", "", "1", "1" },
	{ "{\"\\ud800\":1,\"a\":2}", "a", "2", "2" },
	{ "{\"\xc3\xa9\":1}", "\xc3\xa9", "1", "1" },
	{ "{\"\\u00e9\":1}", "\xc3\xa9", "1", "1" },
	{ "{\"a\\\"b\":1}", "a\"b", "1", "1" },
	/* The last counts. */
	{ "{\"a\":1,\"a\":2}", "a", "2", "2" },
	{ "{\"a\":1,\"a\":null}", "a", "null", "" },
	{ "{\"a\":1,\"\\u0061\":[]}", "a", "[]", "[]" },
	/* Lists and objects are their text. */
	{ "{\"a\":[1, {\"a\":2}],\"b\":3}", "a", "[1, {\"a\":2}]",
	    "[1, {\"a\":2}]" },
	{ "{\"a\":{\"b\":[ ]},\"c\":1}", "a", "{\"b\":[ ]}",
	    "{\"b\":[ ]}" },
	{ "{\"a\":[],\"b\":{}}", "b", "{}", "{}" },
	{ "{\"c\":[{\"a\":1}],\"d\":{\"a\":2}}", "a", "", "" },
	/* Paths */
	{ "{\"a\":{\"b\":1}}", "a.b", "1", "1" },
	{ "{\"a\":{\"c\":{\"b\":0},\"b\":1}}", "a.b", "1", "1" },
	{ "{\"a\":{\"b\":{\"c\":\"x\"}}}", "a.b.c", "\"x\"", "x" },
	{ "{\"a\":{\"b\":{\"c\":\"x\"}}}", "a.b", "{\"c\":\"x\"}",
	    "{\"c\":\"x\"}" },
	{ "{\"b\":1,\"a\":{\"a\":{\"b\":2}}}", "a.b", "", "" },
	{ "{\"a\":1}", "a.b", "", "" },
	{ "{\"a\":[{\"b\":1}]}", "a.b", "", "" },
	{ "{\"a\":null}", "a.b", "", "" },
	{ "{\"a\":{\"\":1}}", "a.", "1", "1" },
	{ "{\"\":{\"\":1}}", ".", "1", "1" },
	/* A name that has the dots itself comes first, wherever it stands. */
	{ "{\"a.b\":1,\"a\":{\"b\":2}}", "a.b", "1", "1" },
	{ "{\"a\":{\"b\":2},\"a.b\":1}", "a.b", "1", "1" },
	{ "{\"a\":{\"b\":2},\"a.b\":null}", "a.b", "null", "" },
	{ "{\"a\":{\"b.c\":2}}", "a.b.c", "", "" },
	/* The last, also where the one before had more in it. */
	{ "{\"a\":{\"b\":1},\"a\":{\"c\":2}}", "a.b", "", "" },
	{ "{\"a\":{\"b\":{\"c\":1}},\"a\":2}", "a.b.c", "", "" },
	{ "{\"a\":{\"b\":1},\"a\":{\"b\":2}}", "a.b", "2", "2" },
};

START_TEST(finds_members)
{
	const struct member *row = &members[_i];
	struct json_object object = { 0 };
	struct record text;
	char *bytes;
	size_t column;

	json_object_want(&object, "z", 1);
	column = json_object_want(&object, row->name, strlen(row->name));
	ck_assert_uint_eq(json_object_want(&object, row->name,
	    strlen(row->name)), column);
	ck_assert_msg(read_text(&object, row->record, strlen(row->record),
	    &bytes), "%s: %s", row->record, object.reason);
	expect_bytes(row->record, "raw", &(struct bytes){
	    (char *)object.raw.field[column].bytes,
	    object.raw.field[column].len, 0 }, row->raw, strlen(row->raw));
	ck_assert_uint_eq(object.raw.field[0].len, 0);
	ck_assert_int_eq(json_object_text(&object, column, &text),
	    row->text != NULL);
	if (row->text)
		expect_bytes(row->record, "text", &(struct bytes){
		    (char *)text.bytes, text.len, 0 }, row->text,
		    strlen(row->text));
	else
		ck_assert_ptr_nonnull(strstr(object.reason, "surrogate"));
	free(bytes);
	json_object_close(&object);
}
END_TEST

/* Many at once, by both kinds of names, more of them after a record. */
START_TEST(finds_many)
{
	static const char record[] = "{\"a\":{\"b\":1,\"c\":\"\\u0078\"},"
	    "\"a.b\":2,\"d\":\"\\t\"}";
	static const struct record path[] = { { "a", 1 }, { "b", 1 },
		{ "a.b", 3 } };
	static const char *const want[] = { "2", "1", "2", "x", "\t",
		"{\"b\":1,\"c\":\"\\u0078\"}" };
	struct json_object object = { 0 };
	struct record text;
	char *bytes = NULL;
	size_t i, turn;

	for (turn = 0; turn < 2; turn++) {
		ck_assert_uint_eq(json_object_want(&object, "a.b", 3), 0);
		ck_assert_uint_eq(json_object_want_path(&object, path, 2), 1);
		ck_assert_uint_eq(json_object_want_path(&object, &path[2], 1),
		    2);
		ck_assert_uint_eq(json_object_want(&object, "a.c", 3), 3);
		free(bytes);
		ck_assert(read_text(&object, record, strlen(record), &bytes));
	}
	json_object_want(&object, "d", 1);
	json_object_want_path(&object, path, 1);
	free(bytes);
	ck_assert(read_text(&object, record, strlen(record), &bytes));
	ck_assert_uint_eq(object.raw.n, LENGTH(want));
	for (i = 0; i < object.raw.n; i++) {
		ck_assert(json_object_text(&object, i, &text));
		expect_bytes("many", "text", &(struct bytes){
		    (char *)text.bytes, text.len, 0 }, want[i],
		    strlen(want[i]));
	}
	free(bytes);
	json_object_close(&object);
}
END_TEST

/* Nobody wants anything: it is checked all the same. */
START_TEST(wants_nothing)
{
	struct json_object object = { 0 };
	const struct record nothing = { NULL, 0 };
	char *bytes;

	ck_assert(!json_object_read(&object, &nothing));
	ck_assert(read_text(&object, LITERAL("{\"a\":{\"b\":[1]}}"), &bytes));
	free(bytes);
	json_object_close(&object);
}
END_TEST

START_TEST(goes_as_deep_as_it_must)
{
	const size_t depth = 200000;
	struct json_object object = { 0 };
	struct record record;
	char *text = xallocate(2 * depth + 8, 1);
	size_t column = json_object_want(&object, "a", 1);

	memcpy(text, "{\"a\":", 5);
	memset(text + 5, '[', depth);
	memset(text + 5 + depth, ']', depth);
	text[5 + 2 * depth] = '}';
	record = (struct record){ text, 2 * depth + 6 };
	ck_assert(json_object_read(&object, &record));
	ck_assert_uint_eq(object.raw.field[column].len, 2 * depth);
	record.len -= 2;
	ck_assert(!json_object_read(&object, &record));
	ck_assert_str_eq(object.reason,
	    "byte 400005: the data ends within a list");
	free(text);
	json_object_close(&object);
}
END_TEST

/* -------- what is no object -------- */

static const struct wrong {
	const char *record;
	size_t len;
	const char *reason;
} wrong[] = {
	{ LITERAL(""), "an empty line, not an object" },
	{ LITERAL(" \t\r"), "an empty line, not an object" },
	{ LITERAL("[1, {}]"), "a list, not an object" },
	{ LITERAL("\"a\""), "a string, not an object" },
	{ LITERAL("-1.5"), "a number, not an object" },
	{ LITERAL(" true "), "true, not an object" },
	{ LITERAL("null"), "null, not an object" },
	{ LITERAL("ERROR: x"), "byte 1: a value is expected, not E" },
	{ LITERAL("\xef\xbb\xbf{}"),
	    "byte 1: a byte order mark, which JSON does not have" },
	{ LITERAL("{} {}"), "byte 4: more than one value in a line" },
	{ LITERAL("{}1"), "byte 3: more than one value in a line" },
	{ LITERAL("{}[]{}"), "byte 3: more than one value in a line" },
	{ LITERAL("{} \"a\" 1"), "byte 4: more than one value in a line" },
	{ LITERAL("{}]"), "byte 3: a value is expected, not ]" },
	{ LITERAL("{"), "byte 2: the data ends within an object" },
	{ LITERAL("{\"a\""), "byte 5: the data ends within an object" },
	{ LITERAL("{\"a\":"), "byte 6: the data ends within an object" },
	{ LITERAL("{\"a\":1"), "byte 7: the data ends within an object" },
	{ LITERAL("{\"a\":1,"), "byte 8: the data ends within an object" },
	{ LITERAL("{\"a\":[1"), "byte 8: the data ends within a list" },
	{ LITERAL("{\"a"), "byte 4: the data ends within a string" },
	{ LITERAL("{\"a\":tru"), "byte 9: the data ends within a word" },
	{ LITERAL("{\"a\":-"), "byte 7: the data ends within a number" },
	{ LITERAL("{\"a\\u00"), "byte 8: the data ends within a string" },
	{ LITERAL("{\"a\\"), "byte 5: the data ends within a string" },
	{ LITERAL("{a:1}"), "byte 2: a name in quotes or } is expected, "
	    "not a" },
	{ LITERAL("{'a':1}"), "byte 2: a name in quotes or } is expected; "
	    "quotes are double" },
	{ LITERAL("{\"a\" 1}"), "byte 6: a colon is expected, not 1" },
	{ LITERAL("{\"a\":}"), "byte 6: a value is expected, not }" },
	{ LITERAL("{\"a\":1 2}"), "byte 8: a comma or } is expected, not 2" },
	{ LITERAL("{\"a\":1,}"), "byte 8: a name in quotes is expected, "
	    "not }" },
	{ LITERAL("{,}"), "byte 2: a name in quotes or } is expected, "
	    "not ," },
	{ LITERAL("{\"a\":[1,]}"), "byte 9: a value is expected, not ]" },
	{ LITERAL("{\"a\":[,1]}"), "byte 7: a value or ] is expected, "
	    "not ," },
	{ LITERAL("{\"a\":[1}"), "byte 8: a comma or ] is expected, not }" },
	{ LITERAL("{\"a\":{]}"), "byte 7: a name in quotes or } is "
	    "expected, not ]" },
	{ LITERAL("{\"a\":[\"b\":1]}"), "byte 10: a comma or ] is expected, "
	    "not :" },
	{ LITERAL("{\"a\":01}"), "byte 7: a number must not begin with 0" },
	{ LITERAL("{\"a\":1.}"), "byte 8: a digit is expected, not }" },
	{ LITERAL("{\"a\":.5}"), "byte 6: a value is expected, not ." },
	{ LITERAL("{\"a\":+1}"), "byte 6: a value is expected, not +" },
	{ LITERAL("{\"a\":1e}"), "byte 8: a digit is expected, not }" },
	{ LITERAL("{\"a\":1e+}"), "byte 9: a digit is expected, not }" },
	{ LITERAL("{\"a\":-}"), "byte 7: a digit is expected, not }" },
	{ LITERAL("{\"a\":NaN}"), "byte 6: a value is expected, not N" },
	{ LITERAL("{\"a\":nul}"), "byte 9: true, false or null is expected, "
	    "not }" },
	{ LITERAL("{\"a\":truer}"), "byte 10: a comma or } is expected, "
	    "not r" },
	{ LITERAL("{\"a\":\"\t\"}"), "byte 7: byte 0x09 in a string must be "
	    "written as an escape" },
	{ LITERAL("{\"a\":\"\\x\"}"), "byte 8: one of \"\\/bfnrtu is "
	    "expected, not x" },
	{ LITERAL("{\"a\":\"\\\0\"}"), "byte 8: one of \"\\/bfnrtu is "
	    "expected, not byte 0x00" },
	{ LITERAL("{\"a\":\"\\u12/4\"}"), "byte 11: a hexadecimal digit is "
	    "expected, not /" },
	{ LITERAL("{\"a\":\"\\u12:4\"}"), "byte 11: a hexadecimal digit is "
	    "expected, not :" },
	{ LITERAL("{\"a\":\"\\u12@4\"}"), "byte 11: a hexadecimal digit is "
	    "expected, not @" },
	{ LITERAL("{\"a\":\"\\u12G4\"}"), "byte 11: a hexadecimal digit is "
	    "expected, not G" },
	{ LITERAL("{\"a\":\"\\u12`4\"}"), "byte 11: a hexadecimal digit is "
	    "expected, not `" },
	{ LITERAL("{\"a\":\"\\u12g4\"}"), "byte 11: a hexadecimal digit is "
	    "expected, not g" },
	{ LITERAL("{\"a\":\"\xff\"}"), "byte 7: byte 0xff in a string is not "
	    "UTF-8" },
	{ LITERAL("{\"\xc3\":1}"), "byte 4: byte 0x22 in a string is not "
	    "UTF-8" },
	{ LITERAL("{\"a\":\"\xed\xa0\x80\"}"), "byte 8: byte 0xa0 in a "
	    "string is not UTF-8" },
	{ LITERAL("{\"a\":1\0}"), "byte 7: a comma or } is expected, not "
	    "byte 0x00" },
	{ LITERAL("{\"a\":1}\0"), "byte 8: a value is expected, not byte "
	    "0x00" },
};

START_TEST(refuses)
{
	const struct wrong *row = &wrong[_i];
	struct json_object object = { 0 };
	char *bytes;

	json_object_want(&object, "a.b", 3);
	ck_assert_msg(!read_text(&object, row->record, row->len, &bytes),
	    "%s", row->record);
	ck_assert_str_eq(object.reason, row->reason);
	free(bytes);
	/* The next is none the worse for it. */
	ck_assert(read_text(&object, LITERAL("{\"a\":{\"b\":1}}"), &bytes));
	ck_assert_uint_eq(object.raw.field[0].len, 1);
	free(bytes);
	json_object_close(&object);
}
END_TEST

/* What stands behind a record is none of it. */
START_TEST(ends_with_the_record)
{
	static const char text[] = "{\"a\":1}";
	struct json_object object = { 0 };
	struct record record = { text, 0 };

	json_object_want(&object, "a", 1);
	for (; record.len < sizeof text - 1; record.len++)
		ck_assert_msg(!json_object_read(&object, &record), "%zu bytes",
		    record.len);
	ck_assert(json_object_read(&object, &record));
	json_object_close(&object);
}
END_TEST

static Suite *
json_object_suite(void)
{
	Suite *suite = suite_create("json_object");
	TCase *tc = tcase_create("json_object");

	tcase_add_loop_test(tc, finds_members, 0, LENGTH(members));
	tcase_add_test(tc, finds_many);
	tcase_add_test(tc, wants_nothing);
	tcase_add_test(tc, goes_as_deep_as_it_must);
	tcase_add_test(tc, ends_with_the_record);
	tcase_add_loop_test(tc, refuses, 0, LENGTH(wrong));
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(json_object_suite)
