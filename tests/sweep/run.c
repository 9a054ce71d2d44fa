/*
 * run - runs a command under a plan, and keeps what came of it
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "run.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/* Generous, for slow machines: what hangs is found all the same. */
#define PATIENCE_MS 20000

long run_patience_ms = PATIENCE_MS;

extern char **environ;

static char counts_path[4096], out_path[4096];
static struct fault_counts *shared;

/* The descriptors of a run, -1 where there is none. */
struct ends {
	int in, in_here; /* the command's standard input, what we feed */
	int out, out_here;
	int err, err_here;
	struct bytes feed; /* what standard input is to have */
	size_t fed;
	uint64_t state; /* of what is random */
};

static void
must(bool done, const char *what)
{
	if (done)
		return;
	fprintf(stderr, "sweep: %s: %s\n", what, strerror(errno));
	exit(99);
}

static long
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static unsigned
chance(struct ends *ends, unsigned n)
{
	ends->state = ends->state * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (unsigned)((ends->state >> 33) % n);
}

void
run_start(const char *folder)
{
	int fd;

	snprintf(counts_path, sizeof counts_path, "%s/counts", folder);
	snprintf(out_path, sizeof out_path, "%s/out", folder);
	fd = open(counts_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	must(fd >= 0 && ftruncate(fd, sizeof *shared) == 0, counts_path);
	shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE,
	    MAP_SHARED, fd, 0);
	must(shared != MAP_FAILED, counts_path);
	close(fd);
	/* What is cut when the command has gone is no fault of ours. */
	signal(SIGPIPE, SIG_IGN);
}

void
outcome_free(struct outcome *outcome)
{
	free(outcome->out.at);
	free(outcome->err.at);
	*outcome = (struct outcome){ 0 };
}

/* Add what can be read of fd now. Returns: false at its end. */
static bool
add(struct bytes *bytes, int fd, size_t most)
{
	ssize_t n;

	if (bytes->room - bytes->len < 65536) {
		bytes->room += bytes->room / 2 + 131072;
		bytes->at = realloc(bytes->at, bytes->room);
		must(bytes->at != NULL, "memory");
	}
	if (most > bytes->room - bytes->len)
		most = bytes->room - bytes->len;
	n = read(fd, bytes->at + bytes->len, most);
	if (n > 0)
		bytes->len += (size_t)n;
	return n > 0 || (n < 0 && (errno == EAGAIN || errno == EINTR));
}

static void
read_file(struct bytes *bytes, const char *file)
{
	const int fd = open(file, O_RDONLY | O_CLOEXEC);

	must(fd >= 0, file);
	bytes->len = 0;
	while (add(bytes, fd, 65536))
		continue;
	close(fd);
}

static void
make_pipe(int *reader, int *writer)
{
	int end[2];

	must(pipe2(end, O_CLOEXEC) == 0, "pipe");
	*reader = end[0];
	*writer = end[1];
}

static void
set_nonblocking(int fd)
{
	fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}

static void
open_input(struct ends *ends, const struct command *command)
{
	int pair[2];

	switch (command->kind) {
	case STDIN_NONE:
	case STDIN_FILE:
		ends->in = open(command->file ? command->file : "/dev/null",
		    O_RDONLY | O_CLOEXEC);
		must(ends->in >= 0, command->file);
		return;
	case STDIN_CLOSED:
		return;
	case STDIN_PIPE:
		make_pipe(&ends->in, &ends->in_here);
		break;
	case STDIN_SOCKET:
		must(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair)
		    == 0, "socketpair");
		ends->in = pair[0];
		ends->in_here = pair[1];
		break;
	}
	set_nonblocking(ends->in_here);
	read_file(&ends->feed, command->file);
}

/* Make a terminal that changes nothing of what is written to it. */
static void
make_terminal(struct ends *ends)
{
	struct termios raw;

	ends->err_here = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	must(ends->err_here >= 0 && grantpt(ends->err_here) == 0 &&
	    unlockpt(ends->err_here) == 0, "a terminal");
	ends->err = open(ptsname(ends->err_here), O_RDWR | O_NOCTTY |
	    O_CLOEXEC);
	must(ends->err >= 0, "a terminal");
	tcgetattr(ends->err, &raw);
	cfmakeraw(&raw);
	tcsetattr(ends->err, TCSANOW, &raw);
}

