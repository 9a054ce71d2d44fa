/*
 * refuse - system calls that fail when a test wants them to
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "refuse.h"
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static struct plan {
	int fd, error;
	unsigned after, times;
} plans[CALLS];

static unsigned calls[CALLS];
static size_t limit;

void
refuse(enum call call, int fd, int error, unsigned after, unsigned times)
{
	plans[call] = (struct plan){ fd, error, after, times };
}

void
refuse_more_than(size_t n)
{
	limit = n;
}

void
refuse_nothing(void)
{
	memset(plans, 0, sizeof plans);
	memset(calls, 0, sizeof calls);
	limit = 0;
}

unsigned
refuse_calls(enum call call)
{
	return calls[call];
}

/* Say whether this call is to fail, and leave its reason in errno. */
static bool
refused(enum call call, int fd)
{
	struct plan *plan = &plans[call];

	calls[call]++;
	if (plan->times == 0 || (plan->fd != ANY_DESCRIPTOR && plan->fd != fd))
		return false;
	if (plan->after > 0) {
		plan->after--;
		return false;
	}
	plan->times--;
	errno = plan->error;
	return true;
}

static int
failure(void)
{
	return errno == 0 ? 0 : -1;
}

static size_t
limited(size_t len)
{
	return limit > 0 && len > limit ? limit : len;
}

/* Make real the C library's function of this name, with our type. */
#define REAL(name)                                                        \
	static __typeof__(&name) real;                                    \
	do {                                                              \
		if (!real)                                                \
			*(void **)&real = dlsym(RTLD_NEXT, #name);        \
	} while (0)

int
clock_nanosleep(clockid_t clock, int flags, const struct timespec *time,
    struct timespec *left)
{
	REAL(clock_nanosleep);
	if (refused(CALL_CLOCK_NANOSLEEP, -1))
		return errno;
	return real(clock, flags, time, left);
}

int
close(int fd)
{
	REAL(close);
	if (!refused(CALL_CLOSE, fd))
		return real(fd);
	/* As on Linux, it is closed all the same. */
	real(fd);
	errno = plans[CALL_CLOSE].error;
	return failure();
}

pid_t
fork(void)
{
	REAL(fork);
	return refused(CALL_FORK, -1) ? failure() : real();
}

int
fstat(int fd, struct stat *st)
{
	REAL(fstat);
	return refused(CALL_FSTAT, fd) ? failure() : real(fd, st);
}

off_t
lseek(int fd, off_t offset, int whence)
{
	REAL(lseek);
	return refused(CALL_LSEEK, fd) ? failure() : real(fd, offset, whence);
}

int
open(const char *name, int flags, ...)
{
	va_list arguments;
	mode_t mode;

	REAL(open);
	va_start(arguments, flags);
	mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
	va_end(arguments);
	return refused(CALL_OPEN, -1) ? failure() : real(name, flags, mode);
}

/* What open without a mode becomes in glibc under _FORTIFY_SOURCE. */
int __open_2(const char *name, int flags);

int
__open_2(const char *name, int flags)
{
	return open(name, flags, 0);
}

int
pipe(int end[2])
{
	REAL(pipe);
	return refused(CALL_PIPE2, -1) ? failure() : real(end);
}

#ifdef HAVE_PIPE2
int
pipe2(int end[2], int flags)
{
	REAL(pipe2);
	return refused(CALL_PIPE2, -1) ? failure() : real(end, flags);
}
#endif

int
poll(struct pollfd *p, nfds_t n, int timeout)
{
	REAL(poll);
	return refused(CALL_POLL, -1) ? failure() : real(p, n, timeout);
}

#ifdef HAVE_PPOLL
int
ppoll(struct pollfd *p, nfds_t n, const struct timespec *timeout,
    const sigset_t *mask)
{
	REAL(ppoll);
	return refused(CALL_PPOLL, -1) ? failure() :
	    real(p, n, timeout, mask);
}
#endif

ssize_t
pread(int fd, void *bytes, size_t len, off_t offset)
{
	REAL(pread);
	return refused(CALL_PREAD, fd) ? failure() :
	    real(fd, bytes, len, offset);
}

ssize_t
read(int fd, void *bytes, size_t len)
{
	REAL(read);
	return refused(CALL_READ, fd) ? failure() :
	    real(fd, bytes, limited(len));
}

struct dirent *
readdir(DIR *folder)
{
	REAL(readdir);
	return refused(CALL_READDIR, -1) ? NULL : real(folder);
}

ssize_t
recv(int fd, void *bytes, size_t len, int flags)
{
	REAL(recv);
	return refused(CALL_RECV, fd) ? failure() :
	    real(fd, bytes, limited(len), flags);
}

#ifdef HAVE_TEE
ssize_t
tee(int in, int out, size_t len, unsigned flags)
{
	REAL(tee);
	return refused(CALL_TEE, in) ? failure() :
	    real(in, out, len, flags);
}
#endif

ssize_t
write(int fd, const void *bytes, size_t len)
{
	REAL(write);
	return refused(CALL_WRITE, fd) ? failure() :
	    real(fd, bytes, limited(len));
}
