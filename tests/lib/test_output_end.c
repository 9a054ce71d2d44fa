/*
 * How a failed write, a failed close and a reader that left end the run.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "descriptor.h"
#include "message.h"
#include "output.h"
#include "refuse.h"
#include "suite.h"
#include "support.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* -------- what goes wrong -------- */

#define BUFFER OUTPUT_ROOM

static char pattern[BUFFER];

static void
pattern_fill(void)
{
	size_t i;

	for (i = 0; i < sizeof pattern; i++)
		pattern[i] = (char)('a' + i % 26);
}

static void
write_one(void)
{
	output_record("a", 1);
	output_flush();
}

static void
write_long(void)
{
	output_bytes(pattern, BUFFER);
}

static void
write_after_close(void)
{
	output_record("a", 1);
	output_close();
}

static void
write_after_fault(void)
{
	fault("x", "named");
	write_one();
}

/* The message comes with a flush, which fails: it must come but once. */
static void
write_then_die(void)
{
	output_record("a", 1);
	die("x", "named");
}

static void
write_twice(void)
{
	write_one();
	write_one();
}

static void
write_nothing(void)
{
	output_flush();
	output_bytes("", 0);
	output_bytes("abc", 3);
	output_flush();
}

#define ENDED(name, error) { "write fails: " name, write_one, CALL_WRITE, \
	error, 0, 1, 1, "t: standard output: " name "\n" }

static const struct failing {
	const char *name;
	void (*write)(void);
	enum call call;
	int error;
	unsigned after;
	unsigned times;
	int status;
	const char *err;
} failings[] = {
	ENDED("No space left on device", ENOSPC),
	ENDED("File too large", EFBIG),
	ENDED("Input/output error", EIO),
	ENDED("Bad file descriptor", EBADF),
	{ "nothing is written: full", write_one, CALL_WRITE, 0, 0, 1, 1,
	    "t: standard output: No space left on device\n" },
	{ "the reader left", write_one, CALL_WRITE, EPIPE, 0, 1, 0, "" },
	{ "a socket's reader left", write_one, CALL_WRITE, ECONNRESET, 0, 1,
	    0, "" },
	{ "left after a fault", write_after_fault, CALL_WRITE, EPIPE, 0, 1,
	    1, "t: x: named\n" },
	{ "left in a long record", write_long, CALL_WRITE, EPIPE, 0, 1, 0,
	    "" },
	{ "the second write", write_twice, CALL_WRITE, ENOSPC, 1, 1, 1,
	    "t: standard output: No space left on device\n" },
	{ "a long record", write_long, CALL_WRITE, ENOSPC, 0, 1, 1,
	    "t: standard output: No space left on device\n" },
	{ "only at the close", write_after_close, CALL_CLOSE, EIO, 0, 1, 1,
	    "t: standard output: Input/output error\n" },
	{ "the close is interrupted", write_after_close, CALL_CLOSE, EINTR,
	    0, 1, STATUS_RETURNED, "" },
	{ "the write before the close", write_after_close, CALL_WRITE,
	    ENOSPC, 0, 1, 1,
	    "t: standard output: No space left on device\n" },
	{ "flushed by a message", write_then_die, CALL_WRITE, ENOSPC, 0, 1,
	    1, "t: standard output: No space left on device\n" },
	{ "interrupted", write_one, CALL_WRITE, EINTR, 0, 3,
	    STATUS_RETURNED, "" },
	{ "would block", write_one, CALL_WRITE, EAGAIN, 0, 3,
	    STATUS_RETURNED, "" },
	{ "nothing to write, no failure", write_nothing, CALL_WRITE, ENOSPC,
	    0, FOR_EVER, STATUS_RETURNED, "" }
};

static void
write_and_fail(void *about)
{
	const struct failing *row = about;

	refuse_nothing();
	message_start("t");
	output_start('\n');
	refuse(row->call, 1, row->error, row->after, row->times);
	row->write();
	must(refuse_calls(CALL_WRITE) < 10, "no more writes");
}

START_TEST(failure_ends_the_run)
{
	const struct failing *row = &failings[_i];
	struct outcome outcome;
	int end[2];

	pipe_make(end);
	child_run(&outcome, write_and_fail, (void *)row, -1, end[1]);
	outcome_expect(row->name, &outcome, row->status, "", row->err);
	close(end[0]);
	close(end[1]);
}
END_TEST

static void
secure_fails(void *about)
{
	(void)about;
	message_start("t");
	output_start('\n');
	refuse(CALL_OPEN, ANY_DESCRIPTOR, EMFILE, 0, 1);
	output_close();
}

START_TEST(close_needs_a_null_device)
{
	struct outcome outcome;

	child_run(&outcome, secure_fails, NULL, -1, -1);
	outcome_expect("secure", &outcome, 1, "",
	    "t: /dev/null: Too many open files\n");
}
END_TEST

static void
look_at_number_one(void *about)
{
	(void)about;
	output_start('\n');
	output_record("a", 1);
	output_close();
	must(open("/dev/null", O_RDONLY) > 2, "no file is opened at 1");
	_exit(0);
}

