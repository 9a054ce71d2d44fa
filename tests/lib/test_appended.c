/*
 * appended - unit tests
 *
 * Each row is a small tool of its own, in a child: one that puts the same
 * field behind every row.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "appended.h"
#include "input.h"
#include "invalid.h"
#include "message.h"
#include "rows.h"
#include "suite.h"
#include "support.h"
#include <string.h>

#define NO_UTF8 "JSON is UTF-8, and "
#define USAGE "Try 't --help'.\n"

static const struct row {
	const char *name;
	const char *args[ROWS_ARGS];
	const char *in;
	const char *column, *value;
	const char *out;
	int status;
	const char *err;
	bool bare; /* JSON has the value as it is */
	bool first; /* a row without fields comes first */
	const char *invalid; /* what becomes of a row that can't be written */
} rows[] = {
	{ "CSV", { "--csv" }, "a,b\n1,2\n3,4\n", "n", "x",
	  "a,b,n\n1,2,x\n3,4,x\n", 0, "", false, false },
	{ "no last newline", { "--csv" }, "a,b\n1,2", "n", "x",
	  "a,b,n\n1,2,x\n", 0, "", false, false },
	{ "bare", { "--csv" }, "a,b\n1,2\n", "n", "1,5",
	  "a,b,n\n1,2,\"1,5\"\n", 0, "", true, false },
	{ "fields that are not there", { "--csv" }, "a,b,c\n1\n2,3\n", "n",
	  "x", "a,b,c,n\n1,,,x\n2,3,,x\n", 0, "", false, false },
	{ "fields too many", { "--csv" }, "a,b\n1,2,3\n1,2\n", "n", "x",
	  "a,b,n\n1,2,3,x\n1,2,x\n", 0, "", false, false },
	{ "returns", { "--csv" }, "a,b\r\n1,2\r\n3\r\n4,5\n", "n", "x",
	  "a,b,n\r\n1,2,x\r\n3,,x\r\n4,5,x\n", 0, "", false, false },
	{ "quotes stay", { "--csv" },
	  "\"a\",\"b,c\"\n\"1\n\",\"\"\"2\"\n\"3,4\"\n", "n", "x",
	  "\"a\",\"b,c\",n\n\"1\n\",\"\"\"2\",x\n\"3,4\",,x\n", 0, "", false,
	  false },
	{ "quotes come", { "--csv" }, "a\n1\n", "n,m", "\"x\"\ny",
	  "a,\"n,m\"\n1,\"\"\"x\"\"\ny\"\n", 0, "", false, false },
	{ "nothing", { "--csv" }, "a\n1\n", "", "", "a,\n1,\n", 0, "", false,
	  false },
	{ "the name is there already", { "--csv" }, "a,n\n1,2\n", "n", "x",
	  "a,n,n\n1,2,x\n", 0, "", false, false },
	{ "another delimiter", { "--csv", "-t;" }, "a;b\n1\n2;3,4\n", "n;m",
	  "x,y", "a;b;\"n;m\"\n1;;x,y\n2;3,4;x,y\n", 0, "", false, false },
	{ "a row without fields", { "--csv" }, "a,b\n1,2\n", "n", "x",
	  "a,b,n\n,,x\n1,2,x\n", 0, "", false, true },
	{ "no rows", { "--csv" }, "a,b\n", "n", "x", "a,b,n\n", 0, "", false,
	  false },
	{ "no header", { "--csv" }, "", "n", "x", "", 0, "", false, false },
	{ "no header is wanted", { "--csv", "-N" }, "1,2\n3\n\"4\"\r\n", "n",
	  "x", "1,2,x\n3,x\n\"4\",x\r\n", 0, "", false, false },
	{ "the same, a row without fields", { "--csv", "-N" }, "", "n", "x",
	  ",x\n", 0, "", false, true },
	{ "no UTF-8", { "--csv" }, "a\xff\n1\xff\n", "n\xff", "x\xff",
	  "a\xff,n\xff\n1\xff,x\xff\n", 0, "", false, false },

	{ "TSV", { "--tsv" }, "a\tb\n1\n2\\t\t\"3,\n", "n\\", "x\ty",
	  "a\tb\tn\\\\\n1\t\tx\\ty\n2\\t\t\"3,\tx\\ty\n", 0, "", false,
	  false },
	{ "an empty row", { "--tsv" }, "a\tb\r\n\n\r\n", "n", "x",
	  "a\tb\tn\r\n\t\tx\n\t\tx\r\n", 0, "", false, false },
	{ "TSV, a row without fields", { "--tsv" }, "a\tb\n", "n", "x",
	  "a\tb\tn\n\t\tx\n", 0, "", false, true },

	/* -------- rows that are written anew -------- */

	{ "CSV to CSV", { "--csv", "--to=csv" },
	  "\"a\",b\r\n\"1\",\"\"\"2\"\r\n\"3\"\n", "n,m", "x,y",
	  "a,b,\"n,m\"\n1,\"\"\"2\",\"x,y\"\n3,,\"x,y\"\n", 0, "", false,
	  false },
	{ "CSV with another delimiter",
	  { "--csv", "--output-delimiter=;" }, "a,b;\n1\n", "n", "x;",
	  "a;\"b;\";n\n1;;\"x;\"\n", 0, "", false, false },
	{ "another delimiter to CSV", { "--csv", "-t;", "--to=csv" },
	  "a;b\n1;2,3\n", "n", "x", "a,b,n\n1,\"2,3\",x\n", 0, "", false,
	  false },
	{ "CSV to TSV", { "--csv", "--to=tsv" }, "a,b\n\"1\t\",\"2\n\"\n",
	  "n", "x\t", "a\tb\tn\n1\\t\t2\\n\tx\\t\n", 0, "", true, false },
	{ "TSV to CSV", { "--tsv", "--to=csv" }, "a\tb\n1\\t\t2,\n3\n", "n",
	  "x", "a,b,n\n1\t,\"2,\",x\n3,,x\n", 0, "", false, false },
	{ "CSV to JSON", { "--csv", "--to=jsonl" }, "a,b\n1,2\n3\n", "n",
	  "x\"y", "{\"a\":\"1\",\"b\":\"2\",\"n\":\"x\\\"y\"}\n"
	  "{\"a\":\"3\",\"b\":\"\",\"n\":\"x\\\"y\"}\n", 0, "", false,
	  false },
	{ "the same, bare", { "--csv", "--to=jsonl" }, "a\n1\n", "n", "[1]",
	  "{\"a\":\"1\",\"n\":[1]}\n", 0, "", true, false },
	{ "TSV to JSON", { "--tsv", "--to=jsonl" }, "a\tb\n1\\t\n", "n", "x",
	  "{\"a\":\"1\\t\",\"b\":\"\",\"n\":\"x\"}\n", 0, "", false, false },
	{ "anew, a row without fields", { "--csv", "--to=tsv" },
	  "a,b\n1,2\n", "n", "x", "a\tb\tn\n\t\tx\n1\t2\tx\n", 0, "", false,
	  true },
	{ "anew, no rows", { "--csv", "--to=tsv" }, "a,b\n", "n", "x",
	  "a\tb\tn\n", 0, "", false, false },
	{ "anew, no header", { "--csv", "--to=tsv" }, "", "n", "x", "", 0, "",
	  false, false },
	{ "anew, no header is wanted", { "--csv", "-N", "--to=tsv" },
	  "1,2\n3\n", "n", "x", "1\t2\tx\n3\tx\n", 0, "", false, false },
	{ "a row is no UTF-8", { "--csv", "--to=jsonl" },
	  "a\n1\n\xff\n2\n", "n", "x",
	  "{\"a\":\"1\",\"n\":\"x\"}\n", 1,
	  "t: -:2 (line 3): " NO_UTF8 "this record is not\n", false, false },
	{ "it is left out", { "--csv", "--to=jsonl" },
	  "a\n1\n\xff\n2\n", "n", "x",
	  "{\"a\":\"1\",\"n\":\"x\"}\n{\"a\":\"2\",\"n\":\"x\"}\n", 0,
	  "t: 1 record left out: --invalid=skip\n", false, false, "skip" },
	{ "a value is no UTF-8", { "--csv", "--to=jsonl" }, "a\n1\n", "n",
	  "\xff", "", 1, "t: -:1 (line 2): " NO_UTF8 "this record is not\n",
	  false, false },
	{ "too many fields for JSON", { "--csv", "--to=jsonl" }, "a\n1,2\n",
	  "n", "x", "", 1,
	  "t: -:1 (line 2): there are more values than columns\n", false,
	  false },
	{ "a name is no UTF-8", { "--csv", "--to=jsonl" }, "a\n1\n", "\xff",
	  "x", "", 1, "t: -: " NO_UTF8 "the name of a column is not\n", false,
	  false },
	{ "nor is one of the header", { "--csv", "--to=jsonl" },
	  "\xff,b\n1\n", "n", "x", "", 1,
	  "t: -: " NO_UTF8 "the name of a column is not\n", false, false },
	{ "a name is there already", { "--csv", "--to=jsonl" }, "a,n\n1,2\n",
	  "n", "x", "", 1, "t: -: two columns are called 'n', and a JSON "
	  "object has a name once\n", false, false },

	/* -------- objects -------- */

	{ "JSON", { "--jsonl" }, "{\"a\":1}\n{\"b\": {\"n\":2}}\n", "n", "x",
	  "{\"a\":1,\"n\":\"x\"}\n{\"b\": {\"n\":2},\"n\":\"x\"}\n", 0, "",
	  false, false },
	{ "JSON, bare", { "--jsonl" }, "{\"a\":1}\n", "n", "1.50",
	  "{\"a\":1,\"n\":1.50}\n", 0, "", true, false },
	{ "JSON, quotes", { "--jsonl" }, "{\"a\":\"}\"}\n", "n\"m", "x\ny",
	  "{\"a\":\"}\",\"n\\\"m\":\"x\\ny\"}\n", 0, "", false, false },
	{ "no member", { "--jsonl" }, "{}\n{ \t}\n {}\n", "n", "x",
	  "{\"n\":\"x\"}\n{ \t\"n\":\"x\"}\n {\"n\":\"x\"}\n", 0, "", false,
	  false },
	{ "an object without members in one", { "--jsonl" }, "{\"a\":{}}\n",
	  "n", "x", "{\"a\":{},\"n\":\"x\"}\n", 0, "", false, false },
	{ "blanks", { "--jsonl" }, " { \"a\" : 1 } \t\r\n", "n", "x",
	  " { \"a\" : 1 ,\"n\":\"x\"} \t\r\n", 0, "", false, false },
	{ "a member is there", { "--jsonl" },
	  "{\"a\":1, \"n\" : [1, 2] , \"b\":2}\n{\"n\":null}\n", "n", "x",
	  "{\"a\":1, \"n\" : \"x\" , \"b\":2}\n{\"n\":\"x\"}\n", 0, "", false,
	  false },
	{ "it is there twice", { "--jsonl" }, "{\"n\":1,\"n\":2}\n", "n", "x",
	  "{\"n\":1,\"n\":\"x\"}\n", 0, "", false, false },
	{ "what begins the next line", { "--jsonl" }, "{\"a\":1}\n}\n", "n",
	  "x", "{\"a\":1,\"n\":\"x\"}\n", 1,
	  "t: -:2: byte 1: a value is expected, not }\n", false, false },
	{ "a name that is no path", { "--jsonl" },
	  "{\"a\":{\"b\":1}}\n{\"a.b\":2}\n", "a.b", "x",
	  "{\"a\":{\"b\":1},\"a.b\":\"x\"}\n{\"a.b\":\"x\"}\n", 0, "", false,
	  false },
	{ "it stands escaped", { "--jsonl" }, "{\"\\u006e\":1}\n", "n", "x",
	  "{\"\\u006e\":\"x\"}\n", 0, "", false, false },
	{ "an object without a record", { "--jsonl" }, "{\"a\":1}\n", "n",
	  "x", "{\"n\":\"x\"}\n{\"a\":1,\"n\":\"x\"}\n", 0, "", false, true },
	{ "no objects", { "--jsonl" }, "", "n", "x", "", 0, "", false,
	  false },
	{ "a record that is no object", { "--jsonl" }, "[{}]\n\n{}\n", "n",
	  "x", "", 1, "t: -:1: a list, not an object\n", false, false },
	{ "these are left out", { "--jsonl" }, "[{}]\n\n{}\n", "n", "x",
	  "{\"n\":\"x\"}\n", 0, "t: 2 records left out: --invalid=skip\n",
	  false, false, "skip" },
	{ "JSON, a value is no UTF-8", { "--jsonl" }, "{\"a\":1}\n", "n",
	  "\xff", "", 1, "t: -:1: " NO_UTF8 "this record is not\n", false,
	  false },
	{ "JSON, a name is no UTF-8", { "--jsonl" }, "{\"a\":1}\n", "\xff",
	  "x", "", 2, "t: " NO_UTF8 "the name of the new column is not\n"
	  USAGE, false, false },
	{ "JSON to CSV", { "--jsonl", "--to=csv" },
	  "{\"a\":1}\n{\"n\":2,\"a\":\"3,\"}\n", "n", "x",
	  "a,n\n1,x\n\"3,\",x\n", 0, "", false, false },
	{ "JSON to JSON", { "--jsonl", "--to=jsonl" }, "{\"a\": 1}\n", "n",
	  "x", "{\"a\": 1,\"n\":\"x\"}\n", 0, "", false, false },
};

