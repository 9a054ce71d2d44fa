/*
 * pass - unit tests
 *
 * Each row is a small tool of its own, in a child: one that passes all records
 * on, in each of three ways.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "pass.h"
#include "rows.h"
#include "suite.h"
#include "support.h"
#include <stdio.h>
#include <string.h>

#define HALF "a string has a surrogate without its other half, which is no " \
	"character\n"
#define THIRTY_TWO "01234567890123456789012345678901"
#define SIXTY_FOUR THIRTY_TWO THIRTY_TWO
#define SIXTY_THREE THIRTY_TWO "0123456789012345678901234567890"

static const struct row {
	const char *name;
	const char *args[ROWS_ARGS];
	const char *in, *out;
	/* Why the last record can't pass, which begins so; NULL: it can. */
	const char *reason;
	const char *place, *begins;
} rows[] = {
	{ "lines", { NULL }, "a\n\nb", "a\n\nb\n", NULL, NULL, NULL },
	{ "CSV", { "--csv" }, "\"a\",b\r\n\"1\n\",2\n\n3,4,5\r\n",
	  "\"a\",b\r\n\"1\n\",2\n3,4,5\r\n", NULL, NULL, NULL },
	{ "no header is wanted", { "--csv", "-N" }, "a,b\n1\n", "a,b\n1\n",
	  NULL, NULL, NULL },
	{ "no header is there", { "--csv" }, "", "", NULL, NULL, NULL },
	{ "TSV", { "--tsv" }, "a\tb\n\\t\n", "a\tb\n\\t\n", NULL, NULL,
	  NULL },
	{ "JSON", { "--jsonl" }, "{}\n {\"a\": 1} \n", "{}\n {\"a\": 1} \n",
	  NULL, NULL, NULL },
	{ "JSON to JSON", { "--jsonl", "--to=jsonl" }, "{}\n{\"a\": 1}\n",
	  "{}\n{\"a\": 1}\n", NULL, NULL, NULL },

	/* -------- rows -------- */

	{ "CSV to CSV", { "--csv", "--to=csv" },
	  "\"a\",b\r\n\"1\n\",\"2,\"\n\n\"3\"\r\n",
	  "a,b\n\"1\n\",\"2,\"\n3,\n", NULL, NULL, NULL },
	{ "another delimiter", { "--csv", "-t;", "--output-delimiter=:" },
	  "a;b\n1;2:\n3,;\"4;\"\n", "a:b\n1:\"2:\"\n3,:4;\n", NULL, NULL,
	  NULL },
	{ "CSV to TSV", { "--csv", "--to=tsv" }, "a,b\n\"1\t\",2\\\n",
	  "a\tb\n1\\t\t2\\\\\n", NULL, NULL, NULL },
	{ "CSV to JSON", { "--csv", "--to=jsonl" }, "a,b\n1,\"\"\n2\n",
	  "{\"a\":\"1\",\"b\":\"\"}\n{\"a\":\"2\",\"b\":\"\"}\n", NULL, NULL,
	  NULL },
	{ "TSV to CSV", { "--tsv", "--to=csv" }, "a\tb\n1\\t,\t2\n\n",
	  "a,b\n\"1\t,\",2\n,\n", NULL, NULL, NULL },
	{ "anew, no header is wanted", { "--csv", "-N", "--to=tsv" },
	  "a,b\n1\n", "a\tb\n1\n", NULL, NULL, NULL },
	{ "anew, no header is there", { "--csv", "--to=tsv" }, "", "", NULL,
	  NULL, NULL },
	{ "anew, a header alone", { "--csv", "--to=tsv" }, "a,b\n", "a\tb\n",
	  NULL, NULL, NULL },
	{ "fields too many", { "--csv", "--to=tsv" }, "a\n1\n2,3\n",
	  "a\n1\n", "more fields than columns (1); --ragged allows it\n",
	  "-:2 (line 3)", "2,3" },
	{ "which may be", { "--csv", "--ragged", "--to=tsv" },
	  "a\n1\n2,3\n", "a\n1\n2\t3\n", NULL, NULL, NULL },
	{ "too many for JSON", { "--csv", "--ragged", "--to=jsonl" },
	  "a\n1\n2,3\n", "{\"a\":\"1\"}\n",
	  "there are more values than columns\n", "-:2 (line 3)", "2,3" },
	{ "a row is no UTF-8", { "--csv", "--to=jsonl" }, "a\n1\n\xff\n",
	  "{\"a\":\"1\"}\n", "JSON is UTF-8, and this record is not\n",
	  "-:2 (line 3)", "\\xff" },
	{ "a long row", { "--csv", "--to=tsv" },
	  "a\n" THIRTY_TWO "3456789,2\n", "a\n",
	  "more fields than columns (1); --ragged allows it\n",
	  "-:1 (line 2)", THIRTY_TWO },

	/* -------- objects -------- */

	{ "JSON to CSV", { "--jsonl", "--to=csv" },
	  "{\"a\":1.50,\"b\":\"x,\\u00e9\"}\n{\"b\":[1, 2]}\n"
	  "{\"b\":null, \"a\":true}\n{}\n",
	  "a,b\n1.50,\"x,\xc3\xa9\"\n,\"[1, 2]\"\ntrue,\n,\n", NULL, NULL,
	  NULL },
	{ "what was there before is not", { "--jsonl", "--to=csv" },
	  "{\"a\":\"x\\n\",\"b\":1}\n{\"b\":2}\n{\"a\":3}\n",
	  "a,b\n\"x\n\",1\n,2\n3,\n", NULL, NULL, NULL },
	{ "JSON to TSV", { "--jsonl", "--to=tsv" }, "{\"a\":\"\\t\"}\n",
	  "a\n\\t\n", NULL, NULL, NULL },
	{ "a name twice", { "--jsonl", "--to=csv" },
	  "{\"a\":1,\"b\":2,\"a\":3}\n{\"b\":4,\"a\":5,\"b\":6}\n",
	  "a,b\n3,2\n5,6\n", NULL, NULL, NULL },
	{ "no objects", { "--jsonl", "--to=csv" }, "", "", NULL, NULL, NULL },
	{ "no member first", { "--jsonl", "--to=csv" }, "{}\n", "",
	  "an object without members can't name the columns\n", "-:1", "{}" },
	{ "another name", { "--jsonl", "--to=csv" },
	  "{\"a\":1}\n{\"a\":2,\"b\":3}\n", "a\n1\n", "the first record, "
	  "which names the columns, has no 'b'\n", "-:2",
	  "{\"a\":2,\"b\":3}" },
	{ "a long one", { "--jsonl", "--to=csv" },
	  "{\"a\":1}\n{\"" SIXTY_FOUR "4\":2}\n", "a\n1\n",
	  "the first record, which names the columns, has no '" SIXTY_FOUR
	  "'\n", "-:2", "{\"012345678901234567890123456789" },
	{ "one that is nearly as long", { "--jsonl", "--to=csv" },
	  "{\"a\":1}\n{\"" SIXTY_THREE "\":2}\n", "a\n1\n",
	  "the first record, which names the columns, has no '" SIXTY_THREE
	  "'\n", "-:2", "{\"012345678901234567890123456789" },
	{ "no object", { "--jsonl", "--to=csv" }, "{\"a\":1}\n[]\n",
	  "a\n1\n", "a list, not an object\n", "-:2", "[]" },
	{ "half a character", { "--jsonl", "--to=csv" },
	  "{\"a\":1}\n{\"a\":\"\\ud800\"}\n", "a\n1\n", HALF, "-:2",
	  "{\"a\":\"\\ud800\"}" },
};

