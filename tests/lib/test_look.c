/*
 * What look sees: all that is there, nothing taken, and where it can't see.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "look.h"
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
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#define BLOCK 65536

static char pattern[4 * BLOCK];

/* A run of bytes of which no two places look alike. */
static void
pattern_fill(void)
{
	uint32_t seed = 1;
	size_t i;

	for (i = 0; i < sizeof pattern; i++) {
		seed = seed * 1664525 + 1013904223;
		pattern[i] = (char)(seed >> 24);
	}
}

static mode_t
mode_of(int fd)
{
	struct stat st;

	must(fstat(fd, &st) == 0, "fstat");
	return st.st_mode;
}

enum kind { PIPE, SOCKET };

static void
ends_make(enum kind kind, int end[2])
{
	if (kind == PIPE)
		pipe_make(end);
	else
		must(socketpair(AF_UNIX, SOCK_STREAM, 0, end) == 0,
		    "socketpair");
}

/* Looks at what one write put there; seen is what it sees at most. */
static const struct {
	const char *name;
	size_t there, len, seen;
} rows[] = {
	{ "one byte", 1, BLOCK, 1 },
	{ "less than is there", 10, 3, 3 },
	{ "just what is there", 10, 10, 10 },
	{ "a page and a byte", 4097, BLOCK, 4097 },
	{ "all of a block", BLOCK, BLOCK, BLOCK }
};

/* Make sure that all is still there, and close the ends. */
static void
expect_untouched(const char *row, int end[2], size_t there)
{
	struct bytes left = { 0 };

	close(end[1]);
	bytes_read(&left, end[0]);
	expect_bytes(row, "what is left", &left, pattern, there);
	bytes_free(&left);
	close(end[0]);
}

/* Fail unless the look saw a beginning of the pattern, at most max bytes. */
static void
expect_seen(const char *row, const char *bytes, ssize_t n, size_t max)
{
	ck_assert_msg(n > 0 && (size_t)n <= max, "%s: saw %zd bytes", row, n);
	ck_assert_msg(memcmp(bytes, pattern, (size_t)n) == 0,
	    "%s: saw other bytes", row);
}

static void
look_twice(int i, enum kind kind)
{
	struct look look = LOOK_INIT;
	char bytes[BLOCK];
	int end[2], again;
	ssize_t n;

	pattern_fill();
	ends_make(kind, end);
	must(write(end[1], pattern, rows[i].there) ==
	    (ssize_t)rows[i].there, "write");
	for (again = 0; again < 2; again++) {
		n = look_at(&look, end[0], mode_of(end[0]), bytes,
		    rows[i].len);
		expect_seen(rows[i].name, bytes, n, rows[i].seen);
		/* Without a small private pipe it is all of it. */
		ck_assert_msg((size_t)n == rows[i].seen, "%s: saw %zd",
		    rows[i].name, n);
	}
	look_close(&look);
	ck_assert_msg(look.in == -1 && look.out == -1, "%s: not closed",
	    rows[i].name);
	look_close(&look);
	expect_untouched(rows[i].name, end, rows[i].there);
}

#ifdef HAVE_TEE
START_TEST(sees_a_pipe)
{
	look_twice(_i, PIPE);
}
END_TEST

START_TEST(small_private_pipe_sees_less)
{
	struct look look = LOOK_INIT;
	char bytes[BLOCK];
	int end[2], first[2];
	ssize_t n;

	pattern_fill();
	pipe_make(end);
	must(write(end[1], pattern, BLOCK) == BLOCK, "write");
	/* What the kernel gives a user who has too many pipes: one page. */
	pipe_make(first);
	if (fcntl(first[1], F_SETPIPE_SZ, 4096) != 4096) {
		close(first[0]);
		close(first[1]);
		return;
	}
	look = (struct look){ first[0], first[1] };
	n = look_at(&look, end[0], mode_of(end[0]), bytes, sizeof bytes);
	expect_seen("small", bytes, n, 4096);
	n = look_at(&look, end[0], mode_of(end[0]), bytes, sizeof bytes);
	expect_seen("small, again", bytes, n, 4096);
	look_close(&look);
	expect_untouched("small", end, BLOCK);
}
END_TEST

