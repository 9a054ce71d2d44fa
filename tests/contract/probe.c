/*
 * probe - what the contract tests need and a shell cannot do
 *
 *	probe limit SECONDS COMMAND...
 *		after so long end it, and all that it has started, by SIGALRM
 *	probe signal HOW NAME COMMAND...
 *		with PIPE or CHLD as HOW says: ignore, block or default
 *	probe nonblock FD COMMAND...	make FD non-blocking
 *	probe interrupt COMMAND...	stop and continue it again and again
 *	probe socket COMMAND...		standard input a socket, fed from ours
 *	probe leave WHAT WHEN COMMAND...
 *		standard output a pipe, socket or terminal whose reader leaves
 *		before the start, after a while or after N bytes
 *	probe live FILE COMMAND...
 *		feed it our input, hold that open, and see the bytes of FILE
 *		come out all the same
 *	probe ask HOW COMMAND...
 *		send it SIGUSR1 until it answers on standard error: while it
 *		reads, before it is fed our input; while it writes, to a pipe
 *		that is full; in bulk, again and again as it is fed
 *	probe screen COMMAND...		standard error a terminal; what that
 *		shows is copied to ours
 *	probe pieces SEED		copy input to output in random pieces
 *	probe hold SECONDS		copy, then keep output open until its
 *		reader leaves
 *	probe is-nonblock FD		tell
 *
 * Those that run a command end with its status, 128 + N where signal N ended
 * it, 124 where it did not end in time and was killed.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "../common/must.h"
#include "../common/process.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* Generous, for slow machines; what ends promptly never waits for it. */
#define PATIENCE_US 10000000

#define STATUS_LATE 124

static char piece[65536];

static void
become(char **command)
{
	execvp(command[0], command);
	must(false, command[0]);
}

/* Start command with in and out as its standard input and output. */
static pid_t
start(char **command, int in, int out)
{
	pid_t pid = fork();

	must(pid != -1, "fork");
	if (pid > 0)
		return pid;
	must(dup2(in, 0) == 0 && dup2(out, 1) == 1, "dup2");
	become(command);
	return 0;
}

/* Wait for the process until a moment; kill it then. */
static int
finish(pid_t pid, int64_t until)
{
	int status;

	while (waitpid(pid, &status, WNOHANG) == 0) {
		if (now_us() >= until) {
			kill(pid, SIGKILL);
			waitpid(pid, &status, 0);
			fprintf(stderr, "probe: it did not end\n");
			return STATUS_LATE;
		}
		pause_us(2000);
	}
	return WIFEXITED(status) ? WEXITSTATUS(status)
				 : 128 + WTERMSIG(status);
}

static bool
write_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, bytes, len);

		if (n == -1 && errno != EINTR)
			return false;
		if (n > 0) {
			bytes += n;
			len -= (size_t)n;
		}
	}
	return true;
}

static ssize_t
read_some(int fd, char *bytes, size_t len)
{
	ssize_t n;

	do
		n = read(fd, bytes, len);
	while (n == -1 && errno == EINTR);
	return n;
}

/* Copy all of in to out. Returns: false where out takes no more. */
static bool
copy(int in, int out)
{
	ssize_t n;

	while ((n = read_some(in, piece, sizeof piece)) > 0)
		if (!write_all(out, piece, (size_t)n))
			return false;
	return true;
}

/* The command of limit, and whether it has been told to end. */
static pid_t limited;
static volatile sig_atomic_t told;

static void
end_limited(int number)
{
	kill(-limited, told ? SIGKILL : number);
	told = 1;
	alarm(2);
}

/* What was told to end may write once more; nobody shall be left who does. */
static void
await_group(void)
{
	int n;

	for (n = 0; n < 500 && kill(-limited, 0) == 0; n++)
		pause_us(2000);
}

/* The command finds signals as limit did, and is a group by itself. */
static int
probe_limit(char **args)
{
	static const int passed_on[] = { SIGALRM, SIGHUP, SIGINT, SIGTERM };
	struct sigaction found, action = { .sa_handler = SIG_DFL };
	size_t i;
	int status;

	sigaction(SIGCHLD, &action, &found);
	limited = fork();
	must(limited != -1, "fork");
	if (limited == 0) {
		setpgid(0, 0);
		sigaction(SIGCHLD, &found, NULL);
		become(args + 1);
	}
	setpgid(limited, limited);
	action.sa_handler = end_limited;
	for (i = 0; i < sizeof passed_on / sizeof *passed_on; i++)
		sigaction(passed_on[i], &action, NULL);
	alarm((unsigned)atoi(args[0]));
	status = wait_for(limited);
	if (told)
		await_group();
	return status;
}

static int
probe_signal(char **args)
{
	int number = strcmp(args[1], "PIPE") == 0 ? SIGPIPE : SIGCHLD;
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, number);
	if (strcmp(args[0], "block") == 0)
		sigprocmask(SIG_BLOCK, &set, NULL);
	else
		signal(number,
		    strcmp(args[0], "ignore") == 0 ? SIG_IGN : SIG_DFL);
	become(args + 2);
	return STATUS_BROKEN;
}

