/*
 * function_texts - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expressions.h"
#include "suite.h"

static const struct expression_row rows[] = {
	{ "x.upper(), x.lower(), upper(x)", "aB\xc3\xa9",
	    "('AB\xc3\xa9', 'ab\xc3\xa9', 'AB\xc3\xa9')" },
	{ "x.upper(), x.lower()", "", "('', '')" },
	{ "x.strip(), x.lstrip(), x.rstrip()", " \t a b \r",
	    "('a b', 'a b \\r', ' \\t a b')" },
	{ "x.strip(), x.lstrip(), x.rstrip()", "", "('', '', '')" },
	{ "x.strip(), x.lstrip(), x.rstrip()", "  ", "('', '', '')" },
	{ "x.strip('ab'), x.lstrip('ab'), x.rstrip('ab')", "abcba",
	    "('c', 'cba', 'abc')" },
	{ "x.strip(None), x.strip('')", " a ", "('a', ' a ')" },
	{ "x.strip('\xc3\xa9')", "\xc3\xa9\xc3\xa8\xc3\xa9\xc3\xa9",
	    "'\xc3\xa8'" },
	{ "x.strip('\xc3\xa9')", "\xa9""a", "'\\xa9a'" },
	{ "x.strip() + 1", " 1", "2" },
	{ "x.startswith('a'), x.startswith('ab'), x.startswith('abcd')",
	    "abc", "(True, True, False)" },
	{ "x.startswith(''), x.startswith(('b', 'a')), x.startswith(())",
	    "abc", "(True, True, False)" },
	{ "x.endswith('c'), x.endswith('b'), x.endswith(('b', 'bc'))", "abc",
	    "(True, False, True)" },
	{ "x.endswith(''), x.endswith('a')", "", "(True, False)" },
	{ "x.removeprefix('a'), x.removeprefix('b'), x.removeprefix('')",
	    "ab", "('b', 'ab', 'ab')" },
	{ "x.removesuffix('b'), x.removesuffix('a'), x.removesuffix('')",
	    "ab", "('a', 'ab', 'ab')" },
	{ "x.removeprefix('a'), x.removesuffix('')", "", "('', '')" },
	{ "x.removeprefix('$') + 1", "$2", "3" },
	{ "x.find('b'), x.find('c'), x.find('')", "\xc3\xa9""b",
	    "(1, -1, 0)" },
	{ "x.find('a'), x.find('')", "", "(-1, 0)" },
	{ "x.count('a'), x.count('aa'), x.count('')", "aaa", "(3, 1, 4)" },
	{ "x.count(''), x.count('\xc3\xa9')", "\xc3\xa9\xc3\xa9", "(3, 2)" },
	{ "x.count('a'), x.count('')", "", "(0, 1)" },
	{ "x.isdigit(), '1a'.isdigit(), ''.isdigit(), '\xc2\xb2'.isdigit()",
	    "012", "(True, False, False, False)" },
	{ "x.zfill(5), x.zfill(1), x.zfill(-3)", "-42",
	    "('-0042', '-42', '-42')" },
	{ "'+1'.zfill(4), 'ab'.zfill(4), '\xc3\xa9'.zfill(3)", "",
	    "('+001', '00ab', '00\xc3\xa9')" },
	{ "x.zfill(0), x.zfill(2)", "", "('', '00')" },
	{ "''.strip(), ''.removeprefix(''), ''.count(''), ''.find('')", "",
	    "('', '', 1, 0)" },
	{ "''.zfill(1), ''.upper(), ''.endswith('')", "", "('0', '', True)" },
	/* faults */
	{ "1 .upper()", "", "!1: a number, where text is needed; str() makes "
	    "it text" },
	{ "lower(None)", "", "!None: None, where text is needed; str() makes "
	    "it text" },
	{ "[].strip()", "", "![]: a list, where text is needed; str() makes it "
	    "text" },
	{ "x.strip(1)", "", "!1: a number, where text is needed; str() makes "
	    "it text" },
	{ "().startswith('a')", "", "!(): a tuple, where text is needed; "
	    "str() makes it text" },
	{ "x.startswith(['a'])", "", "!['a']: a list, where text is needed" },
	{ "x.endswith(('a', 1))", "", "!('a', 1): a number, where text is "
	    "needed" },
	{ "x.removeprefix(1)", "", "!1: a number, where text is needed; str() "
	    "makes it text" },
	{ "x.removesuffix(1)", "", "!1: a number, where text is needed; str() "
	    "makes it text" },
	{ "x.find(1)", "", "!1: a number, where text is needed; str() makes "
	    "it text" },
	{ "None.count('a')", "", "!None: None, where text is needed; str() "
	    "makes it text" },
	{ "x.count(1)", "", "!1: a number, where text is needed; str() makes "
	    "it text" },
	{ "{}.isdigit()", "", "!{}: a dict, where text is needed; str() makes "
	    "it text" },
	{ "1 .zfill(2)", "", "!1: a number, where text is needed; str() makes "
	    "it text" },
	{ "x.zfill('a')", "", "!'a' is 'a', not a number; --invalid=skip "
	    "leaves such records out" },
	{ "x.zfill(2 ** 40)", "", "!x.zfill(2 ** 40): too large" }
};

START_TEST(gives)
{
	expect_row(&rows[_i]);
}
END_TEST

static Suite *
function_texts_suite(void)
{
	Suite *suite = suite_create("function_texts");
	TCase *tcase = tcase_create("rows");

	tcase_add_loop_test(tcase, gives, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(function_texts_suite)
