/*
 * beside - unit tests
 *
 * Each row is a small zip_longest, in a child: what lockstep has of several
 * files, here as rows.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "beside.h"
#include "lockstep.h"
#include "message.h"
#include "output.h"
#include "rows.h"
#include "suite.h"
#include "support.h"
#include "tool.h"
#include <string.h>
#include <unistd.h>

#define FILES 3

static char folder[64];

static const struct zipped {
	const char *name;
	const char *args[ROWS_ARGS];
	const char *words[FILES + 1]; /* 0, 1, 2 are the files, or - */
	const char *files[FILES];
	const char *in; /* standard input */
	const char *fill;
	const char *out;
	int status;
	const char *err;
} rows[] = {
	{ "CSV", { "--csv" }, { "0", "1" }, { "a,b\n1,2\n3\n", "c\n4\n5\n" },
	  "", "", "a,b,c\n1,2,4\n3,,5\n", 0, "" },
	{ "one file", { "--csv" }, { "0" }, { "a,b\n1,2\n" }, "", "",
	  "a,b\n1,2\n", 0, "" },
	{ "a file is filled", { "--csv" }, { "0", "1", "2" },
	  { "a,b\n1,2\n", "c\n", "d\n3\n4\n" }, "", "x,",
	  "a,b,c,d\n1,2,\"x,\",3\n\"x,\",\"x,\",\"x,\",4\n", 0, "" },
	{ "a file without a header", { "--csv" }, { "0", "1" },
	  { "", "a,b\n1,2\n" }, "", "x", "a,b\nx,1,2\n", 0, "" },
	{ "no header at all", { "--csv" }, { "0", "1" }, { "", "" }, "", "x",
	  "", 0, "" },
	{ "no header is wanted", { "--csv", "-N" }, { "0", "1" },
	  { "1,2\n", "3\n4\n" }, "", "x", "1,2,3\nx,x,4\n", 0, "" },
	{ "the first row tells how many to fill", { "--csv", "-N" },
	  { "0", "1" }, { "1,2,3\n4\n", "5\n6\n7\n" }, "", "x",
	  "1,2,3,5\n4,6\nx,x,x,7\n", 0, "" },
	{ "standard input twice", { "--csv" }, { "-", "-" }, { NULL },
	  "a,b\n1,2\n3,4\n5,6\n", "x", "a,b,a,b\n1,2,3,4\n5,6,x,x\n", 0, "" },
	{ "TSV", { "--tsv" }, { "0", "1" }, { "a\tb\n1\n", "c\n\"2,\n3\n" },
	  "", "x\t", "a\tb\tc\n1\t\t\"2,\nx\\t\tx\\t\t3\n", 0, "" },
	{ "anew", { "--csv", "--to=jsonl" }, { "0", "1" },
	  { "a\n1\n", "b\n2\n3\n" }, "", "x", "{\"a\":\"1\",\"b\":\"2\"}\n"
	  "{\"a\":\"x\",\"b\":\"3\"}\n", 0, "" },
	{ "anew, a header alone", { "--csv", "--to=tsv" }, { "0", "1" },
	  { "a\n", "b\n" }, "", "", "a\tb\n", 0, "" },
	{ "fields too many", { "--csv" }, { "0", "1" },
	  { "a\n1\n2\n", "b\n3\n4,5\n" }, "", "", "a,b\n1,3\n", 1,
	  "t: 1:2 (line 3): more fields than columns (1); "
	  "--ragged allows it\n" },
	{ "which may be", { "--csv", "--ragged" }, { "0", "1" },
	  { "a\n1\n2\n", "b\n3\n4,5\n" }, "", "", "a,b\n1,3\n2,4,5\n", 0,
	  "" },
	{ "without names it may be", { "--csv", "-N" }, { "0" },
	  { "a\n1,2\n" }, "", "", "a\n1,2\n", 0, "" },
	{ "too many of a file that stands before", { "--csv" },
	  { "0", "1", "2" }, { "a\n1\n2\n3,3\n", "b\n4\n5\n6\n",
	  "c\n7\n8\n9\n" }, "", "", "a,b,c\n1,4,7\n2,5,8\n", 1,
	  "t: 0:3 (line 4): more fields than columns (1); "
	  "--ragged allows it\n" },
	{ "too many of standard input", { "--csv" }, { "-", "0", "-" },
	  { "b\n1\n2\n" }, "a\n1\n2\n3\n4,5\n", "", "a,b,a\n1,1,2\n", 1,
	  "t: -:4: more fields than columns (1); --ragged allows it\n" },

	/* -------- objects -------- */

	{ "JSON", { "--jsonl" }, { "0", "1" },
	  { "{\"a\": 1}\n{\"a\":2,\"b\":3}\n", "{\"b\":4}\n{\"c\":5}\n" }, "",
	  "{}", "{\"a\":1,\"b\":4}\n{\"a\":2,\"b\":3,\"c\":5}\n", 0, "" },
	{ "JSON, filled", { "--jsonl" }, { "0", "1", "2" },
	  { "{\"a\":1}\n", "{}\n{}\n", "" }, "", "{\"x\":0}",
	  "{\"a\":1,\"x\":0}\n{\"x\":0}\n", 0, "" },
	{ "JSON, the first is filled", { "--jsonl" }, { "0", "1" },
	  { "", "{}\n" }, "", "{\"x\":0}", "{\"x\":0}\n", 0, "" },
	{ "JSON to CSV", { "--jsonl", "--to=csv" }, { "0", "1" },
	  { "{\"a\":1}\n", "{\"b\":\"2,\"}\n" }, "", "{}", "1,\"2,\"\n", 0,
	  "" },
	{ "no object", { "--jsonl" }, { "0", "1" },
	  { "{}\n{}\n", "{\"a\":1}\n[]\n" }, "", "{}", "{\"a\":1}\n", 1,
	  "t: 1:2: a list, not an object\n" },
	{ "none in the third place of it", { "--jsonl" }, { "-", "-", "-" },
	  { NULL }, "{\"a\":1}\n{}\n{}\n{}\n{}\n[]\n", "{}", "{\"a\":1}\n", 1,
	  "t: -:6: a list, not an object\n" },
	{ "none in standard input", { "--jsonl" }, { "-", "-" }, { NULL },
	  "{}\n{\"a\":1}\n{}\n[]\n", "{}", "{\"a\":1}\n", 1,
	  "t: -:4: a list, not an object\n" },
};

