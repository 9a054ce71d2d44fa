/*
 * The words on standard error, escaped and whole, and how a process ends.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "message.h"
#include "refuse.h"
#include "suite.h"
#include "support.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* -------- which bytes are shown as they are -------- */

static const struct {
	const char *name, *subject, *shown;
} subjects[] = {
	{ "plain", "a b~!", "a b~!" },
	{ "a percent sign is no conversion", "%s%n", "%s%n" },
	{ "empty", "", "''" },
	{ "newline, return, tab", "a\nb\rc\td", "a\\nb\\rc\\td" },
	{ "escape", "\x1b[31m", "\\x1b[31m" },
	{ "first and last control", "\x01\x1f\x7f", "\\x01\\x1f\\x7f" },
	{ "backslash stands", "a\\b", "a\\b" },
	{ "two bytes", "\xc3\xa9", "\xc3\xa9" },
	{ "C1, first and last", "\xc2\x80\xc2\x9f", "\\xc2\\x80\\xc2\\x9f" },
	{ "first after C1", "\xc2\xa0", "\xc2\xa0" },
	{ "last of two bytes", "\xdf\xbf", "\xdf\xbf" },
	{ "first of three bytes", "\xe0\xa0\x80", "\xe0\xa0\x80" },
	{ "three bytes", "\xe2\x82\xac", "\xe2\x82\xac" },
	{ "last before surrogates", "\xed\x9f\xbf", "\xed\x9f\xbf" },
	{ "first surrogate", "\xed\xa0\x80", "\\xed\\xa0\\x80" },
	{ "last surrogate", "\xed\xbf\xbf", "\\xed\\xbf\\xbf" },
	{ "first after surrogates", "\xee\x80\x80", "\xee\x80\x80" },
	{ "last of three bytes", "\xef\xbf\xbf", "\xef\xbf\xbf" },
	{ "first of four bytes", "\xf0\x90\x80\x80", "\xf0\x90\x80\x80" },
	{ "last of four bytes", "\xf4\x8f\xbf\xbf", "\xf4\x8f\xbf\xbf" },
	{ "past the last", "\xf4\x90\x80\x80", "\\xf4\\x90\\x80\\x80" },
	{ "no such lead", "\xf5\x80\x80\x80", "\\xf5\\x80\\x80\\x80" },
	{ "overlong, two", "\xc0\xaf\xc1\xbf", "\\xc0\\xaf\\xc1\\xbf" },
	{ "overlong, three", "\xe0\x9f\xbf", "\\xe0\\x9f\\xbf" },
	{ "overlong, four", "\xf0\x8f\xbf\xbf", "\\xf0\\x8f\\xbf\\xbf" },
	{ "continuation alone", "\x80\xbf", "\\x80\\xbf" },
	{ "cut short", "\xe2\x82", "\\xe2\\x82" },
	{ "cut by a letter", "\xe2\x82x", "\\xe2\\x82x" },
	{ "0xfe, 0xff", "\xfe\xff", "\\xfe\\xff" }
};

static void
say_subject(void *about)
{
	message_start("t");
	fault(about, "reason");
}

START_TEST(subject_is_shown)
{
	struct outcome outcome;
	char line[256];

	snprintf(line, sizeof line, "t: %s: reason\n", subjects[_i].shown);
	child_run(&outcome, say_subject, (void *)subjects[_i].subject, -1, -1);
	outcome_expect(subjects[_i].name, &outcome, STATUS_RETURNED, "", line);
}
END_TEST

/* -------- the name -------- */

static const struct {
	const char *argv0, *program;
} programs[] = {
	{ "take", "take" },
	{ "/usr/bin/take", "take" },
	{ "./a/b", "b" },
	{ "odd/", "odd/" },
	{ "/", "/" },
	{ "", "iterutils" },
	{ NULL, "iterutils" }
};

START_TEST(program_is_the_last_part)
{
	message_start(programs[_i].argv0);
	ck_assert_str_eq(message_program(), programs[_i].program);
	message_start("iterutils");
}
END_TEST

/* -------- what each function says, and the status -------- */

static void
say_fault(void)
{
	fault("a", "%s %d", "reason", 5);
	finish();
}

static void
say_fault_without_subject(void)
{
	fault(NULL, "reason");
	finish();
}

static void
say_fault_errno(void)
{
	fault_errno("a", ENOENT);
	finish();
}

static void
count_silent(void)
{
	fault_silent();
	finish();
}

static void
say_and_die(void)
{
	die("a", "%d", 7);
}

