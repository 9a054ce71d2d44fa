/*
 * function_patterns - unit tests. Matches are what the module re finds.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expressions.h"
#include "suite.h"
#include <string.h>

static const struct expression_row rows[] = {
	{ "search('b', x), search('c', x)", "abb", "(('b',), None)" },
	{ "search('(a)(b)?(c)', x)", "xac", "('ac', 'a', None, 'c')" },
	{ "search('', x), search('^$', x), search('a', x)", "",
	    "(('',), ('',), None)" },
	{ "match('b', x), match('a', x), match('', x)", "ab",
	    "(None, ('a',), ('',))" },
	{ "match('a|ab', x)[0], match('(?:x|)', x)[0]", "ab", "('a', '')" },
	{ "search('(\\\\d+)', x)[1] + 1", "a41", "42" },
	{ "search(r'\\d', x)[0]", "a1", "'1'" },
	{ "search(row[0], row[1])", "b. abc", "('bc',)" },
	{ "search(x + '', 'abc')", "b", "('b',)" },
	{ "search('\xc3\xa9', x)[0]", "a\xc3\xa9", "'\xc3\xa9'" },
	/* findall */
	{ "findall('a', x), findall('c', x)", "aba", "(['a', 'a'], [])" },
	{ "findall('(a)b', x), findall('(a)(b)', x)", "abab",
	    "(['a', 'a'], [('a', 'b'), ('a', 'b')])" },
	{ "findall('(a)|b', x)", "ab", "['a', '']" },
	{ "findall('(a)|(b)', x)", "ab", "[('a', ''), ('', 'b')]" },
	{ "findall('', x)", "ab", "['', '', '']" },
	{ "findall('', x), findall('a', x), findall('a*', x)", "",
	    "([''], [], [''])" },
	{ "findall('a*', x)", "baac", "['', 'aa', '', '']" },
	{ "findall('a|', x)", "ab", "['a', '', '']" },
	{ "findall('a{0,1}?', x)", "aa", "['', 'a', '', 'a', '']" },
	{ "findall('^', x), findall('$', x)", "ab", "([''], [''])" },
	{ "findall('(?=(a))', x)", "aa", "['a', 'a']" },
	{ "findall(r'\\b', x)", "a b", "['', '', '', '']" },
	{ "findall('(?<=a)b', x)", "abb", "['b']" },
	{ "sum(findall(r'\\d+', x))", "a1b22", "23" },
	/* sub */
	{ "sub('a', 'b', x), sub('c', 'b', x), sub('a', '', x)", "aca",
	    "('bcb', 'aba', 'c')" },
	{ "sub('a', 'b', x, 1), sub('a', 'b', x, 0)", "aaa",
	    "('baa', 'bbb')" },
	{ "sub('', '-', x), sub('x*', '-', x)", "ab", "('-a-b-', '-a-b-')" },
	{ "sub('x*', '-', x)", "axb", "'-a--b-'" },
	{ "sub('', '-', x), sub('a', '-', x), sub('^', '', x)", "",
	    "('-', '', '')" },
	{ "sub('^', '-', x), sub('$', '-', x)", "ab", "('-ab', 'ab-')" },
	{ "sub('(a)(b)', r'\\2\\1', x)", "abab", "'baba'" },
	{ "sub('(?<n>a)', r'<\\g<n>\\g<1>\\g<0>>', x)", "ab", "'<aaa>b'" },
	{ "sub('(a)|b', r'[\\1]', x)", "ab", "'[a][]'" },
	{ "sub('a', r'\\n\\t\\r\\\\', x)", "a", "'\\n\\t\\r\\\\'" },
	{ "sub('a', r'\\q', x), sub('a', '\\\\', x)", "a",
	    "('\\\\q', '\\\\')" },
	{ "sub('(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)', r'\\11\\1', x)",
	    "abcdefghijk", "'ka'" },
	{ "sub('a', x, 'aa')", "b", "'bb'" },
	{ "f'c{sub(\"a\", \"b\", x)}'", "a", "'cb'" },
	/* faults */
	{ "search(1, x)", "", "?7 1 1: a number, where a pattern is needed" },
	{ "search('(', x)", "", "?7 3 '(': missing closing parenthesis at 2" },
	{ "search('a\\0', x)", "", "?7 5 'a\\0': a pattern has no NUL" },
	{ "search([x], x)", "", "![x]: a list, where a pattern is needed" },
	{ "search(x, 'a')", "a(", "!x: missing closing parenthesis at 3" },
	{ "search('a', 1)", "", "!1: a number, where text is needed; str() "
	    "makes it text" },
	{ "findall('a', None)", "", "!None: None, where text is needed; str() "
	    "makes it text" },
	{ "sub('a', 1, x)", "", "!1: a number, where text is needed; str() "
	    "makes it text" },
	{ "sub('a', 'b', 1)", "", "!1: a number, where text is needed; str() "
	    "makes it text" },
	{ "sub('a', 'b', x, 'c')", "", "!'c' is 'c', not a number; "
	    "--invalid=skip leaves such records out" },
	{ "sub('a', r'\\1', x)", "a", "!r'\\1': the pattern has no such "
	    "group" },
	{ "sub('a', r'\\g<b>', x)", "a", "!r'\\g<b>': the pattern has no such "
	    "group" },
	{ "sub('a', r'\\g<>', x)", "a", "!r'\\g<>': the pattern has no such "
	    "group" },
	{ "sub('a', r'\\g<1x>', x)", "a", "!r'\\g<1x>': the pattern has no "
	    "such group" },
	{ "sub('a', r'\\g<99999999999999999999>', x)", "a",
	    "!r'\\g<99999999999999999999>': the pattern has no such group" },
	{ "sub('a', r'x\\g<1', x)", "a", "!r'x\\g<1': a reference is "
	    "\\g<NAME> or \\1" },
	{ "sub('a', r'\\g', x)", "a", "!r'\\g': a reference is \\g<NAME> or "
	    "\\1" },
	{ "f'b{sub(\"a\", r\"x\\1\", x)}'", "a", "!r\"x\\1\": the pattern has "
	    "no such group" },
	{ "search('^(a+)+$', x)", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab",
	    "!search('^(a+)+$', x): takes too many steps on this record" },
	{ "findall('^(a+)+$', x)", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab",
	    "!findall('^(a+)+$', x): takes too many steps on this record" },
	{ "f'b{sub(\"^(a+)+$\", \"\", x)}'",
	    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab",
	    "!sub(\"^(a+)+$\", \"\", x): takes too many steps on this "
	    "record" }
};

