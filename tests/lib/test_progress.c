/*
 * progress - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "message.h"
#include "progress.h"
#include "suite.h"
#include "support.h"
#include <fnmatch.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

/* Fail the test unless pattern (fnmatch(3)) is what was said. */
static void
expect(const char *row, struct outcome *outcome, int status,
    const char *pattern)
{
	ck_assert_msg(outcome->status == status, "%s: status %d", row,
	    outcome->status);
	bytes_add(&outcome->err, "", 1);
	ck_assert_msg(fnmatch(pattern, outcome->err.at, 0) == 0, "%s: said %s",
	    row, outcome->err.at);
	outcome_free(outcome);
}

/* -------- the line -------- */

#define EXBI ((uint64_t)1 << 60)

static const struct row {
	const char *name;
	bool reads;
	uint64_t in, out, records, expected;
	bool uncounted;
	const char *line; /* times and rates are any */
} rows[] = {
	{ "nothing", true, 0, 0, 0, 0, false,
	    "t: read 0 bytes, 0 B/s, 0 records, ?.? s\n" },
	{ "one", true, 1, 0, 1, 0, false,
	    "t: read 1 byte, * *B/s, 1 record, ?.? s\n" },
	{ "no unit", true, 999, 0, 2, 0, false,
	    "t: read 999 bytes, * *B/s, 2 records, ?.? s\n" },
	{ "two places", true, 1999, 0, 2, 0, false,
	    "t: read 1999 bytes (1.99 kB), * 2 records, ?.? s\n" },
	{ "a zero in them", true, 9099, 0, 2, 0, false,
	    "t: read 9099 bytes (9.09 kB), * 2 records, ?.? s\n" },
	{ "one place", true, 10099, 0, 2, 0, false,
	    "t: read 10099 bytes (10.0 kB), * 2 records, ?.? s\n" },
	{ "none", true, 999999, 0, 2, 0, false,
	    "t: read 999999 bytes (999 kB), * 2 records, ?.? s\n" },
	{ "the next unit", true, 1000000, 0, 2, 0, false,
	    "t: read 1000000 bytes (1.00 MB), * 2 records, ?.? s\n" },
	{ "the last unit", true, 15 * EXBI, 0, 2, 0, false,
	    "t: read 17293822569102704640 bytes (17.2 EB), * 2 records, "
	    "?.? s\n" },
	{ "a share", true, 429, 0, 2, 1000, false,
	    "t: read 429 bytes, 42%, * 2 records, ?.? s\n" },
	{ "nearly all", true, 999, 0, 2, 1000, false,
	    "t: read 999 bytes, 99%, * 2 records, ?.? s\n" },
	{ "all", true, 1000, 0, 2, 1000, false,
	    "t: read 1000 bytes (1.00 kB), 100%, * 2 records, ?.? s\n" },
	{ "more than all", true, 1001, 0, 2, 1000, false,
	    "t: read 1001 bytes (1.00 kB), 100%, * 2 records, ?.? s\n" },
	{ "a share of very much", true, 7 * EXBI, 0, 2, 15 * EXBI, false,
	    "t: read 8070450532247928832 bytes (8.07 EB), 46%, "
	    "* 2 records, ?.? s\n" },
	{ "uncounted records", true, 5, 0, 2, 0, true,
	    "t: read 5 bytes, * *B/s, ?.? s\n" },
	{ "written as well", true, 5, 2000, 2, 0, false,
	    "t: read 5 bytes, * 2 records, ?.? s; "
	    "wrote 2000 bytes (2.00 kB)\n" },
	{ "only written", false, 0, 2000, 0, 0, false,
	    "t: wrote 2000 bytes (2.00 kB), * *B/s, ?.? s\n" }
};

static void
ask(void *about)
{
	const struct row *row = about;

	message_start("/bin/t");
	progress_start(row->reads);
	progress_expect(row->expected);
	/* More than is kept, and some of it given back. */
	progress_read((size_t)row->in);
	progress_read(7);
	progress_give_back(7);
	progress_wrote((size_t)row->out);
	progress_records(row->records);
	if (row->uncounted)
		progress_records_unknown();
	raise(SIGUSR1);
	/* Not asked for, there is none at the end. */
	finish();
}

START_TEST(line_tells)
{
	struct outcome outcome;

	child_run(&outcome, ask, (void *)&rows[_i], -1, -1);
	expect(rows[_i].name, &outcome, 0, rows[_i].line);
}
END_TEST

static void
ask_by_long_name(void *about)
{
	static char program[1000];

	(void)about;
	memset(program, '\t', sizeof program - 1);
	message_start(program);
	progress_start(true);
	progress_read(UINT32_MAX);
	raise(SIGUSR1);
}

