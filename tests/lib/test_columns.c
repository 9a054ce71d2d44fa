/*
 * columns - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "columns.h"
#include "suite.h"
#include "support.h"
#include <stdio.h>
#include <string.h>

/* Columns of these names, of a file that is called f. */
static void
make(struct columns *columns, const char *const *name)
{
	struct fields names = { 0 };

	*columns = (struct columns){ 0 };
	for (; *name; name++)
		fields_push(&names, *name, strlen(*name));
	columns_set(columns, &names, "f");
	fields_close(&names);
}

static const char *const names[] = { "id", "status", "", "status", "unit price",
	NULL };

START_TEST(finds_names)
{
	struct columns columns;

	make(&columns, names);
	ck_assert_uint_eq(columns_n(&columns), 5);
	ck_assert_uint_eq(columns_find(&columns, LITERAL("id")), 0);
	/* The first of two. */
	ck_assert_uint_eq(columns_find(&columns, LITERAL("status")), 1);
	ck_assert_uint_eq(columns_find(&columns, LITERAL("")), 2);
	ck_assert_uint_eq(columns_find(&columns, LITERAL("unit price")), 4);
	ck_assert_uint_eq(columns_find(&columns, LITERAL("stat")), SIZE_MAX);
	ck_assert_uint_eq(columns_find(&columns, LITERAL("ids")), SIZE_MAX);
	ck_assert_uint_eq(columns_n(&columns), 5);
	ck_assert_uint_eq(columns_name(&columns, 4)->len, 10);
	ck_assert_str_eq(columns.origin, "f");
	columns_close(&columns);
	ck_assert_uint_eq(columns_n(&columns), 0);
}
END_TEST

START_TEST(knows_what_is_near)
{
	const struct record *near;
	struct columns columns;

	make(&columns, names);
	near = columns_near(&columns, "statsu");
	ck_assert_ptr_nonnull(near);
	ck_assert_mem_eq(near->bytes, "status", 6);
	ck_assert_ptr_null(columns_near(&columns, "quantity"));
	columns_close(&columns);
	ck_assert_ptr_null(columns_near(&columns, "status"));
}
END_TEST

START_TEST(takes_names_as_they_are_asked_for)
{
	struct columns columns = { .open = true };
	char name[8];

	for (int i = 0; i < 100; i++) {
		snprintf(name, sizeof name, "c%d", i);
		ck_assert_uint_eq(columns_find(&columns, name, strlen(name)),
		    (size_t)i);
	}
	ck_assert_uint_eq(columns_find(&columns, LITERAL("c7")), 7);
	ck_assert_uint_eq(columns_n(&columns), 100);
	ck_assert_mem_eq(columns_name(&columns, 99)->bytes, "c99", 3);
	columns_close(&columns);
}
END_TEST

START_TEST(can_be_set_again)
{
	static const char *const others[] = { "x", NULL };
	struct columns columns;
	struct fields fields = { 0 };

	make(&columns, names);
	fields_push(&fields, *others, 1);
	columns_set(&columns, &fields, "g");
	ck_assert_uint_eq(columns_n(&columns), 1);
	ck_assert_str_eq(columns.origin, "g");
	columns_close(&columns);
	fields_close(&fields);
}
END_TEST

static Suite *
columns_suite(void)
{
	Suite *suite = suite_create("columns");
	TCase *tcase = tcase_create("columns");

	tcase_add_test(tcase, finds_names);
	tcase_add_test(tcase, knows_what_is_near);
	tcase_add_test(tcase, takes_names_as_they_are_asked_for);
	tcase_add_test(tcase, can_be_set_again);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(columns_suite)
