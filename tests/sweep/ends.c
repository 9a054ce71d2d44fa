/*
 * ends - what a command reads and writes, and our ends of it
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "ends.h"
#include "must.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

long
ends_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static unsigned
chance(struct ends *ends, unsigned n)
{
	ends->state = ends->state * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (unsigned)((ends->state >> 33) % n);
}

/* Add what can be read of fd now. Returns: false at its end. */
static bool
add(struct bytes *bytes, int fd, size_t most)
{
	ssize_t n;

	if (bytes->room - bytes->len < 65536) {
		bytes->room += bytes->room / 2 + 131072;
		bytes->at = realloc(bytes->at, bytes->room);
		must(bytes->at != NULL, "memory");
	}
	if (most > bytes->room - bytes->len)
		most = bytes->room - bytes->len;
	n = read(fd, bytes->at + bytes->len, most);
	if (n > 0)
		bytes->len += (size_t)n;
	return n > 0 || (n < 0 && (errno == EAGAIN || errno == EINTR));
}

void
bytes_read(struct bytes *bytes, const char *file)
{
	const int fd = open(file, O_RDONLY | O_CLOEXEC);

	must(fd >= 0, file);
	bytes->len = 0;
	while (add(bytes, fd, 65536))
		continue;
	close(fd);
}

static void
make_pipe(int *reader, int *writer)
{
	int end[2];

	must(pipe2(end, O_CLOEXEC) == 0, "pipe");
	*reader = end[0];
	*writer = end[1];
}

static void
set_nonblocking(int fd)
{
	fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}

static void
open_input(struct ends *ends, const struct command *command)
{
	int pair[2];

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
		make_pipe(&ends->in, &ends->in_here);
		break;
	case STDIN_SOCKET:
		must(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair)
		    == 0, "socketpair");
		ends->in = pair[0];
		ends->in_here = pair[1];
		break;
	}
	set_nonblocking(ends->in_here);
	bytes_read(&ends->feed, command->file);
}

/* Make a terminal that changes nothing of what is written to it. */
static void
make_terminal(struct ends *ends)
{
	struct termios raw;

	ends->err_here = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	must(ends->err_here >= 0 && grantpt(ends->err_here) == 0 &&
	    unlockpt(ends->err_here) == 0, "a terminal");
	ends->err = open(ptsname(ends->err_here), O_RDWR | O_NOCTTY |
	    O_CLOEXEC);
	must(ends->err >= 0, "a terminal");
	tcgetattr(ends->err, &raw);
	cfmakeraw(&raw);
	tcsetattr(ends->err, TCSANOW, &raw);
}

static void
open_output(struct ends *ends, const struct command *command,
    const char *file)
{
	if (command->to_terminal)
		make_terminal(ends);
	else
		make_pipe(&ends->err_here, &ends->err);
	if (command->on_terminal) {
		ends->out = fcntl(ends->err, F_DUPFD_CLOEXEC, 0);
	} else if (command->to_file) {
		ends->out = open(file, O_WRONLY | O_CREAT | O_TRUNC |
		    O_CLOEXEC, 0600);
		must(ends->out >= 0, file);
	} else {
		make_pipe(&ends->out_here, &ends->out);
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
ends_serve(struct ends *ends, const struct command *command, long until,
    struct bytes *out, struct bytes *err)
{
	const struct timespec while_ = { 0, 50000 };

	while (ends->out_here >= 0 || ends->err_here >= 0) {
		struct pollfd p[] = {
			{ ends->in_here, POLLOUT, 0 },
			{ ends->out_here, POLLIN, 0 },
			{ ends->err_here, POLLIN, 0 },
		};

		if (ends_now_ms() >= until)
			return false;
		if (poll(p, 3, 1000) <= 0)
			continue;
		if (ends->pieces && chance(ends, 4) == 0)
			nanosleep(&while_, NULL);
		if (p[0].revents)
			feed(ends);
		if (p[1].revents && !add(out, ends->out_here,
		    ends->pieces ? 1 + chance(ends, 8192) : 65536))
			shut(&ends->out_here);
		if (p[2].revents && !add(err, ends->err_here, 65536))
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

	if (command->kind == STDIN_FILE) {
		fstat(ends->in, &st);
		return (long)(st.st_size - lseek(ends->in, 0, SEEK_CUR));
	}
	if (command->kind != STDIN_PIPE && command->kind != STDIN_SOCKET)
		return -1;
	shut(&ends->in_here);
	set_nonblocking(ends->in);
	do
		errno = 0;
	while (add(&rest, ends->in, 65536) && errno == 0);
	free(rest.at);
	return (long)(ends->feed.len - ends->fed + rest.len);
}

void
ends_close(struct ends *ends)
{
	free(ends->feed.at);
	shut(&ends->in);
	shut(&ends->in_here);
	shut(&ends->out_here);
	shut(&ends->err_here);
}
