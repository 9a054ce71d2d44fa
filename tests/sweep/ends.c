/*
 * ends - what a command reads and writes, and our ends of it
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "ends.h"
#include "../common/must.h"
#include "../common/process.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static unsigned
chance(struct ends *ends, unsigned n)
{
	ends->state = ends->state * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (unsigned)((ends->state >> 33) % n);
}

static void
set_nonblocking(int fd)
{
	fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}

static void
open_input(struct ends *ends, const struct command *command)
{
	int pair[2] = { -1, -1 };

	switch (command->kind) {
	case STDIN_NONE:
	case STDIN_FILE:
		ends->in = open(command->file ? command->file : "/dev/null",
		    O_RDONLY | O_CLOEXEC);
		must(ends->in >= 0, command->file);
		return;
	case STDIN_CLOSED:
		return;
	case STDIN_PIPE:
		pipe_make(pair);
		break;
	case STDIN_SOCKET:
		must(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair)
		    == 0, "socketpair");
		break;
	}
	ends->in = pair[0];
	ends->in_here = pair[1];
	set_nonblocking(ends->in_here);
	bytes_read_file(&ends->feed, command->file);
}

static void
open_output(struct ends *ends, const struct command *command,
    const char *file)
{
	int end[2];

	if (command->to_terminal)
		must(terminal_make(end, false), "a terminal");
	else
		pipe_make(end);
	ends->err_here = end[0];
	ends->err = end[1];
	if (command->on_terminal) {
		ends->out = fcntl(ends->err, F_DUPFD_CLOEXEC, 0);
	} else if (command->to_file) {
		ends->out = open(file, O_WRONLY | O_CREAT | O_TRUNC |
		    O_CLOEXEC, 0600);
		must(ends->out >= 0, file);
	} else {
		pipe_make(end);
		ends->out_here = end[0];
		ends->out = end[1];
	}
}

/* With cut reads and writes come descriptors that do not block. */
static void
unsettle(struct ends *ends)
{
	if (ends->in_here >= 0 && chance(ends, 2))
		set_nonblocking(ends->in);
	if (ends->out_here < 0)
		return;
#ifdef F_SETPIPE_SZ
	if (chance(ends, 2))
		fcntl(ends->out, F_SETPIPE_SZ, 4096);
#endif
	if (chance(ends, 2))
		set_nonblocking(ends->out);
}

static void
shut(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* Feed the command, some of it or all that goes in. */
static void
feed(struct ends *ends)
{
	size_t len = ends->feed.len - ends->fed;
	ssize_t n;

	if (ends->pieces && len > 1)
		len = 1 + chance(ends, (unsigned)len);
	n = len > 0 ? write(ends->in_here, ends->feed.at + ends->fed, len) : 0;
	if (n > 0)
		ends->fed += (size_t)n;
	if (ends->fed == ends->feed.len)
		shut(&ends->in_here);
}

void
ends_open(struct ends *ends, const struct command *command,
    const char *file, uint64_t seed)
{
	*ends = (struct ends){ -1, -1, -1, -1, -1, -1, { 0 }, 0, seed, seed };
	open_input(ends, command);
	open_output(ends, command, file);
	if (ends->pieces)
		unsettle(ends);
	else if (ends->in_here >= 0)
		feed(ends);
}

void
ends_hand_over(struct ends *ends)
{
	shut(&ends->out);
	shut(&ends->err);
}

bool
ends_serve(struct ends *ends, const struct command *command, int64_t until,
    struct bytes *out, struct bytes *err)
{
	while (ends->out_here >= 0 || ends->err_here >= 0) {
		struct pollfd p[] = {
			{ ends->in_here, POLLOUT, 0 },
			{ ends->out_here, POLLIN, 0 },
			{ ends->err_here, POLLIN, 0 },
		};

		if (now_us() >= until)
			return false;
		if (poll(p, 3, 1000) <= 0)
			continue;
		if (ends->pieces && chance(ends, 4) == 0)
			pause_us(50);
		if (p[0].revents)
			feed(ends);
		if (p[1].revents && !bytes_take(out, ends->out_here,
		    ends->pieces ? 1 + chance(ends, 8192) : 65536))
			shut(&ends->out_here);
		if (p[2].revents && !bytes_take(err, ends->err_here, 65536))
			shut(&ends->err_here);
		if (command->endless && out->len >= ENDLESS_MAX) {
			out->len = ENDLESS_MAX;
			shut(&ends->out_here);
		}
	}
	return true;
}

long
ends_left(struct ends *ends, const struct command *command)
{
	struct bytes rest = { 0 };
	struct stat st;
	long left;

	if (command->kind == STDIN_FILE) {
		fstat(ends->in, &st);
		return (long)(st.st_size - lseek(ends->in, 0, SEEK_CUR));
	}
	if (command->kind != STDIN_PIPE && command->kind != STDIN_SOCKET)
		return -1;
	shut(&ends->in_here);
	set_nonblocking(ends->in);
	while (bytes_take(&rest, ends->in, 65536) && errno == 0)
		continue;
	left = (long)(ends->feed.len - ends->fed + rest.len);
	bytes_free(&rest);
	return left;
}

void
ends_close(struct ends *ends)
{
	bytes_free(&ends->feed);
	shut(&ends->in);
	shut(&ends->in_here);
	shut(&ends->out_here);
	shut(&ends->err_here);
}