enum way { NEXT, RECORDS, SPANS, WAYS };

struct call {
	const struct row *row;
	enum way way;
};

static void
pass(void *about)
{
	const struct call *call = about;
	struct record record;
	struct input in;
	struct span span;

	rows_start(&in, call->row->args);
	pass_header();
	switch (call->way) {
	case NEXT:
	case WAYS:
		while (pass_next(&in))
			continue;
		break;
	case RECORDS:
		while (input_next(&in, &record))
			pass_record(&record);
		break;
	case SPANS:
		while (input_span(&in, &span))
			pass_span(&span);
		break;
	}
	rows_end(&in);
}

START_TEST(passes)
{
	const struct row *row = &rows[_i / WAYS];
	struct call call = { row, (enum way)(_i % WAYS) };
	const int in = file_make(row->in, strlen(row->in));
	struct outcome outcome;
	char err[256] = "";

	if (row->reason && call.way == SPANS)
		snprintf(err, sizeof err, "t: a row that begins '%s': %s",
		    row->begins, row->reason);
	else if (row->reason)
		snprintf(err, sizeof err, "t: %s: %s", row->place,
		    row->reason);
	child_run(&outcome, pass, &call, in, -1);
	outcome_expect(row->name, &outcome, row->reason ? 1 : 0, row->out,
	    err);
}
END_TEST

