/* SPDX-License-Identifier: MIT */
/*
 * limit - what a tool can't be quicker than
 *
 *	limit count		reads its input and counts newlines
 *	limit copy [file ...]	reads files and writes them
 *	limit write bytes	writes so many constant bytes
 *
 * Nothing is handled but what must be done: this is the least that a tool
 * does which looks at all its bytes, passes them on, or makes them.
 */
#include "scan.h"
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* From 64 KiB on no size is quicker than another. */
static char block[1 << 17];

static void
put(const char *bytes, size_t len)
{
	ssize_t n;

	for (; len > 0; bytes += n, len -= (size_t)n) {
		n = write(1, bytes, len);
		if (n < 0)
			err(1, "write");
	}
}

static void
count(void)
{
	size_t lines = 0;
	ssize_t n;

	while ((n = read(0, block, sizeof(block))) > 0)
		lines += scan_count(block, (size_t)n, '\n');
	printf("%zu\n", lines);
}

static void
copy(int in)
{
	ssize_t n;

	while ((n = read(in, block, sizeof(block))) > 0)
		put(block, (size_t)n);
}

static void
fill(size_t bytes)
{
	memset(block, '7', sizeof(block));
	for (; bytes > sizeof(block); bytes -= sizeof(block))
		put(block, sizeof(block));
	put(block, bytes);
}

int
main(int argc, char *argv[])
{
	const char *what = argc > 1 ? argv[1] : "";
	int i, in;

	if (strcmp(what, "count") == 0) {
		count();
	} else if (strcmp(what, "write") == 0 && argc == 3) {
		fill(strtoull(argv[2], NULL, 10));
	} else if (strcmp(what, "copy") == 0) {
		if (argc == 2)
			copy(0);
		for (i = 2; i < argc; i++) {
			in = open(argv[i], O_RDONLY);
			if (in < 0)
				err(1, "%s", argv[i]);
			copy(in);
			close(in);
		}
	} else {
		errx(2, "count, copy, or write and a number of bytes");
	}
	return 0;
}