START_TEST(gives)
{
	expect_row(&rows[_i]);
}
END_TEST

/* -------- patterns that records bring -------- */

static const struct expression_row changing[] = {
	{ "search", "a ba", "('a',)" },
	{ "the same", "a xa", "('a',)" },
	{ "more groups", "(b)(.) abc", "('bc', 'b', 'c')" },
	{ "none", " abc", "None" },
	{ "fewer groups", "b abc", "('b',)" },
	{ "wrong", "( abc", "!row[0]: missing closing parenthesis at 2" },
	{ "as before it", "b abc", "('b',)" }
};

START_TEST(a_pattern_may_change)
{
	struct expression expression;

	ck_assert(expression_open(&expression, "search(row[0], row[1])",
	    NULL));
	for (int i = 0; i < LENGTH(changing); i++)
		expect_outcome(changing[i].text, expression_outcome(
		    &expression, changing[i].record), changing[i].want);
	expression_close(&expression);
}
END_TEST

START_TEST(a_wrong_one_may_be_followed)
{
	struct expression expression;

	ck_assert(expression_open(&expression, "sub('(a)', x, 'ab')", NULL));
	expect_outcome("wrong", expression_outcome(&expression, "\\2"),
	    "!x: the pattern has no such group");
	expect_outcome("right", expression_outcome(&expression, "\\1\\1"),
	    "'aab'");
	expression_close(&expression);
}
END_TEST

static Suite *
function_patterns_suite(void)
{
	Suite *suite = suite_create("function_patterns");
	TCase *tcase = tcase_create("rows");

	tcase_add_loop_test(tcase, gives, 0, LENGTH(rows));
	tcase_add_test(tcase, a_pattern_may_change);
	tcase_add_test(tcase, a_wrong_one_may_be_followed);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(function_patterns_suite)
