/*
 * group_rows - unit tests
 *
 * Each row is a small groupby, in a child, whose groups have one record: how
 * many they are is its number, or the plan tells what of it.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "aggregate.h"
#include "generator.h"
#include "group.h"
#include "group_rows.h"
#include "input.h"
#include "key.h"
#include "options.h"
#include "rows.h"
#include "suite.h"
#include "support.h"
#include <string.h>

#define NO_UTF8 "JSON is UTF-8, and "

static const struct row {
	const char *name;
	const char *args[ROWS_ARGS];
	const char *key, *function; /* -k, or an expression; NULL: neither */
	const char *plan; /* NULL: a count */
	const char *in, *out;
	int status;
	const char *err;
} rows[] = {
	{ "a column", { "--csv" }, "b", NULL, NULL, "a,b\n1,2\n3,\"4,\"\n",
	  "b,count\n2,1\n\"4,\",2\n", 0, "" },
	{ "several", { "--csv" }, "c,a", NULL, NULL, "a,b,c\n1,2,3\n",
	  "c,a,count\n3,1,1\n", 0, "" },
	{ "a range", { "--csv" }, "1-2", NULL, NULL, "a,b,c\n1,2,3\n",
	  "a,b,count\n1,2,1\n", 0, "" },
	{ "an open range", { "--csv" }, "2-", NULL, NULL, "a,b,c\n1,2,3\n4\n",
	  "b,c,count\n2,3,1\n,,2\n", 0, "" },
	{ "fields that have no names", { "--csv" }, "1-3,12", NULL, NULL,
	  "a,b\n1,2\n", "a,b,3,12,count\n1,2,,,1\n", 0, "" },
	{ "all columns", { "--csv" }, NULL, NULL, NULL, "a,b\n1,2\n3\n",
	  "a,b,count\n1,2,1\n3,,2\n", 0, "" },
	{ "no header is wanted", { "--csv", "-N" }, "2", NULL, NULL,
	  "1,2\n3,4\n", "2,1\n4,2\n", 0, "" },
	{ "no header is there", { "--csv" }, "b", NULL, NULL, "", "", 0, "" },
	{ "no rows", { "--csv" }, "b", NULL, NULL, "a,b\n", "b,count\n", 0,
	  "" },
	{ "another delimiter", { "--csv", "-t;" }, "b", NULL, NULL,
	  "a;b\n1;2,\n", "b;count\n2,;1\n", 0, "" },
	{ "TSV", { "--tsv" }, "b", NULL, NULL, "a\tb\n1\t2,\n",
	  "b\tcount\n2,\t1\n", 0, "" },
	{ "JSON", { "--jsonl" }, "b", NULL, NULL, "{\"a\":1,\"b\":\"x\"}\n",
	  "{\"b\":\"x\",\"count\":1}\n", 0, "" },
	{ "JSON to CSV", { "--jsonl", "--to=csv" }, "b,a", NULL, NULL,
	  "{\"a\":1,\"b\":\"x\"}\n", "b,a,count\nx,1,1\n", 0, "" },
	{ "CSV to JSON", { "--csv", "--to=jsonl" }, "b", NULL, NULL,
	  "a,b\n1,2\n", "{\"b\":\"2\",\"count\":1}\n", 0, "" },
	{ "no objects", { "--jsonl", "--to=csv" }, "b", NULL, NULL, "",
	  "b,count\n", 0, "" },

	/* -------- what is told -------- */

	{ "values of fields that have no names", { "--csv", "--ragged" }, "1",
	  NULL, "sum:3,count,max:3", "a,b\n1,2,3\n1,2,4\n",
	  "a,sum_3,count,max_3\n1,3,1,3\n1,4,1,4\n", 0, "" },
	{ "a column without a name", { "--csv" }, "1", NULL, "sum:2",
	  ",\n1,2\n", ",sum_\n1,2\n", 0, "" },
	{ "values", { "--csv" }, "a", NULL, "count,sum:b,first:a",
	  "a,b\nx,1.50\n", "a,count,sum_b,first_a\nx,1,1.50,x\n", 0, "" },
	{ "a record", { "--csv" }, "a", NULL, "first", "a,b\nx,1\n",
	  "a,first\nx,\"x,1\"\n", 0, "" },
	{ "values without a header", { "--csv", "-N" }, "1", NULL,
	  "sum:2", "x,1\n", "x,1\n", 0, "" },
	{ "values as JSON", { "--csv", "--to=jsonl" }, "a", NULL,
	  "max:b,last:b", "a,b\nx,1.50\n",
	  "{\"a\":\"x\",\"max_b\":1.50,\"last_b\":\"1.50\"}\n", 0, "" },

	/* -------- expressions -------- */

	{ "an expression", { "--csv" }, NULL, "a * 2", NULL, "a,b\n1,2\n",
	  "a * 2,count\n2,1\n", 0, "" },
	{ "of several values", { "--csv" }, NULL, "b, a", NULL, "a,b\n1,2\n",
	  "b,a,count\n2,1,1\n", 0, "" },
	{ "a row", { "--csv" }, NULL, "row", NULL, "a,b\n1,2\n",
	  "a,b,count\n1,2,1\n", 0, "" },
	{ "a dict is one value", { "--csv" }, NULL, "{'x': a}", NULL,
	  "a\n1\n", "{'x': a},count\n{'x': '1'},1\n", 0, "" },
	{ "as many as the first has", { "--csv" }, NULL, "a.split()", NULL,
	  "a\n1 2\n3\n", "a.split()[0],a.split()[1],count\n1,2,1\n3,,2\n", 0,
	  "" },
	{ "one", { "--csv" }, NULL, "a.split()", NULL, "a\n1\n",
	  "a.split(),count\n1,1\n", 0, "" },
	{ "and no more than one", { "--csv" }, NULL, "a.split()", NULL,
	  "a\n1\n2 3\n", "a.split(),count\n1,1\n", 1,
	  "t: the group '2, 3': the key has 2 fields, and the header has 1 "
	  "for it\n" },
	{ "and no more", { "--csv" }, NULL, "a.split()", NULL,
	  "a\n1 2\n3 4 5\n", "a.split()[0],a.split()[1],count\n1,2,1\n", 1,
	  "t: the group '3, 4, 5': the key has 3 fields, and the header has "
	  "2 for it\n" },
	{ "an expression without a header", { "--csv", "-N" }, NULL,
	  "row", NULL, "1 2\n3,4\n", "1 2,1\n3,4,2\n", 0, "" },
	{ "no header, an expression", { "--csv" }, NULL, "a", NULL, "", "", 0,
	  "" },
	{ "no value tells the names", { "--csv" }, NULL, "a.split()", NULL,
	  "a\n", "", 0, "" },
	{ "an expression, JSON", { "--jsonl" }, NULL, "a, b", NULL,
	  "{\"a\":1,\"b\":\"x\"}\n",
	  "{\"a\":\"1\",\"b\":\"x\",\"count\":1}\n", 0, "" },

	/* -------- what can't be written -------- */

	{ "a name twice", { "--csv", "--to=jsonl" }, "count", NULL, NULL,
	  "count\n1\n", "", 1, "t: -: two columns are called 'count', and a "
	  "JSON object has a name once\n" },
	{ "twice among the columns", { "--csv", "--to=jsonl" }, NULL, NULL,
	  NULL, "a,a\n1,2\n", "", 1, "t: -: two columns are called 'a', and "
	  "a JSON object has a name once\n" },
	{ "a key that is no UTF-8", { "--csv", "--to=jsonl" }, "a", NULL,
	  NULL, "a\n1\n\xff\n", "{\"a\":\"1\",\"count\":1}\n", 1,
	  "t: the group '\\xff': " NO_UTF8 "this record is not\n" },
};

