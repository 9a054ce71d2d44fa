/*
 * Records of several files: in turn, opened late, what can't be read named
 * once; what is given back, however the run ends; reads that fail.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "descriptor.h"
#include "input.h"
#include "message.h"
#include "names.h"
#include "refuse.h"
#include "suite.h"
#include "support.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define WORDS_MAX 6

/* What the tests of this file run in a child. */
struct task {
	const char *words[WORDS_MAX];
	uint64_t n; /* how many records are expected */
	size_t block;
	bool whole; /* by input_next, not by input_span */
	void (*before)(void);
};

static char folder[64];

static void
put(const char *bytes, size_t len)
{
	must(write(1, bytes, len) == (ssize_t)len, "write");
}

/* Write the records of the words to standard output, and end. */
static void
pass_on(void *about)
{
	const struct task *task = about;
	struct words words;
	struct input in;
	struct record record;
	struct span span;
	size_t n = 0;

	message_start("t");
	must(chdir(folder) == 0, "chdir");
	while (n < WORDS_MAX && task->words[n])
		n++;
	input_open(&in, words_open(&words, task->words, n), '\n');
	input_block(&in, task->block);
	input_expect(&in, task->n);
	if (task->before)
		task->before();
	if (!task->whole) {
		while (input_span(&in, &span))
			put(span.bytes, span.len);
	} else {
		while (input_next(&in, &record)) {
			put(record.bytes, record.len);
			put("\n", 1);
		}
	}
	input_close(&in);
	finish();
}

/* Each is run at these block sizes, in both ways. */
static const size_t blocks[] = { 1, 2, 3, 7, 65536 };

static void
expect_passed(const char *row, struct task *task, int in, int status,
    const char *out, const char *err)
{
	struct outcome outcome;
	size_t i;

	for (i = 0; i < 2 * LENGTH(blocks); i++) {
		int end[2];

		task->block = blocks[i / 2];
		task->whole = i % 2;
		if (in >= 0)
			lseek(in, 0, SEEK_SET);
		/* Standard output that is no file can't be an input. */
		pipe_make(end);
		child_run(&outcome, pass_on, task, in, end[1]);
		close(end[1]);
		bytes_read(&outcome.out, end[0]);
		close(end[0]);
		outcome_expect(row, &outcome, status, out, err);
	}
}

/* -------- many files -------- */

#define MISSING "t: missing: No such file or directory\n"

/*
 * The folder has a ("1\n2\n"), b ("3", no terminator), empty, d (a folder),
 * and standard input is "x\ny".
 */
static const struct row {
	const char *name;
	const char *words[WORDS_MAX];
	uint64_t n;
	int status;
	const char *out, *err;
} rows[] = {
	{ "standard input", { NULL }, INPUT_ALL, 0, "x\ny\n", "" },
	{ "one", { "a" }, INPUT_ALL, 0, "1\n2\n", "" },
	{ "files never join", { "b", "a", "b" }, INPUT_ALL, 0,
	    "3\n1\n2\n3\n", "" },
	{ "empty ones among them", { "empty", "a", "empty", "b", "empty" },
	    INPUT_ALL, 0, "1\n2\n3\n", "" },
	{ "only empty ones", { "empty", "empty" }, INPUT_ALL, 0, "", "" },
	{ "a missing one", { "a", "missing", "b" }, INPUT_ALL, 1,
	    "1\n2\n3\n", MISSING },
	{ "named each time", { "missing", "missing" }, INPUT_ALL, 1, "",
	    MISSING MISSING },
	{ "a folder", { "a", "d", "b" }, INPUT_ALL, 1, "1\n2\n3\n",
	    "t: d: Is a directory\n" },
	{ "a folder last", { "b", "d" }, INPUT_ALL, 1, "3\n",
	    "t: d: Is a directory\n" },
	{ "standard input between", { "b", "-", "b" }, INPUT_ALL, 0,
	    "3\nx\ny\n3\n", "" },
	{ "twice: used up", { "-", "b", "-" }, INPUT_ALL, 0, "x\ny\n3\n",
	    "" },
	{ "opened when the one before is used up", { "a", "missing" }, 2, 0,
	    "1\n2\n", "" },
	{ "opened when it is needed", { "a", "missing" }, 3, 1, "1\n2\n",
	    MISSING },
	{ "none are needed", { "missing" }, 0, 0, "", "" },
	{ "expected over files", { "b", "a", "b" }, 2, 0, "3\n1\n", "" },
	{ "the last, without its terminator", { "b", "missing" }, 1, 0,
	    "3\n", "" },
	{ "the null device", { "/dev/null", "b" }, INPUT_ALL, 0, "3\n", "" },
	{ "an empty name", { "", "b" }, INPUT_ALL, 1, "3\n",
	    "t: '': No such file or directory\n" },
	{ "a file that can't be read", { "b", "/proc/self/mem", "b" },
	    INPUT_ALL, 1, "3\n3\n",
	    "t: /proc/self/mem: Input/output error\n" }
};

