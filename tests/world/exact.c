/*
 * exact - what several readers read together is the input
 *
 *	exact FIRST N		N random scripts, by the seeds from FIRST on
 *
 * A script is two to six readers of one descriptor, one after the other: a
 * regular file, a pipe, a FIFO, a socket or a terminal, whose writer hands it
 * on in random pieces. The last reader takes all that is left. What each
 * writes, and how it ends, is compared with a model of it; so nothing is lost,
 * nothing is read twice, and nothing is out of its place.
 *
 * Of a script that fails the readers are shown, and how to run it again.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "world.h"
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define RECORDS 6000
#define READERS 6
#define WORDS 10
#define WORD 64
#define SECONDS 60
#define PLENTY 1024

/* After so many that failed the rest tells nothing new. */
#define FAILURES 20

/* The names of what a script makes, in a folder of its own. */
#define DATA "data"
#define OTHER "other"
#define FIFO "fifo"

enum kind { A_FILE, A_PIPE, A_FIFO, A_SOCKET, A_TERMINAL, KINDS };
static const char *const kind_name[KINDS] = {
	"a file", "a pipe", "a FIFO", "a socket", "a terminal"
};

/* The input: record i is the bytes from begin[i] to begin[i + 1]. */
static struct bytes data;
static size_t begin[RECORDS + 1], records;
static bool open_ended; /* the last lacks its terminator */
static bool rows; /* they are rows of CSV, some of which have newlines */
static char eol;
static enum kind kind;
static bool has_terminals, has_rows;

/* How many descriptors the readers may have; with few there is no looking. */
static rlim_t descriptors;

/* Where the readers are, and what the next shall write and end with. */
static size_t at;
static struct bytes want;
static int want_status;

static char word[WORDS][WORD];
static char *argv[WORDS + 1];
static size_t words;

static struct bytes log_text;

