/*
 * input_rows - unit tests: what an input hands out of files of rows
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "input_rows.h"
#include "message.h"
#include "names.h"
#include "output.h"
#include "suite.h"
#include "support.h"
#include <stdio.h>
#include <string.h>

/* As much of a name as is shown. */
#define LONG_NAME "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" \
	"aaaaaaaaaaaaaaaaaaaaaaaa"

/* One byte less. */
#define SHORT_NAME "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" \
	"aaaaaaaaaaaaaaaaaaaaaaa"

/* Up to three files of CSV, and what is handed out of them. */
static const struct file_case {
	const char *name;
	const char *file[4]; /* their contents */
	const char *out; /* the header, then each row, in brackets */
	int status;
	const char *err; /* F is the folder */
	bool headless; /* no row is a header */
} files[] = {
	{ "one file", { "a,b\n1,2\n3,4\n" }, "[a,b][1,2][3,4]", 0, "", false },
	{ "no last newline", { "a,b\n1,2" }, "[a,b][1,2]", 0, "", false },
	{ "a header alone", { "a,b\n" }, "[a,b]", 0, "", false },
	{ "a header without its newline", { "a,b" }, "[a,b]", 0, "", false },
	{ "nothing", { "" }, "", 0, "", false },
	{ "nothing but lines without bytes", { "\n\r\n\n" }, "", 0, "",
	    false },
	{ "lines without bytes", { "\n\na\n\n1\n\n\n2\n\n" }, "[a][1][2]", 0,
	    "", false },
	{ "lines with a return alone", { "a\r\n\r\n1\r\n\r\n" },
	    "[a\r][1\r]", 0, "", false },
	{ "a return at the end of the file", { "a\n1\n\r" }, "[a][1]", 0, "",
	    false },
	{ "quoted newlines", { "a,b\n\"1\n\",\"\n\"\n2,3\n" },
	    "[a,b][\"1\n\",\"\n\"][2,3]", 0, "", false },
	{ "a newline in the header", { "\"a\nb\",c\n1,2\n" },
	    "[\"a\nb\",c][1,2]", 0, "", false },
	{ "a byte order mark", { "\xef\xbb\xbf" "a\n1\n" }, "[a][1]", 0, "",
	    false },
	{ "a mark before a quote", { "\xef\xbb\xbf\"a,b\"\n1\n" },
	    "[\"a,b\"][1]", 0, "", false },
	{ "a mark alone", { "\xef\xbb\xbf" }, "", 0, "", false },
	{ "half a mark", { "\xef\xbb" "a\n1\n" }, "[\xef\xbb" "a][1]", 0, "",
	    false },
	{ "a mark that comes late", { "a\n\xef\xbb\xbf\n" },
	    "[a][\xef\xbb\xbf]", 0, "", false },
	{ "the same header again", { "a,b\n1,2\n", "a,b\n3,4\n" },
	    "[a,b][1,2][3,4]", 0, "", false },
	{ "the same header in quotes and with a mark",
	    { "a,b\n1,2\n", "\xef\xbb\xbf\"a\",b\r\n3,4\r\n" },
	    "[a,b][1,2][3,4\r]", 0, "", false },
	{ "an empty file first", { "", "a\n1\n" }, "[a][1]", 0, "", false },
	{ "an empty file between", { "a\n1\n", "", "a\n2\n" },
	    "[a][1][2]", 0, "", false },
	{ "another header", { "a,b\n1,2\n", "a,c\n3,4\n", "a,b\n5,6\n" },
	    "[a,b][1,2][5,6]", 1, "t: F/1: the header differs from that of "
	    "F/0: column 2 is 'c', not 'b'\n", false },
	{ "a long name", { "a\n", LONG_NAME "b\n" }, "[a]", 1,
	    "t: F/1: the header differs from that of F/0: column 1 is '"
	    LONG_NAME "', not 'a'\n", false },
	{ "the first name is shown whole", { SHORT_NAME ",b\n", "a,b\n" },
	    "[" SHORT_NAME ",b]", 1,
	    "t: F/1: the header differs from that of F/0: column 1 is 'a', "
	    "not '" SHORT_NAME "'\n", false },
	{ "a name that is shown whole", { "a\n", SHORT_NAME "\n" }, "[a]", 1,
	    "t: F/1: the header differs from that of F/0: column 1 is '"
	    SHORT_NAME "', not 'a'\n", false },
	{ "fewer columns", { "a,b\n", "a\n3\n" }, "[a,b]", 1,
	    "t: F/1: the header differs from that of F/0: 1 columns, not 2\n",
	    false },
	{ "no header", { "1,2\n\n3,4\n", "\xef\xbb\xbf" "5\n" },
	    "[1,2][3,4][5]", 0, "", true },
	{ "no header, and a quote is not closed", { "\"1\n" }, "", 1,
	    "t: F/0:1 (line 1): a quote is not closed\n", true },
	{ "a quote is not closed", { "a\n1\n\n\"2\n3\n", "a\n4\n" },
	    "[a][1][4]", 1, "t: F/0:2 (line 4): a quote is not closed\n",
	    false },
	{ "text behind a closing quote", { "a\n\"1\n\"\n\"2\"3\n5\n" },
	    "[a][\"1\n\"]", 1, "t: F/0:2 (line 4): text after a closing "
	    "quote\n", false },
	{ "a header that is none", { "\"a\"b\n1\n", "c\n2\n" }, "[c][2]", 1,
	    "t: F/0 (line 1): text after a closing quote\n", false },
};