static void
zip(void *about)
{
	const struct zipped *row = about;
	const char *const *operand;
	struct lockstep lockstep = { .end = LOCKSTEP_LONGEST, .joint = "\t",
		.joint_len = 1, .fill = row->fill,
		.fill_len = strlen(row->fill), .are_rows = true };
	struct run run = { .operand = row->words, .eol = '\n' };

	rows_options(row->args, &operand);
	must(chdir(folder) == 0, "chdir");
	while (run.n <= FILES && row->words[run.n])
		run.n++;
	must(lockstep_open(&lockstep, &run, tool_files(&run)), "open");
	while (lockstep_write_next(&lockstep))
		lockstep_write_ready(&lockstep);
	lockstep_close(&lockstep);
	output_close();
	finish();
}

START_TEST(zips)
{
	const struct zipped *row = &rows[_i];
	const int in = file_make(row->in, strlen(row->in));
	struct outcome outcome;
	char name[] = "0";

	folder_make(folder);
	for (size_t i = 0; i < FILES && row->files[i]; i++, ++*name)
		folder_file(folder, name, row->files[i],
		    strlen(row->files[i]));
	child_run(&outcome, zip, (void *)row, in, -1);
	folder_remove(folder);
	outcome_expect(row->name, &outcome, row->status, row->out, row->err);
}
END_TEST

static Suite *
beside_suite(void)
{
	Suite *suite = suite_create("beside");
	TCase *tcase = tcase_create("beside");

	tcase_add_loop_test(tcase, zips, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(beside_suite)
