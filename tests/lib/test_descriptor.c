/*
 * Reading, writing and opening on any descriptor, whatever interrupts it.
 * What happens while it waits is in test_descriptor_wait.c.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "descriptor.h"
#include "refuse.h"
#include "suite.h"
#include "support.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

/* -------- secure -------- */

/* Close what the bits of about say, secure, see what 0, 1 and 2 are then. */
static void
secure_without(void *about)
{
	int closed = *(int *)about, fd;
	char byte;

	for (fd = 0; fd < 3; fd++)
		if (closed & 1 << fd)
			close(fd);
	if (!descriptor_secure())
		_exit(1);
	if (open("/dev/null", O_RDWR) < 3)
		_exit(2);
	for (fd = 0; fd < 3; fd++) {
		bool writable = write(fd, "", 0) == 0;
		bool readable = read(fd, &byte, 1) >= 0;

		if (!(closed & 1 << fd))
			continue;
		/* There, but of no use to who takes it for what it was. */
		if (fd == 0 ? readable || !writable : writable || !readable)
			_exit(3 + fd);
	}
	exit(0);
}

START_TEST(secures_what_is_closed)
{
	struct outcome outcome;

	child_run(&outcome, secure_without, &_i, -1, -1);
	outcome_expect("secure", &outcome, 0, "", "");
}
END_TEST

static void
secure_leaves_others(void *about)
{
	int other[3], fd;
	struct stat was, is;

	(void)about;
	for (fd = 0; fd < 3; fd++) {
		other[fd] = dup(fd);
		must(descriptor_secure() && fstat(fd, &is) == 0 &&
		    fstat(other[fd], &was) == 0, "fstat");
		must(is.st_ino == was.st_ino && is.st_dev == was.st_dev,
		    "what was open stays");
	}
	exit(0);
}

START_TEST(leaves_what_is_open)
{
	struct outcome outcome;

	child_run(&outcome, secure_leaves_others, NULL, -1, -1);
	outcome_expect("secure", &outcome, 0, "", "");
}
END_TEST

static const struct refusal {
	const char *name;
	enum call call;
	int error;
	unsigned times;
	bool works;
} refusals[] = {
	{ "poll, interrupted", CALL_POLL, EINTR, 3, true },
	{ "poll, no memory now", CALL_POLL, EAGAIN, 3, true },
	{ "poll, not at all", CALL_POLL, ENOSYS, FOR_EVER, true },
	{ "open, interrupted", CALL_OPEN, EINTR, 3, true },
	{ "no null device", CALL_OPEN, ENOENT, 1, false }
};

static void
secure_refused(void *about)
{
	const struct refusal *row = about;
	bool works;

	close(0);
	refuse(row->call, ANY_DESCRIPTOR, row->error, 0, row->times);
	works = descriptor_secure();
	must(works == row->works, "works");
	must(works || errno == row->error, "errno");
	exit(0);
}

START_TEST(secure_or_a_reason)
{
	struct outcome outcome;

	child_run(&outcome, secure_refused, (void *)&refusals[_i], -1, -1);
	outcome_expect(refusals[_i].name, &outcome, 0, "", "");
}
END_TEST

/* -------- open and pipe -------- */

START_TEST(opens_to_read_and_close_on_exec)
{
	char folder[64], byte;
	int fd;

	folder_make(folder);
	fd = descriptor_open(folder_file(folder, "a", "x", 1));
	ck_assert_int_ge(fd, 3);
	ck_assert(fcntl(fd, F_GETFD) & FD_CLOEXEC);
	ck_assert_int_eq(fcntl(fd, F_GETFL) & O_ACCMODE, O_RDONLY);
	ck_assert_int_eq(read(fd, &byte, 1), 1);
	close(fd);
	errno = 0;
	ck_assert_int_eq(descriptor_open(folder_path(folder, "b")), -1);
	ck_assert_int_eq(errno, ENOENT);
	folder_remove(folder);
}
END_TEST

START_TEST(open_is_taken_up_again)
{
	int fd;

	refuse_nothing();
	refuse(CALL_OPEN, ANY_DESCRIPTOR, EINTR, 0, 3);
	fd = descriptor_open("/dev/null");
	ck_assert_int_ge(fd, 0);
	ck_assert_uint_eq(refuse_calls(CALL_OPEN), 4);
	refuse_nothing();
	close(fd);
}
END_TEST

