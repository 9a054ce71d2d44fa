/*
 * joined - unit tests
 *
 * Each row is one row of a small tool, in a child: parts that stand side by
 * side under a header, and the same row once more.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "columns.h"
#include "csv.h"
#include "fields.h"
#include "input.h"
#include "joined.h"
#include "message.h"
#include "odometer.h"
#include "output.h"
#include "rows.h"
#include "suite.h"
#include "support.h"
#include "text.h"
#include "tsv.h"
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define PARTS 3

/* A file: its header, NULL without one; its row, NULL: it is filled. */
struct part {
	const char *header, *row;
	size_t columns; /* as far as they are known without a header */
};

static const struct row {
	const char *name;
	const char *args[ROWS_ARGS];
	struct part parts[PARTS]; /* up to one that is { 0 } */
	const char *fill;
	const char *out;
	int status;
	const char *err;
} rows[] = {
	{ "CSV", { "--csv" }, { { "a,b", "1,2", 0 }, { "c", "3", 0 } }, "",
	  "a,b,c\n1,2,3\n1,2,3\n", 0, "" },
	{ "one file", { "--csv" }, { { "a,b", "1,2", 0 } }, "",
	  "a,b\n1,2\n1,2\n", 0, "" },
	{ "a header of one byte", { "--csv" }, { { "a", "1", 0 } }, "",
	  "a\n1\n1\n", 0, "" },
	{ "three files", { "--csv" }, { { "a", "1", 0 }, { "a", "2", 0 },
	  { "b", "3", 0 } }, "", "a,a,b\n1,2,3\n1,2,3\n", 0, "" },
	{ "quotes stay, returns go", { "--csv" },
	  { { "\"a\",b\r", "\"1,\n\",\"\"\"2\"\r", 0 },
	  { "c\r", "\"3\"\r", 0 } },
	  "", "\"a\",b,c\n\"1,\n\",\"\"\"2\",\"3\"\n"
	  "\"1,\n\",\"\"\"2\",\"3\"\n", 0, "" },
	{ "fields that are not there", { "--csv" },
	  { { "a,b,c", "1", 0 }, { "d,e", "2", 0 } }, "",
	  "a,b,c,d,e\n1,,,2,\n1,,,2,\n", 0, "" },
	{ "a row without bytes", { "--csv" },
	  { { "a", "", 0 }, { "b", "", 0 } }, "", "a,b\n,\n,\n", 0, "" },
	{ "filled", { "--csv" }, { { "a,b", NULL, 0 }, { "c", "3", 0 },
	  { "d", NULL, 0 } }, "x,", "a,b,c,d\n\"x,\",\"x,\",3,\"x,\"\n"
	  "\"x,\",\"x,\",3,\"x,\"\n", 0, "" },
	{ "filled with nothing", { "--csv" }, { { "a,b", NULL, 0 } }, "",
	  "a,b\n,\n,\n", 0, "" },
	{ "filled, without a column", { "--csv", "-N" },
	  { { NULL, NULL, 0 }, { NULL, "1", 0 } }, "x", "x,1\nx,1\n", 0, "" },
	{ "filled, of so many fields", { "--csv", "-N" },
	  { { NULL, NULL, 3 }, { NULL, "1", 0 } }, "x", "x,x,x,1\nx,x,x,1\n",
	  0, "" },
	{ "one part that is filled with nothing", { "--csv", "-N" },
	  { { NULL, NULL, 1 } }, "", "\n\n", 0, "" },
	{ "no header", { "--csv", "-N" }, { { NULL, "1,2,3", 0 },
	  { NULL, "4", 0 } }, "", "1,2,3,4\n1,2,3,4\n", 0, "" },
	{ "no header, and a field more than known", { "--csv", "-N" },
	  { { NULL, "1,2,3", 2 } }, "", "", 1,
	  "t: more fields than columns (2); --ragged allows it\n" },
	{ "fields too many", { "--csv" }, { { "a", "1", 0 },
	  { "b,c", "2,3,4", 0 } }, "", "a,b,c\n", 1,
	  "t: more fields than columns (2); --ragged allows it\n" },
	{ "more than one", { "--csv" }, { { "a", "1,2", 0 },
	  { "b", "3", 0 } }, "", "a,b\n", 1,
	  "t: more fields than columns (1); --ragged allows it\n" },
	{ "which may be", { "--csv", "--ragged" }, { { "a", "1", 0 },
	  { "b,c", "2,3,4", 0 } }, "", "a,b,c\n1,2,3,4\n1,2,3,4\n", 0, "" },
	{ "another delimiter", { "--csv", "-t;" }, { { "a;b", "1", 0 },
	  { "c;d", NULL, 0 } }, "x;y", "a;b;c;d\n1;;\"x;y\";\"x;y\"\n"
	  "1;;\"x;y\";\"x;y\"\n", 0, "" },
	{ "TSV", { "--tsv" }, { { "a\tb\r", "1\r", 0 },
	  { "c\\t", "\"3,", 0 }, { "d", NULL, 0 } }, "x\t",
	  "a\tb\tc\\t\td\n1\t\t\"3,\tx\\t\n1\t\t\"3,\tx\\t\n", 0, "" },
	{ "a header without bytes", { "--tsv" }, { { "", "1", 0 } }, "",
	  "\n1\n1\n", 0, "" },

	/* -------- rows that are written anew -------- */

	{ "CSV to CSV", { "--csv", "--to=csv" }, { { "\"a\"", "\"1\"\r", 0 },
	  { "\"b,\"", "\"2,\"", 0 } }, "", "a,\"b,\"\n1,\"2,\"\n1,\"2,\"\n",
	  0, "" },
	{ "CSV to TSV", { "--csv", "--to=tsv" }, { { "a,b", "1\t", 0 },
	  { "c", NULL, 0 } }, "x\"\t", "a\tb\tc\n1\\t\t\tx\"\\t\n"
	  "1\\t\t\tx\"\\t\n", 0, "" },
	{ "TSV to CSV", { "--tsv", "--to=csv" }, { { "a\tb", "1\\t", 0 },
	  { "c", "2,", 0 } }, "", "a,b,c\n1\t,,\"2,\"\n1\t,,\"2,\"\n", 0,
	  "" },
	{ "CSV to JSON", { "--csv", "--to=jsonl" }, { { "a,b", "1", 0 },
	  { "\"c\"\"\"", "2", 0 } }, "",
	  "{\"a\":\"1\",\"b\":\"\",\"c\\\"\":\"2\"}\n"
	  "{\"a\":\"1\",\"b\":\"\",\"c\\\"\":\"2\"}\n", 0, "" },
	{ "anew, another delimiter", { "--csv", "-t;", "--output-delimiter=:" },
	  { { "a;b:", "1;2", 0 }, { "c", "3:", 0 } }, "",
	  "a:\"b:\":c\n1:2:\"3:\"\n1:2:\"3:\"\n", 0, "" },
	{ "anew, no header", { "--csv", "-N", "--to=tsv" },
	  { { NULL, "1,\"2\"", 0 }, { NULL, "3", 0 } }, "",
	  "1\t2\t3\n1\t2\t3\n", 0, "" },
	{ "anew, a row of one byte", { "--csv", "--to=csv" },
	  { { "a", "1", 0 } }, "", "a\n1\n1\n", 0, "" },
	{ "anew, a row without bytes", { "--csv", "--to=csv" },
	  { { "a", "\"\"", 0 } }, "", "a\n\"\"\n\"\"\n", 0, "" },
	{ "anew, a part that is filled with nothing",
	  { "--tsv", "-N", "--to=csv" }, { { NULL, NULL, 0 } }, "",
	  "\"\"\n\"\"\n", 0, "" },
	{ "the same of CSV", { "--csv", "-N", "--to=csv" },
	  { { NULL, NULL, 0 } }, "", "\"\"\n\"\"\n", 0, "" },
	{ "a name is there twice", { "--csv", "--to=jsonl" },
	  { { "a", "1", 0 }, { "b,a", "2,3", 0 } }, "", "", 1,
	  "t: file 2: two columns are called 'a', and a JSON object has a "
	  "name once\n" },
	{ "a row is no UTF-8", { "--tsv", "--to=jsonl" },
	  { { "a", "1", 0 }, { "b", "\xff", 0 } }, "", "", 1,
	  "t: JSON is UTF-8, and this record is not\n" },
};

