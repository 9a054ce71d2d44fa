/*
 * The records of standard input, however they come: compared with a model
 * that splits a byte at a time, and what is left with what must be left.
 * Every content comes from every source, at every block size, expecting
 * every number of records, ended by newline and by NUL, in both ways.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "descriptor.h"
#include "input.h"
#include "input_place.h"
#include "names.h"
#include "suite.h"
#include "support.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

/* -------- contents -------- */

/*
 * text, repeated; then, where blocks is not 0, so many times the block size
 * and delta more of the letter x, and tail. Newline stands for the
 * terminator, and NUL for the other of the two.
 */
static const struct content {
	const char *name;
	const char *text;
	size_t len, times;
	size_t blocks;
	int delta;
	const char *tail;
} contents[] = {
	{ "empty", LITERAL(""), 1, 0, 0, "" },
	{ "one", LITERAL("a\n"), 1, 0, 0, "" },
	{ "one, no terminator", LITERAL("a"), 1, 0, 0, "" },
	{ "one of no bytes", LITERAL("\n"), 1, 0, 0, "" },
	{ "three, the last without", LITERAL("a\nbb\nccc"), 1, 0, 0, "" },
	{ "of no bytes", LITERAL("\n\n\n\n\n"), 1, 0, 0, "" },
	{ "no bytes between", LITERAL("a\n\nbb\nccc\n\n\ndddd\n"), 1, 0, 0,
	    "" },
	{ "the other terminator inside", LITERAL("a\0b\n\0\n\0\0\nc\0"), 1, 0,
	    0, "" },
	{ "returns", LITERAL("a\r\n\r\nb\r\r\n"), 1, 0, 0, "" },
	{ "0xff", LITERAL("\xff\n\xff\xfe\n\xff"), 1, 0, 0, "" },
	{ "seven bytes", LITERAL("abcdef\nghijkl\n"), 1, 0, 0, "" },
	{ "looks compressed", LITERAL("\x1f\x8b\x08\n\n"), 1, 0, 0, "" },
	{ "many", LITERAL("ab\n"), 500, 0, 0, "" },
	{ "many of no bytes", LITERAL("\n"), 5000, 0, 0, "" },
	{ "a block but one", LITERAL("a\n"), 1, 1, -1, "\nb\n" },
	{ "a block but two", LITERAL(""), 1, 1, -2, "\nb\n" },
	{ "a block", LITERAL("a\n"), 1, 1, 0, "\nb\n" },
	{ "a block and one", LITERAL("a\n"), 1, 1, 1, "\nb" },
	{ "a block first", LITERAL(""), 1, 1, 0, "\n" },
	{ "a block but one first", LITERAL(""), 1, 1, -1, "\n\n" },
	{ "a block, no terminator", LITERAL(""), 1, 1, 0, "" },
	{ "two blocks", LITERAL("a\n"), 1, 2, 0, "\nb\n" },
	{ "three blocks and one", LITERAL("\n"), 1, 3, 1, "\n\n" },
	{ "five blocks but one, no terminator", LITERAL("a\n"), 1, 5, -1, "" }
};

static const size_t blocks[] = { 1, 2, 3, 7, 65536 };
static const uint64_t expectations[] = {
	INPUT_ALL, 0, 1, 2, 3, 100000, INPUT_ALL - 1
};

static void
content_make(const struct content *content, size_t block, char eol,
    struct bytes *bytes)
{
	size_t n, i;

	for (n = 0; n < content->times; n++)
		bytes_add(bytes, content->text, content->len);
	n = content->blocks * block;
	if (content->delta < 0 && n < (size_t)-content->delta)
		n = 0;
	else if (content->blocks > 0)
		n = (size_t)((ssize_t)n + content->delta);
	for (i = 0; i < n; i++)
		bytes_add(bytes, "x", 1);
	bytes_add(bytes, content->tail, strlen(content->tail));
	for (i = 0; eol == '\0' && i < bytes->len; i++) {
		if (bytes->at[i] == '\n')
			bytes->at[i] = '\0';
		else if (bytes->at[i] == '\0')
			bytes->at[i] = '\n';
	}
}

