/*
 * feed - the output goes to one command after the other
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "feed.h"
#include "output.h"
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

/* Between two looks at a command that runs. */
#define LOOK_NANOSECONDS 10000000

/* Start the command, or say why not. Returns: its input, or -1. */
static int
start(struct feed *feed, const struct variable *variable, size_t n)
{
	size_t i;
	int fd;

	for (i = 0; i < n; i++) {
		if (memchr(variable[i].value, '\0', variable[i].len)) {
			fault(feed->line, "%s: a NUL byte can't stand in $%s",
			    feed->fed, variable[i].name);
			return -1;
		}
	}
	fd = command_start(&feed->command, feed->line, variable, n);
	if (fd < 0 && errno == E2BIG)
		fault(feed->line, "%s: too long for the environment",
		    feed->fed);
	else if (fd < 0)
		fault(feed->line, "%s: %s", feed->fed, strerror(errno));
	return fd;
}

/* Say whether nobody can read standard output any more. */
static bool
reader_left(void)
{
	struct pollfd p = { STDOUT_FILENO, 0, 0 };
	int n;

	do
		n = poll(&p, 1, 0);
	while (n < 0 && errno == EINTR);
	return n > 0 && (p.revents & (POLLERR | POLLHUP));
}

/*
 * Say whether the command, which has ended, wrote to a reader that has left.
 * It may die of SIGPIPE for reasons of its own too, and that is its failure.
 */
static bool
has_no_reader(const struct feed *feed)
{
	return feed->command.piped && reader_left();
}

/* Close the command's input, wait for its end and say how it failed. */
static void
await(struct feed *feed)
{
	const char *reason;

	close(feed->fd);
	feed->fd = -1;
	reason = command_finish(&feed->command);
	if (reason && !has_no_reader(feed))
		fault(feed->line, "%s: %s", feed->fed, reason);
}

/*
 * The run ends in the middle of what the command is fed with. To the command
 * that looks like the end of it, so at least we say that it is not.
 */
static void
cut_short(struct ending *ending)
{
	struct feed *feed = (struct feed *)ending;

	output_redirect(-1);
	fault(feed->line, "%s: cut short, the command got a part of it",
	    feed->fed);
	await(feed);
}

void
feed_begin(struct feed *feed, const char *line,
    const struct variable *variable, size_t n)
{
	feed->line = line;
	feed->fd = start(feed, variable, n);
	output_redirect(feed->fd);
	if (feed->fd < 0)
		return;
	clock_gettime(CLOCK_MONOTONIC, &feed->looked);
	feed->ending.run = cut_short;
	ending_add(&feed->ending);
}

void
feed_look(struct feed *feed)
{
	struct timespec now;

	if (feed->fd < 0)
		return;
	clock_gettime(CLOCK_MONOTONIC, &now);
	if ((now.tv_sec - feed->looked.tv_sec) * 1000000000LL +
	    now.tv_nsec - feed->looked.tv_nsec < LOOK_NANOSECONDS)
		return;
	feed->looked = now;
	if (!command_ended(&feed->command) || !has_no_reader(feed))
		return;
	output_redirect(-1);
	ending_remove(&feed->ending);
	finish();
}

void
feed_end(struct feed *feed)
{
	output_redirect(-1);
	if (feed->fd < 0)
		return;
	ending_remove(&feed->ending);
	await(feed);
	if (has_no_reader(feed))
		finish();
}
