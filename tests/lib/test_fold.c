/*
 * fold - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "fold.h"
#include "message.h"
#include "numbers.h"
#include "suite.h"
#include "support.h"
#include <stdint.h>
#include <string.h>

static const struct row {
	const char *word, *total, *value, *want;
	bool counts;
} rows[] = {
	{ "add", "1.50", "2", "3.50", false },
	{ "mul", "1.50", "2", "3.00", false },
	{ "min", "2", "1.0", "1.0", false },
	{ "min", "1", "1.0", "1", false },
	{ "min", "1", "2", "1", false },
	{ "max", "1", "2.0", "2.0", false },
	{ "max", "1", "1.0", "1", false },
	{ "max", "2", "1", "2", false },
	{ "count", "7", "1", "8", true }
};

START_TEST(takes)
{
	const struct row *row = &rows[_i];
	const struct fold *fold = fold_find(row->word);
	struct decimal total = number(row->total), value = number(row->value);

	ck_assert_ptr_nonnull(fold);
	ck_assert_ptr_eq(fold_option(row->word), fold);
	fold->take(&total, &value);
	assert_text(&total, row->want, row->word);
	ck_assert(fold->counts == row->counts);
	decimal_free(&total);
	decimal_free(&value);
}
END_TEST

START_TEST(an_expression_is_none)
{
	ck_assert_ptr_null(fold_find("acc + x"));
	ck_assert_ptr_null(fold_find(""));
	ck_assert_ptr_null(fold_option("acc + x"));
}
END_TEST

static const struct refusal {
	const char *operand;
	int status;
	const char *err;
} refusals[] = {
	{ "add", 1, "t: add: No such file or directory; for the function: t "
	    "-f add\n" },
	{ "acc + x", 1, "t: acc + x: No such file or directory; for the "
	    "function: t -f 'acc + x'\n" },
	{ "file", STATUS_RETURNED, "" },
	{ "/dev/null", STATUS_RETURNED, "" }
};

static void
refuse_operand(void *about)
{
	message_start("t");
	fold_refuse_operand(about);
}

START_TEST(an_operand_may_be_one)
{
	const struct refusal *row = &refusals[_i];
	struct outcome outcome;

	child_run(&outcome, refuse_operand, (void *)(uintptr_t)row->operand,
	    -1, -1);
	outcome_expect(row->operand, &outcome, row->status, "", row->err);
}
END_TEST

static Suite *
fold_suite(void)
{
	Suite *suite = suite_create("fold");
	TCase *tcase = tcase_create("fold");

	tcase_add_loop_test(tcase, takes, 0, LENGTH(rows));
	tcase_add_test(tcase, an_expression_is_none);
	tcase_add_loop_test(tcase, an_operand_may_be_one, 0,
	    LENGTH(refusals));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(fold_suite)
