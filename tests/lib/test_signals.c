/*
 * signals - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "signals.h"
#include "suite.h"
#include "support.h"
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
}

START_TEST(ignores_what_a_write_says_itself)
{
	find(_i);
	signals_ignore();
	ck_assert(of(SIGPIPE) == SIG_IGN);
	ck_assert(of(SIGXFSZ) == SIG_IGN);
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

START_TEST(gives_back_what_it_found)
{
	find(_i);
	signals_ignore();
	signals_keep_children();
	signals_keep_children();
	signals_restore();
	ck_assert(of(SIGPIPE) == SIG_DFL);
	ck_assert(of(SIGXFSZ) == found[_i >> 1 & 1]);
	ck_assert(of(SIGCHLD) == found[_i >> 2 & 1]);
	ck_assert(of(SIGINT) == found[_i & 1]);
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

	tcase_add_loop_test(tcase, ignores_what_a_write_says_itself, 0, 8);
	tcase_add_loop_test(tcase, keeps_children, 0, 8);
	tcase_add_loop_test(tcase, gives_back_what_it_found, 0, 8);
	tcase_add_loop_test(tcase, leaves_children_alone_where_none_are_kept,
	    0, 8);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(signals_suite)