START_TEST(open_does_not_wait_for_a_writer)
{
	long long began = now();
	char folder[64], bytes[8];
	const char *path;
	pid_t pid;
	int fd;

	folder_make(folder);
	path = folder_path(folder, "fifo");
	must(mkfifo(path, 0666) == 0, path);
	fd = descriptor_open(path);
	ck_assert_int_ge(fd, 0);
	ck_assert_int_lt(now() - began, 2000);
	/* That it has no writer yet is not its end. */
	pid = fifo_feeder_start(path, "abc", 3, 0, 30000000);
	descriptor_await(fd);
	ck_assert_int_eq(descriptor_read(fd, bytes, 8), 3);
	descriptor_await(fd);
	ck_assert_int_eq(descriptor_read(fd, bytes, 8), 0);
	feeder_end(pid);
	close(fd);
	folder_remove(folder);
}
END_TEST

START_TEST(pipe_is_close_on_exec)
{
	int end[2];
	char byte;

	ck_assert(descriptor_pipe(end));
	ck_assert(fcntl(end[0], F_GETFD) & FD_CLOEXEC);
	ck_assert(fcntl(end[1], F_GETFD) & FD_CLOEXEC);
	ck_assert_int_eq(write(end[1], "x", 1), 1);
	ck_assert_int_eq(read(end[0], &byte, 1), 1);
	close(end[0]);
	close(end[1]);
}
END_TEST

START_TEST(pipe_without_descriptors)
{
	struct rlimit old, none;
	int end[2], top = dup(0);
	bool made;

	must(getrlimit(RLIMIT_NOFILE, &old) == 0, "getrlimit");
	none = old;
	none.rlim_cur = (rlim_t)top + 1;
	must(setrlimit(RLIMIT_NOFILE, &none) == 0, "setrlimit");
	made = descriptor_pipe(end);
	must(setrlimit(RLIMIT_NOFILE, &old) == 0, "setrlimit");
	ck_assert(!made);
	ck_assert_int_eq(errno, EMFILE);
	close(top);
}
END_TEST

/* -------- read -------- */

START_TEST(read_returns_what_there_is)
{
	char bytes[8];
	int end[2];

	pipe_make(end);
	must(write(end[1], "abc", 3) == 3, "write");
	ck_assert_int_eq(descriptor_read(end[0], bytes, 2), 2);
	ck_assert_int_eq(descriptor_read(end[0], bytes, 8), 1);
	ck_assert_int_eq(bytes[0], 'c');
	close(end[1]);
	ck_assert_int_eq(descriptor_read(end[0], bytes, 8), 0);
	close(end[0]);
	ck_assert_int_eq(descriptor_read(end[0], bytes, 8), -1);
	ck_assert_int_eq(errno, EBADF);
}
END_TEST

static const struct {
	const char *name;
	int error;
	unsigned times;
	ssize_t n;
} reads[] = {
	{ "interrupted", EINTR, 5, 3 },
	{ "would block, then not", EAGAIN, 5, 3 },
	{ "fails", EIO, 1, -1 },
	{ "end", 0, 1, 0 }
};

START_TEST(read_is_taken_up_again)
{
	char bytes[8];
	ssize_t n;
	int fd = file_make("abc", 3);

	refuse(CALL_READ, fd, reads[_i].error, 0, reads[_i].times);
	n = descriptor_read(fd, bytes, 8);
	ck_assert_msg(n == reads[_i].n, "%s: %zd", reads[_i].name, n);
	ck_assert_msg(n >= 0 || errno == reads[_i].error, "%s: errno is %d",
	    reads[_i].name, errno);
	refuse_nothing();
	close(fd);
}
END_TEST

/* -------- interrupted by a timer, in both directions -------- */

#define MUCH 300000

static void
wake(int number)
{
	(void)number;
}

/* Have every call that waits interrupted, every millisecond. */
static void
storm(void)
{
	const struct itimerval often = { { 0, 1000 }, { 0, 1000 } };
	struct sigaction action = { .sa_handler = wake };

	sigaction(SIGALRM, &action, NULL);
	setitimer(ITIMER_REAL, &often, NULL);
}