static void
folder_fill(void)
{
	folder_make(folder);
	folder_file(folder, "a", LITERAL("1\n2\n"));
	folder_file(folder, "b", LITERAL("3"));
	folder_file(folder, "empty", LITERAL(""));
	must(mkdir(folder_path(folder, "d"), 0777) == 0, "mkdir");
}

START_TEST(files_in_turn)
{
	const struct row *row = &rows[_i];
	struct task task = { .n = row->n };
	int in = file_make(LITERAL("x\ny"));

	folder_fill();
	memcpy(task.words, row->words, sizeof task.words);
	expect_passed(row->name, &task, in, row->status, row->out, row->err);
	folder_remove(folder);
	close(in);
}
END_TEST

static void
close_standard_input(void)
{
	close(0);
	/* As every tool does: else the next file would be standard input. */
	must(descriptor_secure(), "secure");
}

START_TEST(closed_standard_input_is_named)
{
	struct task task = { .n = INPUT_ALL, .words = { "b", "-", "a" },
		.before = close_standard_input };

	folder_fill();
	expect_passed("closed", &task, -1, 1, "3\n1\n2\n",
	    "t: -: Bad file descriptor\n");
	task.n = 1;
	expect_passed("closed, not needed", &task, -1, 0, "3\n", "");
	folder_remove(folder);
}
END_TEST

START_TEST(write_only_standard_input_is_named)
{
	struct task task = { .n = INPUT_ALL, .words = { "-", "b" } };
	int null = open("/dev/null", O_WRONLY);

	folder_fill();
	expect_passed("device", &task, null, 1, "3\n",
	    "t: -: Bad file descriptor\n");
	folder_remove(folder);
	close(null);
}
END_TEST

/* Standard input, named twice; between the two the file grows. */
static const char *
next_growing(struct names *names)
{
	static unsigned n;

	(void)names;
	if (n++ == 1)
		must(pwrite(0, "more\n", 5, 2) == 5, "pwrite");
	return n <= 2 ? "-" : NULL;
}

static void
read_growing(void *about)
{
	struct names names = { next_growing };
	struct input in;
	struct span span;

	(void)about;
	input_open(&in, &names, '\n');
	while (input_span(&in, &span))
		put(span.bytes, span.len);
	input_close(&in);
	finish();
}

START_TEST(used_up_is_used_up)
{
	struct outcome outcome;
	int in = file_make(LITERAL("x\n"));

	child_run(&outcome, read_growing, NULL, in, -1);
	outcome_expect("growing", &outcome, 0, "x\n", "");
	close(in);
}
END_TEST

#ifdef HAVE_TEE
/* What was only looked at is taken in the end; that may fail. */
static void
fail_to_take(void *about)
{
	static const char *const word[] = { "-" };
	struct words words;
	struct input in;
	struct record record;

	(void)about;
	message_start("t");
	input_open(&in, words_open(&words, word, 1), '\n');
	input_undecided(&in);
	must(input_next(&in, &record) && record.len == 1, "a record");
	refuse(CALL_READ, 0, EIO, 0, 1);
	input_close(&in);
	finish();
}

START_TEST(what_cant_be_taken_is_named)
{
	struct outcome outcome;
	int end[2];

	pipe_make(end);
	must(write(end[1], "a\nb\n", 4) == 4, "write");
	child_run(&outcome, fail_to_take, NULL, end[0], -1);
	outcome_expect("EIO", &outcome, 1, "", "t: -: Input/output error\n");
}
END_TEST
#endif

/* -------- descriptors -------- */

