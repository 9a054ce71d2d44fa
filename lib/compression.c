/*
 * compression - compressed operands, read through a helper process
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "compression.h"
#include "descriptor.h"
#include "memory.h"
#include "signals.h"
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define HELPER "iterutils-decompress"

extern char **environ;

/* What each compression begins with; 0 is any digit from 1 to 9. */
static const struct {
	enum compression compression;
	size_t len;
	const char *bytes;
} magics[] = {
	{ COMPRESSION_GZIP, 3, "\x1f\x8b\x08" },
	{ COMPRESSION_XZ, 6, "\xfd" "7zXZ\0" },
	{ COMPRESSION_ZSTD, 4, "\x28\xb5\x2f\xfd" },
	{ COMPRESSION_BZIP2, 10, "BZh0\x31\x41\x59\x26\x53\x59" },
	{ COMPRESSION_BZIP2, 10, "BZh0\x17\x72\x45\x38\x50\x90" } /* empty */
};

enum compression
compression_of(const char *bytes, size_t len)
{
	enum compression answer = COMPRESSION_NONE;

	for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
		const char *magic = magics[i].bytes;
		size_t n = 0;

		while (n < len && n < magics[i].len && (magic[n] == '0' ?
		    bytes[n] >= '1' && bytes[n] <= '9' :
		    bytes[n] == magic[n]))
			n++;
		if (n == magics[i].len)
			return magics[i].compression;
		if (n == len)
			answer = COMPRESSION_UNSURE;
	}
	return answer;
}

/* Return where the helper is. Owns: the caller frees it. */
static char *
helper_path(void)
{
	const char *folder = getenv("ITERUTILS_LIBEXECDIR");
	size_t len;
	char *path;

	if (!folder || !*folder)
		return xcopy(DECOMPRESS_HELPER, strlen(DECOMPRESS_HELPER));
	len = strlen(folder) + sizeof "/" HELPER;
	path = xallocate(len, 1);
	snprintf(path, len, "%s/" HELPER, folder);
	return path;
}

/* Start the helper between two descriptors. Returns: 0 or an errno. */
static int
spawn(pid_t *pid, int in, int out, char *seen)
{
	char name[] = HELPER;
	char *argv[] = { name, seen, NULL };
	posix_spawn_file_actions_t actions;
	char *path = helper_path();
	int error = posix_spawn_file_actions_init(&actions);

	if (error == 0) {
		error = posix_spawn_file_actions_adddup2(&actions, in, 0);
		if (error == 0)
			error = posix_spawn_file_actions_adddup2(&actions,
			    out, 1);
		if (error == 0)
			error = posix_spawn(pid, path, &actions, NULL, argv,
			    environ);
		posix_spawn_file_actions_destroy(&actions);
	}
	free(path);
	return error;
}

int
decompression_start(struct decompression *decompression, int fd,
    const char *seen, size_t len)
{
	char hex[2 * COMPRESSION_MAGIC_MAX + 1];
	int end[2];
	int error;

	if (!descriptor_pipe(end)) {
		error = errno;
		close(fd);
		errno = error;
		return -1;
	}
	/* A caller that ignores SIGCHLD would cost us the helper's status. */
	signals_keep_children();
	for (size_t i = 0; i < len; i++)
		snprintf(hex + 2 * i, 3, "%02x", (unsigned char)seen[i]);
	error = spawn(&decompression->pid, fd, end[1], len > 0 ? hex : NULL);
	close(fd);
	close(end[1]);
	if (error == 0)
		return end[0];
	close(end[0]);
	errno = error;
	return -1;
}

/* Say in words how the helper ended. */
static const char *
reason(int status)
{
	static const char *const reasons[] = {
		[DECOMPRESS_TRAILING] = "bytes that are not compressed "
		    "follow the compressed data",
		[DECOMPRESS_TRUNCATED] = "compressed data is truncated",
		[DECOMPRESS_CORRUPT] = "compressed data is corrupt",
		[DECOMPRESS_WINDOW] = "needs more than 128 MiB to decompress",
		[DECOMPRESS_MEMORY] = "out of memory while decompressing",
		[DECOMPRESS_UNSUPPORTED] = "built without support for this "
		    "compression",
		[DECOMPRESS_OUTPUT] = "the decompression helper could not "
		    "write"
	};

	if (status < (int)(sizeof reasons / sizeof *reasons) &&
	    reasons[status])
		return reasons[status];
	/* 127 is the dynamic linker's: a library of the helper is missing. */
	if (status > DECOMPRESS_ERRNO && status != 127)
		return strerror(status - DECOMPRESS_ERRNO);
	return "the decompression helper does not work";
}

const char *
decompression_finish(struct decompression *decompression, bool *whole)
{
	static char text[64];
	int status = 0;

	*whole = false;
	while (waitpid(decompression->pid, &status, 0) < 0)
		if (errno != EINTR)
			return strerror(errno);
	if (WIFSIGNALED(status)) {
		snprintf(text, sizeof text, "the decompression helper was "
		    "killed by signal %d", WTERMSIG(status));
		return text;
	}
	status = WEXITSTATUS(status);
	*whole = status == DECOMPRESS_DONE || status == DECOMPRESS_TRAILING;
	return status == DECOMPRESS_DONE ? NULL : reason(status);
}

void
decompression_abandon(struct decompression *decompression)
{
	/*
	 * It ends as soon as it notices that its pipe was closed; until the
	 * tool ends as well it may stay behind as a zombie, then init takes
	 * it. Waiting here could wait for its input.
	 */
	waitpid(decompression->pid, NULL, WNOHANG);
}
