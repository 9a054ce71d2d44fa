/*
 * lockstep - unit tests: when it ends, what it waits for, what it leaves
 *
 * Its rows are shown by the rows and laws of zip_longest.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "lane.h"
#include "lockstep.h"
#include "message.h"
#include "output.h"
#include "refuse.h"
#include "suite.h"
#include "support.h"
#include "tool.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];

static void
folder_fill(void)
{
	folder_make(folder);
	folder_file(folder, "one", LITERAL("1\n"));
	folder_file(folder, "two", LITERAL("1\n2\n"));
	folder_file(folder, "none", LITERAL(""));
	must(mkfifo(folder_path(folder, "fifo"), 0666) == 0, "mkfifo");
	must(chdir(folder) == 0, "chdir");
}

static void
folder_leave(void)
{
	must(chdir("/") == 0, "chdir");
	folder_remove(folder);
}

#define WORDS_MAX 32

/* What is read in lockstep, and how. */
struct files {
	const char *name;
	const char *words[WORDS_MAX]; /* ended by NULL */
	enum lockstep_end end;
	const char *out, *left;
};

/* The ends of pipes that a child must not have. */
static int ours[2] = { -1, -1 };

static void
read_files(void *about)
{
	const struct files *files = about;
	struct lockstep lockstep = { .end = files->end, .joint = ",",
		.joint_len = 1, .fill = "" };
	struct run run = { .operand = files->words, .eol = '\n',
		.decompress = true };

	close(ours[0]);
	close(ours[1]);
	message_start("t");
	while (files->words[run.n])
		run.n++;
	output_start('\n');
	if (lockstep_open(&lockstep, &run, tool_files(&run)))
		while (lockstep_write_next(&lockstep))
			lockstep_write_ready(&lockstep);
	if (lockstep.ended)
		fault(lockstep.ended->name, "row %ju, %s",
		    (uintmax_t)lockstep.rows + 1, lockstep.ongoing->name);
	lockstep_close(&lockstep);
	output_flush();
}

/* -------- it ends when one file has, whoever else is waited for -------- */

/* Standard input and the FIFO have so much in them, and stay open. */
#define PENDING "a\nb\n"

static const struct files ends[] = {
	{ "a file has ended", { "-", "one" }, LOCKSTEP_SHORTEST, "a,1\n",
	    "b\n" },
	{ "before standard input", { "one", "-" }, LOCKSTEP_SHORTEST,
	    "1,a\n", "b\n" },
	{ "one has ended from the beginning", { "-", "none" },
	    LOCKSTEP_SHORTEST, "", PENDING },
	{ "behind one that is waited for", { "fifo", "-", "two", "one" },
	    LOCKSTEP_SHORTEST, "a,a,1,1\n", "b\n" },
	{ "strictly", { "one", "-" }, LOCKSTEP_STRICT, "1,a\n", NULL },
};

START_TEST(ends_without_waiting)
{
	struct files files = ends[_i];
	struct outcome outcome;
	struct child child;
	int end[2], fifo;
	char rest[8];

	folder_fill();
	pipe_make(end);
	must(write(end[1], PENDING, 4) == 4, "write");
	fifo = open("fifo", O_RDWR | O_CLOEXEC);
	must(write(fifo, PENDING, 4) == 4, "write");
	/* Both writers stay: it would wait for ever. */
	child_start(&child, read_files, &files, end[0], -1);
	child_end(&child, &outcome);
	if (files.left) {
		fcntl(end[0], F_SETFL, O_NONBLOCK);
		ck_assert_int_eq(read(end[0], rest, sizeof rest),
		    (ssize_t)strlen(files.left));
		ck_assert_mem_eq(rest, files.left, strlen(files.left));
	}
	outcome_expect(files.name, &outcome, STATUS_RETURNED, files.out,
	    files.end == LOCKSTEP_STRICT ? "t: one: row 2, -\n" : "");
	close(end[0]);
	close(end[1]);
	close(fifo);
	folder_leave();
}
END_TEST

/* Standard input ends while the FIFO's writer idles, and the reverse. */
START_TEST(waits_for_whichever_ends)
{
	struct files files = { "-", { "-", "fifo" }, LOCKSTEP_SHORTEST, "",
		NULL };
	struct outcome outcome;
	struct child child;
	int end[2], fifo;

	folder_fill();
	/* There is a way to look at a socket everywhere. */
	must(socketpair(AF_UNIX, SOCK_STREAM, 0, end) == 0, "socketpair");
	fifo = open("fifo", O_RDWR | O_CLOEXEC);
	ours[0] = end[1];
	ours[1] = fifo;
	if (_i & 1) {
		files.words[0] = "fifo";
		files.words[1] = "-";
	}
	child_start(&child, read_files, &files, end[0], -1);
	pause_for(20);
	if (_i & 2) {
		close(end[1]);
	} else {
		/* The child has it open: what it has then is the end. */
		must(write(fifo, "1\n", 2) == 2, "write");
		close(fifo);
		pause_for(20);
		must(write(end[1], PENDING, 4) == 4, "write");
		files.out = _i & 1 ? "1,a\n" : "a,1\n";
	}
	child_end(&child, &outcome);
	outcome_expect(files.name, &outcome, STATUS_RETURNED, files.out, "");
	if (_i & 2)
		close(fifo);
	else
		close(end[1]);
	close(end[0]);
	folder_leave();
}
END_TEST

/* -------- rows that are ready -------- */

