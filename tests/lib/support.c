/*
 * support - what the library's tests share: files, feeders, children
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "suite.h"
#include "support.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

void
expect_bytes(const char *row, const char *what, const struct bytes *got,
    const char *want, size_t len)
{
	struct bytes report = { 0 };

	if (bytes_compare(&report, what, got, want, len))
		return;
	bytes_add(&report, "", 1);
	ck_abort_msg("%s:%s", row, report.at);
}

/* -------- files -------- */

int
file_make(const char *text, size_t len)
{
	char name[] = "/tmp/unit.XXXXXX";
	int fd = mkstemp(name);

	must(fd >= 0 && unlink(name) == 0, name);
	fcntl(fd, F_SETFD, FD_CLOEXEC);
	must(write_whole(fd, text, len), "write");
	must(lseek(fd, 0, SEEK_SET) == 0, "lseek");
	return fd;
}

void
folder_make(char path[64])
{
	strcpy(path, "/tmp/unit.XXXXXX");
	must(mkdtemp(path) != NULL, path);
}

void
folder_remove(const char *path)
{
	DIR *folder = opendir(path);
	struct dirent *entry;

	must(folder != NULL, path);
	while ((entry = readdir(folder)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0)
			remove(folder_path(path, entry->d_name));
	closedir(folder);
	must(rmdir(path) == 0, path);
}

const char *
folder_path(const char *folder, const char *name)
{
	static char paths[8][384];
	static size_t next;
	char *path = paths[next++ % 8];

	snprintf(path, sizeof paths[0], "%s/%s", folder, name);
	return path;
}

const char *
folder_file(const char *folder, const char *name, const char *text, size_t len)
{
	const char *path = folder_path(folder, name);
	int fd;

	/* A new file: one that is cut to nothing goes to the disk at once. */
	unlink(path);
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	must(fd >= 0, path);
	must(write_whole(fd, text, len), "write");
	close(fd);
	return path;
}

int
terminal_or_skip(int *other)
{
	int end[2];

	if (!terminal_make(end, false)) {
		/* A root that is a mere folder often has no terminals. */
		fputs("skip: no terminal can be made here\n", stderr);
		exit(EXIT_SUCCESS);
	}
	*other = end[0];
	return end[1];
}

/* -------- processes -------- */

/* Fork with nothing in stdio's buffers: they would be written twice. */
static pid_t
start(void)
{
	pid_t pid;

	fflush(NULL);
	pid = fork();
	must(pid >= 0, "fork");
	return pid;
}

/* Write as feeder_start says, and end. */
static void
feed(int fd, const char *bytes, size_t len, size_t chunk, long pause)
{
	const struct timespec interval = { 0, pause };
	uint32_t seed = 12345;
	size_t piece;
	ssize_t n;

	signal(SIGPIPE, SIG_IGN);
	while (len > 0) {
		piece = chunk == 0 ? len : chunk;
		if (chunk > 1) {
			seed = seed * 1664525 + 1013904223;
			piece = 1 + (seed >> 8) % chunk;
		}
		if (pause > 0)
			nanosleep(&interval, NULL);
		else if (chunk == 1)
			sched_yield();
		n = write(fd, bytes, piece < len ? piece : len);
		if (n < 0)
			break;
		bytes += n;
		len -= (size_t)n;
	}
	_exit(0);
}

pid_t
feeder_start(int fd, const char *bytes, size_t len, size_t chunk, long pause)
{
	pid_t pid = start();

	if (pid == 0)
		feed(fd, bytes, len, chunk, pause);
	close(fd);
	return pid;
}

pid_t
fifo_feeder_start(const char *path, const char *bytes, size_t len,
    size_t chunk, long pause)
{
	pid_t pid = start();

	if (pid == 0)
		feed(open(path, O_WRONLY), bytes, len, chunk, pause);
	return pid;
}

void
feeder_end(pid_t pid)
{
	wait_for(pid);
}

/* Put fd, or a new file where it is -1, at number. Returns: the file. */
static int
stream_make(int fd, int *file)
{
	*file = fd < 0 ? file_make("", 0) : -1;
	return fd < 0 ? *file : fd;
}

void
child_start(struct child *child, void (*body)(void *about), void *about,
    int in, int out)
{
	int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
	int to = stream_make(out, &child->out);

	child->err = file_make("", 0);
	child->pid = start();
	if (child->pid == 0) {
		must(dup2(in < 0 ? null : in, 0) == 0 && dup2(to, 1) == 1 &&
		    dup2(child->err, 2) == 2, "dup2");
		CHECK_IS_LEFT();
		body(about);
		exit(STATUS_RETURNED);
	}
	close(null);
}

static void
collect(int *file, struct bytes *bytes)
{
	if (*file < 0)
		return;
	must(lseek(*file, 0, SEEK_SET) == 0, "lseek");
	bytes_read(bytes, *file);
	close(*file);
	*file = -1;
}

void
child_end(struct child *child, struct outcome *outcome)
{
	*outcome = (struct outcome){ .status = wait_for(child->pid) };
	collect(&child->out, &outcome->out);
	collect(&child->err, &outcome->err);
}

void
child_run(struct outcome *outcome, void (*body)(void *about), void *about,
    int in, int out)
{
	struct child child;

	child_start(&child, body, about, in, out);
	child_end(&child, outcome);
}

/* What C libraries say differently; the tests speak as glibc does. */
static const struct {
	int error;
	const char *words;
} reasons[] = {
	{ EIO, "Input/output error" },
	{ ELOOP, "Too many levels of symbolic links" },
	{ EMFILE, "Too many open files" },
	{ EOVERFLOW, "Value too large for defined data type" }
};

const char *
own_words(const char *message)
{
	static char own[512];

	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
		const char *words = reasons[i].words;
		const char *place = strstr(message, words);
		int len;

		if (!place)
			continue;
		len = snprintf(own, sizeof own, "%.*s%s%s",
		    (int)(place - message), message,
		    strerror(reasons[i].error), place + strlen(words));
		must(len >= 0 && (size_t)len < sizeof own, "own words");
		return own;
	}
	return message;
}

void
outcome_expect(const char *row, struct outcome *outcome, int status,
    const char *out, const char *err)
{
	err = own_words(err);
	expect_bytes(row, "stderr", &outcome->err, err, strlen(err));
	expect_bytes(row, "stdout", &outcome->out, out, strlen(out));
	ck_assert_msg(outcome->status == status,
	    "%s: status is %d, should be %d", row, outcome->status, status);
	outcome_free(outcome);
}

void
outcome_free(struct outcome *outcome)
{
	bytes_free(&outcome->out);
	bytes_free(&outcome->err);
}

void
pause_for(long milliseconds)
{
	pause_us(1000 * milliseconds);
}

long long
now(void)
{
	return now_us() / 1000;
}
