/*
 * bytes - what tests hold and compare: runs of bytes that grow
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "bytes.h"
#include "must.h"
#include "process.h"
#include "sanitizer.h"
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BLOCK 65536

/* How many bytes are shown, and how many of them before a difference. */
#define SHOWN 160
#define SHOWN_BEFORE 40

static void
make_room(struct bytes *bytes, size_t len)
{
	if (bytes->at && len <= bytes->capacity - bytes->len)
		return;
	bytes->capacity = 2 * bytes->len + len + 64;
	bytes->at = realloc(bytes->at, bytes->capacity);
	must(bytes->at != NULL, "memory");
}

void
bytes_add(struct bytes *bytes, const void *more, size_t len)
{
	make_room(bytes, len);
	if (len > 0)
		memcpy(bytes->at + bytes->len, more, len);
	bytes->len += len;
}

void
bytes_say(struct bytes *bytes, const char *format, ...)
{
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	must(len >= 0, format);
	make_room(bytes, (size_t)len + 1);
	va_start(args, format);
	vsnprintf(bytes->at + bytes->len, (size_t)len + 1, format, args);
	va_end(args);
	bytes->len += (size_t)len;
}

bool
bytes_take(struct bytes *bytes, int fd, size_t most)
{
	ssize_t n;

	make_room(bytes, most);
	errno = 0;
	n = read(fd, bytes->at + bytes->len, most);
	if (n <= 0)
		return errno == EAGAIN || errno == EINTR;
	WAS_READ(bytes->at + bytes->len, (size_t)n);
	bytes->len += (size_t)n;
	return true;
}

void
bytes_read(struct bytes *bytes, int fd)
{
	while (bytes_take(bytes, fd, BLOCK))
		if (errno == EAGAIN)
			wait_readable(fd);
	must(errno == 0, "read to the end");
}

void
bytes_read_file(struct bytes *bytes, const char *path)
{
	const int fd = open(path, O_RDONLY | O_CLOEXEC);

	must(fd >= 0, path);
	bytes_read(bytes, fd);
	close(fd);
}

void
bytes_free(struct bytes *bytes)
{
	free(bytes->at);
	*bytes = (struct bytes){ 0 };
}

/* Add bytes as a C literal, from a little before a place. */
static void
show(struct bytes *report, const char *bytes, size_t len, size_t at)
{
	const size_t from = at > SHOWN_BEFORE ? at - SHOWN_BEFORE : 0;
	size_t i;

	bytes_say(report, "%s\"", from > 0 ? "..." : "");
	for (i = from; i < len && i < from + SHOWN; i++) {
		const unsigned char byte = (unsigned char)bytes[i];

		if (byte == '\n')
			bytes_say(report, "\\n");
		else if (byte == '"' || byte == '\\')
			bytes_say(report, "\\%c", byte);
		else if (byte < ' ' || byte > '~')
			bytes_say(report, "\\%03o", byte);
		else
			bytes_say(report, "%c", byte);
	}
	bytes_say(report, "\"%s", i < len ? "..." : "");
}

bool
bytes_compare(struct bytes *report, const char *what, const struct bytes *got,
    const char *want, size_t len)
{
	size_t at = 0;

	while (at < got->len && at < len && got->at[at] == want[at])
		at++;
	if (at == got->len && at == len)
		return true;
	bytes_say(report, "\n  %s should be, %zu bytes: ", what, len);
	show(report, want, len, at);
	bytes_say(report, "\n  %s is       , %zu bytes: ", what, got->len);
	show(report, got->at, got->len, at);
	return false;
}
