/*
 * JSON tokens: each text whole and in pieces of every size, by the compact
 * text that comes of it, and by the byte and the reason where it is wrong.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "json.h"
#include "suite.h"
#include "support.h"
#include <stdio.h>
#include <string.h>

static const struct row {
	const char *text;
	size_t len;
	const char *compact; /* values, each with a newline behind it */
	uint64_t byte; /* where it is wrong; 0: it is not */
	const char *reason;
} rows[] = {
	{ LITERAL(""), "", 0, NULL },
	{ LITERAL(" \t\r\n"), "", 0, NULL },
	{ LITERAL("1"), "1\n", 0, NULL },
	{ LITERAL("\"\""), "\"\"\n", 0, NULL },
	{ LITERAL("[ ]{ }"), "[]\n{}\n", 0, NULL },
	{ LITERAL("[1 , [ ] , { } ]"), "[1,[],{}]\n", 0, NULL },
	{ LITERAL("{\"a\" : 1 , \"b\" : [ { \"c\" : null } ] }"),
	    "{\"a\":1,\"b\":[{\"c\":null}]}\n", 0, NULL },
	{ LITERAL("0 -0 10 0.0 -1.25 1e1 1E+2 1.5e-03 0e0"),
	    "0\n-0\n10\n0.0\n-1.25\n1e1\n1E+2\n1.5e-03\n0e0\n", 0, NULL },
	{ LITERAL("true false null"), "true\nfalse\nnull\n", 0, NULL },
	{ LITERAL("1[2]\"a\"3{}true[]null"),
	    "1\n[2]\n\"a\"\n3\n{}\ntrue\n[]\nnull\n", 0, NULL },
	{ LITERAL("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00aF\\uD800\x7f\""),
	    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00aF\\uD800\x7f\"\n", 0, NULL },
	{ LITERAL("\"0123456 \\n 0123456789 \xc3\xa9 0123456789abcdef\""),
	    "\"0123456 \\n 0123456789 \xc3\xa9 0123456789abcdef\"\n", 0,
	    NULL },

	/* UTF-8 */
	{ LITERAL("\"\xc2\x80\xdf\xbf\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80"
	    "\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\""),
	    "\"\xc2\x80\xdf\xbf\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80"
	    "\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\"\n", 0, NULL },
	{ LITERAL("\"\x80\""), "", 2, "byte 0x80 in a string is not UTF-8" },
	{ LITERAL("\"\xc1\x80\""), "", 2,
	    "byte 0xc1 in a string is not UTF-8" },
	{ LITERAL("\"\xc3\""), "", 3, "byte 0x22 in a string is not UTF-8" },
	{ LITERAL("\"\xc3\\n\""), "", 3,
	    "byte 0x5c in a string is not UTF-8" },
	{ LITERAL("\"\xe2\x82\n\""), "", 4,
	    "byte 0x0a in a string is not UTF-8" },
	{ LITERAL("\"\xe0\x9f\x80\""), "", 3,
	    "byte 0x9f in a string is not UTF-8" },
	{ LITERAL("\"\xed\xa0\x80\""), "", 3,
	    "byte 0xa0 in a string is not UTF-8" },
	{ LITERAL("\"\xf0\x8f\x80\x80\""), "", 3,
	    "byte 0x8f in a string is not UTF-8" },
	{ LITERAL("\"\xf4\x90\x80\x80\""), "", 3,
	    "byte 0x90 in a string is not UTF-8" },
	{ LITERAL("\"\xf5\""), "", 2, "byte 0xf5 in a string is not UTF-8" },
	{ LITERAL("\xef\xbb\xbf[]"), "", 1,
	    "a byte order mark, which JSON does not have" },
	{ LITERAL("1 \xef\xbb\xbf"), "1\n", 3,
	    "a value is expected, not byte 0xef" },

	/* strings */
	{ LITERAL("\"a\nb\""), "", 3,
	    "byte 0x0a in a string must be written as an escape" },
	{ LITERAL("\"\0\""), "", 2,
	    "byte 0x00 in a string must be written as an escape" },
	{ LITERAL("\"\\x41\""), "", 3,
	    "one of \"\\/bfnrtu is expected, not x" },
	{ LITERAL("\"\\\0\""), "", 3,
	    "one of \"\\/bfnrtu is expected, not byte 0x00" },
	{ LITERAL("\"\\u00g0\""), "", 6,
	    "a hexadecimal digit is expected, not g" },
	{ LITERAL("\"\\u1\""), "", 5,
	    "a hexadecimal digit is expected, not \"" },
	{ LITERAL("'a'"), "", 1, "a value is expected; quotes are double" },
	{ LITERAL("\"abc"), "", 5, "the data ends within a string" },
	{ LITERAL("\"abc\\u00"), "", 9, "the data ends within a string" },
	{ LITERAL("\"\xc3"), "", 3, "the data ends within a string" },

	/* numbers and words */
	{ LITERAL("+1"), "", 1, "a value is expected, not +" },
	{ LITERAL(".5"), "", 1, "a value is expected, not ." },
	{ LITERAL("01"), "", 2, "a number must not begin with 0" },
	{ LITERAL("-01"), "", 3, "a number must not begin with 0" },
	{ LITERAL("-a"), "", 2, "a digit is expected, not a" },
	{ LITERAL("1."), "", 3, "the data ends within a number" },
	{ LITERAL("[1.]"), "", 4, "a digit is expected, not ]" },
	{ LITERAL("1.e5"), "", 3, "a digit is expected, not e" },
	{ LITERAL("1e"), "", 3, "the data ends within a number" },
	{ LITERAL("1e+-5"), "", 4, "a digit is expected, not -" },
	{ LITERAL("-"), "", 2, "the data ends within a number" },
	{ LITERAL("[1.2.3]"), "", 5, "a comma or ] is expected, not ." },
	{ LITERAL("[1e5e]"), "", 5, "a comma or ] is expected, not e" },
	{ LITERAL("[1e5.]"), "", 5, "a comma or ] is expected, not ." },
	{ LITERAL("1-2"), "1\n", 2, "a blank is expected, not -" },
	{ LITERAL("1_000"), "1\n", 2, "a blank is expected, not _" },
	{ LITERAL("0x10"), "0\n", 2, "a blank is expected, not x" },
	{ LITERAL("truefalse"), "true\n", 5, "a blank is expected, not f" },
	{ LITERAL("True"), "", 1, "a value is expected, not T" },
	{ LITERAL("NaN"), "", 1, "a value is expected, not N" },
	{ LITERAL("nan"), "", 2, "true, false or null is expected, not a" },
	{ LITERAL("tru"), "", 4, "the data ends within a word" },

	/* lists and objects */
	{ LITERAL("]"), "", 1, "a value is expected, not ]" },
	{ LITERAL("[,1]"), "", 2, "a value or ] is expected, not ," },
	{ LITERAL("[1,]"), "", 4, "a value is expected, not ]" },
	{ LITERAL("[1,,2]"), "", 4, "a value is expected, not ," },
	{ LITERAL("[1}"), "", 3, "a comma or ] is expected, not }" },
	{ LITERAL("[1:2]"), "", 3, "a comma or ] is expected, not :" },
	{ LITERAL("{1:2}"), "", 2,
	    "a name in quotes or } is expected, not 1" },
	{ LITERAL("{\"a\"}"), "", 5, "a colon is expected, not }" },
	{ LITERAL("{\"a\" 1}"), "", 6, "a colon is expected, not 1" },
	{ LITERAL("{\"a\":}"), "", 6, "a value is expected, not }" },
	{ LITERAL("{\"a\":1,}"), "", 8,
	    "a name in quotes is expected, not }" },
	{ LITERAL("{\"a\":1]"), "", 7, "a comma or } is expected, not ]" },
	{ LITERAL("{\"a\":[1}"), "", 8, "a comma or ] is expected, not }" },
	{ LITERAL("[{\"a\":[]},{}}"), "", 13,
	    "a comma or ] is expected, not }" },
	{ LITERAL("1,2"), "1\n", 2, "a blank is expected, not ," },
	{ LITERAL("[]/**/"), "[]\n", 3, "a value is expected, not /" },
	{ LITERAL("[1"), "", 3, "the data ends within a list" },
	{ LITERAL("[[],\n"), "", 6, "the data ends within a list" },
	{ LITERAL("{\"a\""), "", 5, "the data ends within an object" },
};

