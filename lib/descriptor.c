/*
 * descriptor - reading, writing and waiting on any descriptor
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "descriptor.h"
#include "progress.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/socket.h>
#include <unistd.h>

/* How much may be read, or how long it may take, between two flushes. */
#define PACE_BYTES (1024 * 1024)
#define PACE_NANOSECONDS 10000000

/*
 * On Linux a FIFO opened without waiting can be polled for its first writer;
 * elsewhere it would look as if it had come to its end.
 */
#ifdef __linux__
#define OPEN_FLAGS (O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
#else
#define OPEN_FLAGS (O_RDONLY | O_CLOEXEC | O_NOCTTY)
#endif

static int watched = -1;
static const struct descriptor_hooks *hook;

/* Since the last flush. */
static size_t paced;
static struct timespec paced_from;

/* Open a file, whatever signal comes meanwhile. */
static int
open_file(const char *name, int flags)
{
	int fd;

	do
		fd = open(name, flags);
	while (fd < 0 && errno == EINTR);
	return fd;
}

/* See which of the standard descriptors are closed. */
static void
look_for_closed(struct pollfd p[3])
{
	int n, fd;

	do
		n = poll(p, 3, 0);
	while (n < 0 && (errno == EINTR || errno == EAGAIN));
	/* Where poll may not be called, they are asked for one by one. */
	for (fd = 0; n < 0 && fd < 3; fd++)
		p[fd].revents = fcntl(fd, F_GETFD) < 0 && errno == EBADF ?
		    POLLNVAL : 0;
}

