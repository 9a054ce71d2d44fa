/*
 * suite - turns a module's suite into a Check program
 *
 *	#include "suite.h"
 *
 *	START_TEST(adds) { ... } END_TEST
 *
 *	static Suite *
 *	digits_suite(void)
 *	{
 *		Suite *suite = suite_create("digits");
 *		TCase *tc = tcase_create("add");
 *
 *		tcase_add_loop_test(tc, adds, 0, LENGTH(rows));
 *		suite_add_tcase(suite, tc);
 *		return suite;
 *	}
 *
 *	SUITE_MAIN(digits_suite)
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SUITE_H
#define SUITE_H

#include "../common/sanitizer.h"
#include <check.h>
#include <stdlib.h>

/*
 * Tags of test cases that make check-valgrind leaves out: what can't be seen
 * there, where malloc is valgrind's own and a program that can't be started is
 * one that ends; and what would take it half a minute.
 */
#define TAG_NATIVE "native"
#define TAG_LONG "long"

/* How many rows a table has, as the int that loop tests take. */
#define LENGTH(table) ((int)(sizeof(table) / sizeof *(table)))

/* Run the suite that function makes, print the summary, be its status. */
#define SUITE_MAIN(function)                                              \
	int main(void)                                                    \
	{                                                                 \
		SRunner *runner = srunner_create(function());             \
		int failed;                                               \
                                                                          \
		CHECK_IS_TRUSTED();                                       \
		srunner_run_all(runner, CK_ENV);                          \
		failed = srunner_ntests_failed(runner);                   \
		srunner_free(runner);                                     \
		return failed ? EXIT_FAILURE : EXIT_SUCCESS;              \
	}

#endif