static int
probe_nonblock(char **args)
{
	int fd = atoi(args[0]);
	int flags = fcntl(fd, F_GETFL);

	must(flags != -1 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0,
	    args[0]);
	become(args + 1);
	return STATUS_BROKEN;
}

static int
probe_is_nonblock(char **args)
{
	int flags = fcntl(atoi(args[0]), F_GETFL);

	must(flags != -1, args[0]);
	return flags & O_NONBLOCK ? 0 : 1;
}

static int
probe_interrupt(char **args)
{
	pid_t pid = start(args, 0, 1);
	int i;

	for (i = 0; i < 40; i++) {
		pause_us(1000);
		kill(pid, SIGSTOP);
		pause_us(1000);
		kill(pid, SIGCONT);
	}
	return finish(pid, now_us() + PATIENCE_US);
}

/* Make two ends: what is written to the second comes out of the first. */
static void
channel(const char *what, int ends[2])
{
	if (strcmp(what, "terminal") == 0) {
		must(terminal_make(ends, true), what);
	} else if (strcmp(what, "socket") == 0) {
		must(socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0, what);
		close_on_exec(ends);
	} else {
		pipe_make(ends);
	}
}

static int
probe_socket(char **args)
{
	int ends[2];
	pid_t pid;

	channel("socket", ends);
	pid = start(args, ends[0], 1);
	close(ends[0]);
	copy(0, ends[1]);
	close(ends[1]);
	return finish(pid, now_us() + PATIENCE_US);
}

static int
probe_leave(char **args)
{
	const char *when = args[1];
	int64_t until = now_us() + PATIENCE_US;
	int ends[2];
	pid_t pid;
	long n;

	channel(args[0], ends);
	if (strcmp(when, "before") == 0)
		close(ends[0]);
	pid = start(args + 2, 0, ends[1]);
	close(ends[1]);
	/* The shell may have left us its end of a pipeline: the tool has it. */
	close(0);
	if (strcmp(when, "before") != 0) {
		if (strcmp(when, "after") == 0)
			pause_us(200000);
		for (n = atol(when); n > 0; n--)
			if (read_some(ends[0], piece, 1) != 1)
				break;
		close(ends[0]);
	}
	return finish(pid, until);
}

/* Feed until all is fed, and never close. Returns: the process that does. */
static pid_t
feed(int to, const int others[2])
{
	pid_t pid = fork();

	must(pid != -1, "fork");
	if (pid > 0)
		return pid;
	close(others[0]);
	close(others[1]);
	copy(0, to);
	for (;;)
		pause();
}

static int
probe_live(char **args)
{
	int64_t until = now_us() + PATIENCE_US;
	int want = open(args[0], O_RDONLY | O_CLOEXEC);
	int in[2], out[2], status = 0;
	pid_t pid, feeder;
	char byte;

	must(want != -1, args[0]);
	signal(SIGPIPE, SIG_DFL);
	pipe_make(in);
	pipe_make(out);
	pid = start(args + 1, in[0], out[1]);
	close(in[0]);
	close(out[1]);
	feeder = feed(in[1], out);
	close(in[1]);
	while (read_some(want, &byte, 1) == 1) {
		struct pollfd fd = { out[0], POLLIN, 0 };
		int64_t left = (until - now_us()) / 1000;

		if (left < 0 || poll(&fd, 1, (int)left) < 1) {
			fprintf(stderr, "probe: no output while input idles\n");
			status = STATUS_LATE;
			break;
		}
		if (read_some(out[0], piece, 1) != 1 || piece[0] != byte) {
			fprintf(stderr, "probe: other output\n");
			status = 1;
			break;
		}
	}
	kill(feeder, SIGKILL);
	waitpid(feeder, NULL, 0);
	close(out[0]);
	finish(pid, now_us() + PATIENCE_US);
	return status;
}

static int
probe_pieces(char **args)
{
	unsigned long dice = strtoul(args[0], NULL, 10) * 2 + 1;
	ssize_t n;

	signal(SIGPIPE, SIG_DFL);
	pause_us(20000);
	for (;;) {
		size_t len;

		dice = dice * 1103515245 + 12345;
		len = (dice >> 16 & 3) != 0 ? (dice >> 18 & 7) + 1
					    : (dice >> 18 & 32767) + 1;
		if (len == 8)
			pause_us(1000);
		n = read_some(0, piece, len);
		if (n <= 0)
			return n < 0;
		if (!write_all(1, piece, (size_t)n))
			return 1;
	}
}

static int
probe_hold(char **args)
{
	struct pollfd fd = { 1, 0, 0 };

	signal(SIGPIPE, SIG_IGN);
	if (copy(0, 1) && poll(&fd, 1, atoi(args[0]) * 1000) == 0)
		return STATUS_LATE;
	return 0;
}