START_TEST(private_pipe_is_kept)
{
	struct look look = LOOK_INIT;
	char bytes[8];
	int end[2], in, out;

	pipe_make(end);
	must(write(end[1], "abc", 3) == 3, "write");
	ck_assert_int_eq(look_at(&look, end[0], S_IFIFO, bytes, 8), 3);
	in = look.in;
	out = look.out;
	ck_assert_int_eq(look_at(&look, end[0], S_IFIFO, bytes, 8), 3);
	ck_assert_int_eq(look.in, in);
	/* A command that is started must not get it. */
	ck_assert(fcntl(look.in, F_GETFD) & FD_CLOEXEC);
	ck_assert(fcntl(look.out, F_GETFD) & FD_CLOEXEC);
	look_close(&look);
	ck_assert_int_eq(fcntl(in, F_GETFD), -1);
	ck_assert_int_eq(fcntl(out, F_GETFD), -1);
	close(end[0]);
	close(end[1]);
}
END_TEST

START_TEST(interrupted_tee_is_taken_up_again)
{
	struct look look = LOOK_INIT;
	char bytes[8];
	int end[2];

	pipe_make(end);
	must(write(end[1], "abc", 3) == 3, "write");
	refuse(CALL_TEE, end[0], EINTR, 0, 3);
	ck_assert_int_eq(look_at(&look, end[0], S_IFIFO, bytes, 8), 3);
	ck_assert(memcmp(bytes, "abc", 3) == 0);
	refuse_nothing();
	look_close(&look);
	close(end[0]);
	close(end[1]);
}
END_TEST

START_TEST(short_reads_of_the_private_pipe_are_put_together)
{
	struct look look = LOOK_INIT;
	char bytes[BLOCK];
	int end[2];
	ssize_t n;

	pattern_fill();
	pipe_make(end);
	must(write(end[1], pattern, 1000) == 1000, "write");
	refuse_more_than(7);
	n = look_at(&look, end[0], S_IFIFO, bytes, sizeof bytes);
	refuse_nothing();
	ck_assert_int_eq(n, 1000);
	expect_seen("short reads", bytes, n, 1000);
	look_close(&look);
	expect_untouched("short reads", end, 1000);
}
END_TEST

/* What it can't take out of its own pipe must not be seen later. */
START_TEST(private_pipe_that_fails_is_closed)
{
	struct look look = LOOK_INIT;
	char bytes[8];
	int end[2];

	pipe_make(end);
	must(write(end[1], "abc", 3) == 3, "write");
	refuse(CALL_READ, ANY_DESCRIPTOR, _i == 0 ? EIO : 0, 0, 1);
	ck_assert_int_eq(look_at(&look, end[0], S_IFIFO, bytes, 8), -1);
	refuse_nothing();
	ck_assert_int_eq(look.in, -1);
	ck_assert_int_eq(look_at(&look, end[0], S_IFIFO, bytes, 8), 3);
	ck_assert(memcmp(bytes, "abc", 3) == 0);
	look_close(&look);
	close(end[0]);
	close(end[1]);
}
END_TEST
#endif

START_TEST(sees_a_socket)
{
	look_twice(_i, SOCKET);
}
END_TEST

START_TEST(interrupted_recv_is_taken_up_again)
{
	struct look look = LOOK_INIT;
	char bytes[8];
	int end[2];

	ends_make(SOCKET, end);
	must(write(end[1], "abc", 3) == 3, "write");
	refuse(CALL_RECV, end[0], EINTR, 0, 3);
	ck_assert_int_eq(look_at(&look, end[0], S_IFSOCK, bytes, 8), 3);
	refuse(CALL_RECV, end[0], EIO, 0, 1);
	ck_assert_int_eq(look_at(&look, end[0], S_IFSOCK, bytes, 8), -1);
	refuse_nothing();
	close(end[0]);
	close(end[1]);
}
END_TEST

/* The end of input is 0, and what is not there yet is waited for. */
static void
look_at_end(enum kind kind)
{
	struct look look = LOOK_INIT;
	char bytes[8];
	long long began;
	int end[2];
	pid_t pid;

	ends_make(kind, end);
	began = now();
	pid = feeder_start(end[1], "abc", 3, 0, 30000000);
	ck_assert_int_eq(look_at(&look, end[0], mode_of(end[0]), bytes, 8), 3);
	ck_assert_int_ge(now() - began, 25);
	ck_assert(memcmp(bytes, "abc", 3) == 0);
	feeder_end(pid);
	must(read(end[0], bytes, 8) == 3, "read");
	ck_assert_int_eq(look_at(&look, end[0], mode_of(end[0]), bytes, 8), 0);
	look_close(&look);
	close(end[0]);
}

#ifdef HAVE_TEE
START_TEST(waits_for_a_pipe)
{
	look_at_end(PIPE);
}
END_TEST
#endif

