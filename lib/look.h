/*
 * look - see what a pipe or socket holds without taking it
 *
 * Layer 1: may include layer 0 and descriptor. tee(2) to a private pipe for
 * pipes, MSG_PEEK for sockets, nothing elsewhere. What was seen is no
 * promise: another process may take it first, so use what the read returns.
 *
 *	struct look look = LOOK_INIT;
 *	n = look_at(&look, fd, st.st_mode, bytes, len);
 *	look_close(&look);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef LOOK_H
#define LOOK_H

#include <sys/types.h>

/* Owns: the private pipe, made at the first need. */
struct look {
	int in, out; /* its ends; -1: none yet */
};

#define LOOK_INIT { -1, -1 }

/*
 * Copy what fd, of a file of that mode, holds now: at most len bytes. Waits
 * where it holds nothing.
 * Returns: how many bytes, 0 at the end of input, -1 where there is no way
 * to look (then read no more bytes than there are records needed).
 */
ssize_t look_at(struct look *look, int fd, mode_t mode, char *bytes,
    size_t len);

/* Close the private pipe, if there is one. */
void look_close(struct look *look);

#endif
