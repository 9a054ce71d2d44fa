/*
 * backward - records from the last to the first
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "backward.h"
#include "descriptor.h"
#include "input.h"
#include "input_place.h"
#include "memory.h"
#include "message.h"
#include "progress.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BLOCK (64 * 1024)

void
backward_open(struct backward *backward, int fd, const char *name,
    off_t begin, off_t end, char eol)
{
	*backward = (struct backward){
		.name = name,
		.at = end,
		.eol = eol,
		.fd = fd,
		.begin = begin,
		.unread = end,
		.block = BLOCK,
	};
}

bool
backward_open_input(struct backward *backward, struct input *in,
    uint64_t above, uint64_t used)
{
	const int file = input_file(in);
	off_t begin, end;
	struct stat st;
	int fd;

	/* A short one is as well held; /proc and /sys do not know sizes. */
	if (file < 0 || fstat(file, &st) < 0 || !S_ISREG(st.st_mode) ||
	    st.st_size - input_tell(in) <= BLOCK)
		return false;
	/* The input closes its own when it has come to the end. */
	fd = fcntl(file, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	if (fd < 0)
		return false;
	end = st.st_size;
	begin = above == 0 || input_skip(in, above) ? input_tell(in) : -1;
	if (begin < 0)
		begin = end;
	else if (used == INPUT_ALL)
		input_seek(in, end);
	else if (input_skip(in, used - above) && input_tell(in) >= 0)
		end = input_tell(in);
	backward_open(backward, fd, in->name, begin, end, in->framing.eol);
	return true;
}

void
backward_open_memory(struct backward *backward, const char *bytes, size_t len,
    char eol)
{
	backward_open(backward, -1, NULL, 0, 0, eol);
	backward->at = (off_t)len;
	backward->bytes = bytes;
	backward->len = len;
}

void
backward_block(struct backward *backward, size_t block)
{
	backward->block = block;
}

/* Read len bytes that end where what is there begins. */
static void
read_before(struct backward *backward, size_t len)
{
	ssize_t n;

	for (size_t done = 0; done < len; done += (size_t)n) {
		n = pread(backward->fd, backward->buffer + done, len - done,
		    backward->unread - (off_t)(len - done));
		if (n > 0)
			continue;
		if (n < 0 && errno == EINTR) {
			n = 0;
			continue;
		}
		die(backward->name, "%s", n < 0 ? strerror(errno) :
		    "became shorter while it was read");
	}
	progress_read(len);
	descriptor_pace(len);
}

/* Put more of the file before what is there. Returns: whether there was. */
static bool
refill(struct backward *backward)
{
	const off_t left = backward->unread - backward->begin;
	size_t len = backward->block;

	if (left <= 0)
		return false;
	/* A long record is moved as often as its length is doubled. */
	if (len < backward->len)
		len = backward->len;
	if ((off_t)len > left)
		len = (size_t)left;
	backward->buffer = xgrow(backward->buffer, &backward->capacity,
	    backward->len + len, 1);
	memmove(backward->buffer + len, backward->buffer, backward->len);
	read_before(backward, len);
	backward->bytes = backward->buffer;
	backward->len += len;
	backward->unread -= (off_t)len;
	return true;
}

/* Return the last eol of len bytes, NULL where there is none. */
static const char *
find_last(const char *bytes, size_t len, char eol)
{
#ifdef HAVE_MEMRCHR
	return len > 0 ? memrchr(bytes, eol, len) : NULL;
#else
	while (len > 0) {
		if (bytes[--len] == eol)
			return bytes + len;
	}
	return NULL;
#endif
}

bool
backward_next(struct backward *backward, struct record *record)
{
	const char *eol;
	size_t end;

	if (backward->len == 0 && !refill(backward))
		return false;
	for (;;) {
		/* Each ends with its terminator, but perhaps the last. */
		end = backward->len;
		if (backward->bytes[end - 1] == backward->eol)
			end--;
		eol = find_last(backward->bytes, end, backward->eol);
		if (eol || !refill(backward))
			break;
	}
	record->bytes = eol ? eol + 1 : backward->bytes;
	record->len = (size_t)(backward->bytes + end - record->bytes);
	backward->at -= (off_t)(backward->bytes + backward->len -
	    record->bytes);
	backward->len = (size_t)(record->bytes - backward->bytes);
	return true;
}

uint64_t
backward_skip(struct backward *backward, uint64_t n)
{
	struct record record;
	uint64_t i;

	for (i = 0; i < n && backward_next(backward, &record); i++)
		continue;
	return i;
}

void
backward_close(struct backward *backward)
{
	if (backward->fd >= 0)
		close(backward->fd);
	free(backward->buffer);
	backward->buffer = NULL;
}