/* Many files need no more of them than one. */
static void
read_many(void *about)
{
	static const char *many[3000];
	struct words words;
	struct input in;
	struct span span;
	size_t n = 0, i;
	int number = dup(0);

	(void)about;
	close(number);
	for (i = 0; i < LENGTH(many); i++)
		many[i] = "b";
	must(chdir(folder) == 0, "chdir");
	input_open(&in, words_open(&words, many, LENGTH(many)), '\n');
	while (input_span(&in, &span)) {
		n++;
		must(in.source.fd <= number, "one descriptor");
	}
	input_close(&in);
	must(n == LENGTH(many), "all were read");
	must(dup(0) == number, "none is left open");
	finish();
}

START_TEST(descriptors_do_not_run_out)
{
	struct outcome outcome;

	folder_fill();
	child_run(&outcome, read_many, NULL, -1, -1);
	outcome_expect("3000 files", &outcome, 0, "", "");
	folder_remove(folder);
}
END_TEST

/* One that can't be examined is closed again. */
static void
examine_none(void *about)
{
	static const char *const word[] = { "b" };
	struct words words;
	struct input in;
	struct span span;
	int number = dup(0), again;

	(void)about;
	close(number);
	message_start("t");
	must(chdir(folder) == 0, "chdir");
	refuse(CALL_FSTAT, ANY_DESCRIPTOR, EOVERFLOW, 0, 1);
	input_open(&in, words_open(&words, word, 1), '\n');
	must(!input_span(&in, &span), "no span");
	again = dup(0);
	must(again == number, "the same number is free");
	input_close(&in);
	finish();
}

START_TEST(what_is_refused_is_closed)
{
	struct outcome outcome;

	folder_fill();
	child_run(&outcome, examine_none, NULL, -1, -1);
	outcome_expect("fstat", &outcome, 1, "",
	    "t: b: Value too large for defined data type\n");
	folder_remove(folder);
}
END_TEST

/* After its close an input may go: no ending comes back to it. */
static void
close_and_forget(void *about)
{
	struct input *in = malloc(sizeof *in);
	struct words words;

	(void)about;
	must(in != NULL, "malloc");
	input_open(in, words_open(&words, NULL, 0), '\n');
	input_close(in);
	memset(in, 0xff, sizeof *in);
	free(in);
	finish();
}

START_TEST(close_is_for_good)
{
	struct outcome outcome;

	child_run(&outcome, close_and_forget, NULL, -1, -1);
	outcome_expect("close", &outcome, 0, "", "");
}
END_TEST

/* A reader that chased its own output would fill the disk. */
static void
limit_output(void)
{
	struct rlimit limit;

	getrlimit(RLIMIT_FSIZE, &limit);
	limit.rlim_cur = 1 << 20;
	setrlimit(RLIMIT_FSIZE, &limit);
}

/* A file that is also standard output is refused when it is opened. */
START_TEST(output_is_no_input)
{
	struct task task = { .words = { "b", "out", "a" }, .n = INPUT_ALL,
		.block = 65536, .before = limit_output };
	struct outcome outcome;
	int fd;

	folder_fill();
	fd = open(folder_file(folder, "out", LITERAL("old\n")),
	    O_RDWR | O_APPEND | O_CLOEXEC);
	child_run(&outcome, pass_on, &task, -1, fd);
	outcome_expect("same file", &outcome, 1, "",
	    "t: out: input file is output file\n");
	/* Also by redirection. */
	task.words[0] = NULL;
	child_run(&outcome, pass_on, &task, fd, fd);
	outcome_expect("same file, redirected", &outcome, 1, "",
	    "t: -: input file is output file\n");
	folder_remove(folder);
	close(fd);
}
END_TEST

/* -------- reads that fail -------- */

static enum call failing;
static int failing_fd;
static unsigned failing_after;
static int failing_error;

static void
begin_to_fail(void)
{
	refuse(failing, failing_fd, failing_error, failing_after, 1);
}

/*
 * Standard input "a\nbb\nccccc\nd\n", the read after so many fails: what
 * was whole is there, a half record is not, and one that went out in part is
 * terminated.
 */
