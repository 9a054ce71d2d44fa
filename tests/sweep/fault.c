/*
 * fault - calls that fail in a program that knows nothing of it
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "fault_plan.h"
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Make real the C library's function of this name, with our type. */
#define REAL(name)                                                        \
	static __typeof__(&name) real;                                    \
	do {                                                              \
		if (!real)                                                \
			*(void **)&real = dlsym(RTLD_NEXT, #name);        \
	} while (0)

static int
failure(void)
{
	return errno == 0 ? 0 : -1;
}

int
access(const char *name, int mode)
{
	REAL(access);
	return fault_due(FAULT_ACCESS, FAULT_ANY_FD) ? -1 : real(name, mode);
}

int
clock_nanosleep(clockid_t clock, int flags, const struct timespec *time,
    struct timespec *left)
{
	REAL(clock_nanosleep);
	return fault_due(FAULT_CLOCK_NANOSLEEP, FAULT_ANY_FD) ? errno :
	    real(clock, flags, time, left);
}

int
close(int fd)
{
	int error;

	REAL(close);
	if (!fault_due(FAULT_CLOSE, fd))
		return real(fd);
	/* As on Linux, it is closed all the same. */
	error = errno;
	real(fd);
	errno = error;
	return -1;
}

int
closedir(DIR *listing)
{
	int error;

	REAL(closedir);
	if (!fault_due(FAULT_CLOSEDIR, FAULT_ANY_FD))
		return real(listing);
	error = errno;
	real(listing);
	errno = error;
	return -1;
}

int
dup2(int fd, int as)
{
	REAL(dup2);
	return fault_due(FAULT_DUP2, fd) ? -1 : real(fd, as);
}

int
execve(const char *file, char *const argv[], char *const env[])
{
	REAL(execve);
	return fault_due(FAULT_EXECVE, FAULT_ANY_FD) ? -1 :
	    real(file, argv, env);
}

int
fcntl(int fd, int command, ...)
{
	va_list arguments;
	void *argument;

	REAL(fcntl);
	va_start(arguments, command);
	argument = va_arg(arguments, void *);
	va_end(arguments);
	return fault_due(FAULT_FCNTL, fd) ? -1 : real(fd, command, argument);
}

pid_t
fork(void)
{
	REAL(fork);
	return fault_due(FAULT_FORK, FAULT_ANY_FD) ? -1 : real();
}

int
fstat(int fd, struct stat *st)
{
	REAL(fstat);
	return fault_due(FAULT_FSTAT, fd) ? -1 : real(fd, st);
}

int
ioctl(int fd, unsigned long request, ...)
{
	va_list arguments;
	void *argument;

	REAL(ioctl);
	va_start(arguments, request);
	argument = va_arg(arguments, void *);
	va_end(arguments);
	return fault_due(FAULT_IOCTL, fd) ? -1 : real(fd, request, argument);
}

int
isatty(int fd)
{
	REAL(isatty);
	return fault_due(FAULT_ISATTY, fd) ? 0 : real(fd);
}

off_t
lseek(int fd, off_t offset, int whence)
{
	REAL(lseek);
	return fault_due(FAULT_LSEEK, fd) ? -1 : real(fd, offset, whence);
}

#ifdef HAVE_MADVISE
int
madvise(void *memory, size_t len, int advice)
{
	REAL(madvise);
	return fault_due(FAULT_MADVISE, FAULT_ANY_FD) ? -1 :
	    real(memory, len, advice);
}
#endif

void *
malloc(size_t size)
{
	REAL(malloc);
	return fault_due(FAULT_MEMORY, FAULT_ANY_FD) ? NULL : real(size);
}

void *
calloc(size_t n, size_t size)
{
	REAL(calloc);
	return fault_due(FAULT_MEMORY, FAULT_ANY_FD) ? NULL : real(n, size);
}

void *
realloc(void *memory, size_t size)
{
	REAL(realloc);
	return fault_due(FAULT_MEMORY, FAULT_ANY_FD) ? NULL :
	    real(memory, size);
}

void *
mmap(void *at, size_t len, int protection, int flags, int fd, off_t offset)
{
	REAL(mmap);
	return fault_due(FAULT_MMAP, fd) ? MAP_FAILED :
	    real(at, len, protection, flags, fd, offset);
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
	return fault_due(FAULT_OPEN, FAULT_ANY_FD) ? -1 :
	    real(name, flags, mode);
}

DIR *
opendir(const char *name)
{
	REAL(opendir);
	return fault_due(FAULT_OPENDIR, FAULT_ANY_FD) ? NULL : real(name);
}

int
pipe(int end[2])
{
	REAL(pipe);
	return fault_due(FAULT_PIPE, FAULT_ANY_FD) ? -1 : real(end);
}

#ifdef HAVE_PIPE2
int
pipe2(int end[2], int flags)
{
	REAL(pipe2);
	return fault_due(FAULT_PIPE, FAULT_ANY_FD) ? -1 : real(end, flags);
}
#endif

int
poll(struct pollfd *p, nfds_t n, int timeout)
{
	REAL(poll);
	return fault_due(FAULT_POLL, FAULT_ANY_FD) ? -1 : real(p, n, timeout);
}

#ifdef HAVE_PPOLL
int
ppoll(struct pollfd *p, nfds_t n, const struct timespec *timeout,
    const sigset_t *mask)
{
	REAL(ppoll);
	return fault_due(FAULT_PPOLL, FAULT_ANY_FD) ? -1 :
	    real(p, n, timeout, mask);
}
#endif

ssize_t
pread(int fd, void *bytes, size_t len, off_t offset)
{
	REAL(pread);
	return fault_due(FAULT_PREAD, fd) ? failure() :
	    real(fd, bytes, fault_piece(len), offset);
}

ssize_t
read(int fd, void *bytes, size_t len)
{
	REAL(read);
	return fault_due(FAULT_READ, fd) ? failure() :
	    real(fd, bytes, fault_piece(len));
}

struct dirent *
readdir(DIR *listing)
{
	REAL(readdir);
	return fault_due(FAULT_READDIR, FAULT_ANY_FD) ? NULL : real(listing);
}

ssize_t
recv(int fd, void *bytes, size_t len, int flags)
{
	REAL(recv);
	return fault_due(FAULT_RECV, fd) ? failure() :
	    real(fd, bytes, fault_piece(len), flags);
}

int
sigaction(int number, const struct sigaction *action, struct sigaction *was)
{
	REAL(sigaction);
	return fault_due(FAULT_SIGACTION, FAULT_ANY_FD) ? -1 :
	    real(number, action, was);
}

int
sigprocmask(int how, const sigset_t *set, sigset_t *was)
{
	REAL(sigprocmask);
	return fault_due(FAULT_SIGPROCMASK, FAULT_ANY_FD) ? -1 :
	    real(how, set, was);
}

int
posix_spawn(pid_t *pid, const char *file,
    const posix_spawn_file_actions_t *actions,
    const posix_spawnattr_t *attributes, char *const argv[],
    char *const env[])
{
	REAL(posix_spawn);
	return fault_due(FAULT_SPAWN, FAULT_ANY_FD) ? errno :
	    real(pid, file, actions, attributes, argv, env);
}

int
posix_spawn_file_actions_init(posix_spawn_file_actions_t *actions)
{
	REAL(posix_spawn_file_actions_init);
	return fault_due(FAULT_SPAWN_ACTIONS, FAULT_ANY_FD) ? errno :
	    real(actions);
}

int
posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *actions, int fd,
    int as)
{
	REAL(posix_spawn_file_actions_adddup2);
	return fault_due(FAULT_SPAWN_ACTIONS, FAULT_ANY_FD) ? errno :
	    real(actions, fd, as);
}

