/*
 * run - runs a command under a plan, and keeps what came of it
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "../common/must.h"
#include "../common/process.h"
#include "run.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* Generous, for slow machines: what hangs is found all the same. */
#define PATIENCE_MS 20000

long run_patience_ms = PATIENCE_MS;

extern char **environ;

static char counts_path[4096], out_path[4096];
static struct fault_counts *shared;

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
	bytes_free(&outcome->out);
	bytes_free(&outcome->err);
	*outcome = (struct outcome){ 0 };
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

/* Wait for the end, which is near. */
static bool
await(pid_t pid, int64_t until, int *status)
{
	while (waitpid(pid, status, WNOHANG) == 0) {
		if (now_us() >= until)
			return false;
		pause_us(200);
	}
	return true;
}

void
run(const struct command *command, const struct plan *plan,
    struct outcome *outcome)
{
	const int64_t until = now_us() + 1000 * run_patience_ms;
	struct ends ends;
	pid_t pid;

	outcome->out.len = outcome->err.len = 0;
	memset(shared, 0, sizeof *shared);
	ends_open(&ends, command, out_path, plan->pieces);
	pid = start(&ends, command, plan);
	ends_hand_over(&ends);
	outcome->late = !ends_serve(&ends, command, until, &outcome->out,
	    &outcome->err) || !await(pid, until, &outcome->status);
	if (outcome->late) {
		kill(-pid, SIGKILL);
		waitpid(pid, &outcome->status, 0);
	}
	if (command->to_file)
		bytes_read_file(&outcome->out, out_path);
	outcome->left = ends_left(&ends, command);
	memcpy(&outcome->counts, shared, sizeof *shared);
	ends_close(&ends);
}