static const size_t blocks[] = { 1, 2, 3, 7, 65536 };

struct way {
	const struct file_case *files;
	const char *folder;
	size_t block;
	bool spans;
};

static void
put(const char *bytes, size_t len)
{
	output_bytes("[", 1);
	output_bytes(bytes, len);
	output_bytes("]", 1);
}

/* Hand out records in spans, which may come in parts. */
static void
put_spans(struct input *in)
{
	struct framing framing = in->framing;
	struct span span;
	size_t end[SCAN_STEP], n, begin, i;

	framing.place = CSV_START;
	while (input_span(in, &span)) {
		if (span.opens)
			output_bytes("[", 1);
		for (begin = 0; begin < span.len; begin = end[n - 1] + 1) {
			n = framing_ends(&framing, span.bytes + begin,
			    span.len - begin, end, SCAN_STEP);
			if (n == 0)
				break;
			for (i = 0; i < n; i++) {
				end[i] += begin;
				must(span.bytes[end[i]] == '\n', "end");
				output_bytes(span.bytes + (i ? end[i - 1] + 1 :
				    begin), end[i] - (i ? end[i - 1] + 1 :
				    begin));
				output_bytes("]", 1);
				if (end[i] + 1 < span.len)
					output_bytes("[", 1);
			}
		}
		must((begin == span.len) == span.closes, "closes");
		if (begin < span.len)
			output_bytes(span.bytes + begin, span.len - begin);
	}
}

static void
body(void *about)
{
	const struct way *way = about;
	const char *word[4];
	struct words words;
	struct record record;
	struct input in;
	size_t n = 0;
	char name[2] = "0";

	message_start("t");
	output_start('\n');
	for (; way->files->file[n]; n++, ++*name)
		word[n] = folder_path(way->folder, name);
	input_open(&in, words_open(&words, word, n), '\n');
	input_block(&in, way->block);
	input_rows(&in, DIALECT_CSV, ',', !way->files->headless);
	if (!way->files->headless && input_columns(&in, &record))
		put(record.bytes, record.len - 1);
	if (way->spans)
		put_spans(&in);
	else
		while (input_next(&in, &record))
			put(record.bytes, record.len);
	input_close(&in);
	output_end();
	output_close();
	finish();
}

/* Put the folder in the place of F. */
static void
place(char *text, size_t size, const char *err, const char *folder)
{
	size_t len = 0;

	for (; *err; err++) {
		if (err[0] == 'F' && err[1] == '/')
			len += (size_t)snprintf(text + len, size - len, "%s",
			    folder);
		else
			text[len++] = *err;
	}
	text[len] = '\0';
}

START_TEST(hands_out_rows)
{
	struct way way = { .files = &files[_i] };
	struct outcome outcome;
	char folder[64], out[512], err[512], name[2] = "0";

	folder_make(folder);
	way.folder = folder;
	for (size_t n = 0; way.files->file[n]; n++, ++*name)
		folder_file(folder, name, way.files->file[n],
		    strlen(way.files->file[n]));
	snprintf(out, sizeof out, "%s\n", way.files->out);
	place(err, sizeof err, way.files->err, folder);
	for (int i = 0; i < 2 * LENGTH(blocks); i++) {
		/* A part of what is no row may have been handed out. */
		if (way.files->status != 0 && i % 2 && blocks[i / 2] < 100)
			continue;
		way.block = blocks[i / 2];
		way.spans = i % 2;
		child_run(&outcome, body, &way, -1, -1);
		outcome_expect(way.files->name, &outcome, way.files->status,
		    out, err);
	}
	folder_remove(folder);
}
END_TEST

/* What a place is called, row by row. */
static void
name_rows(void *about)
{
	static const char *const word[] = { "-" };
	char place[INPUT_PLACE_MAX];
	struct words words;
	struct record record;
	struct input in;

	message_start("t");
	output_start('\n');
	input_open(&in, words_open(&words, word, 1), '\n');
	input_block(&in, *(const size_t *)about);
	input_rows(&in, DIALECT_CSV, ',', true);
	while (input_next(&in, &record)) {
		input_name_place(&in, place, input_number(&in),
		    input_row_line(&in));
		output_record(place, strlen(place));
	}
	input_close(&in);
	output_close();
	finish();
}

START_TEST(counts_rows_and_lines)
{
	static const char text[] = "a\n1\n\n2\n\"3\n\n\"\n4\n5\n6\n"
	    "\"a long one\nwith newlines\n\n\n\"\n7";
	static const char want[] = "-:1 (line 2)\n-:2 (line 4)\n"
	    "-:3 (line 5)\n-:4 (line 8)\n-:5 (line 9)\n-:6 (line 10)\n"
	    "-:7 (line 11)\n-:8 (line 16)\n";
	int in = file_make(text, sizeof text - 1);
	struct outcome outcome;

	child_run(&outcome, name_rows, (void *)&blocks[_i], in, -1);
	outcome_expect("lines", &outcome, 0, want, "");
}
END_TEST

static Suite *
input_rows_suite(void)
{
	Suite *suite = suite_create("input_rows");
	TCase *tcase = tcase_create("files");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, hands_out_rows, 0, LENGTH(files));
	tcase_add_loop_test(tcase, counts_rows_and_lines, 0, LENGTH(blocks));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(input_rows_suite)