int
stat(const char *name, struct stat *st)
{
	REAL(stat);
	return fault_due(FAULT_STAT, FAULT_ANY_FD) ? -1 : real(name, st);
}

#ifdef HAVE_TEE
ssize_t
tee(int in, int out, size_t len, unsigned flags)
{
	REAL(tee);
	return fault_due(FAULT_TEE, in) ? failure() :
	    real(in, out, fault_piece(len), flags);
}
#endif

#ifdef HAVE_TIMER_CREATE
int
timer_create(clockid_t clock, struct sigevent *event, timer_t *timer)
{
	REAL(timer_create);
	return fault_due(FAULT_TIMER, FAULT_ANY_FD) ? -1 :
	    real(clock, event, timer);
}

int
timer_settime(timer_t timer, int flags, const struct itimerspec *every,
    struct itimerspec *was)
{
	REAL(timer_settime);
	return fault_due(FAULT_TIMER, FAULT_ANY_FD) ? -1 :
	    real(timer, flags, every, was);
}
#endif

pid_t
waitpid(pid_t pid, int *status, int options)
{
	REAL(waitpid);
	return fault_due(FAULT_WAITPID, FAULT_ANY_FD) ? -1 :
	    real(pid, status, options);
}

ssize_t
write(int fd, const void *bytes, size_t len)
{
	REAL(write);
	return fault_due(FAULT_WRITE, fd) ? failure() :
	    real(fd, bytes, fault_piece(len));
}

/*
 * What these become in glibc under _FORTIFY_SOURCE. A program that is built
 * so would else get past us.
 */
int __open_2(const char *name, int flags);
int __poll_chk(struct pollfd *p, nfds_t n, int timeout, size_t room);
int __ppoll_chk(struct pollfd *p, nfds_t n, const struct timespec *timeout,
    const sigset_t *mask, size_t room);
ssize_t __pread_chk(int fd, void *bytes, size_t len, off_t at, size_t room);
ssize_t __read_chk(int fd, void *bytes, size_t len, size_t room);
ssize_t __recv_chk(int fd, void *bytes, size_t len, size_t room, int flags);

int
__open_2(const char *name, int flags)
{
	return open(name, flags, 0);
}

int
__poll_chk(struct pollfd *p, nfds_t n, int timeout, size_t room)
{
	return room / sizeof *p < n ? (abort(), -1) : poll(p, n, timeout);
}

#ifdef HAVE_PPOLL
int
__ppoll_chk(struct pollfd *p, nfds_t n, const struct timespec *timeout,
    const sigset_t *mask, size_t room)
{
	return room / sizeof *p < n ? (abort(), -1) :
	    ppoll(p, n, timeout, mask);
}
#endif

ssize_t
__pread_chk(int fd, void *bytes, size_t len, off_t at, size_t room)
{
	return room < len ? (abort(), -1) : pread(fd, bytes, len, at);
}

ssize_t
__read_chk(int fd, void *bytes, size_t len, size_t room)
{
	return room < len ? (abort(), -1) : read(fd, bytes, len);
}

ssize_t
__recv_chk(int fd, void *bytes, size_t len, size_t room, int flags)
{
	return room < len ? (abort(), -1) : recv(fd, bytes, len, flags);
}