/*
 * The first n records of bytes, each terminated, a byte at a time. *used
 * becomes how many there are. Returns: how long they are in bytes.
 */
static size_t
model(const struct bytes *bytes, char eol, uint64_t n, struct bytes *records,
    uint64_t *used)
{
	size_t i = 0;
	bool open = false;

	*used = 0;
	while (i < bytes->len && *used < n) {
		open = bytes->at[i] != eol;
		bytes_add(records, &bytes->at[i], 1);
		*used += !open;
		i++;
	}
	if (open) {
		bytes_add(records, &eol, 1);
		++*used;
	}
	return i;
}

/* -------- sources -------- */

/* What stands before the input in a file that was read from before. */
#define READ_BEFORE "not ours\n"

enum origin {
	SOURCE_FILE, /* not at its beginning */
	SOURCE_PIPE, /* all of it, then its end */
	SOURCE_BYTES, /* a pipe that gets a byte at a time */
	SOURCE_CHUNKS, /* a pipe that gets a bit at a time */
	SOURCE_SOCKET,
	SOURCE_SOCKET_CHUNKS,
	SOURCE_SLOW, /* a non-blocking pipe whose writer is slow */
	SOURCE_BLIND, /* a pipe, and no descriptor for another */
	SOURCE_OPERAND,
	SOURCE_FIFO,
	SOURCES
};

static const char *const source_names[SOURCES] = { "file", "pipe", "bytes",
	"chunks", "socket", "socket, chunks", "slow", "blind", "operand",
	"FIFO" };

/* A source at work. */
struct feed {
	enum origin source;
	pid_t pid; /* of the writer; -1: none */
	const char *word; /* the operand; NULL: standard input */
	struct rlimit limit; /* as it was */
};

static char folder[64];

/* Make fd standard input. */
static void
stand_in(int fd)
{
	must(dup2(fd, 0) == 0, "dup2");
	close(fd);
}

static void
feed_pipe(struct feed *feed, const struct bytes *bytes, size_t chunk,
    long pause)
{
	int end[2];

	if (feed->source == SOURCE_SOCKET ||
	    feed->source == SOURCE_SOCKET_CHUNKS)
		must(socketpair(AF_UNIX, SOCK_STREAM, 0, end) == 0,
		    "socketpair");
	else
		pipe_make(end);
	stand_in(end[0]);
	/* What fits is there at once, with no other process. */
	if (chunk == 0 && bytes->len <= 60000) {
		must(write(end[1], bytes->at ? bytes->at : "", bytes->len) ==
		    (ssize_t)bytes->len, "write");
		close(end[1]);
		return;
	}
	feed->pid = feeder_start(end[1], bytes->at, bytes->len, chunk, pause);
}

static void
feed_file(const struct bytes *bytes)
{
	struct bytes all = { 0 };
	int fd;

	bytes_add(&all, LITERAL(READ_BEFORE));
	bytes_add(&all, bytes->at ? bytes->at : "", bytes->len);
	fd = file_make(all.at, all.len);
	lseek(fd, sizeof READ_BEFORE - 1, SEEK_SET);
	stand_in(fd);
	bytes_free(&all);
}

static void
feed_start(struct feed *feed, const struct bytes *bytes)
{
	const char *text = bytes->at ? bytes->at : "";
	struct rlimit none;

	feed->pid = -1;
	feed->word = NULL;
	switch (feed->source) {
	case SOURCE_FILE:
		feed_file(bytes);
		break;
	case SOURCE_PIPE:
	case SOURCE_SOCKET:
		feed_pipe(feed, bytes, 0, 0);
		break;
	case SOURCE_BYTES:
		feed_pipe(feed, bytes, 1, 0);
		break;
	case SOURCE_CHUNKS:
	case SOURCE_SOCKET_CHUNKS:
		feed_pipe(feed, bytes, bytes->len > 1000 ? 20000 : 5, 0);
		break;
	case SOURCE_SLOW:
		feed_pipe(feed, bytes, bytes->len / 3 + 2, 100000);
		fcntl(0, F_SETFL, O_NONBLOCK);
		break;
	case SOURCE_BLIND:
		feed_pipe(feed, bytes, 0, 0);
		/* No descriptor that is not there already. */
		getrlimit(RLIMIT_NOFILE, &feed->limit);
		none = feed->limit;
		none.rlim_cur = 3;
		must(setrlimit(RLIMIT_NOFILE, &none) == 0, "setrlimit");
		break;
	case SOURCE_OPERAND:
		feed->word = folder_file(folder, "file", text, bytes->len);
		break;
	case SOURCE_FIFO:
		feed->word = folder_path(folder, "fifo");
		feed->pid = fifo_feeder_start(feed->word, text, bytes->len,
		    5000, 0);
		break;
	case SOURCES:
		break;
	}
}