/* -------- headers -------- */

/* How often the header passes, and whether it is known before. */
static const struct header {
	const char *name;
	const char *args[ROWS_ARGS];
	int times;
	const char *in, *out;
	int status;
	const char *err;
} headers[] = {
	{ "never", { "--csv" }, 0, "a\n1\n", "1\n", 0, "" },
	{ "never, anew", { "--csv", "--to=tsv" }, 0, "a,b\n1\n", "1\t\n", 0,
	  "" },
	{ "never, of JSON", { "--jsonl", "--to=csv" }, 0, "{\"a\":1}\n",
	  "1\n", 0, "" },
	{ "twice", { "--csv" }, 2, "a\n1\n", "a\na\n1\n", 0, "" },
	{ "twice, anew", { "--csv", "--to=tsv" }, 2, "a,b\n1\n",
	  "a\tb\na\tb\n1\t\n", 0, "" },
	{ "a name twice", { "--csv", "--to=jsonl" }, 1, "a,a\n1\n", "", 1,
	  "t: -: two columns are called 'a', and a JSON object has a name "
	  "once\n" },
	{ "a name that is no UTF-8", { "--tsv", "--to=jsonl" }, 0,
	  "\xff\n1\n", "", 1,
	  "t: -: JSON is UTF-8, and the name of a column is not\n" },
};

static void
pass_headers(void *about)
{
	const struct header *row = about;
	struct input in;

	rows_start(&in, row->args);
	for (int i = 0; i < row->times; i++)
		pass_header();
	while (pass_next(&in))
		continue;
	rows_end(&in);
}

START_TEST(passes_headers)
{
	const struct header *row = &headers[_i];
	const int in = file_make(row->in, strlen(row->in));
	struct outcome outcome;

	child_run(&outcome, pass_headers, (void *)row, in, -1);
	outcome_expect(row->name, &outcome, row->status, row->out, row->err);
}
END_TEST

/* A record that was kept is not where the input's are. */
static void
pass_kept(void *about)
{
	static const char *const args[ROWS_ARGS] = { "--csv", "--to=tsv" };
	const struct record record = { LITERAL("1,2") };
	struct input in;

	(void)about;
	rows_start(&in, args);
	pass_header();
	pass_record(&record);
	rows_end(&in);
}

START_TEST(a_record_that_was_kept_has_no_place)
{
	const int in = file_make(LITERAL("a\n1\n"));
	struct outcome outcome;

	child_run(&outcome, pass_kept, NULL, in, -1);
	outcome_expect("kept", &outcome, 1, "a\n", "t: a row that begins "
	    "'1,2': more fields than columns (1); --ragged allows it\n");
}
END_TEST

static Suite *
pass_suite(void)
{
	Suite *suite = suite_create("pass");
	TCase *tcase = tcase_create("pass");

	tcase_add_loop_test(tcase, passes, 0, WAYS * LENGTH(rows));
	tcase_add_loop_test(tcase, passes_headers, 0, LENGTH(headers));
	tcase_add_test(tcase, a_record_that_was_kept_has_no_place);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(pass_suite)
