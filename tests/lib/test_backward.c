/*
 * backward - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "backward.h"
#include "input.h"
#include "message.h"
#include "names.h"
#include "refuse.h"
#include "suite.h"
#include "support.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static const size_t blocks[] = { 1, 2, 3, 7, 64, 65536 };

/* A text, and its records from the last to the first, each ended by |. */
static const struct row {
	const char *text;
	size_t len;
	const char *records;
	size_t records_len;
} rows[] = {
	{ LITERAL(""), LITERAL("") },
	{ LITERAL("\n"), LITERAL("|") },
	{ LITERAL("\n\n\n"), LITERAL("|||") },
	{ LITERAL("a"), LITERAL("a|") },
	{ LITERAL("a\n"), LITERAL("a|") },
	{ LITERAL("\na"), LITERAL("a||") },
	{ LITERAL("a\nb"), LITERAL("b|a|") },
	{ LITERAL("a\nb\n"), LITERAL("b|a|") },
	{ LITERAL("a\n\nb\n\n"), LITERAL("|b||a|") },
	{ LITERAL("abc\ndefg\nhi\r\n\0\xff\nlonger than a block"),
	    LITERAL("longer than a block|\0\xff|hi\r|defg|abc|") },
};

/* Go through it all. Returns: how many records; out gets them. */
static size_t
collect(struct backward *backward, struct bytes *out)
{
	struct record record;
	size_t n = 0;

	for (out->len = 0; backward_next(backward, &record); n++) {
		bytes_add(out, record.bytes, record.len);
		bytes_add(out, "|", 1);
	}
	return n;
}

START_TEST(goes_from_the_last_to_the_first)
{
	const struct row *row = &rows[_i];
	struct backward backward;
	struct bytes out = { 0 };
	size_t n = 0, i, k;

	for (i = 0; i < sizeof blocks / sizeof *blocks; i++) {
		backward_open(&backward, file_make(row->text, row->len), "f",
		    0, (off_t)row->len, '\n');
		backward_block(&backward, blocks[i]);
		n = collect(&backward, &out);
		expect_bytes(row->text, "file", &out, row->records,
		    row->records_len);
		ck_assert_int_eq(backward.at, 0);
		backward_close(&backward);
	}
	backward_open_memory(&backward, row->text, row->len, '\n');
	ck_assert_uint_eq(collect(&backward, &out), n);
	expect_bytes(row->text, "memory", &out, row->records,
	    row->records_len);
	backward_close(&backward);
	/* What is passed over counts, and what is there counts it. */
	for (k = 0; k <= n + 1; k++) {
		backward_open(&backward, file_make(row->text, row->len), "f",
		    0, (off_t)row->len, '\n');
		backward_block(&backward, 2);
		ck_assert_uint_eq(backward_skip(&backward, k), k < n ? k : n);
		ck_assert_uint_eq(collect(&backward, &out), k < n ? n - k : 0);
		backward_close(&backward);
	}
	bytes_free(&out);
}
END_TEST

START_TEST(stays_between_its_offsets)
{
	static const char text[] = "a\nbb\nccc\nd";
	struct backward backward;
	struct record record;
	struct bytes out = { 0 };
	int fd;

	for (int i = 0; i < LENGTH(blocks); i++) {
		fd = file_make(text, sizeof text - 1);
		lseek(fd, 3, SEEK_SET);
		backward_open(&backward, fd, "f", 2, 9, '\n');
		backward_block(&backward, blocks[i]);
		ck_assert_int_eq(backward.at, 9);
		ck_assert(backward_next(&backward, &record));
		ck_assert_int_eq(backward.at, 5);
		ck_assert_uint_eq(record.len, 3);
		collect(&backward, &out);
		expect_bytes("rest", "records", &out, LITERAL("bb|"));
		ck_assert_int_eq(backward.at, 2);
		/* The file's own offset is not touched. */
		ck_assert_int_eq(lseek(fd, 0, SEEK_CUR), 3);
		backward_close(&backward);
	}
	bytes_free(&out);
}
END_TEST

/* -------- an input's file -------- */

