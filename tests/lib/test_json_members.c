/*
 * json_members - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "json_members.h"
#include "memory.h"
#include "suite.h"
#include "support.h"
#include <stdlib.h>
#include <string.h>

/* Each member as NAME=RAW=SAID, one a line. */
static const struct row {
	const char *record;
	const char *members; /* NULL: there is a reason */
	const char *reason;
} rows[] = {
	{ "{}", "", NULL },
	{ " { \t} \r", "", NULL },
	{ "{\"a\":1}", "a=1=1\n", NULL },
	{ "\t{ \"a\" : -1.50e+3 , \"b c\":\"x\"}",
	    "a=-1.50e+3=-1.50e+3\nb c=\"x\"=x\n", NULL },
	{ "{\"a\":true,\"b\":false,\"c\":null}",
	    "a=true=true\nb=false=false\nc=null=\n", NULL },
	{ "{\"a\":\"\",\"\":\"null\"}", "a=\"\"=\n=\"null\"=null\n", NULL },
	{ "{\"a\":1,\"a\":2}", "a=1=1\na=2=2\n", NULL },
	{ "{\"a\\u0062\\n\":\"\\t\\\"x\\\\\",\"\\\"\":3}",
	    "ab\n=\"\\t\\\"x\\\\\"=\t\"x\\\n\"=3=3\n", NULL },
	{ "{\"a\":[1, {\"b\":\"]}\\\"\"}, []],\"c\":{\"a\":{}}}",
	    "a=[1, {\"b\":\"]}\\\"\"}, []]=[1, {\"b\":\"]}\\\"\"}, []]\n"
	    "c={\"a\":{}}={\"a\":{}}\n", NULL },
	{ "{\"a\":[ ] , \"b\":{ } }", "a=[ ]=[ ]\nb={ }={ }\n", NULL },
	{ "{\"a\":0}", "a=0=0\n", NULL },
	{ "{\"\xc3\xa9\":\"\xc3\xa9\"}",
	    "\xc3\xa9=\"\xc3\xa9\"=\xc3\xa9\n", NULL },
	{ "{\"a\":\"\\ud83d\\ude00\"}",
	    "a=\"\\ud83d\\ude00\"=\xf0\x9f\x98\x80\n", NULL },
	{ "{\"a\":\"\\ud83dx\"}", "a=\"\\ud83dx\"=!\n", NULL },
	{ "{\"a\\ud83d\":1}", NULL, "a name has a surrogate without its other "
	    "half, which is no character" },
	{ "[1]", NULL, NULL },
	{ "{\"a\":1", NULL, NULL },
	{ "", NULL, NULL },
};

static void
show(struct bytes *text, const struct json_members *members)
{
	for (size_t i = 0; i < members->name.n; i++) {
		const struct record *name = &members->name.field[i];
		const struct record *raw = &members->raw.field[i];
		struct text said = { 0 };

		bytes_add(text, name->bytes, name->len);
		bytes_add(text, "=", 1);
		bytes_add(text, raw->bytes, raw->len);
		bytes_add(text, "=", 1);
		if (json_add_said(&said, raw))
			bytes_add(text, said.bytes, said.len);
		else
			bytes_add(text, "!", 1);
		bytes_add(text, "\n", 1);
		text_free(&said);
	}
}

/* One after the other, with the same memory. */
START_TEST(reads)
{
	struct json_members members = { 0 };
	struct bytes text = { 0 };

	for (int i = _i; i < LENGTH(rows); i++) {
		const struct row *row = &rows[i];
		const size_t len = strlen(row->record);
		char *alone = xallocate(len, 1);
		const struct record record = { alone, len };

		memcpy(alone, row->record, len);
		text.len = 0;
		ck_assert_msg(json_members_read(&members, &record) ==
		    (row->members != NULL), "%s", row->record);
		if (row->members) {
			ck_assert_uint_eq(members.name.n, members.raw.n);
			show(&text, &members);
			expect_bytes(row->record, "members", &text,
			    row->members, strlen(row->members));
		} else {
			ck_assert_ptr_nonnull(members.object.reason);
		}
		if (row->reason)
			ck_assert_str_eq(members.object.reason, row->reason);
		free(alone);
	}
	bytes_free(&text);
	json_members_close(&members);
}
END_TEST

static Suite *
json_members_suite(void)
{
	Suite *suite = suite_create("json_members");
	TCase *tc = tcase_create("json_members");

	tcase_add_loop_test(tc, reads, 0, LENGTH(rows));
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(json_members_suite)
