/*
 * tally and group - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "field_options.h"
#include "input.h"
#include "message.h"
#include "options.h"
#include "output.h"
#include "suite.h"
#include "support.h"
#include "tally.h"
#include <stdio.h>
#include <string.h>

static const struct input nowhere;

/* -------- groups over all -------- */

static const struct row {
	const char *name;
	bool ignore_case;
	const char *plan; /* NULL: counts */
	const char *records[8];
	const char *out;
} rows[] = {
	{ "nothing", false, NULL, { NULL }, "" },
	{ "counts", false, NULL, { "b,1", "a,2", "b,3", ",4", "B,5" },
	    "2\tb\n1\ta\n1\t\n1\tB\n" },
	{ "case ignored", true, NULL, { "b,1", "a,2", "B,3" },
	    "2\tb\n1\ta\n" },
	{ "values", false, "sum:2,last", { "b,1", "a,2", "b,3" },
	    "b\t4\tb,3\na\t2\ta,2\n" },
	{ "values, case ignored", true, "count,list:2",
	    { "b,1", "a,2", "B,3" }, "b\t2\t1,3\na\t1\t2\n" },
};

static void
begin(struct group *group, bool ignore_case, const char *plan)
{
	static const char *list = "1";
	struct option_list lists = { .text = &list, .n = 1 };

	*group = (struct group){ .plan = AGGREGATE_PLAN_INIT };
	*field_options[0].text = ",";
	key_open(&group->key, &lists, "-k", ignore_case);
	key_reach(&group->key, 2);
	if (plan)
		must(!aggregate_plan_parse(&group->plan, plan,
		    &group->key.splitter), plan);
	message_start("tool");
	output_start('\n');
}

static void
see(struct group *group, const char *text, struct record *record)
{
	*record = (struct record){ text, strlen(text) };
	must(key_of(&group->key, &nowhere, record), "key_of");
}

static void
count(void *about)
{
	const struct row *row = about;
	struct tallied *tallied;
	struct record record;
	struct group group;
	struct tally tally;

	begin(&group, row->ignore_case, row->plan);
	tally_open(&tally, row->ignore_case, row->plan != NULL);
	for (int j = 0; row->records[j]; j++) {
		see(&group, row->records[j], &record);
		if (!row->plan) {
			tally_count(&tally, &group);
			continue;
		}
		tallied = tally_find(&tally, &group);
		must(tallied->count++ == 0 || j > 0, "the first is new");
		group_count_values(&group, tallied->values[0], &nowhere,
		    &record);
	}
	tally_write(&tally, &group);
	tally_close(&tally, &group);
	group_close(&group);
	output_close();
	finish();
}

START_TEST(counts_over_all)
{
	const struct row *row = &rows[_i];
	struct outcome outcome;

	child_run(&outcome, count, (void *)(size_t)row, -1, -1);
	outcome_expect(row->name, &outcome, 0, row->out, "");
}
END_TEST

/* By a few at once, each twice more; some keys are so long that few wait. */
static void
count_many(void *about)
{
	const unsigned many = 100000;
	static char text[3 * TALLY_WAITING_BYTES];
	struct tallied *tallied;
	struct record record;
	struct group group;
	struct tally tally;
	size_t place = 0;
	unsigned n = 0;

	(void)about;
	begin(&group, false, NULL);
	output_redirect(-1);
	tally_open(&tally, false, false);
	for (unsigned i = 0; i < 3 * many; i++) {
		const size_t len = (size_t)sprintf(text, "%u", i % many);

		if (i % many % 10007 == 0)
			memset(text + len, 'x', sizeof text - 1 - len);
		see(&group, text, &record);
		tally_count(&tally, &group);
		if (i % many == 77777)
			tally_count_again(&tally);
	}
	tally_write(&tally, &group);
	while ((tallied = table_next(&tally.table, &place, &record)))
		must(tallied->count == 3 + 3 * (n++ == 77777), "each thrice");
	must(n == many, "as many as there are");
	tally_close(&tally, &group);
	group_close(&group);
	finish();
}

START_TEST(counts_many)
{
	struct outcome outcome;

	child_run(&outcome, count_many, NULL, -1, -1);
	outcome_expect("many", &outcome, 0, "", "");
}
END_TEST

/* -------- what becomes of a group -------- */

static const struct output {
	const char *name;
	const struct group_output *output;
	const char *out; /* of the groups a (2 members) and b (1) */
} outputs[] = {
	{ "members", &group_members, "a\ta,1\ta,2\nb\tb,3\n" },
	{ "count", &group_count, "2\ta\n1\tb\n" },
	{ "values", &group_values, "a\t3\nb\t3\n" },
	{ "first", &group_first, "a,1\nb,3\n" },
	{ "gap", &group_gap, "a,1\na,2\n\nb,3\n" },
	{ "join", &group_join, "a,1\na,2\n\nb,3\n\n" },
	{ "exec", &group_exec, "a0\na,1\na,2\nb1\nb,3\n" },
};

static void
write_groups(void *about)
{
	static const char *const records[] = { "a,1", "a,2", "b,3" };
	const struct output *row = about;
	struct record record;
	struct group group;

	begin(&group, false, "sum:2");
	group.output = row->output;
	group.first = 1;
	group.command = "echo $KEY$GROUP; cat";
	if (row->output == &group_exec)
		output_redirect(-1);
	for (int i = 0; i < LENGTH(records); i++) {
		see(&group, records[i], &record);
		if (i != 1) {
			if (i > 0)
				group_end(&group);
			key_keep(&group.key);
			group_begin(&group);
		}
		group_add(&group, &nowhere, &record);
	}
	group_end(&group);
	must(group.number == 2, "two groups");
	group_close(&group);
	output_close();
	finish();
}

START_TEST(writes_groups)
{
	const struct output *row = &outputs[_i];
	struct outcome outcome;

	child_run(&outcome, write_groups, (void *)(size_t)row, -1, -1);
	outcome_expect(row->name, &outcome, 0, row->out, "");
}
END_TEST

static Suite *
tally_suite(void)
{
	Suite *suite = suite_create("tally");
	TCase *tcase = tcase_create("tally");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, counts_over_all, 0, LENGTH(rows));
	tcase_add_test(tcase, counts_many);
	tcase_add_loop_test(tcase, writes_groups, 0, LENGTH(outputs));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(tally_suite)
