/*
 * A tool's start and end: its options, its help, what it refuses.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "output.h"
#include "refuse.h"
#include "suite.h"
#include "support.h"
#include "tool.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool strict, shared_one;

static const struct option options[] = {
	{ 's', "strict", NULL, "be strict", .flag = &strict },
	{ 0 }
};

static const struct option shared[] = {
	{ 0, "shared", NULL, "as others do", .flag = &shared_one },
	{ 0 }
};

static const struct hint hints[] = {
	{ "-n", "N is an operand" },
	{ NULL }
};

static const char *const examples[] = {
	"x 1", "x 2 | y", "x -s 3", NULL
};

static const struct tool reader = {
	.name = "x",
	.summary = "what it does",
	.synopsis = "[OPTION]... N [FILE]...",
	.options = options,
	.shared = shared,
	.hints = hints,
	.examples = examples,
	.reads = true,
};

/* Has nothing of its own, and reads nothing. */
static const struct tool bare = {
	.name = "y",
	.summary = "less",
	.synopsis = "[OPTION]...",
	.examples = examples,
};

#define HELP                                                              \
	"Usage: x [OPTION]... N [FILE]...\n"                              \
	"what it does\n"                                                  \
	"\n"                                                              \
	"  -s, --strict                be strict\n"                       \
	"      --shared                as others do\n"                    \
	"  -z, --zero-terminated       records end with NUL, not newline\n" \
	"      --no-decompress         read FILEs as they are\n"          \
	"      --progress              show on standard error how far it is\n" \
	"      --help                  show this help\n"                  \
	"      --version               show the version\n"                \
	"\n"                                                              \
	"Examples:\n"                                                     \
	"  x 1\n"                                                         \
	"  x 2 | y\n"                                                     \
	"  x -s 3\n"                                                      \
	"\n"                                                              \
	"For all of it see x(1); for what all tools share, iterutils(7).\n"

#define BARE_HELP                                                         \
	"Usage: x [OPTION]...\n"                                          \
	"less\n"                                                          \
	"\n"                                                              \
	"  -z, --zero-terminated       records end with NUL, not newline\n" \
	"      --progress              show on standard error how far it is\n" \
	"      --help                  show this help\n"                  \
	"      --version               show the version\n"                \
	"\n"                                                              \
	"Examples:\n"                                                     \
	"  x 1\n"                                                         \
	"  x 2 | y\n"                                                     \
	"  x -s 3\n"                                                      \
	"\n"                                                              \
	"For all of it see x(1); for what all tools share, iterutils(7).\n"

#ifdef HAVE_GZIP
#define WITH_GZIP "+gzip"
#else
#define WITH_GZIP "-gzip"
#endif
#ifdef HAVE_XZ
#define WITH_XZ "+xz"
#else
#define WITH_XZ "-xz"
#endif
#ifdef HAVE_ZSTD
#define WITH_ZSTD "+zstd"
#else
#define WITH_ZSTD "-zstd"
#endif
#ifdef HAVE_BZIP2
#define WITH_BZIP2 "+bzip2"
#else
#define WITH_BZIP2 "-bzip2"
#endif

#define THE_VERSION                                                       \
	"x (iterutils) " PACKAGE_VERSION "\n"                             \
	"features: " WITH_GZIP " " WITH_XZ " " WITH_ZSTD " " WITH_BZIP2 "\n" \
	"Copyright 2026 The iterutils authors\n"                          \
	"Licence: MIT. There is no warranty.\n"

#define USAGE "Try 'x --help'.\n"

#define ARGS_MAX 6

/*
 * A command line of a tool that takes N and FILEs. It writes N, then what
 * was set, then each name, each as a record.
 */
