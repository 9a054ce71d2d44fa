/*
 * Where the input stands: the number of a record, its name in a message,
 * the offset in a file, and going on elsewhere.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "input_place.h"
#include "names.h"
#include "refuse.h"
#include "suite.h"
#include "support.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];

static void
folder_fill(void)
{
	folder_make(folder);
	folder_file(folder, "a", LITERAL("1\n22\n333"));
	folder_file(folder, "b", LITERAL("4\n55\n"));
	folder_file(folder, "empty", LITERAL(""));
	must(chdir(folder) == 0, "chdir");
}

static void
folder_leave(void)
{
	must(chdir("/") == 0, "chdir");
	folder_remove(folder);
}

START_TEST(numbers_begin_anew_in_each_file)
{
	static const char *const word[] = { "a", "empty", "b" };
	static const uint64_t numbers[] = { 1, 2, 3, 1, 2 };
	struct words words;
	struct input in;
	struct record record;
	size_t i;

	folder_fill();
	input_open(&in, words_open(&words, word, 3), '\n');
	input_block(&in, (size_t)_i);
	ck_assert_uint_eq(input_number(&in), 0);
	for (i = 0; i < 5; i++) {
		ck_assert(input_next(&in, &record));
		ck_assert_uint_eq(input_number(&in), numbers[i]);
		ck_assert_str_eq(in.name, i < 3 ? "a" : "b");
	}
	ck_assert(!input_next(&in, &record));
	ck_assert(!input_failed(&in));
	input_close(&in);
	folder_leave();
}
END_TEST

/* -------- a message about a record -------- */

static const struct bad {
	const char *name;
	const char *words[3];
	size_t n;
	unsigned records;
	const char *err;
} bads[] = {
	{ "the first", { "a" }, 1, 1, "t: a:1: bad 7\n" },
	{ "the last, not terminated", { "a", "b" }, 2, 3, "t: a:3: bad 7\n" },
	{ "of the second file", { "a", "b" }, 2, 5, "t: b:2: bad 7\n" },
	{ "of standard input", { "-" }, 1, 2, "t: -:2: bad 7\n" }
};

static void
die_at(void *about)
{
	const struct bad *bad = about;
	struct words words;
	struct input in;
	struct record record;
	unsigned i;

	message_start("t");
	input_open(&in, words_open(&words, bad->words, bad->n), '\n');
	for (i = 0; i < bad->records; i++)
		must(input_next(&in, &record), "next");
	input_die(&in, "bad %d", 7);
}

START_TEST(message_names_the_record)
{
	struct outcome outcome;
	int in = file_make(LITERAL("x\ny\nz\n"));

	folder_fill();
	child_run(&outcome, die_at, (void *)&bads[_i], in, -1);
	outcome_expect(bads[_i].name, &outcome, 1, "", bads[_i].err);
	close(in);
	folder_leave();
}
END_TEST

/* -------- whether something failed -------- */

static const struct failure {
	const char *words[3];
	size_t n;
	bool failed;
} failures[] = {
	{ { "a", "b" }, 2, false },
	{ { "a", "missing" }, 2, true },
	{ { "missing", "a" }, 2, true },
	{ { "a", "d", "b" }, 3, true },
	{ { "/proc/self/mem", "b" }, 2, true }
};

static void
read_all(void *about)
{
	const struct failure *row = about;
	struct words words;
	struct input in;
	struct span span;

	input_open(&in, words_open(&words, row->words, row->n), '\n');
	while (input_span(&in, &span))
		continue;
	must(input_failed(&in) == row->failed, "failed");
	_exit(0);
}

START_TEST(failure_is_remembered)
{
	struct outcome outcome;

	folder_fill();
	must(mkdir("d", 0777) == 0, "mkdir");
	child_run(&outcome, read_all, (void *)&failures[_i], -1, -1);
	ck_assert_msg(outcome.status == 0, "row %d: %.*s", _i,
	    (int)outcome.err.len, outcome.err.at);
	outcome_free(&outcome);
	folder_leave();
}
END_TEST

/* -------- offsets -------- */