/* Compare what is left on standard input, then be done with it. */
static void
feed_end(struct feed *feed, const char *row, const struct bytes *bytes,
    size_t used)
{
	struct bytes left = { 0 };

	if (feed->source == SOURCE_BLIND)
		setrlimit(RLIMIT_NOFILE, &feed->limit);
	if (feed->source == SOURCE_FILE)
		ck_assert_msg(lseek(0, 0, SEEK_CUR) ==
		    (off_t)(sizeof READ_BEFORE - 1 + used),
		    "%s: stands at %lld, %zu bytes are used", row,
		    (long long)lseek(0, 0, SEEK_CUR), used);
	if (feed->source == SOURCE_SLOW) {
		ck_assert_msg(fcntl(0, F_GETFL) & O_NONBLOCK,
		    "%s: flags are changed", row);
		fcntl(0, F_SETFL, 0);
	}
	if (!feed->word) {
		bytes_read(&left, 0);
		expect_bytes(row, "what is left", &left,
		    bytes->at ? bytes->at + used : "", bytes->len - used);
		bytes_free(&left);
	}
	if (feed->pid >= 0)
		feeder_end(feed->pid);
}

/* -------- ways -------- */

/* Collect all records by spans, and see that each is as the header says. */
static void
read_spans(struct input *in, const char *row, char eol, size_t block,
    const char *name, struct bytes *got)
{
	struct span span;
	bool closed = true;

	while (input_span(in, &span)) {
		const char *first = memchr(span.bytes, eol, span.len);

		ck_assert_msg(span.len > 0, "%s: an empty span", row);
		ck_assert_msg(span.len <= block + 1, "%s: a span of %zu", row,
		    span.len);
		ck_assert_msg(span.opens == closed, "%s: opens", row);
		ck_assert_msg(span.closes ? span.bytes[span.len - 1] == eol :
		    !first, "%s: closes", row);
		ck_assert_msg(span.closes || span.len == block,
		    "%s: a part of %zu bytes", row, span.len);
		ck_assert_msg(strcmp(in->name, name) == 0, "%s: name %s", row,
		    in->name);
		bytes_add(got, span.bytes, span.len);
		closed = span.closes;
	}
	ck_assert_msg(closed, "%s: the last is not closed", row);
	ck_assert_msg(!input_span(in, &span), "%s: more after the end", row);
}

static void
read_records(struct input *in, const char *row, char eol, struct bytes *got)
{
	struct record record;

	while (input_next(in, &record)) {
		ck_assert_msg(!memchr(record.bytes, eol, record.len),
		    "%s: a terminator inside", row);
		bytes_add(got, record.bytes, record.len);
		bytes_add(got, &eol, 1);
	}
	ck_assert_msg(!input_next(in, &record), "%s: more after the end",
	    row);
}

/* Return the lowest number that no descriptor has. */
static int
free_number(void)
{
	int fd = dup(0);

	close(fd);
	return fd;
}

enum way { WAY_SPAN, WAY_NEXT, WAYS };

/* One of all the combinations. */
struct variant {
	const struct content *content;
	enum origin source;
	size_t block;
	uint64_t n;
	char eol;
	enum way way;
};

