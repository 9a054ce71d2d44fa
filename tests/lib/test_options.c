/*
 * Command lines, what they set, what they are refused for; help's lines.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "message.h"
#include "options.h"
#include "output.h"
#include "suite.h"
#include "support.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool strict, zero, drain, long_one;
static const char *initial, *name, *with_value;
static struct option_list keys;

static const struct option first[] = {
	{ 's', "strict", NULL, "be strict", .flag = &strict },
	{ 'I', "initial", "VALUE", "begin with VALUE", .text = &initial },
	{ 0, "name", "WORD", "a word", .text = &name },
	{ 'k', "key", "LIST", "fields", .list = &keys },
	{ 0 }
};

static const struct option none[] = { { 0 } };

static const struct option second[] = {
	{ 'z', "zero-terminated", NULL, "records end with NUL",
	    .flag = &zero },
	{ 0, "drain", NULL, "read on", .flag = &drain },
	{ 0, "a-long-one-that-is-27-wide", NULL, "on a line below",
	    .flag = &long_one },
	{ 'V', "with-value-2222", "VALUE", "below, too", .text = &with_value },
	{ 'W', "with-value-222", "VALUE", "just beside", .text = &with_value },
	{ 0 }
};

static const struct option *const tables[] = { first, none, second, NULL };

static const struct hint hints[] = {
	{ "-n", "N is an operand: take 10" },
	{ "--lines", "N is an operand" },
	{ "--strikt", "a hint comes first" },
	{ NULL }
};

#define ARGS_MAX 8

/*
 * The words after the command's name, and what comes of them: s, z and d for
 * each flag that is set, then I=.., N=.., k=.. for each value of a list, the
 * operands in brackets; or what standard error says, with status 2.
 */
