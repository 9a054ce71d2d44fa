/*
 * cli - runs a tool as its user does, and compares everything it says
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "../common/bytes.h"
#include "../common/must.h"
#include "../common/process.h"
#include "cli.h"
#include "talk.h"

#include <check.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* One check: a row in one of its variants. */
struct variant {
	const struct row *row;
	enum way way;
	bool zero;
};

static const char *tool;
static char *tool_path;
static struct variant *variants;
static int variants_len;

static struct bytes
bytes_of(const struct text *text, bool zero)
{
	struct bytes bytes = { 0 };
	size_t i;

	bytes_add(&bytes, text->head, text->head_len);
	for (i = 0; i < text->fill; i++)
		bytes_add(&bytes, "x", 1);
	bytes_add(&bytes, text->tail, text->tail_len);
	for (i = 0; zero && i < bytes.len; i++) {
		if (bytes.at[i] == '\n')
			bytes.at[i] = '\0';
		else if (bytes.at[i] == '\0')
			bytes.at[i] = '\n';
	}
	return bytes;
}

/* -------- the folder that the tool runs in -------- */

static void
file_write(const char *name, const struct bytes *bytes)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

	must(fd != -1 && write_whole(fd, bytes->at, bytes->len), name);
	close(fd);
}

static void
folder_fill(const struct variant *variant, const struct bytes *in)
{
	const struct file *file = variant->row->files;

	for (; file->name; file++) {
		struct bytes bytes = bytes_of(&file->text, variant->zero);

		if (file->folder)
			must(mkdir(file->name, 0777) == 0, file->name);
		else
			file_write(file->name, &bytes);
		bytes_free(&bytes);
	}
	if (variant->way == WAY_FIFO)
		must(mkfifo("in", 0666) == 0, "in");
	else if (variant->way == WAY_OPERAND || variant->way == WAY_FILE)
		file_write("in", in);
}

static void
folder_empty(const struct row *row)
{
	size_t n = 0;

	while (row->files[n].name)
		n++;
	while (n-- > 0)
		remove(row->files[n].name);
	remove("in");
}

/* -------- the checks -------- */

/* Add what is said, with the tool's name in the place of TOOL. */
static void
add_said(struct bytes *to, const char *said)
{
	const char *at;

	while ((at = strstr(said, "TOOL"))) {
		bytes_add(to, said, (size_t)(at - said));
		bytes_add(to, tool, strlen(tool));
		said = at + 4;
	}
	bytes_add(to, said, strlen(said));
}

/* Report every way in which the outcome is not what the row says. */
static void
judge(const struct variant *variant, const struct outcome *outcome,
    struct bytes *report)
{
	const struct row *row = variant->row;
	struct bytes out = bytes_of(&row->out, variant->zero);
	struct bytes left = bytes_of(&row->left, variant->zero);
	struct bytes err = { 0 };

	if (row->err)
		add_said(&err, row->err);
	bytes_compare(report, "stdout", &outcome->out, out.at, out.len);
	bytes_compare(report, "stderr", &outcome->err, err.at, err.len);
	if (row->left.head && !way_is_aside(variant->way))
		bytes_compare(report, "left unread", &outcome->left, left.at,
		    left.len);
	if (outcome->status != row->status)
		bytes_say(report, "\n  status should be %d"
				 "\n  status is        %d",
		    row->status, outcome->status);
	bytes_free(&out);
	bytes_free(&left);
	bytes_free(&err);
}

/* Make the tool's argv in array, and the command as the report shows it. */
static void
command_make(const struct variant *variant, char **argv, struct bytes *command)
{
	const char *const *arg = variant->row->args;
	size_t n = 0;

	argv[n++] = (char *)tool;
	if (variant->zero)
		argv[n++] = (char *)"-z";
	while (*arg)
		argv[n++] = (char *)*arg++;
	if (variant->way == WAY_OPERAND || variant->way == WAY_FIFO)
		argv[n++] = (char *)"in";
	argv[n] = NULL;
	bytes_say(command, "%s (%s)\n  command:", variant->row->name,
	    way_name(variant->way));
	for (; *argv; argv++)
		bytes_say(command, strpbrk(*argv, " \n") || !**argv
			? " '%s'" : " %s", *argv);
}

