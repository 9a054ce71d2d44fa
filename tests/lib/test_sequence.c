/*
 * sequence - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expressions.h"
#include "suite.h"

static const struct expression_row rows[] = {
	{ "[], [1], [1, [2, 'a']]", "", "([], [1], [1, [2, 'a']])" },
	{ "(), (1,), (1, 2)", "", "((), (1,), (1, 2))" },
	{ "{}, {'a': 1}, {'a': 1, 'b': x}", "c",
	    "({}, {'a': 1}, {'a': 1, 'b': 'c'})" },
	{ "{'a': 1, 'b': 2, 'a': 3}", "", "{'a': 3, 'b': 2}" },
	{ "{**{'a': 1, 'b': 2}, 'a': 3, **{'c': 4, 'b': 5}}", "",
	    "{'a': 3, 'b': 5, 'c': 4}" },
	{ "{**{}}", "", "{}" },
	{ "{x: 1}, {x + 'a': 2}", "", "({'': 1}, {'a': 2})" },
	{ "{x: 1, '': 2}", "", "{'': 2}" },
	/* index */
	{ "[1, 2, 3][0], [1, 2, 3][-1], (4, 5)[1]", "", "(1, 3, 5)" },
	{ "'abc'[1], 'abc'[-3], 'abc'[2.0], 'abc'[True]", "",
	    "('b', 'a', 'c', 'b')" },
	{ "x[0], x[1], x[-1], x[2]", "h\xc3\xa9\xe2\x82\xac",
	    "('h', '\xc3\xa9', '\xe2\x82\xac', '\xe2\x82\xac')" },
	{ "x[1]", "a\xff\xfe", "'\\xff'" },
	{ "x[0] + 1", "123", "2" },
	{ "row[1:][0] + 1", "1 2", "3" },
	{ "{'a': 1}['a'], {'a': 1}[x]", "a", "(1, 1)" },
	{ "search('(b)(?<n>c)?', x)[0]", "abc", "'bc'" },
	{ "search('(b)(?<n>c)?', x)['n']", "abc", "'c'" },
	{ "search('(b)(?<n>c)?', x)['n']", "ab", "None" },
	{ "search('(b)(?<n>c)?', x)[-1]", "abc", "'c'" },
	/* slices */
	{ "'abcd'[1:], 'abcd'[:1], 'abcd'[1:3], 'abcd'[:], 'abcd'[::]", "",
	    "('bcd', 'a', 'bc', 'abcd', 'abcd')" },
	{ "'abcd'[::2], 'abcd'[::-1], 'abcd'[-2:], 'abcd'[:-2]", "",
	    "('ac', 'dcba', 'cd', 'ab')" },
	{ "'abcd'[9:], 'abcd'[:9], 'abcd'[3:1], 'abcd'[-9:2]", "",
	    "('', 'abcd', '', 'ab')" },
	{ "'abcd'[None:2], 'abcd'[1:None:None]", "", "('ab', 'bcd')" },
	{ "x[1:], x[::-1], x[:0], x[5:1:-1]", "", "('', '', '', '')" },
	{ "x[1:], x[::-1], x[:2]", "a\xc3\xa9\xe2\x82\xac",
	    "('\xc3\xa9\xe2\x82\xac', '\xe2\x82\xac\xc3\xa9""a', "
	    "'a\xc3\xa9')" },
	{ "x[1:] + 1", "123", "24" },
	{ "x[::2] + 1", "123", "14" },
	{ "[1, 2, 3][1:], (1, 2, 3)[::-2], [][1:], [1][5:1:-1]", "",
	    "([2, 3], (3, 1), [], [])" },
	{ "x.split()[::-1], x.split()[:]", "", "([], [])" },
	{ "row[1:3]", "a b c d", "['b', 'c']" },
	/* past the machine's numbers */
	{ "'abcd'[:10 ** 30], 'abcd'[10 ** 30:], 'abcd'[-10 ** 30:2]", "",
	    "('abcd', '', 'ab')" },
	{ "'abcd'[1::10 ** 30], 'abcd'[::-10 ** 30]", "", "('b', 'd')" },
	{ "'abcd'[:-2 ** 63:-2 ** 63], 'abcd'[-2 ** 63::2 ** 63 - 1]", "",
	    "('d', 'a')" },
	{ "[1, 2, 3][::-10 ** 30], [1, 2, 3][:2 ** 63]", "",
	    "([3], [1, 2, 3])" },
	{ "row[10 ** 30], row[-10 ** 30], row[2 ** 63:]", "a b",
	    "('', '', [])" },
	{ "row[-2 ** 63], row[2 ** 63 - 1]", "a b", "('', '')" },
	/* faults */
	{ "{1: 2}", "", "!1: the name of a value in a dict is text" },
	{ "{1 / 0: 2}", "", "!1 / 0: division by zero" },
	{ "{'a': 1 / 0}", "", "!1 / 0: division by zero" },
	{ "{**[]}", "", "!**[]: a list is no dict" },
	{ "{**search('a', x)}", "a", "!**search('a', x): a match is no dict" },
	{ "{**row}", "", "?1 5 the fields have no names here" },
	{ "{**y}", "", "?3 1 there is no name y; text stands in quotes" },
	{ "[1, 1 / 0]", "", "!1 / 0: division by zero" },
	{ "[1][1]", "", "![1][1]: there is no such item" },
	{ "[1][-2]", "", "![1][-2]: there is no such item" },
	{ "x[0]", "", "!x[0]: there is no such item" },
	{ "x[10 ** 30]", "", "!x[10 ** 30]: there is no such item" },
	{ "x[-10 ** 30]", "", "!x[-10 ** 30]: there is no such item" },
	{ "x[10 ** 30 + 0.5]", "", "!10 ** 30 + 0.5: not an integer" },
	{ "'a'['b']", "", "!'b' is 'b', not a number; --invalid=skip leaves "
	    "such records out" },
	{ "'a'[0.5]", "", "!0.5: not an integer" },
	{ "1[0]", "", "!1: a number has neither length nor items" },
	{ "None[0]", "", "!None: None has neither length nor items" },
	{ "True[0]", "", "!True: a truth value has neither length nor items" },
	{ "{'a': 1}['b']", "", "!{'a': 1}['b']: there is no such name" },
	{ "{'a': 1}[0]", "", "!{'a': 1}[0]: there is no such name" },
	{ "search('a', x)['b']", "a", "!search('a', x)['b']: there is no such "
	    "name" },
	{ "search('a', x)[1]", "a", "!search('a', x)[1]: there is no such "
	    "item" },
	{ "(1 / 0)[0]", "", "!1 / 0: division by zero" },
	{ "x[1 / 0]", "", "!1 / 0: division by zero" },
	{ "(1 / 0)[:]", "", "!1 / 0: division by zero" },
	{ "x[1 / 0:]", "", "!1 / 0: division by zero" },
	{ "x[:'a']", "", "!'a' is 'a', not a number; --invalid=skip leaves "
	    "such records out" },
	{ "x[::0]", "", "!x[::0]: the step is 0" },
	{ "x[::1 / 0]", "", "!1 / 0: division by zero" },
	{ "1[:]", "", "!1: a number has neither length nor items" },
	{ "{}[:]", "", "!{}[:]: a dict has no slices" },
	{ "search('a', x)[:]", "a", "!search('a', x)[:]: a match has no "
	    "slices" }
};

START_TEST(gives)
{
	expect_row(&rows[_i]);
}
END_TEST

static Suite *
sequence_suite(void)
{
	Suite *suite = suite_create("sequence");
	TCase *tcase = tcase_create("rows");

	tcase_add_loop_test(tcase, gives, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(sequence_suite)
