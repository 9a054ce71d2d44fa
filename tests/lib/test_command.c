/*
 * command - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "command.h"
#include "refuse.h"
#include "signals.h"
#include "suite.h"
#include "support.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* Put a new file in the place of standard output; *was is to go back. */
static int
divert(int *was)
{
	const int file = file_make("", 0);

	fflush(NULL);
	*was = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
	fcntl(file, F_SETFD, FD_CLOEXEC);
	dup2(file, STDOUT_FILENO);
	return file;
}

static void
restore(int was)
{
	dup2(was, STDOUT_FILENO);
	close(was);
}

/* Run line with text on its input. Returns: how it failed. */
static const char *
run(struct command *command, const char *line,
    const struct variable *variable, size_t n, const char *text,
    struct bytes *out)
{
	const char *reason;
	int fd, file, was;

	file = divert(&was);
	fd = command_start(command, line, variable, n);
	restore(was);
	ck_assert_int_gt(fd, STDERR_FILENO);
	ck_assert(fcntl(fd, F_GETFD) & FD_CLOEXEC);
	signal(SIGPIPE, SIG_IGN);
	if (write(fd, text, strlen(text)) < 0)
		ck_assert_int_eq(errno, EPIPE);
	close(fd);
	reason = command_finish(command);
	ck_assert(command->ended);
	ck_assert(command_ended(command));
	lseek(file, 0, SEEK_SET);
	bytes_read(out, file);
	bytes_add(out, "", 1);
	close(file);
	return reason;
}

static const struct row {
	const char *line;
	const char *out;
	const char *reason;
	bool piped;
} rows[] = {
	{ "cat", "text\n", NULL, false },
	{ ":", "", NULL, false },
	{ "", "", NULL, false },
	{ "read x; echo \"<$x>\"; exit 0", "<text>\n", NULL, false },
	{ "echo $ITER_A-$ITER_B", "one-two words\n", NULL, false },
	{ "env | grep -c '^ITER_A='", "1\n", NULL, false },
	{ "env | sed -n 's/^ITER_AB=//p'", "kept\n", NULL, false },
	{ "exit 3", "", "exit status 3", false },
	{ "cat; exit 255", "text\n", "exit status 255", false },
	{ "./there-is-no-such-command 2> /dev/null", "", "exit status 127",
	    false },
	{ "kill -9 $$", "", "killed by signal 9", false },
	{ "kill -TERM $$", "", "killed by signal 15", false },
	{ "kill -PIPE $$", "", "killed by signal 13", true },
	{ "exit 141", "", "exit status 141", true },
	{ "sh -c 'kill -PIPE $$'; exit $?", "", "exit status 141", true },
};

START_TEST(runs)
{
	const struct row *row = &rows[_i];
	const struct variable variable[] = { { "ITER_A", "one", 3 },
		{ "ITER_B", "two words, cut", 9 } };
	struct command command;
	struct bytes out = { 0 };
	const char *reason;

	setenv("ITER_A", "ours", 1);
	setenv("ITER_AB", "kept", 1);
	reason = run(&command, row->line, variable, 2, "text\n", &out);
	ck_assert_str_eq(out.at, row->out);
	ck_assert_int_eq(command.piped, row->piped);
	ck_assert_str_eq(reason ? reason : "-",
	    row->reason ? row->reason : "-");
	ck_assert_str_eq(getenv("ITER_A"), "ours");
	bytes_free(&out);
}
END_TEST

/* -------- what it finds -------- */

START_TEST(has_no_descriptors_of_ours)
{
	struct command command;
	struct bytes out = { 0 };

	if (access("/proc/self/fd", R_OK) != 0)
		return;
	/* ls has a fourth, of the folder. Check's own are inherited. */
	for (int fd = 3; fd < 1024; fd++)
		fcntl(fd, F_SETFD, FD_CLOEXEC);
	run(&command, "ls /proc/self/fd | wc -l | tr -d ' '", NULL, 0, "",
	    &out);
	ck_assert_str_eq(out.at, "4\n");
	bytes_free(&out);
}
END_TEST