static void
add_token(struct bytes *compact, size_t *whole, const struct json_token *token,
    uint64_t depth)
{
	ck_assert(token->opens || token->before == 0);
	if (token->before)
		bytes_add(compact, &token->before, 1);
	bytes_add(compact, token->bytes, token->len);
	if (depth == 0 && token->closes) {
		bytes_add(compact, "\n", 1);
		*whole = compact->len;
	}
}

/* Read row's text by pieces; each is gone when the next is read. */
static void
read_row(const struct row *row, size_t size)
{
	struct bytes compact = { 0 };
	struct json_token token;
	struct json json;
	char piece[128], name[64];
	size_t at, n, whole = 0;

	snprintf(name, sizeof name, "row %zu, %zu bytes at a time",
	    (size_t)(row - rows), size);
	json_open(&json);
	for (at = 0; at <= row->len && !json.reason; at += n) {
		n = row->len - at < size ? row->len - at : size;
		memcpy(piece, row->text + at, n);
		if (n > 0)
			json_put(&json, piece, n);
		else
			json_finish(&json);
		while (json_next(&json, &token))
			add_token(&compact, &whole, &token,
			    json_depth(&json));
		if (n == 0)
			break;
	}
	compact.len = whole;
	expect_bytes(name, "compact text", &compact, row->compact,
	    strlen(row->compact));
	ck_assert_msg((row->reason != NULL) == (json.reason != NULL),
	    "%s: %s", name, json.reason ? json.reason : "is no fault");
	if (row->reason) {
		ck_assert_str_eq(json.reason, row->reason);
		ck_assert_msg(json_byte(&json) == row->byte, "%s: byte %ju",
		    name, (uintmax_t)json_byte(&json));
		ck_assert(!json_next(&json, &token));
	}
	json_close(&json);
	bytes_free(&compact);
}

