/*
 * What descriptor does while it waits: flush once before, watch the reader
 * of standard output, sleep no shorter than asked.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "descriptor.h"
#include "refuse.h"
#include "suite.h"
#include "support.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

static unsigned flushes, leavings;

static void
count_flush(void)
{
	flushes++;
}

static void
count_leaving(void)
{
	leavings++;
}

/* The reader has gone: say so by the status. */
static void
leave(void)
{
	exit(0);
}

static const struct descriptor_hooks counting = {
	count_flush, count_leaving
};
static const struct descriptor_hooks leaving = { count_flush, leave };

static void
counting_start(int fd)
{
	flushes = leavings = 0;
	descriptor_watch(fd, &counting);
}

static void
counting_end(void)
{
	descriptor_watch(-1, NULL);
	refuse_nothing();
}

/* -------- await -------- */

START_TEST(no_flush_when_there_is_something)
{
	int end[2];

	pipe_make(end);
	counting_start(-1);
	must(write(end[1], "x", 1) == 1, "write");
	descriptor_await(end[0]);
	ck_assert_uint_eq(flushes, 0);
	must(read(end[0], &(char){ 0 }, 1) == 1, "read");
	close(end[1]);
	/* The end is there, too, and a bad descriptor fails at once. */
	descriptor_await(end[0]);
	ck_assert_uint_eq(flushes, 0);
	close(end[0]);
	descriptor_await(end[0]);
	ck_assert_uint_eq(flushes, 0);
	counting_end();
}
END_TEST

START_TEST(one_flush_before_a_wait)
{
	long long began = now();
	int end[2];
	pid_t pid;

	pipe_make(end);
	pid = feeder_start(end[1], "x", 1, 0, 30000000);
	counting_start(-1);
	descriptor_await(end[0]);
	ck_assert_uint_eq(flushes, 1);
	ck_assert_int_ge(now() - began, 25);
	counting_end();
	feeder_end(pid);
	close(end[0]);
}
END_TEST

START_TEST(waits_without_hooks)
{
	int end[2];
	pid_t pid;

	pipe_make(end);
	pid = feeder_start(end[1], "x", 1, 0, 10000000);
	descriptor_watch(-1, NULL);
	descriptor_await(end[0]);
	ck_assert_int_eq(read(end[0], &(char){ 0 }, 1), 1);
	descriptor_pace(10 << 20);
	feeder_end(pid);
	close(end[0]);
}
END_TEST

START_TEST(waits_for_the_first_of_several)
{
	struct pollfd p[4];
	int end[3][2];
	pid_t pid;

	for (int i = 0; i < 3; i++) {
		pipe_make(end[i]);
		p[i + 1] = (struct pollfd){ end[i][0], POLLIN, 0 };
	}
	pid = feeder_start(end[_i][1], "x", 1, 0, 10000000);
	counting_start(-1);
	ck_assert(descriptor_waits(end[_i][0]));
	descriptor_await_any(p, 3);
	ck_assert_uint_eq(flushes, 1);
	for (int i = 0; i < 3; i++) {
		ck_assert_int_eq(p[i + 1].revents != 0, i == _i);
		ck_assert_int_eq(descriptor_waits(end[i][0]), i != _i);
	}
	counting_end();
	feeder_end(pid);
	for (int i = 0; i < 3; i++) {
		close(end[i][0]);
		if (i != _i)
			close(end[i][1]);
	}
}
END_TEST

static const struct {
	const char *name;
	int error;
	unsigned times, flushes;
} polls[] = {
	{ "interrupted", EINTR, 5, 0 },
	{ "no memory for it now", EAGAIN, 5, 0 },
	{ "not at all: the read waits", ENOMEM, 1, 1 }
};

START_TEST(await_when_poll_fails)
{
	int end[2];

	pipe_make(end);
	must(write(end[1], "x", 1) == 1, "write");
	counting_start(-1);
	refuse(CALL_POLL, ANY_DESCRIPTOR, polls[_i].error, 0,
	    polls[_i].times);
	descriptor_await(end[0]);
	ck_assert_msg(flushes == polls[_i].flushes, "%s: %u flushes",
	    polls[_i].name, flushes);
	counting_end();
	close(end[0]);
	close(end[1]);
}
END_TEST

/* -------- the reader leaves -------- */

enum { PIPE, SOCKET, TERMINAL, KINDS };

static void
output_make(int kind, int end[2])
{
	if (kind == PIPE)
		pipe_make(end);
	else if (kind == SOCKET)
		socketpair(AF_UNIX, SOCK_STREAM, 0, end);
	else
		end[1] = terminal_or_skip(&end[0]);
}

/* Wait for input that never comes, until leave() ends it. */
static void
wait_for_input(void *about)
{
	int end[2];

	close(*(int *)about);
	pipe_make(end);
	descriptor_watch(1, &leaving);
	descriptor_await(end[0]);
}

static void
wait_for_time(void *about)
{
	close(*(int *)about);
	descriptor_watch(1, &leaving);
	descriptor_sleep(&(struct timespec){ 60, 0 });
}