/* Write the lines that say which signals this process blocks and ignores. */
static void
signals_now(char *want, size_t size)
{
	FILE *status = fopen("/proc/self/status", "r");
	char line[256];
	size_t used = 0;

	ck_assert_ptr_nonnull(status);
	*want = '\0';
	while (fgets(line, sizeof line, status)) {
		if (strncmp(line, "SigBlk", 6) == 0 ||
		    strncmp(line, "SigIgn", 6) == 0)
			used += (size_t)snprintf(want + used, size - used,
			    "%s", line);
		ck_assert_uint_lt(used, size);
	}
	fclose(status);
}

/*
 * Show the signals as the child that becomes the command has them. Whoever
 * runs the tests may ignore more than we do here.
 */
START_TEST(finds_signals_as_the_tool_did)
{
	static const int ignored[] = { SIGINT, SIGXFSZ, SIGHUP, SIGUSR1 };
	struct command command;
	struct bytes out = { 0 };
	sigset_t set;
	char want[128];

	if (access("/proc/self/status", R_OK) != 0)
		return;
	for (int i = 0; i < LENGTH(ignored); i++)
		signal(ignored[i], SIG_IGN);
	sigemptyset(&set);
	sigaddset(&set, SIGUSR2);
	sigprocmask(SIG_BLOCK, &set, NULL);
	signal(SIGPIPE, SIG_DFL);
	signals_now(want, sizeof want);
	signal(SIGPIPE, SIG_IGN);
	signals_ignore();
	run(&command, "exec grep -E '^Sig(Blk|Ign)' /proc/self/status", NULL,
	    0, "", &out);
	ck_assert_str_eq(out.at, want);
	bytes_free(&out);
}
END_TEST

START_TEST(keeps_its_end_where_children_are_ignored)
{
	struct command command;
	struct bytes out = { 0 };

	signal(SIGCHLD, SIG_IGN);
	ck_assert_str_eq(run(&command, "exit 5", NULL, 0, "", &out),
	    "exit status 5");
	bytes_free(&out);
}
END_TEST

/* -------- what goes wrong -------- */

static int
open_descriptors(void)
{
	int n = 0;

	for (int fd = 0; fd < 200; fd++)
		n += fcntl(fd, F_GETFD) >= 0;
	return n;
}

/* More than all of an environment, and more than one variable of it. */
static const size_t too_long[] = {
	32 << 20,
#ifdef __linux__
	200000,
#endif
};

START_TEST(tells_what_is_too_long)
{
	const char *preload = getenv("LD_PRELOAD");
	const size_t len = too_long[_i];
	char *value = malloc(len);
	const struct variable variable = { "ITER_A", value, len };
	const int before = open_descriptors();
	struct command command;

	memset(value, 'x', len);
	/* A process under valgrind does not outlive an exec that fails. */
	if (_i == 0 || !preload || !strstr(preload, "vgpreload")) {
		ck_assert_int_eq(command_start(&command, ":", &variable, 1),
		    -1);
		ck_assert_int_eq(errno, E2BIG);
	}
	ck_assert_int_eq(open_descriptors(), before);
	/* No child is left over either. */
	ck_assert_int_eq(waitpid(-1, NULL, WNOHANG), -1);
	free(value);
}
END_TEST

START_TEST(tells_of_no_descriptors)
{
	const int before = open_descriptors();
	struct rlimit limit, less;
	struct command command;

	ck_assert_int_eq(getrlimit(RLIMIT_NOFILE, &limit), 0);
	/* One pipe fits, two do not. */
	for (rlim_t most = 0; most < 3; most++) {
		const int lowest = dup(0);

		close(lowest);
		less = limit;
		less.rlim_cur = (rlim_t)lowest + most;
		ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &less), 0);
		ck_assert_int_eq(command_start(&command, ":", NULL, 0), -1);
		ck_assert_int_eq(errno, EMFILE);
		setrlimit(RLIMIT_NOFILE, &limit);
		ck_assert_int_eq(open_descriptors(), before);
	}
}
END_TEST