START_TEST(close_keeps_the_number)
{
	struct outcome outcome;

	child_run(&outcome, look_at_number_one, NULL, -1, -1);
	outcome_expect("number 1", &outcome, 0, "a\n", "");
}
END_TEST

/* -------- real devices -------- */

static void
write_one_and_finish(void *about)
{
	(void)about;
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	refuse_nothing();
	message_start("t");
	output_start('\n');
	output_record(pattern, 10);
	output_close();
	/* Where it has to wait it does not ask again and again. */
	must(refuse_calls(CALL_WRITE) < 10, "few writes");
	finish();
}

START_TEST(full_device)
{
	struct outcome outcome;
	int fd = open("/dev/full", O_WRONLY);

	must(fd >= 0, "/dev/full");
	child_run(&outcome, write_one_and_finish, NULL, -1, fd);
	outcome_expect("/dev/full", &outcome, 1, "",
	    "t: standard output: No space left on device\n");
	close(fd);
}
END_TEST

START_TEST(pipe_without_reader)
{
	struct outcome outcome;
	int end[2];

	pipe_make(end);
	close(end[0]);
	child_run(&outcome, write_one_and_finish, NULL, -1, end[1]);
	outcome_expect("pipe", &outcome, 0, "", "");
	close(end[1]);
}
END_TEST

static void
write_one_and_fault(void *about)
{
	signal(SIGPIPE, SIG_IGN);
	refuse_nothing();
	message_start("t");
	output_start('\n');
	output_record(pattern, 10);
	if (*(const int *)about)
		die("a", "too late");
	fault("a", "too late");
	output_close();
	finish();
}

/* What is pending goes out before a message: then the reader is missed. */
START_TEST(fault_that_nobody_waits_for)
{
	struct outcome outcome;
	int end[2];

	pipe_make(end);
	close(end[0]);
	child_run(&outcome, write_one_and_fault, &_i, -1, end[1]);
	outcome_expect("pipe", &outcome, 0, "", "");
	close(end[1]);
}
END_TEST

START_TEST(terminal_that_hung_up)
{
	struct outcome outcome;
	int other, fd = terminal_or_skip(&other);

	close(other);
	child_run(&outcome, write_one_and_finish, NULL, -1, fd);
	outcome_expect("terminal", &outcome, 0, "", "");
	close(fd);
}
END_TEST

START_TEST(read_only_descriptor)
{
	struct outcome outcome;
	int fd = open("/dev/null", O_RDONLY);

	child_run(&outcome, write_one_and_finish, NULL, -1, fd);
	outcome_expect("read-only", &outcome, 1, "",
	    "t: standard output: Bad file descriptor\n");
	close(fd);
}
END_TEST

static struct rlimit no_limit;

/* What a coverage build writes at its exit is not meant. */
static void
lift_limit(void)
{
	setrlimit(RLIMIT_FSIZE, &no_limit);
}

static void
write_past_the_limit(void *about)
{
	struct rlimit limit;

	getrlimit(RLIMIT_FSIZE, &no_limit);
	limit = no_limit;
	limit.rlim_cur = 5;
	atexit(lift_limit);
	setrlimit(RLIMIT_FSIZE, &limit);
	/* Also the message goes to a file: make that a pipe. */
	dup2(*(int *)about, 2);
	write_one_and_finish(NULL);
}

START_TEST(file_size_limit)
{
	struct bytes err = { 0 };
	struct outcome outcome;
	int end[2], fd = file_make("", 0);

	pattern_fill();
	pipe_make(end);
	child_run(&outcome, write_past_the_limit, &end[1], -1, fd);
	close(end[1]);
	bytes_read(&err, end[0]);
	expect_bytes("limit", "stderr", &err,
	    LITERAL("t: standard output: File too large\n"));
	ck_assert_int_eq(outcome.status, 1);
	ck_assert_int_eq(lseek(fd, 0, SEEK_END), 5);
	outcome_free(&outcome);
	bytes_free(&err);
	close(end[0]);
	close(fd);
}
END_TEST

START_TEST(full_pipe_that_does_not_block)
{
	struct bytes got = { 0 };
	struct outcome outcome;
	struct child child;
	size_t filled = 0;
	int end[2];

	pattern_fill();
	pipe_make(end);
	fcntl(end[1], F_SETFL, O_NONBLOCK);
	while (write(end[1], "~", 1) == 1)
		filled++;
	child_start(&child, write_one_and_finish, NULL, -1, end[1]);
	pause_for(30);
	ck_assert(fcntl(end[1], F_GETFL) & O_NONBLOCK);
	close(end[1]);
	bytes_read(&got, end[0]);
	child_end(&child, &outcome);
	outcome_expect("full", &outcome, 0, "", "");
	ck_assert_uint_eq(got.len, filled + 11);
	ck_assert(memcmp(got.at + filled, pattern, 10) == 0);
	ck_assert_int_eq(got.at[filled + 10], '\n');
	close(end[0]);
	bytes_free(&got);
}
END_TEST