/* Write until the pipe takes no more. Returns: how many bytes that was. */
static size_t
fill(int fd)
{
	int flags = fcntl(fd, F_GETFL);
	size_t len = 0;
	ssize_t n;

	fcntl(fd, F_SETFL, flags | O_NONBLOCK);
	memset(piece, '.', sizeof piece);
	while ((n = write(fd, piece, len > 0 ? 1 : sizeof piece)) > 0)
		len += (size_t)n;
	fcntl(fd, F_SETFL, flags);
	return len;
}

/* Take back what the pipe was filled with. */
static void
drain(int fd, size_t len)
{
	ssize_t n;

	for (; len > 0; len -= (size_t)n) {
		n = read_some(fd, piece,
		    len < sizeof piece ? len : sizeof piece);
		must(n > 0, "drain");
	}
}

/* Ask until something comes. It ignores the signal until it answers it. */
static bool
ask(pid_t pid, int answers, int64_t until)
{
	struct pollfd fd = { answers, POLLIN, 0 };

	while (now_us() < until) {
		kill(pid, SIGUSR1);
		if (poll(&fd, 1, 10) > 0 && (fd.revents & POLLIN))
			return true;
	}
	fprintf(stderr, "probe: no answer\n");
	return false;
}

/*
 * Copy our input to fd, in bulk with a signal for every few bytes. Returns:
 * the process that does it.
 */
static pid_t
feed_asking(int fd, const char *how, pid_t pid, const int others[3])
{
	pid_t feeder = fork();
	ssize_t n;
	int i;

	must(feeder != -1, "fork");
	if (feeder > 0)
		return feeder;
	for (i = 0; i < 3; i++)
		close(others[i]);
	if (strcmp(how, "bulk") == 0) {
		while ((n = read_some(0, piece, 64)) > 0 &&
		    write_all(fd, piece, (size_t)n)) {
			kill(pid, SIGUSR1);
			pause_us(1000);
		}
	}
	copy(0, fd);
	_exit(0);
}

static int
probe_ask(char **args)
{
	const bool writing = strcmp(args[0], "write") == 0;
	int64_t until = now_us() + PATIENCE_US;
	int in[2], out[2], said[2], own = dup(2), status;
	size_t full = 0;
	pid_t pid, feeder;
	bool answered = false;

	signal(SIGUSR1, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	pipe_make(in);
	pipe_make(out);
	pipe_make(said);
	fcntl(own, F_SETFD, FD_CLOEXEC);
	if (writing)
		full = fill(out[1]);
	dup2(said[1], 2);
	close(said[1]);
	pid = start(args + 1, in[0], out[1]);
	dup2(own, 2);
	close(in[0]);
	close(out[1]);
	if (!writing)
		answered = ask(pid, said[0], until);
	feeder = feed_asking(in[1], args[0], pid,
	    (int[]){ out[0], said[0], own });
	if (writing)
		answered = ask(pid, said[0], until);
	close(in[1]);
	drain(out[0], full);
	copy(out[0], 1);
	close(out[0]);
	status = finish(pid, now_us() + PATIENCE_US);
	kill(feeder, SIGKILL);
	waitpid(feeder, NULL, 0);
	copy(said[0], 2);
	return answered ? status : STATUS_LATE;
}

static int
probe_screen(char **args)
{
	int ends[2], own = dup(2), status;
	pid_t pid, reader;

	channel("terminal", ends);
	fcntl(own, F_SETFD, FD_CLOEXEC);
	reader = fork();
	must(reader != -1, "fork");
	if (reader == 0) {
		close(ends[1]);
		copy(ends[0], own);
		_exit(0);
	}
	close(ends[0]);
	dup2(ends[1], 2);
	close(ends[1]);
	pid = start(args, 0, 1);
	dup2(own, 2);
	status = finish(pid, now_us() + PATIENCE_US);
	waitpid(reader, NULL, 0);
	return status;
}

static const struct {
	const char *name;
	int args; /* how many it has at least */
	int (*run)(char **args);
} probes[] = {
	{ "ask", 2, probe_ask },
	{ "hold", 1, probe_hold },
	{ "interrupt", 1, probe_interrupt },
	{ "is-nonblock", 1, probe_is_nonblock },
	{ "leave", 3, probe_leave },
	{ "limit", 2, probe_limit },
	{ "live", 2, probe_live },
	{ "nonblock", 2, probe_nonblock },
	{ "pieces", 1, probe_pieces },
	{ "screen", 1, probe_screen },
	{ "signal", 3, probe_signal },
	{ "socket", 1, probe_socket },
};

int
main(int argc, char **argv)
{
	size_t i;

	for (i = 0; argc > 1 && i < sizeof probes / sizeof *probes; i++)
		if (strcmp(argv[1], probes[i].name) == 0 &&
		    argc - 2 >= probes[i].args)
			return probes[i].run(argv + 2);
	fprintf(stderr, "probe: see the comment at the top of probe.c\n");
	return STATUS_BROKEN;
}
