/*
 * look - see what a pipe or socket holds without taking it
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "descriptor.h"
#include "look.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef HAVE_TEE
/* Take n bytes from the private pipe. Returns: false when that can't be. */
static bool
collect(const struct look *look, char *bytes, size_t n)
{
	ssize_t got;

	while (n > 0) {
		got = descriptor_read(look->in, bytes, n);
		if (got <= 0)
			return false;
		bytes += got;
		n -= (size_t)got;
	}
	return true;
}

static ssize_t
look_at_pipe(struct look *look, int fd, char *bytes, size_t len)
{
	int end[2];
	ssize_t n;

	if (look->in < 0) {
		if (!descriptor_pipe(end))
			return -1;
		look->in = end[0];
		look->out = end[1];
	}
	while ((n = tee(fd, look->out, len, SPLICE_F_NONBLOCK)) < 0) {
		if (errno == EAGAIN)
			descriptor_await(fd);
		else if (errno != EINTR)
			return -1;
	}
	if (n > 0 && !collect(look, bytes, (size_t)n)) {
		/* What may be left in it must not pass for new. */
		look_close(look);
		return -1;
	}
	return n;
}
#endif

static ssize_t
look_at_socket(int fd, char *bytes, size_t len)
{
	ssize_t n;

	while ((n = recv(fd, bytes, len, MSG_PEEK | MSG_DONTWAIT)) < 0) {
		if (errno == EAGAIN)
			descriptor_await(fd);
		else if (errno != EINTR)
			break;
	}
	return n;
}

ssize_t
look_at(struct look *look, int fd, mode_t mode, char *bytes, size_t len)
{
#ifdef HAVE_TEE
	if (S_ISFIFO(mode))
		return look_at_pipe(look, fd, bytes, len);
#else
	(void)look;
#endif
	if (S_ISSOCK(mode))
		return look_at_socket(fd, bytes, len);
	return -1;
}

void
look_close(struct look *look)
{
	if (look->in < 0)
		return;
	close(look->in);
	close(look->out);
	look->in = look->out = -1;
}