/* Learn the columns of a file from its header. */
static void
learn_columns(struct columns *columns, const struct joined *joined,
    const struct record *header, int file)
{
	struct record names = *header;
	struct fields fields = { 0 };
	struct text text = { 0 };
	char origin[] = "file 0";

	names.len--;
	if (names.len > 0 && names.bytes[names.len - 1] == '\r')
		names.len--;
	if (joined->spelling.dialect == DIALECT_CSV)
		csv_split(&names, joined->spelling.delimiter, SIZE_MAX,
		    &fields, &text);
	else
		tsv_split(&names, SIZE_MAX, &fields, &text);
	origin[5] = (char)('1' + file);
	columns_set(columns, &fields, origin);
	fields_close(&fields);
	text_free(&text);
}

static bool
is_part(const struct row *row, int i)
{
	return i < PARTS && (row->parts[i].header || row->parts[i].row ||
	    row->parts[i].columns > 0 || (i == 0 && row->name));
}

static void
put(struct joined *joined, const struct row *row,
    const struct columns *columns)
{
	const char *reason;

	for (int i = 0; is_part(row, i); i++) {
		const struct part *part = &row->parts[i];
		const size_t n = part->header ? columns_n(&columns[i]) :
		    part->columns;
		const struct record record = { part->row,
			part->row ? strlen(part->row) : 0 };

		reason = NULL;
		if (part->row)
			reason = joined_part(joined, &record, n);
		else
			joined_fill(joined, row->fill, strlen(row->fill), n);
		if (reason)
			die(NULL, "%s", reason);
	}
	joined_end(joined);
}

