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

#include <check.h>
#include <stdlib.h>

/*
 * Check is not built for the memory sanitizer, which sees it write what it
 * has not seen it set. What the tests and the library do is looked at.
 */
#ifdef __has_feature
#if __has_feature(memory_sanitizer)
#include <sanitizer/msan_interface.h>
#define CHECK_IS_TRUSTED() __msan_scoped_disable_interceptor_checks()
#define CHECK_IS_LEFT() __msan_scoped_enable_interceptor_checks()
#define WAS_READ(bytes, n) __msan_unpoison(bytes, n)
#endif
#endif
#ifndef CHECK_IS_TRUSTED
#define CHECK_IS_TRUSTED() (void)0
#define CHECK_IS_LEFT() (void)0
#define WAS_READ(bytes, n) (void)0
#endif

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
