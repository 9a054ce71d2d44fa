/*
 * value_text - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/value_text.h"
#include "expressions.h"
#include "suite.h"
#include "text.h"
#include <string.h>

static const struct row {
	const char *text, *record;
	const char *str, *repr, *json; /* NULL: there is none */
} rows[] = {
	{ "None", "", "None", "None", "null" },
	{ "True", "", "True", "True", "true" },
	{ "False", "", "False", "False", "false" },
	{ "0", "", "0", "0", "0" },
	{ "-1.50", "", "-1.50", "-1.50", "-1.50" },
	{ "0.001", "", "0.001", "0.001", "0.001" },
	{ "x + 0", "-9223372036854775808", "-9223372036854775808",
	    "-9223372036854775808", "-9223372036854775808" },
	{ "10 ** 20", "", "100000000000000000000", "100000000000000000000",
	    "100000000000000000000" },
	{ "1e-30", "", "0.000000000000000000000000000001",
	    "0.000000000000000000000000000001",
	    "0.000000000000000000000000000001" },
	{ "x", "", "", "''", "\"\"" },
	{ "x", "a", "a", "'a'", "\"a\"" },
	/* quotes */
	{ "x", "it's", "it's", "\"it's\"", "\"it's\"" },
	{ "x", "\"a\"", "\"a\"", "'\"a\"'", "\"\\\"a\\\"\"" },
	{ "x", "'\"", "'\"", "'\\'\"'", "\"'\\\"\"" },
	{ "x", "a\\b", "a\\b", "'a\\\\b'", "\"a\\\\b\"" },
	/* control characters */
	{ "x", "\n\r\t", "\n\r\t", "'\\n\\r\\t'", "\"\\n\\r\\t\"" },
	{ "x", "\x01\x1f\x7f", "\x01\x1f\x7f", "'\\x01\\x1f\\x7f'",
	    "\"\\u0001\\u001f\x7f\"" },
	/* UTF-8 and what is none */
	{ "x", "h\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80",
	    "h\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80",
	    "'h\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80'",
	    "\"h\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\"" },
	{ "x", "a\xff", "a\xff", "'a\\xff'", NULL },
	{ "x", "\xc3", "\xc3", "'\\xc3'", NULL },
	{ "x", "\xed\xa0\x80", "\xed\xa0\x80", "'\\xed\\xa0\\x80'", NULL },
	/* what holds others */
	{ "[]", "", "[]", "[]", "[]" },
	{ "[1, 'a', x, None]", "b", "[1, 'a', 'b', None]",
	    "[1, 'a', 'b', None]", "[1,\"a\",\"b\",null]" },
	{ "()", "", "()", "()", "[]" },
	{ "(1,)", "", "(1,)", "(1,)", "[1]" },
	{ "(1, [2])", "", "(1, [2])", "(1, [2])", "[1,[2]]" },
	{ "{}", "", "{}", "{}", "{}" },
	{ "{'a': 1, x: [x]}", "b", "{'a': 1, 'b': ['b']}",
	    "{'a': 1, 'b': ['b']}", "{\"a\":1,\"b\":[\"b\"]}" },
	{ "search('(a)(b)?', x)", "a", "('a', 'a', None)",
	    "('a', 'a', None)", "[\"a\",\"a\",null]" },
	{ "[x, 1]", "\xff", "['\\xff', 1]", "['\\xff', 1]", NULL },
	{ "{'a': x}", "\xff", "{'a': '\\xff'}", "{'a': '\\xff'}", NULL },
	{ "{x: 1}", "\xff", "{'\\xff': 1}", "{'\\xff': 1}", NULL }
};

static void
expect(const struct row *row, const char *what, struct text *text,
    const char *want)
{
	text_add(text, "", 1);
	expect_outcome(row->text, text->bytes + 1, want);
	ck_assert_msg(*text->bytes == '<', "%s: %s", row->text, what);
	text->len = 0;
	text_add(text, "<", 1);
}

START_TEST(writes)
{
	const struct row *row = &rows[_i];
	struct expression expression;
	struct text text = { 0 };
	struct value value;

	ck_assert(expression_open(&expression, row->text, NULL));
	ck_assert(expression_run(&expression, row->record,
	    strlen(row->record), &value));
	text_add(&text, "<", 1);
	value_text(&value, &text);
	expect(row, "str", &text, row->str);
	value_repr(&value, &text);
	expect(row, "repr", &text, row->repr);
	if (value_json(&value, &text))
		expect(row, "JSON", &text, row->json ? row->json : "none");
	else
		ck_assert_msg(!row->json, "%s: no JSON", row->text);
	text_free(&text);
	expression_close(&expression);
}
END_TEST

START_TEST(a_nul_is_escaped)
{
	const struct value value = value_of_text("a\0b", 3);
	struct text text = { 0 };

	value_repr(&value, &text);
	ck_assert(value_json(&value, &text));
	text_add(&text, "", 1);
	ck_assert_str_eq(text.bytes, "'a\\x00b'\"a\\u0000b\"");
	text_free(&text);
}
END_TEST

static Suite *
value_text_suite(void)
{
	Suite *suite = suite_create("value_text");
	TCase *tcase = tcase_create("rows");

	tcase_add_loop_test(tcase, writes, 0, LENGTH(rows));
	tcase_add_test(tcase, a_nul_is_escaped);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(value_text_suite)