static void
die_of_errno(void)
{
	die_errno("a", ENOSPC);
}

static void
die_of_usage(void)
{
	die_usage("-x", "unknown %s", "option");
}

static void
die_of_usage_after_fault(void)
{
	fault("a", "b");
	die_usage(NULL, "c");
}

static void
say_remark(void)
{
	remark("a", "%s", "b");
	remark(NULL, "c");
	finish();
}

static void
say_announcement(void)
{
	announce("all\tof it %s");
	finish();
}

static void
say_nothing(void)
{
	finish();
}

static const struct {
	const char *name;
	void (*run)(void);
	int status;
	const char *err;
} endings_of[] = {
	{ "nothing", say_nothing, 0, "" },
	{ "fault", say_fault, 1, "t: a: reason 5\n" },
	{ "no subject", say_fault_without_subject, 1, "t: reason\n" },
	{ "fault_errno", say_fault_errno, 1,
	    "t: a: No such file or directory\n" },
	{ "fault_silent", count_silent, 1, "" },
	{ "die", say_and_die, 1, "t: a: 7\n" },
	{ "die_errno", die_of_errno, 1, "t: a: No space left on device\n" },
	{ "die_usage", die_of_usage, 2,
	    "t: -x: unknown option\nTry 't --help'.\n" },
	{ "die_usage after a fault", die_of_usage_after_fault, 2,
	    "t: a: b\nt: c\nTry 't --help'.\n" },
	{ "remark", say_remark, 0, "t: a: b\nt: c\n" },
	{ "announce", say_announcement, 0, "all\\tof it %s\n" }
};

static void
end_as_said(void *about)
{
	message_start("/x/t");
	(*(void (*const *)(void))about)();
}

START_TEST(status_and_words)
{
	struct outcome outcome;

	child_run(&outcome, end_as_said, (void *)&endings_of[_i].run, -1, -1);
	outcome_expect(endings_of[_i].name, &outcome, endings_of[_i].status,
	    "", endings_of[_i].err);
}
END_TEST

static void
end_without_stderr(void *about)
{
	close(2);
	end_as_said(about);
}

START_TEST(status_without_stderr)
{
	struct outcome outcome;

	child_run(&outcome, end_without_stderr, (void *)&endings_of[_i].run,
	    -1, -1);
	outcome_expect(endings_of[_i].name, &outcome, endings_of[_i].status,
	    "", "");
}
END_TEST

static void
end_with_full_stderr(void *about)
{
	dup2(open("/dev/full", O_WRONLY), 2);
	end_as_said(about);
}

START_TEST(status_with_full_stderr)
{
	struct outcome outcome;

	child_run(&outcome, end_with_full_stderr, (void *)&endings_of[_i].run,
	    -1, -1);
	outcome_expect(endings_of[_i].name, &outcome, endings_of[_i].status,
	    "", "");
}
END_TEST

/* -------- what is too long is cut, and says so -------- */

#define LONG 40000

static char long_text[LONG + 1];

struct length {
	const char *name;
	size_t program, subject, reason; /* how long, filled with fill */
	const char *fill;
	size_t program_shown, subject_shown, reason_shown; /* units of fill */
	const char *shown; /* fill as it is shown */
};

static const struct length lengths[] = {
	{ "all short", 1, 1, 1, "x", 1, 1, 1, "x" },
	{ "program just fits", 253, 1, 1, "x", 253, 1, 1, "x" },
	{ "program does not", 254, 1, 1, "x", 253, 1, 1, "x" },
	{ "subject just fits", 1, 17405, 1, "x", 1, 17405, 1, "x" },
	{ "subject does not", 1, 17406, 1, "x", 1, 17405, 1, "x" },
	{ "longest path, escaped", 1, 4096, 1, "\x1b", 1, 4096, 1, "\\x1b" },
	{ "subject escaped, cut", 1, 4352, 1, "\x1b", 1, 4352, 1, "\\x1b" },
	{ "subject escaped, too long", 1, 4353, 1, "\x1b", 1, 4352, 1,
	    "\\x1b" },
	{ "characters are not cut", 3, 17409, 3, "\xe2\x82\xac", 1, 5802, 1,
	    "\xe2\x82\xac" },
	{ "reason just fits", 1, 1, 1021, "x", 1, 1, 1021, "x" },
	{ "reason does not", 1, 1, 1022, "x", 1, 1, 1021, "x" },
	{ "reason longer than its buffer", 1, 1, 1024, "x", 1, 1, 1021, "x" },
	{ "reason escaped", 1, 1, 1000, "\n", 1, 1, 511, "\\n" },
	{ "all too long", LONG, LONG, LONG, "x", 253, 17405, 1021, "x" },
	{ "all too long, escaped", LONG, LONG, LONG, "\x7f", 64, 4352, 256,
	    "\\x7f" }
};

