/*
 * escape - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "escape.h"
#include "suite.h"
#include "support.h"
#include <string.h>

/* Bytes, what is shown of the first character, and how many bytes it has. */
static const struct row {
	const char *bytes;
	size_t len;
	const char *shown;
	size_t used;
} rows[] = {
	{ LITERAL("ab"), "a", 1 },
	{ LITERAL("\\n"), "\\", 1 },
	{ LITERAL("\n"), "\\n", 1 },
	{ LITERAL("\r"), "\\r", 1 },
	{ LITERAL("\t"), "\\t", 1 },
	{ LITERAL("\0"), "\\x00", 1 },
	{ LITERAL("\x1f"), "\\x1f", 1 },
	{ LITERAL(" "), " ", 1 },
	{ LITERAL("~"), "~", 1 },
	{ LITERAL("\x7f"), "\\x7f", 1 },
	{ LITERAL("\xc2\x9f"), "\\xc2", 1 },
	{ LITERAL("\xc2\xa0"), "\xc2\xa0", 2 },
	{ LITERAL("\xc3\xa4x"), "\xc3\xa4", 2 },
	{ LITERAL("\xe2\x82\xac"), "\xe2\x82\xac", 3 },
	{ LITERAL("\xf0\x9f\x98\x80"), "\xf0\x9f\x98\x80", 4 },
	/* cut off, not begun, overlong, surrogates, past the last */
	{ LITERAL("\xc3"), "\\xc3", 1 },
	{ LITERAL("\xe2\x82"), "\\xe2", 1 },
	{ LITERAL("\xf0\x9f\x98"), "\\xf0", 1 },
	{ LITERAL("\xc3x"), "\\xc3", 1 },
	{ LITERAL("\xa4"), "\\xa4", 1 },
	{ LITERAL("\xc1\xbf"), "\\xc1", 1 },
	{ LITERAL("\xe0\x9f\xbf"), "\\xe0", 1 },
	{ LITERAL("\xf0\x8f\xbf\xbf"), "\\xf0", 1 },
	{ LITERAL("\xed\xa0\x80"), "\\xed", 1 },
	{ LITERAL("\xf4\x90\x80\x80"), "\\xf4", 1 },
	{ LITERAL("\xff"), "\\xff", 1 }
};

START_TEST(shows_a_character)
{
	const struct row *row = &rows[_i];
	char shown[ESCAPE_MAX];
	size_t n = 42;
	/* A place of its own, so that reading past it is seen. */
	char *bytes = malloc(row->len);

	must(bytes != NULL, "malloc");
	memcpy(bytes, row->bytes, row->len);
	ck_assert_msg(escape(bytes, row->len, shown, &n) == row->used &&
	    n == strlen(row->shown) && memcmp(shown, row->shown, n) == 0,
	    "%s", row->shown);
	free(bytes);
}
END_TEST

static Suite *
escape_suite(void)
{
	Suite *suite = suite_create("escape");
	TCase *tcase = tcase_create("characters");

	tcase_add_loop_test(tcase, shows_a_character, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(escape_suite)
