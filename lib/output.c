/*
 * output - standard output, buffered
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "descriptor.h"
#include "message.h"
#include "output.h"
#include "progress.h"
#include "signals.h"
#include <errno.h>
#include <string.h>
#include <unistd.h>

#define BUFFER OUTPUT_ROOM

/* A span at least so long is written from where it stands. */
#define DIRECT (16 * 1024)

static char buffer[BUFFER + OUTPUT_SLACK];
static size_t len; /* how much is pending */
static size_t whole; /* how much of that is whole records */
static bool parted; /* of the record under way a part has gone out */
static char terminator = '\n';
static int target = STDOUT_FILENO;
static bool outlive;
static bool discard; /* there is nobody to write for any more */

static void gone(void);
static const struct descriptor_hooks hooks = { output_flush, gone };

/* Act on the reader's leaving: end the run, or go on without one. */
static void
gone(void)
{
	len = whole = 0;
	if (!outlive)
		finish();
	discard = true;
	descriptor_watch(-1, &hooks);
}

/*
 * Write. A signal that ends the run would cut a long write to a regular file
 * at some page, within a record; so there it waits until that is done.
 */
static bool
write_out(const char *bytes, size_t n)
{
	bool done;

	if (target != STDOUT_FILENO || !descriptor_output_is_regular())
		return descriptor_write(target, bytes, n);
	signals_hold_all();
	done = descriptor_write(target, bytes, n);
	signals_release();
	return done;
}

static void
put(const char *bytes, size_t n)
{
	int error;

	if (discard)
		return;
	progress_make_way();
	if (write_out(bytes, n))
		return;
	error = errno;
	/* Nothing may be written after what is now missing. */
	len = whole = 0;
	discard = true;
	/* A terminal that has hung up is a reader that has left. */
	if (error == EPIPE || error == ECONNRESET ||
	    (error == EIO && descriptor_hung_up(target)))
		gone();
	else
		die_errno(STANDARD_OUTPUT, error);
}

void
output_flush(void)
{
	size_t n = whole;

	if (n == 0)
		return;
	put(buffer, n);
	/* Both are 0 already where the reader has gone. */
	len -= whole;
	whole = 0;
	memmove(buffer, buffer + n, len);
}

void
output_start(char eol)
{
	terminator = eol;
	descriptor_watch(target, &hooks);
	message_before(output_flush);
}

void
output_outlive_reader(void)
{
	outlive = true;
}

void
output_redirect(int fd)
{
	output_flush();
	target = fd;
	outlive = true;
	discard = fd < 0;
	descriptor_watch(fd, &hooks);
}

/* Make room for n bytes, at most BUFFER of them; whole records go first. */
static void
make_room(size_t n)
{
	if (n > BUFFER - len)
		output_flush();
	if (n > BUFFER - len) {
		/* A record that is longer than the buffer. */
		parted = true;
		put(buffer, len);
		len = 0;
	}
}

void
output_bytes(const char *bytes, size_t n)
{
	if (n >= BUFFER) {
		make_room(BUFFER);
		parted = true;
		put(bytes, n);
		return;
	}
	make_room(n);
	memcpy(buffer + len, bytes, n);
	len += n;
}

void
output_end(void)
{
	make_room(1);
	buffer[len++] = terminator;
	whole = len;
	parted = false;
}

void
output_abandon(void)
{
	if (parted)
		output_end();
	len = whole;
}

void
output_record(const char *bytes, size_t n)
{
	if (n + 1 < BUFFER)
		make_room(n + 1);
	output_bytes(bytes, n);
	output_end();
}

void
output_span(const struct span *span)
{
	if (span->len >= DIRECT) {
		make_room(BUFFER);
		put(span->bytes, span->len);
		return;
	}
	output_bytes(span->bytes, span->len);
	if (span->closes)
		whole = len;
}

char *
output_room(size_t n, size_t *room)
{
	make_room(n);
	*room = BUFFER - len;
	return buffer + len;
}

void
output_filled(size_t n)
{
	len += n;
	whole = len;
}

void
output_part(size_t n)
{
	len += n;
}

void
output_close(void)
{
	output_flush();
	discard = true;
	descriptor_watch(-1, NULL);
	if (close(STDOUT_FILENO) < 0 && errno != EINTR)
		die_errno(STANDARD_OUTPUT, errno);
	/* A run that goes on must not open a file there. */
	if (!descriptor_secure())
		die_errno("/dev/null", errno);
}