static char *
filled(const char *fill, size_t len)
{
	char *text = malloc(len + 1);
	size_t i, n = strlen(fill);

	must(text != NULL, "malloc");
	for (i = 0; i < len; i++)
		text[i] = fill[i % n];
	text[len] = '\0';
	return text;
}

/* Add len bytes of what is shown for n of fill, and dots if that's cut. */
static void
add_shown(struct bytes *line, const struct length *length, size_t len,
    size_t units)
{
	size_t i;

	for (i = 0; i < units; i++)
		bytes_add(line, length->shown, strlen(length->shown));
	if (units * strlen(length->fill) < len)
		bytes_add(line, "...", 3);
}

static void
say_long(void *about)
{
	const struct length *length = about;
	static char *program, *subject, *reason;

	program = filled(length->fill, length->program);
	subject = filled(length->fill, length->subject);
	reason = filled(length->fill, length->reason);
	message_start(program);
	die_usage(subject, "%s", reason);
}

START_TEST(long_words_are_cut)
{
	const struct length *length = &lengths[_i];
	struct outcome outcome;
	struct bytes line = { 0 };

	child_run(&outcome, say_long, (void *)length, -1, -1);
	add_shown(&line, length, length->program, length->program_shown);
	bytes_add(&line, ": ", 2);
	add_shown(&line, length, length->subject, length->subject_shown);
	bytes_add(&line, ": ", 2);
	add_shown(&line, length, length->reason, length->reason_shown);
	bytes_add(&line, LITERAL("\nTry '"));
	add_shown(&line, length, length->program, length->program_shown);
	bytes_add(&line, LITERAL(" --help'.\n"));
	bytes_add(&line, "", 1);
	outcome_expect(length->name, &outcome, 2, "", line.at);
	bytes_free(&line);
}
END_TEST

static void
announce_long(void *about)
{
	(void)about;
	announce(long_text);
}

START_TEST(long_announcement_is_cut)
{
	struct outcome outcome;

	memset(long_text, 'x', LONG);
	child_run(&outcome, announce_long, NULL, -1, -1);
	ck_assert_int_eq(outcome.status, STATUS_RETURNED);
	ck_assert_uint_gt(outcome.err.len, 20000);
	ck_assert_uint_lt(outcome.err.len, 20480);
	ck_assert(memcmp(outcome.err.at + outcome.err.len - 5, "x...\n", 5)
	    == 0);
	outcome_free(&outcome);
}
END_TEST

/* -------- one message is one write -------- */

static void
say_two(void *about)
{
	dup2(*(int *)about, 2);
	message_start("t");
	fault("a", "b");
	die_usage("c", "d");
}

START_TEST(message_is_one_write)
{
	struct outcome outcome;
	char message[64];
	int end[2];

	must(socketpair(AF_UNIX, SOCK_DGRAM, 0, end) == 0, "socketpair");
	child_run(&outcome, say_two, &end[1], -1, -1);
	ck_assert_int_eq(outcome.status, 2);
	ck_assert_int_eq(recv(end[0], message, sizeof message, 0), 8);
	ck_assert(memcmp(message, "t: a: b\n", 8) == 0);
	ck_assert_int_eq(recv(end[0], message, sizeof message, 0), 24);
	ck_assert(memcmp(message, "t: c: d\nTry 't --help'.\n", 24) == 0);
	close(end[0]);
	close(end[1]);
	outcome_free(&outcome);
}
END_TEST

/* -------- a line that is drawn over the one before -------- */

static void
draw(const char *line)
{
	message_line(line, strlen(line), false);
}

static void
draw_lines(void *about)
{
	(void)about;
	message_start("t");
	draw("one two");
	draw("three");
	draw("four");
	message_line("ask", 3, true);
	draw("five");
	fault("a", "b");
	draw("six");
	message_wipe();
	message_wipe();
	message_line("seven", 5, true);
	message_line("", 0, true);
	remark("c", "d");
}

