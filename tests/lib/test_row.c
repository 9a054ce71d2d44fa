/*
 * row - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "output.h"
#include "row.h"
#include "step.h"
#include "suite.h"
#include "support.h"
#include <string.h>

#define RECORDS 4
#define LONGEST 200

static const struct rule {
	const char *name;
	size_t n;
	size_t lens[RECORDS];
	size_t joint;
} rules[] = {
	{ "one", 1, { 3 }, 1 },
	{ "an empty one", 1, { 0 }, 1 },
	{ "two", 2, { 3, 4 }, 1 },
	{ "nothing between", 3, { 3, 0, 4 }, 0 },
	{ "steps", 4, { 15, 16, 17, 31 }, 2 },
	{ "more steps", 4, { 32, 33, 100, 0 }, 16 },
	{ "much between", 3, { 0, LONGEST, 1 }, 17 },
};

/* Letters, and as many as may be read behind them. */
static const char joint[LONGEST + STEP] = "<=====================>";
static char letters[RECORDS][LONGEST + STEP];

static void
make(struct row *row, const struct rule *rule)
{
	row_open(row, rule->n, joint, rule->joint, '\n');
	for (size_t i = 0; i < rule->n; i++) {
		memset(letters[i], 'a' + (int)i, sizeof letters[i]);
		row->record[i] = (struct record){ letters[i], rule->lens[i] };
	}
}

static void
expect(struct bytes *want, const struct rule *rule)
{
	for (size_t i = 0; i < rule->n; i++) {
		if (i > 0)
			bytes_add(want, joint, rule->joint);
		bytes_add(want, letters[i], rule->lens[i]);
	}
	bytes_add(want, "\n", 1);
}

START_TEST(is_made_in_place)
{
	const struct rule *rule = &rules[_i];
	char room[1024];
	struct bytes want = { 0 }, got = { 0 };
	struct row row;
	char *end;

	make(&row, rule);
	expect(&want, rule);
	memset(room, '#', sizeof room);
	end = row_make(&row, room);
	bytes_add(&got, room, (size_t)(end - room));
	expect_bytes(rule->name, "row", &got, want.at, want.len);
	for (end += STEP; end < room + sizeof room; end++)
		ck_assert_msg(*end == '#', "%s: too far", rule->name);
	row_close(&row);
	bytes_free(&want);
	bytes_free(&got);
}
END_TEST

static void
write_it(void *about)
{
	struct row row;

	output_start('\n');
	make(&row, about);
	row_write(&row);
	row_close(&row);
	output_flush();
}

START_TEST(is_written)
{
	struct rule rule = rules[_i];
	struct bytes want = { 0 };
	struct outcome outcome;
	struct row row;

	make(&row, &rule);
	row_close(&row);
	expect(&want, &rule);
	bytes_add(&want, "", 1);
	child_run(&outcome, write_it, &rule, -1, -1);
	outcome_expect(rule.name, &outcome, STATUS_RETURNED, want.at, "");
	bytes_free(&want);
}
END_TEST

static Suite *
row_suite(void)
{
	Suite *suite = suite_create("row");
	TCase *tcase = tcase_create("row");

	tcase_add_loop_test(tcase, is_made_in_place, 0, LENGTH(rules));
	tcase_add_loop_test(tcase, is_written, 0, LENGTH(rules));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(row_suite)