START_TEST(tells_and_seeks)
{
	static const char *const word[] = { "a", "b" };
	struct words words;
	struct input in;
	struct record record;
	struct span span;
	int fd;

	folder_fill();
	input_open(&in, words_open(&words, word, 2), '\n');
	ck_assert_int_eq(input_tell(&in), -1);
	fd = input_file(&in);
	ck_assert_int_ge(fd, 3);
	ck_assert_int_eq(input_file(&in), fd);
	ck_assert_int_eq(input_tell(&in), 0);
	ck_assert(input_next(&in, &record));
	ck_assert_int_eq(input_tell(&in), 2);
	input_seek(&in, 5);
	ck_assert_int_eq(input_tell(&in), 5);
	ck_assert(input_next(&in, &record));
	ck_assert_uint_eq(record.len, 3);
	ck_assert_int_eq(input_tell(&in), -1);
	/* The next file is opened by asking for it. */
	ck_assert_int_ge(input_file(&in), 3);
	ck_assert_str_eq(in.name, "b");
	input_seek(&in, 1);
	ck_assert(input_next(&in, &record));
	ck_assert_uint_eq(record.len, 0);
	input_seek(&in, 2);
	input_block(&in, 65536);
	ck_assert(input_span(&in, &span));
	ck_assert_uint_eq(span.len, 3);
	ck_assert(!input_span(&in, &span));
	ck_assert_int_eq(input_file(&in), -1);
	input_close(&in);
	folder_leave();
}
END_TEST

/* An offset that can't be had would have the wrong records read. */
START_TEST(ends_where_it_cant_tell)
{
	static const char *const word[] = { "a" };
	struct words words;
	struct input in;

	folder_fill();
	input_open(&in, words_open(&words, word, 1), '\n');
	ck_assert_int_ge(input_file(&in), 3);
	if (_i == 0) {
		refuse(CALL_LSEEK, ANY_DESCRIPTOR, EOVERFLOW, 0, 1);
		input_tell(&in);
	} else {
		input_seek(&in, -1);
	}
}
END_TEST

/* In the parts of a long record it tells where that began. */
START_TEST(tells_where_a_part_began)
{
	static const char *const word[] = { "c" };
	struct words words;
	struct input in;
	struct span span;

	folder_fill();
	folder_file(folder, "c", LITERAL("a\nbbbbbbbb\n"));
	input_open(&in, words_open(&words, word, 1), '\n');
	input_block(&in, 3);
	ck_assert(input_span(&in, &span));
	ck_assert(input_span(&in, &span));
	ck_assert(!span.closes);
	ck_assert_int_eq(input_tell(&in), 2);
	input_seek(&in, 2);
	ck_assert(input_span(&in, &span));
	ck_assert(span.opens);
	input_close(&in);
	folder_leave();
}
END_TEST

START_TEST(no_file_no_offset)
{
	struct words words;
	struct input in;
	int end[2], saved = dup(0);

	pipe_make(end);
	must(dup2(end[0], 0) == 0, "dup2");
	input_open(&in, words_open(&words, NULL, 0), '\n');
	ck_assert_int_eq(input_file(&in), -1);
	ck_assert_int_eq(input_tell(&in), -1);
	input_close(&in);
	must(dup2(saved, 0) == 0, "dup2");
	close(saved);
	close(end[0]);
	close(end[1]);
}
END_TEST

/* -------- whether there is more -------- */

START_TEST(more_of_files)
{
	static const char *const word[] = { "a", "empty", "b" };
	struct words words;
	struct input in;
	struct record record;
	int i;

	folder_fill();
	input_open(&in, words_open(&words, word, 3), '\n');
	input_block(&in, (size_t)_i);
	ck_assert_int_eq(input_descriptor(&in), -1);
	for (i = 0; i < 5; i++) {
		ck_assert(input_more(&in));
		ck_assert(input_more(&in));
		/* The byte that was seen may be the last of its file. */
		ck_assert_int_ge(input_descriptor(&in), 3);
		ck_assert(input_next(&in, &record));
	}
	ck_assert(!input_more(&in));
	ck_assert(!input_next(&in, &record));
	input_close(&in);
	folder_leave();
}
END_TEST

/* Where there is a way to look it is seen without being taken. */
enum { SOCKET, BLIND_PIPE, PIPE };
#ifdef HAVE_TEE
#define SIGHTS (PIPE + 1)
#else
#define SIGHTS PIPE
#endif