/* Start the wait, let the reader leave, see how soon it ends. */
static void
leave_a_wait(void (*wait)(void *), int kind, long before)
{
	static const char *const names[] = { "pipe", "socket", "terminal" };
	struct outcome outcome;
	struct child child;
	long long left;
	int end[2];

	output_make(kind, end);
	if (before == 0) {
		/* It has left before the wait begins. */
		child_start(&child, wait, &end[0], -1, end[1]);
		close(end[0]);
	} else {
		child_start(&child, wait, &end[0], -1, end[1]);
		pause_for(before);
		close(end[0]);
	}
	left = now();
	child_end(&child, &outcome);
	ck_assert_msg(now() - left < 1000, "%s: late", names[kind]);
	outcome_expect(names[kind], &outcome, 0, "", "");
	close(end[1]);
}

START_TEST(await_ends_when_the_reader_leaves)
{
	leave_a_wait(wait_for_input, _i, 40);
	leave_a_wait(wait_for_input, _i, 0);
}
END_TEST

START_TEST(sleep_ends_when_the_reader_leaves)
{
	leave_a_wait(wait_for_time, _i, 40);
	leave_a_wait(wait_for_time, _i, 0);
}
END_TEST

/*
 * With a hook that returns the wait goes on, and it is not called again.
 */
START_TEST(await_outlives_the_reader)
{
	int in[2], out[2];
	pid_t pid;

	pipe_make(in);
	pipe_make(out);
	close(out[0]);
	pid = feeder_start(in[1], "x", 1, 0, 30000000);
	counting_start(out[1]);
	descriptor_await(in[0]);
	ck_assert_uint_eq(leavings, 1);
	ck_assert_uint_eq(flushes, 1);
	ck_assert_int_eq(read(in[0], &(char){ 0 }, 1), 1);
	descriptor_pace(1 << 20);
	ck_assert_uint_eq(leavings, 1);
	counting_end();
	feeder_end(pid);
	close(in[0]);
	close(out[1]);
}
END_TEST

/* What can't be written to has no reader: of it a write tells. */
START_TEST(read_only_output_is_not_watched)
{
	int in[2], out[2];
	pid_t pid;

	pipe_make(in);
	pipe_make(out);
	close(out[1]);
	pid = feeder_start(in[1], "x", 1, 0, 20000000);
	counting_start(out[0]);
	descriptor_await(in[0]);
	ck_assert_uint_eq(leavings, 0);
	ck_assert_int_eq(read(in[0], &(char){ 0 }, 1), 1);
	counting_start(out[0]);
	descriptor_sleep(&(struct timespec){ 0, 1000000 });
	ck_assert_uint_eq(leavings, 0);
	counting_start(out[0]);
	descriptor_pace(1 << 20);
	ck_assert_uint_eq(leavings, 0);
	counting_end();
	feeder_end(pid);
	close(in[0]);
	close(out[0]);
}
END_TEST

/* A descriptor that is closed neither counts nor keeps anything busy. */
START_TEST(closed_output_is_not_heeded)
{
	int in[2], closed = dup(0);
	pid_t pid;

	close(closed);
	pipe_make(in);
	/* The pipe took the number: watch one that is surely free. */
	closed = 500;
	pid = feeder_start(in[1], "x", 1, 0, 30000000);
	counting_start(closed);
	descriptor_await(in[0]);
	ck_assert_uint_eq(leavings, 0);
	ck_assert_uint_eq(flushes, 1);
	ck_assert_uint_lt(refuse_calls(CALL_POLL), 10);
	counting_end();
	feeder_end(pid);
	close(in[0]);
}
END_TEST

/* -------- pace -------- */

START_TEST(pace_flushes_after_a_mebibyte)
{
	long long began;

	counting_start(-1);
	/* Begin a time: the first call ever may be late. */
	descriptor_pace(1 << 20);
	ck_assert_uint_eq(flushes, 1);
	do {
		descriptor_pace(1 << 20);
		flushes = 0;
		began = now();
		descriptor_pace((1 << 20) - 2);
		descriptor_pace(1);
		/* On a busy machine 10 ms may have passed: once more. */
	} while (now() - began > 5);
	ck_assert_uint_eq(flushes, 0);
	descriptor_pace(1);
	ck_assert_uint_eq(flushes, 1);
	counting_end();
}
END_TEST

START_TEST(pace_flushes_after_ten_milliseconds)
{
	counting_start(-1);
	descriptor_pace(1 << 20);
	flushes = 0;
	pause_for(11);
	descriptor_pace(1);
	ck_assert_uint_eq(flushes, 1);
	counting_end();
}
END_TEST

START_TEST(pace_notices_the_reader)
{
	int out[2];

	pipe_make(out);
	counting_start(out[1]);
	descriptor_pace(1 << 20);
	ck_assert_uint_eq(leavings, 0);
	close(out[0]);
	descriptor_pace(1 << 20);
	ck_assert_uint_eq(leavings, 1);
	counting_end();
	close(out[1]);
}
END_TEST