/* So many records of 8 bytes, terminators included. */
#define RECORDS 10000

/* Make a file of them; the last has no terminator. */
static int
numbers(void)
{
	struct bytes text = { 0 };
	char record[16];
	int fd;

	for (int i = 0; i < RECORDS; i++) {
		snprintf(record, sizeof record, "%07d\n", i);
		bytes_add(&text, record, 8);
	}
	fd = file_make(text.at, text.len - 1);
	bytes_free(&text);
	return fd;
}

/* How much of standard input is passed, above, used; what is handed out. */
static const struct part {
	off_t from;
	uint64_t above, used;
	int last, first; /* -1: none */
	off_t left_at;
} parts[] = {
	{ 0, 0, INPUT_ALL, RECORDS - 1, 0, RECORDS * 8 - 1 },
	{ 80, 0, INPUT_ALL, RECORDS - 1, 10, RECORDS * 8 - 1 },
	{ 0, 3, INPUT_ALL, RECORDS - 1, 3, RECORDS * 8 - 1 },
	{ 80, 9, INPUT_ALL, RECORDS - 1, 19, RECORDS * 8 - 1 },
	{ 0, 0, 7, 6, 0, 56 },
	{ 0, 2, 7, 6, 2, 56 },
	{ 80, 2, 7, 16, 12, 136 },
	{ 0, 7, 7, -1, -1, 56 },
	{ 0, 9000, 9999, 9998, 9000, 9999 * 8 },
	{ 0, 9000, RECORDS, RECORDS - 1, 9000, RECORDS * 8 - 1 },
	{ 0, 9000, RECORDS + 5, RECORDS - 1, 9000, RECORDS * 8 - 1 },
	{ 0, RECORDS, INPUT_ALL, -1, -1, RECORDS * 8 - 1 },
	{ 0, RECORDS + 5, INPUT_ALL, -1, -1, RECORDS * 8 - 1 },
	{ 0, RECORDS + 5, RECORDS + 9, -1, -1, RECORDS * 8 - 1 },
};

static void
open_part(void *about)
{
	const struct part *part = about;
	struct backward backward;
	struct record record;
	struct words words;
	struct input in;
	int n = part->last;
	char want[16];

	message_start("t");
	must(lseek(0, part->from, SEEK_SET) == part->from, "lseek");
	input_open(&in, words_open(&words, NULL, 0), '\n');
	must(backward_open_input(&backward, &in, part->above, part->used),
	    "backward_open_input");
	for (; backward_next(&backward, &record); n--) {
		snprintf(want, sizeof want, "%07d", n);
		must(n >= part->first && n >= 0, "no more");
		must(record.len == 7 && memcmp(record.bytes, want, 7) == 0,
		    "this one");
	}
	must(part->first < 0 || n == part->first - 1, "all of them");
	backward_close(&backward);
	input_close(&in);
	must(lseek(0, 0, SEEK_CUR) == part->left_at, "where it is left");
}

START_TEST(reads_the_file_of_an_input)
{
	struct outcome outcome;
	struct part part = parts[_i];
	int fd = numbers();

	child_run(&outcome, open_part, &part, fd, -1);
	outcome_expect("part", &outcome, STATUS_RETURNED, "", "");
	close(fd);
}
END_TEST

/* What is not read from its end is not touched. */
static void
decline(void *about)
{
	struct backward backward;
	struct words words;
	struct span span;
	struct input in;

	(void)about;
	input_open(&in, words_open(&words, NULL, 0), '\n');
	must(!backward_open_input(&backward, &in, 1, 2), "refuses");
	must(input_span(&in, &span) && span.len == 4 &&
	    memcmp(span.bytes, "a\nb\n", 4) == 0, "all is there");
	input_close(&in);
}

