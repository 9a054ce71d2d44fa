/*
 * world - what the programs share that run tools by the hundred
 *
 * They start a tool without a shell between, at times and in pieces that a
 * seed decides, so that what fails can be run again.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef WORLD_H
#define WORLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* What a program ends with where it could not do its own part. */
#define TROUBLE 99

/* End with a message unless it is done; errno says why it is not. */
void must(bool done, const char *what);

/* Throw dice: the same seed gives the same throws. */
void dice_seed(uint64_t seed);

/* Return a number below n, which is at least 1. */
uint64_t dice(uint64_t n);

/* Say yes once in n times. */
bool one_in(uint64_t n);

/* Microseconds of a clock that only goes on. */
int64_t now_us(void);

void pause_us(int64_t us);

/* Bytes that grow. */
struct bytes {
	char *at;
	size_t len, capacity;
};

void bytes_add(struct bytes *bytes, const void *more, size_t len);

/* Add what is read from fd until its end. Returns: false after an error. */
bool bytes_read(struct bytes *bytes, int fd);

/* Write all of it, waiting where fd would block. Returns: false at EPIPE. */
bool write_whole(int fd, const char *at, size_t len);

/* Wait until fd has something to read (or would fail). */
void wait_readable(int fd);

/*
 * Start a program with in and out as its standard input and output, signals
 * as usual; it is killed by SIGALRM after so many seconds.
 */
pid_t start(char *const argv[], int in, int out, unsigned seconds);

/*
 * Wait for its end. Returns: its exit status, 128 + N where signal N ended
 * it.
 */
int wait_for(pid_t pid);

/* Return the path of a tool, in TOOLS_DIR where that is set; never freed. */
char *tool_path(const char *name);

/*
 * Say how it went: a line for the log, and one more for who collects what
 * long runs (TRUST=long) have shown.
 * Returns: the status to end with.
 */
int report(const char *subject, uintmax_t tried, uintmax_t failed);

/* Make a pipe, both ends close-on-exec. */
void open_pipe(int end[2]);

/*
 * Make a terminal that hands on lines and shows what is written to it as it
 * is: what is written to the first end is what the second reads.
 * Returns: false where there are none.
 */
bool open_terminal(int end[2]);

/* What stands for the end of the input of a terminal. */
#define END_OF_FILE '\004'

#endif
