/*
 * row_options - unit tests
 *
 * Each row is a small tool of its own, in a child: it says what the options
 * come to, and what was found where the input begins.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "columns.h"
#include "input.h"
#include "names.h"
#include "options.h"
#include "output.h"
#include "row_options.h"
#include "row_writer.h"
#include "rows.h"
#include "suite.h"
#include "support.h"
#include <stdint.h>
#include <string.h>

#define USAGE "Try 't --help'.\n"
#define ONE_BYTE "what separates fields of CSV is one byte, and no quote, " \
	"newline, return or NUL\n" USAGE

static const struct row {
	const char *name;
	const char *args[ROWS_ARGS];
	const char *in;
	/*
	 * The word, the delimiter, whether rows are named, ragged, written
	 * anew; the header; the columns, "none" or, where any is one, "any";
	 * the records; the header and a row as they are written.
	 */
	const char *out;
	int status;
	const char *err;
} rows[] = {
	{ "CSV", { "--csv" }, "a,b\n1,2\n\n3\n",
	  "--csv , named\n[a,b\n]\n(a)(b)\n[1,2][3]\nx,y\n1,\"2,\"\n", 0, "" },
	{ "TSV", { "--tsv" }, "a\tb\n1\t2\n",
	  "--tsv \t named\n[a\tb\n]\n(a)(b)\n[1\t2]\nx\ty\n1\t2,\n", 0, "" },
	{ "JSON", { "--jsonl" }, "{}\n", "--jsonl \t\n-\nany\n[{}]\n"
	  "{\"x\":\"1\",\"y\":\"2,\"}\n", 0, "" },
	{ "no rows", { NULL }, "a\nb\n", "- \t\n-\nnone\n[a][b]\n", 0, "" },
	{ "a header that ends with a return", { "--csv" }, "\"a\"\r\n1\r\n",
	  "--csv , named\n[\"a\"\r\n]\n(a)\n[1\r]\nx,y\n1,\"2,\"\n", 0, "" },
	{ "no header is there", { "--csv" }, "",
	  "--csv , named\n-\nany\n\nx,y\n1,\"2,\"\n", 0, "" },
	{ "nor of TSV", { "--tsv" }, "",
	  "--tsv \t named\n-\nany\n\nx\ty\n1\t2,\n", 0, "" },
	{ "no header is wanted", { "--csv", "-N" }, "a\n1\n",
	  "--csv ,\n-\nnone\n[a][1]\n1,\"2,\"\n", 0, "" },
	{ "the same of TSV", { "--tsv", "-N" }, "a\n",
	  "--tsv \t\n-\nnone\n[a]\n1\t2,\n", 0, "" },
	{ "ragged", { "--csv", "--ragged" }, "a\n",
	  "--csv , named ragged\n[a\n]\n(a)\n\nx,y\n1,\"2,\"\n", 0, "" },
	{ "JSON may be ragged", { "--jsonl", "--ragged" }, "",
	  "--jsonl \t ragged\n-\nany\n\n{\"x\":\"1\",\"y\":\"2,\"}\n", 0, "" },
	{ "-t", { "--csv", "-t;" }, "a;b,\n",
	  "--csv ; named\n[a;b,\n]\n(a)(b,)\n\nx;y\n1;2,\n", 0, "" },
	{ "-t, escaped", { "--csv", "-t\\t" }, "a\tb\n",
	  "--csv \t named\n[a\tb\n]\n(a)(b)\n\nx\ty\n1\t2,\n", 0, "" },
	{ "a file", { "--csv", "/dev/null" }, "a\n",
	  "--csv , named\n-\nany\n\nx,y\n1,\"2,\"\n", 0, "" },

	/* -------- what rows become that are written -------- */

	{ "to TSV", { "--csv", "--to=tsv" }, "a\n1\n",
	  "--csv , named anew\n[a\n]\n(a)\n[1]\nx\ty\n1\t2,\n", 0, "" },
	{ "to JSON", { "--csv", "--to=jsonl" }, "a\n1\n",
	  "--csv , named anew\n[a\n]\n(a)\n[1]\n"
	  "{\"x\":\"1\",\"y\":\"2,\"}\n", 0, "" },
	{ "CSV to CSV", { "--csv", "--to=csv" }, "",
	  "--csv , named anew\n-\nany\n\nx,y\n1,\"2,\"\n", 0, "" },
	{ "its delimiter is a comma", { "--csv", "-t;", "--to=csv" }, "",
	  "--csv ; named anew\n-\nany\n\nx,y\n1,\"2,\"\n", 0, "" },
	{ "or another one", { "--csv", "--to=csv", "--output-delimiter=:" },
	  "", "--csv , named anew\n-\nany\n\nx:y\n1:2,\n", 0, "" },
	{ "which is enough", { "--csv", "--output-delimiter=:" },
	  "", "--csv , named anew\n-\nany\n\nx:y\n1:2,\n", 0, "" },
	{ "even as it was", { "--csv", "--output-delimiter=," },
	  "", "--csv , named anew\n-\nany\n\nx,y\n1,\"2,\"\n", 0, "" },
	{ "of two kinds", { "--csv", "-t;", "--output-delimiter=\\t" },
	  "", "--csv ; named anew\n-\nany\n\nx\ty\n1\t2,\n", 0, "" },
	{ "TSV to TSV", { "--tsv", "--to=tsv" }, "",
	  "--tsv \t named anew\n-\nany\n\nx\ty\n1\t2,\n", 0, "" },
	{ "TSV to CSV", { "--tsv", "--to=csv" }, "",
	  "--tsv \t named anew\n-\nany\n\nx,y\n1,\"2,\"\n", 0, "" },
	{ "TSV to CSV without a header",
	  { "--tsv", "-N", "--to=csv", "--output-delimiter=;" }, "",
	  "--tsv \t anew\n-\nnone\n\n1;2,\n", 0, "" },
	{ "JSON to JSON", { "--jsonl", "--to=jsonl" }, "",
	  "--jsonl \t\n-\nany\n\n{\"x\":\"1\",\"y\":\"2,\"}\n", 0, "" },
	{ "JSON to CSV", { "--jsonl", "--to=csv" }, "",
	  "--jsonl \t anew\n-\nany\n\nx,y\n1,\"2,\"\n", 0, "" },
	{ "JSON to TSV", { "--jsonl", "--to=tsv" }, "",
	  "--jsonl \t anew\n-\nany\n\nx\ty\n1\t2,\n", 0, "" },
	{ "lines are joined by anything", { "--output-delimiter=<>" }, "a\n",
	  "- \t\n-\nnone\n[a]\n", 0, "" },
	{ "and split so", { "-t<>", "-z" }, "a\n", "- \t\n-\nnone\n[a]\n", 0,
	  "" },

	/* -------- what does not go together -------- */

	{ "-N without rows", { "-N" }, "", "", 2,
	  "t: -N: needs --csv or --tsv\n" USAGE },
	{ "--ragged", { "--ragged" }, "", "", 2,
	  "t: --ragged: needs --csv or --tsv\n" USAGE },
	{ "--to", { "--to=csv" }, "", "", 2,
	  "t: --to: needs --csv, --tsv or --jsonl\n" USAGE },
	{ "CSV and TSV", { "--csv", "--tsv" }, "", "", 2,
	  "t: only one of --csv, --tsv and --jsonl\n" USAGE },
	{ "CSV and JSON", { "--jsonl", "--csv" }, "", "", 2,
	  "t: only one of --csv, --tsv and --jsonl\n" USAGE },
	{ "TSV and JSON", { "--jsonl", "--tsv" }, "", "", 2,
	  "t: only one of --csv, --tsv and --jsonl\n" USAGE },
	{ "-z", { "--csv", "-z" }, "", "", 2,
	  "t: -z: not together with --csv\n" USAGE },
	{ "-z and JSON", { "--jsonl", "-z" }, "", "", 2,
	  "t: -z: not together with --jsonl\n" USAGE },
	{ "-e", { "--tsv", "-e", "." }, "", "", 2,
	  "t: -e: --tsv says already what the fields are\n" USAGE },
	{ "-t and TSV", { "--tsv", "-t," }, "", "", 2,
	  "t: -t: --tsv says already what separates fields\n" USAGE },
	{ "-t and JSON", { "--jsonl", "-t," }, "", "", 2,
	  "t: -t: --jsonl says already what separates fields\n" USAGE },
	{ "-N and JSON", { "--jsonl", "-N" }, "", "", 2,
	  "t: -N: JSON Lines have no header\n" USAGE },
	{ "--to what there is not", { "--csv", "--to=xml" }, "", "", 2,
	  "t: xml: --to takes csv, tsv or jsonl\n" USAGE },
	{ "or nearly", { "--csv", "--to=json" }, "", "", 2,
	  "t: json: --to takes csv, tsv or jsonl; did you mean jsonl?\n"
	  USAGE },
	{ "of another order", { "--csv", "--to=cvs" }, "", "", 2,
	  "t: cvs: --to takes csv, tsv or jsonl; did you mean csv?\n" USAGE },
	{ "to JSON without names", { "--csv", "-N", "--to=jsonl" }, "", "", 2,
	  "t: --to: jsonl needs names, and -N says there are none\n" USAGE },
	{ "-t, nothing", { "--csv", "-t", "" }, "", "", 2,
	  "t: -t: " ONE_BYTE },
	{ "-t, two bytes", { "--csv", "-t,," }, "", "", 2,
	  "t: -t: " ONE_BYTE },
	{ "-t, a quote", { "--csv", "-t\"" }, "", "", 2,
	  "t: -t: " ONE_BYTE },
	{ "-t, a return", { "--csv", "-t\r" }, "", "", 2,
	  "t: -t: " ONE_BYTE },
	{ "-t, a newline", { "--csv", "-t\\n" }, "", "", 2,
	  "t: -t: " ONE_BYTE },
	{ "-t, no escape", { "--csv", "-t\\r" }, "", "", 2,
	  "t: -t: '\\r' is no escape; there are \\t \\n \\0 "
	  "\\\\ \\xHH\n" USAGE },
	{ "-t, NUL", { "--csv", "-t\\0" }, "", "", 2, "t: -t: " ONE_BYTE },
	{ "--output-delimiter, two bytes",
	  { "--csv", "--output-delimiter=::" }, "", "", 2,
	  "t: --output-delimiter: " ONE_BYTE },
	{ "of TSV", { "--tsv", "--output-delimiter=:" }, "", "", 2,
	  "t: --output-delimiter: only CSV has one; --to=csv writes it\n"
	  USAGE },
	{ "of what becomes TSV", { "--csv", "--to=tsv",
	  "--output-delimiter=:" }, "", "", 2,
	  "t: --output-delimiter: only CSV has one; --to=csv writes it\n"
	  USAGE },
	{ "of JSON", { "--jsonl", "--output-delimiter=:" }, "", "", 2,
	  "t: --output-delimiter: only CSV has one; --to=csv writes it\n"
	  USAGE },
};