static const struct row {
	const char *name;
	const struct tool *tool;
	const char *args[ARGS_MAX];
	int status;
	const char *out;
	size_t len;
	const char *err;
} rows[] = {
	{ "no files", &reader, { "5" }, 0, LITERAL("5\n\n-\n"), "" },
	{ "files", &reader, { "5", "a", "-", "b" }, 0,
	    LITERAL("5\n\na\n-\nb\n"), "" },
	{ "options", &reader, { "-s", "5", "--no-decompress", "--shared" },
	    0, LITERAL("5\nstrict shared plain\n-\n"), "" },
	{ "-z", &reader, { "-z", "5", "a" }, 0, LITERAL("5\0\0a\0"), "" },
	{ "--zero-terminated", &reader, { "--zero-terminated", "5" }, 0,
	    LITERAL("5\0\0-\0"), "" },
	{ "a negative number is an operand", &reader, { "-5" }, 0,
	    LITERAL("-5\n\n-\n"), "" },
	{ "nothing of its own", &bare, { "5" }, 0, LITERAL("5\n\n-\n"), "" },
	{ "--progress before anything is read", &reader, { "--progress" }, 2,
	    LITERAL(""), "x: N: missing operand\n" USAGE },
	{ "missing operand", &reader, { NULL }, 2, LITERAL(""),
	    "x: N: missing operand\n" USAGE },
	{ "options are none", &reader, { "-s" }, 2, LITERAL(""),
	    "x: N: missing operand\n" USAGE },
	{ "unknown option", &reader, { "-q", "5" }, 2, LITERAL(""),
	    "x: -q: unknown option\n" USAGE },
	{ "hint", &reader, { "-n", "5" }, 2, LITERAL(""),
	    "x: -n: unknown option; N is an operand\n" USAGE },
	{ "a slip of a common option", &reader, { "--hepl" }, 2, LITERAL(""),
	    "x: --hepl: unknown option; did you mean --help?\n" USAGE },
	{ "no FILEs, no --no-decompress", &bare, { "--no-decompress" }, 2,
	    LITERAL(""), "x: --no-decompress: unknown option\n" USAGE },
	{ "help", &reader, { "--help" }, 0, LITERAL(HELP), "" },
	{ "help, whatever the operands", &reader, { "a", "-z", "--help" },
	    0, LITERAL(HELP), "" },
	{ "help of little", &bare, { "--help" }, 0, LITERAL(BARE_HELP), "" },
	{ "version", &reader, { "--version" }, 0, LITERAL(THE_VERSION), "" },
	{ "help comes first", &reader, { "--version", "--help" }, 0,
	    LITERAL(HELP), "" },
	{ "wrong usage comes before help", &reader, { "--help", "-q" }, 2,
	    LITERAL(""), "x: -q: unknown option\n" USAGE }
};

static void
put(const char *words)
{
	output_bytes(words, strlen(words));
}

/* Start as the tool would, and show what came of the command line. */
static void
start(void *about)
{
	const struct row *row = about;
	char *argv[ARGS_MAX + 2] = { (char *)"/bin/x" };
	struct run run;
	struct names *names;
	struct input in;
	const char *name;
	int argc = 1;

	while (row->args[argc - 1]) {
		argv[argc] = (char *)row->args[argc - 1];
		argc++;
	}
	run = tool_start(row->tool, argc, argv);
	put(tool_operand(&run, "N"));
	output_end();
	if (strict)
		put("strict");
	if (shared_one)
		put(" shared");
	names = tool_files(&run);
	tool_input(&run, &in, names);
	if (!in.decompress)
		put(" plain");
	output_end();
	must(in.framing.eol == run.eol, "eol");
	input_close(&in);
	while ((name = names->next(names)) != NULL)
		output_record(name, strlen(name));
	tool_finish();
}

START_TEST(command_line)
{
	const struct row *row = &rows[_i];
	struct outcome outcome;
	int end[2];

	pipe_make(end);
	child_run(&outcome, start, (void *)row, -1, end[1]);
	close(end[1]);
	bytes_read(&outcome.out, end[0]);
	close(end[0]);
	expect_bytes(row->name, "stdout", &outcome.out, row->out, row->len);
	outcome.out.len = 0;
	outcome_expect(row->name, &outcome, row->status, "", row->err);
}
END_TEST

/* -------- answers that can't be written -------- */

START_TEST(answer_into_full_device)
{
	static const struct row help = { .tool = &reader,
		.args = { "--help" } };
	static const struct row version = { .tool = &reader,
		.args = { "--version" } };
	struct outcome outcome;
	int fd = open("/dev/full", O_WRONLY);

	child_run(&outcome, start, (void *)(_i ? &help : &version), -1, fd);
	outcome_expect("full", &outcome, 1, "",
	    "x: standard output: No space left on device\n");
	close(fd);
}
END_TEST

/* -------- operands -------- */