/* Without a descriptor more it is read from its beginning. */
static void
decline_at_the_limit(void *about)
{
	const int lowest = dup(0);
	struct rlimit limit, less;
	struct backward backward;
	struct words words;
	struct span span;
	struct input in;

	(void)about;
	close(lowest);
	must(getrlimit(RLIMIT_NOFILE, &limit) == 0, "getrlimit");
	less = limit;
	less.rlim_cur = (rlim_t)lowest;
	must(setrlimit(RLIMIT_NOFILE, &less) == 0, "setrlimit");
	input_open(&in, words_open(&words, NULL, 0), '\n');
	must(!backward_open_input(&backward, &in, 0, 2), "refuses");
	must(input_span(&in, &span) && span.bytes[0] == 'x', "all is there");
	input_close(&in);
	setrlimit(RLIMIT_NOFILE, &limit);
}

START_TEST(leaves_alone_what_it_cant_hold)
{
	const size_t len = (size_t)1 << 20;
	struct outcome outcome;
	char *text = malloc(len);
	int fd;

	memset(text, 'x', len);
	fd = file_make(text, len);
	child_run(&outcome, decline_at_the_limit, NULL, fd, -1);
	outcome_expect("EMFILE", &outcome, STATUS_RETURNED, "", "");
	close(fd);
	free(text);
}
END_TEST

START_TEST(leaves_alone_what_is_short_or_no_file)
{
	struct outcome outcome;
	int fd = file_make("a\nb\n", 4), end[2];

	child_run(&outcome, decline, NULL, fd, -1);
	outcome_expect("short", &outcome, STATUS_RETURNED, "", "");
	close(fd);
	pipe_make(end);
	must(write(end[1], "a\nb\n", 4) == 4, "write");
	close(end[1]);
	child_run(&outcome, decline, NULL, end[0], -1);
	outcome_expect("pipe", &outcome, STATUS_RETURNED, "", "");
	close(end[0]);
}
END_TEST

START_TEST(is_interrupted)
{
	int fd = file_make("a\nb\nc\n", 6);
	struct backward backward;
	struct record record;

	backward_open(&backward, fd, "file", 0, 6, '\n');
	refuse(CALL_PREAD, fd, EINTR, 0, 3);
	for (char wanted = 'c'; wanted >= 'a'; wanted--) {
		ck_assert(backward_next(&backward, &record));
		ck_assert_uint_eq(record.len, 1);
		ck_assert_int_eq(record.bytes[0], wanted);
	}
	ck_assert(!backward_next(&backward, &record));
	ck_assert_uint_eq(refuse_calls(CALL_PREAD), 4);
	backward_close(&backward);
}
END_TEST

static void
shorten(void *about)
{
	struct backward backward;
	struct record record;

	(void)about;
	message_start("t");
	backward_open(&backward, dup(0), "the\nfile", 0, 20, '\n');
	while (backward_next(&backward, &record))
		continue;
	must(false, "goes on");
}

START_TEST(ends_the_run_where_it_cant_go_on)
{
	struct outcome outcome;
	int fd = file_make("a\nb\n", 4);

	child_run(&outcome, shorten, NULL, fd, -1);
	outcome_expect("shorter", &outcome, 1, "",
	    "t: the\\nfile: became shorter while it was read\n");
	close(fd);
	fd = open(".", O_RDONLY);
	child_run(&outcome, shorten, NULL, fd, -1);
	outcome_expect("folder", &outcome, 1, "",
	    "t: the\\nfile: Is a directory\n");
	close(fd);
}
END_TEST

static Suite *
backward_suite(void)
{
	Suite *suite = suite_create("backward");
	TCase *tcase = tcase_create("records");

	tcase_add_loop_test(tcase, goes_from_the_last_to_the_first, 0,
	    LENGTH(rows));
	tcase_add_test(tcase, stays_between_its_offsets);
	suite_add_tcase(suite, tcase);
	tcase = tcase_create("input");
	tcase_add_loop_test(tcase, reads_the_file_of_an_input, 0,
	    LENGTH(parts));
	tcase_add_test(tcase, leaves_alone_what_is_short_or_no_file);
	tcase_add_test(tcase, leaves_alone_what_it_cant_hold);
	tcase_add_test(tcase, is_interrupted);
	tcase_add_test(tcase, ends_the_run_where_it_cant_go_on);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(backward_suite)