static void
put(const char *before, const char *bytes, size_t len, const char *behind)
{
	output_bytes(before, strlen(before));
	output_bytes(bytes, len);
	output_bytes(behind, strlen(behind));
}

static void
put_words(void)
{
	const char *word = row_options_word();

	put("", word ? word : "-", word ? strlen(word) : 1, " ");
	put("", row_options_delimiter(), 1, "");
	put(row_options_named() ? " named" : "", "", 0, "");
	put(row_options_ragged() ? " ragged" : "", "", 0, "");
	put(row_options_rewrites() ? " anew" : "", "", 0, "\n");
}

static void
put_header(void)
{
	const struct record *header = row_options_header();
	struct columns *columns = row_options_columns();

	if (header->bytes)
		put("[", header->bytes, header->len, "]\n");
	else
		put("-", "", 0, "\n");
	if (!columns) {
		put("none", "", 0, "\n");
		return;
	}
	if (columns_n(columns) == 0)
		put("any", "", 0, "");
	for (size_t i = 0; i < columns_n(columns); i++)
		put("(", columns_name(columns, i)->bytes,
		    columns_name(columns, i)->len, ")");
	output_end();
}

static void
write_row(void)
{
	struct row_writer writer;

	row_options_writer(&writer);
	must(!row_writer_name(&writer, "x", 1), "a name");
	must(!row_writer_name(&writer, "y", 1), "a name");
	row_writer_begin(&writer);
	row_writer_text(&writer, "1", 1);
	row_writer_text(&writer, "2,", 2);
	must(row_writer_end(&writer), "a row");
	row_writer_close(&writer);
}