static void
put(struct appended *appended, struct invalid *invalid,
    const struct input *in, const struct row *row,
    const struct record *record)
{
	const struct record field = { row->value, strlen(row->value) };

	if (!record || appended_fits(appended, invalid, in, record))
		appended_write(appended, invalid, in, record, &field,
		    row->bare);
}

static void
append(void *about)
{
	const struct row *row = about;
	struct appended appended;
	struct invalid invalid;
	struct record record;
	struct input in;

	rows_start(&in, row->args);
	invalid_open(&invalid, row->invalid);
	appended_open(&appended, row->column, strlen(row->column));
	if (row->first)
		put(&appended, &invalid, &in, row, NULL);
	while (input_next(&in, &record))
		put(&appended, &invalid, &in, row, &record);
	invalid_finish(&invalid);
	appended_close(&appended);
	rows_end(&in);
}

START_TEST(appends)
{
	const struct row *row = &rows[_i];
	const int in = file_make(row->in, strlen(row->in));
	struct outcome outcome;

	child_run(&outcome, append, (void *)row, in, -1);
	outcome_expect(row->name, &outcome, row->status, row->out, row->err);
}
END_TEST

static Suite *
appended_suite(void)
{
	Suite *suite = suite_create("appended");
	TCase *tcase = tcase_create("appended");

	tcase_add_loop_test(tcase, appends, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(appended_suite)
