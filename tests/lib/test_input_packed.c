/*
 * Compressed operands: read plain through the helper, from a file and from a
 * FIFO; damaged ones; no helper; the hint about standard input.
 * make check says where the helper is (ITERUTILS_LIBEXECDIR).
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "names.h"
#include "refuse.h"
#include "suite.h"
#include "support.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef HAVE_GZIP

/* printf 'a\nb\nc\n' | gzip -n9 */
#define PACKED \
	"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x4b\xe4\x4a" \
	"\xe2\x4a\xe6\x02\x00\xd9\x0e\x67\x0a\x06\x00\x00\x00"

/* printf 'a\nb' | gzip -n9 */
#define PACKED_OPEN \
	"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x4b\xe4\x4a" \
	"\x02\x00\xfb\x90\x07\xef\x03\x00\x00\x00"

static char folder[64];

enum {
	NO_HELPER = 1,
	PLAIN = 2,
	NO_PIPE = 4,
	INTERRUPTED = 8,
	NOT_IN_PARTS = 16 /* so not in blocks of 1 */
};

static const struct row {
	const char *name;
	const char *text;
	size_t len;
	uint64_t n;
	unsigned how;
	int status;
	const char *out, *err;
} rows[] = {
	{ "whole", LITERAL(PACKED), INPUT_ALL, 0, 0, "a\nb\nc\nz\n", "" },
	{ "the first look is interrupted", LITERAL(PACKED), INPUT_ALL,
	    INTERRUPTED, 0, "a\nb\nc\nz\n", "" },
	{ "two members", LITERAL(PACKED PACKED), INPUT_ALL, 0, 0,
	    "a\nb\nc\na\nb\nc\nz\n", "" },
	{ "left early", LITERAL(PACKED), 1, 0, 0, "a\n", "" },
	{ "just used up", LITERAL(PACKED), 3, 0, 0, "a\nb\nc\n", "" },
	{ "read on", LITERAL(PACKED), 4, 0, 0, "a\nb\nc\nz\n", "" },
	{ "truncated", PACKED, 20, INPUT_ALL, 0, 1, "a\nb\nc\nz\n",
	    "t: in: compressed data is truncated\n" },
	/* The half record b is none, but where it went out in part. */
	{ "truncated in a record", PACKED, 14, INPUT_ALL, NOT_IN_PARTS, 1,
	    "a\nz\n", "t: in: compressed data is truncated\n" },
	{ "no terminator", LITERAL(PACKED_OPEN), INPUT_ALL, 0, 0,
	    "a\nb\nz\n", "" },
	{ "no terminator, trailing bytes", LITERAL(PACKED_OPEN "xyz"),
	    INPUT_ALL, 0, 1, "a\nb\nz\n", "t: in: bytes that are not "
	    "compressed follow the compressed data\n" },
	{ "trailing bytes", LITERAL(PACKED "xyz"), INPUT_ALL, 0, 1,
	    "a\nb\nc\nz\n", "t: in: bytes that are not compressed follow "
	    "the compressed data\n" },
	{ "as it is", LITERAL("\x1f\x8b\x08\n"), INPUT_ALL, PLAIN, 0,
	    "\x1f\x8b\x08\nz\n", "" },
	{ "a beginning of a magic", LITERAL("\x1f\x8b\nb"), INPUT_ALL, 0, 0,
	    "\x1f\x8b\nb\nz\n", "" },
	{ "all of it is one", LITERAL("\x1f"), INPUT_ALL, 0, 0,
	    "\x1f\nz\n", "" },
	{ "almost bzip2", LITERAL("BZh91AY&S\nB"), INPUT_ALL, 0, 0,
	    "BZh91AY&S\nB\nz\n", "" },
	{ "exact, not compressed", LITERAL("\x1f\nb\nc\n"), 2, 0, 0,
	    "\x1f\nb\n", "" },
	{ "no helper", LITERAL(PACKED), INPUT_ALL, NO_HELPER, 1, "z\n",
	    "t: in: can't start the decompression helper: "
	    "No such file or directory\n" },
	{ "no descriptors for its pipe", LITERAL(PACKED), INPUT_ALL, NO_PIPE,
	    1, "z\n", "t: in: can't start the decompression helper: "
	    "Too many open files\n" }
};

