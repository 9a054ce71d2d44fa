/*
 * separator - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "separator.h"
#include "suite.h"
#include "support.h"
#include <string.h>

static const struct escape {
	const char *text, *decoded;
	size_t len;
	const char *reason;
} escapes[] = {
	{ "", LITERAL(""), NULL },
	{ ",", LITERAL(","), NULL },
	{ " | ", LITERAL(" | "), NULL },
	{ "\\t", LITERAL("\t"), NULL },
	{ "\\n", LITERAL("\n"), NULL },
	{ "\\0", LITERAL("\0"), NULL },
	{ "\\012", LITERAL("\0" "12"), NULL },
	{ "\\\\", LITERAL("\\"), NULL },
	{ "\\\\t", LITERAL("\\t"), NULL },
	{ "\\x1f", LITERAL("\x1f"), NULL },
	{ "\\xE2\\x82\\xaC", LITERAL("\xe2\x82\xac"), NULL },
	{ "\\x000", LITERAL("\0" "0"), NULL },
	{ "a\\tb\\x41", LITERAL("a\tbA"), NULL },
	{ "\xe2\x82\xac", LITERAL("\xe2\x82\xac"), NULL },
	{ "\\", NULL, 0,
	  "'\\' is no escape; there are \\t \\n \\0 \\\\ \\xHH" },
	{ "a\\r", NULL, 0,
	  "'\\r' is no escape; there are \\t \\n \\0 \\\\ \\xHH" },
	{ "\\x1", NULL, 0,
	  "'\\x1' is no escape; there are \\t \\n \\0 \\\\ \\xHH" },
	{ "\\xg0 and more", NULL, 0,
	  "'\\xg0' is no escape; there are \\t \\n \\0 \\\\ \\xHH" },
	{ "\\x0:", NULL, 0,
	  "'\\x0:' is no escape; there are \\t \\n \\0 \\\\ \\xHH" },
	{ "\\x", NULL, 0,
	  "'\\x' is no escape; there are \\t \\n \\0 \\\\ \\xHH" },
	{ "\\T", NULL, 0,
	  "'\\T' is no escape; there are \\t \\n \\0 \\\\ \\xHH" },
};

START_TEST(decodes)
{
	const struct escape *row = &escapes[_i];
	const char *reason = NULL;
	size_t len = 99;
	char *decoded = separator_decode(row->text, &len, &reason);

	if (row->reason) {
		ck_assert_msg(!decoded, "'%s' is taken", row->text);
		ck_assert_str_eq(reason, row->reason);
		return;
	}
	ck_assert_msg(decoded && len == row->len &&
	    memcmp(decoded, row->decoded, len + 1) == 0, "'%s'", row->text);
	free(decoded);
}
END_TEST

static Suite *
separator_suite(void)
{
	Suite *suite = suite_create("separator");
	TCase *tcase = tcase_create("escapes");

	tcase_add_loop_test(tcase, decodes, 0, LENGTH(escapes));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(separator_suite)