static void
join(void *about)
{
	const struct row *row = about;
	struct columns columns[PARTS] = { { .open = false } };
	const char *const *operand;
	struct text header = { 0 };
	struct joined joined;
	struct record record;

	rows_options(row->args, &operand);
	joined_open(&joined);
	for (int i = 0; is_part(row, i); i++) {
		if (!row->parts[i].header)
			continue;
		header.len = 0;
		text_add(&header, row->parts[i].header,
		    strlen(row->parts[i].header));
		text_add(&header, "\n", 1);
		record = (struct record){ header.bytes, header.len };
		learn_columns(&columns[i], &joined, &record, i);
		joined_name(&joined, &columns[i], &record);
	}
	joined_head(&joined);
	put(&joined, row, columns);
	put(&joined, row, columns);
	joined_close(&joined);
	for (int i = 0; i < PARTS; i++)
		columns_close(&columns[i]);
	text_free(&header);
	output_close();
	finish();
}

START_TEST(joins)
{
	const struct row *row = &rows[_i];
	struct outcome outcome;

	child_run(&outcome, join, (void *)row, -1, -1);
	outcome_expect(row->name, &outcome, row->status, row->out, row->err);
}
END_TEST

/* A header that is written anew does not wait for a row. */
static void
head(void *about)
{
	static const char *const args[ROWS_ARGS] = { "--csv", "--to=tsv" };
	const struct record header = { LITERAL("a,b\n") };
	struct columns columns = { .open = false };
	const char *const *operand;
	struct joined joined;

	(void)about;
	rows_options(args, &operand);
	joined_open(&joined);
	learn_columns(&columns, &joined, &header, 0);
	joined_name(&joined, &columns, &header);
	joined_head(&joined);
	joined_close(&joined);
	columns_close(&columns);
	output_close();
}

START_TEST(a_header_may_be_alone)
{
	struct outcome outcome;

	child_run(&outcome, head, NULL, -1, -1);
	outcome_expect("a header", &outcome, STATUS_RETURNED, "a\tb\n", "");
}
END_TEST

/* -------- every choice -------- */

#define RECORDS 3

static const struct turn {
	const char *name;
	const char *args[ROWS_ARGS];
	const char *first; /* NULL: nothing */
	const char *columns[PARTS][RECORDS + 1]; /* their records */
	const char *out;
} turns[] = {
	{ "one column", { "--csv" }, NULL, { { "1", "2,3", "" } },
	  "1\n2,3\n\n" },
	{ "two", { "--csv" }, NULL, { { "1", "2" }, { "a", "b", "c" } },
	  "1,a\n1,b\n1,c\n2,a\n2,b\n2,c\n" },
	{ "three, behind a row", { "--csv" }, "x\r", { { "1", "2" }, { "a" },
	  { "3", "4" } }, "x,1,a,3\nx,1,a,4\nx,2,a,3\nx,2,a,4\n" },
	{ "nothing behind a row", { "--tsv" }, "x\ty", { { NULL } },
	  "x\ty\n" },
	{ "TSV", { "--tsv" }, NULL, { { "1", "2" }, { "\"a", "b" } },
	  "1\t\"a\n1\tb\n2\t\"a\n2\tb\n" },
	{ "anew", { "--csv", "-N", "--to=tsv" }, "x", { { "\"1\"", "2" },
	  { "a", "\"\t\"" } }, "x\t1\ta\nx\t1\t\\t\nx\t2\ta\nx\t2\t\\t\n" },
};

static void
turn(void *about)
{
	const struct turn *turn = about;
	const struct record first = { turn->first,
		turn->first ? strlen(turn->first) : 0 };
	const struct column *columns[PARTS];
	struct column column[PARTS] = { { NULL, 0 } };
	struct record record[PARTS][RECORDS];
	const char *const *operand;
	struct joined joined;
	size_t n = 0;

	for (; n < PARTS && turn->columns[n][0]; n++) {
		columns[n] = &column[n];
		column[n].record = record[n];
		for (; turn->columns[n][column[n].n]; column[n].n++)
			record[n][column[n].n] = (struct record){
				turn->columns[n][column[n].n],
				strlen(turn->columns[n][column[n].n]) };
	}
	rows_options(turn->args, &operand);
	joined_open(&joined);
	/* Twice: what was chosen last does not matter. */
	joined_turn(&joined, columns, n, turn->first ? &first : NULL);
	output_record("again", 5);
	joined_turn(&joined, columns, n, turn->first ? &first : NULL);
	joined_close(&joined);
	output_close();
}

START_TEST(turns_all_choices)
{
	const struct turn *row = &turns[_i];
	struct outcome outcome;
	char out[256];

	snprintf(out, sizeof out, "%sagain\n%s", row->out, row->out);
	child_run(&outcome, turn, (void *)row, -1, -1);
	outcome_expect(row->name, &outcome, STATUS_RETURNED, out, "");
}
END_TEST

static Suite *
joined_suite(void)
{
	Suite *suite = suite_create("joined");
	TCase *tcase = tcase_create("joined");

	tcase_add_loop_test(tcase, joins, 0, LENGTH(rows));
	tcase_add_test(tcase, a_header_may_be_alone);
	tcase_add_loop_test(tcase, turns_all_choices, 0, LENGTH(turns));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(joined_suite)