static void
try(const struct variant *variant)
{
	struct bytes bytes = { 0 }, want = { 0 }, got = { 0 };
	struct feed feed = { .source = variant->source };
	struct words words;
	struct input in;
	uint64_t records;
	char row[160];
	size_t used;
	int number = free_number();

	snprintf(row, sizeof row, "%s (%s, block %zu, expect %lld, %s, %s)",
	    variant->content->name, source_names[variant->source],
	    variant->block, (long long)variant->n,
	    variant->eol ? "newline" : "NUL",
	    variant->way == WAY_SPAN ? "span" : "next");
	content_make(variant->content, variant->block, variant->eol, &bytes);
	used = model(&bytes, variant->eol, variant->n, &want, &records);
	feed_start(&feed, &bytes);

	input_open(&in, words_open(&words, &feed.word, feed.word != NULL),
	    variant->eol);
	/* Only as an operand is it more than a look. */
	if (feed.word && variant->content->text[0] == '\x1f')
		input_plain(&in);
	input_block(&in, variant->block);
	input_expect(&in, variant->n);
	ck_assert_msg(input_expected(&in) == variant->n, "%s: expects", row);
	if (variant->way == WAY_SPAN)
		read_spans(&in, row, variant->eol, variant->block,
		    feed.word ? feed.word : "-", &got);
	else
		read_records(&in, row, variant->eol, &got);
	ck_assert_msg(input_expected(&in) == (variant->n == INPUT_ALL ?
	    INPUT_ALL : variant->n - records), "%s: expects %lld more", row,
	    (long long)input_expected(&in));
	input_close(&in);

	expect_bytes(row, "records", &got, want.at ? want.at : "", want.len);
	feed_end(&feed, row, &bytes, used);
	ck_assert_msg(free_number() == number, "%s: a descriptor is left",
	    row);
	bytes_free(&bytes);
	bytes_free(&want);
	bytes_free(&got);
}

/*
 * Files and full pipes take all combinations. The others take one in two:
 * with any block size and number each terminator and each way is among them,
 * though not each pair. Where a process writes for each, they take fewer.
 */
static bool
applies(const struct variant *variant)
{
	const struct content *content = variant->content;
	bool odd = (variant->eol == '\n') != (variant->way == WAY_SPAN);

	switch (variant->source) {
	case SOURCE_FILE:
	case SOURCE_PIPE:
		return true;
	case SOURCE_BYTES:
		if (content->len * content->times +
		    content->blocks * variant->block > 40)
			return false;
		break;
	case SOURCE_CHUNKS:
	case SOURCE_SOCKET_CHUNKS:
	case SOURCE_SLOW:
	case SOURCE_FIFO:
		if (variant->block == 2 || variant->block == 7 ||
		    variant->n == 0 || variant->n == INPUT_ALL - 1)
			return false;
		break;
	case SOURCE_SOCKET:
	case SOURCE_BLIND:
	case SOURCE_OPERAND:
	case SOURCES:
		break;
	}
	if (variant->n == 100000 || (variant->n == 3 && content->blocks > 0))
		return false;
	return odd == (variant->block + variant->n) % 2;
}

START_TEST(records_equal_the_model)
{
	struct variant variant = {
		.content = &contents[_i / SOURCES],
		.source = (enum origin)(_i % SOURCES),
	};
	int saved = dup(0);
	size_t b, n, eol, way;

	folder_make(folder);
	if (variant.source == SOURCE_FIFO)
		must(mkfifo(folder_path(folder, "fifo"), 0666) == 0, "fifo");
	for (b = 0; b < LENGTH(blocks); b++) {
		for (n = 0; n < LENGTH(expectations); n++) {
			for (eol = 0; eol < 2; eol++) {
				for (way = 0; way < WAYS; way++) {
					variant.block = blocks[b];
					variant.n = expectations[n];
					variant.eol = eol ? '\n' : '\0';
					variant.way = (enum way)way;
					if (applies(&variant))
						try(&variant);
				}
			}
		}
	}
	folder_remove(folder);
	stand_in(saved);
}
END_TEST

/* -------- a few that the matrix has no place for -------- */

/* As many as are at hand come at once: that is what makes spans fast. */
START_TEST(span_holds_all_at_hand)
{
	const char *word;
	struct words words;
	struct input in;
	struct span span;

	folder_make(folder);
	word = folder_file(folder, "a", LITERAL("a\nb\nc\nd"));
	input_open(&in, words_open(&words, &word, 1), '\n');
	ck_assert(input_span(&in, &span));
	ck_assert_uint_eq(span.len, 6);
	ck_assert(input_span(&in, &span));
	ck_assert_uint_eq(span.len, 2);
	ck_assert(!input_span(&in, &span));
	input_close(&in);
	folder_remove(folder);
}
END_TEST

