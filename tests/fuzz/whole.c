/*
 * whole - a tool whose words and standard input come from one file
 *
 *	whole FILE		built with a tool, whose main is tool_main
 *
 * For AFL++ (make fuzz-afl): the file has words, each ended by a NUL, an empty
 * one that ends them, and then what standard input is. Nothing is ever run,
 * whatever groupby -x is given, and what is written goes nowhere and comes to
 * an end.
 *
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define WORDS_MAX 16
#define LONGEST 4096
#define WRITTEN_MAX (64 * 1024)

int tool_main(int argc, char **argv);

/* -------- nothing is run -------- */

#define REFUSE do { errno = EPERM; return -1; } while (0)

int
execv(const char *path, char *const argv[])
{
	(void)path;
	(void)argv;
	REFUSE;
}

int
execve(const char *path, char *const argv[], char *const environment[])
{
	(void)environment;
	return execv(path, argv);
}

int
execvp(const char *file, char *const argv[])
{
	return execv(file, argv);
}

int
execl(const char *path, const char *word, ...)
{
	(void)path;
	(void)word;
	REFUSE;
}

int
execlp(const char *file, const char *word, ...)
{
	(void)file;
	(void)word;
	REFUSE;
}

int
posix_spawn(pid_t *pid, const char *path,
    const posix_spawn_file_actions_t *actions,
    const posix_spawnattr_t *attributes, char *const argv[],
    char *const environment[])
{
	(void)pid;
	(void)path;
	(void)actions;
	(void)attributes;
	(void)argv;
	(void)environment;
	return EPERM;
}

int
posix_spawnp(pid_t *pid, const char *file,
    const posix_spawn_file_actions_t *actions,
    const posix_spawnattr_t *attributes, char *const argv[],
    char *const environment[])
{
	return posix_spawn(pid, file, actions, attributes, argv, environment);
}

/* -------- the file -------- */

static void
must(int holds, const char *what)
{
	if (holds)
		return;
	perror(what);
	_exit(0);
}

/* Put bytes into a file without a name, at its beginning. */
static int
file_of(const char *bytes, size_t len)
{
	FILE *file = tmpfile();

	must(file != NULL, "tmpfile");
	must(write(fileno(file), bytes, len) == (ssize_t)len, "write");
	must(lseek(fileno(file), 0, SEEK_SET) == 0, "lseek");
	return fileno(file);
}

int
main(int argc, char **argv)
{
	const struct rlimit written = { WRITTEN_MAX, WRITTEN_MAX };
	static char bytes[LONGEST + 1];
	char *words[WORDS_MAX + 2], *at = bytes, *end;
	FILE *file;
	int n = 0;

	must(argc == 2, "usage: whole FILE");
#ifdef __AFL_HAVE_MANUAL_CONTROL
	__AFL_INIT();
#endif
	file = fopen(argv[1], "rb");
	must(file != NULL, argv[1]);
	end = bytes + fread(bytes, 1, LONGEST, file);
	fclose(file);
	words[n++] = argv[0];
	for (; at < end && *at && n <= WORDS_MAX; at += strlen(at) + 1)
		words[n++] = at;
	words[n] = NULL;
	if (at < end)
		at++;
	else
		at = end;
	must(dup2(file_of(at, (size_t)(end - at)), STDIN_FILENO) == 0,
	    "dup2");
	must(dup2(file_of("", 0), STDOUT_FILENO) == 1, "dup2");
	must(setrlimit(RLIMIT_FSIZE, &written) == 0, "setrlimit");
	return tool_main(n, words);
}
