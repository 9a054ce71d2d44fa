/*
 * errors - what each call may fail with
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "errors.h"
#include <errno.h>

/* What a signal or another process causes ends at some time. */
#define AGAIN 40

#define E(name) { name, #name, -1 }
#define PASSING(name) { name, #name, AGAIN }

/* Error 0 is a result of 0: of a write, which would be so for ever. */
#define NOTHING { 0, "0", -1 }

#define LIST(call, ...) \
	static const struct error call##_errors[] = { __VA_ARGS__ };

LIST(access, E(EACCES), E(EIO), E(ELOOP), E(ENOENT), E(ENOMEM))
LIST(clock_nanosleep, PASSING(EINTR), E(EINVAL), E(ENOSYS))
LIST(close, E(EBADF), E(EDQUOT), PASSING(EINTR), E(EIO), E(ENOSPC))
LIST(closedir, E(EBADF), E(EIO))
LIST(dup2, E(EBADF), E(EBUSY), E(EMFILE))
LIST(execve, E(E2BIG), E(EACCES), E(EAGAIN), E(EIO), E(ENOENT), E(ENOMEM))
LIST(fcntl, E(EBADF), E(EINVAL), E(EMFILE), E(ENOSYS), E(EPERM))
LIST(fork, E(EAGAIN), E(ENOMEM), E(ENOSYS))
LIST(fstat, E(EBADF), E(EIO), E(ENOMEM), E(EOVERFLOW))
LIST(ioctl, E(EBADF), E(EIO), E(ENOTTY))
LIST(isatty, E(EBADF), E(EIO), E(ENOTTY))
LIST(lseek, E(EBADF), E(EINVAL), E(EIO), E(EOVERFLOW), E(ESPIPE))
LIST(madvise, E(EAGAIN), E(EINVAL), E(ENOMEM), E(ENOSYS))
LIST(memory, E(ENOMEM))
LIST(mmap, E(EACCES), E(ENOMEM), E(EPERM))
LIST(open, E(EACCES), PASSING(EINTR), E(EIO), E(ELOOP), E(EMFILE), E(ENFILE),
	E(ENOENT), E(ENOMEM), E(ENXIO), E(EPERM))
LIST(opendir, E(EACCES), E(EIO), E(EMFILE), E(ENFILE), E(ENOMEM))
LIST(pipe, E(EMFILE), E(ENFILE), E(ENOMEM), E(ENOSYS), E(EPERM))
LIST(poll, PASSING(EAGAIN), PASSING(EINTR), E(EINVAL), E(ENOMEM), E(ENOSYS),
	E(EPERM))
LIST(ppoll, PASSING(EAGAIN), PASSING(EINTR), E(EINVAL), E(ENOMEM), E(ENOSYS),
	E(EPERM))
LIST(pread, PASSING(EINTR), E(EBADF), E(EIO), E(EISDIR), E(ENOMEM),
	E(EOVERFLOW), E(ESPIPE))
LIST(read, PASSING(EAGAIN), E(EBADF), E(ECONNRESET), PASSING(EINTR), E(EIO),
	E(EISDIR), E(ENOMEM))
LIST(readdir, E(EBADF), E(EIO), E(ENOENT))
LIST(recv, PASSING(EAGAIN), E(EBADF), E(ECONNRESET), PASSING(EINTR),
	E(EINVAL), E(EIO), E(ENOMEM), E(ENOSYS), E(ENOTSOCK))
LIST(sigaction, E(EINVAL), E(ENOSYS), E(EPERM))
LIST(sigprocmask, E(EINVAL), E(ENOSYS), E(EPERM))
LIST(spawn, E(E2BIG), E(EAGAIN), E(EMFILE), E(ENOENT), E(ENOMEM), E(ENOSYS))
LIST(spawn_actions, E(EBADF), E(ENOMEM))
LIST(stat, E(EACCES), E(EIO), E(ELOOP), E(ENOENT), E(ENOMEM), E(EOVERFLOW))
LIST(tee, PASSING(EAGAIN), PASSING(EINTR), E(EINVAL), E(EIO), E(ENOMEM),
	E(ENOSYS), E(EPERM))
LIST(timer, E(EAGAIN), E(EINVAL), E(ENOMEM), E(ENOSYS))
LIST(waitpid, E(ECHILD), PASSING(EINTR), E(EINVAL), E(ENOSYS))
LIST(write, NOTHING, PASSING(EAGAIN), E(EBADF), E(ECONNRESET), E(EDQUOT),
	E(EFBIG), PASSING(EINTR), E(EIO), E(ENOMEM), E(ENOSPC), E(EPERM),
	E(EPIPE))

#define ROW(upper, lower) \
	{ lower##_errors, sizeof lower##_errors / sizeof *lower##_errors },

static const struct {
	const struct error *error;
	size_t n;
} lists[] = { FAULT_CALLS(ROW) };

const struct error *
errors_of(enum fault_call call, size_t *n)
{
	*n = lists[call].n;
	return lists[call].error;
}