static const struct row {
	const char *row;
	const char *args[ARGS_MAX];
	const char *set;
	const char *err;
} rows[] = {
	{ "nothing", { NULL }, "", "" },
	{ "a letter", { "-s" }, "s", "" },
	{ "a cluster", { "-sz" }, "sz", "" },
	{ "the same twice", { "-ss", "--strict" }, "s", "" },
	{ "a name", { "--strict" }, "s", "" },
	{ "of the last table", { "--drain" }, "d", "" },
	{ "a value attached", { "-I5" }, "I=5", "" },
	{ "a value apart", { "-I", "5" }, "I=5", "" },
	{ "behind others", { "-szI5" }, "szI=5", "" },
	{ "behind others, apart", { "-szI", "5" }, "szI=5", "" },
	{ "takes the letters after it", { "-Isz" }, "I=sz", "" },
	{ "an equals sign is of the value", { "-I=5" }, "I==5", "" },
	{ "name, value attached", { "--initial=5" }, "I=5", "" },
	{ "name, value apart", { "--initial", "5" }, "I=5", "" },
	{ "value with an equals sign", { "--initial=a=b" }, "I=a=b", "" },
	{ "empty value", { "--initial=" }, "I=", "" },
	{ "empty value, apart", { "--initial", "" }, "I=", "" },
	{ "empty value, of a letter", { "-I", "" }, "I=", "" },
	{ "value like an option", { "-I", "-s" }, "I=-s", "" },
	{ "value like a name", { "--initial", "--strict" }, "I=--strict",
	    "" },
	{ "value like the end", { "-I", "--", "-s" }, "sI=--", "" },
	{ "value is a minus sign", { "--name", "-" }, "N=-", "" },
	{ "the last value counts", { "-I1", "--initial=2" }, "I=2", "" },
	{ "a list keeps all values",
	    { "-k1", "-s", "--key=2,3", "a", "-k", "-4", "-k1" },
	    "sk=1k=2,3k=-4k=1[a]", "" },
	{ "operands", { "a", "b" }, "[a][b]", "" },
	{ "an empty operand", { "" }, "[]", "" },
	{ "options after operands", { "a", "-s", "b", "-I", "5", "c" },
	    "sI=5[a][b][c]", "" },
	{ "the end of options", { "--", "-s", "--drain" },
	    "[-s][--drain]", "" },
	{ "a second end is an operand", { "a", "--", "--", "b" },
	    "[a][--][b]", "" },
	{ "the end of all", { "-s", "a", "--" }, "s[a]", "" },
	{ "minus", { "-", "-s" }, "s[-]", "" },
	{ "a number", { "-5", "-0", "-9" }, "[-5][-0][-9]", "" },
	{ "a number and more", { "-5s" }, "[-5s]", "" },
	{ "a fraction", { "-.5" }, "[-.5]", "" },
	{ "a slice", { "-:3", "-5:" }, "[-:3][-5:]", "" },
	{ "infinity", { "-inf" }, "[-inf]", "" },

	{ "unknown letter", { "-q" }, NULL,
	    "t: -q: unknown option\n" },
	{ "unknown letter in a cluster", { "-sqz" }, NULL,
	    "t: -q: unknown option\n" },
	{ "a letter with a hint", { "-n", "10" }, NULL,
	    "t: -n: unknown option; N is an operand: take 10\n" },
	{ "a hint whatever follows", { "-n10" }, NULL,
	    "t: -n: unknown option; N is an operand: take 10\n" },
	{ "a name with a hint", { "--lines=10" }, NULL,
	    "t: --lines: unknown option; N is an operand\n" },
	{ "a hint before a guess", { "--strikt" }, NULL,
	    "t: --strikt: unknown option; a hint comes first\n" },
	{ "a slip", { "--stict" }, NULL,
	    "t: --stict: unknown option; did you mean --strict?\n" },
	{ "a slip with a value", { "--initail=5" }, NULL,
	    "t: --initail: unknown option; did you mean --initial?\n" },
	{ "a slip in the last table", { "--drian" }, NULL,
	    "t: --drian: unknown option; did you mean --drain?\n" },
	{ "not abbreviated", { "--str" }, NULL,
	    "t: --str: unknown option; did you mean --strict?\n" },
	{ "longer than one", { "--strictly" }, NULL,
	    "t: --strictly: unknown option; did you mean --strict?\n" },
	{ "nothing near", { "--colour" }, NULL,
	    "t: --colour: unknown option\n" },
	{ "no name", { "--=5" }, NULL, "t: --: unknown option\n" },
	{ "three minus signs", { "---" }, NULL,
	    "t: ---: unknown option\n" },
	{ "a minus sign in a cluster", { "-s-" }, NULL,
	    "t: -s-: unknown option\n" },
	{ "no name, near one all the same", { "-s-rain" }, NULL,
	    "t: -s-rain: unknown option\n" },
	{ "a point alone", { "-.", }, NULL, "t: -.: unknown option\n" },
	{ "a point and a letter", { "-.s", }, NULL,
	    "t: -.: unknown option\n" },
	{ "two points", { "-..5", }, NULL, "t: -.: unknown option\n" },
	{ "neither digit before 0", { "-/" }, NULL,
	    "t: -/: unknown option\n" },
	{ "almost infinity", { "-in" }, NULL, "t: -i: unknown option\n" },
	{ "no ASCII letter", { "-s\xc3\xa9" }, NULL,
	    "t: -s\xc3\xa9: unknown option\n" },
	{ "long, fits with its value",
	    { "--2345678901234567890123456789012345678901234567890123456789"
	    "012=5" }, NULL,
	    "t: --2345678901234567890123456789012345678901234567890123456789"
	    "012: unknown option\n" },
	{ "too long to cut",
	    { "--2345678901234567890123456789012345678901234567890123456789"
	    "0123=5" }, NULL,
	    "t: --2345678901234567890123456789012345678901234567890123456789"
	    "0123=5: unknown option\n" },
	{ "a value where there is none", { "--strict=yes" }, NULL,
	    "t: --strict=yes: --strict takes no value\n" },
	{ "also an empty one", { "--drain=" }, NULL,
	    "t: --drain=: --drain takes no value\n" },
	{ "a missing value", { "-s", "-I" }, NULL,
	    "t: -I: needs a value, VALUE\n" },
	{ "missing at a cluster's end", { "-sI" }, NULL,
	    "t: -I: needs a value, VALUE\n" },
	{ "missing at a name", { "a", "--name" }, NULL,
	    "t: --name: needs a value, WORD\n" },
	{ "the first that is wrong is named", { "-q", "--colour" }, NULL,
	    "t: -q: unknown option\n" }
};

