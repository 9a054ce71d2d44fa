/*
 * function_parts - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expressions.h"
#include "suite.h"

static const struct expression_row rows[] = {
	{ "x.split(), split(x)", " a  b\tc ", "(['a', 'b', 'c'], "
	    "['a', 'b', 'c'])" },
	{ "x.split(), x.split(None)", "", "([], [])" },
	{ "x.split()", " \t ", "[]" },
	{ "x.split(None, 1), x.split(None, 0), x.split(None, -1)", " a  b c ",
	    "(['a', 'b c '], ['a  b c '], ['a', 'b', 'c'])" },
	{ "x.split(None, 3)", "a b c ", "['a', 'b', 'c']" },
	{ "x.split(','), x.split(',', 1), x.split(',', 0)", "a,,b",
	    "(['a', '', 'b'], ['a', ',b'], ['a,,b'])" },
	{ "x.split(','), x.split('ab')", "", "([''], [''])" },
	{ "x.split('ab', 2)", "1ab2ab3ab4", "['1', '2', '3ab4']" },
	{ "x.split(',')", ",", "['', '']" },
	{ "x.split(x)", "ab", "['', '']" },
	{ "x.split()[1] + 1", "1 2", "3" },
	{ "len(x.split(','))", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t",
	    "20" },
	{ "','.join(row), ''.join(row), join('-', ('a',))", "a b c",
	    "('a,b,c', 'abc', 'a')" },
	{ "','.join([]), ','.join(x.split()), x.join(['a', 'b'])", "",
	    "('', '', 'ab')" },
	{ "','.join(['', ''])", "", "','" },
	{ "x.replace('a', 'bc'), x.replace('a', ''), x.replace('c', 'd')",
	    "aba", "('bcbbc', 'b', 'aba')" },
	{ "x.replace('a', 'b', 1), x.replace('a', 'b', 0)", "aaa",
	    "('baa', 'aaa')" },
	{ "x.replace('a', 'b', -1), x.replace('', '-', 2)", "aaa",
	    "('bbb', '-a-aa')" },
	{ "x.replace('', '-')", "a\xc3\xa9", "'-a-\xc3\xa9-'" },
	{ "x.replace('', '-'), x.replace('a', 'b'), x.replace('', '')", "",
	    "('-', '', '')" },
	{ "x.replace('aa', 'b')", "aaa", "'ba'" },
	{ "f'c{x.replace(\"a\", \"b\")}'", "a", "'cb'" },
	{ "''.replace('', ''), ''.split(), ''.split('a')", "",
	    "('', [], [''])" },
	/* faults */
	{ "1 .split()", "", "!1: a number, where text is needed; str() makes "
	    "it text" },
	{ "x.split(1)", "", "!1: a number, where text is needed; str() makes "
	    "it text" },
	{ "x.split(',', 'a')", "", "!'a' is 'a', not a number; "
	    "--invalid=skip leaves such records out" },
	{ "x.split('')", "a", "!x.split(''): a separator has at least one "
	    "byte" },
	{ "1 .join([])", "", "!1: a number, where text is needed; str() makes "
	    "it text" },
	{ "','.join('abc')", "", "!'abc': text, where a list is needed" },
	{ "','.join(['a', 1])", "", "!['a', 1]: item 1 is a number; str() "
	    "makes it text" },
	{ "f'a{\",\".join([x, None])}'", "", "![x, None]: item 1 is None; "
	    "str() makes it text" },
	{ "None.replace('a', 'b')", "", "!None: None, where text is needed; "
	    "str() makes it text" },
	{ "x.replace('a', 1)", "", "!1: a number, where text is needed; str() "
	    "makes it text" },
	{ "x.replace('a', 'b', None)", "", "!None is None, not a number" },
	{ "x.replace('', 'a' * 2 ** 24)[:0]", "", "''" }
};

START_TEST(gives)
{
	expect_row(&rows[_i]);
}
END_TEST

static Suite *
function_parts_suite(void)
{
	Suite *suite = suite_create("function_parts");
	TCase *tcase = tcase_create("rows");

	tcase_add_loop_test(tcase, gives, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(function_parts_suite)
