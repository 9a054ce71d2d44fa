/*
 * feed - the output goes to one command after the other
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "feed.h"
#include "message.h"
#include "output.h"
#include <errno.h>
#include <string.h>
#include <unistd.h>

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

void
feed_begin(struct feed *feed, const char *line,
    const struct variable *variable, size_t n)
{
	feed->line = line;
	feed->fd = start(feed, variable, n);
	output_redirect(feed->fd);
}

void
feed_end(struct feed *feed)
{
	const char *reason;

	output_redirect(-1);
	if (feed->fd < 0)
		return;
	close(feed->fd);
	reason = command_finish(&feed->command);
	if (feed->command.piped)
		finish();
	if (reason)
		fault(feed->line, "%s: %s", feed->fed, reason);
}