/* Long input that never blocks does not hold up what is to be written. */
static unsigned flushes;

static void
count_flush(void)
{
	flushes++;
}

START_TEST(reading_keeps_pace)
{
	static const struct descriptor_hooks hooks = { count_flush, NULL };
	struct words words;
	struct input in;
	int saved = dup(0), fd = file_make("", 0);

	must(ftruncate(fd, 4 << 20) == 0, "ftruncate");
	stand_in(fd);
	descriptor_watch(-1, &hooks);
	input_open(&in, words_open(&words, NULL, 0), '\n');
	ck_assert(!input_skip(&in, INPUT_ALL));
	ck_assert_uint_ge(flushes, 4);
	ck_assert_uint_lt(flushes, 64);
	input_close(&in);
	descriptor_watch(-1, NULL);
	stand_in(saved);
}
END_TEST

/* A record that is there comes before the next is waited for. */
START_TEST(record_does_not_wait)
{
	int end[2], saved = dup(0);
	struct words words;
	struct input in;
	struct record record;
	struct span span;

	pipe_make(end);
	stand_in(end[0]);
	input_open(&in, words_open(&words, NULL, 0), '\n');
	must(write(end[1], "a\nb", 3) == 3, "write");
	ck_assert(input_next(&in, &record));
	ck_assert_uint_eq(record.len, 1);
	must(write(end[1], "c\nd\n", 4) == 4, "write");
	ck_assert(input_next(&in, &record));
	ck_assert_uint_eq(record.len, 2);
	ck_assert(input_span(&in, &span));
	ck_assert_uint_eq(span.len, 2);
	must(write(end[1], "e", 1) == 1, "write");
	close(end[1]);
	ck_assert(input_next(&in, &record));
	ck_assert_uint_eq(record.len, 1);
	ck_assert(!input_next(&in, &record));
	input_close(&in);
	stand_in(saved);
}
END_TEST

/* Spans and records in turn, a record begun in parts ended by either. */
START_TEST(ways_in_turn)
{
	int saved = dup(0);
	struct words words;
	struct input in;
	struct record record;
	struct span span;

	stand_in(file_make(LITERAL("abcdefgh\nij\nk\nl\n")));
	input_open(&in, words_open(&words, NULL, 0), '\n');
	input_block(&in, 4);
	ck_assert(input_span(&in, &span));
	ck_assert(span.opens && !span.closes && span.len == 4);
	ck_assert(input_next(&in, &record));
	ck_assert_uint_eq(record.len, 4);
	ck_assert(memcmp(record.bytes, "efgh", 4) == 0);
	ck_assert(input_next(&in, &record));
	ck_assert(record.len == 2 && memcmp(record.bytes, "ij", 2) == 0);
	/* Fewer than first: what was read beyond them goes back. */
	input_expect(&in, 1);
	ck_assert(input_span(&in, &span));
	ck_assert(span.opens && span.closes && span.len == 2);
	ck_assert(!input_span(&in, &span));
	input_close(&in);
	ck_assert_int_eq(lseek(0, 0, SEEK_CUR), 14);
	stand_in(saved);
}
END_TEST

START_TEST(skips)
{
	int saved = dup(0);
	struct words words;
	struct input in;
	struct record record;

	stand_in(file_make(LITERAL("a\nb\nc\nd\n")));
	input_open(&in, words_open(&words, NULL, 0), '\n');
	input_block(&in, (size_t)_i);
	ck_assert(input_skip(&in, 0));
	ck_assert(!input_next(&in, &record));
	ck_assert(input_skip(&in, 2));
	ck_assert(!input_next(&in, &record));
	input_expect(&in, 1);
	ck_assert(input_next(&in, &record));
	ck_assert_int_eq(record.bytes[0], 'c');
	ck_assert(input_skip(&in, 1));
	ck_assert(!input_skip(&in, 1));
	input_close(&in);
	ck_assert_int_eq(lseek(0, 0, SEEK_CUR), 8);

	lseek(0, 0, SEEK_SET);
	input_open(&in, words_open(&words, NULL, 0), '\n');
	ck_assert(!input_skip(&in, INPUT_ALL));
	input_close(&in);
	ck_assert_int_eq(lseek(0, 0, SEEK_CUR), 8);
	stand_in(saved);
}
END_TEST