/* Copy standard input to standard output, in small steps. */
static void
copy(void *about)
{
	char bytes[1000];
	ssize_t n;

	(void)about;
	signal(SIGPIPE, SIG_IGN);
	storm();
	while ((n = descriptor_read(0, bytes, sizeof bytes)) > 0)
		must(descriptor_write(1, bytes, (size_t)n), "write");
	must(n == 0, "read");
	exit(0);
}

/* Bits of _i: a non-blocking reader, a non-blocking writer, sockets. */
START_TEST(copies_in_a_storm)
{
	struct bytes in = { 0 }, out = { 0 };
	struct outcome outcome;
	struct child child;
	int from[2], to[2];
	uint32_t i;
	pid_t pid;

	for (i = 0; i < MUCH; i++)
		bytes_add(&in, &(char){ (char)(i * 2654435761u >> 24) }, 1);
	if (_i & 4) {
		socketpair(AF_UNIX, SOCK_STREAM, 0, from);
		socketpair(AF_UNIX, SOCK_STREAM, 0, to);
	} else {
		pipe_make(from);
		pipe_make(to);
	}
	fcntl(from[0], F_SETFL, _i & 1 ? O_NONBLOCK : 0);
	fcntl(to[1], F_SETFL, _i & 2 ? O_NONBLOCK : 0);
	/* Before the child, which must not have its end as well. */
	pid = feeder_start(from[1], in.at, in.len, 20000, 1500000);
	child_start(&child, copy, NULL, from[0], to[1]);
	close(to[1]);
	/* Let it be full for a while. */
	pause_for(20);
	bytes_read(&out, to[0]);
	child_end(&child, &outcome);
	feeder_end(pid);
	expect_bytes("storm", "the copy", &out, in.at, in.len);
	ck_assert_msg((fcntl(from[0], F_GETFL) & O_NONBLOCK) ==
	    (_i & 1 ? O_NONBLOCK : 0), "flags of the input are changed");
	outcome_expect("storm", &outcome, 0, "", "");
	close(from[0]);
	close(to[0]);
	bytes_free(&in);
	bytes_free(&out);
}
END_TEST

/* -------- write -------- */

static const struct {
	const char *name;
	int error;
	unsigned after, times;
	size_t limit;
	bool done;
	int reason;
	const char *written;
} writes[] = {
	{ "at once", 0, 0, 0, 0, true, 0, "abcdef" },
	{ "a byte at a time", 0, 0, 0, 1, true, 0, "abcdef" },
	{ "in pieces", 0, 0, 0, 4, true, 0, "abcdef" },
	{ "interrupted", EINTR, 1, 5, 4, true, 0, "abcdef" },
	{ "would block, then not", EAGAIN, 1, 5, 4, true, 0, "abcdef" },
	{ "nothing is written", 0, 0, 1, 0, false, ENOSPC, "" },
	{ "nothing more is written", 0, 1, 1, 4, false, ENOSPC, "abcd" },
	{ "fails", EIO, 0, 1, 0, false, EIO, "" },
	{ "fails later", ENOSPC, 2, 1, 1, false, ENOSPC, "ab" }
};

START_TEST(write_goes_on)
{
	struct bytes got = { 0 };
	int fd = file_make("", 0);
	bool done;

	refuse(CALL_WRITE, fd, writes[_i].error, writes[_i].after,
	    writes[_i].times);
	refuse_more_than(writes[_i].limit);
	errno = 0;
	done = descriptor_write(fd, "abcdef", 6);
	ck_assert_msg(done == writes[_i].done, "%s: %s", writes[_i].name,
	    done ? "done" : "not done");
	ck_assert_msg(done || errno == writes[_i].reason, "%s: errno is %d",
	    writes[_i].name, errno);
	refuse_nothing();
	lseek(fd, 0, SEEK_SET);
	bytes_read(&got, fd);
	expect_bytes(writes[_i].name, "file", &got, writes[_i].written,
	    strlen(writes[_i].written));
	bytes_free(&got);
	close(fd);
}
END_TEST

START_TEST(writing_nothing_asks_nobody)
{
	ck_assert(descriptor_write(-1, "", 0));
}
END_TEST

/* -------- what a descriptor is -------- */

