/*
 * row_writer - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "message.h"
#include "output.h"
#include "row_writer.h"
#include "row_writer_number.h"
#include "suite.h"
#include "support.h"
#include <string.h>

enum kind {
	NOTHING, /* no more values */
	TEXT,
	NUMBER,
	NATURAL,
	LITERAL_TEXT,
	MISSING,
	ROW /* the next row begins */
};

struct put {
	enum kind kind;
	const char *text;
	size_t len;
};

#define PUT_TEXT(text) { TEXT, LITERAL(text) }
#define PUT_NUMBER(text) { NUMBER, LITERAL(text) }
#define PUT_NATURAL(text) { NATURAL, LITERAL(text) }
#define PUT_LITERAL(text) { LITERAL_TEXT, LITERAL(text) }
#define NO_VALUE { MISSING, NULL, 0 }
#define NEXT_ROW { ROW, NULL, 0 }

#define EIGHTY "99999999999999999999999999999999999999999999999999999999" \
	"99999999999999999999.125"

static const struct row {
	const char *name;
	enum dialect dialect;
	char delimiter;
	bool bare; /* no header is wanted */
	const char *names[4];
	struct put puts[10];
	size_t excess; /* of the last row */
	const char *out;
	const char *reason; /* of the last row */
} rows[] = {
	{ "CSV", DIALECT_CSV, ',', false, { "id", "unit price", "a,b" },
	  { PUT_TEXT("1"), PUT_NUMBER("1.50"), PUT_TEXT("x \"y\""), NEXT_ROW,
	  PUT_TEXT("2\n3"), PUT_NATURAL("18446744073709551615"),
	  PUT_LITERAL("[1,2]") }, 0,
	  "id,unit price,\"a,b\"\n1,1.50,\"x \"\"y\"\"\"\n"
	  "\"2\n3\",18446744073709551615,\"[1,2]\"\n", NULL },
	{ "CSV with another delimiter", DIALECT_CSV, ';', false, { "a", "b;" },
	  { PUT_TEXT("1,2"), PUT_TEXT("3;4") }, 0,
	  "a;\"b;\"\n1,2;\"3;4\"\n", NULL },
	{ "a digit is a delimiter", DIALECT_CSV, '1', false, { "a", "b" },
	  { PUT_NUMBER("-21"), PUT_NATURAL("31") }, 0,
	  "a1b\n\"-21\"1\"31\"\n", NULL },
	{ "a row without values", DIALECT_CSV, ',', false, { "a", "b" },
	  { NO_VALUE, NEXT_ROW }, 0, "a,b\n,\n,\n", NULL },
	{ "too few values", DIALECT_CSV, ',', false, { "a", "b", "c" },
	  { PUT_TEXT("1"), NEXT_ROW, NO_VALUE, PUT_TEXT("2") }, 0,
	  "a,b,c\n1,,\n,2,\n", NULL },
	{ "too many values", DIALECT_CSV, ',', false, { "a" },
	  { PUT_TEXT("1"), PUT_TEXT("2"), PUT_TEXT("3") }, 2,
	  "a\n1,2,3\n", NULL },
	{ "one empty value is no empty line", DIALECT_CSV, ',', false,
	  { "a" }, { PUT_TEXT(""), NEXT_ROW, NO_VALUE }, 0,
	  "a\n\"\"\n\"\"\n", NULL },
	{ "nor is one empty name", DIALECT_CSV, ',', false,
	  { "" }, { PUT_TEXT("1") }, 0, "\"\"\n1\n", NULL },
	{ "two empty values", DIALECT_CSV, ',', false, { "", "" },
	  { PUT_TEXT(""), PUT_TEXT("") }, 0, ",\n,\n", NULL },
	{ "no header is wanted", DIALECT_CSV, ',', true, { "a", "b" },
	  { PUT_TEXT("1") }, 0, "1,\n", NULL },
	{ "nothing is named", DIALECT_CSV, ',', false, { NULL },
	  { PUT_TEXT("1"), NEXT_ROW, PUT_TEXT("2"), PUT_TEXT("") }, 0,
	  "1\n2,\n", NULL },
	{ "the same name twice", DIALECT_CSV, ',', false, { "a", "a" },
	  { PUT_TEXT("1"), PUT_TEXT("2") }, 0, "a,a\n1,2\n", NULL },
	{ "TSV", DIALECT_TSV, '\0', false, { "i\td", "\"x\"" },
	  { PUT_TEXT("a\tb"), PUT_TEXT("1,\\n\n"), NEXT_ROW,
	  PUT_NUMBER("-1e3"), PUT_LITERAL("\"\\t\"") }, 0,
	  "i\\td\t\"x\"\na\\tb\t1,\\\\n\\n\n-1000\t\"\\\\t\"\n", NULL },
	{ "TSV, one empty value", DIALECT_TSV, '\0', false, { "a" },
	  { PUT_TEXT("") }, 0, "a\n\n", NULL },
	{ "TSV, missing values", DIALECT_TSV, '\0', true, { "a", "b", "c" },
	  { NO_VALUE, PUT_TEXT("1") }, 0, "\t1\t\n", NULL },
	{ "JSON Lines", DIALECT_JSONL, '\0', false,
	  { "id", "a\"b", "\xc3\xa9" },
	  { PUT_TEXT("1"), PUT_NUMBER("+1.50"), PUT_TEXT("x\n\"y\""), NEXT_ROW,
	  PUT_LITERAL("[1,null]"), PUT_NATURAL("0"), PUT_TEXT("\xc3\xa9") }, 0,
	  "{\"id\":\"1\",\"a\\\"b\":1.50,\"\xc3\xa9\":\"x\\n\\\"y\\\"\"}\n"
	  "{\"id\":[1,null],\"a\\\"b\":0,\"\xc3\xa9\":\"\xc3\xa9\"}\n", NULL },
	{ "JSON Lines, missing values", DIALECT_JSONL, '\0', false,
	  { "a", "b", "" }, { NO_VALUE, PUT_TEXT("") }, 0,
	  "{\"a\":null,\"b\":\"\",\"\":null}\n", NULL },
	{ "JSON Lines, no names", DIALECT_JSONL, '\0', false, { NULL },
	  { { NOTHING, NULL, 0 } }, 0, "{}\n", NULL },
	{ "JSON Lines, no UTF-8", DIALECT_JSONL, '\0', false, { "a", "b" },
	  { PUT_TEXT("1"), NEXT_ROW, PUT_TEXT("\xff"), PUT_TEXT("1") }, 0,
	  "{\"a\":\"1\",\"b\":null}\n",
	  "JSON is UTF-8, and this record is not" },
	{ "JSON Lines, after a row that can't be written", DIALECT_JSONL,
	  '\0', false, { "a" },
	  { PUT_TEXT("a\xff"), NEXT_ROW, PUT_TEXT("1") }, 0,
	  "{\"a\":\"1\"}\n", NULL },
	{ "JSON Lines, too many values", DIALECT_JSONL, '\0', false, { "a" },
	  { PUT_TEXT("1"), PUT_TEXT("2") }, 1, "",
	  "there are more values than columns" },
	{ "a large number", DIALECT_CSV, ',', true, { "a" },
	  { PUT_NUMBER(EIGHTY) }, 0, EIGHTY "\n", NULL },
};

