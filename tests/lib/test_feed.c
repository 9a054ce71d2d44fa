/*
 * feed - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "feed.h"
#include "message.h"
#include "output.h"
#include "refuse.h"
#include "signals.h"
#include "suite.h"
#include "support.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Two commands are fed, each with these records so often. */
static const struct row {
	const char *name;
	const char *line;
	const char *value; /* of $VALUE */
	size_t len;
	const char *record;
	int n;
	bool dies; /* the run does, before the first feed ends */
	int status;
	const char *out, *err;
} rows[] = {
	{ "records go to the command", "cat", LITERAL("v"), "a", 2, false,
	    0, "a\na\na\na\n", "" },
	{ "no records", "cat; echo .", LITERAL("v"), "a", 0, false,
	    0, ".\n.\n", "" },
	{ "it has its variable", "echo $VALUE", LITERAL("v w"), "a", 1, false,
	    0, "v w\nv w\n", "" },
	{ "it stops reading", "head -n 1", LITERAL("v"), "a", 100000, false,
	    0, "a\na\n", "" },
	{ "it reads nothing", "echo .", LITERAL("v"), "a", 100000, false,
	    0, ".\n.\n", "" },
	{ "it fails", "cat; exit 2", LITERAL("v"), "a", 1, false,
	    1, "a\na\n", "tool: cat; exit 2: fed 0: exit status 2\n"
	    "tool: cat; exit 2: fed 1: exit status 2\n" },
	{ "it dies of SIGPIPE while there is a reader", "kill -PIPE $$",
	    LITERAL("v"), "a", 1, false, 1, "",
	    "tool: kill -PIPE $$: fed 0: killed by signal 13\n"
	    "tool: kill -PIPE $$: fed 1: killed by signal 13\n" },
	{ "a value with NUL", "cat", LITERAL("v\0w"), "a", 1, false, 1, "",
	    "tool: cat: fed 0: a NUL byte can't stand in $VALUE\n"
	    "tool: cat: fed 1: a NUL byte can't stand in $VALUE\n" },
	{ "a value too long", "cat", NULL, 32 << 20, "a", 100000, false, 1, "",
	    "tool: cat: fed 0: too long for the environment\n"
	    "tool: cat: fed 1: too long for the environment\n" },
	{ "the run ends in the middle", "cat; sleep 0.2; echo waited",
	    LITERAL("v"), "a", 2, true, 1, "a\na\nwaited\n",
	    "tool: a fault\n"
	    "tool: cat; sleep 0.2; echo waited: fed 0: cut short, the command "
	    "got a part of it\n" },
	{ "in the middle, and it fails", "cat; exit 3", LITERAL("v"), "a", 1,
	    true, 1, "a\n",
	    "tool: a fault\n"
	    "tool: cat; exit 3: fed 0: cut short, the command got a part of "
	    "it\n"
	    "tool: cat; exit 3: fed 0: exit status 3\n" },
	{ "the run ends, and there is no command", "cat", LITERAL("v\0w"), "a",
	    1, true, 1, "",
	    "tool: cat: fed 0: a NUL byte can't stand in $VALUE\n"
	    "tool: a fault\n" },
};

static void
feed_twice(void *about)
{
	const struct row *row = about;
	char *value = calloc(1, row->len + 1);
	struct variable variable = { "VALUE", value, row->len };
	struct feed feed;

	if (row->value)
		memcpy(value, row->value, row->len);
	else
		memset(value, 'x', row->len);
	message_start("tool");
	signals_ignore();
	output_start('\n');
	output_redirect(-1);
	for (int i = 0; i < 2; i++) {
		sprintf(feed.fed, "fed %d", i);
		feed_begin(&feed, row->line, &variable, 1);
		for (int j = 0; j < row->n; j++) {
			output_record(row->record, strlen(row->record));
			feed_look(&feed);
		}
		if (row->dies)
			die(NULL, "a fault");
		feed_end(&feed);
	}
	must(waitpid(-1, NULL, WNOHANG) < 0, "no child is left");
	free(value);
	finish();
}

