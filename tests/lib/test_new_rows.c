/*
 * new_rows - unit tests
 *
 * Each row is a small map, in a child.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "generator.h"
#include "input.h"
#include "new_rows.h"
#include "rows.h"
#include "suite.h"
#include "support.h"
#include <string.h>

#define USAGE "Try 't --help'.\n"
#define NO_UTF8 "JSON is UTF-8, and "
#define SIXTY_THREE "0123456789012345678901234567890123456789012345678901" \
	"23456789012"
#define SIXTY_FOUR SIXTY_THREE "3"

static const struct row {
	const char *name;
	const char *args[ROWS_ARGS];
	const char *expression;
	const char *in, *out;
	int status;
	const char *err;
	const char *invalid; /* the word of --invalid; NULL: none */
} rows[] = {
	{ "no rows", { NULL }, "x, 1", "a\nb\n", "a\t1\nb\t1\n", 0, "", NULL },
	{ "no rows, a dict", { NULL }, "{'a': x}", "b\n", "{\"a\":\"b\"}\n",
	  0, "", NULL },

	/* -------- names that the expression tells -------- */

	{ "fields and more", { "--csv" }, "b, a * 2, 'x,y'", "a,b\n1,2\n3,4\n",
	  "b,a * 2,\"'x,y'\"\n2,2,\"x,y\"\n4,6,\"x,y\"\n", 0, "", NULL },
	{ "a list", { "--csv" }, "[b, a]", "a,b\n1,2\n", "b,a\n2,1\n", 0, "",
	  NULL },
	{ "a dict", { "--csv" }, "{'n': a, 'm': b}", "a,b\n1,2\n",
	  "n,m\n1,2\n", 0, "", NULL },
	{ "a row", { "--csv" }, "row", "\"a\",b\n\"1\",2\n3\n",
	  "a,b\n1,2\n3,\n", 0, "", NULL },
	{ "a part of it", { "--csv" }, "row[1:]", "a,b,c\n1,2,3\n",
	  "b,c\n2,3\n", 0, "", NULL },
	{ "a value", { "--csv" }, "a + 1", "a\n1\n", "a + 1\n2\n", 0, "",
	  NULL },
	{ "the header comes though no record does", { "--csv" }, "a, 1",
	  "a\n", "a,1\n", 0, "", NULL },
	{ "no header, no names", { "--csv" }, "a, 1", "", "", 0, "", NULL },
	{ "no header is wanted", { "--csv", "-N" }, "row[1], row[0]",
	  "1,2\n", "2,1\n", 0, "", NULL },
	{ "nor a dict's names", { "--csv", "-N" }, "{'n': row[0], 'm': 1}",
	  "1,2\n", "1,1\n", 0, "", NULL },
	{ "without names there is any number", { "--csv", "-N" }, "row",
	  "1,2\n3\n4,5,6\n", "1,2\n3\n4,5,6\n", 0, "", NULL },
	{ "of a dict too", { "--csv", "-N" },
	  "{'a': 1, 'b': 2} if row[0] == '1' else {'c': 3}", "1\n2\n",
	  "1,2\n3\n", 0, "", NULL },

	/* -------- names that take a value -------- */

	{ "a list that is made", { "--csv" }, "a.split()",
	  "a\n1 2\n3\n", "a.split()[0],a.split()[1]\n1,2\n3,\n", 0, "", NULL },
	{ "too many values", { "--csv" }, "a.split()", "a\n1\n1 2\n3\n",
	  "a.split()[0]\n1\n", 1, "t: -:2 (line 3): 2 values, and the header "
	  "has 1\n", NULL },
	{ "left out", { "--csv" }, "a.split()", "a\n1\n1 2\n3\n",
	  "a.split()[0]\n1\n3\n", 0,
	  "t: 1 record left out: --invalid=skip\n", "skip" },
	{ "which may be", { "--csv", "--ragged" }, "a.split()",
	  "a\n1\n1 2\n3\n", "a.split()[0]\n1\n1,2\n3\n", 0, "", NULL },
	{ "one value or another", { "--csv" }, "(a, 2) if a < 2 else a",
	  "a\n2\n3\n", "\"(a, 2) if a < 2 else a\"\n2\n3\n", 0, "", NULL },
	{ "a dict in the first record", { "--csv" },
	  "{a: 1, 'x': 2}", "a\nb\nb\n", "b,x\n1,2\n1,2\n", 0, "", NULL },
	{ "a column that is not there", { "--csv" }, "{a: 1}", "a\nb\nc\nb\n",
	  "b\n1\n", 1,
	  "t: -:2 (line 3): there is no column 'c' in the header\n", NULL },
	{ "of a long name", { "--csv" }, "{a: 1}",
	  "a\nb\n" SIXTY_FOUR "4\n", "b\n1\n", 1, "t: -:2 (line 3): there is "
	  "no column '" SIXTY_FOUR "' in the header\n", NULL },
	{ "of one that is nearly as long", { "--csv" }, "{a: 1}",
	  "a\nb\n" SIXTY_THREE "\n", "b\n1\n", 1, "t: -:2 (line 3): there is "
	  "no column '" SIXTY_THREE "' in the header\n", NULL },
	{ "another order, and less", { "--csv" },
	  "{'x': 1, 'y': 2} if i == 0 else {'y': 3, 'x': 4} if i == 1 else "
	  "{'y': 5} if i == 2 else {}", "a\n1\n2\n3\n4\n",
	  "x,y\n1,2\n4,3\n,5\n,\n", 0, "", NULL },
	{ "values that are called as names", { "--csv" },
	  "{'x': 'y', 'y': 'z', 'z': 'x'}", "a\n1\n", "x,y,z\ny,z,x\n", 0,
	  "", NULL },
	{ "each as its own", { "--csv" }, "{'x': 'x', 'y': 'y', 'z': 1}",
	  "a\n1\n", "x,y,z\nx,y,1\n", 0, "", NULL },
	{ "a name that begins as another", { "--csv" },
	  "{'x': 1, 'xy': 2} if i == 0 else {'xy': 3, 'x': 4}", "a\n1\n2\n",
	  "x,xy\n1,2\n4,3\n", 0, "", NULL },
	{ "one that is there and one that is not", { "--csv" },
	  "{'x': 1, 'y': 2} if i == 0 else {'x': 3, 'z': 4}", "a\n1\n2\n",
	  "x,y\n1,2\n", 1,
	  "t: -:2 (line 3): there is no column 'z' in the header\n", NULL },
	{ "None first", { "--csv" }, "a.split() if a else None",
	  "a\n\"\"\n1 2\n\"\"\n",
	  "(a.split() if a else None)[0],(a.split() if a else None)[1]\n1,2\n",
	  0, "", NULL },
	{ "an empty list first", { "--csv" }, "a.split()",
	  "a,b\n,1\n1,2\n", "\n1\n", 0, "", NULL },

	/* -------- values -------- */

	{ "None", { "--csv" }, "a, None, a", "a\n1\n", "a,None,a\n1,,1\n", 0,
	  "", NULL },
	{ "no row", { "--csv" }, "None", "a\n1\n", "", 0, "", NULL },
	{ "a list in a row", { "--csv" }, "[a, [a, None]], True, 1 / 4",
	  "a\n1\n", "\"[a, [a, None]]\",True,1 / 4\n"
	  "\"[\"\"1\"\",[\"\"1\"\",null]]\",True,0.25\n", 0, "", NULL },
	{ "TSV", { "--tsv" }, "a, b", "a\tb\n1\\t\t2\n", "a\tb\n1\\t\t2\n", 0,
	  "", NULL },
	{ "another delimiter", { "--csv", "-t;" }, "b, a", "a;b\n1;2,\n",
	  "b;a\n2,;1\n", 0, "", NULL },
	{ "a list that is no UTF-8", { "--csv" }, "[[a]][0], [a]",
	  "a\n\xff\n1\n", "[[a]][0],[a]\n", 1,
	  "t: -:1 (line 2): " NO_UTF8 "this record is not\n", NULL },

	/* -------- as JSON -------- */

	{ "to JSON", { "--csv", "--to=jsonl" },
	  "a, a + 1, None, a > 1, [a], {'x': a}", "a\n1\n",
	  "{\"a\":\"1\",\"a + 1\":2,\"None\":null,\"a > 1\":false,"
	  "\"[a]\":[\"1\"],\"{'x': a}\":{\"x\":\"1\"}}\n", 0, "", NULL },
	{ "a dict to JSON", { "--csv", "--to=jsonl" }, "{'x': a, 'y': [a]}",
	  "a\n1\n", "{\"x\":\"1\",\"y\":[\"1\"]}\n", 0, "", NULL },
	{ "a row to JSON", { "--csv", "--to=jsonl" }, "row", "a,b\n1,2\n",
	  "{\"a\":\"1\",\"b\":\"2\"}\n", 0, "", NULL },
	{ "a name twice", { "--csv", "--to=jsonl" }, "a, a", "a\n1\n", "", 2,
	  "t: a, a: two columns are called 'a', and a JSON object has a name "
	  "once\n" USAGE, NULL },
	{ "a name twice in the file", { "--csv", "--to=jsonl" }, "row",
	  "a,a\n1,2\n", "", 1, "t: -: two columns are called 'a', and a JSON "
	  "object has a name once\n", NULL },
	{ "the same of a part", { "--csv", "--to=jsonl" }, "row[1:]",
	  "a,b,b\n1,2,3\n", "", 1, "t: -: two columns are called 'b', and a "
	  "JSON object has a name once\n", NULL },
	{ "text that is no UTF-8", { "--csv", "--to=jsonl" }, "a",
	  "a\n1\n\xff\n2\n", "{\"a\":\"1\"}\n{\"a\":\"2\"}\n", 0,
	  "t: 1 record left out: --invalid=skip\n", "skip" },
	{ "a list that is no UTF-8 as JSON", { "--csv", "--to=jsonl" },
	  "1, [a]", "a\n\xff\n", "", 1,
	  "t: -:1 (line 2): " NO_UTF8 "this record is not\n", NULL },
	{ "a name that is none", { "--csv", "--to=jsonl" }, "{a: 1}",
	  "a\n\xff\n", "", 1, "t: -:1 (line 2): " NO_UTF8 "this record is "
	  "not\n", NULL },
	{ "JSON to CSV", { "--jsonl", "--to=csv" }, "a, b, True, [1]",
	  "{\"a\":1.0,\"b\":true}\n{\"a\":\"x,\",\"b\":null}\n",
	  "a,b,True,[1]\n1.0,true,true,[1]\n\"x,\",,true,[1]\n", 0, "", NULL },
	{ "a dict to CSV", { "--jsonl", "--to=csv" }, "{'n': a}",
	  "{\"a\":1}\n", "n\n1\n", 0, "", NULL },
	{ "what no expression tells, to CSV", { "--jsonl", "--to=csv" },
	  "row", "{\"a\":1,\"b\":\"2\"}\n{\"b\":3}\n", "a,b\n1,2\n,3\n", 0,
	  "", NULL },
	{ "JSON", { "--jsonl" }, "{'n': a, 'm': [a]}", "{\"a\":\"1\"}\n",
	  "{\"n\":\"1\",\"m\":[\"1\"]}\n", 0, "", NULL },
	{ "JSON, a list", { "--jsonl" }, "a, b, a * 2",
	  "{\"a\":1,\"b\":\"x\"}\n", "{\"a\":1,\"b\":\"x\",\"a * 2\":2}\n", 0,
	  "", NULL },
	{ "JSON, None", { "--jsonl" }, "a if a else None",
	  "{\"a\":0}\n{\"a\":2}\n", "{\"a\":2}\n", 0, "",
	  NULL },
};

static void
map(void *about)
{
	static const struct option_list none;
	const struct row *row = about;
	struct generator generator;
	struct new_rows new;
	struct value value;
	struct input in;

	rows_start(&in, row->args);
	generator_open(&generator, row->expression, &none, row->invalid);
	new_rows_open(&new, &generator);
	while (generator_next(&generator, &in)) {
		if (generator_value(&generator, &in, &value))
			new_rows_write(&new, &in, &value);
	}
	new_rows_close(&new);
	generator_close(&generator);
	rows_end(&in);
}

START_TEST(maps)
{
	const struct row *row = &rows[_i];
	const int in = file_make(row->in, strlen(row->in));
	struct outcome outcome;

	child_run(&outcome, map, (void *)row, in, -1);
	outcome_expect(row->name, &outcome, row->status, row->out, row->err);
}
END_TEST

static Suite *
new_rows_suite(void)
{
	Suite *suite = suite_create("new_rows");
	TCase *tcase = tcase_create("new_rows");

	tcase_add_loop_test(tcase, maps, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(new_rows_suite)
