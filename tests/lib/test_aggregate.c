/*
 * aggregate, aggregate_plan - unit tests
 *
 * Values go to standard output, so each row is run in a child.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "aggregate.h"
#include "message.h"
#include "output.h"
#include "suite.h"
#include "support.h"
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Stands for 0 of a row's digits. */
#define NO_DIGITS SIZE_MAX

/* -------- values of records -------- */

/*
 * The records are lines, with blanks between their fields; = ends a group,
 * whose values are a line of out.
 */
static const struct row {
	const char *name, *list, *records, *out;
	size_t digits; /* 0: by the input */
} rows[] = {
	{ "count", "count", "a\nb\n=\nc\n=\n", "|2\n|1\n", 0 },
	{ "no records", "count,first,last:1,min:1,max:1,sum:1,mean:1,"
	  "distinct:1,list:1,p50:1", "=\n", "|0||||||" "|0||\n", 0 },
	{ "no records after some", "count,first,sum:1,distinct:1,list:1,p9:1",
	  "1\n=\n=\n", "|1|1|1|1|1|1\n|0|||0||\n", 0 },
	{ "the record", "first,last", " a  1\nb\n  c \n=\n", "| a  1|  c \n",
	  0 },
	{ "of one record", "first,last", "a\n=\nb\n=\n", "|a|a\n|b|b\n", 0 },
	{ "the field", "first:2,last:2", "a 1\nb\nc 333\nd 44\n=\nx\n=\n",
	  "|1|44\n||\n", 0 },
	{ "a field past the end is last", "last:2", "a 1\nb\n=\n", "|\n", 0 },
	{ "least and largest", "min:1,max:1", "3\n-7\n10\n9\n=\n", "|-7|10\n",
	  0 },
	{ "one value is both", "min:1,max:1", "-3\n=\n5\n=\n",
	  "|-3|-3\n|5|5\n", 0 },
	{ "by value, not by text", "min:1,max:1", "10\n9\n1e1\n0.5\n=\n",
	  "|0.5|10\n", 0 },
	{ "of equal numbers the first", "min:1,max:1", "1.0\n1.00\n1\n=\n",
	  "|1.0|1.0\n", 0 },
	{ "the last first", "min:1,max:1", "1\n1.00\n=\n", "|1|1\n", 0 },
	{ "canonical", "min:1,max:1,sum:1,list:1,p50:1", "+07.50\n=\n",
	  "|7.50|7.50|7.50|+07.50|7.50\n", 0 },
	{ "sums keep the longer fraction", "sum:1", "1.50\n2.5\n=\n1\n=\n",
	  "|4.00\n|1\n", 0 },
	{ "exact", "sum:1", "0.1\n0.2\n=\n", "|0.3\n", 0 },
	{ "beyond a word", "sum:1,max:1", "9223372036854775807\n"
	  "9223372036854775807\n1e30\n=\n", "|1000000000018446744073709551614|"
	  "1000000000000000000000000000000\n", 0 },
	{ "and back", "sum:1,min:1", "99999999999999999999999999999999999999999"
	  "99\n=\n5\n=\n",
	  "|9999999999999999999999999999999999999999999|"
	  "9999999999999999999999999999999999999999999\n|5|5\n", 0 },
	{ "mean", "mean:1", "1\n2\n=\n1\n1\n2\n=\n2\n2\n1\n=\n",
	  "|1.500000\n|1.333333\n|1.666667\n", 0 },
	{ "6 more than the longest", "mean:1", "1.25\n2.0\n3\n=\n1\n=\n",
	  "|2.08333333\n|1.000000\n", 0 },
	{ "half even", "mean:1", "1\n2\n=\n3\n4\n=\n-1\n-2\n=\n",
	  "|2\n|4\n|-2\n", NO_DIGITS },
	{ "so many digits", "mean:1,sum:1", "0.125\n=\n0.375\n=\n1\n=\n",
	  "|0.12|0.125\n|0.38|0.375\n|1.00|1\n", 2 },
	{ "mean and sum share", "mean:1,sum:1,mean:1,sum:1", "1\n2\n=\n",
	  "|1.500000|3|1.500000|3\n", 0 },
	{ "of several fields", "sum:2,sum:1,max:3,min:2", "1 2 3\n4 5 6\n=\n",
	  "|7|5|6|2\n", 0 },
	{ "distinct", "distinct:1", "a\nb\na\nA\n=\na\na\n=\n", "|3\n|1\n",
	  0 },
	{ "by bytes", "distinct:1", "1\n1.0\n01\n=\n", "|3\n", 0 },
	{ "the empty one counts", "distinct:2", "a\nb\nc x\n=\n", "|2\n", 0 },
	{ "of two fields", "distinct:1,distinct:2", "a a\na b\n=\na c\n=\n",
	  "|1|2\n|1|1\n", 0 },
	{ "list", "list:1,list:2", "a 1\nb\nc 3\n=\nd 4\n=\n",
	  "|a,b,c|1,,3\n|d|4\n", 0 },
	{ "list of empty ones", "list:2", "a\nb 2\nc\n=\na\n=\na\nb\n=\n",
	  "|,2,\n|\n|,\n", 0 },
	{ "percentiles", "p0:1,p1:1,p25:1,p50:1,p75:1,p99:1,p100:1",
	  "4\n1\n3\n2\n=\n", "|1|1|1|2|3|4|4\n", 0 },
	{ "of one", "p0:1,p50:1,p100:1", "7\n=\n", "|7|7|7\n", 0 },
	{ "of five", "p20:1,p20.000001:1,p40:1,p50:1,p99.9:1",
	  "50\n40\n30\n20\n10\n=\n", "|10|20|20|30|50\n", 0 },
	{ "by value", "p50:1", "10\n9\n1e0\n=\n", "|9\n", 0 },
	{ "leading zeros", "p050:1,p5.50:1", "2\n1\n=\n", "|1|1\n", 0 },
	{ "equal ones, the shorter first", "p0:1,p100:1", "1.00\n1\n1.0\n=\n",
	  "|1|1.00\n", 0 },
	{ "of two fields, in a second group", "p50:2,p50:1",
	  "1 9\n=\n2 8\n3 7\n=\n", "|9|1\n|7|2\n", 0 },
	{ "no number", "count,sum:1,max:2", "1 2\nx 9\n7 y\n3 4\n=\n",
	  "bad 0\nbad 1\n|2|4|4\n", 0 },
	{ "nothing of a bad record counts", "first,last,list:1,distinct:1,"
	  "p100:1,min:1,mean:2", "0\n1 1\n2 2\n9 -\n=\n",
	  "bad 1\nbad 1\n|1 1|2 2|1,2|2|2|1|1.500000\n", 0 },
	{ "an empty field is none", "sum:3", "1 2\n1 2 3\n=\n", "bad 2\n|3\n",
	  0 },
	{ "nor these", "sum:1", "0x10\n1,000\n1_000\nnan\n12\r\n.\n=\n",
	  "bad 0\nbad 0\nbad 0\nbad 0\nbad 0\nbad 0\n|\n", 0 },
};

