/*
 * compression - compressed operands, read through a helper process
 *
 * Layer 1: may include layer 0 and descriptor. What is compressed is known
 * by its first bytes, never by its name. The helper, iterutils-decompress,
 * runs beside the tool, so a tool links no codec and starts as fast as ever.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef COMPRESSION_H
#define COMPRESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum compression {
	COMPRESSION_UNSURE, /* a beginning of a magic: more bytes would tell */
	COMPRESSION_NONE,
	COMPRESSION_GZIP,
	COMPRESSION_XZ,
	COMPRESSION_ZSTD,
	COMPRESSION_BZIP2
};

/* The longest magic, in bytes: with so many the answer is never unsure. */
#define COMPRESSION_MAGIC_MAX 10

/*
 * How the helper ends; 1 and 2 are left to whatever else goes wrong. From
 * DECOMPRESS_ERRNO up: that + errno of a failed read. Only after
 * DECOMPRESS_TRAILING is the data before it whole.
 */
enum {
	DECOMPRESS_DONE,
	DECOMPRESS_TRAILING = 3, /* bytes that are no member follow */
	DECOMPRESS_TRUNCATED,
	DECOMPRESS_CORRUPT,
	DECOMPRESS_WINDOW, /* needs more than 128 MiB of window */
	DECOMPRESS_MEMORY,
	DECOMPRESS_UNSUPPORTED, /* built without this codec */
	DECOMPRESS_OUTPUT, /* could not write, and its reader is still there */
	DECOMPRESS_USAGE,
	DECOMPRESS_ERRNO = 32
};

/* Tell what begins with these bytes. Cost: looks at most at 10 of them. */
enum compression compression_of(const char *bytes, size_t len);

/* A helper at work. */
struct decompression {
	pid_t pid;
};

/*
 * Start the helper on fd, which it takes over. seen are the bytes that were
 * already read of fd (none where fd could be rewound; at most
 * COMPRESSION_MAGIC_MAX).
 * Returns: the descriptor to read plain bytes from, or -1 with errno. fd is
 * closed either way.
 */
int decompression_start(struct decompression *decompression, int fd,
    const char *seen, size_t len);

/*
 * Wait for the helper after its output has come to an end.
 * Returns: NULL, or why the data is not all there; *whole becomes whether
 * what came is complete all the same (only something followed it).
 * Valid: the reason until the next call.
 */
const char *decompression_finish(struct decompression *decompression,
    bool *whole);

/*
 * Forget a helper whose output is no longer wanted and was closed: it ends by
 * itself.
 */
void decompression_abandon(struct decompression *decompression);

#endif