static void
put(struct row_writer *writer, const struct put *put)
{
	struct decimal number = DECIMAL_INIT;

	switch (put->kind) {
	case TEXT:
		row_writer_text(writer, put->text, put->len);
		break;
	case NUMBER:
		must(decimal_parse(&number, put->text, put->len), "a number");
		row_writer_number(writer, &number);
		decimal_free(&number);
		break;
	case NATURAL:
		row_writer_natural(writer, strtoull(put->text, NULL, 10));
		break;
	case LITERAL_TEXT:
		row_writer_literal(writer, put->text, put->len);
		break;
	case MISSING:
	case NOTHING:
	case ROW:
		row_writer_missing(writer);
		break;
	}
}

static void
expect_reason(const struct row_writer *writer, const char *reason)
{
	must(!writer->reason == !reason &&
	    (!reason || strcmp(writer->reason, reason) == 0), "the reason");
}

static void
write_rows(void *about)
{
	const struct row *row = about;
	struct row_writer writer;

	message_start("t");
	output_start('\n');
	row_writer_open(&writer, row->dialect, row->delimiter, !row->bare);
	for (size_t i = 0; i < 4 && row->names[i]; i++)
		must(!row_writer_name(&writer, row->names[i],
		    strlen(row->names[i])), "a name");
	row_writer_begin(&writer);
	for (size_t i = 0; row->puts[i].kind != NOTHING; i++) {
		if (row->puts[i].kind == ROW) {
			must(row_writer_end(&writer) == !writer.reason,
			    "the end of a row");
			row_writer_begin(&writer);
		} else {
			put(&writer, &row->puts[i]);
		}
	}
	must(row_writer_excess(&writer) == row->excess, "the excess");
	must(row_writer_end(&writer) == !row->reason, "the end");
	expect_reason(&writer, row->reason);
	row_writer_close(&writer);
	output_close();
}