static const struct fault {
	const char *name;
	size_t block;
	unsigned after;
	bool whole;
	const char *out;
	off_t stands; /* after the last record that was processed */
} faults[] = {
	{ "the first", 65536, 0, false, "", 0 },
	{ "the second", 65536, 1, false, "a\nbb\nccccc\nd\n", 13 },
	{ "inside a record", 4, 1, true, "a\n", 2 },
	{ "inside a record, spans", 4, 1, false, "a\n", 2 },
	{ "in a long one", 4, 2, true, "a\nbb\n", 5 },
	{ "in a long one, gone in part", 4, 3, false, "a\nbb\ncccc\n", 5 },
	{ "after a record", 2, 1, true, "a\n", 2 },
	{ "between parts", 2, 4, false, "a\nbb\ncc\n", 5 },
	{ "at the end", 65536, 1, true, "a\nbb\nccccc\nd\n", 13 }
};

START_TEST(failed_read_cuts_nothing)
{
	const struct fault *fault = &faults[_i];
	struct task task = { .words = { "-", "b" }, .n = INPUT_ALL,
		.block = fault->block, .whole = fault->whole,
		.before = begin_to_fail };
	struct outcome outcome;
	struct bytes want = { 0 };
	int in = file_make(LITERAL("a\nbb\nccccc\nd\n"));

	folder_fill();
	failing = CALL_READ;
	failing_fd = 0;
	failing_error = EIO;
	failing_after = fault->after;
	child_run(&outcome, pass_on, &task, in, -1);
	bytes_add(&want, fault->out, strlen(fault->out));
	bytes_add(&want, "3\n", 3);
	outcome_expect(fault->name, &outcome, 1, want.at,
	    "t: -: Input/output error\n");
	ck_assert_msg(lseek(in, 0, SEEK_CUR) == fault->stands,
	    "%s: stands at %lld", fault->name,
	    (long long)lseek(in, 0, SEEK_CUR));
	folder_remove(folder);
	bytes_free(&want);
	close(in);
}
END_TEST

static const struct {
	const char *name;
	enum call call;
	int fd, error;
	uint64_t n;
	int status;
	const char *out, *err;
	unsigned after; /* so many calls of it do */
} refusals[] = {
	{ "it can't be examined", CALL_FSTAT, 0, EOVERFLOW, INPUT_ALL, 1,
	    "3\n",
	    "t: -: Value too large for defined data type\n" },
	{ "it can't be given back", CALL_LSEEK, 0, EINVAL, 1, 1, "x\n",
	    "t: -: Invalid argument\n", 1 },
	{ "interrupted", CALL_READ, 0, EINTR, INPUT_ALL, 0, "x\ny\n3\n",
	    "" },
	{ "would block", CALL_READ, 0, EAGAIN, INPUT_ALL, 0, "x\ny\n3\n",
	    "" },
	{ "the open is interrupted", CALL_OPEN, ANY_DESCRIPTOR, EINTR,
	    INPUT_ALL, 0, "x\ny\n3\n", "" },
	{ "the first look is interrupted", CALL_PREAD, ANY_DESCRIPTOR, EINTR,
	    INPUT_ALL, 0, "x\ny\n3\n", "" },
	{ "the first look fails", CALL_PREAD, ANY_DESCRIPTOR, EIO,
	    INPUT_ALL, 0, "x\ny\n3\n", "" },
	{ "no descriptor is left", CALL_OPEN, ANY_DESCRIPTOR, EMFILE,
	    INPUT_ALL, 1, "x\ny\n", "t: b: Too many open files\n" }
};

START_TEST(refused_call_is_named_or_taken_up_again)
{
	struct task task = { .words = { "-", "b" }, .n = refusals[_i].n,
		.block = 65536, .before = begin_to_fail };
	struct outcome outcome;
	int in = file_make(LITERAL("x\ny")), end[2];

	folder_fill();
	failing = refusals[_i].call;
	failing_fd = refusals[_i].fd;
	failing_error = refusals[_i].error;
	failing_after = refusals[_i].after;
	pipe_make(end);
	child_run(&outcome, pass_on, &task, in, end[1]);
	close(end[1]);
	bytes_read(&outcome.out, end[0]);
	outcome_expect(refusals[_i].name, &outcome, refusals[_i].status,
	    refusals[_i].out, refusals[_i].err);
	folder_remove(folder);
	close(end[0]);
	close(in);
}
END_TEST

/* -------- what is given back, however the run ends -------- */

