/*
 * place - a command in a place that is out of the ordinary
 *
 *	place user ID COMMAND...	as another user and group, and no others
 *	place seek OFFSET COMMAND...	standard input stands at OFFSET
 *	place tell			print where standard input stands
 *	place refusal NAME		print why NAME can't be opened, as the C
 *					library says it
 *	place name NAME COMMAND...	NAME is its argv[0]
 *	place nameless COMMAND		it has none
 *	place socket NAME		make a file that is a socket
 *	place terminal COMMAND...
 *		standard input and output are one terminal, fed from ours until
 *		it reads the end; what it writes is copied to ours
 *	place truncated FILE COMMAND...
 *		FILE as standard input loses all its bytes once the command,
 *		whose output nobody has read yet, does not go on; then its
 *		output is copied to ours
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "world.h"
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define SECONDS 30

static int
become(char **command)
{
	execvp(command[0], command);
	must(false, command[0]);
	return STATUS_BROKEN;
}

static int
as_user(char **args)
{
	const unsigned id = (unsigned)strtoul(args[0], NULL, 10);

	must(setgroups(0, NULL) == 0 && setgid(id) == 0 && setuid(id) == 0,
	    args[0]);
	return become(args + 1);
}

static int
at_offset(char **args)
{
	must(lseek(0, strtoll(args[0], NULL, 10), SEEK_SET) >= 0, args[0]);
	return become(args + 1);
}

static int
tell(char **args)
{
	const off_t at = lseek(0, 0, SEEK_CUR);

	(void)args;
	must(at >= 0, "lseek");
	printf("%lld\n", (long long)at);
	return 0;
}

static int
by_name(char **args)
{
	char *const path = args[1];

	args[1] = args[0];
	execvp(path, args + 1);
	must(false, path);
	return STATUS_BROKEN;
}

/* The system may give it an empty name in the place of none. */
static int
nameless(char **args)
{
	char *none[] = { NULL };

	execvp(args[0], none);
	must(false, args[0]);
	return STATUS_BROKEN;
}

static int
make_socket(char **args)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	const int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	must(strlen(args[0]) < sizeof address.sun_path, args[0]);
	strcpy(address.sun_path, args[0]);
	must(fd >= 0 && bind(fd, (struct sockaddr *)&address,
		sizeof address) == 0, args[0]);
	return 0;
}

/* Copy what there is of a terminal's output. Returns: false at the end. */
static bool
copy_some(int fd)
{
	char piece[4096];
	const ssize_t n = read(fd, piece, sizeof piece);

	return n > 0 && write_whole(1, piece, (size_t)n);
}

static int
on_terminal(char **args)
{
	struct bytes text = { NULL };
	const char end_of_file = END_OF_FILE;
	size_t fed = 0;
	int end[2];
	pid_t pid;

	bytes_read(&text, 0);
	/* As many ends as there may be reads that ask for one. */
	for (int i = 0; i < 4; i++)
		bytes_add(&text, &end_of_file, 1);
	must(terminal_make(end, true), "terminal");
	pid = start(args, end[1], end[1], SECONDS);
	close(end[1]);
	for (;;) {
		struct pollfd p = { end[0], POLLIN, 0 };

		if (fed < text.len)
			p.events |= POLLOUT;
		must(poll(&p, 1, -1) > 0, "poll");
		if (p.revents & (POLLIN | POLLHUP)) {
			if (!copy_some(end[0]))
				break;
		} else if (p.revents & POLLOUT) {
			/* A terminal holds little: byte by byte. */
			if (write(end[0], text.at + fed, 1) == 1)
				fed++;
		}
	}
	free(text.at);
	return wait_for(pid);
}

/* Wait until a pipe has got nothing for a while. */
static void
wait_for_rest(int fd)
{
	int before = -1, held = 0, same = 0;

	while (same < 20) {
		must(ioctl(fd, FIONREAD, &held) == 0, "FIONREAD");
		same = held == before ? same + 1 : 0;
		before = held;
		pause_us(2000);
	}
}

static int
truncated(char **args)
{
	struct bytes text = { NULL };
	const int in = open(args[0], O_RDWR | O_CLOEXEC);
	int end[2];
	pid_t pid;

	must(in >= 0, args[0]);
	pipe_make(end);
	pid = start(args + 1, in, end[1], SECONDS);
	close(end[1]);
	wait_for_rest(end[0]);
	must(ftruncate(in, 0) == 0, args[0]);
	bytes_read(&text, end[0]);
	write_whole(1, text.at, text.len);
	free(text.at);
	return wait_for(pid);
}

static int
refusal(char **name)
{
	if (open(*name, O_RDONLY | O_NONBLOCK) >= 0)
		return STATUS_BROKEN;
	puts(strerror(errno));
	return 0;
}

static const struct {
	const char *name;
	int args; /* how many it has at least */
	int (*run)(char **args);
} places[] = {
	{ "name", 2, by_name },
	{ "nameless", 1, nameless },
	{ "refusal", 1, refusal },
	{ "seek", 2, at_offset },
	{ "socket", 1, make_socket },
	{ "tell", 0, tell },
	{ "terminal", 1, on_terminal },
	{ "truncated", 2, truncated },
	{ "user", 2, as_user },
};

int
main(int argc, char **argv)
{
	for (size_t i = 0; argc > 1 && i < sizeof places / sizeof *places; i++)
		if (strcmp(argv[1], places[i].name) == 0 &&
		    argc - 2 >= places[i].args)
			return places[i].run(argv + 2);
	fprintf(stderr, "usage: see the comment in place.c\n");
	return STATUS_BROKEN;
}
