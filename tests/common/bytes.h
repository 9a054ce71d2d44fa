/*
 * bytes - what tests hold and compare: runs of bytes that grow
 *
 *	struct bytes got = { 0 }, report = { 0 };
 *
 *	bytes_read(&got, fd);
 *	if (!bytes_compare(&report, "stdout", &got, LITERAL("a\nb\n")))
 *		...
 *	bytes_free(&got);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef BYTES_H
#define BYTES_H

#include <stdbool.h>
#include <stddef.h>

/* The bytes of a literal and how many they are, NULs in it included. */
#define LITERAL(literal) (literal), sizeof(literal) - 1

/* All zero: empty. Owns: at; bytes_free. */
struct bytes {
	char *at;
	size_t len, capacity;
};

void bytes_add(struct bytes *bytes, const void *more, size_t len);

/* Add what printf would write. */
void bytes_say(struct bytes *bytes, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Add what one read of fd gets, of at most so many bytes.
 * Returns: whether it may get more, so after EAGAIN and EINTR, too. errno is 0
 * unless it failed.
 */
bool bytes_take(struct bytes *bytes, int fd, size_t most);

/* Add what can be read of fd to its end, waiting where it would block. */
void bytes_read(struct bytes *bytes, int fd);

/* The same of a file. */
void bytes_read_file(struct bytes *bytes, const char *path);

void bytes_free(struct bytes *bytes);

/*
 * Unless got is the len bytes of want, add two lines that show both as C
 * literals, around the first byte that differs. Returns: whether it is.
 */
bool bytes_compare(struct bytes *report, const char *what,
    const struct bytes *got, const char *want, size_t len);

#endif