START_TEST(tells_of_no_process)
{
	const int before = open_descriptors();
	struct command command;

	refuse(CALL_FORK, ANY_DESCRIPTOR, EAGAIN, 0, 1);
	ck_assert_int_eq(command_start(&command, ":", NULL, 0), -1);
	ck_assert_int_eq(errno, EAGAIN);
	ck_assert_int_eq(open_descriptors(), before);
	ck_assert_int_eq(waitpid(-1, NULL, WNOHANG), -1);
}
END_TEST

/* Somebody else has waited for it: how it ended is not known. */
START_TEST(says_that_it_was_lost)
{
	struct command command;
	const int fd = command_start(&command, "exit 0", NULL, 0);

	ck_assert_int_ge(fd, 0);
	close(fd);
	ck_assert_int_eq(waitpid(command.pid, NULL, 0), command.pid);
	ck_assert_str_eq(command_finish(&command), strerror(ECHILD));
	ck_assert(!command.ended);
}
END_TEST

START_TEST(says_whether_it_has_ended)
{
	struct command command;
	const int fd = command_start(&command, "cat > /dev/null; exit 4", NULL,
	    0);
	const long long from = now();

	ck_assert_int_ge(fd, 0);
	ck_assert(!command_ended(&command));
	ck_assert(!command.ended);
	close(fd);
	while (!command_ended(&command)) {
		ck_assert_int_lt(now() - from, 5000);
		pause_for(1);
	}
	ck_assert_str_eq(command_finish(&command), "exit status 4");
	ck_assert_str_eq(command_finish(&command), "exit status 4");
}
END_TEST

START_TEST(may_be_several)
{
	struct command command[2];
	const int first = command_start(&command[0], "cat >/dev/null; exit 1",
	    NULL, 0);
	const int second = command_start(&command[1], "cat >/dev/null; exit 2",
	    NULL, 0);

	/* The second must not hold the first's input open. */
	close(first);
	ck_assert_str_eq(command_finish(&command[0]), "exit status 1");
	close(second);
	ck_assert_str_eq(command_finish(&command[1]), "exit status 2");
}
END_TEST

START_TEST(leaves_nothing_behind)
{
	const int before = open_descriptors();
	struct command command;

	for (int i = 0; i < 100; i++) {
		const int fd = command_start(&command, "exit 0", NULL, 0);

		ck_assert_int_ge(fd, 0);
		close(fd);
		ck_assert_ptr_null(command_finish(&command));
	}
	ck_assert_int_eq(open_descriptors(), before);
	ck_assert_int_eq(waitpid(-1, NULL, WNOHANG), -1);
}
END_TEST

static Suite *
command_suite(void)
{
	Suite *suite = suite_create("command");
	TCase *tcase = tcase_create("command");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, runs, 0, LENGTH(rows));
	tcase_add_test(tcase, has_no_descriptors_of_ours);
	tcase_add_test(tcase, finds_signals_as_the_tool_did);
	tcase_add_test(tcase, keeps_its_end_where_children_are_ignored);
	tcase_add_loop_test(tcase, tells_what_is_too_long, 0,
	    LENGTH(too_long));
	tcase_add_test(tcase, tells_of_no_descriptors);
	tcase_add_test(tcase, tells_of_no_process);
	tcase_add_test(tcase, says_that_it_was_lost);
	tcase_add_test(tcase, says_whether_it_has_ended);
	tcase_add_test(tcase, may_be_several);
	tcase_add_test(tcase, leaves_nothing_behind);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(command_suite)