START_TEST(lines_are_drawn_over)
{
	struct outcome outcome;

	child_run(&outcome, draw_lines, NULL, -1, -1);
	outcome_expect("lines", &outcome, STATUS_RETURNED, "",
	    "one two" "\rthree  " "\rfour " "\rask \n"
	    "five" "\r    \r" "t: a: b\n" "six" "\r   \r" "seven\n"
	    "\n" "t: c: d\n");
}
END_TEST

/* A line that can't be said is not waited for, and fails nothing. */
static void
draw_for_nobody(void *about)
{
	int was = dup(2);

	(void)about;
	message_start("t");
	close(2);
	draw("one");
	message_wipe();
	message_wipe();
	dup2(was, 2);
	remark("a", "b");
	finish();
}

START_TEST(lines_may_be_lost)
{
	struct outcome outcome;

	child_run(&outcome, draw_for_nobody, NULL, -1, -1);
	outcome_expect("nobody", &outcome, 0, "", "t: a: b\n");
}
END_TEST

static void
draw_longest(void *about)
{
	char line[MESSAGE_LINE_MAX];

	(void)about;
	memset(line, 'x', sizeof line);
	message_line(line, sizeof line, false);
	message_line(line, 1, false);
	message_line(line, sizeof line, false);
	message_start(long_text);
	die_usage(long_text, "%s", long_text);
}

START_TEST(longest_line_makes_way)
{
	static char wiped[MESSAGE_LINE_MAX + 2];
	struct outcome outcome;

	memset(long_text, 'y', LONG);
	memset(wiped, ' ', sizeof wiped);
	wiped[0] = wiped[MESSAGE_LINE_MAX + 1] = '\r';
	child_run(&outcome, draw_longest, NULL, -1, -1);
	ck_assert_int_eq(outcome.status, 2);
	ck_assert(memcmp(outcome.err.at + 3 * MESSAGE_LINE_MAX + 2, wiped,
	    sizeof wiped) == 0);
	ck_assert(memcmp(outcome.err.at + 4 * MESSAGE_LINE_MAX + 4, "yyy", 3)
	    == 0);
	outcome_free(&outcome);
}
END_TEST

static void
say_into_full_pipe(void *about)
{
	dup2(*(int *)about, 2);
	message_start("t");
	die("a", "reason");
}

START_TEST(full_pipe_is_waited_for)
{
	static const char fill[1] = { '.' };
	struct bytes got = { 0 };
	struct outcome outcome;
	struct child child;
	int end[2];

	pipe_make(end);
	fcntl(end[1], F_SETFL, O_NONBLOCK);
	while (write(end[1], fill, 1) == 1)
		;
	child_start(&child, say_into_full_pipe, &end[1], -1, -1);
	close(end[1]);
	pause_for(30);
	bytes_read(&got, end[0]);
	child_end(&child, &outcome);
	ck_assert_int_eq(outcome.status, 1);
	ck_assert_uint_gt(got.len, 13);
	ck_assert(memcmp(got.at + got.len - 13, "t: a: reason\n", 13) == 0);
	ck_assert_int_eq(got.at[got.len - 14], '.');
	close(end[0]);
	bytes_free(&got);
	outcome_free(&outcome);
}
END_TEST

/* What the writes of a message may come to, and what is then there. */
static const struct writing {
	const char *name;
	int error;
	unsigned times;
	size_t limit;
	const char *err;
} writings[] = {
	{ "interrupted", EINTR, 5, 0, "t: a: reason\n" },
	{ "would block, then not", EAGAIN, 5, 0, "t: a: reason\n" },
	{ "a byte at a time", 0, 0, 1, "t: a: reason\n" },
	{ "nothing is written", 0, 1, 0, "" },
	{ "fails once: it is not tried again", EIO, 1, 0, "" }
};

static void
say_through(void *about)
{
	const struct writing *row = about;

	message_start("t");
	refuse(CALL_WRITE, 2, row->error, 0, row->times);
	refuse_more_than(row->limit);
	die("a", "reason");
}

START_TEST(writes_are_taken_up_again)
{
	struct outcome outcome;

	child_run(&outcome, say_through, (void *)&writings[_i], -1, -1);
	outcome_expect(writings[_i].name, &outcome, 1, "", writings[_i].err);
}
END_TEST

/* -------- the hook -------- */

static void
write_before(void)
{
	must(write(2, "before\n", 7) == 7, "write");
}

static void
say_after_hook(void *about)
{
	(void)about;
	message_start("t");
	message_before(write_before);
	fault("a", "b");
	remark("a", "c");
	announce("d");
	message_before(NULL);
	fault("a", "e");
	message_before(write_before);
	die("a", "f");
}