/* Two files whose records together are more than there is room for at once. */
START_TEST(goes_on_where_there_is_room)
{
	const struct files files = { "ready", { "long", "longer" },
		LOCKSTEP_LONGEST, "", NULL };
	struct bytes file[2] = { { 0 }, { 0 } }, want = { 0 };
	struct outcome outcome;
	char record[4000];

	memset(record, 'a', sizeof record);
	for (size_t i = 0; i < 200; i++) {
		const size_t n[2] = { i * 7 % 997, sizeof record - i * 13 };

		for (size_t k = 0; k < 2; k++) {
			bytes_add(&file[k], record, n[k]);
			bytes_add(&file[k], "\n", 1);
			bytes_add(&want, record, n[k]);
			bytes_add(&want, &"\n,"[k == 0], 1);
		}
	}
	folder_fill();
	folder_file(folder, "long", file[0].at, file[0].len);
	folder_file(folder, "longer", file[1].at, file[1].len);
	child_run(&outcome, read_files, (void *)&files, -1, -1);
	ck_assert_int_eq(outcome.status, STATUS_RETURNED);
	expect_bytes("ready", "output", &outcome.out, want.at, want.len);
	outcome_free(&outcome);
	bytes_free(&want);
	bytes_free(&file[0]);
	bytes_free(&file[1]);
	folder_leave();
}
END_TEST

/* -------- faults -------- */

static const struct files broken[] = {
	{ "the longest", { "-", "-", "two" }, LOCKSTEP_LONGEST, "", NULL },
	{ "the shortest", { "-", "two", "-" }, LOCKSTEP_SHORTEST, "", NULL },
	{ "strictly", { "two", "-" }, LOCKSTEP_STRICT, "", NULL },
};

static void
read_broken(void *about)
{
	refuse(CALL_READ, 0, EIO, 0, FOR_EVER);
	read_files(about);
	refuse_nothing();
}

START_TEST(a_fault_ends_the_rows)
{
	struct files files = broken[_i];
	struct outcome outcome;
	int in = file_make(LITERAL("a\nb\nc\n"));

	folder_fill();
	child_run(&outcome, read_broken, &files, in, -1);
	outcome_expect(files.name, &outcome, STATUS_RETURNED, "",
	    "t: -: Input/output error\n");
	close(in);
	folder_leave();
}
END_TEST

/* Where a row is not completed, a file stands before it. */
static const struct files incomplete[] = {
	{ "pairs", { "-", "-" }, LOCKSTEP_SHORTEST, "a,b\n", "c" },
	{ "strict pairs", { "-", "-" }, LOCKSTEP_STRICT, "a,b\n", "c" },
	{ "a file ends", { "-", "one" }, LOCKSTEP_STRICT, "a,1\n", "b\nc" },
	{ "a file can't be read", { "-", "two", "." }, LOCKSTEP_LONGEST, "",
	    "a\nb\nc" },
	{ "before another", { "-", "-", "two", "-" }, LOCKSTEP_SHORTEST,
	    "a,b,1,c\n", "" },
};

START_TEST(a_row_that_is_none_is_given_back)
{
	struct files files = incomplete[_i];
	struct bytes left = { 0 };
	struct outcome outcome;
	int in = file_make(LITERAL("a\nb\nc"));

	folder_fill();
	child_run(&outcome, read_files, &files, in, -1);
	bytes_read(&left, in);
	expect_bytes(files.name, "left", &left, files.left,
	    strlen(files.left));
	ck_assert_msg(outcome.out.len == strlen(files.out) &&
	    memcmp(outcome.out.at ? outcome.out.at : "", files.out,
	    outcome.out.len) == 0, "%s: output", files.name);
	outcome_free(&outcome);
	bytes_free(&left);
	close(in);
	folder_leave();
}
END_TEST

static void
read_limited(void *about)
{
	struct rlimit limit;

	must(getrlimit(RLIMIT_NOFILE, &limit) == 0, "getrlimit");
	limit.rlim_cur = 20;
	must(setrlimit(RLIMIT_NOFILE, &limit) == 0, "setrlimit");
	read_files(about);
}

START_TEST(too_many_files_are_one_fault)
{
	struct files files = { "limit", { NULL }, LOCKSTEP_LONGEST, "", NULL };
	struct outcome outcome;

	for (size_t i = 0; i < 18; i++)
		files.words[i] = "one";
	folder_fill();
	child_run(&outcome, read_limited, &files, -1, -1);
	outcome_expect(files.name, &outcome, 1, "", "t: 18 files are too many "
	    "to be open at once; the limit is 17\n");
	folder_leave();
}
END_TEST

static Suite *
lockstep_suite(void)
{
	Suite *suite = suite_create("lockstep");
	TCase *tcase = tcase_create("ends");

	tcase_add_loop_test(tcase, ends_without_waiting, 0, LENGTH(ends));
	tcase_add_loop_test(tcase, waits_for_whichever_ends, 0, 4);
	suite_add_tcase(suite, tcase);

	tcase = tcase_create("ready");
	tcase_add_test(tcase, goes_on_where_there_is_room);
	suite_add_tcase(suite, tcase);

	tcase = tcase_create("faults");
	tcase_add_loop_test(tcase, a_fault_ends_the_rows, 0, LENGTH(broken));
	tcase_add_loop_test(tcase, a_row_that_is_none_is_given_back, 0,
	    LENGTH(incomplete));
	tcase_add_test(tcase, too_many_files_are_one_fault);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(lockstep_suite)