START_TEST(waits_for_a_socket)
{
	look_at_end(SOCKET);
}
END_TEST

/* Bytes from a non-blocking descriptor, whose flags stay. */
START_TEST(waits_for_a_non_blocking_one)
{
	struct look look = LOOK_INIT;
	char bytes[8];
	int end[2];
	pid_t pid;

#ifndef HAVE_TEE
	if (_i == PIPE)
		return;
#endif
	ends_make((enum kind)_i, end);
	fcntl(end[0], F_SETFL, O_NONBLOCK);
	pid = feeder_start(end[1], "abc", 3, 0, 10000000);
	ck_assert_int_eq(look_at(&look, end[0], mode_of(end[0]), bytes, 8), 3);
	ck_assert(fcntl(end[0], F_GETFL) & O_NONBLOCK);
	feeder_end(pid);
	look_close(&look);
	close(end[0]);
}
END_TEST

START_TEST(blind_on_a_file)
{
	struct look look = LOOK_INIT;
	char bytes[8];
	int fd = file_make("abc", 3);

	ck_assert_int_eq(look_at(&look, fd, mode_of(fd), bytes, 8), -1);
	ck_assert_int_eq(lseek(fd, 0, SEEK_CUR), 0);
	ck_assert_int_eq(look.in, -1);
	close(fd);
}
END_TEST

START_TEST(blind_on_a_terminal)
{
	struct look look = LOOK_INIT;
	char bytes[8];
	int other, fd = terminal_or_skip(&other);

	must(write(other, "abc", 3) == 3, "write");
	ck_assert_int_eq(look_at(&look, fd, mode_of(fd), bytes, 8), -1);
	ck_assert_int_eq(read(fd, bytes, 8), 3);
	close(fd);
	close(other);
}
END_TEST

START_TEST(blind_on_the_wrong_end)
{
	struct look look = LOOK_INIT;
	char bytes[8];
	int end[2];

	pipe_make(end);
	ck_assert_int_eq(look_at(&look, end[1], S_IFIFO, bytes, 8), -1);
	ck_assert_int_eq(look_at(&look, end[1], S_IFSOCK, bytes, 8), -1);
	look_close(&look);
	close(end[0]);
	close(end[1]);
}
END_TEST

START_TEST(blind_without_descriptors)
{
	struct look look = LOOK_INIT;
	struct rlimit old, none;
	char bytes[8];
	int end[2];
	ssize_t n;

	pipe_make(end);
	must(write(end[1], "abc", 3) == 3, "write");
	must(getrlimit(RLIMIT_NOFILE, &old) == 0, "getrlimit");
	none = old;
	none.rlim_cur = (rlim_t)end[1] + 1;
	must(setrlimit(RLIMIT_NOFILE, &none) == 0, "setrlimit");
	n = look_at(&look, end[0], S_IFIFO, bytes, 8);
	must(setrlimit(RLIMIT_NOFILE, &old) == 0, "setrlimit");
	ck_assert_int_eq(n, -1);
	look_close(&look);
	close(end[0]);
	close(end[1]);
}
END_TEST

static Suite *
look_suite(void)
{
	Suite *suite = suite_create("look");
	TCase *tc = tcase_create("sees");

#ifdef HAVE_TEE
	tcase_add_loop_test(tc, sees_a_pipe, 0, LENGTH(rows));
	tcase_add_test(tc, small_private_pipe_sees_less);
	tcase_add_test(tc, private_pipe_is_kept);
	tcase_add_test(tc, interrupted_tee_is_taken_up_again);
	tcase_add_test(tc, short_reads_of_the_private_pipe_are_put_together);
	tcase_add_loop_test(tc, private_pipe_that_fails_is_closed, 0, 2);
	tcase_add_test(tc, waits_for_a_pipe);
#endif
	tcase_add_loop_test(tc, sees_a_socket, 0, LENGTH(rows));
	tcase_add_test(tc, interrupted_recv_is_taken_up_again);
	tcase_add_test(tc, waits_for_a_socket);
	tcase_add_loop_test(tc, waits_for_a_non_blocking_one, PIPE,
	    SOCKET + 1);
	suite_add_tcase(suite, tc);

	tc = tcase_create("blind");
	tcase_add_test(tc, blind_on_a_file);
	tcase_add_test(tc, blind_on_a_terminal);
	tcase_add_test(tc, blind_on_the_wrong_end);
	tcase_add_test(tc, blind_without_descriptors);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(look_suite)
