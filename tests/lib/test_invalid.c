/*
 * invalid - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "invalid.h"
#include "message.h"
#include "names.h"
#include "output.h"
#include "suite.h"
#include "support.h"
#include <stdint.h>
#include <string.h>

#define HINT "; --invalid=skip leaves such records out\n"
#define WRONG "Try 'tool --help'.\n"

static const struct row {
	const char *name;
	const char *word; /* NULL: the option was not given */
	const char *value;
	size_t field;
	int status;
	const char *out, *err;
} rows[] = {
	{ "not given", NULL, "x", 1, 1, "0\n",
	    "tool: -:1: field 2 is 'x', not a number" HINT },
	{ "fail", "fail", "x", SIZE_MAX, 1, "0\n",
	    "tool: -:1: 'x', not a number" HINT },
	{ "an empty value", "fail", "", 0, 1, "0\n",
	    "tool: -:1: field 1 is '', not a number" HINT },
	{ "a value in another encoding", "fail", "\xff\n", 0, 1, "0\n",
	    "tool: -:1: field 1 is '\\xff\\n', not a number" HINT },
	{ "a value that ends in CR", "fail", "12\r", 2, 1, "0\n",
	    "tool: -:1: field 3 is '12\\r', not a number; the lines end with "
	    "CR LF: --csv, or tr -d '\\r' first\n" },
	{ "64 bytes", "fail", "0123456789abcdef0123456789abcdef"
	    "0123456789abcdef0123456789abcdef", 2, 1, "0\n",
	    "tool: -:1: field 3 is '0123456789abcdef0123456789abcdef"
	    "0123456789abcdef0123456789abcdef', not a number" HINT },
	{ "a byte more", "fail", "0123456789abcdef0123456789abcdef"
	    "0123456789abcdef0123456789abcdefg", 2, 1, "0\n",
	    "tool: -:1: field 3 is '0123456789abcdef0123456789abcdef"
	    "0123456789abcdef0123456789abcdef...', not a number" HINT },
	{ "skip", "skip", "x", 1, 0, "0\n1\n",
	    "tool: 2 records left out: --invalid=skip\n" },
	{ "pass", "pass", "x", 1, 0, "0\na\1b\n1\na\1b\n", "" },
	{ "a near miss", "past", "x", 1, 2, "",
	    "tool: past: --invalid takes fail, skip or pass; did you mean "
	    "pass?\n" WRONG },
	{ "of the first", "fial", "x", 1, 2, "",
	    "tool: fial: --invalid takes fail, skip or pass; did you mean "
	    "fail?\n" WRONG },
	{ "another", "skipp", "x", 1, 2, "",
	    "tool: skipp: --invalid takes fail, skip or pass; did you mean "
	    "skip?\n" WRONG },
	{ "no word", "", "x", 1, 2, "",
	    "tool: '': --invalid takes fail, skip or pass\n" WRONG },
	{ "no such word", "everything", "x", 1, 2, "",
	    "tool: everything: --invalid takes fail, skip or pass\n" WRONG },
};

static void
deal(void *about)
{
	const struct row *row = about;
	const struct record value = { row->value, strlen(row->value) };
	struct invalid invalid;
	struct record record;
	struct words words;
	struct input in;

	message_start("tool");
	invalid_open(&invalid, row->word);
	output_start('\n');
	input_open(&in, words_open(&words, NULL, 0), '\n');
	for (int i = 0; i < 2; i++) {
		must(input_next(&in, &record), "input_next");
		output_record(i ? "1" : "0", 1);
		invalid_number(&invalid, &in, &record, &value, row->field);
	}
	invalid_finish(&invalid);
	input_close(&in);
	output_close();
	finish();
}

START_TEST(deals_with_bad_values)
{
	const struct row *row = &rows[_i];
	const int in = file_make(LITERAL("a\1b\na\1b\n"));
	struct outcome outcome;

	child_run(&outcome, deal, (void *)(size_t)row, in, -1);
	outcome_expect(row->name, &outcome, row->status, row->out, row->err);
}
END_TEST

static void
skip_one(void *about)
{
	struct invalid invalid;

	(void)about;
	message_start("tool");
	invalid_open(&invalid, "skip");
	invalid_finish(&invalid);
	invalid_record(&invalid, NULL, NULL, "unused");
	invalid_finish(&invalid);
	finish();
}

START_TEST(counts_what_is_left_out)
{
	struct outcome outcome;

	child_run(&outcome, skip_one, NULL, -1, -1);
	outcome_expect("one", &outcome, 0, "",
	    "tool: 1 record left out: --invalid=skip\n");
}
END_TEST

static Suite *
invalid_suite(void)
{
	Suite *suite = suite_create("invalid");
	TCase *tcase = tcase_create("invalid");

	tcase_add_loop_test(tcase, deals_with_bad_values, 0, LENGTH(rows));
	tcase_add_test(tcase, counts_what_is_left_out);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(invalid_suite)
