/*
 * running - unit tests
 *
 * Each row is a small tool of its own, in a child: it writes every result,
 * and begins again behind an empty record.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "field_options.h"
#include "message.h"
#include "names.h"
#include "output.h"
#include "running.h"
#include "suite.h"
#include "support.h"
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define USAGE "Try 't --help'.\n"

static const struct row {
	const char *name;
	const char *func, *initial, *invalid;
	const char *in; /* NULL: 2000 records, which are counted */
	const char *out;
	int status;
	const char *err;
} rows[] = {
	{ "add", "add", NULL, NULL, "1\n2.5\n-1\n", "1\n3.5\n2.5\n", 0, "" },
	{ "mul", "mul", NULL, NULL, "2\n3\n", "2\n6\n", 0, "" },
	{ "min", "min", NULL, NULL, "2\n1.0\n1\n3\n", "2\n1.0\n1.0\n1.0\n", 0,
	  "" },
	{ "max", "max", NULL, NULL, "+2\n3\n3.0\n1\n", "2\n3\n3\n3\n", 0, "" },
	{ "count", "count", NULL, NULL, "a\nb\n", "1\n2\n", 0, "" },
	{ "where words end", "add", NULL, NULL, "9223372036854775807\n1\n-1\n",
	  "9223372036854775807\n9223372036854775808\n9223372036854775807\n",
	  0, "" },
	{ "an initial value", "add", "10", NULL, "1\n2\n", "11\n13\n", 0, "" },
	{ "a large one", "add", "100000000000000000000", NULL, "1\n",
	  "100000000000000000001\n", 0, "" },
	{ "a wrong one", "add", "a", NULL, "1\n", "", 2, "t: a: -I takes a "
	  "number\n" USAGE },
	{ "text", "acc + '-' + x", NULL, NULL, "a\nb\nc\n", "a\na-b\na-b-c\n",
	  0, "" },
	{ "text at first", "acc + '-' + x", "<", NULL, "a\n", "<-a\n", 0, "" },
	{ "initial text is input", "acc * x", "7", NULL, "3\n", "21\n", 0,
	  "" },
	{ "what is made of what was", "[x] + [acc][:1]", NULL, NULL,
	  "a\nb\nc\n", "a\nb\ta\nc\t['b', 'a']\n", 0, "" },
	{ "a dict", "{'n': x, 'o': acc}", NULL, NULL, "a\nb\nc\n",
	  "a\n{\"n\":\"b\",\"o\":\"a\"}\n"
	  "{\"n\":\"c\",\"o\":{\"n\":\"b\",\"o\":\"a\"}}\n", 0, "" },
	{ "a match, its pattern changed", "(search(x, 'abc'), acc)[0] or acc",
	  NULL, NULL, "a\nb\nz\nc\n", "a\nb\nb\nc\n", 0, "" },
	{ "matches kept", "(search(x, 'abc'), acc)", NULL, NULL, "a\nb\nc\n",
	  "a\n('b',)\ta\n('c',)\t(('b',), 'a')\n", 0, "" },
	{ "None", "None", NULL, NULL, "a\nb\nc\n", "a\n", 0, "" },
	{ "the index", "acc + i", NULL, NULL, "5\n0\n0\n", "5\n6\n8\n", 0,
	  "" },
	{ "begun again", "add", NULL, NULL, "1\n2\n\n3\n4\n", "1\n3\n3\n7\n",
	  0, "" },
	{ "begun again from -I", "acc + 'b' + x", "a", NULL, "1\n\n3\n",
	  "ab1\nab3\n", 0, "" },
	{ "no records", "add", NULL, NULL, "", "0\n", 0, "" },
	{ "no records of mul", "mul", NULL, NULL, "", "1\n", 0, "" },
	{ "no records of min", "min", NULL, NULL, "", "nothing\n", 0, "" },
	{ "no records, an expression", "acc + x", NULL, NULL, "", "nothing\n",
	  0, "" },
	{ "no records, -I", "acc + x", "a", NULL, "", "a\n", 0, "" },
	{ "a fault", "add", NULL, NULL, "1\na\n", "1\n", 1, "t: -:2: x is 'a',"
	  " not a number; --invalid=skip leaves such records out\n" },
	{ "a fault at first", "add", NULL, "skip", "a\n1\n2\n", "1\n3\n", 0,
	  "t: 1 record left out: --invalid=skip\n" },
	{ "nested too deeply", "[acc]", NULL, NULL, NULL, "1000\n", 1,
	  "t: -:1001: values are nested too deeply\n" },
	{ "that left out", "[acc]", NULL, "skip", NULL, "1000\n", 0,
	  "t: 1000 records left out: --invalid=skip\n" },

	{ "a wrong expression", "acc +", NULL, NULL, "1\n", "", 2,
	  "t: 'acc +': a value is missing after '+'\nt:   acc +\n"
	  "t:        ^\n" USAGE },
	{ "a word of others", "sum", NULL, NULL, "1\n", "", 2, "t: sum: -f "
	  "takes add, mul, min, max, count or an expression; did you mean "
	  "add?\n" USAGE },
	{ "another", "prod", NULL, NULL, "1\n", "", 2, "t: prod: -f takes add,"
	  " mul, min, max, count or an expression; did you mean mul?\n" USAGE },
	{ "a near miss", "cuont", NULL, NULL, "1\n", "", 2, "t: cuont: -f "
	  "takes add, mul, min, max, count or an expression; did you mean "
	  "count?\n" USAGE }
};

static bool
take(struct running *running, struct input *in)
{
	if (running->generator.frame.record.len > 0)
		return running_take(running, in);
	running_restart(running);
	return false;
}

/* Take many records, and say when so many were taken. */
static void
run_deep(struct running *running, struct input *in)
{
	char said[24];
	int n = 0;

	while (generator_next(&running->generator, in)) {
		if (!take(running, in) || ++n != 1000)
			continue;
		snprintf(said, sizeof said, "%d", n);
		output_record(said, strlen(said));
	}
}

static void
run(struct running *running, struct input *in)
{
	bool any = false;

	while (generator_next(&running->generator, in)) {
		any = true;
		if (take(running, in))
			generator_write(&running->generator, in,
			    running_result(running));
	}
	if (any)
		return;
	if (running_result(running))
		generator_write(&running->generator, in,
		    running_result(running));
	else
		output_record("nothing", 7);
}

static void
tool(void *about)
{
	static const struct option_list keys;
	const struct row *row = about;
	struct running running;
	struct words words;
	struct input in;

	message_start("t");
	output_start('\n');
	running_open(&running, row->func, row->initial, &keys,
	    row->invalid);
	input_open(&in, words_open(&words, NULL, 0), '\n');
	if (!row->in)
		run_deep(&running, &in);
	else
		run(&running, &in);
	input_close(&in);
	running_close(&running);
	output_close();
	finish();
}

START_TEST(does_what_they_say)
{
	static char many[2 * 2000];
	struct row row = rows[_i];
	struct outcome outcome;
	int in;

	for (size_t i = 0; i < sizeof many; i++)
		many[i] = "a\n"[i % 2];
	in = row.in ? file_make(row.in, strlen(row.in)) :
	    file_make(many, sizeof many);
	child_run(&outcome, tool, &row, in, -1);
	outcome_expect(row.name, &outcome, row.status, row.out, row.err);
}
END_TEST

static Suite *
running_suite(void)
{
	Suite *suite = suite_create("running");
	TCase *tcase = tcase_create("rows");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, does_what_they_say, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(running_suite)
