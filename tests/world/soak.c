/*
 * soak - many records through a deep pipeline come out as they went in
 *
 *	soak RECORDS DEPTH SEED STAGE...
 *
 * A pipeline of DEPTH stages, each a STAGE that the dice choose, all of which
 * pass records on as they are, is linked by pipes of any size and by sockets,
 * some of which do not block. What goes in is made from the seed, record by
 * record, its number first; what comes out is compared with the same bytes
 * made anew. A STAGE that begins with ! is no tool of ours: it gets no link
 * that does not block, as hardly any program bears that.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "world.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define DEPTH_MAX 64
#define SECONDS 1800

/* Blocks in which input is made; a record is at most so long. */
#define BLOCK 65536
#define RECORD_MAX 600

static uint64_t seed, records;
static size_t depth;
static char **stage;
static size_t stages;
static const char *chosen[DEPTH_MAX];
static pid_t pid[DEPTH_MAX];

/* Mix bits: what stands in a record follows from its number. */
static uint64_t
mix(uint64_t n)
{
	n += seed * 0x9e3779b97f4a7c15u + 0x632be59bd9b4e019u;
	n = (n ^ n >> 30) * 0xbf58476d1ce4e5b9u;
	n = (n ^ n >> 27) * 0x94d049bb133111ebu;
	return n ^ n >> 31;
}

/* Make record n: its number, its bits, some letters. Returns: its length. */
static size_t
make_record(char *at, uint64_t n)
{
	const uint64_t bits = mix(n);
	size_t len = bits >> 56 == 0 ? (size_t)(bits & 511) :
	    (size_t)(bits & 15);
	char *const begin = at;
	char digits[24];
	size_t i = 0;

	for (uint64_t left = n; i == 0 || left > 0; left /= 10)
		digits[i++] = (char)('0' + left % 10);
	while (i > 0)
		*at++ = digits[--i];
	*at++ = ' ';
	for (i = 0; i < 16; i++)
		*at++ = "0123456789abcdef"[bits >> 4 * i & 15];
	for (; len > 0; len--)
		*at++ = (char)('a' + (bits >> len % 32 & 15));
	*at++ = '\n';
	return (size_t)(at - begin);
}

/* A maker of the input, block by block. */
struct maker {
	uint64_t next;
	size_t len;
	char block[BLOCK + RECORD_MAX];
};

static bool
make_block(struct maker *maker)
{
	maker->len = 0;
	while (maker->next < records && maker->len < BLOCK)
		maker->len += make_record(maker->block + maker->len,
		    maker->next++);
	return maker->len > 0;
}

static pid_t
start_feeder(int fd, int other)
{
	static struct maker maker;
	const pid_t started = fork();
	size_t len;

	must(started >= 0, "fork");
	if (started > 0)
		return started;
	close(other);
	signal(SIGPIPE, SIG_DFL);
	while (make_block(&maker)) {
		for (size_t done = 0; done < maker.len; done += len) {
			/* Mostly whole blocks; often just short of them. */
			len = one_in(4) ? dice(5000) + 1 : BLOCK;
			if (len > maker.len - done)
				len = maker.len - done;
			write_whole(fd, maker.block + done, len);
		}
	}
	_exit(0);
}

static bool
is_ours(const char *text)
{
	return text[0] != '!';
}

static pid_t
start_stage(const char *text, int in, int out)
{
	char shell[] = "/bin/sh", option[] = "-c";
	char *line;
	char *argv[] = { shell, option, NULL, NULL };
	pid_t started;

	must(asprintf(&line, "exec %s", text + !is_ours(text)) >= 0, "memory");
	argv[2] = line;
	started = start(argv, in, out, SECONDS);
	free(line);
	return started;
}

static void
set_nonblocking(int fd)
{
	must(fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK) == 0,
	    "O_NONBLOCK");
}

/* Link two stages; those that are ours may find that it does not block. */
static void
open_link(int end[2], bool ours_before, bool ours_behind)
{
	if (one_in(5)) {
		must(socketpair(AF_UNIX, SOCK_STREAM, 0, end) == 0, "socket");
		fcntl(end[0], F_SETFD, FD_CLOEXEC);
		fcntl(end[1], F_SETFD, FD_CLOEXEC);
	} else {
		pipe_make(end);
#ifdef F_SETPIPE_SZ
		if (one_in(2))
			fcntl(end[1], F_SETPIPE_SZ, 4096 << dice(9));
#endif
	}
	if (ours_before && one_in(3))
		set_nonblocking(end[1]);
	if (ours_behind && one_in(3))
		set_nonblocking(end[0]);
}

/* Read all and compare. Returns: whether it was the input. */
static bool
compare(int fd)
{
	static struct maker maker;
	static char got[BLOCK];
	size_t at = 0;
	ssize_t n;

	while ((n = read(fd, got, sizeof got)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		must(n > 0, "read");
		for (size_t done = 0, len; done < (size_t)n; done += len) {
			if (at == maker.len) {
				at = 0;
				if (!make_block(&maker)) {
					printf("  more than the input\n");
					return false;
				}
			}
			len = maker.len - at;
			if (len > (size_t)n - done)
				len = (size_t)n - done;
			if (memcmp(maker.block + at, got + done, len) != 0) {
				printf("  other bytes, before record %ju\n",
				    (uintmax_t)maker.next);
				return false;
			}
			at += len;
		}
	}
	if (at == maker.len && !make_block(&maker))
		return true;
	printf("  the end is missing, before record %ju\n",
	    (uintmax_t)maker.next);
	return false;
}

static bool
run(void)
{
	int end[2], in;
	pid_t feeder;
	bool good;

	for (size_t i = 0; i < depth; i++)
		chosen[i] = stage[dice(stages)];
	open_link(end, true, is_ours(chosen[0]));
	in = end[0];
	feeder = start_feeder(end[1], end[0]);
	close(end[1]);
	for (size_t i = 0; i < depth; i++) {
		open_link(end, is_ours(chosen[i]),
		    i + 1 < depth && is_ours(chosen[i + 1]));
		pid[i] = start_stage(chosen[i], in, end[1]);
		close(in);
		close(end[1]);
		in = end[0];
	}
	good = compare(in);
	close(in);
	for (size_t i = 0; i < depth; i++) {
		const int status = wait_for(pid[i]);

		if (status == 0)
			continue;
		printf("  %s: status %d\n", chosen[i], status);
		good = false;
	}
	wait_for(feeder);
	return good;
}

int
main(int argc, char **args)
{
	bool good;

	if (argc < 5) {
		fprintf(stderr, "usage: see the comment in soak.c\n");
		return STATUS_BROKEN;
	}
	records = strtoull(args[1], NULL, 10);
	depth = strtoul(args[2], NULL, 10);
	must(depth >= 1 && depth <= DEPTH_MAX, "DEPTH");
	seed = strtoull(args[3], NULL, 10);
	dice_seed(seed);
	stage = args + 4;
	stages = (size_t)argc - 4;
	good = run();
	for (size_t i = 0; i < depth; i++)
		printf("%s%s", i > 0 ? " | " : "", chosen[i]);
	printf("\n");
	return good ? 0 : 1;
}
