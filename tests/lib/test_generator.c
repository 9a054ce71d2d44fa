/*
 * generator - unit tests
 *
 * Each row is a small tool of its own, in a child: map, or where -q is given
 * one that writes truth values.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "field_options.h"
#include "generator.h"
#include "message.h"
#include "names.h"
#include "output.h"
#include "suite.h"
#include "support.h"
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define USAGE "Try 't --help'.\n"

static const struct row {
	const char *name;
	const char *args[8];
	const char *in, *out;
	int status;
	const char *err;
} rows[] = {
	{ "input", { "x" }, "a\n\nb", "a\n\nb\n", 0, "" },
	{ "a number", { "x * 2" }, "1.50\n", "3.00\n", 0, "" },
	{ "a large one", { "x ** 9" }, "1000\n",
	  "1000000000000000000000000000\n", 0, "" },
	{ "a truth value", { "x > 1" }, "1\n2\n", "False\nTrue\n", 0, "" },
	{ "text", { "f'<{x}>'" }, "a\n", "<a>\n", 0, "" },
	{ "None writes nothing", { "x if i else None" }, "a\nb\n", "b\n", 0,
	  "" },
	{ "a list", { "row[::-1]" }, "a b\n\nc\n", "b\ta\n\nc\n", 0, "" },
	{ "a tuple, -t", { "-t,", "i, x, None, [x]" }, "a\n",
	  "0,a,None,['a']\n", 0, "" },
	{ "an empty list first", { "x.split()" }, "\n", "\n", 0, "" },
	{ "a dict", { "{'id': x, 'n': i, 'l': [x, None]}" }, "a\n",
	  "{\"id\":\"a\",\"n\":0,\"l\":[\"a\",null]}\n", 0, "" },
	{ "a dict of what is no UTF-8", { "{'id': x}" }, "a\n\xff\nb\n",
	  "{\"id\":\"a\"}\n", 1,
	  "t: -:2: JSON is UTF-8, and this record is not\n" },
	{ "the same, left out", { "--invalid=skip", "{'id': x}" },
	  "a\n\xff\nb\n", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n", 0,
	  "t: 1 record left out: --invalid=skip\n" },
	{ "a match", { "search('(a)(b)?', x)" }, "a\n", "('a', 'a', None)\n",
	  0, "" },
	{ "-k", { "-k2", "x + 1" }, "a 1\nb 2\n", "2\n3\n", 0, "" },
	{ "-e and -k", { "-e", "(?<a>.)=(?<b>.)", "-kb", "x + a" },
	  "1=2\nnone\n3=4\n", "3\n7\n", 0, "" },
	{ "-e counts what matches", { "-e", "a(.)", "i, x, row" },
	  "a1\nb\na2\n", "0\ta1\t['1']\n1\ta2\t['2']\n", 0, "" },
	{ "prev", { "prev and prev[0]" }, "a\nb\nc\n", "a\nb\n", 0, "" },
	{ "prev and -e", { "-e", "(.)$", "prev and prev[0]" }, "1a\n\n2b\n",
	  "a\n", 0, "" },
	{ "truth", { "-q", "x" }, "a\n\n", "yes\nno\n", 0, "" },
	{ "no records", { "x" }, "", "", 0, "" },

	{ "a fault", { "x + 1" }, "1\na\n2\n", "2\n", 1, "t: -:2: x is 'a', "
	  "not a number; --invalid=skip leaves such records out\n" },
	{ "a fault of a field", { "row[1] + 1" }, "a b\n", "", 1, "t: -:1: "
	  "row[1] (field 2) is 'b', not a number; --invalid=skip leaves such "
	  "records out\n" },
	{ "left out", { "--invalid=skip", "x + 1" }, "1\na\n2\n", "2\n3\n", 0,
	  "t: 1 record left out: --invalid=skip\n" },
	{ "passed", { "--invalid=pass", "x + 1" }, "1\na\n2\n", "2\na\n3\n", 0,
	  "" },
	{ "a fault of a truth value", { "-q", "x > 1" }, "a\n", "", 1,
	  "t: -:1: x is 'a', not a number; --invalid=skip leaves such records "
	  "out\n" },
	{ "wrong syntax", { "x +" }, "1\n", "", 2, "t: 'x +': a value is "
	  "missing after '+'\nt:   x +\nt:      ^\n" USAGE },
	{ "a wrong name", { "x + y" }, "1\n", "", 2, "t: 'x + y': there is no "
	  "name y; text stands in quotes\nt:   x + y\nt:       ^\n" USAGE },
	{ "acc", { "acc" }, "1\n", "", 2, "t: 'acc': acc is there in "
	  "accumulate and reduce\nt:   acc\nt:   ^^^\n" USAGE },
	{ "a file", { "/dev/null" }, "1\n", "", 2, "t: /dev/null: this is a "
	  "file; the expression comes before the files\n" USAGE },
	{ "more than one key", { "-k1,2", "x" }, "1\n", "", 2, "t: -k: x is "
	  "one field; row has them all\n" USAGE },
	{ "a range of keys", { "-k2-", "x" }, "1\n", "", 2, "t: -k: x is one "
	  "field; row has them all\n" USAGE },
	{ "a wrong word", { "--invalid=skp", "x" }, "1\n", "", 2, "t: skp: "
	  "--invalid takes fail, skip or pass; did you mean skip?\n" USAGE }
};

static void
tool(void *about)
{
	static struct option_list keys;
	static const char *invalid;
	static bool truths;
	static const struct option own[] = {
		{ 'k', "key", "LIST", "fields", .list = &keys },
		{ 'q', "truth", NULL, "truth values", .flag = &truths },
		INVALID_OPTION(invalid),
		{ 0 }
	};
	const struct option *const tables[] = { own, field_options, NULL };
	const struct row *row = about;
	char *argv[10] = { (char *)(uintptr_t)"t" };
	int argc = 1;
	struct generator generator;
	struct value value;
	struct words words;
	struct input in;
	bool truth;

	for (; row->args[argc - 1]; argc++)
		argv[argc] = (char *)(uintptr_t)row->args[argc - 1];
	message_start("t");
	output_start('\n');
	options_parse(tables, generator_hints, argc, argv);
	generator_open(&generator, argv[1], &keys, invalid);
	input_open(&in, words_open(&words, NULL, 0), '\n');
	while (generator_next(&generator, &in)) {
		if (truths && generator_truth(&generator, &in, &truth))
			output_record(truth ? "yes" : "no", truth ? 3 : 2);
		else if (!truths && generator_value(&generator, &in, &value))
			generator_write(&generator, &in, &value);
	}
	input_close(&in);
	generator_close(&generator);
	free(keys.text);
	output_close();
	finish();
}

START_TEST(does_what_they_say)
{
	struct row row = rows[_i];
	struct outcome outcome;
	const int in = file_make(row.in, strlen(row.in));

	child_run(&outcome, tool, &row, in, -1);
	outcome_expect(row.name, &outcome, row.status, row.out, row.err);
}
END_TEST

/* Whoever splits the records gives the splitter, and its groups' names. */
START_TEST(the_splitter_may_be_another_s)
{
	const char *reason;
	size_t at;
	struct splitter splitter = { .regexp = regexp_open("(?<a>.)(?<b>.)",
	    &reason, &at) };
	struct generator generator;
	struct value value;

	generator_open_split(&generator, "a + row[1]", &splitter);
	ck_assert_uint_eq(generator.frame.reach, 2);
	generator.frame.record = (struct record){ "47", 2 };
	splitter_split(&splitter, &generator.frame.record, 2);
	generator.frame.split = true;
	ck_assert(generator_value(&generator, NULL, &value));
	ck_assert_int_eq(value.word, 11);
	generator_close(&generator);
	splitter_close(&splitter);
}
END_TEST

static Suite *
generator_suite(void)
{
	Suite *suite = suite_create("generator");
	TCase *tcase = tcase_create("rows");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, does_what_they_say, 0, LENGTH(rows));
	tcase_add_test(tcase, the_splitter_may_be_another_s);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(generator_suite)