/* -------- when the reader leaves -------- */

static void
outlive(void *about)
{
	const bool *noticed_by_write = about;

	refuse_nothing();
	signal(SIGPIPE, SIG_IGN);
	message_start("t");
	output_start('\n');
	output_outlive_reader();
	output_record("a", 1);
	if (*noticed_by_write)
		output_flush();
	else
		descriptor_sleep(&(struct timespec){ 0, 1000000 });
	must(refuse_calls(CALL_WRITE) == 1, "a write");
	output_record("b", 1);
	output_flush();
	output_bytes(pattern, BUFFER);
	output_end();
	descriptor_sleep(&(struct timespec){ 0, 1000000 });
	descriptor_pace(1 << 20);
	must(refuse_calls(CALL_WRITE) == 1, "no more writes");
	fault("x", "named");
	output_close();
	finish();
}

START_TEST(outlives_the_reader)
{
	bool noticed_by_write = _i == 0;
	struct outcome outcome;
	int end[2];

	pipe_make(end);
	close(end[0]);
	child_run(&outcome, outlive, &noticed_by_write, -1, end[1]);
	outcome_expect("outlive", &outcome, 1, "", "t: x: named\n");
	close(end[1]);
}
END_TEST

static void
sleep_until_reader_left(void *about)
{
	close(*(int *)about);
	message_start("t");
	output_start('\n');
	output_record("a", 1);
	output_flush();
	descriptor_sleep(&(struct timespec){ 60, 0 });
}

START_TEST(leaving_ends_a_wait)
{
	struct outcome outcome;
	struct child child;
	char got[3];
	int end[2];

	pipe_make(end);
	child_start(&child, sleep_until_reader_left, &end[0], -1, end[1]);
	ck_assert_int_eq(read(end[0], got, 3), 2);
	close(end[0]);
	child_end(&child, &outcome);
	outcome_expect("leaving", &outcome, 0, "", "");
	close(end[1]);
}
END_TEST

/* What is pending must not stand in the way of what an ending says. */
static void
run_late(struct ending *ending)
{
	(void)ending;
	fault("late", "named");
}

static void
leave_with_something_pending(void *about)
{
	struct ending late = { .run = run_late };
	int end[2];

	(void)about;
	signal(SIGPIPE, SIG_IGN);
	pipe_make(end);
	must(write(end[1], "x", 1) == 1, "write");
	message_start("t");
	output_start('\n');
	ending_add(&late);
	output_record("a", 1);
	descriptor_await(end[0]);
}

START_TEST(leaving_drops_what_is_pending)
{
	struct outcome outcome;
	int end[2];

	pipe_make(end);
	close(end[0]);
	child_run(&outcome, leave_with_something_pending, NULL, -1, end[1]);
	outcome_expect("pending", &outcome, 1, "", "t: late: named\n");
	close(end[1]);
}
END_TEST

/* A wait flushes: what is whole is seen while the writer sleeps. */
static void
sleep_then_end(void *about)
{
	(void)about;
	output_start('\n');
	output_record("a", 1);
	output_bytes("b", 1);
	descriptor_sleep(&(struct timespec){ 0, 200000000 });
	output_end();
	output_close();
	finish();
}

START_TEST(wait_flushes)
{
	struct outcome outcome;
	struct child child;
	char got[8];
	int end[2];

	pipe_make(end);
	child_start(&child, sleep_then_end, NULL, -1, end[1]);
	close(end[1]);
	ck_assert_int_eq(read(end[0], got, 8), 2);
	ck_assert(memcmp(got, "a\n", 2) == 0);
	ck_assert_int_eq(read(end[0], got, 8), 2);
	ck_assert(memcmp(got, "b\n", 2) == 0);
	child_end(&child, &outcome);
	outcome_expect("wait", &outcome, 0, "", "");
	close(end[0]);
}
END_TEST

static Suite *
output_end_suite(void)
{
	Suite *suite = suite_create("output, its end");
	TCase *tc = tcase_create("failures");

	tcase_add_loop_test(tc, failure_ends_the_run, 0, LENGTH(failings));
	tcase_add_test(tc, close_needs_a_null_device);
	tcase_add_test(tc, close_keeps_the_number);
	tcase_add_test(tc, full_device);
	tcase_add_test(tc, pipe_without_reader);
	tcase_add_loop_test(tc, fault_that_nobody_waits_for, 0, 2);
	tcase_add_test(tc, terminal_that_hung_up);
	tcase_add_test(tc, read_only_descriptor);
	tcase_add_test(tc, file_size_limit);
	tcase_add_test(tc, full_pipe_that_does_not_block);
	suite_add_tcase(suite, tc);

	tc = tcase_create("reader");
	tcase_add_loop_test(tc, outlives_the_reader, 0, 2);
	tcase_add_test(tc, leaving_ends_a_wait);
	tcase_add_test(tc, leaving_drops_what_is_pending);
	tcase_add_test(tc, wait_flushes);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(output_end_suite)
