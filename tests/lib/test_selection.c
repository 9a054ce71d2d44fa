/*
 * selection - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "selection.h"
#include "suite.h"
#include "support.h"
#include <stdint.h>
#include <string.h>

#define FORMS "; fields are 2, 2-4, 3- or -3"
#define NAMES "; names of columns are for --csv, --tsv and --jsonl"

/* Fields as one text, each in brackets. */
static const char *
show(const struct fields *fields)
{
	static struct bytes text;

	text.len = 0;
	for (size_t i = 0; i < fields->n; i++) {
		bytes_add(&text, LITERAL("["));
		bytes_add(&text, fields->field[i].bytes, fields->field[i].len);
		bytes_add(&text, LITERAL("]"));
	}
	bytes_add(&text, "", 1);
	return text.at;
}

/* What is taken of a,b,c, and how far that reaches. */
static const struct row {
	const char *list; /* NULL: none */
	size_t reach;
	const char *taken;
} rows[] = {
	{ NULL, 0, "[a,b,c]" },
	{ "1", 1, "[a]" },
	{ "2", 2, "[b]" },
	{ "002", 2, "[b]" },
	{ "4", 4, "[]" },
	{ "3,1", 3, "[c][a]" },
	{ "1,1", 1, "[a][a]" },
	{ "1-2", 2, "[a][b]" },
	{ "2-2", 2, "[b]" },
	{ "2-5", 5, "[b][c][][]" },
	{ "5-6", 6, "[][]" },
	{ "2-", SIZE_MAX, "[b][c]" },
	{ "3-", SIZE_MAX, "[c]" },
	{ "4-", SIZE_MAX, "" },
	{ "-2", 2, "[a][b]" },
	{ "-4", 4, "[a][b][c][]" },
	{ "3,-2,2-", SIZE_MAX, "[c][a][b][b][c]" },
	{ "18446744073709551614", SIZE_MAX - 1, "[]" },
	{ "18446744073709551615", SIZE_MAX, "[]" },
	{ "18446744073709551616", SIZE_MAX, "[]" },
	{ "99999999999999999999999999999999,1", SIZE_MAX, "[][a]" },
	{ "2-99999999999999999999999999999999", SIZE_MAX, "[b][c]" },
	{ "-18446744073709551615", SIZE_MAX, "[a][b][c]" },
	{ "99999999999999999999-", SIZE_MAX, "" },
};

START_TEST(takes)
{
	const struct row *row = &rows[_i];
	const struct record record = { LITERAL("a,b,c") };
	struct splitter splitter = { .separator = ",", .separator_len = 1 };
	struct selection selection = { 0 };
	struct fields taken = { 0 };
	size_t reach;

	if (row->list)
		ck_assert_ptr_null(selection_add(&selection, row->list,
		    &splitter));
	reach = selection_reach(&selection);
	ck_assert_msg(reach == row->reach, "reach is %zu", reach);
	splitter_split(&splitter, &record, reach);
	/* Twice: what was taken before does not stay. */
	selection_take(&selection, &splitter.fields, &taken);
	selection_take(&selection, &splitter.fields, &taken);
	ck_assert_str_eq(show(&taken), row->taken);
	/* Nor does it matter that more was split for somebody else. */
	splitter_split(&splitter, &record, SIZE_MAX);
	selection_take(&selection, &splitter.fields, &taken);
	ck_assert_str_eq(show(&taken), row->taken);
	fields_close(&taken);
	selection_close(&selection);
	splitter_close(&splitter);
}
END_TEST

START_TEST(adds_to_what_is_there)
{
	const struct record record = { LITERAL("a,b,c") };
	struct splitter splitter = { .separator = ",", .separator_len = 1 };
	struct selection selection = { 0 };
	struct fields taken = { 0 };

	ck_assert_ptr_null(selection_add(&selection, "3", &splitter));
	/* Nothing of what is refused. */
	ck_assert_ptr_nonnull(selection_add(&selection, "1,2,0", &splitter));
	ck_assert_ptr_null(selection_add(&selection, "2,1", &splitter));
	splitter_split(&splitter, &record, selection_reach(&selection));
	selection_take(&selection, &splitter.fields, &taken);
	ck_assert_str_eq(show(&taken), "[c][b][a]");
	fields_close(&taken);
	selection_close(&selection);
	splitter_close(&splitter);
}
END_TEST

