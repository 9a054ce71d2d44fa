/*
 * world - what the programs share that run tools by the hundred
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "world.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static uint64_t state = 1;

void
must(bool done, const char *what)
{
	if (done)
		return;
	fprintf(stderr, "%s: %s\n", what, strerror(errno));
	exit(TROUBLE);
}

void
dice_seed(uint64_t seed)
{
	/* Neighbours shall not look alike: stir them well first. */
	state = (seed + 1) * 0x9e3779b97f4a7c15u;
	for (int i = 0; i < 8; i++)
		dice(2);
}

uint64_t
dice(uint64_t n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (state >> 11) % n;
}

bool
one_in(uint64_t n)
{
	return dice(n) == 0;
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
	const struct timespec interval = {
		.tv_sec = us / 1000000,
		.tv_nsec = us % 1000000 * 1000,
	};

	if (us > 0)
		nanosleep(&interval, NULL);
}

static void
make_room(struct bytes *bytes, size_t len)
{
	while (bytes->capacity - bytes->len < len) {
		bytes->capacity = bytes->capacity * 2 + 4096;
		bytes->at = realloc(bytes->at, bytes->capacity);
		must(bytes->at != NULL, "memory");
	}
}

void
bytes_add(struct bytes *bytes, const void *more, size_t len)
{
	make_room(bytes, len + 1);
	memcpy(bytes->at + bytes->len, more, len);
	bytes->len += len;
}

void
wait_readable(int fd)
{
	struct pollfd p = { fd, POLLIN, 0 };

	while (poll(&p, 1, -1) < 0 && errno == EINTR)
		continue;
}

bool
bytes_read(struct bytes *bytes, int fd)
{
	ssize_t n;

	for (;;) {
		make_room(bytes, 65536);
		n = read(fd, bytes->at + bytes->len, 65536);
		if (n > 0)
			bytes->len += (size_t)n;
		else if (n == 0)
			return true;
		else if (errno == EAGAIN)
			wait_readable(fd);
		else if (errno != EINTR)
			return false;
	}
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

static const int usual[] = {
	SIGPIPE, SIGINT, SIGQUIT, SIGHUP, SIGTERM, SIGTSTP, SIGCHLD
};

pid_t
start(char *const argv[], int in, int out, unsigned seconds)
{
	const pid_t pid = fork();

	must(pid >= 0, "fork");
	if (pid > 0)
		return pid;
	if (dup2(in, 0) == 0 && dup2(out, 1) == 1) {
		/* What runs in the background may have been told to ignore. */
		for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
			signal(usual[i], SIG_DFL);
		alarm(seconds);
		execvp(argv[0], argv);
	}
	fprintf(stderr, "%s: %s\n", argv[0], strerror(errno));
	_exit(TROUBLE);
}

int
wait_for(pid_t pid)
{
	int status;

	while (waitpid(pid, &status, 0) < 0)
		must(errno == EINTR, "waitpid");
	return WIFEXITED(status) ? WEXITSTATUS(status) :
	    128 + WTERMSIG(status);
}

char *
tool_path(const char *name)
{
	const char *folder = getenv("TOOLS_DIR");
	const size_t size = (folder ? strlen(folder) : 0) + strlen(name) + 2;
	char *path = malloc(size);

	must(path != NULL, "memory");
	snprintf(path, size, "%s%s%s", folder ? folder : "",
	    folder ? "/" : "", name);
	return path;
}

void
open_pipe(int end[2])
{
	must(pipe(end) == 0, "pipe");
	fcntl(end[0], F_SETFD, FD_CLOEXEC);
	fcntl(end[1], F_SETFD, FD_CLOEXEC);
}

bool
open_terminal(int end[2])
{
	struct termios how;

	end[0] = posix_openpt(O_RDWR | O_NOCTTY);
	if (end[0] < 0 || grantpt(end[0]) < 0 || unlockpt(end[0]) < 0)
		return false;
	end[1] = open(ptsname(end[0]), O_RDWR | O_NOCTTY);
	if (end[1] < 0)
		return false;
	fcntl(end[0], F_SETFD, FD_CLOEXEC);
	fcntl(end[1], F_SETFD, FD_CLOEXEC);
	must(tcgetattr(end[1], &how) == 0, "tcgetattr");
	how.c_lflag &= (tcflag_t)~(ECHO | IEXTEN | ISIG);
	how.c_oflag &= (tcflag_t)~OPOST;
	how.c_iflag &= (tcflag_t)~(ICRNL | INLCR | IXON | IXOFF);
	how.c_cc[VEOF] = END_OF_FILE;
	must(tcsetattr(end[1], TCSANOW, &how) == 0, "tcsetattr");
	return true;
}

int
report(const char *subject, uintmax_t tried, uintmax_t failed)
{
	const char *trust = getenv("TRUST");

	printf("%s %s: %ju tried, %ju failed\n", failed ? "not ok" : "ok",
	    subject, tried, failed);
	if (trust && strcmp(trust, "long") == 0)
		printf("trust: %s: %ju tried, %ju failed\n", subject, tried,
		    failed);
	return failed > 0;
}