static void
parse(void *about)
{
	const struct row *row = about;
	char *argv[ARGS_MAX + 2] = { (char *)"t" };
	char text[256] = "";
	int argc = 1;
	size_t n, i;

	while (row->args[argc - 1]) {
		argv[argc] = (char *)row->args[argc - 1];
		argc++;
	}
	message_start("t");
	n = options_parse(tables, hints, argc, argv);
	if (strict)
		strcat(text, "s");
	if (zero)
		strcat(text, "z");
	if (drain)
		strcat(text, "d");
	if (initial)
		strcat(strcat(text, "I="), initial);
	if (name)
		strcat(strcat(text, "N="), name);
	for (i = 0; i < keys.n; i++)
		strcat(strcat(text, "k="), keys.text[i]);
	free(keys.text);
	for (i = 1; i <= n; i++)
		strcat(strcat(strcat(text, "["), argv[i]), "]");
	must(write(1, text, strlen(text)) >= 0, "write");
}

START_TEST(command_line_is_read)
{
	const struct row *row = &rows[_i];
	struct outcome outcome;
	char err[256];

	child_run(&outcome, parse, (void *)row, -1, -1);
	snprintf(err, sizeof err, "%s%s", row->err,
	    row->set ? "" : "Try 't --help'.\n");
	outcome_expect(row->row, &outcome, row->set ? STATUS_RETURNED : 2,
	    row->set ? row->set : "", err);
}
END_TEST

/* What an operand that begins with a minus sign is refused with. */
static const struct slip {
	const char *word, *err;
} slips[] = {
	{ "-x", "-x: unknown option; operands stand behind --" },
	{ "-len(x)", "-len(x): unknown option; operands stand behind --" },
	{ "-X_1", "-X_1: unknown option; operands stand behind --" },
	{ "-'x'", "-'x': unknown option; operands stand behind --" },
	{ "-(x)", "-(x): unknown option; operands stand behind --" },
	{ "-n", "-n: unknown option; another hint" },
	{ "-nx", "-n: unknown option; another hint" },
	{ "-sx", "-x: unknown option" },
	{ "-%", "-%: unknown option" },
	{ "-.", "-.: unknown option" },
	{ "--x", "--x: unknown option" },
};

static void
parse_slip(void *about)
{
	static const struct hint either[] = {
		{ "-", "operands stand behind --" }, { "-n", "another hint" },
		{ NULL }
	};
	char *argv[] = { (char *)"t", about, NULL };

	message_start("t");
	options_parse(tables, either, 2, argv);
}

START_TEST(operands_like_options)
{
	const struct slip *slip = &slips[_i];
	struct outcome outcome;
	char err[256];

	child_run(&outcome, parse_slip, (void *)slip->word, -1, -1);
	snprintf(err, sizeof err, "t: %s\nTry 't --help'.\n", slip->err);
	outcome_expect(slip->word, &outcome, 2, "", err);
}
END_TEST

static void
parse_without_hints(void *about)
{
	char *argv[] = { (char *)"t", (char *)"-n", NULL };

	(void)about;
	message_start("t");
	options_parse(tables, NULL, 2, argv);
}

START_TEST(no_hints)
{
	struct outcome outcome;

	child_run(&outcome, parse_without_hints, NULL, -1, -1);
	outcome_expect("no hints", &outcome, 2, "",
	    "t: -n: unknown option\nTry 't --help'.\n");
}
END_TEST

static void
show_help(void *about)
{
	(void)about;
	output_start('\n');
	options_help(tables);
	output_close();
}

START_TEST(help_is_a_table)
{
	struct outcome outcome;

	child_run(&outcome, show_help, NULL, -1, -1);
	outcome_expect("help", &outcome, STATUS_RETURNED,
	    "  -s, --strict                be strict\n"
	    "  -I, --initial=VALUE         begin with VALUE\n"
	    "      --name=WORD             a word\n"
	    "  -k, --key=LIST              fields\n"
	    "  -z, --zero-terminated       records end with NUL\n"
	    "      --drain                 read on\n"
	    "      --a-long-one-that-is-27-wide\n"
	    "                              on a line below\n"
	    "  -V, --with-value-2222=VALUE\n"
	    "                              below, too\n"
	    "  -W, --with-value-222=VALUE  just beside\n", "");
}
END_TEST

static Suite *
options_suite(void)
{
	Suite *suite = suite_create("options");
	TCase *tc = tcase_create("options");

	tcase_add_loop_test(tc, command_line_is_read, 0, LENGTH(rows));
	tcase_add_loop_test(tc, operands_like_options, 0,
	    sizeof slips / sizeof *slips);
	tcase_add_test(tc, no_hints);
	tcase_add_test(tc, help_is_a_table);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(options_suite)