START_TEST(hook_comes_before_each_message)
{
	struct outcome outcome;

	child_run(&outcome, say_after_hook, NULL, -1, -1);
	outcome_expect("hook", &outcome, 1, "",
	    "before\nt: a: b\nbefore\nt: a: c\nbefore\nd\n"
	    "t: a: e\nbefore\nt: a: f\n");
}
END_TEST

/* -------- endings -------- */

static struct named {
	struct ending ending;
	const char *name;
} ones[3];

static void
run_named(struct ending *ending)
{
	struct named *one = (struct named *)ending;

	must(write(1, one->name, 1) == 1, "write");
}

static void
run_faulty(struct ending *ending)
{
	run_named(ending);
	fault("late", "fault");
}

static void
run_deadly(struct ending *ending)
{
	run_named(ending);
	die("late", "death");
}

static void
put_in(void (*last)(struct ending *))
{
	static const char *const names[] = { "a", "b", "c" };
	size_t i;

	message_start("t");
	for (i = 0; i < 3; i++) {
		ones[i].name = names[i];
		ones[i].ending.run = i == 2 ? last : run_named;
		ending_add(&ones[i].ending);
	}
}

/* How a child with three endings ends; bits of remove are taken out. */
static const struct {
	const char *name;
	unsigned remove;
	void (*last)(struct ending *);
	void (*end)(void);
	const char *out, *err;
	int status;
} orders[] = {
	{ "last in, first run", 0, run_named, say_nothing, "cba", "", 0 },
	{ "by die", 0, run_named, say_and_die, "cba", "t: a: 7\n", 1 },
	{ "by die_usage", 0, run_named, die_of_usage, "cba",
	    "t: -x: unknown option\nTry 't --help'.\n", 2 },
	{ "without the first", 1, run_named, say_nothing, "cb", "", 0 },
	{ "without the middle", 2, run_named, say_nothing, "ca", "", 0 },
	{ "without the last", 4, run_named, say_nothing, "ba", "", 0 },
	{ "without any", 7, run_named, say_nothing, "", "", 0 },
	{ "a fault in one counts", 0, run_faulty, say_nothing, "cba",
	    "t: late: fault\n", 1 },
	{ "none runs twice", 0, run_deadly, say_nothing, "cba",
	    "t: late: death\n", 1 }
};

static void
end_in_order(void *about)
{
	int i = *(int *)about, j;
	struct named stranger = { .ending = { run_named, NULL }, .name = "?" };

	put_in(orders[i].last);
	for (j = 0; j < 3; j++)
		if (orders[i].remove & 1u << j)
			ending_remove(&ones[j].ending);
	/* One that is not in is no harm. */
	ending_remove(&stranger.ending);
	orders[i].end();
}

START_TEST(endings_run_in_order)
{
	struct outcome outcome;

	child_run(&outcome, end_in_order, &_i, -1, -1);
	outcome_expect(orders[_i].name, &outcome, orders[_i].status,
	    orders[_i].out, orders[_i].err);
}
END_TEST

static Suite *
message_suite(void)
{
	Suite *suite = suite_create("message");
	TCase *tc = tcase_create("words");

	tcase_add_loop_test(tc, subject_is_shown, 0, LENGTH(subjects));
	tcase_add_loop_test(tc, program_is_the_last_part, 0,
	    LENGTH(programs));
	tcase_add_loop_test(tc, long_words_are_cut, 0, LENGTH(lengths));
	tcase_add_test(tc, long_announcement_is_cut);
	tcase_add_test(tc, message_is_one_write);
	tcase_add_test(tc, lines_are_drawn_over);
	tcase_add_test(tc, lines_may_be_lost);
	tcase_add_test(tc, longest_line_makes_way);
	tcase_add_test(tc, full_pipe_is_waited_for);
	tcase_add_loop_test(tc, writes_are_taken_up_again, 0,
	    LENGTH(writings));
	tcase_add_test(tc, hook_comes_before_each_message);
	suite_add_tcase(suite, tc);

	tc = tcase_create("endings");
	tcase_add_loop_test(tc, status_and_words, 0, LENGTH(endings_of));
	tcase_add_loop_test(tc, status_without_stderr, 0,
	    LENGTH(endings_of));
	tcase_add_loop_test(tc, status_with_full_stderr, 0,
	    LENGTH(endings_of));
	tcase_add_loop_test(tc, endings_run_in_order, 0, LENGTH(orders));
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(message_suite)