START_TEST(more_of_a_stream)
{
	struct words words;
	struct input in;
	struct record record;
	int end[2], saved = dup(0);
	char rest[4];

	if (_i == SOCKET)
		must(socketpair(AF_UNIX, SOCK_STREAM, 0, end) == 0,
		    "socketpair");
	else
		pipe_make(end);
	must(write(end[1], "1\n2\n3\n", 6) == 6, "write");
	must(dup2(end[0], 0) == 0, "dup2");
	input_open(&in, words_open(&words, NULL, 0), '\n');
	if (_i == BLIND_PIPE)
		refuse(CALL_TEE, 0, EINVAL, 0, FOR_EVER);
	ck_assert(input_more(&in));
	input_expect(&in, 1);
	ck_assert(input_next(&in, &record));
	ck_assert(input_more(&in));
	ck_assert_int_eq(read(0, rest, 2), 2);
	ck_assert_mem_eq(rest, "2\n", 2);
	close(end[1]);
	ck_assert(input_more(&in));
	ck_assert_int_eq(read(0, rest, 4), 2);
	ck_assert_int_eq(input_more(&in), _i == BLIND_PIPE);
	refuse_nothing();
	input_close(&in);
	must(dup2(saved, 0) == 0, "dup2");
	close(saved);
	close(end[0]);
}
END_TEST

START_TEST(more_of_what_fails)
{
	static const char *const word[] = { "missing", "d" };
	struct words words;
	struct input in;

	folder_fill();
	must(mkdir("d", 0777) == 0, "mkdir");
	input_open(&in, words_open(&words, word, 2), '\n');
	ck_assert(!input_more(&in));
	ck_assert(input_failed(&in));
	input_close(&in);
	folder_leave();
}
END_TEST

/* -------- bytes -------- */

START_TEST(bytes_come_as_they_are_read)
{
	static const char *const word[] = { "a", "missing", "empty", "b" };
	static const char *const want = "1\n22\n333|.,|.,4\n55\n|.";
	struct bytes got = { 0 };
	struct words words;
	struct input in;
	struct span span;

	folder_fill();
	input_open(&in, words_open(&words, word, 4), '\n');
	input_block(&in, (size_t)_i);
	while (input_bytes(&in, &span)) {
		ck_assert_uint_le(span.len, (size_t)_i);
		if (span.opens && got.len > 0)
			bytes_add(&got, ",", 1);
		bytes_add(&got, span.bytes, span.len);
		if (span.len == 0)
			bytes_add(&got, "|", 1);
		if (span.closes)
			bytes_add(&got, ".", 1);
	}
	expect_bytes("bytes", "spans", &got, want, strlen(want));
	ck_assert(input_failed(&in));
	input_close(&in);
	bytes_free(&got);
	folder_leave();
}
END_TEST

/* A folder opens, but can't be read. */
START_TEST(bytes_that_were_cut_short_do_not_close)
{
	static const char *const word[] = { "." };
	struct words words;
	struct input in;
	struct span span;

	folder_fill();
	input_open(&in, words_open(&words, word, 1), '\n');
	ck_assert(input_bytes(&in, &span));
	ck_assert(span.opens && span.len == 0 && !span.closes);
	ck_assert(!input_bytes(&in, &span));
	ck_assert(input_failed(&in));
	input_close(&in);
	folder_leave();
}
END_TEST

START_TEST(bytes_not_used_are_given_back)
{
	static const char *const word[] = { STANDARD_INPUT };
	struct words words;
	struct input in;
	struct span span;
	int file = file_make(LITERAL("abcdef"));

	must(dup2(file, STDIN_FILENO) >= 0, "dup2");
	input_open(&in, words_open(&words, word, 1), '\n');
	ck_assert(input_bytes(&in, &span));
	input_unused(&in, 2);
	input_close(&in);
	ck_assert_int_eq(lseek(file, 0, SEEK_CUR), 4);
	close(file);
}
END_TEST

static Suite *
input_place_suite(void)
{
	Suite *suite = suite_create("input, places");
	TCase *tc = tcase_create("places");

	tcase_add_loop_test(tc, numbers_begin_anew_in_each_file, 1, 8);
	tcase_add_loop_test(tc, message_names_the_record, 0, LENGTH(bads));
	tcase_add_loop_test(tc, failure_is_remembered, 0, LENGTH(failures));
	tcase_add_test(tc, tells_and_seeks);
	tcase_add_loop_exit_test(tc, ends_where_it_cant_tell, 1, 0, 2);
	tcase_add_loop_test(tc, bytes_come_as_they_are_read, 1, 8);
	tcase_add_test(tc, bytes_that_were_cut_short_do_not_close);
	tcase_add_test(tc, bytes_not_used_are_given_back);
	tcase_add_test(tc, tells_where_a_part_began);
	tcase_add_test(tc, no_file_no_offset);
	tcase_add_loop_test(tc, more_of_files, 1, 8);
	tcase_add_loop_test(tc, more_of_a_stream, 0, SIGHTS);
	tcase_add_test(tc, more_of_what_fails);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(input_place_suite)