static void
values(void *about)
{
	const struct row *row = about;
	struct aggregate_plan plan = AGGREGATE_PLAN_INIT;
	struct splitter splitter = { 0 };
	struct aggregate *aggregate;
	struct record record;
	const char *at = row->records, *end;
	char text[32];
	size_t bad;

	output_start('\n');
	must(!aggregate_plan_parse(&plan, row->list, &splitter), row->list);
	if (row->digits > 0)
		plan.digits = row->digits == NO_DIGITS ? 0 : row->digits;
	aggregate = aggregate_new(&plan);
	for (; *at; at = end + 1) {
		end = strchr(at, '\n');
		record = (struct record){ at, (size_t)(end - at) };
		if (*at == '=') {
			aggregate_write(&plan, aggregate, "|", 1);
			output_end();
			aggregate_reset(&plan, aggregate);
			continue;
		}
		splitter_split(&splitter, &record,
		    aggregate_plan_reach(&plan));
		if (!aggregate_add(&plan, aggregate, &record,
		    &splitter.fields, &bad)) {
			snprintf(text, sizeof text, "bad %zu", bad);
			output_record(text, strlen(text));
		}
	}
	aggregate_free(&plan, aggregate);
	aggregate_plan_close(&plan);
	splitter_close(&splitter);
	output_close();
	finish();
}

START_TEST(tells)
{
	struct row row = rows[_i];
	struct outcome outcome;

	child_run(&outcome, values, &row, -1, -1);
	outcome_expect(row.name, &outcome, 0, row.out, "");
}
END_TEST