static void
take_operands(void *about)
{
	char *argv[] = { (char *)"x", (char *)"a", (char *)"b", (char *)"c",
		NULL };
	struct run run = tool_start(&bare, 1 + *(int *)about, argv);

	must(strcmp(tool_operand(&run, "A"), "a") == 0, "a");
	must(strcmp(tool_operand(&run, "B"), "b") == 0, "b");
	tool_no_operands(&run);
	tool_finish();
}

START_TEST(operands_are_counted)
{
	static const char *const errs[] = {
		"x: A: missing operand\n" USAGE,
		"x: B: missing operand\n" USAGE,
		"", "x: c: extra operand\n" USAGE
	};
	struct outcome outcome;

	child_run(&outcome, take_operands, &_i, -1, -1);
	outcome_expect("operands", &outcome, _i == 2 ? 0 : 2, "", errs[_i]);
}
END_TEST

static const struct count {
	const char *word;
	uint64_t n;
	const char *err;
} counts[] = {
	{ "0", 0, NULL },
	{ "-0", 0, NULL },
	{ "+10", 10, NULL },
	{ "10_000", 10000, NULL },
	{ "9223372036854775806", 9223372036854775806u, NULL },
	{ "9223372036854775807", UINT64_MAX, NULL },
	{ "18446744073709551617", UINT64_MAX, NULL },
	{ "1000000000000000000000000000000", UINT64_MAX, NULL },
	{ "-1", 0, "x: -1: N must not be negative\n" USAGE },
	{ "-1000000000000000000000000000000", 0,
	    "x: -1000000000000000000000000000000: "
	    "N must not be negative\n" USAGE },
	{ "1e3", 0, "x: 1e3: N must be a whole number\n" USAGE },
	{ "", 0, "x: '': N must be a whole number\n" USAGE }
};

static void
read_count(void *about)
{
	const struct count *count = about;

	message_start("x");
	must(tool_count(count->word, "N") == count->n, count->word);
}

START_TEST(counts_are_read)
{
	struct outcome outcome;

	child_run(&outcome, read_count, (void *)&counts[_i], -1, -1);
	outcome_expect(counts[_i].word, &outcome,
	    counts[_i].err ? 2 : STATUS_RETURNED, "",
	    counts[_i].err ? counts[_i].err : "");
}
END_TEST

/* -------- the output is also an input -------- */

static char folder[64];

/* The operands, whether standard input is the output as well. */
static const struct same {
	const char *name;
	const char *args[ARGS_MAX];
	bool input;
	const char *err;
} sames[] = {
	{ "another file", { "0", "a" }, false, NULL },
	{ "a missing one", { "0", "missing" }, false, NULL },
	{ "none", { "0" }, false, NULL },
	{ "the file", { "0", "a", "out" }, false, "out" },
	{ "a link to it", { "0", "link" }, false, "link" },
	{ "standard input", { "0" }, true, "-" },
	{ "standard input, named", { "0", "a", "-" }, true, "-" },
	{ "standard input, not read", { "0", "a" }, true, NULL },
	{ "standard input is another", { "0", "-" }, false, NULL }
};

static void
start_in_folder(void *about)
{
	const struct same *same = about;
	struct row row = { .tool = &reader };

	must(chdir(folder) == 0, "chdir");
	memcpy(row.args, same->args, sizeof row.args);
	start(&row);
}

START_TEST(refuses_its_output)
{
	const struct same *same = &sames[_i];
	struct outcome outcome;
	struct bytes out = { 0 };
	char err[128] = "";
	int fd;

	folder_make(folder);
	folder_file(folder, "a", "", 0);
	fd = open(folder_file(folder, "out", LITERAL("old")), O_RDWR);
	must(link(folder_path(folder, "out"), folder_path(folder, "link"))
	    == 0, "link");
	child_run(&outcome, start_in_folder, (void *)same,
	    same->input ? fd : -1, fd);
	if (same->err)
		snprintf(err, sizeof err,
		    "x: %s: input file is output file\n", same->err);
	lseek(fd, 0, SEEK_SET);
	bytes_read(&out, fd);
	/* Nothing was written before it was refused but what is pending. */
	ck_assert_msg(out.len > 0, "%s: the output is gone", same->name);
	outcome_expect(same->name, &outcome, same->err ? 1 : 0, "", err);
	bytes_free(&out);
	close(fd);
	folder_remove(folder);
}
END_TEST

