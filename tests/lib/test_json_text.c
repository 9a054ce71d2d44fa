/*
 * Strings to JSON's text and back, whole and in parts.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "json_text.h"
#include "suite.h"
#include "support.h"
#include "text.h"
#include <string.h>

/* A sink that keeps what is put. */
struct keeper {
	struct json_sink sink;
	struct bytes bytes;
};

static void
keep(struct json_sink *sink, const char *bytes, size_t len)
{
	ck_assert_uint_gt(len, 0);
	bytes_add(&((struct keeper *)sink)->bytes, bytes, len);
}

#define KEEPER { .sink.put = keep }

/* -------- to text -------- */

static const struct written {
	const char *bytes;
	size_t len;
	const char *text; /* NULL: there is none */
} written[] = {
	{ LITERAL(""), "\"\"" },
	{ LITERAL("a b/'"), "\"a b/'\"" },
	{ LITERAL("\"a\\"), "\"\\\"a\\\\\"" },
	{ LITERAL("\b\f\n\r\t"), "\"\\b\\f\\n\\r\\t\"" },
	{ LITERAL("\0\x01\x1f\x7f"), "\"\\u0000\\u0001\\u001f\x7f\"" },
	{ LITERAL("\xc3\xa9\xf4\x8f\xbf\xbf"),
	    "\"\xc3\xa9\xf4\x8f\xbf\xbf\"" },
	{ LITERAL("\xff"), NULL },
	{ LITERAL("abc\xc3"), NULL },
	{ LITERAL("\xed\xa0\x80"), NULL },
	{ LITERAL("\xc3\n"), NULL },
};

START_TEST(writes)
{
	const struct written *row = &written[_i];
	struct keeper keeper = KEEPER;
	struct text added = { 0 };
	bool done = json_write_string(row->bytes, row->len, &keeper.sink);

	ck_assert_int_eq(done, row->text != NULL);
	expect_bytes(row->text ? row->text : "no UTF-8", "text",
	    &keeper.bytes, row->text, row->text ? strlen(row->text) : 0);
	bytes_free(&keeper.bytes);
	ck_assert_int_eq(json_add_string(&added, row->bytes, row->len), done);
	ck_assert_uint_eq(added.len, row->text ? strlen(row->text) : 0);
	if (row->text)
		ck_assert_mem_eq(added.bytes, row->text, added.len);
	text_free(&added);
}
END_TEST

/* Each byte in each place of runs that are no words, and of those that are. */
START_TEST(adds_what_it_writes)
{
	struct text text = { 0 };
	char bytes[20];

	for (size_t len = 0; len <= sizeof bytes; len++) {
		char *alone = malloc(len);

		memset(bytes, 'a', sizeof bytes);
		for (size_t i = 0; i < len; i++) {
			struct keeper keeper = KEEPER;
			bool done;

			bytes[i] = (char)_i;
			memcpy(alone, bytes, len);
			text.len = 0;
			text_add(&text, "->", 2);
			done = json_add_string(&text, alone, len);
			ck_assert_int_eq(done, json_write_string(alone, len,
			    &keeper.sink));
			ck_assert_int_eq(done, _i < 0x80);
			ck_assert_uint_eq(text.len, keeper.bytes.len + 2);
			if (done)
				ck_assert_mem_eq(text.bytes + 2,
				    keeper.bytes.at, keeper.bytes.len);
			bytes_free(&keeper.bytes);
			bytes[i] = 'a';
		}
		free(alone);
	}
	text_free(&text);
}
END_TEST

/* -------- from text -------- */

static const struct decoded {
	const char *text;
	const char *bytes; /* before a surrogate alone, if there is one */
	size_t len;
	uint64_t escape; /* where that is; 0: there is none */
} decoded[] = {
	{ "\"\"", LITERAL(""), 0 },
	{ "\"abc\"", LITERAL("abc"), 0 },
	{ "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", LITERAL("\"\\/\b\f\n\r\t"), 0 },
	{ "\"\\u0041b\\u00e9\\u20aC\\uFFFF\"",
	    LITERAL("Ab\xc3\xa9\xe2\x82\xac\xef\xbf\xbf"), 0 },
	{ "\"\\u0000\\u007f\\u0080\\u07ff\\u0800\"",
	    LITERAL("\0\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80"), 0 },
	{ "\"\\ud800\\udc00\\uDBFF\\uDFFFx\"",
	    LITERAL("\xf0\x90\x80\x80\xf4\x8f\xbf\xbfx"), 0 },
	{ "\"\xc3\xa9\\n\xc3\xa9\"", LITERAL("\xc3\xa9\n\xc3\xa9"), 0 },
	{ "\"a\\ud800\"", LITERAL("a"), 2 },
	{ "\"a\\ud800b\"", LITERAL("a"), 2 },
	{ "\"a\\ud800\\n\"", LITERAL("a"), 2 },
	{ "\"a\\ud800\\u0041\"", LITERAL("a"), 2 },
	{ "\"a\\ud800\\ud800\"", LITERAL("a"), 2 },
	{ "\"\\nab\\udc00\\ud800\"", LITERAL("\nab"), 5 },
	{ "\"\\ud800\\udc00\\udc00\"", LITERAL("\xf0\x90\x80\x80"), 13 },
};

START_TEST(decodes)
{
	const struct decoded *row = &decoded[_i];
	size_t len = strlen(row->text), size, at, n;

	for (size = 1; size <= len; size++) {
		struct json_decoder decoder = { 0 };
		struct keeper keeper = KEEPER;
		bool good = true;

		for (at = 0; at < len && good; at += n) {
			n = len - at < size ? len - at : size;
			good = json_decode(&decoder, row->text + at, n,
			    &keeper.sink);
		}
		ck_assert_int_eq(good, row->escape == 0);
		if (good)
			ck_assert_uint_eq(decoder.used, len);
		else
			ck_assert_uint_eq(decoder.escape, row->escape);
		expect_bytes(row->text, "what it says", &keeper.bytes,
		    row->bytes, row->len);
		bytes_free(&keeper.bytes);
	}
}
END_TEST

static Suite *
json_text_suite(void)
{
	Suite *suite = suite_create("json_text");
	TCase *tc = tcase_create("json_text");

	tcase_add_loop_test(tc, writes, 0, LENGTH(written));
	tcase_add_loop_test(tc, adds_what_it_writes, 0, 256);
	tcase_add_loop_test(tc, decodes, 0, LENGTH(decoded));
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(json_text_suite)