static void add_word(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

static void
add_word(const char *format, ...)
{
	va_list values;

	va_start(values, format);
	vsnprintf(word[words], WORD, format, values);
	va_end(values);
	words++;
}

/* Letters: q is rare, as it ends what looks for it. */
static char
random_byte(void)
{
	static const char letters[] = "abcde \t\r\377\303";

	if (one_in(150))
		return 'q';
	if (one_in(20))
		return eol == '\n' ? '\0' : '\n';
	return letters[dice(sizeof letters - 1)];
}

/* Add a row of three fields, in quotes where they have to be. */
static void
add_row(unsigned shape)
{
	for (int field = 0; field < 3; field++) {
		const bool quoted = one_in(3);
		size_t len = dice(shape == 0 ? 60000 : 12) + (field == 0);

		if (field > 0)
			bytes_add(&data, ",", 1);
		if (quoted)
			bytes_add(&data, "\"", 1);
		for (; len > 0; len--) {
			if (quoted && one_in(6))
				bytes_add(&data, one_in(2) ? "\"\"" : ",\n", 2);
			else
				bytes_add(&data, &"abcde"[dice(5)], 1);
		}
		if (quoted)
			bytes_add(&data, "\"", 1);
	}
}

static size_t
random_length(unsigned shape)
{
	static const size_t awkward[] = {
		4095, 4096, 65534, 65535, 65536, 131070, 131071, 131072, 200000
	};

	switch (shape) {
	case 0:
		return awkward[dice(sizeof awkward / sizeof *awkward)];
	case 1:
		return dice(3);
	case 2:
		return dice(300);
	default:
		return dice(20);
	}
}

static void
make_data(void)
{
	/* A line on a terminal is short, and there it is lines. */
	const unsigned shape = (unsigned)(kind == A_TERMINAL ?
	    dice(10) + 2 : dice(12));
	size_t n = shape == 0 ? dice(7) : shape == 1 ? dice(RECORDS) :
	    dice(400);
	char byte;

	eol = kind != A_TERMINAL && one_in(5) ? '\0' : '\n';
	rows = has_rows && eol == '\n' && one_in(5);
	data.len = 0;
	for (records = 0; records < n; records++) {
		begin[records] = data.len;
		for (size_t len = rows ? 0 : random_length(shape); len > 0;
		    len--) {
			byte = random_byte();
			bytes_add(&data, &byte, 1);
		}
		if (rows)
			add_row(shape);
		bytes_add(&data, &eol, 1);
	}
	begin[records] = data.len;
	/* An empty record without its terminator would be none. */
	open_ended = records > 0 && one_in(3) &&
	    begin[records] - begin[records - 1] > 1;
	if (open_ended)
		data.len--;
}

/* Add to what is wanted the bytes of a record, without its terminator. */
static void
want_bytes(size_t i)
{
	bytes_add(&want, data.at + begin[i], begin[i + 1] - begin[i] - 1);
}

static void
want_record(size_t i)
{
	want_bytes(i);
	bytes_add(&want, &eol, 1);
}

/* Say whether a record has the letter. */
static bool
has_q(size_t i)
{
	return memchr(data.at + begin[i], 'q',
	    begin[i + 1] - begin[i] - 1) != NULL;
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* How many records a reader asks for: mostly some that there are. */
static size_t
some(void)
{
	return one_in(8) ? dice(3 * (size_t)RECORDS) :
	    dice(least(records - at, 60) + 2);
}

/* Make another file, of n records that are numbers. Returns: their bytes. */
static const struct bytes *
make_other(size_t n)
{
	static struct bytes other;
	const int fd = open(OTHER, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	char number[24];

	must(fd >= 0, OTHER);
	other.len = 0;
	for (size_t i = 0; i < n; i++) {
		const int len = snprintf(number, sizeof number, "%zu", i);

		bytes_add(&other, number, (size_t)len);
		bytes_add(&other, &eol, 1);
	}
	write_whole(fd, other.at, other.len);
	close(fd);
	return &other;
}

/* Perhaps another file comes first, and standard input has to do the rest. */
static void
take(void)
{
	const size_t before = !rows && one_in(4) ? dice(20) + 1 : 0;
	const size_t n = before + some();
	const bool strict = one_in(3);

	add_word("take");
	if (strict)
		add_word("-s");
	add_word("%zu", n);
	if (before > 0) {
		const struct bytes *other = make_other(before);

		add_word(OTHER);
		add_word("-");
		bytes_add(&want, other->at, other->len);
	}
	want_status = strict && n - before > records - at;
	for (size_t end = at + least(n - before, records - at); at < end; at++)
		want_record(at);
}

static void
islice(void)
{
	const size_t start = one_in(2) ? 0 : some(), stop = some();
	const size_t step = one_in(2) ? 1 : dice(5) + 1;
	const size_t from = at;

	add_word("islice");
	if (one_in(2)) {
		add_word("%zu", start);
		add_word("%zu", stop);
		add_word("%zu", step);
	} else {
		add_word("%zu:%zu:%zu", start, stop, step);
	}
	at += least(start > stop ? start : stop, records - at);
	for (size_t i = start; i < stop && from + i < records; i += step)
		want_record(from + i);
}

static void
takewhile(void)
{
	add_word("takewhile");
	add_word("'q' not in x");
	for (; at < records && !has_q(at); at++)
		want_record(at);
	if (at < records)
		at++;
}

/* any and all end at the record that decides. */
static void
quantify(const char *tool, const char *expression, int found)
{
	add_word("%s", tool);
	add_word("%s", expression);
	want_status = !found;
	while (at < records) {
		if (has_q(at++)) {
			want_status = found;
			break;
		}
	}
}

static void
any(void)
{
	quantify("any", "'q' in x", 0);
}

static void
all(void)
{
	quantify("all", "'q' not in x", 1);
}

/*
 * Rows of one or two records of standard input and one of a file that has n.
 * Where only a part of a row is left, a regular file keeps it.
 */
static void
zip_longest(void)
{
	const size_t n = dice(40), each = dice(2) + 1;
	const bool before = one_in(2);
	char number[24];

	make_other(n);
	add_word("zip_longest");
	add_word("-s");
	if (before)
		add_word(OTHER);
	add_word("-");
	if (each == 2)
		add_word("-");
	if (!before)
		add_word(OTHER);
	for (size_t row = 0; row < n && at < records; row++) {
		const int len = snprintf(number, sizeof number, "%zu", row);

		if (records - at < each) {
			if (kind != A_FILE)
				at = records;
			break;
		}
		if (before) {
			bytes_add(&want, number, (size_t)len);
			bytes_add(&want, "\t", 1);
		}
		want_bytes(at++);
		if (each == 2) {
			bytes_add(&want, "\t", 1);
			want_bytes(at++);
		}
		if (!before) {
			bytes_add(&want, "\t", 1);
			bytes_add(&want, number, (size_t)len);
		}
		bytes_add(&want, &eol, 1);
	}
}

#define ROW_READERS 4
static void (*const readers[])(void) = {
	take, take, islice, islice, takewhile, any, all, zip_longest
};

/* Open the input; *writer becomes the process that feeds it, if any does. */
static int
open_input(pid_t *writer)
{
	const unsigned manner = (unsigned)dice(4);
	const bool leave_gaps = one_in(3);
	int end[2] = { -1, -1 };

	*writer = 0;
	if (kind == A_FILE) {
		end[0] = open(DATA, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC,
		    0600);
		must(end[0] >= 0 &&
		    write_whole(end[0], data.at, data.len) &&
		    lseek(end[0], 0, SEEK_SET) == 0, DATA);
		return end[0];
	}
	if (kind == A_PIPE) {
		pipe_make(end);
#ifdef F_SETPIPE_SZ
		if (one_in(3))
			fcntl(end[1], F_SETPIPE_SZ, 4096);
#endif
	} else if (kind == A_SOCKET) {
		must(socketpair(AF_UNIX, SOCK_STREAM, 0, end) == 0, "socket");
		fcntl(end[0], F_SETFD, FD_CLOEXEC);
		fcntl(end[1], F_SETFD, FD_CLOEXEC);
	}
	if (kind == A_TERMINAL) {
		int other[2];

		must(terminal_make(other, true), "terminal");
		end[0] = other[1];
		end[1] = other[0];
	}
	*writer = fork();
	must(*writer >= 0, "fork");
	if (*writer > 0) {
		close(end[1]);
		if (kind == A_FIFO)
			end[0] = open(FIFO, O_RDONLY | O_CLOEXEC);
		must(end[0] >= 0, kind_name[kind]);
		if (one_in(6))
			fcntl(end[0], F_SETFL, O_NONBLOCK);
		return end[0];
	}
	if (kind == A_FIFO)
		end[1] = open(FIFO, O_WRONLY);
	else
		close(end[0]);
	alarm(SECONDS);
	signal(SIGPIPE, SIG_DFL);
	for (size_t done = 0, len; done < data.len; done += len) {
		len = manner == 0 ? data.len : manner == 1 ? dice(64) + 1 :
		    manner == 2 ? dice(10000) + 1 : dice(8) + 1;
		/* A long input in small pieces would take for ever. */
		if (data.len > 40000)
			len *= 50;
		len = least(len, data.len - done);
		if (leave_gaps && one_in(done < 2000 ? 8 : 100))
			pause_us((int64_t)dice(400));
		if (!write_whole(end[1], data.at + done, len))
			break;
	}
	if (kind == A_TERMINAL) {
		/* An end for each reader, and more for an open last line. */
		for (int i = 0; i < 3 * READERS; i++)
			write_whole(end[1], (char[]){ END_OF_FILE }, 1);
		for (;;)
			pause();
	}
	_exit(0);
}

/* Show a word as a shell would take it. */
static void
log_words(void)
{
	for (size_t i = 0; i < words; i++) {
		const char *quote = strpbrk(word[i], " '") ? "\"" : "";

		bytes_add(&log_text, quote, strlen(quote));
		bytes_add(&log_text, word[i], strlen(word[i]));
		bytes_add(&log_text, quote, strlen(quote));
		bytes_add(&log_text, " ", 1);
	}
	bytes_add(&log_text, "; ", 2);
}

/* Say whether got is what was wanted; tell the first difference. */
static bool
agrees(const struct bytes *got, int status)
{
	size_t i = 0;

	if (got->len == want.len && status == want_status &&
	    (want.len == 0 || memcmp(got->at, want.at, want.len) == 0))
		return true;
	while (i < got->len && i < want.len && got->at[i] == want.at[i])
		i++;
	printf("  status %d, want %d; %zu bytes, want %zu; "
	    "the first %zu agree\n", status, want_status, got->len, want.len,
	    i);
	return false;
}

static void
limit_descriptors(rlim_t n)
{
	struct rlimit limit;

	must(getrlimit(RLIMIT_NOFILE, &limit) == 0, "getrlimit");
	limit.rlim_cur = n < limit.rlim_max ? n : limit.rlim_max;
	must(setrlimit(RLIMIT_NOFILE, &limit) == 0, "setrlimit");
}

/* Run what words say, on fd. */
static bool
run_words(int fd)
{
	static struct bytes got;
	int end[2], status;
	pid_t pid;

	pipe_make(end);
	for (size_t i = 0; i < words; i++)
		argv[i] = word[i];
	argv[words] = NULL;
	argv[0] = tool_path(word[0]);
	limit_descriptors(descriptors);
	pid = start(argv, fd, end[1], SECONDS);
	limit_descriptors(PLENTY);
	free(argv[0]);
	close(end[1]);
	got.len = 0;
	bytes_read(&got, end[0]);
	close(end[0]);
	status = wait_for(pid);
	return agrees(&got, status);
}

/* Be a reader as a shell's read is: a record, byte by byte. */
static bool
read_record(int fd)
{
	static struct bytes got;
	ssize_t n;
	char byte = 0;

	add_word("read");
	got.len = 0;
	if (at < records)
		want_record(at++);
	do {
		wait_readable(fd);
		n = read(fd, &byte, 1);
		must(n >= 0, "read");
		if (n > 0)
			bytes_add(&got, &byte, 1);
	} while (n > 0 && byte != eol);
	if (n == 0 && got.len > 0)
		bytes_add(&got, &eol, 1);
	return agrees(&got, 0);
}

/* Read all that is left, as it is. */
static bool
read_rest(int fd)
{
	static struct bytes got;

	got.len = 0;
	if (at < records)
		bytes_add(&want, data.at + begin[at], data.len - begin[at]);
	bytes_read(&got, fd);
	return agrees(&got, 0);
}

/* One reader of the script: the words, the model, the run. */
static bool
run_reader(int fd)
{
	bool good;

	words = 0;
	want.len = 0;
	want_status = 0;
	if (!rows && one_in(8)) {
		good = read_record(fd);
		log_words();
		return good;
	}
	/* The first ones are those that know rows and need no expression. */
	readers[dice(rows ? ROW_READERS : sizeof readers / sizeof *readers)]();
	if (eol == '\0')
		add_word("-z");
	if (rows) {
		add_word("--csv");
		add_word("-N");
	}
	log_words();
	return run_words(fd);
}

static bool
run_script(uint64_t seed)
{
	size_t n;
	bool good = true;
	pid_t writer;
	int fd;

	dice_seed(seed);
	kind = (enum kind)dice(KINDS);
	if (kind == A_TERMINAL && !has_terminals)
		kind = A_PIPE;
	make_data();
	descriptors = one_in(8) ? dice(3) + 4 : PLENTY;
	at = 0;
	log_text.len = 0;
	fd = open_input(&writer);
	for (n = dice(READERS - 1) + 1; n > 0 && good; n--)
		good = run_reader(fd);
	if (good) {
		words = 0;
		want.len = 0;
		want_status = 0;
		good = read_rest(fd);
	}
	close(fd);
	if (writer > 0) {
		/* After a fault it may wait for readers that never come. */
		if (!good || kind == A_TERMINAL)
			kill(writer, SIGKILL);
		wait_for(writer);
	}
	return good;
}

/* Say whether the tools know CSV. */
static bool
can_read_rows(void)
{
	const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	char *path = tool_path("take");
	char option[] = "--csv", none[] = "-N", zero[] = "0";
	char *const command[] = { path, option, none, zero, NULL };
	bool can;

	must(null >= 0, "/dev/null");
	can = wait_for(start(command, null, null, SECONDS)) == 0;
	close(null);
	free(path);
	return can;
}

static bool
can_open_terminal(void)
{
	int end[2];

	if (!terminal_make(end, true))
		return false;
	close(end[0]);
	close(end[1]);
	return true;
}

int
main(int argc, char **args)
{
	uint64_t first, n, failed = 0;
	const char *parent = getenv("TMPDIR");
	char *folder;

	if (argc != 3) {
		fprintf(stderr, "usage: exact FIRST N\n");
		return STATUS_BROKEN;
	}
	first = strtoull(args[1], NULL, 10);
	n = strtoull(args[2], NULL, 10);
	must(asprintf(&folder, "%s/exact.XXXXXX",
		parent && *parent ? parent : "/tmp") > 0, "memory");
	must(mkdtemp(folder) && chdir(folder) == 0 &&
		mkfifo(FIFO, 0600) == 0, folder);
	has_terminals = can_open_terminal();
	has_rows = can_read_rows();
	for (uint64_t seed = first; seed < first + n && failed < FAILURES;
	    seed++) {
		if (run_script(seed))
			continue;
		failed++;
		printf("not ok exact: %s, %zu records ended by \\%o, "
		    "%ju descriptors: %.*s\n  again: %s %ju 1\n",
		    kind_name[kind], records, (unsigned)eol,
		    (uintmax_t)descriptors, (int)log_text.len, log_text.at,
		    args[0], (uintmax_t)seed);
	}
	unlink(DATA);
	unlink(OTHER);
	unlink(FIFO);
	must(chdir("/") == 0 && rmdir(folder) == 0, folder);
	free(folder);
	return report("scripts of several readers", n, failed);
}