START_TEST(feeds)
{
	const struct row *row = &rows[_i];
	struct outcome outcome;

	child_run(&outcome, feed_twice, (void *)(size_t)row, -1, -1);
	outcome_expect(row->name, &outcome, row->status, row->out, row->err);
}
END_TEST

static void
feed_without_descriptors(void *about)
{
	struct feed feed = { .fed = "fed" };

	(void)about;
	message_start("tool");
	output_start('\n');
	output_redirect(-1);
	refuse(CALL_PIPE2, ANY_DESCRIPTOR, EMFILE, 0, 1);
	feed_begin(&feed, "cat", NULL, 0);
	output_record("a", 1);
	feed_end(&feed);
	feed_begin(&feed, "cat", NULL, 0);
	output_record("b", 1);
	feed_end(&feed);
	finish();
}

START_TEST(goes_on_after_a_command_that_cant_start)
{
	struct outcome outcome;

	child_run(&outcome, feed_without_descriptors, NULL, -1, -1);
	outcome_expect("EMFILE", &outcome, 1, "b\n",
	    "tool: cat: fed: Too many open files\n");
}
END_TEST

/* Look so late that it does: first the command reads, then it has ended. */
static void
feed_slowly(void *about)
{
	struct feed feed = { .fed = "fed" };

	(void)about;
	message_start("tool");
	signals_ignore();
	output_start('\n');
	feed_begin(&feed, "head -n 1", NULL, 0);
	pause_for(30);
	feed_look(&feed);
	output_record("a", 1);
	output_flush();
	pause_for(100);
	feed_look(&feed);
	output_record("b", 1);
	feed_end(&feed);
	finish();
}

START_TEST(goes_on_while_standard_output_is_read)
{
	struct outcome outcome;

	child_run(&outcome, feed_slowly, NULL, -1, -1);
	outcome_expect("slowly", &outcome, 0, "a\n", "");
}
END_TEST

/* -------- the reader of standard output leaves -------- */

struct departure {
	const char *line;
	int reader; /* the end of the pipe that only the test may hold */
};

static void
feed_for_nobody(void *about)
{
	const struct departure *departure = about;
	struct feed feed = { .fed = "fed" };

	close(departure->reader);
	message_start("tool");
	signals_ignore();
	output_start('\n');
	feed_begin(&feed, departure->line, NULL, 0);
	for (;;) {
		output_record("a", 1);
		feed_look(&feed);
	}
}

static const char *const lines[] = { "cat", "cat; exit $?", "yes" };

START_TEST(ends_where_the_reader_left)
{
	struct departure departure = { lines[_i], -1 };
	struct outcome outcome;
	struct child child;
	int end[2];
	char byte;

	pipe_make(end);
	departure.reader = end[0];
	child_start(&child, feed_for_nobody, &departure, -1, end[1]);
	close(end[1]);
	ck_assert_int_eq(read(end[0], &byte, 1), 1);
	close(end[0]);
	child_end(&child, &outcome);
	outcome_expect(lines[_i], &outcome, 0, "", "");
}
END_TEST

/* The command dies when its input is closed, not before. */
static void
feed_too_late(void *about)
{
	struct feed feed = { .fed = "fed" };

	(void)about;
	message_start("tool");
	signals_ignore();
	output_start('\n');
	feed_begin(&feed, "cat > /dev/null; kill -PIPE $$", NULL, 0);
	output_record("a", 1);
	feed_end(&feed);
}

START_TEST(ends_at_the_end_where_the_reader_left)
{
	struct outcome outcome;
	int end[2];

	pipe_make(end);
	close(end[0]);
	child_run(&outcome, feed_too_late, NULL, -1, end[1]);
	close(end[1]);
	outcome_expect("at the end", &outcome, 0, "", "");
}
END_TEST

static Suite *
feed_suite(void)
{
	Suite *suite = suite_create("feed");
	TCase *tcase = tcase_create("feed");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, feeds, 0, LENGTH(rows));
	tcase_add_test(tcase, goes_on_after_a_command_that_cant_start);
	tcase_add_test(tcase, goes_on_while_standard_output_is_read);
	tcase_add_loop_test(tcase, ends_where_the_reader_left, 0,
	    LENGTH(lines));
	tcase_add_test(tcase, ends_at_the_end_where_the_reader_left);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(feed_suite)
