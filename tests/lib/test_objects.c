/*
 * objects - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "names.h"
#include "objects.h"
#include "pools.h"
#include "rows.h"
#include "suite.h"
#include "support.h"
#include "tool.h"
#include <string.h>
#include <unistd.h>

#define RECORDS 4

/* Find out how many records there are, up to one without bytes. */
static size_t
records_of(const char *const text[RECORDS], struct record record[RECORDS])
{
	size_t n = 0;

	for (; n < RECORDS && text[n]; n++)
		record[n] = (struct record){ text[n], strlen(text[n]) };
	return n;
}

/* -------- one row -------- */

static const struct row {
	const char *name;
	const char *args[ROWS_ARGS];
	const char *records[RECORDS];
	const char *out;
	size_t wrong; /* which is no object; RECORDS: none */
} rows[] = {
	{ "one", { "--jsonl" }, { " {\"a\": 1}" }, "{\"a\":1}\n", RECORDS },
	{ "two", { "--jsonl" }, { "{\"a\":1,\"b\":2}", "{\"c\":3}" },
	  "{\"a\":1,\"b\":2,\"c\":3}\n", RECORDS },
	{ "the same name", { "--jsonl" }, { "{\"a\":1,\"b\":2}", "{\"a\":3}",
	  "{\"b\":4}" }, "{\"a\":3,\"b\":4}\n", RECORDS },
	{ "none", { "--jsonl" }, { NULL }, "{}\n", RECORDS },
	{ "to CSV", { "--jsonl", "--to=csv" }, { "{\"a\":\"1,\"}",
	  "{\"b\":2}" }, "\"1,\",2\n", RECORDS },
	{ "the first is none", { "--jsonl" }, { "1", "{}" }, "", 0 },
	{ "the last is none", { "--jsonl" }, { "{}", "{}", "" }, "", 2 },
};

static void
write_row(void *about)
{
	const struct row *row = about;
	struct objects objects = { .index = NULL };
	struct record record[RECORDS];
	struct input in;
	const size_t n = records_of(row->records, record);

	rows_start(&in, row->args);
	must(objects_write(&objects, record, n) == (row->wrong == RECORDS),
	    "what it returns");
	if (row->wrong < RECORDS) {
		must(objects.join.wrong == row->wrong, "which is wrong");
		must(objects.join.reason != NULL, "why");
	}
	objects_close(&objects);
	rows_end(&in);
}

START_TEST(writes_a_row)
{
	const struct row *row = &rows[_i];
	struct outcome outcome;

	child_run(&outcome, write_row, (void *)row, -1, -1);
	outcome_expect(row->name, &outcome, 0, row->out, "");
}
END_TEST

/* -------- every choice -------- */

#define COLUMNS 3

static const struct turn {
	const char *name;
	const char *columns[COLUMNS][RECORDS];
	const char *in; /* NULL: nothing before them */
	const char *out;
	int status;
	const char *err;
} turns[] = {
	{ "one column", { { "{\"a\":1}", "{\"a\":2}" } }, NULL,
	  "{\"a\":1}\n{\"a\":2}\n", 0, "" },
	{ "two", { { "{\"a\":1}", "{\"a\":2}" },
	  { "{\"b\":3}", "{\"b\":4}", "{}" } }, NULL,
	  "{\"a\":1,\"b\":3}\n{\"a\":1,\"b\":4}\n{\"a\":1}\n"
	  "{\"a\":2,\"b\":3}\n{\"a\":2,\"b\":4}\n{\"a\":2}\n", 0, "" },
	{ "three", { { "{\"a\":1}", "{\"a\":2}" }, { "{}" },
	  { "{\"b\":3}", "{\"b\":4}" } }, NULL,
	  "{\"a\":1,\"b\":3}\n{\"a\":1,\"b\":4}\n"
	  "{\"a\":2,\"b\":3}\n{\"a\":2,\"b\":4}\n", 0, "" },
	{ "behind records", { { "{\"b\":3}", "{\"b\":4}" } },
	  "{\"a\":1}\n{\"a\":2}\n",
	  "{\"a\":1,\"b\":3}\n{\"a\":1,\"b\":4}\n"
	  "{\"a\":2,\"b\":3}\n{\"a\":2,\"b\":4}\n", 0, "" },
	{ "behind none", { { "{\"b\":3}" } }, "", "", 0, "" },
	{ "nothing behind records", { { NULL } }, "{\"a\":1}\n",
	  "{\"a\":1}\n", 0, "" },
	{ "a record is no object", { { "{\"b\":3}" } },
	  "{\"a\":1}\n[]\n{}\n", "{\"a\":1,\"b\":3}\n", 1,
	  "t: -:2: a list, not an object\n" },
};