static void
end_by_close(struct input *in)
{
	input_close(in);
	_exit(1);
}

static void
end_by_finish(struct input *in)
{
	(void)in;
	fault_silent();
	finish();
}

static void
end_by_die(struct input *in)
{
	(void)in;
	die(NULL, "x");
}

static void
end_by_usage(struct input *in)
{
	(void)in;
	fault_silent();
	die_usage(NULL, "x");
}

static void (*const endings[])(struct input *) = { end_by_close,
	end_by_finish, end_by_die, end_by_usage };

/* So many calls to a way, then an end. The file is "a\nbb\nccccccc\nd\ne". */
static const struct back {
	const char *name;
	size_t block;
	bool whole;
	unsigned calls;
	uint64_t n;
	off_t stands;
} backs[] = {
	{ "nothing was used", 65536, true, 0, INPUT_ALL, 0 },
	{ "one", 65536, true, 1, INPUT_ALL, 2 },
	{ "two", 65536, true, 2, INPUT_ALL, 5 },
	{ "two in small blocks", 2, true, 2, INPUT_ALL, 5 },
	{ "a long one", 2, true, 3, INPUT_ALL, 13 },
	{ "the last, not terminated", 65536, true, 5, INPUT_ALL, 16 },
	{ "past the end", 65536, true, 6, INPUT_ALL, 16 },
	{ "a span of all that is whole", 65536, false, 1, INPUT_ALL, 15 },
	{ "a span of two", 65536, false, 1, 2, 5 },
	{ "part of a long one", 3, false, 3, INPUT_ALL, 5 },
	{ "two parts of it", 3, false, 4, INPUT_ALL, 5 },
	{ "all parts of it", 3, false, 5, INPUT_ALL, 13 }
};

static void (*chosen)(struct input *);

static void
end_in_the_middle(void *about)
{
	const struct back *back = about;
	struct words words;
	struct input in;
	struct record record;
	struct span span;
	unsigned i;

	input_open(&in, words_open(&words, NULL, 0), '\n');
	input_block(&in, back->block);
	input_expect(&in, back->n);
	for (i = 0; i < back->calls; i++) {
		if (back->whole)
			input_next(&in, &record);
		else
			input_span(&in, &span);
	}
	chosen(&in);
}

START_TEST(gives_back)
{
	const struct back *back = &backs[_i];
	struct outcome outcome;
	int in = file_make(LITERAL("a\nbb\nccccccc\nd\ne"));
	size_t i;

	for (i = 0; i < LENGTH(endings); i++) {
		lseek(in, 0, SEEK_SET);
		chosen = endings[i];
		child_run(&outcome, end_in_the_middle, (void *)back, in, -1);
		ck_assert_msg(lseek(in, 0, SEEK_CUR) == back->stands,
		    "%s, ending %zu: stands at %lld", back->name, i,
		    (long long)lseek(in, 0, SEEK_CUR));
		ck_assert_int_eq(outcome.status, i == 3 ? 2 : 1);
		outcome_free(&outcome);
	}
	close(in);
}
END_TEST

static Suite *
input_files_suite(void)
{
	Suite *suite = suite_create("input, files");
	TCase *tc = tcase_create("files");

	tcase_set_timeout(tc, 30);
	tcase_add_loop_test(tc, files_in_turn, 0, LENGTH(rows));
	tcase_add_test(tc, closed_standard_input_is_named);
	tcase_add_test(tc, write_only_standard_input_is_named);
	tcase_add_test(tc, used_up_is_used_up);
#ifdef HAVE_TEE
	tcase_add_test(tc, what_cant_be_taken_is_named);
#endif
	tcase_add_test(tc, what_is_refused_is_closed);
	tcase_add_test(tc, close_is_for_good);
	tcase_add_test(tc, descriptors_do_not_run_out);
	tcase_add_test(tc, output_is_no_input);
	suite_add_tcase(suite, tc);

	tc = tcase_create("faults");
	tcase_add_loop_test(tc, failed_read_cuts_nothing, 0, LENGTH(faults));
	tcase_add_loop_test(tc, refused_call_is_named_or_taken_up_again, 0,
	    LENGTH(refusals));
	tcase_add_loop_test(tc, gives_back, 0, LENGTH(backs));
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(input_files_suite)
