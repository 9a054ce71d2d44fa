/*
 * world - what the programs share that run tools by the hundred
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "world.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static uint64_t state = 1;

void
dice_seed(uint64_t seed)
{
	/* Neighbours shall not look alike: stir them well first. */
	state = (seed + 1) * 0x9e3779b97f4a7c15u;
	for (int i = 0; i < 8; i++)
		dice(2);
}

uint64_t
dice(uint64_t n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (state >> 11) % n;
}

bool
one_in(uint64_t n)
{
	return dice(n) == 0;
}

static const int usual[] = {
	SIGPIPE, SIGINT, SIGQUIT, SIGHUP, SIGTERM, SIGTSTP, SIGCHLD
};

pid_t
start(char *const argv[], int in, int out, unsigned seconds)
{
	const pid_t pid = fork();

	must(pid >= 0, "fork");
	if (pid > 0)
		return pid;
	if (dup2(in, 0) == 0 && dup2(out, 1) == 1) {
		/* What runs in the background may have been told to ignore. */
		for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
			signal(usual[i], SIG_DFL);
		alarm(seconds);
		execvp(argv[0], argv);
	}
	fprintf(stderr, "%s: %s\n", argv[0], strerror(errno));
	_exit(STATUS_BROKEN);
}

char *
tool_path(const char *name)
{
	const char *folder = getenv("TOOLS_DIR");
	const size_t size = (folder ? strlen(folder) : 0) + strlen(name) + 2;
	char *path = malloc(size);

	must(path != NULL, "memory");
	snprintf(path, size, "%s%s%s", folder ? folder : "",
	    folder ? "/" : "", name);
	return path;
}

int
report(const char *subject, uintmax_t tried, uintmax_t failed)
{
	const char *trust = getenv("TRUST");

	printf("%s %s: %ju tried, %ju failed\n", failed ? "not ok" : "ok",
	    subject, tried, failed);
	if (trust && strcmp(trust, "long") == 0)
		printf("trust: %s: %ju tried, %ju failed\n", subject, tried,
		    failed);
	return failed > 0;
}
