/* SPDX-License-Identifier: MIT */
/*
 * launch - run a command and say what it cost
 *
 *	launch [-op] [-i file] [-l lines] [-n times] [-r repeats] command [arg ...]
 *
 * The command reads file, or nothing; with -p through a pipe, into which the
 * file goes as often as -r says. What it writes is dropped; with -o it goes
 * through a pipe and is counted, and with -l the pipe is closed after so many
 * lines. All is done as often as -n says. One line tells the sum: seconds that
 * passed, seconds of processor time, the greatest resident size in KiB, bytes
 * counted, and the status of the last run as wait(2) has it.
 *
 * This is C because a child begins with the resident size of the process that
 * made it: a small launcher hides nothing. The times of the processes that
 * feed and drain the pipes are not counted.
 */
#define _GNU_SOURCE
#include "scan.h"
#include <err.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static const char *input = "/dev/null";
static bool through, counted;
static long repeats = 1;
static size_t lines;
static char block[1 << 18];
static struct {
	double wall, cpu;
	long peak, bytes;
	int status;
} cost;

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int
input_open(void)
{
	int fd = open(input, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		err(2, "%s", input);
	return fd;
}

static void
pipe_open(int ends[2])
{
	if (pipe2(ends, O_CLOEXEC) < 0)
		err(2, "pipe");
}

/* The pipe's reader may leave before the end: SIGPIPE ends the process. */
static pid_t
feed(int ends[2])
{
	int in, out = ends[1];
	ssize_t n, done, put;
	pid_t pid = fork();

	if (pid < 0)
		err(2, "fork");
	if (pid > 0)
		return pid;
	close(ends[0]);
	in = input_open();
	for (; repeats > 0; repeats--) {
		lseek(in, 0, SEEK_SET);
		while ((n = read(in, block, sizeof(block))) > 0)
			for (done = 0; done < n; done += put) {
				put = write(out, block + done,
				    (size_t)(n - done));
				if (put < 0)
					_exit(1);
			}
	}
	_exit(0);
}

static void
drain(int in)
{
	size_t left = lines, seen;
	ssize_t n;

	while ((n = read(in, block, sizeof(block))) > 0) {
		cost.bytes += n;
		if (lines == 0)
			continue;
		seen = scan_count(block, (size_t)n, '\n');
		if (seen >= left)
			break;
		left -= seen;
	}
}

static void
run(char *argv[])
{
	posix_spawn_file_actions_t actions;
	struct rusage usage;
	double start = now();
	int in[2] = { -1, -1 }, out[2] = { -1, -1 };
	pid_t child, feeder = 0;

	if (through) {
		pipe_open(in);
		feeder = feed(in);
		close(in[1]);
	} else {
		in[0] = input_open();
	}
	if (counted)
		pipe_open(out);
	else
		out[1] = open("/dev/null", O_WRONLY | O_CLOEXEC);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, in[0], 0);
	posix_spawn_file_actions_adddup2(&actions, out[1], 1);
	if (posix_spawnp(&child, argv[0], &actions, NULL, argv, environ))
		errx(2, "%s: it does not start", argv[0]);
	posix_spawn_file_actions_destroy(&actions);
	close(in[0]);
	close(out[1]);
	if (counted) {
		drain(out[0]);
		close(out[0]);
	}
	if (wait4(child, &cost.status, 0, &usage) < 0)
		err(2, "wait");
	cost.wall += now() - start;
	cost.cpu += seconds(usage.ru_utime) + seconds(usage.ru_stime);
	if (usage.ru_maxrss > cost.peak)
		cost.peak = usage.ru_maxrss;
	if (feeder > 0)
		waitpid(feeder, NULL, 0);
}

int
main(int argc, char *argv[])
{
	long times = 1;
	int option;

	/* The plus has GNU's getopt stop at the command. */
	while ((option = getopt(argc, argv, "+i:l:n:opr:")) != -1)
		switch (option) {
		case 'i':
			input = optarg;
			break;
		case 'l':
			lines = strtoull(optarg, NULL, 10);
			break;
		case 'n':
			times = strtol(optarg, NULL, 10);
			break;
		case 'o':
			counted = true;
			break;
		case 'p':
			through = true;
			break;
		case 'r':
			repeats = strtol(optarg, NULL, 10);
			break;
		default:
			return 2;
		}
	if (optind == argc)
		errx(2, "no command");
	for (; times > 0; times--)
		run(argv + optind);
	printf("%.9f %.6f %ld %ld %d\n", cost.wall, cost.cpu, cost.peak,
	    cost.bytes, cost.status);
	return 0;
}