/* More, once the first are used. */
START_TEST(expects_more_later)
{
	struct bytes left = { 0 };
	int end[2], saved = dup(0);
	struct words words;
	struct input in;
	struct record record;

	pipe_make(end);
	must(write(end[1], "a\nb\nc\nd\n", 8) == 8, "write");
	close(end[1]);
	stand_in(end[0]);
	input_open(&in, words_open(&words, NULL, 0), '\n');
	input_expect(&in, 1);
	ck_assert(input_next(&in, &record));
	ck_assert(!input_next(&in, &record));
	input_expect(&in, 2);
	ck_assert(input_next(&in, &record));
	ck_assert_int_eq(record.bytes[0], 'b');
	ck_assert(input_next(&in, &record));
	ck_assert_int_eq(record.bytes[0], 'c');
	ck_assert(!input_next(&in, &record));
	input_close(&in);
	bytes_read(&left, 0);
	expect_bytes("more", "what is left", &left, LITERAL("d\n"));
	bytes_free(&left);
	stand_in(saved);
}
END_TEST

/* Fail unless the next records are these letters. */
static void
expect_next(struct input *in, const char *letters)
{
	struct record record;

	for (; *letters; letters++) {
		ck_assert(input_next(in, &record));
		ck_assert_uint_eq(record.len, 1);
		ck_assert_int_eq(record.bytes[0], *letters);
	}
}

/*
 * Ends that were found and not used do not count, whatever comes next. They
 * are found when the second record is asked for.
 */
START_TEST(changes_its_mind)
{
	int saved = dup(0);
	struct words words;
	struct input in;
	struct span span;

	stand_in(file_make(LITERAL("a\nb\nc\nd\ne\nf\ng\nh\n")));
	input_open(&in, words_open(&words, NULL, 0), '\n');
	input_expect(&in, 5);
	expect_next(&in, "ab");
	ck_assert_uint_eq(input_expected(&in), 3);
	ck_assert(input_span(&in, &span));
	ck_assert_uint_eq(span.len, 6);
	ck_assert_int_eq(span.bytes[0], 'c');
	ck_assert_uint_eq(input_expected(&in), 0);
	ck_assert(!input_span(&in, &span));

	input_seek(&in, 0);
	input_expect(&in, 7);
	expect_next(&in, "ab");
	input_seek(&in, 4);
	ck_assert_uint_eq(input_expected(&in), 5);
	expect_next(&in, "cd");
	input_expect(&in, 1);
	expect_next(&in, "e");
	ck_assert(!input_span(&in, &span));
	ck_assert_uint_eq(input_expected(&in), 0);
	input_expect(&in, INPUT_ALL);
	expect_next(&in, "f");
	ck_assert_uint_eq(input_expected(&in), INPUT_ALL);
	input_close(&in);
	ck_assert_int_eq(lseek(0, 0, SEEK_CUR), 12);
	stand_in(saved);
}
END_TEST

static Suite *
input_suite(void)
{
	Suite *suite = suite_create("input");
	TCase *tc = tcase_create("model");

	tcase_set_timeout(tc, 30);
	tcase_add_loop_test(tc, records_equal_the_model, 0,
	    LENGTH(contents) * SOURCES);
	suite_add_tcase(suite, tc);

	tc = tcase_create("few");
	tcase_add_test(tc, span_holds_all_at_hand);
	tcase_add_test(tc, reading_keeps_pace);
	tcase_add_test(tc, record_does_not_wait);
	tcase_add_test(tc, ways_in_turn);
	tcase_add_loop_test(tc, skips, 1, 10);
	tcase_add_test(tc, expects_more_later);
	tcase_add_test(tc, changes_its_mind);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(input_suite)
