/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* How .in reaches the tool. */
enum way {
	WAY_NONE,
	WAY_FILE,
	WAY_PIPE,
	WAY_PIECES,
	WAY_SOCKET,
	WAY_OPERAND,
	WAY_FIFO,
	WAYS
};

static const char *const way_names[WAYS] = {
	[WAY_NONE] = "no input",
	[WAY_FILE] = "stdin a file",
	[WAY_PIPE] = "stdin a pipe",
	[WAY_PIECES] = "stdin a pipe, byte by byte",
	[WAY_SOCKET] = "stdin a socket",
	[WAY_OPERAND] = "a file as operand",
	[WAY_FIFO] = "a FIFO as operand",
};

/* One check: a row in one of its variants. */
struct variant {
	const struct row *row;
	enum way way;
	bool zero;
};

/* Bytes of our own. */
struct blob {
	char *bytes;
	size_t len, capacity;
};

/* What a run of a tool came to. */
struct outcome {
	struct blob out, err, left;
	int status; /* as a shell has it: 128 + N where signal N killed it */
};

static const char *tool;
static char *tool_path;
static struct variant *variants;
static int variants_len;

/*
 * The test's own trouble ends the check; the temporary folder may stay.
 */
static void
must(bool done, const char *what)
{
	if (!done)
		ck_abort_msg("the harness: %s: %s", what, strerror(errno));
}

static void
blob_add(struct blob *blob, const char *bytes, size_t len)
{
	if (len > blob->capacity - blob->len) {
		blob->capacity = blob->len + len + blob->capacity / 2;
		blob->bytes = realloc(blob->bytes, blob->capacity);
		must(blob->bytes != NULL, "realloc");
	}
	if (len)
		memcpy(blob->bytes + blob->len, bytes, len);
	blob->len += len;
}

static void blob_say(struct blob *blob, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void
blob_say(struct blob *blob, const char *format, ...)
{
	char line[512];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	blob_add(blob, line, strlen(line));
}

static struct blob
blob_of(const struct text *text, bool zero)
{
	struct blob blob = { NULL, 0, 0 };
	size_t i;

	blob_add(&blob, text->head, text->head_len);
	for (i = 0; i < text->fill; i++)
		blob_add(&blob, "x", 1);
	blob_add(&blob, text->tail, text->tail_len);
	for (i = 0; zero && i < blob.len; i++) {
		if (blob.bytes[i] == '\n')
			blob.bytes[i] = '\0';
		else if (blob.bytes[i] == '\0')
			blob.bytes[i] = '\n';
	}
	return blob;
}

static bool
blob_equal(const struct blob *a, const struct blob *b)
{
	return a->len == b->len &&
	    (a->len == 0 || memcmp(a->bytes, b->bytes, a->len) == 0);
}

/* Show bytes as a C literal, from a little before the first difference. */
static void
blob_show(struct blob *to, const char *label, const struct blob *blob,
    size_t from)
{
	size_t i;

	from = from > 60 ? from - 40 : 0;
	blob_say(to, "\n  %s, %zu bytes: %s\"", label, blob->len,
	    from ? "..." : "");
	for (i = from; i < blob->len && i < from + 160; i++) {
		unsigned char byte = (unsigned char)blob->bytes[i];

		if (byte == '\n')
			blob_say(to, "\\n");
		else if (byte == '"' || byte == '\\')
			blob_say(to, "\\%c", byte);
		else if (byte < ' ' || byte > '~')
			blob_say(to, "\\%03o", byte);
		else
			blob_say(to, "%c", byte);
	}
	blob_say(to, "\"%s", i < blob->len ? "..." : "");
}

static void
compare(struct blob *report, const char *what, const struct blob *got,
    const struct blob *want)
{
	char label[64];
	size_t i;

	if (blob_equal(got, want))
		return;
	for (i = 0; i < got->len && i < want->len; i++)
		if (got->bytes[i] != want->bytes[i])
			break;
	snprintf(label, sizeof label, "%s should be", what);
	blob_show(report, label, want, i);
	snprintf(label, sizeof label, "%s is       ", what);
	blob_show(report, label, got, i);
}

/* -------- the folder that the tool runs in -------- */

static void
file_write(const char *name, const struct blob *blob)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	size_t done = 0;
	ssize_t n;

	must(fd != -1, name);
	for (; done < blob->len; done += (size_t)n) {
		n = write(fd, blob->bytes + done, blob->len - done);
		must(n > 0, name);
	}
	close(fd);
}

