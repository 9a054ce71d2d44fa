/*
 * support - what the library's tests share: files, feeders, children
 *
 * What a library call does to its process (its standard streams, its end) is
 * tried in a child, whose status and every byte of whose standard error are
 * compared:
 *
 *	child_start(&child, body, &row, in, -1);
 *	child_end(&child, &outcome);
 *	outcome_expect(row.name, &outcome, 1, "", "t: a: reason\n");
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SUPPORT_H
#define SUPPORT_H

#include "../common/bytes.h"
#include "../common/must.h"
#include "../common/process.h"
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* What a child's status is when its body returned, so did not end the run. */
#define STATUS_RETURNED 40

/* How a child ended and what it said. */
struct outcome {
	int status; /* 128 and more: killed by that signal */
	struct bytes out, err;
};

struct child {
	pid_t pid;
	int out, err; /* files that get what it writes; -1: not ours */
};

/* Fail the test, in row's name, unless got is the len bytes of want. */
void expect_bytes(const char *row, const char *what, const struct bytes *got,
    const char *want, size_t len);

/* Make a file that has no name. Returns: it, open at its beginning. */
int file_make(const char *text, size_t len);

/* Make a folder for files; *path becomes its name. Owns: folder_remove. */
void folder_make(char path[64]);

/* Remove it and what is in it (which has no folders but empty ones). */
void folder_remove(const char *path);

/* Make a file in the folder. Returns: its path, until the next 8 calls. */
const char *folder_file(const char *folder, const char *name,
    const char *text, size_t len);

/* Return the path of a name in the folder, until the next 8 calls. */
const char *folder_path(const char *folder, const char *name);

/*
 * Open a new terminal that hands on what comes as it comes; where there are
 * none the test ends here, and says so. Returns: it; *other is its own end.
 */
int terminal_or_skip(int *other);

/*
 * Start a process that writes the bytes to fd and ends. chunk is how much at
 * a time: 0 for all at once, 1 byte by byte, else up to so many, at random
 * (always the same). It waits pause nanoseconds before each chunk. fd is
 * closed here.
 */
pid_t feeder_start(int fd, const char *bytes, size_t len, size_t chunk,
    long pause);

/* As feeder_start, for a FIFO that it opens. */
pid_t fifo_feeder_start(const char *path, const char *bytes, size_t len,
    size_t chunk, long pause);

/* Wait for it; it may have been left by its reader. */
void feeder_end(pid_t pid);

/*
 * Run body(about) in a child. in (-1: the null device) and out (-1: a file
 * to be compared) become its standard streams; both stay open here.
 */
void child_start(struct child *child, void (*body)(void *about), void *about,
    int in, int out);

/* Wait for it. Owns: the caller calls outcome_free. */
void child_end(struct child *child, struct outcome *outcome);

/* Both, for a body that needs nobody beside it. */
void child_run(struct outcome *outcome, void (*body)(void *about),
    void *about, int in, int out);

/*
 * Put what this C library calls an error in the place of what glibc does.
 * Returns: the message, until the next call.
 */
const char *own_words(const char *message);

/*
 * Fail the test unless this came out; out and err are strings, a reason in err
 * as glibc has it. Frees.
 */
void outcome_expect(const char *row, struct outcome *outcome, int status,
    const char *out, const char *err);

void outcome_free(struct outcome *outcome);

/* Let so many milliseconds pass. */
void pause_for(long milliseconds);

/* Return the milliseconds since some fixed time. */
long long now(void);

#endif
