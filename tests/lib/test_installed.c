/*
 * Names in commands and hints, of a program that was renamed and of others.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "installed.h"
#include "message.h"
#include "suite.h"
#include <string.h>

static const struct {
	const char *line, *renamed;
} commands[] = {
	{ "", "" },
	{ "take 10", "it-take 10" },
	{ "take", "it-take" },
	{ "fib|take 1", "it-fib|it-take 1" },
	{ "fib | take 10 && echo take", "it-fib | it-take 10 && echo take" },
	{ "{ take 1; sort; } < take", "{ it-take 1; sort; } < take" },
	{ "while x=$(take -s 1); do take 2; done",
	  "while x=$(it-take -s 1); do it-take 2; done" },
	{ "filter 'x | take' all", "it-filter 'x | take' all" },
	{ "filter \"x; \\\"; take\" | all x",
	  "it-filter \"x; \\\"; take\" | it-all x" },
	{ "echo \\' | take 1", "echo \\' | it-take 1" },
	{ "LC_ALL=C take 1", "LC_ALL=C it-take 1" },
	{ "taken | untake", "taken | untake" },
	{ "echo: take 1", "echo: take 1" },
	{ "(fib) take", "(it-fib) take" },
};

static const struct {
	const char *sentence, *renamed;
} hints[] = {
	{ "N is an operand: take 10", "N is an operand: it-take 10" },
	{ "all of it: fib | take 3", "all of it: it-fib | it-take 3" },
	{ "take is no name here", "take is no name here" },
	{ "with ::: take a", "with ::: take a" },
};

START_TEST(command_of_renamed)
{
	message_start("/usr/bin/it-fib");
	ck_assert_str_eq(installed_command(commands[_i].line),
	    commands[_i].renamed);
}
END_TEST

START_TEST(hint_of_renamed)
{
	message_start("it-take");
	ck_assert_str_eq(installed_hint(hints[_i].sentence),
	    hints[_i].renamed);
}
END_TEST

START_TEST(name)
{
	message_start("it-take");
	ck_assert_str_eq(installed_name("iterutils"), "it-iterutils");
	ck_assert_str_eq(installed_name("sort"), "sort");
	message_start("build/take");
	ck_assert_str_eq(installed_name("iterutils"), "iterutils");
}
END_TEST

/* A program that runs under its own name, or a third, changes nothing. */
START_TEST(others)
{
	message_start("take");
	ck_assert_str_eq(installed_command("fib | take 1"), "fib | take 1");
	message_start("take10");
	ck_assert_str_eq(installed_command("fib | take 1"), "fib | take 1");
	ck_assert_str_eq(installed_hint("so: take 1"), "so: take 1");
}
END_TEST

/* What does not fit is not cut. */
START_TEST(long_line)
{
	char line[4096] = "take ";

	memset(line + 5, 'x', sizeof line - 6);
	message_start("it-take");
	ck_assert_str_eq(installed_command(line), line);
	line[2043] = '\0';
	ck_assert_str_eq(installed_command(line) + 3, line);
	line[2043] = 'x';
	line[2044] = '\0';
	ck_assert_str_eq(installed_command(line) + 3, line);
	line[2044] = 'x';
	line[2045] = '\0';
	ck_assert_str_eq(installed_command(line), line);
}
END_TEST

static Suite *
installed_suite(void)
{
	Suite *suite = suite_create("installed");
	TCase *tc = tcase_create("installed");

	tcase_add_loop_test(tc, command_of_renamed, 0, LENGTH(commands));
	tcase_add_loop_test(tc, hint_of_renamed, 0, LENGTH(hints));
	tcase_add_test(tc, name);
	tcase_add_test(tc, others);
	tcase_add_test(tc, long_line);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(installed_suite)
