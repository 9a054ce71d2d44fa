/*
 * process - what tests share that run others: their pipes, their end, time
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "must.h"
#include "process.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

void
close_on_exec(const int end[2])
{
	fcntl(end[0], F_SETFD, FD_CLOEXEC);
	fcntl(end[1], F_SETFD, FD_CLOEXEC);
}

void
pipe_make(int end[2])
{
	must(pipe(end) == 0, "pipe");
	close_on_exec(end);
}

bool
terminal_make(int end[2], bool lines)
{
	struct termios how;

	end[0] = posix_openpt(O_RDWR | O_NOCTTY);
	if (end[0] < 0)
		return false;
	if (grantpt(end[0]) < 0 || unlockpt(end[0]) < 0 ||
	    (end[1] = open(ptsname(end[0]), O_RDWR | O_NOCTTY)) < 0) {
		close(end[0]);
		return false;
	}
	close_on_exec(end);
	must(tcgetattr(end[1], &how) == 0, "tcgetattr");
	how.c_iflag &= (tcflag_t)~(ICRNL | INLCR | IXON | IXOFF);
	how.c_oflag &= (tcflag_t)~OPOST;
	how.c_lflag &= (tcflag_t)~(ECHO | IEXTEN | ISIG);
	if (lines)
		how.c_cc[VEOF] = END_OF_FILE;
	else
		how.c_lflag &= (tcflag_t)~ICANON;
	must(tcsetattr(end[1], TCSANOW, &how) == 0, "tcsetattr");
	return true;
}

void
wait_readable(int fd)
{
	struct pollfd p = { fd, POLLIN, 0 };

	while (poll(&p, 1, -1) < 0 && errno == EINTR)
		continue;
}

bool
write_whole(int fd, const char *at, size_t len)
{
	struct pollfd p = { fd, POLLOUT, 0 };

	while (len > 0) {
		const ssize_t n = write(fd, at, len);

		if (n > 0) {
			at += n;
			len -= (size_t)n;
		} else if (n < 0 && errno == EAGAIN) {
			poll(&p, 1, -1);
		} else if (n < 0 && errno != EINTR) {
			must(errno == EPIPE, "write");
			return false;
		}
	}
	return true;
}

int
wait_for(pid_t pid)
{
	int status = 0;

	while (waitpid(pid, &status, 0) < 0)
		must(errno == EINTR, "waitpid");
	return WIFEXITED(status) ? WEXITSTATUS(status) :
	    128 + WTERMSIG(status);
}

int64_t
now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

void
pause_us(int64_t us)
{
	struct timespec left = {
		.tv_sec = us / 1000000,
		.tv_nsec = us % 1000000 * 1000,
	};

	while (us > 0 && nanosleep(&left, &left) < 0 && errno == EINTR)
		continue;
}
