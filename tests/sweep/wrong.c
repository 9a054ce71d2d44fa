/*
 * wrong - does what a tool must not do, so that sweep can be seen to find it
 *
 *	wrong HOW		the first three records of standard input
 *
 * HOW is one of the names below; `right` is what take 3 is, in small.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define RECORDS 3
#define ROOM 4096

enum how {
	RIGHT,
	SILENT, /* a write that fails is not noticed */
	END, /* a read that fails is taken for the end */
	HALF, /* what was read before a fault is written, cut as it is */
	SPIN, /* what fails is tried again for ever */
	CRASH, /* memory is used whether there is any or not */
	MUTE, /* nothing is said of a fault */
	MILD, /* a fault that is named has status 0 */
	SHORT, /* a write is thought to pass all */
	TIMID, /* a signal is a fault */
	KEEP /* what was not used is not given back, where that fails */
};

static const char *const names[] = {
	"right", "silent", "end", "half", "spin", "crash", "mute", "mild",
	"short", "timid", "keep"
};

static enum how how;

static void
fail(const char *subject)
{
	char text[256];
	const char *at = text;
	ssize_t n;

	snprintf(text, sizeof text, "wrong: %s: %s\n", subject,
	    strerror(errno));
	if (how == MUTE)
		exit(1);
	for (; *at; at += n > 0 ? n : 0) {
		n = write(STDERR_FILENO, at, strlen(at));
		if (n == 0 || (n < 0 && errno != EINTR && errno != EAGAIN))
			break;
	}
	exit(how == MILD ? 0 : 1);
}

/* Say whether what failed is to be tried again. */
static bool
is_passing(void)
{
	return how == SPIN ||
	    (how != TIMID && (errno == EINTR || errno == EAGAIN));
}

static void
put(const char *bytes, size_t len)
{
	ssize_t n;

	while (len > 0) {
		n = write(STDOUT_FILENO, bytes, len);
		if (how == SHORT || (how == SILENT && n <= 0))
			return;
		if (n == 0)
			errno = ENOSPC;
		if (n < 0 && errno == EPIPE)
			exit(0);
		if (n < 0 && is_passing())
			continue;
		if (n <= 0)
			fail("standard output");
		bytes += n;
		len -= (size_t)n;
	}
}

/* Return the length of the first records, as many as are wanted. */
static size_t
find_end(const char *bytes, size_t len)
{
	size_t n = 0, i;

	for (i = 0; i < len && n < RECORDS; i++)
		n += bytes[i] == '\n';
	return n == RECORDS ? i : 0;
}

int
main(int argc, char **argv)
{
	char *bytes = malloc(ROOM);
	size_t len = 0, used = 0;
	ssize_t n;

	while (argc > 1 && how < KEEP && strcmp(argv[1], names[how]) != 0)
		how++;
	if (!bytes && how != CRASH)
		fail("memory");
	/* Where it is read into, the system would notice. */
	*(volatile char *)bytes = '\0';
	while (used == 0 && len < ROOM) {
		n = read(STDIN_FILENO, bytes + len, 5);
		if (n < 0 && is_passing())
			continue;
		if (n < 0 && how == HALF)
			put(bytes, len);
		if (n < 0 && how != END)
			fail("-");
		if (n <= 0)
			break;
		len += (size_t)n;
		used = find_end(bytes, len);
	}
	if (used == 0)
		used = len;
	put(bytes, used);
	if (used < len &&
	    lseek(STDIN_FILENO, -(off_t)(len - used), SEEK_CUR) < 0 &&
	    how != KEEP)
		fail("-");
	free(bytes);
	return 0;
}