static void
turn(void *about)
{
	static const char *const args[ROWS_ARGS] = { "--jsonl" };
	const struct turn *row = about;
	struct objects objects = { .index = NULL };
	const struct column *columns[COLUMNS];
	struct column column[COLUMNS];
	struct record record[COLUMNS][RECORDS];
	struct input in;
	size_t n = 0;

	for (; n < COLUMNS && row->columns[n][0]; n++) {
		column[n].n = records_of(row->columns[n], record[n]);
		column[n].record = record[n];
		columns[n] = &column[n];
	}
	rows_start(&in, args);
	objects_turn(&objects, columns, n, row->in ? &in : NULL);
	objects_close(&objects);
	rows_end(&in);
}

START_TEST(turns_all_choices)
{
	const struct turn *row = &turns[_i];
	const char *text = row->in ? row->in : "{\"unread\":1}\n";
	const int in = file_make(text, strlen(text));
	struct outcome outcome;

	child_run(&outcome, turn, (void *)row, in, -1);
	outcome_expect(row->name, &outcome, row->status, row->out, row->err);
}
END_TEST

/* -------- what pools hold -------- */

static char folder[64];

static const struct check {
	const char *name;
	const char *files[3]; /* their contents */
	const char *words[5]; /* of lists */
	int status;
	const char *err;
} checks[] = {
	{ "objects", { "{}\n{\"a\":1}\n", "{}\n" }, { "{}" },
	  STATUS_RETURNED, "" },
	{ "a file has none", { "{}\n", "{}\n{}\n1\n2\n" }, { NULL }, 1,
	  "t: 1:3: a number, not an object\n" },
	{ "the first has none", { "x\n", "1\n" }, { NULL }, 1,
	  "t: 0:1: byte 1: a value is expected, not x\n" },
	{ "a list has none", { "{}\n" }, { "{}", ":::", "{}", "\"x\"" }, 1,
	  "t: \"x\": a string, not an object\n" },
};

static void
check(void *about)
{
	static const char *const args[ROWS_ARGS] = { "--jsonl" };
	static const char *const name[] = { "0", "1", "2" };
	const struct check *row = about;
	struct objects objects = { .index = NULL };
	struct pools pools = { .failed = false };
	struct run run = { .eol = '\n' };
	const char *const *operand;
	struct words words;
	size_t n = 0;

	rows_options(args, &operand);
	must(chdir(folder) == 0, "chdir");
	while (n < 3 && row->files[n])
		n++;
	pools_add_files(&pools, words_open(&words, name, n), '\n');
	if (row->words[0])
		pools_add_lists(&pools, (char *const *)row->words, '\n');
	must(pools_hold(&pools, &run, 0), "pools");
	objects_check(&objects, &pools);
	objects_close(&objects);
	pools_close(&pools);
}

START_TEST(checks_what_is_held)
{
	const struct check *row = &checks[_i];
	struct outcome outcome;
	char name[] = "0";

	folder_make(folder);
	for (size_t i = 0; i < 3 && row->files[i]; i++, ++*name)
		folder_file(folder, name, row->files[i],
		    strlen(row->files[i]));
	child_run(&outcome, check, (void *)row, -1, -1);
	folder_remove(folder);
	outcome_expect(row->name, &outcome, row->status, "", row->err);
}
END_TEST

static Suite *
objects_suite(void)
{
	Suite *suite = suite_create("objects");
	TCase *tcase = tcase_create("objects");

	tcase_add_loop_test(tcase, writes_a_row, 0, LENGTH(rows));
	tcase_add_loop_test(tcase, turns_all_choices, 0, LENGTH(turns));
	tcase_add_loop_test(tcase, checks_what_is_held, 0, LENGTH(checks));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(objects_suite)