/* -------- sleep -------- */

static void
wake(int number)
{
	(void)number;
}

static const struct {
	const char *name;
	enum call call;
	int error;
	unsigned times;
} sleeps[] = {
	{ "plain", CALLS, 0, 0 },
	{ "interrupted", CALL_PPOLL, EINTR, 3 },
	{ "no memory for it now", CALL_PPOLL, EAGAIN, 3 },
	{ "without ppoll", CALL_PPOLL, ENOSYS, FOR_EVER }
};

START_TEST(sleep_lasts)
{
	const struct timespec interval = { 0, 40000000 };
	const struct itimerval often = { { 0, 3000 }, { 0, 3000 } };
	const struct itimerval never = { { 0, 0 }, { 0, 0 } };
	struct sigaction action = { .sa_handler = wake };
	struct timespec from, to;
	int out[2];

	pipe_make(out);
	sigaction(SIGALRM, &action, NULL);
	counting_start(out[1]);
	if (sleeps[_i].call != CALLS)
		refuse(sleeps[_i].call, ANY_DESCRIPTOR, sleeps[_i].error, 0,
		    sleeps[_i].times);
	setitimer(ITIMER_REAL, &often, NULL);
	clock_gettime(CLOCK_MONOTONIC, &from);
	descriptor_sleep(&interval);
	clock_gettime(CLOCK_MONOTONIC, &to);
	setitimer(ITIMER_REAL, &never, NULL);
	ck_assert_msg((to.tv_sec - from.tv_sec) * 1000000000LL + to.tv_nsec -
	    from.tv_nsec >= interval.tv_nsec, "%s: too short",
	    sleeps[_i].name);
	ck_assert_uint_eq(flushes, 1);
	ck_assert_uint_eq(leavings, 0);
	counting_end();
	close(out[0]);
	close(out[1]);
}
END_TEST

START_TEST(no_sleep_is_short)
{
	long long began = now();
	int i;

	counting_start(-1);
	for (i = 0; i < 100; i++)
		descriptor_sleep(&(struct timespec){ 0, 0 });
	ck_assert_uint_eq(flushes, 100);
	ck_assert_int_lt(now() - began, 1000);
	counting_end();
}
END_TEST

/*
 * Nanoseconds that add up to a second, whatever the clock says now; and the
 * second passes while it is interrupted.
 */
START_TEST(sleep_carries_seconds)
{
	const struct itimerval often = { { 0, 20000 }, { 0, 20000 } };
	const struct itimerval never = { { 0, 0 }, { 0, 0 } };
	struct sigaction action = { .sa_handler = wake };
	long long began = now();

	sigaction(SIGALRM, &action, NULL);
	setitimer(ITIMER_REAL, &often, NULL);
	descriptor_sleep(&(struct timespec){ 0, 999999999 });
	setitimer(ITIMER_REAL, &never, NULL);
	ck_assert_int_ge(now() - began, 999);
	ck_assert_int_lt(now() - began, 3000);
}
END_TEST

static void
sleep_for_ever(void *about)
{
	close(*(int *)about);
	descriptor_watch(1, &leaving);
	descriptor_sleep(&(struct timespec){ LONG_MAX, 999999999 });
}

START_TEST(longest_sleep_is_one)
{
	leave_a_wait(sleep_for_ever, PIPE, 40);
}
END_TEST

static Suite *
descriptor_wait_suite(void)
{
	Suite *suite = suite_create("descriptor, waiting");
	TCase *tc = tcase_create("await");

	tcase_add_test(tc, no_flush_when_there_is_something);
	tcase_add_test(tc, one_flush_before_a_wait);
	tcase_add_test(tc, waits_without_hooks);
	tcase_add_loop_test(tc, waits_for_the_first_of_several, 0, 3);
	tcase_add_loop_test(tc, await_when_poll_fails, 0, LENGTH(polls));
	tcase_add_loop_test(tc, await_ends_when_the_reader_leaves, 0, KINDS);
	tcase_add_test(tc, await_outlives_the_reader);
	tcase_add_test(tc, read_only_output_is_not_watched);
	tcase_add_test(tc, closed_output_is_not_heeded);
	suite_add_tcase(suite, tc);

	tc = tcase_create("pace and sleep");
	tcase_add_test(tc, pace_flushes_after_a_mebibyte);
	tcase_add_test(tc, pace_flushes_after_ten_milliseconds);
	tcase_add_test(tc, pace_notices_the_reader);
	tcase_add_loop_test(tc, sleep_lasts, 0, LENGTH(sleeps));
	tcase_add_test(tc, no_sleep_is_short);
	tcase_add_test(tc, sleep_carries_seconds);
	tcase_add_test(tc, longest_sleep_is_one);
	tcase_add_loop_test(tc, sleep_ends_when_the_reader_leaves, 0, KINDS);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(descriptor_wait_suite)