static void
say(void *about)
{
	const struct row *row = about;
	struct record record;
	struct input in;

	rows_start(&in, row->args);
	must(row_options_input() == &in, "the input");
	put_words();
	put_header();
	while (input_next(&in, &record))
		put("[", record.bytes, record.len, "]");
	output_end();
	if (row_options_dialect() != DIALECT_NONE)
		write_row();
	rows_end(&in);
}

START_TEST(says_what_they_come_to)
{
	const struct row *row = &rows[_i];
	const int in = file_make(row->in, strlen(row->in));
	struct outcome outcome;

	child_run(&outcome, say, (void *)row, in, -1);
	outcome_expect(row->name, &outcome, row->status, row->out, row->err);
}
END_TEST

/* -------- what is asked of an input -------- */

/* Whether records are handed out in parts, where a block is small. */
static const struct parts {
	const char *name;
	const char *args[ROWS_ARGS];
	bool whole;
} parts[] = {
	{ "lines", { NULL }, false },
	{ "CSV", { "--csv" }, false },
	{ "CSV anew", { "--csv", "--output-delimiter=:" }, true },
	{ "JSON", { "--jsonl" }, false },
	{ "JSON anew", { "--jsonl", "--to=csv" }, true },
};

static void
read_spans(void *about)
{
	static const char *const one[] = { "-" };
	const struct parts *row = about;
	const char *const *operand;
	struct words words;
	struct input in;
	struct span span;
	bool whole = true;

	rows_options(row->args, &operand);
	input_open(&in, words_open(&words, one, 1), '\n');
	input_block(&in, 16);
	row_options_begin(&in);
	while (input_span(&in, &span))
		whole = whole && span.opens && span.closes;
	must(whole == row->whole, row->name);
	rows_end(&in);
}