static void
folder_fill(const struct variant *variant, const struct blob *in)
{
	const struct file *file = variant->row->files;

	for (; file->name; file++) {
		struct blob blob = blob_of(&file->text, variant->zero);

		if (file->folder)
			must(mkdir(file->name, 0777) == 0, file->name);
		else
			file_write(file->name, &blob);
		free(blob.bytes);
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

/* -------- running -------- */

/* Wait a moment, so that a reader can take a byte before the next comes. */
static void
moment(void)
{
	const struct timespec interval = { 0, 50000 };

	nanosleep(&interval, NULL);
}

/* Wait, not for long, until a pipe or socket has nothing in it. */
static void
await_empty(int fd)
{
	int held = 0, i;

	for (i = 0; i < 100; i++) {
		if (ioctl(fd, FIONREAD, &held) == -1 || held == 0)
			return;
		moment();
	}
}

/*
 * Read what there is into blob. Returns: whether it may get more.
 */
static bool
capture(int fd, struct blob *blob)
{
	char bytes[65536];
	ssize_t n = read(fd, bytes, sizeof bytes);

	if (n == -1 && errno == EINTR)
		return true;
	if (n > 0)
		blob_add(blob, bytes, (size_t)n);
	return n > 0;
}

/*
 * A conversation with a process: what it is fed and what it says. feed is
 * the end that is written to, back the one that the tool reads (kept open, to
 * see what it leaves), -1 where there is none.
 */
struct talk {
	int feed, back, out, err;
	size_t enough; /* when so much came out, its reader leaves */
	const struct blob *in;
	size_t fed;
	bool pieces;
};

/* Write what the pipe takes; close it after the last byte. */
static void
feed(struct talk *talk)
{
	size_t len = talk->in->len - talk->fed;
	ssize_t n = 0;

	if (talk->pieces && len > 1)
		len = 1;
	if (len > 0)
		n = write(talk->feed, talk->in->bytes + talk->fed, len);
	if (n > 0)
		talk->fed += (size_t)n;
	if (talk->fed == talk->in->len) {
		close(talk->feed);
		talk->feed = -1;
	} else if (talk->pieces) {
		await_empty(talk->back);
	}
}

/* Talk until the process has closed its output, then see what it left. */
static void
converse(struct talk *talk, struct outcome *outcome)
{
	struct pollfd fds[4];

	while (talk->out != -1 || talk->err != -1) {
		fds[0] = (struct pollfd){ talk->feed, POLLOUT, 0 };
		fds[1] = (struct pollfd){ talk->out, POLLIN, 0 };
		fds[2] = (struct pollfd){ talk->err, POLLIN, 0 };
		if (poll(fds, 3, -1) == -1)
			continue;
		if (fds[1].revents && (!capture(talk->out, &outcome->out) ||
		    outcome->out.len >= talk->enough)) {
			close(talk->out);
			talk->out = -1;
		}
		if (fds[2].revents && !capture(talk->err, &outcome->err)) {
			close(talk->err);
			talk->err = -1;
		}
		if (fds[0].revents)
			feed(talk);
	}
	talk->pieces = false;
	while (talk->feed != -1 || talk->back != -1) {
		fds[0] = (struct pollfd){ talk->feed, POLLOUT, 0 };
		fds[1] = (struct pollfd){ talk->back, POLLIN, 0 };
		if (poll(fds, 2, -1) == -1)
			continue;
		if (fds[1].revents && !capture(talk->back, &outcome->left)) {
			close(talk->back);
			talk->back = -1;
		}
		if (fds[0].revents)
			feed(talk);
	}
}

/* Become the tool. */
static void
become(char *const *argv, int in, int out, int err)
{
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	if (dup2(in, 0) == 0 && dup2(out, 1) == 1 && dup2(err, 2) == 2)
		execv(tool_path, argv);
	fprintf(stderr, "%s: %s\n", tool_path, strerror(errno));
	_exit(127);
}

/* Be the process that fills the FIFO; it ends when the tool has. */
static pid_t
fifo_feed(const struct blob *in)
{
	pid_t pid = fork();
	size_t done = 0;
	ssize_t n;
	int fd;

	must(pid != -1, "fork");
	if (pid > 0)
		return pid;
	fd = open("in", O_WRONLY);
	for (; fd != -1 && done < in->len; done += (size_t)n) {
		n = write(fd, in->bytes + done, in->len - done);
		if (n <= 0)
			break;
	}
	_exit(0);
}

static void
pipe_make(int ends[2])
{
	must(pipe(ends) == 0, "pipe");
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
}

/*
 * Open what will be the tool's standard input. *write becomes the end to feed
 * it by, -1 where there is none.
 */
static int
input_make(enum way way, int *write)
{
	int ends[2], fd;

	*write = -1;
	switch (way) {
	case WAY_PIPE:
	case WAY_PIECES:
		pipe_make(ends);
		break;
	case WAY_SOCKET:
		must(socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0,
		    "socketpair");
		fcntl(ends[0], F_SETFD, FD_CLOEXEC);
		fcntl(ends[1], F_SETFD, FD_CLOEXEC);
		break;
	case WAY_NONE:
	case WAY_FILE:
	case WAY_OPERAND:
	case WAY_FIFO:
	case WAYS:
	default:
		fd = open(way == WAY_FILE ? "in" : "/dev/null",
		    O_RDONLY | O_CLOEXEC);
		must(fd != -1, "standard input");
		return fd;
	}
	fcntl(ends[1], F_SETFL, O_NONBLOCK);
	*write = ends[1];
	return ends[0];
}

static void
run(const struct variant *variant, char *const *argv, const struct blob *in,
    struct outcome *outcome)
{
	const struct text *wanted = &variant->row->out;
	bool operand = variant->way == WAY_NONE ||
	    variant->way == WAY_OPERAND || variant->way == WAY_FIFO;
	struct talk talk = { .in = in, .pieces = variant->way == WAY_PIECES,
		.enough = SIZE_MAX };
	int out[2], err[2], status = 0;
	pid_t pid, feeder = -1;

	if (variant->way == WAY_FIFO)
		feeder = fifo_feed(in);
	talk.back = input_make(variant->way, &talk.feed);
	pipe_make(out);
	pipe_make(err);
	pid = fork();
	must(pid != -1, "fork");
	if (pid == 0)
		become(argv, talk.back, out[1], err[1]);
	close(out[1]);
	close(err[1]);
	talk.out = out[0];
	talk.err = err[0];
	if (variant->row->endless)
		talk.enough =
		    wanted->head_len + wanted->fill + wanted->tail_len;
	if (operand) {
		close(talk.back);
		talk.back = -1;
	}
	converse(&talk, outcome);
	if (outcome->out.len > talk.enough)
		outcome->out.len = talk.enough;
	while (waitpid(pid, &status, 0) == -1 && errno == EINTR)
		continue;
	outcome->status =
	    WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	if (feeder != -1) {
		kill(feeder, SIGKILL);
		waitpid(feeder, NULL, 0);
	}
}

/* -------- the checks -------- */

/* Add what is said, with the tool's name in the place of TOOL. */
static void
blob_add_said(struct blob *blob, const char *said)
{
	const char *at;

	while ((at = strstr(said, "TOOL"))) {
		blob_add(blob, said, (size_t)(at - said));
		blob_add(blob, tool, strlen(tool));
		said = at + 4;
	}
	blob_add(blob, said, strlen(said));
}

/* Report every way in which the outcome is not what the row says. */
static void
judge(const struct variant *variant, const struct outcome *outcome,
    struct blob *report)
{
	const struct row *row = variant->row;
	struct blob out = blob_of(&row->out, variant->zero);
	struct blob left = blob_of(&row->left, variant->zero);
	struct blob err = { NULL, 0, 0 };
	bool operand = variant->way == WAY_NONE ||
	    variant->way == WAY_OPERAND || variant->way == WAY_FIFO;

	if (row->err)
		blob_add_said(&err, row->err);
	compare(report, "stdout", &outcome->out, &out);
	compare(report, "stderr", &outcome->err, &err);
	if (row->left.head && !operand)
		compare(report, "left unread", &outcome->left, &left);
	if (outcome->status != row->status)
		blob_say(report, "\n  status should be %d"
				 "\n  status is        %d",
		    row->status, outcome->status);
	free(out.bytes);
	free(left.bytes);
	free(err.bytes);
}

/* Make the tool's argv in array, and the command as the report shows it. */
static void
command_make(const struct variant *variant, char **argv, struct blob *command)
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
	blob_say(command, "%s (%s)\n  command:", variant->row->name,
	    way_names[variant->way]);
	for (; *argv; argv++)
		blob_say(command, strpbrk(*argv, " \n") || !**argv
			? " '%s'" : " %s", *argv);
}

START_TEST(row_holds)
{
	const struct variant *variant = &variants[_i];
	struct blob in = blob_of(&variant->row->in, variant->zero);
	struct outcome outcome = { 0 };
	struct blob report = { 0 };
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
	run(variant, argv, &in, &outcome);
	judge(variant, &outcome, &report);

	folder_empty(variant->row);
	must(chdir("/") == 0 && rmdir(folder) == 0, folder);
	blob_add(&report, "", 1);
	ck_assert_msg(report.len == said + 1, "%s", report.bytes);
	free(in.bytes);
	free(outcome.out.bytes);
	free(outcome.err.bytes);
	free(outcome.left.bytes);
	free(report.bytes);
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