static void
start_with_closed_output(void *about)
{
	(void)about;
	close(1);
	start_in_folder((void *)&sames[0]);
}

/* With nothing to compare with it goes on, to fail at the write. */
START_TEST(closed_output_is_no_input)
{
	struct outcome outcome;

	folder_make(folder);
	folder_file(folder, "a", "", 0);
	child_run(&outcome, start_with_closed_output, NULL, -1, -1);
	outcome_expect("closed", &outcome, 1, "",
	    "x: standard output: Bad file descriptor\n");
	folder_remove(folder);
}
END_TEST

/* -------- the process -------- */

static void
start_without_null_device(void *about)
{
	char *argv[] = { (char *)"x", NULL };

	(void)about;
	close(0);
	refuse(CALL_OPEN, ANY_DESCRIPTOR, ENOENT, 0, 1);
	tool_start(&bare, 1, argv);
}

START_TEST(start_needs_a_null_device)
{
	struct outcome outcome;

	child_run(&outcome, start_without_null_device, NULL, -1, -1);
	outcome_expect("null device", &outcome, 1, "",
	    "x: /dev/null: No such file or directory\n");
}
END_TEST

static void
start_without_name(void *about)
{
	char *argv[] = { NULL };

	(void)about;
	tool_start(&bare, 0, argv);
	must(strcmp(message_program(), "iterutils") == 0, "program");
	tool_finish();
}

START_TEST(start_without_argv)
{
	struct outcome outcome;

	child_run(&outcome, start_without_name, NULL, -1, -1);
	outcome_expect("no argv", &outcome, 0, "", "");
}
END_TEST

static void
raise_signals(void *about)
{
	char *argv[] = { (char *)"x", NULL };

	(void)about;
	tool_start(&bare, 1, argv);
	raise(SIGPIPE);
	raise(SIGXFSZ);
	tool_finish();
}

START_TEST(signals_of_writes_are_ignored)
{
	struct outcome outcome;

	child_run(&outcome, raise_signals, NULL, -1, -1);
	outcome_expect("signals", &outcome, 0, "", "");
}
END_TEST

/* -------- who sits before it -------- */

static int terminal = -1;

static void
start_on_terminal(void *about)
{
	dup2(terminal, 2);
	start(about);
}

/*
 * Bits of _i: standard input is a terminal, a FILE is named, standard error
 * is no terminal.
 */
START_TEST(says_that_it_reads_from_the_terminal)
{
	struct row row = { .tool = &reader, .args = { "5" } };
	struct outcome outcome;
	char said[128];
	int other, end[2];
	ssize_t n;

	if (_i & 2)
		row.args[1] = "-";
	terminal = terminal_or_skip(&other);
	fcntl(other, F_SETFL, O_NONBLOCK);
	pipe_make(end);
	child_run(&outcome, _i & 4 ? start : start_on_terminal, &row,
	    _i & 1 ? terminal : -1, end[1]);
	n = read(other, said, sizeof said);
	bytes_add(&outcome.err, said, n > 0 ? (size_t)n : 0);
	outcome_expect("terminal", &outcome, 0, "",
	    _i == 1 ? "x: -: reading from the terminal\n" : "");
	close(terminal);
	close(other);
	close(end[0]);
	close(end[1]);
}
END_TEST

static Suite *
tool_suite(void)
{
	Suite *suite = suite_create("tool");
	TCase *tc = tcase_create("command line");

	tcase_add_loop_test(tc, command_line, 0, LENGTH(rows));
	tcase_add_loop_test(tc, answer_into_full_device, 0, 2);
	tcase_add_loop_test(tc, operands_are_counted, 0, 4);
	tcase_add_loop_test(tc, counts_are_read, 0, LENGTH(counts));
	suite_add_tcase(suite, tc);

	tc = tcase_create("process");
	tcase_add_loop_test(tc, refuses_its_output, 0, LENGTH(sames));
	tcase_add_test(tc, closed_output_is_no_input);
	tcase_add_test(tc, start_needs_a_null_device);
	tcase_add_test(tc, start_without_argv);
	tcase_add_test(tc, signals_of_writes_are_ignored);
	tcase_add_loop_test(tc, says_that_it_reads_from_the_terminal, 0, 8);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(tool_suite)
