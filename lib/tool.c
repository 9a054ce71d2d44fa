/*
 * tool - what a tool is, how its run starts and ends
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "descriptor.h"
#include "installed.h"
#include "integer.h"
#include "message.h"
#include "output.h"
#include "progress.h"
#include "row_options.h"
#include "signals.h"
#include "tool.h"
#include <errno.h>
#include <string.h>
#include <unistd.h>

static bool zero, no_decompress, progress, help, version;

static const struct option record_options[] = {
	{ 'z', "zero-terminated", NULL, "records end with NUL, not newline",
	  .flag = &zero },
	{ 0 }
};

static const struct option reading_options[] = {
	{ 0, "no-decompress", NULL, "read FILEs as they are",
	  .flag = &no_decompress },
	{ 0 }
};

static const struct option about_options[] = {
	{ 0, "progress", NULL, "show on standard error how far it is",
	  .flag = &progress },
	{ 0, "help", NULL, "show this help", .flag = &help },
	{ 0, "version", NULL, "show the version", .flag = &version },
	{ 0 }
};

static const struct option no_options[] = { { 0 } };

static void
write_words(const char *words)
{
	output_bytes(words, strlen(words));
}

static void
write_line(const char *words)
{
	write_words(words);
	output_end();
}

/* End the run once what it was asked for is written. */
static noreturn void
answered(void)
{
	output_close();
	finish();
}

static noreturn void
show_help(const struct tool *tool, const struct option *const *tables)
{
	const char *const *example;

	write_words("Usage: ");
	write_words(message_program());
	write_words(" ");
	write_line(tool->synopsis);
	write_line(tool->summary);
	output_end();
	options_help(tables);
	output_end();
	write_line("Examples:");
	for (example = tool->examples; *example; example++) {
		write_words("  ");
		write_line(installed_command(*example));
	}
	output_end();
	write_words("For all of it see ");
	write_words(message_program());
	write_words("(1); for what all tools share, ");
	write_words(installed_name(PACKAGE));
	write_line("(7).");
	answered();
}

static noreturn void
show_version(void)
{
	static const char features[] = ""
#ifdef HAVE_GZIP
	    " +gzip"
#else
	    " -gzip"
#endif
#ifdef HAVE_XZ
	    " +xz"
#else
	    " -xz"
#endif
#ifdef HAVE_ZSTD
	    " +zstd"
#else
	    " -zstd"
#endif
#ifdef HAVE_BZIP2
	    " +bzip2";
#else
	    " -bzip2";
#endif

	write_words(message_program());
	write_line(" (" PACKAGE_NAME ") " PACKAGE_VERSION);
	write_words("features:");
	write_line(features);
	write_line("Copyright 2026 The iterutils authors");
	write_line("Licence: MIT. There is no warranty.");
	answered();
}

struct run
tool_start(const struct tool *tool, int argc, char **argv)
{
	const struct option *const tables[] = {
		tool->options ? tool->options : no_options,
		tool->shared ? tool->shared : no_options,
		tool->rows ? row_options : no_options, record_options,
		tool->reads ? reading_options : no_options, about_options, NULL
	};
	struct run run = { .eol = '\n' };

	message_start(argc > 0 ? argv[0] : NULL);
	if (tool->answers)
		message_answers();
	signals_ignore();
	if (!descriptor_secure())
		die_errno("/dev/null", errno);
	run.n = options_parse(tables, tool->hints, argc, argv);
	run.operand = (const char *const *)argv + 1;
	output_start('\n');
	if (help)
		show_help(tool, tables);
	if (version)
		show_version();
	if (zero)
		run.eol = '\0';
	run.decompress = !no_decompress;
	if (tool->rows)
		row_options_read(options_value(tool->shared,
		    "field-separator"), options_value(tool->shared, "regexp"),
		    options_value(tool->shared, "output-delimiter"), zero);
	output_start(run.eol);
	if (tool->answers)
		output_redirect(-1);
	progress_start(tool->reads);
	if (progress)
		progress_show();
	return run;
}

const char *
tool_operand(struct run *run, const char *what)
{
	if (run->n == 0)
		die_usage(what, "missing operand");
	run->n--;
	return *run->operand++;
}

uint64_t
tool_count(const char *word, const char *what)
{
	int64_t n;

	if (!integer_parse(word, &n))
		die_usage(word, "%s must be a whole number", what);
	if (n < 0)
		die_usage(word, "%s must not be negative", what);
	return n == INT64_MAX ? UINT64_MAX : (uint64_t)n;
}

void
tool_no_operands(const struct run *run)
{
	if (run->n > 0)
		die_usage(run->operand[0], "extra operand");
}

/* Refuse to read what is being written, before anything is. */
static void
refuse_output(const struct run *run)
{
	struct stat st;
	bool standard = run->n == 0;
	size_t i;

	if (fstat(STDOUT_FILENO, &st) < 0 || !descriptor_is_output(&st))
		return;
	for (i = 0; i < run->n; i++) {
		if (strcmp(run->operand[i], STANDARD_INPUT) == 0)
			standard = true;
		else if (stat(run->operand[i], &st) == 0 &&
		    descriptor_is_output(&st))
			die(run->operand[i], "input file is output file");
	}
	if (standard && fstat(STDIN_FILENO, &st) == 0 &&
	    descriptor_is_output(&st))
		die(STANDARD_INPUT, "input file is output file");
}

/*
 * Find out how much there is to be read. Many operands are only looked at
 * where somebody will see it.
 */
static void
measure(const struct run *run)
{
	const char *const standard[] = { STANDARD_INPUT };
	const char *const *file = run->n > 0 ? run->operand : standard;
	const size_t n = run->n > 0 ? run->n : 1;
	uint64_t total = 0;
	struct stat st;
	off_t at;
	size_t i;

	if (n > 1 && !progress)
		return;
	for (i = 0; i < n; i++) {
		at = 0;
		if (strcmp(file[i], STANDARD_INPUT) != 0) {
			if (stat(file[i], &st) < 0)
				return;
		} else if (fstat(STDIN_FILENO, &st) < 0 ||
		    (at = lseek(STDIN_FILENO, 0, SEEK_CUR)) < 0) {
			return;
		}
		if (!S_ISREG(st.st_mode))
			return;
		if (at < st.st_size && __builtin_add_overflow(total,
		    (uint64_t)(st.st_size - at), &total))
			return; /* LCOV_EXCL_LINE: of exabytes */
	}
	progress_expect(total);
}

struct names *
tool_files(struct run *run)
{
	refuse_output(run);
	measure(run);
	if (run->n == 0 && isatty(STDIN_FILENO) && isatty(STDERR_FILENO))
		remark(STANDARD_INPUT, "reading from the terminal");
	return words_open(&run->words, run->operand, run->n);
}

void
tool_input(const struct run *run, struct input *in, struct names *files)
{
	input_open(in, files, run->eol);
	if (!run->decompress)
		input_plain(in);
	row_options_begin(in);
}

void
tool_answer(bool truth)
{
	answer(truth);
}

void
tool_finish(void)
{
	output_close();
	finish();
}
