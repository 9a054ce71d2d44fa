/*
 * descriptor - reading, writing and waiting on any descriptor
 *
 * Layer 1: may include layer 0 and progress. Interrupted and would-block calls
 * are taken up again; the flags of a descriptor, which other processes may
 * share, are never changed. Functions leave a reason in errno and print
 * nothing.
 *
 * While it waits, this module watches standard output: when its reader has
 * gone the run ends quietly. That and the flush before a wait are the only
 * calls upwards in the library: two hooks, which `tool` points at `output`.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef DESCRIPTOR_H
#define DESCRIPTOR_H

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <time.h>

/*
 * Called before a wait that really blocks (flush), and when the reader of
 * the watched descriptor has left (gone; usually does not return).
 */
struct descriptor_hooks {
	void (*flush)(void);
	void (*gone)(void);
};

/*
 * Put a null device that can't be used where 0, 1 or 2 is closed, so that no
 * file is opened there and using them is still a fault.
 * Errors: false with errno where there is no null device.
 */
bool descriptor_secure(void);

/* Watch fd (-1: none) for its reader's leaving, from now on. */
void descriptor_watch(int fd, const struct descriptor_hooks *hooks);

/*
 * Account for n bytes that were read without a wait. After 1 MiB or 10 ms
 * without one flushes, and looks whether the reader has left.
 */
void descriptor_pace(size_t n);

/*
 * Open a file to read it, close-on-exec. Never waits for a FIFO's writer:
 * the await before the read does, watching.
 */
int descriptor_open(const char *name);

/* Make a pipe, both ends close-on-exec. Errors: false with errno. */
bool descriptor_pipe(int end[2]);

/*
 * Read at most len bytes, as read(2).
 * Returns: 0 at the end, -1 with errno.
 */
ssize_t descriptor_read(int fd, void *bytes, size_t len);

/* Write all len bytes. Errors: false with errno; some may be written. */
bool descriptor_write(int fd, const void *bytes, size_t len);

/*
 * Return once a read of fd would not block (or would fail at once). Flushes
 * before it waits, and watches.
 */
void descriptor_await(int fd);

/*
 * The same for the first of several: p has n of them, and before them one
 * more that is used here.
 */
void descriptor_await_any(struct pollfd *p, size_t n);

/* Say whether a read of fd would have to wait now. */
bool descriptor_waits(int fd);

/* Flush, then let the interval pass, watching. */
void descriptor_sleep(const struct timespec *interval);

/* Say whether fd is at the end of a connection that the other end left. */
bool descriptor_hung_up(int fd);

/* Say whether reads of such a file can be taken back by lseek(2). */
bool descriptor_seekable(const struct stat *st);

/*
 * Say whether st is the regular file that standard output writes to, and
 * whether that is one at all.
 * Cost: one fstat(2) the first time, nothing after it.
 */
bool descriptor_is_output(const struct stat *st);
bool descriptor_output_is_regular(void);

#endif
