/*
 * command - a shell command that reads what we write
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "command.h"
#include "descriptor.h"
#include "memory.h"
#include "signals.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdnoreturn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SHELL "/bin/sh"

/* A shell says so when what it ran was killed by a signal. */
#define KILLED_BY(signal) (128 + (signal))

extern char **environ;

/* Say whether word sets a variable that is among the n. */
static bool
is_set(const char *word, const struct variable *variable, size_t n)
{
	size_t i, len;

	for (i = 0; i < n; i++) {
		len = strlen(variable[i].name);
		if (strncmp(word, variable[i].name, len) == 0 &&
		    word[len] == '=')
			return true;
	}
	return false;
}

static char *
assignment(const struct variable *variable)
{
	size_t name_len = strlen(variable->name);
	char *word = xallocate(name_len + variable->len + 2, 1);

	memcpy(word, variable->name, name_len);
	word[name_len] = '=';
	memcpy(word + name_len + 1, variable->value, variable->len);
	word[name_len + 1 + variable->len] = '\0';
	return word;
}

/* Make an environment: ours, with the n variables set. */
static char **
environment(const struct variable *variable, size_t n)
{
	size_t ours = 0, len = 0, i;
	char **word;

	while (environ[ours])
		ours++;
	word = xallocate(ours + n + 1, sizeof *word);
	for (i = 0; i < n; i++)
		word[len++] = assignment(&variable[i]);
	for (i = 0; i < ours; i++) {
		if (!is_set(environ[i], variable, n))
			word[len++] = environ[i];
	}
	word[len] = NULL;
	return word;
}

/*
 * Say whether no exec(2) takes the variables. Where one of them alone is too
 * long, or there is much beside them, it is left to the exec to say so.
 */
static bool
are_too_long(const struct variable *variable, size_t n)
{
	const long most = sysconf(_SC_ARG_MAX);
	size_t len = 0, i;

	for (i = 0; i < n; i++)
		len += variable[i].len;
	return most > 0 && len > (size_t)most;
}

/* In the child: become the command, or tell why not through report. */
static noreturn void
become(const char *line, char **env, int input, int report)
{
	char shell[] = "sh", option[] = "-c";
	char *const argv[] = { shell, option, (char *)line, NULL };
	int error;

	signals_restore();
	/* LCOV_EXCL_START: exec and _exit leave before it is counted */
	if (dup2(input, STDIN_FILENO) >= 0)
		execve(SHELL, argv, env);
	error = errno;
	descriptor_write(report, &error, sizeof error);
	_exit(127);
	/* LCOV_EXCL_STOP */
}

int
command_start(struct command *command, const char *line,
    const struct variable *variable, size_t n)
{
	int input[2], report[2];
	int error = 0;
	char **env;
	size_t i;

	*command = (struct command){ .pid = -1 };
	if (are_too_long(variable, n)) {
		errno = E2BIG;
		return -1;
	}
	if (!descriptor_pipe(input))
		return -1;
	if (!descriptor_pipe(report)) {
		error = errno;
		close(input[0]);
		close(input[1]);
		errno = error;
		return -1;
	}
	env = environment(variable, n);
	signals_keep_children();
	command->pid = fork();
	if (command->pid == 0)
		become(line, env, input[0], report[1]);
	if (command->pid < 0)
		error = errno;
	close(input[0]);
	close(report[1]);
	/* The report's other end closes, empty, when the command has begun. */
	if (command->pid > 0 &&
	    descriptor_read(report[0], &error, sizeof error) > 0)
		waitpid(command->pid, NULL, 0);
	close(report[0]);
	for (i = 0; i < n; i++)
		free(env[i]);
	free(env);
	if (error == 0)
		return input[1];
	close(input[1]);
	errno = error;
	return -1;
}

/* Say whether the command has ended; wait for that unless told otherwise. */
static bool
await(struct command *command, int options)
{
	int status;
	pid_t pid;

	if (command->ended)
		return true;
	do
		pid = waitpid(command->pid, &status, options);
	while (pid < 0 && errno == EINTR);
	if (pid != command->pid)
		return false;
	command->ended = true;
	command->status = status;
	command->piped =
	    (WIFSIGNALED(status) && WTERMSIG(status) == SIGPIPE) ||
	    (WIFEXITED(status) && WEXITSTATUS(status) == KILLED_BY(SIGPIPE));
	return true;
}

bool
command_ended(struct command *command)
{
	return await(command, WNOHANG);
}

const char *
command_finish(struct command *command)
{
	static char reason[64];
	int status;

	if (!await(command, 0))
		return strerror(errno);
	status = command->status;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return NULL;
	if (WIFSIGNALED(status))
		snprintf(reason, sizeof reason, "killed by signal %d",
		    WTERMSIG(status));
	else
		snprintf(reason, sizeof reason, "exit status %d",
		    WEXITSTATUS(status));
	return reason;
}
