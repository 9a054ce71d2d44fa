/*
 * members, compile_members - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expressions.h"
#include "suite.h"
#include <stdio.h>
#include <string.h>

/* What each expression is of one record, or of two that follow each other. */
static const struct row {
	const char *text, *key;
	const char *record[2];
	const char *want;
} rows[] = {
	/* a name is a member, of any type */
	{ "a", NULL, { "{\"a\":1.50}" }, "1.50" },
	{ "a", NULL, { "{\"a\":-1e3}" }, "-1000" },
	{ "a", NULL, { "{\"a\":\"x\"}" }, "'x'" },
	{ "a", NULL, { "{\"a\":\"x\\n\\u00e9\"}" }, "'x\\n\xc3\xa9'" },
	{ "a", NULL, { "{\"a\":\"\"}" }, "''" },
	{ "a", NULL, { "{\"a\":true}" }, "True" },
	{ "a", NULL, { "{\"a\":null}" }, "None" },
	{ "a", NULL, { "{\"b\":1}" }, "None" },
	{ "a", NULL, { "{\"a\":[1,\"b\",{}]}" }, "[1, 'b', {}]" },
	{ "a", NULL, { "{\"a\":{\"b\":null}}" }, "{'b': None}" },
	{ "a", NULL, { "{\"a\":1,\"a\":2}" }, "2" },
	{ "a", NULL, { "{\"\\u0061\":1}" }, "1" },
	{ "(a, b, a)", NULL, { "{\"b\":1,\"a\":2}" }, "(2, 1, 2)" },
	/* a string may be a number, as all input */
	{ "a + 1", NULL, { "{\"a\":\"1\"}" }, "2" },
	{ "a == 7", NULL, { "{\"a\":\"007\"}" }, "True" },
	{ "a == '7'", NULL, { "{\"a\":\"007\"}" }, "False" },
	{ "a == 'error'", NULL, { "{\"a\":\"error\"}" }, "True" },
	{ "a == 'error'", NULL, { "{\"a\":null}" }, "False" },
	{ "a == 'error'", NULL, { "{}" }, "False" },
	{ "a is None", NULL, { "{}" }, "True" },
	{ "a + 1", NULL, { "{\"a\":\"x\"}" }, "!a is 'x', not a number; "
	    "--invalid=skip leaves such records out" },
	{ "a + 1", NULL, { "{}" }, "!a is None, not a number" },
	/* the row is a dict */
	{ "row", NULL, { "{\"id\":1}" }, "{'id': 1}" },
	{ "row", NULL, { "{ }" }, "{}" },
	{ "len(row)", NULL, { "{\"a\":1,\"b\":2,\"a\":3}" }, "2" },
	{ "row['a']", NULL, { "{\"a\":[]}" }, "[]" },
	{ "row['a']", NULL, { "{}" }, "None" },
	{ "row['a.b']", NULL, { "{\"a.b\":1,\"a\":{\"b\":2}}" }, "1" },
	{ "row['a.b']", NULL, { "{\"a\":{\"b\":2}}" }, "None" },
	{ "row['']", NULL, { "{\"\":2}" }, "2" },
	{ "row['a']['b']", NULL, { "{\"a.b\":1,\"a\":{\"b\":2}}" }, "2" },
	{ "row['a']['b']", NULL, { "{\"a\":{}}" }, "None" },
	{ "row['a']['b']", NULL, { "{}" }, "None" },
	{ "row['a']['b']", NULL, { "{\"a\":3}" }, "None" },
	{ "a['b']", NULL, { "{\"a\":{\"b\":2}}" }, "2" },
	{ "a['b']['c']", NULL, { "{\"a\":{\"b\":{\"c\":[1]}}}" }, "[1]" },
	{ "row['a'][0]", NULL, { "{\"a\":[1,2]}" }, "1" },
	{ "a[-1]['b']", NULL, { "{\"a\":[1,{\"b\":2}]}" }, "2" },
	{ "a[-1]['c']", NULL, { "{\"a\":[1,{\"b\":2}]}" }, "None" },
	{ "a[0]", NULL, { "{}" }, "None" },
	{ "a[2]", NULL, { "{\"a\":[1,2]}" }, "!a[2]: there is no such item" },
	{ "a[0]", NULL, { "{\"a\":\"xy\"}" }, "'x'" },
	{ "a[1:]", NULL, { "{\"a\":[1,2]}" }, "[2]" },
	{ "row[a]", NULL, { "{\"a\":\"b\",\"b\":2}" }, "2" },
	{ "row[a]", NULL, { "{\"a\":\"c\",\"b\":2}" }, "None" },
	{ "row[a]", NULL, { "{\"a\":0}" },
	    "!row[a]: members have names: ['name']" },
	{ "row[a + 1]", NULL, { "{\"a\":\"b\"}" }, "!a is 'b', not a number; "
	    "--invalid=skip leaves such records out" },
	{ "row[1:]", NULL, { "{\"a\":0}" }, "!row[1:]: a dict has no slices" },
	{ "'a' in row", NULL, { "{\"a\":null}" }, "True" },
	{ "'a' in row", NULL, { "{\"b\":null}" }, "False" },
	{ "'a' not in row", NULL, { "{\"a\":null}" }, "False" },
	{ "'a' not in row", NULL, { "{\"b\":null}" }, "True" },
	{ "a in row", NULL, { "{\"a\":\"b\",\"b\":2}" }, "True" },
	{ "'a' in b", NULL, { "{\"b\":[\"a\"]}" }, "True" },
	{ "{**row, 'b': 2}", NULL, { "{\"a\":1,\"b\":1}" },
	    "{'a': 1, 'b': 2}" },
	{ "{'c': 0, **a}", NULL, { "{\"a\":{\"b\":1}}" },
	    "{'c': 0, 'b': 1}" },
	{ "{**a}", NULL, { "{}" }, "!**a: None is no dict" },
	/* names that are no members hide them */
	{ "x", NULL, { "{\"x\":1}" }, "'{\"x\":1}'" },
	{ "row['x']", NULL, { "{\"x\":1}" }, "1" },
	{ "i", NULL, { "{\"i\":7}" }, "0" },
	{ "len(len)", NULL, { "{\"len\":\"abc\"}" }, "3" },
	{ "row['row']['i']", NULL, { "{\"row\":{\"i\":5}}" }, "5" },
	/* -k */
	{ "x", "a", { "{\"a\":1}" }, "1" },
	{ "x + 1", "a.b", { "{\"a\":{\"b\":\"1\"}}" }, "2" },
	{ "x", "a.b", { "{\"a\":{\"b\":1},\"a.b\":2}" }, "2" },
	{ "x", "a.b", { "{}" }, "None" },
	{ "x['c']", "a", { "{\"a\":{\"c\":3}}" }, "3" },
	{ "x['c']", "a", { "{\"a\":{}}" }, "None" },
	{ "(x, row['x'])", "a", { "{\"a\":1,\"x\":2}" }, "(1, 2)" },
	/* the row before */
	{ "prev", NULL, { "{}" }, "None" },
	{ "prev", NULL, { "{\"a\":[1]}", "{\"a\":2}" }, "{'a': [1]}" },
	{ "prev['a']", NULL, { "{}" },
	    "!prev['a']: there is no row before the first; ask 'prev and "
	    "...'" },
	{ "prev and prev['a']", NULL, { "{}" }, "None" },
	{ "prev and prev['a']", NULL, { "{\"a\":\"x\\n\"}", "{\"a\":2}" },
	    "'x\\n'" },
	{ "prev and prev['b']", NULL, { "{\"a\":1}", "{\"b\":2}" }, "None" },
	{ "a - prev['a'] if prev else a", NULL, { "{\"a\":1}",
	    "{\"a\":1.5}" }, "0.5" },
	{ "prev and prev['a']['b']", NULL, { "{\"a\":{\"b\":4}}",
	    "{\"b\":2}" }, "4" },
	{ "prev and 'a' in prev", NULL, { "{\"a\":1}", "{}" }, "True" },
	{ "{**prev, **row} if prev else 0", NULL, { "{\"a\":1}",
	    "{\"b\":2}" }, "{'a': 1, 'b': 2}" },
	/* what can't be a value is a fault where it is asked for */
	{ "a", NULL, { "{\"a\":\"\\ud800\"}" },
	    "!a: a string has a surrogate without its other half, which is "
	    "no character" },
	{ "row['b']", NULL, { "{\"a\":\"\\ud800\",\"b\":1}" }, "1" },
	{ "a", NULL, { "{\"a\":1e1234567}" },
	    "!a: a number has an exponent of more than 6 digits" },
	/* mistakes */
	{ "row[0]", NULL, { "" }, "?4 1 the members of an object have names "
	    "and no numbers: row['name']" },
	{ "prev[-1]", NULL, { "" }, "?5 2 the members of an object have names "
	    "and no numbers: row['name']" },
	{ "a == true", NULL, { "" }, "?5 4 there is no name true; did you "
	    "mean True?" },
	{ "row.get('a')", NULL, { "" }, "?0 12 there is no function get; "
	    "write row['name'], or 'name' in row" },
	{ "has('a')", NULL, { "" }, "?0 8 there is no function has; write "
	    "'name' in row" },
	{ ".a == 1", NULL, { "" }, "?0 1 a value is missing before '.'; a "
	    "column is name or row['name']" },
	{ "null", NULL, { "" }, "?0 4 there is no name null; did you mean "
	    "None?" },
	{ "row['true']", NULL, { "{\"true\":1}" }, "1" },
	{ "acc", NULL, { "" }, "?0 3 acc is there in accumulate and reduce" },
	{ "environ", NULL, { "" }, "?0 7 a variable of the environment is "
	    "environ['NAME']" },
	{ "environ['NO_SUCH_VARIABLE']", NULL, { "{}" },
	    "!environ['NO_SUCH_VARIABLE']: there is no such variable in the "
	    "environment" },
};

START_TEST(computes)
{
	const struct row *row = &rows[_i];
	struct expression expression;
	const char *outcome = NULL;
	char said[256];
	int i;

	if (expression_open_members(&expression, row->text, row->key)) {
		for (i = 0; i < 2 && row->record[i]; i++)
			outcome = expression_outcome(&expression,
			    row->record[i]);
		expect_outcome(row->text, outcome, row->want);
	} else {
		snprintf(said, sizeof said, "?%zu %zu %s",
		    expression.mistake.at, expression.mistake.len,
		    expression.mistake.reason);
		expect_outcome(row->text, said, row->want);
	}
	expression_close(&expression);
}
END_TEST

static Suite *
members_suite(void)
{
	Suite *suite = suite_create("members");
	TCase *tc = tcase_create("members");

	tcase_add_loop_test(tc, computes, 0, LENGTH(rows));
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(members_suite)
