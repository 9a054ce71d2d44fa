/*
 * cpu - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "cpu.h"
#include "suite.h"

/* The compiler's library answers the same, by means of its own. */
START_TEST(agrees_with_the_compiler)
{
	enum cpu_vectors expected = CPU_PLAIN;

#ifdef HAVE_X86_VECTORS
	__builtin_cpu_init();
	if (__builtin_cpu_supports("avx2"))
		expected = CPU_AVX2;
	if (__builtin_cpu_supports("avx512bw") &&
	    __builtin_cpu_supports("avx512vl"))
		expected = CPU_AVX512;
#endif
	ck_assert_int_eq(cpu_vectors(), expected);
	ck_assert_int_eq(cpu_vectors(), expected);
}
END_TEST

static Suite *
cpu_suite(void)
{
	Suite *suite = suite_create("cpu");
	TCase *tcase = tcase_create("vectors");

	tcase_add_test(tcase, agrees_with_the_compiler);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(cpu_suite)
