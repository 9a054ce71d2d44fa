/*
 * talk - runs a tool: feeds it, hears what it says, sees what it leaves
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "../common/must.h"
#include "../common/process.h"
#include "talk.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#define BLOCK 65536

/* Long enough for a reader to take a byte before the next comes. */
#define MOMENT_US 50

/*
 * Our ends. feed is what is written to, back what the tool reads (kept open,
 * to see what it leaves); -1 where there is none.
 */
struct ends {
	int feed, back, out, err;
	size_t fed;
	bool pieces;
};

static const char *const way_names[WAYS] = {
	[WAY_NONE] = "no input",
	[WAY_FILE] = "stdin a file",
	[WAY_PIPE] = "stdin a pipe",
	[WAY_PIECES] = "stdin a pipe, byte by byte",
	[WAY_SOCKET] = "stdin a socket",
	[WAY_OPERAND] = "a file as operand",
	[WAY_FIFO] = "a FIFO as operand",
};

const char *
way_name(enum way way)
{
	return way_names[way];
}

bool
way_is_aside(enum way way)
{
	return way == WAY_NONE || way == WAY_OPERAND || way == WAY_FIFO;
}

static void
shut(int *fd)
{
	close(*fd);
	*fd = -1;
}

/* Wait, not for long, until a pipe has nothing in it. */
static void
await_empty(int fd)
{
	int held = 0, i;

	for (i = 0; i < 100; i++) {
		if (ioctl(fd, FIONREAD, &held) == -1 || held == 0)
			return;
		pause_us(MOMENT_US);
	}
}

/* Write what the pipe takes; close it after the last byte. */
static void
feed(struct ends *ends, const struct bytes *in)
{
	size_t len = in->len - ends->fed;
	ssize_t n = 0;

	if (ends->pieces && len > 1)
		len = 1;
	if (len > 0)
		n = write(ends->feed, in->at + ends->fed, len);
	if (n > 0)
		ends->fed += (size_t)n;
	if (ends->fed == in->len)
		shut(&ends->feed);
	else if (ends->pieces)
		await_empty(ends->back);
}

/* Talk until the process has closed its output. */
static void
converse(struct ends *ends, const struct call *call, struct outcome *outcome)
{
	while (ends->out != -1 || ends->err != -1) {
		struct pollfd fds[] = {
			{ ends->feed, POLLOUT, 0 },
			{ ends->out, POLLIN, 0 },
			{ ends->err, POLLIN, 0 },
		};

		if (poll(fds, 3, -1) == -1)
			continue;
		if (fds[1].revents && (!bytes_take(&outcome->out, ends->out,
		    BLOCK) || outcome->out.len >= call->enough))
			shut(&ends->out);
		if (fds[2].revents &&
		    !bytes_take(&outcome->err, ends->err, BLOCK))
			shut(&ends->err);
		if (fds[0].revents)
			feed(ends, call->in);
	}
	if (outcome->out.len > call->enough)
		outcome->out.len = call->enough;
}

/* Read what the tool left, feeding what it did not wait for. */
static void
see_left(struct ends *ends, const struct call *call, struct outcome *outcome)
{
	ends->pieces = false;
	while (ends->feed != -1 || ends->back != -1) {
		struct pollfd fds[] = {
			{ ends->feed, POLLOUT, 0 },
			{ ends->back, POLLIN, 0 },
		};

		if (poll(fds, 2, -1) == -1)
			continue;
		if (fds[1].revents &&
		    !bytes_take(&outcome->left, ends->back, BLOCK))
			shut(&ends->back);
		if (fds[0].revents)
			feed(ends, call->in);
	}
}

/* Become the tool. */
static void
become(const struct call *call, int in, int out, int err)
{
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	if (dup2(in, 0) == 0 && dup2(out, 1) == 1 && dup2(err, 2) == 2)
		execv(call->path, call->argv);
	fprintf(stderr, "%s: %s\n", call->path, strerror(errno));
	_exit(127);
}

/* Be the process that fills the FIFO; it ends when the tool has. */
static pid_t
fifo_feed(const struct bytes *in)
{
	pid_t pid = fork();
	int fd;

	must(pid != -1, "fork");
	if (pid > 0)
		return pid;
	fd = open("in", O_WRONLY);
	if (fd != -1)
		write_whole(fd, in->at, in->len);
	_exit(0);
}

/* Open what will be the tool's standard input, and our end of it. */
static void
input_make(enum way way, struct ends *ends)
{
	const char *file = way == WAY_FILE ? "in" : "/dev/null";
	int end[2];

	if (way == WAY_PIPE || way == WAY_PIECES) {
		pipe_make(end);
	} else if (way == WAY_SOCKET) {
		must(socketpair(AF_UNIX, SOCK_STREAM, 0, end) == 0,
		    "socketpair");
		close_on_exec(end);
	} else {
		ends->back = open(file, O_RDONLY | O_CLOEXEC);
		must(ends->back != -1, file);
		return;
	}
	fcntl(end[1], F_SETFL, O_NONBLOCK);
	ends->back = end[0];
	ends->feed = end[1];
}

void
talk(const struct call *call, struct outcome *outcome)
{
	struct ends ends = { .feed = -1, .pieces = call->way == WAY_PIECES };
	int out[2], err[2];
	pid_t pid, feeder = -1;

	if (call->way == WAY_FIFO)
		feeder = fifo_feed(call->in);
	input_make(call->way, &ends);
	pipe_make(out);
	pipe_make(err);
	pid = fork();
	must(pid != -1, "fork");
	if (pid == 0)
		become(call, ends.back, out[1], err[1]);
	close(out[1]);
	close(err[1]);
	ends.out = out[0];
	ends.err = err[0];
	if (way_is_aside(call->way))
		shut(&ends.back);
	converse(&ends, call, outcome);
	see_left(&ends, call, outcome);
	outcome->status = wait_for(pid);
	if (feeder != -1) {
		kill(feeder, SIGKILL);
		wait_for(feeder);
	}
}

void
outcome_free(struct outcome *outcome)
{
	bytes_free(&outcome->out);
	bytes_free(&outcome->err);
	bytes_free(&outcome->left);
}