START_TEST(long_name_is_cut)
{
	struct outcome outcome;

	child_run(&outcome, ask_by_long_name, NULL, -1, -1);
	expect("long name", &outcome, STATUS_RETURNED,
	    "\\\\t\\\\t*\\\\t: read 4294967295 bytes *\n");
}
END_TEST

/* -------- shown unasked -------- */

/* As in signals.c: what the timer sends. */
#ifdef HAVE_TIMER_CREATE
#define SIGTICK SIGVTALRM
#else
#define SIGTICK SIGALRM
#endif

static void
end_unused(void)
{
	progress_show();
	finish();
}

static void
end_empty(void)
{
	progress_show();
	progress_read(0);
	finish();
}

static void
end_used(void)
{
	progress_show();
	progress_read(5);
	finish();
}

static void
end_asked(void)
{
	progress_show();
	progress_read(5);
	raise(SIGUSR1);
	finish();
}

static void
end_in_a_fault(void)
{
	progress_show();
	progress_read(5);
	die("a", "b");
}

static void
ring(struct ending *ending)
{
	(void)ending;
	raise(SIGTICK);
}

static void
end_with_a_tick(void)
{
	struct ending late = { .run = ring };

	/* It runs behind what says the last line. */
	ending_add(&late);
	progress_show();
	raise(SIGTICK);
	finish();
}

static const struct {
	const char *name;
	void (*run)(void);
	int status;
	const char *line;
} ends[] = {
	{ "nothing was read", end_unused, 0, "" },
	{ "an empty file was", end_empty, 0, "t: read 0 bytes, *\n" },
	{ "something was", end_used, 0, "t: read 5 bytes, * s\n" },
	{ "and asked for", end_asked, 0,
	    "t: read 5 bytes, * s\nt: read 5 bytes, * s\n" },
	{ "a tick behind the end", end_with_a_tick, 0,
	    "t: read 0 bytes, * s\nt: read 0 bytes, * s\n" },
	{ "a fault", end_in_a_fault, 1, "t: a: b\nt: read 5 bytes, *\n" }
};

static void
end(void *about)
{
	message_start("t");
	progress_start(true);
	(*(void (*const *)(void))about)();
}

START_TEST(last_line_stays)
{
	struct outcome outcome;

	child_run(&outcome, end, (void *)&ends[_i].run, -1, -1);
	expect(ends[_i].name, &outcome, ends[_i].status, ends[_i].line);
}
END_TEST

/* -------- drawn on a terminal, which is narrow -------- */

static void
draw(void *about)
{
	const struct winsize narrow = { .ws_col = 16 };
	const int terminal = *(int *)about;

	must(ioctl(terminal, TIOCSWINSZ, &narrow) == 0, "TIOCSWINSZ");
	dup2(terminal, 2);
	if (terminal != 1)
		dup2(terminal, 1);
	message_start("t");
	progress_start(true);
	progress_show();
	pause_for(1300);
	fault("a", "b");
	pause_for(1000);
	/* Output on the same terminal stands below no line. */
	progress_make_way();
	must(write(1, "5\n", 2) == 2, "write");
	progress_read(2);
	finish();
}

START_TEST(terminal_shows_one_line)
{
	/* On a slow machine it may be drawn more often. */
	static const char want[] =
	    "t: read 0 bytes*\r               \rt: a: b\n"
	    "t: read 0 bytes*\r               \r5\n"
	    "t: read 2 bytes, * s\n";
	struct outcome outcome;
	char shown[4096];
	int terminal, other;
	size_t len = 0;
	ssize_t n;

	terminal = terminal_or_skip(&other);
	child_run(&outcome, draw, &terminal, -1, -1);
	ck_assert_int_eq(outcome.status, 1);
	outcome_free(&outcome);
	/* It hands over what was written to it by and by. */
	do {
		n = read(other, shown + len, sizeof shown - 1 - len);
		ck_assert_int_gt(n, 0);
		len += (size_t)n;
		shown[len] = '\0';
	} while (!strstr(shown, " s\n"));
	ck_assert_msg(fnmatch(want, shown, 0) == 0, "shown was %s", shown);
	close(terminal);
	close(other);
}
END_TEST

static Suite *
progress_suite(void)
{
	Suite *suite = suite_create("progress");
	TCase *tcase = tcase_create("progress");

	tcase_set_timeout(tcase, 30);
	tcase_add_loop_test(tcase, line_tells, 0, LENGTH(rows));
	tcase_add_test(tcase, long_name_is_cut);
	tcase_add_loop_test(tcase, last_line_stays, 0, LENGTH(ends));
	tcase_add_test(tcase, terminal_shows_one_line);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(progress_suite)