/* -------- several groups at once -------- */

static void
count_word(struct aggregate_plan *plan, struct aggregate *aggregate,
    const char *word)
{
	const struct record record = { word, strlen(word) };
	struct fields fields = { 0 };
	size_t bad;

	fields_push(&fields, record.bytes, record.len);
	must(aggregate_add(plan, aggregate, &record, &fields, &bad), word);
	fields_close(&fields);
}

/* One table serves all groups, and none must see what another saw. */
static void
groups(void *about)
{
	enum { GROUPS = 5, WORDS = 3000 };
	struct aggregate_plan plan = AGGREGATE_PLAN_INIT;
	const struct splitter splitter = { 0 };
	struct aggregate *group[GROUPS];
	char word[32];

	(void)about;
	output_start('\n');
	must(!aggregate_plan_parse(&plan, "distinct:1", &splitter), "first");
	must(!aggregate_plan_parse(&plan, "sum:1,p50:1,last", &splitter),
	    "second");
	must(aggregate_plan_reach(&plan) == 1, "reach");
	for (int i = 0; i < GROUPS; i++)
		group[i] = aggregate_new(&plan);
	for (int i = 0; i < GROUPS * WORDS; i++) {
		const int n = i % GROUPS;

		/* Each group has more different words than the one before. */
		snprintf(word, sizeof word, "%d", i / GROUPS % (100 * n + 1));
		count_word(&plan, group[n], word);
	}
	for (int i = 0; i < GROUPS; i++) {
		/* Written, one may still be added to. */
		aggregate_write(&plan, group[i], " ", 1);
		output_end();
		count_word(&plan, group[i], "500");
		aggregate_write(&plan, group[i], " ", 1);
		output_end();
		/* Again: as if it were new, also when others are alive. */
		aggregate_reset(&plan, group[i]);
		count_word(&plan, group[i], "0");
		aggregate_write(&plan, group[i], "", 0);
		output_end();
	}
	for (int i = 0; i < GROUPS; i++)
		aggregate_free(&plan, group[i]);
	aggregate_plan_close(&plan);
	output_close();
	finish();
}

START_TEST(groups_are_apart)
{
	struct outcome outcome;

	child_run(&outcome, groups, NULL, -1, -1);
	/* 3000 records of 0, of 0 to 100, ... 0 to 400 */
	outcome_expect("groups", &outcome, 0,
	    " 1 0 0 0\n 2 500 0 500\n1000\n"
	    " 101 148935 49 70\n 102 149435 50 500\n1000\n"
	    " 201 298605 99 185\n 202 299105 100 500\n1000\n"
	    " 301 448545 149 290\n 302 449045 150 500\n1000\n"
	    " 401 579928 187 192\n 402 580428 187 500\n1000\n", "");
}
END_TEST

/* What a group alone saw is forgotten with it. */
START_TEST(what_was_seen_does_not_pile_up)
{
	struct aggregate_plan plan = AGGREGATE_PLAN_INIT;
	const struct splitter splitter = { 0 };
	struct aggregate *aggregate;
	char word[32];

	ck_assert_ptr_null(aggregate_plan_parse(&plan, "distinct:1",
	    &splitter));
	aggregate = aggregate_new(&plan);
	for (int i = 0; i < 100000; i++) {
		snprintf(word, sizeof word, "word %d", i);
		count_word(&plan, aggregate, word);
		if (i % 10 == 9)
			aggregate_reset(&plan, aggregate);
	}
	ck_assert_uint_lt(plan.seen.n, 5000);
	aggregate_free(&plan, aggregate);
	aggregate_plan_close(&plan);
}
END_TEST

/* But not while another group may ask for what it saw. */
START_TEST(what_others_saw_stays)
{
	struct aggregate_plan plan = AGGREGATE_PLAN_INIT;
	const struct splitter splitter = { 0 };
	struct aggregate *one, *other;
	char word[32];

	ck_assert_ptr_null(aggregate_plan_parse(&plan, "distinct:1",
	    &splitter));
	one = aggregate_new(&plan);
	other = aggregate_new(&plan);
	count_word(&plan, one, "here");
	for (int i = 0; i < 20000; i++) {
		snprintf(word, sizeof word, "word %d", i);
		count_word(&plan, other, word);
	}
	aggregate_reset(&plan, other);
	ck_assert_uint_eq(plan.seen.n, 20001);
	count_word(&plan, one, "here");
	ck_assert_uint_eq(plan.seen.n, 20001);
	aggregate_free(&plan, other);
	aggregate_free(&plan, one);
	aggregate_plan_close(&plan);
}
END_TEST