START_TEST(writes)
{
	const struct row *row = &rows[_i];
	struct outcome outcome;

	child_run(&outcome, write_rows, (void *)row, -1, -1);
	outcome_expect(row->name, &outcome, STATUS_RETURNED, row->out, "");
}
END_TEST

/* The header alone, and only once; or once more. */
static void
write_header(void *about)
{
	struct row_writer writer;

	(void)about;
	message_start("t");
	output_start('\n');
	row_writer_open(&writer, DIALECT_CSV, ',', true);
	row_writer_head(&writer);
	row_writer_name(&writer, "a", 1);
	row_writer_name(&writer, "b", 1);
	row_writer_head(&writer);
	row_writer_head(&writer);
	row_writer_restart(&writer, true);
	row_writer_head(&writer);
	row_writer_restart(&writer, false);
	row_writer_begin(&writer);
	row_writer_end(&writer);
	row_writer_close(&writer);
	output_close();
}

START_TEST(writes_the_header_once)
{
	struct outcome outcome;

	child_run(&outcome, write_header, NULL, -1, -1);
	outcome_expect("header", &outcome, STATUS_RETURNED,
	    "a,b\na,b\n,\n", "");
}
END_TEST

START_TEST(names_that_json_cannot_have)
{
	struct row_writer writer;
	char long_name[65];

	memset(long_name, 'b', sizeof long_name);
	row_writer_open(&writer, DIALECT_JSONL, '\0', true);
	ck_assert_ptr_null(row_writer_name(&writer, "a", 1));
	ck_assert_str_eq(row_writer_name(&writer, "a", 1),
	    "two columns are called 'a', and a JSON object has a name once");
	/* So much of a name is shown. */
	ck_assert_ptr_null(row_writer_name(&writer, long_name, 63));
	ck_assert_str_eq(row_writer_name(&writer, long_name, 63),
	    "two columns are called 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
	    "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', and a JSON object has a name "
	    "once");
	ck_assert_ptr_null(row_writer_name(&writer, long_name, 65));
	ck_assert_str_eq(row_writer_name(&writer, long_name, 65),
	    "two columns are called 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
	    "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', and a JSON object has a name "
	    "once");
	ck_assert_str_eq(row_writer_name(&writer, "\xff", 1),
	    "JSON is UTF-8, and the name of a column is not");
	row_writer_close(&writer);
	row_writer_open(&writer, DIALECT_TSV, '\0', true);
	ck_assert_ptr_null(row_writer_name(&writer, "\xff", 1));
	ck_assert_ptr_null(row_writer_name(&writer, "\xff", 1));
	row_writer_close(&writer);
}
END_TEST

static Suite *
row_writer_suite(void)
{
	Suite *suite = suite_create("row_writer");
	TCase *tc = tcase_create("row_writer");

	tcase_add_loop_test(tc, writes, 0, LENGTH(rows));
	tcase_add_test(tc, writes_the_header_once);
	tcase_add_test(tc, names_that_json_cannot_have);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(row_writer_suite)