static const struct wrong {
	const char *list, *reason;
} wrong[] = {
	{ "", "'' has an empty item" },
	{ ",", "',' has an empty item" },
	{ "1,", "'1,' has an empty item" },
	{ ",1", "',1' has an empty item" },
	{ "1,,2", "'1,,2' has an empty item" },
	{ "0", "'0': fields count from 1" },
	{ "00", "'00': fields count from 1" },
	{ "1,0,2", "'0': fields count from 1" },
	{ "0-", "'0-': fields count from 1" },
	{ "0-2", "'0-2': fields count from 1" },
	{ "-0", "'-0': fields count from 1" },
	{ "1-0", "'1-0': fields count from 1" },
	{ "4-2", "'4-2': the range decreases" },
	{ "1,18446744073709551614-7", "'18446744073709551614-7': the range "
	  "decreases" },
	{ "-", "'-' is no field" FORMS },
	{ "--1", "'--1' is no field" FORMS },
	{ "--", "'--' is no field" FORMS },
	{ "1--", "'1--' is no field" FORMS },
	{ "1-2-3", "'1-2-3' is no field" FORMS },
	{ "1x", "'1x' is no field" FORMS },
	{ "1-x", "'1-x' is no field" FORMS },
	{ "1,two", "'two' is no field" NAMES },
	{ "Price", "'Price' is no field" NAMES },
	{ "+1", "'+1' is no field" FORMS },
	{ " 1", "' 1' is no field" FORMS },
	{ "1, 2", "' 2' is no field" FORMS },
	{ "1 2", "'1 2' is no field" FORMS },
	{ "1.5", "'1.5' is no field" FORMS },
	{ "1_0", "'1_0' is no field" FORMS },
	{ "$1", "'$1' is no field" FORMS },
	{ "2\r", "'2\r' is no field" FORMS },
	{ "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	  "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' "
	  "is no field" NAMES },
};

START_TEST(refuses)
{
	struct splitter splitter = { 0 };
	struct selection selection = { 0 };
	const char *reason = selection_add(&selection, wrong[_i].list,
	    &splitter);

	ck_assert_msg(reason, "'%s' is taken", wrong[_i].list);
	ck_assert_str_eq(reason, wrong[_i].reason);
	ck_assert_uint_eq(selection.n, 0);
	selection_close(&selection);
}
END_TEST

/* Of bob:x:7 by (?<user>\w+):(\w):(?<id>\d) */
static const struct named {
	const char *list, *taken, *reason;
} named[] = {
	{ NULL, "[bob][x][7]", NULL },
	{ "user", "[bob]", NULL },
	{ "id,user,2", "[7][bob][x]", NULL },
	{ "2-,user", "[x][7][bob]", NULL },
	{ "4", "[]", NULL },
	{ "usr", NULL, "'usr': no such group; did you mean user?" },
	{ "id,use", NULL, "'use': no such group; did you mean user?" },
	{ "User", NULL, "'User': no such group; did you mean user?" },
	{ "name", NULL, "'name' is neither a field (2, 2-4, 3-, -3) nor the "
	  "name of a group" },
	{ "user-id", NULL, "'user-id' is neither a field (2, 2-4, 3-, -3) nor "
	  "the name of a group" },
	{ "id,", NULL, "'id,' has an empty item" },
};

START_TEST(knows_names)
{
	const struct named *row = &named[_i];
	const struct record record = { LITERAL("<bob:x:7>") };
	struct splitter splitter = { 0 };
	struct selection selection = { 0 };
	struct fields taken = { 0 };
	const char *reason = NULL;
	size_t offset;

	splitter.regexp = regexp_open("(?<user>\\w+):(\\w):(?<id>\\d)",
	    &reason, &offset);
	if (row->list)
		reason = selection_add(&selection, row->list, &splitter);
	if (row->reason) {
		ck_assert_ptr_nonnull(reason);
		ck_assert_str_eq(reason, row->reason);
	} else {
		ck_assert_msg(!reason, "%s", reason);
		splitter_split(&splitter, &record,
		    selection_reach(&selection));
		selection_take(&selection, &splitter.fields, &taken);
		ck_assert_str_eq(show(&taken), row->taken);
	}
	fields_close(&taken);
	selection_close(&selection);
	splitter_close(&splitter);
}
END_TEST

START_TEST(without_names_says_nothing_of_them)
{
	struct splitter splitter = { 0 };
	struct selection selection = { 0 };
	const char *reason;
	size_t offset;

	splitter.regexp = regexp_open("(a)", &reason, &offset);
	ck_assert_str_eq(selection_add(&selection, "user", &splitter),
	    "'user' is no field" FORMS);
	selection_close(&selection);
	splitter_close(&splitter);
}
END_TEST

static Suite *
selection_suite(void)
{
	Suite *suite = suite_create("selection");
	TCase *tcase = tcase_create("list");

	tcase_add_loop_test(tcase, takes, 0, LENGTH(rows));
	tcase_add_test(tcase, adds_to_what_is_there);
	tcase_add_loop_test(tcase, refuses, 0, LENGTH(wrong));
	suite_add_tcase(suite, tcase);
	tcase = tcase_create("names");
	tcase_add_loop_test(tcase, knows_names, 0, LENGTH(named));
	tcase_add_test(tcase, without_names_says_nothing_of_them);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(selection_suite)