START_TEST(row_holds)
{
	const struct variant *variant = &variants[_i];
	struct bytes in = bytes_of(&variant->row->in, variant->zero);
	const struct text *out = &variant->row->out;
	struct outcome outcome = { 0 };
	struct bytes report = { 0 };
	char *argv[ARGS_MAX + 4];
	char folder[4096];
	const char *tmp = getenv("TMPDIR");
	size_t said;

	signal(SIGPIPE, SIG_IGN);
	snprintf(folder, sizeof folder, "%s/rows.XXXXXX",
	    tmp && *tmp ? tmp : "/tmp");
	must(mkdtemp(folder) != NULL, folder);
	must(chdir(folder) == 0, folder);
	folder_fill(variant, &in);

	command_make(variant, argv, &report);
	said = report.len;
	talk(&(struct call){ tool_path, argv, variant->way, &in,
	    variant->row->endless ? out->head_len + out->fill + out->tail_len
				  : SIZE_MAX }, &outcome);
	judge(variant, &outcome, &report);

	folder_empty(variant->row);
	must(chdir("/") == 0 && rmdir(folder) == 0, folder);
	bytes_add(&report, "", 1);
	ck_assert_msg(report.len == said + 1, "%s", report.at);
	bytes_free(&in);
	outcome_free(&outcome);
	bytes_free(&report);
}
END_TEST

static bool
applies(const struct row *row, enum way way, bool zero)
{
	bool operand = !row->no_operand && !row->files[0].name;
	const char *const *arg;

	for (arg = row->args; *arg; arg++)
		if (strcmp(*arg, "-") == 0)
			operand = false;
	if (zero && row->no_zero_twin)
		return false;
	if (!row->in.head)
		return way == WAY_NONE;
	if (way == WAY_OPERAND || way == WAY_FIFO)
		return operand;
	if (way == WAY_PIECES)
		return row->in.head_len + row->in.fill + row->in.tail_len <=
		    PIECES_MAX;
	return way != WAY_NONE;
}

static void
variants_make(const struct row *rows, size_t n)
{
	size_t i;
	int way, zero;

	variants = calloc(n, 2 * WAYS * sizeof *variants);
	if (!variants)
		abort();
	for (i = 0; i < n; i++)
		for (zero = 0; zero < 2; zero++)
			for (way = 0; way < WAYS; way++)
				if (applies(&rows[i], (enum way)way, zero))
					variants[variants_len++] =
					    (struct variant){ &rows[i],
						    (enum way)way, zero };
}

/* Leave every so many-th, where all would take too long. */
static void
variants_thin(const char *every)
{
	const int step = every ? atoi(every) : 1;
	int n = 0, i;

	if (step <= 1)
		return;
	for (i = 0; i < variants_len; i += step)
		variants[n++] = variants[i];
	variants_len = n;
}

int
rows_main(const char *name, const struct row *rows, size_t n)
{
	const char *folder = getenv("TOOLS_DIR");
	Suite *suite = suite_create(name);
	TCase *tcase = tcase_create("rows");
	SRunner *runner;
	int failed;

	if (!folder || folder[0] != '/') {
		fprintf(stderr, "%s: TOOLS_DIR is not set; run make check\n",
		    name);
		return EXIT_FAILURE;
	}
	tool = name;
	tool_path = malloc(strlen(folder) + strlen(name) + 2);
	if (!tool_path)
		abort();
	sprintf(tool_path, "%s/%s", folder, name);
	variants_make(rows, n);
	variants_thin(getenv("ROWS_EVERY"));

	tcase_set_timeout(tcase, 10);
	tcase_add_loop_test(tcase, row_holds, 0, variants_len);
	suite_add_tcase(suite, tcase);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	free(variants);
	variants = NULL;
	variants_len = 0;
	free(tool_path);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

int
tools_main(const struct tool_rows *tools, size_t n)
{
	int status = 0;

	for (; n > 0; n--, tools++)
		status |= rows_main(tools->tool, tools->rows, tools->n);
	return status;
}