static void
open_output(struct ends *ends, const struct command *command)
{
	if (command->to_terminal)
		make_terminal(ends);
	else
		make_pipe(&ends->err_here, &ends->err);
	if (command->on_terminal) {
		ends->out = fcntl(ends->err, F_DUPFD_CLOEXEC, 0);
	} else if (command->to_file) {
		ends->out = open(out_path, O_WRONLY | O_CREAT | O_TRUNC |
		    O_CLOEXEC, 0600);
		must(ends->out >= 0, out_path);
	} else {
		make_pipe(&ends->out_here, &ends->out);
	}
}

/* With cut reads and writes come descriptors that do not block. */
static void
unsettle(struct ends *ends, const struct plan *plan)
{
	ends->state = plan->pieces;
	if (plan->pieces == 0)
		return;
	if (ends->in_here >= 0 && chance(ends, 2))
		set_nonblocking(ends->in);
	if (ends->out_here < 0)
		return;
#ifdef F_SETPIPE_SZ
	if (chance(ends, 2))
		fcntl(ends->out, F_SETPIPE_SZ, 4096);
#endif
	if (chance(ends, 2))
		set_nonblocking(ends->out);
}

/* Add a fault, as FAULT has it. */
static void
add_fault(char *text, size_t size, const struct fault *fault, char *before)
{
	const size_t len = strlen(text);

	if (fault->call == FAULT_N)
		return;
	snprintf(text + len, size - len, "%c%s:%u:%d:%d", *before,
	    call_name(fault->call), fault->from, fault->times, fault->error);
	*before = ';';
}

void
run_variables(const struct command *command, const struct plan *plan,
    char *text, size_t size)
{
	const char *tool = command->argv[0];
	char before = ':';

	if (plan->pieces > 0) {
		snprintf(text, size, "FAULT='%s,iterutils-decompress"
		    ":pieces:%ju'", tool, (uintmax_t)plan->pieces);
		return;
	}
	snprintf(text, size, "FAULT='%s", plan->program);
	for (size_t i = 0; i < PLAN_FAULTS; i++)
		add_fault(text, size, &plan->fault[i], &before);
	if (strcmp(plan->program, tool) == 0)
		add_fault(text, size, &command->with, &before);
	snprintf(text + strlen(text), size - strlen(text), "'");
}

/* Our environment, with what is preloaded. */
static char **
environment(char *fault, char *preload, char *counts)
{
	static char **env;
	size_t n = 0;

	if (!env) {
		while (environ[n])
			n++;
		env = calloc(n + 4, sizeof *env);
		must(env != NULL, "memory");
		memcpy(env + 3, environ, n * sizeof *env);
	}
	env[0] = fault;
	env[1] = preload;
	env[2] = counts;
	return env;
}

/* Take away the quotes, which are the shell's. */
static void
unquote(char *variable)
{
	char *to = variable;

	for (; *variable; variable++) {
		if (*variable != '\'')
			*to++ = *variable;
	}
	*to = '\0';
}