/* Write the group of one record. */
static void
write_group(struct group *group, const struct record *record, uint64_t n)
{
	struct aggregate *values;
	size_t bad;

	if (group->plan.n == 0) {
		group_rows_count(group, n, &group->key.fields);
		return;
	}
	values = aggregate_new(&group->plan);
	must(aggregate_add(&group->plan, values, record,
	    &group->key.splitter.fields, &bad), "numbers");
	group_rows_values(group, values, &group->key.fields);
	aggregate_free(&group->plan, values);
}

static void
group_by(void *about)
{
	const struct row *row = about;
	struct group group = { .plan = AGGREGATE_PLAN_INIT, .rows = true };
	const char *text = row->key;
	const struct option_list keys = { &text, row->key != NULL, 0 };
	struct record record;
	struct input in;

	rows_start(&in, row->args);
	if (row->function) {
		key_open_value(&group.key, row->function, false, false);
	} else {
		key_open(&group.key, &keys, "-k", false);
		key_open_columns(&group.key);
	}
	if (row->plan)
		must(!aggregate_plan_parse(&group.plan, row->plan,
		    &group.key.splitter), "a plan");
	key_reach(&group.key, aggregate_plan_reach(&group.plan));
	group_rows_open(&group);
	while (input_next(&in, &record)) {
		must(key_of(&group.key, &in, &record), "a key");
		write_group(&group, &record, input_number(&in));
	}
	group_close(&group);
	rows_end(&in);
}

START_TEST(writes_groups)
{
	const struct row *row = &rows[_i];
	const int in = file_make(row->in, strlen(row->in));
	struct outcome outcome;

	child_run(&outcome, group_by, (void *)row, in, -1);
	outcome_expect(row->name, &outcome, row->status, row->out, row->err);
}
END_TEST

static Suite *
group_rows_suite(void)
{
	Suite *suite = suite_create("group_rows");
	TCase *tcase = tcase_create("group_rows");

	tcase_add_loop_test(tcase, writes_groups, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(group_rows_suite)
