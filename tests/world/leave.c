/*
 * leave - how long a chain of tools outlives its reader
 *
 *	leave N DEPTH MS SEED INPUT STAGE...
 *
 * N times a pipeline of DEPTH stages, each a STAGE that the dice choose, is
 * left by its reader while all of it waits for input: half of the times none
 * ever came, else the records of INPUT did. Now and then the reader leaves
 * while they start. The last of them has to be gone MS
 * milliseconds later, each with status 0 and without a word.
 *
 * Prints how many were tried, how many failed, and the longest time.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "world.h"
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#define DEPTH_MAX 64
#define SECONDS 20

/* For how long nothing has to come before all are believed to wait. */
#define IDLE_MS 15
#define IDLE_STAGE_MS 3

static char **stage;
static size_t stages, depth;
static struct bytes records;
static int messages[2];

static pid_t pid[DEPTH_MAX];
static const char *chosen[DEPTH_MAX];
static int64_t longest;

static pid_t
start_stage(const char *text, int in, int out)
{
	char shell[] = "/bin/sh", option[] = "-c";
	char *line;
	char *argv[] = { shell, option, NULL, NULL };
	pid_t started;

	must(asprintf(&line, "exec %s", text) >= 0, "memory");
	argv[2] = line;
	started = start(argv, in, out, SECONDS);
	free(line);
	return started;
}

/* A pipe, or now and then a socket. */
static void
open_link(int end[2])
{
	if (!one_in(4)) {
		pipe_make(end);
		return;
	}
	must(socketpair(AF_UNIX, SOCK_STREAM, 0, end) == 0, "socket");
	fcntl(end[0], F_SETFD, FD_CLOEXEC);
	fcntl(end[1], F_SETFD, FD_CLOEXEC);
}

/* Start all. Returns: what the last writes; *feed is what the first reads. */
static int
start_chain(int *feed)
{
	int end[2], in;

	open_link(end);
	*feed = end[1];
	in = end[0];
	for (size_t i = 0; i < depth; i++) {
		open_link(end);
		chosen[i] = stage[dice(stages)];
		pid[i] = start_stage(chosen[i], in, end[1]);
		close(in);
		close(end[1]);
		in = end[0];
	}
	return in;
}

/*
 * Feed what there is and read what comes, until for a while nothing has. Who
 * writes for ever is not read from.
 */
static void
settle(int feed, int out, bool fed)
{
	struct pollfd p = { out, POLLIN, 0 };
	char piece[4096];
	size_t total = 0;

	if (fed)
		write_whole(feed, records.at, records.len);
	while (total < 1000000 &&
	    poll(&p, 1, IDLE_MS + IDLE_STAGE_MS * (int)depth) > 0) {
		const ssize_t n = read(out, piece, sizeof piece);

		if (n <= 0)
			break;
		total += (size_t)n;
	}
	pause_us((int64_t)dice(5000));
}

static bool
complain(const char *what, long long value)
{
	printf("not ok leave: %s: %lld\n  ", what, value);
	for (size_t i = 0; i < depth; i++)
		printf("%s%s", i > 0 ? " | " : "", chosen[i]);
	printf("\n");
	return false;
}

/* Say whether all have ended well. */
static bool
wait_for_chain(int64_t from, int64_t limit)
{
	int64_t took;
	bool good = true;
	int status;

	for (size_t i = depth; i-- > 0;) {
		status = wait_for(pid[i]);
		if (status != 0)
			good = complain("a status", status);
	}
	took = now_us() - from;
	if (took > longest)
		longest = took;
	if (took > limit)
		good = complain("microseconds", took);
	return good;
}

static bool
run(bool fed, int64_t limit)
{
	int feed;
	const int out = start_chain(&feed);
	struct pollfd said = { messages[0], POLLIN, 0 };
	char text[400];
	int64_t from;
	bool good;

	if (one_in(5))
		pause_us((int64_t)dice(3000));
	else
		settle(feed, out, fed);
	from = now_us();
	close(out);
	good = wait_for_chain(from, limit);
	close(feed);
	if (poll(&said, 1, 0) > 0) {
		const ssize_t n = read(messages[0], text, sizeof text);

		printf("  %.*s", (int)n, text);
		good = complain("bytes of messages", n);
	}
	return good;
}

int
main(int argc, char **args)
{
	uintmax_t n, failed = 0;
	int64_t limit;

	if (argc < 7) {
		fprintf(stderr, "usage: see the comment in leave.c\n");
		return STATUS_BROKEN;
	}
	n = strtoull(args[1], NULL, 10);
	depth = strtoul(args[2], NULL, 10);
	must(depth >= 1 && depth <= DEPTH_MAX, "DEPTH");
	limit = strtoll(args[3], NULL, 10) * 1000;
	dice_seed(strtoull(args[4], NULL, 10));
	bytes_read_file(&records, args[5]);
	stage = args + 6;
	stages = (size_t)argc - 6;
	pipe_make(messages);
	must(dup2(messages[1], 2) == 2, "messages");
	signal(SIGPIPE, SIG_IGN);
	for (uintmax_t i = 0; i < n; i++)
		failed += !run(i % 2 == 1, limit);
	printf("%ju %ju %lld\n", n, failed, (long long)longest / 1000);
	return failed > 0;
}