bool
descriptor_secure(void)
{
	struct pollfd p[3] = { { 0, 0, 0 }, { 1, 0, 0 }, { 2, 0, 0 } };
	int fd;

	look_for_closed(p);
	for (fd = 0; fd < 3; fd++) {
		/* Each gets the lowest free number: its own. */
		if ((p[fd].revents & POLLNVAL) &&
		    open_file("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
			return false;
	}
	return true;
}

static void
flush(void)
{
	paced = 0;
	if (hook) {
		hook->flush();
		clock_gettime(CLOCK_MONOTONIC, &paced_from);
	}
}

void
descriptor_watch(int fd, const struct descriptor_hooks *hooks)
{
	watched = fd;
	hook = hooks;
}

/* Look at a descriptor without a wait, whatever signal comes meanwhile. */
static int
look(struct pollfd *p)
{
	int n;

	do
		n = poll(p, 1, 0);
	while (n < 0 && (errno == EINTR || errno == EAGAIN));
	return n;
}

/* Act on what poll(2) said of the watched descriptor: no events were asked. */
static void
heed(void)
{
	int flags;

	/* Of a descriptor that can't be written to, a write will tell. */
	flags = fcntl(watched, F_GETFL);
	watched = -1;
	if (flags >= 0 && (flags & O_ACCMODE) != O_RDONLY)
		hook->gone();
}

void
descriptor_pace(size_t n)
{
	struct pollfd p = { watched, 0, 0 };
	struct timespec now;

	if (!hook)
		return;
	paced += n;
	if (paced < PACE_BYTES) {
		clock_gettime(CLOCK_MONOTONIC, &now);
		if ((now.tv_sec - paced_from.tv_sec) * 1000000000LL +
		    now.tv_nsec - paced_from.tv_nsec < PACE_NANOSECONDS)
			return;
	}
	flush();
	if (look(&p) > 0)
		heed();
}

int
descriptor_open(const char *name)
{
#ifndef __linux__
	flush();
#endif
	return open_file(name, OPEN_FLAGS);
}

bool
descriptor_pipe(int end[2])
{
#ifdef HAVE_PIPE2
	return pipe2(end, O_CLOEXEC) == 0;
#else
	int error;

	if (pipe(end) < 0)
		return false;
	if (fcntl(end[0], F_SETFD, FD_CLOEXEC) == 0 &&
	    fcntl(end[1], F_SETFD, FD_CLOEXEC) == 0)
		return true;
	/* In a child that keeps it the pipe would never come to its end. */
	error = errno;
	close(end[0]);
	close(end[1]);
	errno = error;
	return false;
#endif
}

ssize_t
descriptor_read(int fd, void *bytes, size_t len)
{
	ssize_t n;

	while ((n = read(fd, bytes, len)) < 0) {
		if (errno == EAGAIN)
			descriptor_await(fd);
		else if (errno != EINTR)
			break;
	}
	return n;
}

bool
descriptor_write(int fd, const void *bytes, size_t len)
{
	struct pollfd p = { fd, POLLOUT, 0 };
	const char *at = bytes;
	ssize_t n;

	while (len > 0) {
		n = write(fd, at, len);
		if (n > 0) {
			at += n;
			len -= (size_t)n;
			progress_wrote((size_t)n);
		} else if (n == 0) {
			/* It would be so for ever. */
			errno = ENOSPC;
			return false;
		} else if (errno == EAGAIN) {
			poll(&p, 1, -1);
		} else if (errno != EINTR) {
			return false;
		}
	}
	return true;
}

void
descriptor_await_any(struct pollfd *p, size_t n)
{
	int timeout = 0;
	int ready;

	p[0] = (struct pollfd){ watched, 0, 0 };
	for (;;) {
		ready = poll(p, (nfds_t)n + 1, timeout);
		if (ready < 0 && errno != EINTR && errno != EAGAIN) {
			/* Then the read itself has to wait. */
			flush();
			return;
		}
		if (ready > 0 && p[0].revents) {
			heed();
			p[0].fd = -1;
			ready--;
		}
		if (ready > 0)
			return;
		if (ready == 0 && timeout == 0) {
			flush();
			p[0].fd = watched;
			timeout = -1;
		}
	}
}

void
descriptor_await(int fd)
{
	struct pollfd p[2] = { [1] = { fd, POLLIN, 0 } };

	descriptor_await_any(p, 1);
}

bool
descriptor_waits(int fd)
{
	struct pollfd p = { fd, POLLIN, 0 };

	return look(&p) == 0;
}

/* Wait for what is left until deadline, or for the reader's leaving. */
static int
wait_until(struct pollfd *p, const struct timespec *deadline)
{
	struct timespec left;

	clock_gettime(CLOCK_MONOTONIC, &left);
	left.tv_sec = deadline->tv_sec - left.tv_sec;
	left.tv_nsec = deadline->tv_nsec - left.tv_nsec;
	if (left.tv_nsec < 0) {
		left.tv_sec--;
		left.tv_nsec += 1000000000;
	}
	if (left.tv_sec < 0)
		return 0;
#ifdef HAVE_PPOLL
	return ppoll(p, 1, &left, NULL);
#else
	/* Whole milliseconds, rounded up, and no more than poll(2) takes. */
	return poll(p, 1, left.tv_sec > 1000000 ? 1000000000 :
	    (int)(left.tv_sec * 1000 + (left.tv_nsec + 999999) / 1000000));
#endif
}

void
descriptor_sleep(const struct timespec *interval)
{
	struct timespec deadline, now;
	struct pollfd p;
	int n;

	flush();
	clock_gettime(CLOCK_MONOTONIC, &deadline);
	if (interval->tv_sec > INT_MAX - deadline.tv_sec)
		deadline.tv_sec = INT_MAX;
	else
		deadline.tv_sec += interval->tv_sec;
	deadline.tv_nsec += interval->tv_nsec;
	if (deadline.tv_nsec >= 1000000000) {
		deadline.tv_sec++;
		deadline.tv_nsec -= 1000000000;
	}
	do {
		p = (struct pollfd){ watched, 0, 0 };
		n = wait_until(&p, &deadline);
		if (n > 0)
			heed();
		if (n < 0 && errno != EINTR && errno != EAGAIN)
			clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME,
			    &deadline, NULL);
		clock_gettime(CLOCK_MONOTONIC, &now);
	} while (now.tv_sec < deadline.tv_sec ||
	    (now.tv_sec == deadline.tv_sec && now.tv_nsec < deadline.tv_nsec));
}

bool
descriptor_hung_up(int fd)
{
	struct pollfd p = { fd, 0, 0 };

	return look(&p) > 0 && (p.revents & POLLHUP);
}

bool
descriptor_seekable(const struct stat *st)
{
	return S_ISREG(st->st_mode) || S_ISBLK(st->st_mode);
}

/* What is known of standard output. */
static const struct stat *
output_stat(bool *regular)
{
	static enum { UNKNOWN, REGULAR, OTHER } kind;
	static struct stat output;

	if (kind == UNKNOWN)
		kind = fstat(STDOUT_FILENO, &output) == 0 &&
		    S_ISREG(output.st_mode) ? REGULAR : OTHER;
	*regular = kind == REGULAR;
	return &output;
}

bool
descriptor_is_output(const struct stat *st)
{
	bool regular;
	const struct stat *output = output_stat(&regular);

	return regular && S_ISREG(st->st_mode) &&
	    st->st_dev == output->st_dev && st->st_ino == output->st_ino;
}

bool
descriptor_output_is_regular(void)
{
	bool regular;

	output_stat(&regular);
	return regular;
}