START_TEST(reads)
{
	size_t size;

	for (size = 1; size <= rows[_i].len + 1; size++)
		read_row(&rows[_i], size);
}
END_TEST

/* Put n times text, and expect as many tokens of one type for each byte. */
static void
put_many(struct json *json, const char *text, size_t n, size_t tokens)
{
	struct json_token token;
	size_t found = 0, i;

	for (i = 0; i < n; i++) {
		json_put(json, text, strlen(text));
		while (json_next(json, &token))
			found++;
	}
	ck_assert_ptr_null(json->reason);
	ck_assert_uint_eq(found, n * tokens);
}

START_TEST(nests_without_limit)
{
	struct json json;

	json_open(&json);
	put_many(&json, "[", 3000000, 1);
	ck_assert_uint_eq(json_depth(&json), 3000000);
	ck_assert_ptr_null(json.objects);
	put_many(&json, "{\"\":[", 1000000, 3);
	ck_assert_uint_eq(json_depth(&json), 5000000);
	/* A bit a level, and half as much again to grow by. */
	ck_assert_uint_lt(json.capacity, 2000000 / 8 * 2);
	put_many(&json, "]}", 1000000, 2);
	put_many(&json, "]", 3000000, 1);
	ck_assert_uint_eq(json_depth(&json), 0);
	json_close(&json);
}
END_TEST

START_TEST(begins_again)
{
	struct json_token token;
	struct json json;

	json_open(&json);
	json_put(&json, LITERAL("[{\"a\":x"));
	while (json_next(&json, &token))
		continue;
	ck_assert_ptr_nonnull(json.reason);
	ck_assert_uint_eq(json_unread(&json), 1);
	json_restart(&json);
	json_put(&json, LITERAL("[1]"));
	ck_assert_uint_eq(json_byte(&json), 1);
	ck_assert(json_next(&json, &token));
	ck_assert_int_eq(token.type, JSON_LIST);
	ck_assert_uint_eq(json_depth(&json), 1);
	ck_assert_uint_eq(json_byte(&json), 2);
	json_close(&json);
}
END_TEST

static Suite *
json_suite(void)
{
	Suite *suite = suite_create("json");
	TCase *tc = tcase_create("json");

	tcase_add_loop_test(tc, reads, 0, LENGTH(rows));
	tcase_add_test(tc, nests_without_limit);
	tcase_add_test(tc, begins_again);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(json_suite)