START_TEST(rows_that_are_written_anew_come_whole)
{
	static const char text[] = "a\n{\"a\":\"1234567890123456789012345\"}\n"
	    "1\n";
	const int in = file_make(text, sizeof text - 1);
	struct outcome outcome;

	child_run(&outcome, read_spans, (void *)&parts[_i], in, -1);
	outcome_expect(parts[_i].name, &outcome, 0, "", "");
}
END_TEST

/* Of two inputs the one that began last is meant. */
static void
begin_twice(void *about)
{
	static const char *const args[ROWS_ARGS] = { "--csv" };
	static const char *const none[] = { "/dev/null" };
	struct words words;
	struct input in, other;

	(void)about;
	rows_start(&in, args);
	put_header();
	input_open(&other, words_open(&words, none, 1), '\n');
	row_options_begin(&other);
	must(row_options_input() == &other, "the other");
	put_header();
	must(columns_find(row_options_columns(), "b", 1) == 0, "any");
	input_close(&other);
	rows_end(&in);
}

START_TEST(the_last_input_is_meant)
{
	const int in = file_make(LITERAL("a\n1\n"));
	struct outcome outcome;

	child_run(&outcome, begin_twice, NULL, in, -1);
	outcome_expect("twice", &outcome, 0, "[a\n]\n(a)\n-\nany\n", "");
}
END_TEST

/* No letter but -N is taken from the tools. */
START_TEST(they_have_one_letter)
{
	for (const struct option *row = row_options; row->name; row++)
		ck_assert_int_eq(row->letter,
		    strcmp(row->name, "no-header") == 0 ? 'N' : 0);
}
END_TEST

/* For tools that do not look into records otherwise. */
START_TEST(the_separator_is_an_option_of_its_own)
{
	ck_assert_str_eq(row_separator_options[0].name, "field-separator");
	ck_assert_int_eq(row_separator_options[0].letter, 't');
	ck_assert_ptr_null(row_separator_options[1].name);
	ck_assert_ptr_null(options_value(row_separator_options,
	    "field-separator"));
	*row_separator_options[0].text = ";";
	ck_assert_str_eq(options_value(row_separator_options,
	    "field-separator"), ";");
}
END_TEST

static Suite *
row_options_suite(void)
{
	Suite *suite = suite_create("row_options");
	TCase *tcase = tcase_create("options");

	tcase_add_loop_test(tcase, says_what_they_come_to, 0, LENGTH(rows));
	tcase_add_loop_test(tcase, rows_that_are_written_anew_come_whole, 0,
	    LENGTH(parts));
	tcase_add_test(tcase, the_last_input_is_meant);
	tcase_add_test(tcase, they_have_one_letter);
	tcase_add_test(tcase, the_separator_is_an_option_of_its_own);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(row_options_suite)
