/*
 * signals - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "signals.h"
#include "suite.h"
#include "support.h"
#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

typedef void (*disposition)(int);

static disposition
of(int number)
{
	struct sigaction action;

	must(sigaction(number, NULL, &action) == 0, "sigaction");
	return action.sa_handler;
}

/* How a caller may leave them. */
static const disposition found[] = { SIG_DFL, SIG_IGN };

static void
find(int i)
{
	signal(SIGPIPE, found[i & 1]);
	signal(SIGXFSZ, found[i >> 1 & 1]);
	signal(SIGCHLD, found[i >> 2 & 1]);
	signal(SIGINT, found[i & 1]);
	signal(SIGUSR1, found[i >> 3 & 1]);
	signal(SIGVTALRM, found[i & 1]);
}

START_TEST(ignores_what_a_write_says_itself)
{
	find(_i);
	signals_ignore();
	ck_assert(of(SIGPIPE) == SIG_IGN);
	ck_assert(of(SIGXFSZ) == SIG_IGN);
	ck_assert(of(SIGUSR1) == SIG_IGN);
	ck_assert(of(SIGCHLD) == found[_i >> 2 & 1]);
	ck_assert(of(SIGINT) == found[_i & 1]);
}
END_TEST

START_TEST(keeps_children)
{
	int status = 0;
	pid_t pid;

	find(_i);
	signals_ignore();
	signals_keep_children();
	signals_keep_children();
	pid = fork();
	if (pid == 0)
		_exit(7);
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert_int_eq(WEXITSTATUS(status), 7);
}
END_TEST

static volatile sig_atomic_t answers, ticks;

static void
answer(void)
{
	answers++;
	errno = EIO;
}

static void
tick(void)
{
	ticks++;
}

START_TEST(gives_back_what_it_found)
{
	find(_i);
	signals_ignore();
	signals_answer(answer);
	signals_tick(100, tick);
	signals_keep_children();
	signals_keep_children();
	signals_restore();
	ck_assert(of(SIGPIPE) == SIG_DFL);
	ck_assert(of(SIGXFSZ) == found[_i >> 1 & 1]);
	ck_assert(of(SIGCHLD) == found[_i >> 2 & 1]);
	ck_assert(of(SIGINT) == found[_i & 1]);
	ck_assert(of(SIGUSR1) == found[_i >> 3 & 1]);
	ck_assert(of(SIGVTALRM) == found[_i & 1]);
}
END_TEST

START_TEST(answers_whatever_it_found)
{
	find(_i);
	signals_ignore();
	raise(SIGUSR1);
	signals_answer(answer);
	errno = ENOENT;
	raise(SIGUSR1);
	ck_assert_int_eq(answers, 1);
	ck_assert_int_eq(errno, ENOENT);
}
END_TEST

START_TEST(answer_does_not_interrupt)
{
	const pid_t parent = getpid();
	char byte = '.';
	int end[2];
	pid_t pid;

	signals_answer(answer);
	pipe_make(end);
	pid = fork();
	if (pid == 0) {
		while (kill(parent, SIGUSR1) == 0 && answers < 5) {
			pause_for(10);
			answers++;
		}
		_exit(write(end[1], &byte, 1) == 1 ? 0 : 1);
	}
	ck_assert_int_eq(read(end[0], &byte, 1), 1);
	ck_assert_int_gt(answers, 0);
	waitpid(pid, NULL, 0);
}
END_TEST

/* With SIGUSR1 in the mask that the tool was started with, and without. */
START_TEST(holds_answers)
{
	sigset_t set, mask;

	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	if (_i)
		sigprocmask(SIG_BLOCK, &set, NULL);
	signals_answer(answer);
	signals_hold();
	raise(SIGUSR1);
	ck_assert_int_eq(answers, 0);
	signals_release();
	ck_assert_int_eq(answers, _i ? 0 : 1);
	sigprocmask(SIG_SETMASK, NULL, &mask);
	ck_assert_int_eq(sigismember(&mask, SIGUSR1), _i);
}
END_TEST

START_TEST(ticks_again_and_again)
{
	const long long until = now() + 20000;

	signals_tick(1, tick);
	while (ticks < 2 && now() < until)
		pause_for(10);
	ck_assert_int_eq(ticks, 2);
}
END_TEST

START_TEST(leaves_children_alone_where_none_are_kept)
{
	find(_i);
	signals_ignore();
	signals_restore();
	ck_assert(of(SIGCHLD) == found[_i >> 2 & 1]);
}
END_TEST

static Suite *
signals_suite(void)
{
	Suite *suite = suite_create("signals");
	TCase *tcase = tcase_create("signals");

	tcase_add_loop_test(tcase, ignores_what_a_write_says_itself, 0, 16);
	tcase_add_loop_test(tcase, keeps_children, 0, 8);
	tcase_add_loop_test(tcase, gives_back_what_it_found, 0, 8);
	tcase_add_loop_test(tcase, gives_back_what_it_found, 0, 16);
	tcase_add_loop_test(tcase, answers_whatever_it_found, 0, 16);
	tcase_add_test(tcase, answer_does_not_interrupt);
	tcase_add_loop_test(tcase, holds_answers, 0, 2);
	tcase_set_timeout(tcase, 30);
	tcase_add_test(tcase, ticks_again_and_again);
	tcase_add_loop_test(tcase, leaves_children_alone_where_none_are_kept,
	    0, 8);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(signals_suite)
