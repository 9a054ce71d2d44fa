/*
 * strike - signals at random moments
 *
 *	strike N SEED IN OUT COMMAND...
 *
 * Runs COMMAND N times for each signal, with the files IN and OUT as its
 * standard input and output. TERM, INT, HUP and KILL are sent once, after a
 * while; STOP, TSTP, WINCH and CHLD again and again until it ends by itself,
 * with CONT where they stop it.
 *
 * The first, undisturbed run says what the output is, and how long a run
 * takes. A run that was ended leaves a beginning of that: of whole records,
 * unless by KILL, which no program can see coming. Otherwise the output and
 * the status are the same. A command that never ends by itself is given its
 * time by the size of its output, and not disturbed.
 *
 * Prints how many runs there were, how many failed, and how many signals came
 * before the end.
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
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define SECONDS 60

/* What never ends by itself is let run until it has written so much. */
#define ENOUGH (16 * 1024 * 1024)

static const struct signal {
	const char *name;
	int number;
	bool ends, stops;
} signals[] = {
	{ "TERM", SIGTERM, .ends = true },
	{ "INT", SIGINT, .ends = true },
	{ "HUP", SIGHUP, .ends = true },
	{ "KILL", SIGKILL, .ends = true },
	{ "STOP", SIGSTOP, .stops = true },
	{ "TSTP", SIGTSTP, .stops = true },
	{ "WINCH", SIGWINCH },
	{ "CHLD", SIGCHLD },
};

static const struct signal *chosen;
static const char *in_name, *out_name;
static char **command;

/* The undisturbed run. */
static struct bytes whole;
static int whole_status;
static bool endless;
static int64_t whole_us;

static struct bytes got;
static uintmax_t hit; /* how many runs were ended before their end */

static pid_t
run(void)
{
	const int in = open(in_name, O_RDONLY | O_CLOEXEC);
	const int out = open(out_name,
	    O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	pid_t pid;

	must(in >= 0, in_name);
	must(out >= 0, out_name);
	pid = start(command, in, out, SECONDS);
	close(in);
	close(out);
	return pid;
}

static void
read_output(struct bytes *bytes)
{
	bytes->len = 0;
	bytes_read_file(bytes, out_name);
}

/* Say whether the process has ended; then *status is its status. */
static bool
has_ended(pid_t pid, int *status)
{
	const pid_t found = waitpid(pid, status, WNOHANG);

	must(found >= 0, "waitpid");
	if (found == 0)
		return false;
	*status = WIFEXITED(*status) ? WEXITSTATUS(*status) :
	    128 + WTERMSIG(*status);
	return true;
}

static void
run_undisturbed(void)
{
	const int64_t from = now_us();
	const pid_t pid = run();
	struct stat st;

	while (!has_ended(pid, &whole_status)) {
		endless = stat(out_name, &st) == 0 && st.st_size > ENOUGH;
		if (endless)
			kill(pid, SIGKILL);
		pause_us(100);
	}
	whole_us = now_us() - from;
	read_output(&whole);
}

static bool
complain(const char *what, int status)
{
	printf("not ok strike: %s, %s: %s; status %d, %zu bytes of %zu\n",
	    command[2], chosen->name, what, status, got.len, whole.len);
	return false;
}

/* Look at what a run left that was ended. */
static bool
is_beginning(int status)
{
	if (status != 128 + chosen->number &&
	    (endless || status != whole_status))
		return complain("the status", status);
	if (status == 128 + chosen->number && got.len < whole.len)
		hit++;
	/* What never ends may have got further than it did undisturbed. */
	if (memcmp(got.at, whole.at,
	    got.len < whole.len ? got.len : whole.len) != 0)
		return complain("other bytes", status);
	if (chosen->number != SIGKILL && got.len > 0 &&
	    got.at[got.len - 1] != '\n')
		return complain("a record is cut", status);
	return true;
}

/* Wait until so much is written. */
static void
wait_for_size(off_t size)
{
	struct stat st;

	while (stat(out_name, &st) == 0 && st.st_size <= size)
		pause_us((int64_t)dice(200));
}

/* End a run at a random time. */
static bool
end_run(void)
{
	const pid_t pid = run();
	int status;

	if (endless)
		wait_for_size((off_t)dice(ENOUGH));
	else
		pause_us((int64_t)dice((uint64_t)(whole_us * 9 / 8 + 1)));
	kill(pid, chosen->number);
	status = wait_for(pid);
	read_output(&got);
	return is_beginning(status);
}

/* Disturb a run until it ends. */
static bool
disturb_run(void)
{
	const pid_t pid = run();
	int status;

	while (!has_ended(pid, &status)) {
		pause_us((int64_t)dice(300));
		kill(pid, chosen->number);
		if (chosen->stops) {
			pause_us((int64_t)dice(300));
			kill(pid, SIGCONT);
		}
		hit++;
	}
	read_output(&got);
	if (status != whole_status)
		return complain("the status", status);
	if (got.len != whole.len || memcmp(got.at, whole.at, got.len) != 0)
		return complain("other bytes", status);
	return true;
}

int
main(int argc, char **args)
{
	uintmax_t n, tried = 0, failed = 0;

	if (argc < 6) {
		fprintf(stderr, "usage: see the comment in strike.c\n");
		return STATUS_BROKEN;
	}
	n = strtoull(args[1], NULL, 10);
	dice_seed(strtoull(args[2], NULL, 10));
	in_name = args[3];
	out_name = args[4];
	command = args + 5;
	run_undisturbed();
	for (size_t s = 0; s < sizeof signals / sizeof *signals; s++) {
		chosen = &signals[s];
		if (endless && !chosen->ends)
			continue;
		for (uintmax_t i = 0; i < n; i++, tried++)
			failed += !(chosen->ends ? end_run() : disturb_run());
	}
	printf("%ju %ju %ju\n", tried, failed, hit);
	return failed > 0;
}