/* -------- percentiles and their model -------- */

static int
compare(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static const int percents[] = { 0, 1, 5, 10, 25, 33, 50, 66, 90, 99, 100 };

static void
ranks(void *about)
{
	const int *n = about;
	struct aggregate_plan plan = AGGREGATE_PLAN_INIT;
	const struct splitter splitter = { 0 };
	struct aggregate *aggregate;
	uint32_t seed = (uint32_t)*n;
	char word[32];

	output_start('\n');
	for (int i = 0; i < LENGTH(percents); i++) {
		snprintf(word, sizeof word, "p%d:1", percents[i]);
		must(!aggregate_plan_parse(&plan, word, &splitter), word);
	}
	aggregate = aggregate_new(&plan);
	for (int i = 0; i < *n; i++) {
		seed = seed * 1664525 + 1013904223;
		snprintf(word, sizeof word, "%d", (int)(seed >> 12) - 500000);
		count_word(&plan, aggregate, word);
	}
	aggregate_write(&plan, aggregate, " ", 1);
	output_end();
	aggregate_free(&plan, aggregate);
	aggregate_plan_close(&plan);
	output_close();
	finish();
}

START_TEST(percentiles_are_nearest_rank)
{
	int n = _i < 105 ? _i + 1 : _i * 7;
	int *sorted = malloc((size_t)n * sizeof *sorted);
	uint32_t seed = (uint32_t)n;
	struct outcome outcome;
	struct bytes want = { 0 };
	char word[32];

	for (int i = 0; i < n; i++) {
		seed = seed * 1664525 + 1013904223;
		sorted[i] = (int)(seed >> 12) - 500000;
	}
	qsort(sorted, (size_t)n, sizeof *sorted, compare);
	for (int i = 0; i < LENGTH(percents); i++) {
		/* The smallest of which at least so many are not larger. */
		int rank = 1;

		while (rank * 100 < percents[i] * n)
			rank++;
		snprintf(word, sizeof word, " %d", sorted[rank - 1]);
		bytes_add(&want, word, strlen(word));
	}
	bytes_add(&want, LITERAL("\n\0"));
	child_run(&outcome, ranks, &n, -1, -1);
	outcome_expect("ranks", &outcome, 0, want.at, "");
	bytes_free(&want);
	free(sorted);
}
END_TEST

/* -------- LISTs -------- */

#define KNOWN "; there are count, first, last, min, max, sum, mean, " \
    "distinct, list, p50"
#define PERCENT ": a percentile is p0 to p100, with at most 6 digits behind " \
    "the point"

static const struct list {
	const char *list, *reason; /* NULL: it is fine, and */
	size_t reach;
} lists[] = {
	{ "count", NULL, 0 },
	{ "first,last", NULL, 0 },
	{ "first:3,last", NULL, 3 },
	{ "count,sum:2", NULL, 2 },
	{ "sum:4,mean:2", NULL, 4 },
	{ "p50:007", NULL, 7 },
	{ "p0:1,p100:1,p99.999999:1,p100.000000:1", NULL, 1 },
	{ "list:2-2", NULL, 2 },
	{ "distinct:99999999999999999999", NULL, SIZE_MAX },
	{ "sum:user", NULL, 1 },
	{ "", "'' has an empty item", 0 },
	{ "count,", "'count,' has an empty item", 0 },
	{ ",count", "',count' has an empty item", 0 },
	{ "count,,sum:1", "'count,,sum:1' has an empty item", 0 },
	{ "sum", "sum needs a field: sum:2", 0 },
	{ "sum:", "sum needs a field: sum:2", 0 },
	{ "count,mean", "mean needs a field: mean:2", 0 },
	{ "list", "list needs a field: list:2", 0 },
	{ "distinct", "distinct needs a field: distinct:2", 0 },
	{ "p99", "p99 needs a field: p99:2", 0 },
	{ "first:", "first needs a field: first:2", 0 },
	{ "count:1", "count takes no field", 0 },
	{ "count:", "count takes no field", 0 },
	{ "cuont", "'cuont': no such aggregate; did you mean count?", 0 },
	{ "sums:2", "'sums': no such aggregate; did you mean sum?", 0 },
	{ "dist:1", "'dist': no such aggregate; did you mean distinct?", 0 },
	{ "avg:3", "'avg': no such aggregate; did you mean mean?", 0 },
	{ "median:3", "'median': no such aggregate; did you mean p50?", 0 },
	{ "variance:3", "'variance': no such aggregate" KNOWN, 0 },
	{ "Sum:3", "'Sum': no such aggregate; did you mean sum?", 0 },
	{ ":3", "'': no such aggregate" KNOWN, 0 },
	{ "3", "'3': no such aggregate" KNOWN, 0 },
	{ "sum(3)", "'sum(3)': no such aggregate" KNOWN, 0 },
	{ " sum:3", "' sum': no such aggregate; did you mean sum?", 0 },
	{ "p:1", "'p': no such aggregate" KNOWN, 0 },
	{ "p101:1", "'p101'" PERCENT, 0 },
	{ "p100.000001:1", "'p100.000001'" PERCENT, 0 },
	{ "p4294967297:1", "'p4294967297'" PERCENT, 0 },
	{ "p50.:1", "'p50.'" PERCENT, 0 },
	{ "p1.0000000:1", "'p1.0000000'" PERCENT, 0 },
	{ "p50x:1", "'p50x'" PERCENT, 0 },
	{ "p5 :1", "'p5 '" PERCENT, 0 },
	{ "sum:0", "'0': fields count from 1", 0 },
	{ "sum:2-4", "'2-4': one field, not several", 0 },
	{ "sum:2-", "'2-': one field, not several", 0 },
	{ "sum:2:3", "'2:3' is neither a field (2, 2-4, 3-, -3) nor the name "
	  "of a group", 0 },
	{ "max:usr", "'usr': no such group; did you mean user?", 0 },
	{ "count,sum:nobody", "'nobody' is neither a field (2, 2-4, 3-, -3) "
	  "nor the name of a group", 0 },
};

START_TEST(reads_lists)
{
	const struct list *row = &lists[_i];
	struct aggregate_plan plan = AGGREGATE_PLAN_INIT;
	struct splitter splitter = { 0 };
	const char *reason;
	size_t offset;

	splitter.regexp = regexp_open("(?<user>a)", &reason, &offset);
	reason = aggregate_plan_parse(&plan, row->list, &splitter);
	if (row->reason) {
		ck_assert_msg(reason, "'%s' is taken", row->list);
		ck_assert_str_eq(reason, row->reason);
	} else {
		ck_assert_msg(!reason, "'%s': %s", row->list, reason);
		ck_assert_uint_eq(aggregate_plan_reach(&plan), row->reach);
	}
	aggregate_plan_close(&plan);
	splitter_close(&splitter);
}
END_TEST

/* What items share is held once. */
START_TEST(shares)
{
	struct aggregate_plan plan = AGGREGATE_PLAN_INIT;
	const struct splitter splitter = { 0 };

	ck_assert_ptr_null(aggregate_plan_parse(&plan, "count,sum:2,mean:2,"
	    "p50:2,p90:2,p99:2,sum:2,list:2", &splitter));
	ck_assert_uint_eq(plan.n, 8);
	ck_assert_uint_eq(plan.n_slots, 3);
	ck_assert_uint_eq(plan.n_numbers, 1);
	ck_assert_uint_eq(sizeof(struct decimal), 32);
	aggregate_plan_close(&plan);
}
END_TEST

static Suite *
aggregate_suite(void)
{
	Suite *suite = suite_create("aggregate");
	TCase *tcase = tcase_create("values");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, tells, 0, LENGTH(rows));
	tcase_add_test(tcase, groups_are_apart);
	tcase_add_test(tcase, what_was_seen_does_not_pile_up);
	tcase_add_test(tcase, what_others_saw_stays);
	tcase_add_loop_test(tcase, percentiles_are_nearest_rank, 0, 110);
	suite_add_tcase(suite, tcase);
	tcase = tcase_create("list");
	tcase_add_loop_test(tcase, reads_lists, 0, LENGTH(lists));
	tcase_add_test(tcase, shares);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(aggregate_suite)
