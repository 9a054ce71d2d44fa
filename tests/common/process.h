/*
 * process - what tests share that run others: their pipes, their end, time
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef PROCESS_H
#define PROCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* Let no program that is started have them. */
void close_on_exec(const int end[2]);

/* Make a pipe, close-on-exec: the first end reads what the second writes. */
void pipe_make(int end[2]);

/*
 * Make a terminal, close-on-exec: the first end is the terminal's own, the
 * second what a program has. What is written to either comes out of the other
 * as it is. lines: a program reads it line by line, and END_OF_FILE ends what
 * it reads; else as it comes.
 * Returns: false where there are none.
 */
bool terminal_make(int end[2], bool lines);

#define END_OF_FILE '\004'

/* Write all of it, waiting where fd would block. Returns: false at EPIPE. */
bool write_whole(int fd, const char *at, size_t len);

/* Wait until fd has something to read (or would fail). */
void wait_readable(int fd);

/*
 * Wait for its end. Returns: its exit status, 128 + N where signal N ended
 * it.
 */
int wait_for(pid_t pid);

/* Return the microseconds of a clock that only goes on. */
int64_t now_us(void);

void pause_us(int64_t us);

#endif