static const size_t blocks[] = { 1, 2, 3, 7, 65536 };

/* What a child does: the row, at a block size, whole records or spans. */
struct task {
	const struct row *row;
	size_t block;
	bool whole;
};

static void
put(const char *bytes, size_t len)
{
	must(write(1, bytes, len) == (ssize_t)len, "write");
}

static void
pass_on(void *about)
{
	static const char *const word[] = { "in", "z" };
	const struct task *task = about;
	struct words words;
	struct input in;
	struct record record;
	struct span span;

	message_start("t");
	must(chdir(folder) == 0, "chdir");
	if (task->row->how & NO_HELPER)
		setenv("ITERUTILS_LIBEXECDIR", "/nowhere", 1);
	if (task->row->how & NO_PIPE)
		refuse(CALL_PIPE2, ANY_DESCRIPTOR, EMFILE, 0, 1);
	if (task->row->how & INTERRUPTED)
		refuse(CALL_PREAD, ANY_DESCRIPTOR, EINTR, 0, 3);
	input_open(&in, words_open(&words, word, 2), '\n');
	if (task->row->how & PLAIN)
		input_plain(&in);
	input_block(&in, task->block);
	input_expect(&in, task->row->n);
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

/* _i: the row; a file, or a FIFO by one write, or byte by byte. */
START_TEST(reads_plain)
{
	const struct row *row = &rows[_i / 3];
	struct task task = { .row = row };
	int source = _i % 3;
	const char *path;
	size_t i;

	folder_make(folder);
	folder_file(folder, "z", LITERAL("z\n"));
	if (source == 0)
		folder_file(folder, "in", row->text, row->len);
	for (i = 0; i < 2 * LENGTH(blocks); i++) {
		struct outcome outcome;
		pid_t pid = -1;

		if (row->how & NOT_IN_PARTS && blocks[i / 2] == 1)
			continue;
		if (source > 0) {
			/* A new one: a helper may still read the last. */
			path = folder_path(folder, "in");
			unlink(path);
			must(mkfifo(path, 0666) == 0, path);
			pid = fifo_feeder_start(path, row->text, row->len,
			    source == 1 ? 0 : 1, 0);
		}
		task.block = blocks[i / 2];
		task.whole = i % 2;
		child_run(&outcome, pass_on, &task, -1, -1);
		outcome_expect(row->name, &outcome, row->status, row->out,
		    row->err);
		if (pid >= 0)
			feeder_end(pid);
	}
	folder_remove(folder);
}
END_TEST

/* What was seen of one FIFO has no part in what is seen of the next. */
static void
pass_all(void *about)
{
	static const struct row row = { .n = INPUT_ALL };
	struct task task = { .row = &row, .block = 65536 };

	(void)about;
	pass_on(&task);
}

START_TEST(each_fifo_is_known_by_its_own_bytes)
{
	static const struct {
		const char *first;
		size_t first_len;
		const char *second;
		size_t second_len;
		const char *out;
	} pairs[] = {
		{ LITERAL("x\n"), LITERAL(PACKED), "x\na\nb\nc\n" },
		{ LITERAL("\x1f\x8b"), LITERAL(PACKED),
		    "\x1f\x8b\na\nb\nc\n" },
		{ LITERAL(PACKED), LITERAL("x"), "a\nb\nc\nx\n" },
		{ LITERAL(PACKED), LITERAL(PACKED),
		    "a\nb\nc\na\nb\nc\n" },
		{ LITERAL(""), LITERAL(PACKED), "a\nb\nc\n" }
	};
	struct outcome outcome;
	const char *in, *z;
	pid_t first, second;

	folder_make(folder);
	in = folder_path(folder, "in");
	z = folder_path(folder, "z");
	must(mkfifo(in, 0666) == 0 && mkfifo(z, 0666) == 0, "mkfifo");
	first = fifo_feeder_start(in, pairs[_i].first, pairs[_i].first_len,
	    0, 0);
	second = fifo_feeder_start(z, pairs[_i].second,
	    pairs[_i].second_len, 0, 0);
	child_run(&outcome, pass_all, NULL, -1, -1);
	outcome_expect("two FIFOs", &outcome, 0, pairs[_i].out, "");
	feeder_end(first);
	feeder_end(second);
	folder_remove(folder);
}
END_TEST

/* -------- records come as they can be decoded, not at the end -------- */

static void
take_one(void *about)
{
	static const struct row row = { .n = 1 };
	struct task task = { .row = &row, .block = 65536 };

	(void)about;
	pass_on(&task);
}

START_TEST(fifo_is_prompt)
{
	/* The first member only: its writer stays and says no more. */
	struct outcome outcome;
	const char *path;
	pid_t pid;

	folder_make(folder);
	path = folder_path(folder, "in");
	must(mkfifo(path, 0666) == 0, path);
	pid = fork();
	if (pid == 0) {
		int fd = open(path, O_WRONLY);

		must(write(fd, PACKED, sizeof PACKED - 1) ==
		    sizeof PACKED - 1, "write");
		pause_for(60000);
		_exit(0);
	}
	child_run(&outcome, take_one, NULL, -1, -1);
	outcome_expect("prompt", &outcome, 0, "a\n", "");
	kill(pid, SIGKILL);
	feeder_end(pid);
	folder_remove(folder);
}
END_TEST

/* -------- the hint about standard input -------- */

static const struct hint_row {
	const char *name;
	const char *text;
	size_t len;
	bool terminal, plain;
	size_t block;
	const char *err;
} hint_rows[] = {
	{ "compressed", LITERAL(PACKED), true, false, 65536,
	    "t: -: this is compressed; only FILE operands are "
	    "decompressed\n" },
	{ "not on a terminal", LITERAL(PACKED), false, false, 65536, "" },
	{ "not compressed", LITERAL("abc\n"), true, false, 65536, "" },
	{ "only later", LITERAL("a\n" PACKED), true, false, 65536, "" },
	{ "only at the next read", LITERAL("abc\n" PACKED), true, false, 4,
	    "" },
	{ "--no-decompress", LITERAL(PACKED), true, true, 65536, "" }
};

static int said_to = -1;

static void
read_standard_input(void *about)
{
	const struct hint_row *row = about;
	struct words words;
	struct input in;
	struct span span;

	message_start("t");
	if (said_to >= 0)
		must(dup2(said_to, 2) == 2, "dup2");
	input_open(&in, words_open(&words, NULL, 0), '\n');
	input_block(&in, row->block);
	if (row->plain)
		input_plain(&in);
	while (input_span(&in, &span))
		put(span.bytes, span.len);
	input_close(&in);
	finish();
}

START_TEST(hints_on_a_terminal)
{
	const struct hint_row *row = &hint_rows[_i];
	struct outcome outcome;
	char said[256];
	int other = -1, in = file_make(row->text, row->len), end[2];
	ssize_t n;

	if (row->terminal)
		said_to = terminal_or_skip(&other);
	pipe_make(end);
	child_run(&outcome, read_standard_input, (void *)row, in, end[1]);
	if (row->terminal) {
		fcntl(other, F_SETFL, O_NONBLOCK);
		n = read(other, said, sizeof said);
		bytes_add(&outcome.err, said, n > 0 ? (size_t)n : 0);
		close(said_to);
		close(other);
	}
	said_to = -1;
	outcome_expect(row->name, &outcome, 0, "", row->err);
	close(in);
	close(end[0]);
	close(end[1]);
}
END_TEST

#endif

static Suite *
input_packed_suite(void)
{
	Suite *suite = suite_create("input, compressed");
#ifdef HAVE_GZIP
	TCase *tc = tcase_create("compressed");
	TCase *none = tcase_create("no helper");

	tcase_set_timeout(tc, 30);
	tcase_set_tags(none, TAG_NATIVE);
	for (int i = 0; i < LENGTH(rows); i++)
		tcase_add_loop_test(rows[i].how == NO_HELPER ? none : tc,
		    reads_plain, 3 * i, 3 * (i + 1));
	tcase_add_loop_test(tc, each_fifo_is_known_by_its_own_bytes, 0, 5);
	tcase_add_test(tc, fifo_is_prompt);
	tcase_add_loop_test(tc, hints_on_a_terminal, 0, LENGTH(hint_rows));
	suite_add_tcase(suite, tc);
	suite_add_tcase(suite, none);
#endif
	return suite;
}

SUITE_MAIN(input_packed_suite)
