/*
 * flat - how much memory a tool has after few records, and after many
 *
 *	flat FEW MANY COMMAND...
 *
 * Feeds it the numbers from 1 on, a record each, and asks the system, once it
 * has read FEW of them and once it has read MANY, how much memory of its own it
 * has. Prints both, in KiB; or nothing, where the system does not say or the
 * tool has ended before. Its output is thrown away.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "world.h"
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define SECONDS 600

/* How long the tool has for what it has read. */
#define REST_US 30000

static int feed;
static uintmax_t next = 1;

/* Feed the numbers up to this one. Returns: false where it has ended. */
static bool
feed_until(uintmax_t last)
{
	static char block[65536];
	size_t len = 0;

	while (next <= last) {
		len += (size_t)snprintf(block + len, 24, "%ju\n", next++);
		if (len < sizeof block - 24 && next <= last)
			continue;
		if (!write_whole(feed, block, len))
			return false;
		len = 0;
	}
	return true;
}

/* Wait until it has read all. Returns: false where it does not. */
static bool
is_read(void)
{
	int unread = 1;

	for (int i = 0; i < 10000 && unread > 0; i++) {
		must(ioctl(feed, FIONREAD, &unread) == 0, "FIONREAD");
		pause_us(1000);
	}
	pause_us(REST_US);
	return unread == 0;
}

/* Return the KiB of its own that a process has, or -1. */
static long
memory_of(pid_t pid)
{
	char name[64], line[256];
	long amount = -1;
	FILE *file;

	snprintf(name, sizeof name, "/proc/%ld/status", (long)pid);
	file = fopen(name, "r");
	while (file && fgets(line, sizeof line, file)) {
		if (strncmp(line, "RssAnon:", 8) == 0)
			amount = strtol(line + 8, NULL, 10);
	}
	if (file)
		fclose(file);
	return amount;
}

int
main(int argc, char **args)
{
	long few, many;
	int end[2], out;
	pid_t pid;

	if (argc < 4) {
		fprintf(stderr, "usage: see the comment in flat.c\n");
		return STATUS_BROKEN;
	}
	signal(SIGPIPE, SIG_IGN);
	pipe_make(end);
	out = open("/dev/null", O_WRONLY | O_CLOEXEC);
	must(out >= 0, "/dev/null");
	pid = start(args + 3, end[0], out, SECONDS);
	close(end[0]);
	feed = end[1];
	if (!feed_until(strtoull(args[1], NULL, 10)) || !is_read())
		return 0;
	few = memory_of(pid);
	if (!feed_until(strtoull(args[2], NULL, 10)) || !is_read())
		return 0;
	many = memory_of(pid);
	close(feed);
	must(wait_for(pid) < STATUS_BROKEN, args[3]);
	if (few >= 0 && many >= 0)
		printf("%ld %ld\n", few, many);
	return 0;
}
