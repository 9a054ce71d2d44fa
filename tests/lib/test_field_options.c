/*
 * field_options - unit tests
 *
 * Each row is a small tool of its own, in a child: it writes the fields that
 * -k names, joined.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "field_options.h"
#include "message.h"
#include "names.h"
#include "output.h"
#include "suite.h"
#include "support.h"
#include <string.h>

#define USAGE "Try 't --help'.\n"
#define ESCAPES "is no escape; there are \\t \\n \\0 \\\\ \\xHH\n"

static const struct row {
	const char *name;
	const char *args[8];
	const char *in, *out;
	int status;
	const char *err;
} rows[] = {
	{ "blanks, joined by a tab", { "-k", "2,1" }, " a  b c\nd\n",
	  "b\ta\n\td\n", 0, "" },
	{ "no LIST: the record", { NULL }, " a  b c\n\n", " a  b c\n\n", 0,
	  "" },
	{ "-t joins, too", { "-t", ",", "-k", "3,1" }, "a,b,c\n", "c,a\n", 0,
	  "" },
	{ "several bytes", { "-t::", "-k2-" }, "a::b:c::d\n", "b:c::d\n", 0,
	  "" },
	{ "an escape", { "-t", "\\t", "-k2" }, "a b\tc\n", "c\n", 0, "" },
	{ "the long name", { "--field-separator=\\x3a", "-k2" }, "a:b\n",
	  "b\n", 0, "" },
	{ "the delimiter", { "--output-delimiter=\\t|", "-k1,2" }, "a b\n",
	  "a\t|b\n", 0, "" },
	{ "over -t", { "-t,", "--output-delimiter", ";", "-k1,2" }, "a,b\n",
	  "a;b\n", 0, "" },
	{ "none at all", { "-t,", "--output-delimiter=", "-k1,2" }, "a,b\n",
	  "ab\n", 0, "" },
	{ "more than one LIST", { "-k2", "-k", "1", "--key=2" }, "a b\n",
	  "b\ta\tb\n", 0, "" },
	{ "groups", { "-e", "(\\w)=(\\w)" }, "x a=b\nnone\nc=d\n",
	  "a\tb\nc\td\n", 0, "" },
	{ "a named one", { "-e", "(\\w)=(?<v>\\w)", "-kv" }, "x a=b\n",
	  "b\n", 0, "" },
	{ "the whole match", { "--regexp=[0-9]+" }, "a12b3\n", "12\n", 0,
	  "" },

	{ "-t ''", { "-t", "" }, "a\n", "", 2, "t: -t: a separator has at "
	  "least one byte; without -t fields are separated by blanks\n" USAGE },
	{ "no escape", { "-t", "\\q" }, "a\n", "", 2,
	  "t: -t: '\\q' " ESCAPES USAGE },
	{ "no escape in the delimiter", { "--output-delimiter=\\" }, "a\n",
	  "", 2, "t: --output-delimiter: '\\' " ESCAPES USAGE },
	{ "-t and -e", { "-t,", "-ea" }, "a\n", "", 2,
	  "t: -e: -t says already what the fields are\n" USAGE },
	{ "-t '' and -e", { "-t", "", "-e", "" }, "a\n", "", 2,
	  "t: -e: -t says already what the fields are\n" USAGE },
	{ "a wrong regexp", { "-e", "a(b" }, "a\n", "", 2,
	  "t: -e: 'a(b': missing closing parenthesis at 4\n" USAGE },
	{ "wrong at its first byte", { "-e", "*" }, "a\n", "", 2, "t: -e: '*': "
	  "quantifier does not follow a repeatable item at 1\n" USAGE },
	{ "a wrong LIST", { "-k1", "-k1,0" }, "a\n", "", 2,
	  "t: -k: '0': fields count from 1\n" USAGE },
	{ "a near name", { "-e(?<host>a)", "-khots" }, "a\n", "", 2,
	  "t: -k: 'hots': no such group; did you mean host?\n" USAGE },
	{ "an undecided record", { "-e", "^(a+)+$" },
	  "a\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\na\n", "a\n", 1,
	  "t: -:2: -e takes too many steps on this record\n" },
};

static void
tool(void *about)
{
	static struct option_list keys;
	static const struct option own[] = {
		{ 'k', "key", "LIST", "fields", .list = &keys },
		{ 0 }
	};
	const struct option *const tables[] = { own, field_options, NULL };
	const struct row *row = about;
	char *argv[10] = { (char *)(uintptr_t)"t" };
	int argc = 1;
	struct selection selection = { 0 };
	struct splitter splitter;
	struct fields taken = { 0 };
	struct record record;
	struct words words;
	struct input in;

	for (; row->args[argc - 1]; argc++)
		argv[argc] = (char *)(uintptr_t)row->args[argc - 1];
	message_start("t");
	output_start('\n');
	options_parse(tables, NULL, argc, argv);
	field_options_splitter(&splitter);
	field_options_select(&selection, &keys, "-k", &splitter);
	input_open(&in, words_open(&words, NULL, 0), '\n');
	while (input_next(&in, &record)) {
		if (!field_options_split(&splitter, &in, &record,
		    selection_reach(&selection), NULL))
			continue;
		selection_take(&selection, &splitter.fields, &taken);
		field_options_write(&taken);
		output_end();
	}
	input_close(&in);
	fields_close(&taken);
	selection_close(&selection);
	splitter_close(&splitter);
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

static Suite *
field_options_suite(void)
{
	Suite *suite = suite_create("field_options");
	TCase *tcase = tcase_create("rows");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, does_what_they_say, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(field_options_suite)