static pid_t
start(const struct ends *ends, const struct command *command,
    const struct plan *plan)
{
	char path[4096], fault[256], preload[4200], counts[4200];
	const char *folder = getenv("TOOLS_DIR");
	const char *object = getenv("FAULT_OBJECT");
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t set;
	pid_t pid;

	snprintf(path, sizeof path, "%s/%s", folder ? folder : ".",
	    command->argv[0]);
	run_variables(command, plan, fault, sizeof fault);
	unquote(fault);
	snprintf(preload, sizeof preload, "LD_PRELOAD=%s",
	    object ? object : "");
	snprintf(counts, sizeof counts, "FAULT_COUNTS=%s", counts_path);
	posix_spawn_file_actions_init(&actions);
	if (ends->in >= 0)
		posix_spawn_file_actions_adddup2(&actions, ends->in, 0);
	else
		posix_spawn_file_actions_addclose(&actions, 0);
	posix_spawn_file_actions_adddup2(&actions, ends->out, 1);
	posix_spawn_file_actions_adddup2(&actions, ends->err, 2);
	posix_spawnattr_init(&attributes);
	sigemptyset(&set);
	sigaddset(&set, SIGPIPE);
	posix_spawnattr_setsigdefault(&attributes, &set);
	posix_spawnattr_setpgroup(&attributes, 0);
	posix_spawnattr_setflags(&attributes,
	    POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
	errno = posix_spawn(&pid, path, &actions, &attributes, command->argv,
	    environment(fault, preload, counts));
	must(errno == 0, path);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	return pid;
}

static void
shut(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* Feed the command, some of it or all that goes in. */
static void
feed(struct ends *ends, bool pieces)
{
	size_t len = ends->feed.len - ends->fed;
	ssize_t n;

	if (pieces && len > 1)
		len = 1 + chance(ends, (unsigned)len);
	n = len > 0 ? write(ends->in_here, ends->feed.at + ends->fed, len) : 0;
	if (n > 0)
		ends->fed += (size_t)n;
	if (ends->fed == ends->feed.len)
		shut(&ends->in_here);
}

/* Feed the command and take what comes until nothing more can come. */
static bool
serve(struct ends *ends, const struct command *command, bool pieces,
    struct outcome *outcome)
{
	const long until = now_ms() + run_patience_ms;
	const struct timespec while_ = { 0, 50000 };

	while (ends->out_here >= 0 || ends->err_here >= 0) {
		struct pollfd p[] = {
			{ ends->in_here, POLLOUT, 0 },
			{ ends->out_here, POLLIN, 0 },
			{ ends->err_here, POLLIN, 0 },
		};

		if (now_ms() >= until)
			return false;
		if (poll(p, 3, 1000) <= 0)
			continue;
		if (pieces && chance(ends, 4) == 0)
			nanosleep(&while_, NULL);
		if (p[0].revents)
			feed(ends, pieces);
		if (p[1].revents && !add(&outcome->out, ends->out_here,
		    pieces ? 1 + chance(ends, 8192) : 65536))
			shut(&ends->out_here);
		if (p[2].revents && !add(&outcome->err, ends->err_here, 65536))
			shut(&ends->err_here);
		if (command->endless && outcome->out.len >= ENDLESS_MAX) {
			outcome->out.len = ENDLESS_MAX;
			shut(&ends->out_here);
		}
	}
	return true;
}

/* Wait for the end, which is near. */
static bool
await(pid_t pid, int *status)
{
	const long until = now_ms() + run_patience_ms;
	const struct timespec while_ = { 0, 200000 };

	while (waitpid(pid, status, WNOHANG) == 0) {
		if (now_ms() >= until)
			return false;
		nanosleep(&while_, NULL);
	}
	return true;
}

/* Tell how much of standard input is left to the next reader. */
static long
count_left(struct ends *ends, const struct command *command)
{
	struct bytes rest = { 0 };
	struct stat st;

	if (command->kind == STDIN_FILE) {
		fstat(ends->in, &st);
		return (long)(st.st_size - lseek(ends->in, 0, SEEK_CUR));
	}
	if (command->kind != STDIN_PIPE && command->kind != STDIN_SOCKET)
		return -1;
	shut(&ends->in_here);
	set_nonblocking(ends->in);
	do
		errno = 0;
	while (add(&rest, ends->in, 65536) && errno == 0);
	free(rest.at);
	return (long)(ends->feed.len - ends->fed + rest.len);
}

void
run(const struct command *command, const struct plan *plan,
    struct outcome *outcome)
{
	struct ends ends = { -1, -1, -1, -1, -1, -1, { 0 }, 0, 0 };
	pid_t pid;

	outcome->out.len = outcome->err.len = 0;
	memset(shared, 0, sizeof *shared);
	open_input(&ends, command);
	open_output(&ends, command);
	unsettle(&ends, plan);
	if (ends.in_here >= 0 && plan->pieces == 0)
		feed(&ends, false);
	pid = start(&ends, command, plan);
	shut(&ends.out);
	shut(&ends.err);
	outcome->late = !serve(&ends, command, plan->pieces > 0, outcome) ||
	    !await(pid, &outcome->status);
	if (outcome->late) {
		kill(-pid, SIGKILL);
		waitpid(pid, &outcome->status, 0);
	}
	if (command->to_file)
		read_file(&outcome->out, out_path);
	outcome->left = count_left(&ends, command);
	memcpy(&outcome->counts, shared, sizeof *shared);
	free(ends.feed.at);
	shut(&ends.in);
	shut(&ends.in_here);
	shut(&ends.out_here);
	shut(&ends.err_here);
}