START_TEST(hung_up_when_the_other_end_left)
{
	int end[2], fd, other;

	pipe_make(end);
	ck_assert(!descriptor_hung_up(end[0]));
	close(end[1]);
	ck_assert(descriptor_hung_up(end[0]));
	close(end[0]);
	ck_assert(!descriptor_hung_up(end[0]));

	fd = terminal_or_skip(&other);
	ck_assert(!descriptor_hung_up(fd));
	close(other);
	ck_assert(descriptor_hung_up(fd));
	close(fd);

	fd = file_make("", 0);
	ck_assert(!descriptor_hung_up(fd));
	close(fd);
}
END_TEST

static const struct {
	const char *name;
	mode_t mode;
	bool seekable;
} modes[] = {
	{ "regular", S_IFREG | 0644, true },
	{ "block device", S_IFBLK, true },
	{ "character device", S_IFCHR, false },
	{ "pipe", S_IFIFO, false },
	{ "socket", S_IFSOCK, false },
	{ "directory", S_IFDIR, false }
};

START_TEST(seekable_by_mode)
{
	struct stat st = { .st_mode = modes[_i].mode };

	ck_assert_msg(descriptor_seekable(&st) == modes[_i].seekable, "%s",
	    modes[_i].name);
}
END_TEST

/* Compare with standard output: the same, another, no regular one. */
static void
compare_with_output(void *about)
{
	int other = file_make("", 0), end[2];
	struct stat same, another, pipe;
	bool regular = *(bool *)about;

	pipe_make(end);
	must(fstat(1, &same) == 0 && fstat(other, &another) == 0 &&
	    fstat(end[0], &pipe) == 0, "fstat");
	must(descriptor_is_output(&same) == regular, "same");
	must(!descriptor_is_output(&another), "another");
	must(!descriptor_is_output(&pipe), "pipe");
	another.st_ino = same.st_ino;
	another.st_dev = same.st_dev + 1;
	must(!descriptor_is_output(&another), "another device");
	another = same;
	another.st_mode = S_IFCHR;
	must(!descriptor_is_output(&another), "a device of that number");
	/* It is asked once: what stands there later is of no account. */
	dup2(other, 1);
	must(fstat(other, &another) == 0, "fstat");
	must(descriptor_is_output(&same) == regular, "same, later");
	must(!descriptor_is_output(&another), "another, later");
	exit(0);
}

static void
compare_with_closed_output(void *about)
{
	struct stat st;

	(void)about;
	must(fstat(1, &st) == 0, "fstat");
	close(1);
	must(!descriptor_is_output(&st), "closed");
	exit(0);
}

START_TEST(output_is_known)
{
	struct outcome outcome;
	int end[2];

	child_run(&outcome, compare_with_output, &(bool){ true }, -1, -1);
	outcome_expect("file", &outcome, 0, "", "");
	pipe_make(end);
	child_run(&outcome, compare_with_output, &(bool){ false }, -1,
	    end[1]);
	outcome_expect("pipe", &outcome, 0, "", "");
	child_run(&outcome, compare_with_closed_output, NULL, -1, -1);
	outcome_expect("closed", &outcome, 0, "", "");
	close(end[0]);
	close(end[1]);
}
END_TEST

static Suite *
descriptor_suite(void)
{
	Suite *suite = suite_create("descriptor");
	TCase *tc = tcase_create("open");

	tcase_add_loop_test(tc, secures_what_is_closed, 0, 8);
	tcase_add_test(tc, leaves_what_is_open);
	tcase_add_loop_test(tc, secure_or_a_reason, 0, LENGTH(refusals));
	tcase_add_test(tc, opens_to_read_and_close_on_exec);
	tcase_add_test(tc, open_is_taken_up_again);
	tcase_add_test(tc, open_does_not_wait_for_a_writer);
	tcase_add_test(tc, pipe_is_close_on_exec);
	tcase_add_test(tc, pipe_without_descriptors);
	tcase_add_test(tc, hung_up_when_the_other_end_left);
	tcase_add_loop_test(tc, seekable_by_mode, 0, LENGTH(modes));
	tcase_add_test(tc, output_is_known);
	suite_add_tcase(suite, tc);

	tc = tcase_create("read and write");
	tcase_add_test(tc, read_returns_what_there_is);
	tcase_add_loop_test(tc, read_is_taken_up_again, 0, LENGTH(reads));
	tcase_add_loop_test(tc, copies_in_a_storm, 0, 8);
	tcase_add_loop_test(tc, write_goes_on, 0, LENGTH(writes));
	tcase_add_test(tc, writing_nothing_asks_nobody);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(descriptor_suite)
