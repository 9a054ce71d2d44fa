/*
 * csv_text - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "csv_text.h"
#include "suite.h"
#include "support.h"
#include "text.h"
#include <string.h>

enum { LONGEST = 20 };

static const struct row {
	char delimiter;
	const char *bytes;
	size_t len;
	const char *field;
} rows[] = {
	{ ',', LITERAL(""), "" },
	{ ',', LITERAL("a"), "a" },
	{ ',', LITERAL(" a b "), " a b " },
	{ ',', LITERAL("a;b\tc"), "a;b\tc" },
	{ ',', LITERAL(","), "\",\"" },
	{ ',', LITERAL("a,b"), "\"a,b\"" },
	{ ',', LITERAL("\""), "\"\"\"\"" },
	{ ',', LITERAL("\"\""), "\"\"\"\"\"\"" },
	{ ',', LITERAL("say \"hi\", and go"), "\"say \"\"hi\"\", and go\"" },
	{ ',', LITERAL("6\""), "\"6\"\"\"" },
	{ ',', LITERAL("two\nlines"), "\"two\nlines\"" },
	{ ',', LITERAL("a\r"), "\"a\r\"" },
	{ ';', LITERAL("a,b"), "a,b" },
	{ ';', LITERAL("a;b"), "\"a;b\"" },
	{ '\xff', LITERAL("a\xff"), "\"a\xff\"" },
	{ '\x7f', LITERAL("a\xff"), "a\xff" },
	{ '.', LITERAL("1.50"), "\"1.50\"" },
	{ '\'', LITERAL("it's"), "\"it's\"" },
};

START_TEST(adds)
{
	const struct row *row = &rows[_i];
	struct text text = { 0 };

	text_add(&text, "|", 1);
	csv_add(&text, row->bytes, row->len, row->delimiter);
	text_add(&text, "", 1);
	ck_assert_str_eq(text.bytes + 1, row->field);
	text_free(&text);
}
END_TEST

/* A byte that needs quotes is seen wherever it is, and no other is. */
START_TEST(sees_every_byte)
{
	static const char delimiters[] = ",\0;";
	const bool special = strchr("\"\r\n", _i) && _i != 0;
	char bytes[LONGEST];

	for (size_t len = 1; len <= LONGEST; len++) {
		for (size_t at = 0; at < len; at++) {
			char *alone = malloc(len);

			memset(bytes, 'a', sizeof bytes);
			bytes[at] = (char)_i;
			memcpy(alone, bytes, len);
			for (size_t i = 0; i < 3; i++)
				ck_assert_int_eq(csv_needs_quotes(alone, len,
				    delimiters[i]), special ||
				    bytes[at] == delimiters[i]);
			free(alone);
		}
	}
	ck_assert(!csv_needs_quotes("", 0, '\0'));
}
END_TEST

static Suite *
csv_text_suite(void)
{
	Suite *suite = suite_create("csv_text");
	TCase *tc = tcase_create("csv_text");

	tcase_add_loop_test(tc, adds, 0, LENGTH(rows));
	tcase_add_loop_test(tc, sees_every_byte, 0, 256);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(csv_text_suite)
