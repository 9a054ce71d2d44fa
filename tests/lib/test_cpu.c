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

/* What the registers of a processor say. */
static const struct row {
	const char *name;
	uint32_t features;
	uint64_t kept;
	enum cpu_vectors vectors;
} rows[] = {
	{ "nothing", 0, 0, CPU_PLAIN },
	{ "AVX2, not kept", 1u << 5, 0x3, CPU_PLAIN },
	{ "the lower half of AVX kept", 1u << 5, 0x5, CPU_PLAIN },
	{ "AVX2", 1u << 5, 0x7, CPU_AVX2 },
	{ "all kept, but no AVX-512", 1u << 5, 0xE7, CPU_AVX2 },
	{ "all kept, nothing there", 0, 0xE7, CPU_PLAIN },
	{ "F, BW and VL, not kept", 1u << 5 | 1u << 16 | 1u << 30 | 1u << 31,
	    0x7, CPU_AVX2 },
	{ "one of its registers is not kept",
	    1u << 5 | 1u << 16 | 1u << 30 | 1u << 31, 0x67, CPU_AVX2 },
	{ "all", 1u << 5 | 1u << 16 | 1u << 30 | 1u << 31, 0xE7,
	    CPU_AVX512 },
	{ "no VL", 1u << 5 | 1u << 16 | 1u << 30, 0xE7, CPU_AVX2 },
	{ "no BW", 1u << 5 | 1u << 16 | 1u << 31, 0xE7, CPU_AVX2 },
	{ "no F", 1u << 5 | 1u << 30 | 1u << 31, 0xE7, CPU_AVX2 },
	{ "AVX-512 without AVX2", 1u << 16 | 1u << 30 | 1u << 31, 0xE7,
	    CPU_PLAIN },
};

START_TEST(reads_what_a_processor_says)
{
	const struct row *row = &rows[_i];
	enum cpu_vectors vectors = row->vectors;

#ifndef HAVE_X86_VECTORS
	vectors = CPU_PLAIN;
#endif
	ck_assert_msg(cpu_vectors_of(row->features, row->kept) == vectors,
	    "%s", row->name);
}
END_TEST

START_TEST(answers_no_more_than_the_limit)
{
	const enum cpu_vectors all = cpu_vectors();

	cpu_limit(CPU_AVX2);
	ck_assert_int_eq(cpu_vectors(), all < CPU_AVX2 ? all : CPU_AVX2);
	cpu_limit(CPU_PLAIN);
	ck_assert_int_eq(cpu_vectors(), CPU_PLAIN);
	cpu_limit(CPU_AVX512);
	ck_assert_int_eq(cpu_vectors(), all);
}
END_TEST

static Suite *
cpu_suite(void)
{
	Suite *suite = suite_create("cpu");
	TCase *tcase = tcase_create("vectors");

	tcase_add_test(tcase, agrees_with_the_compiler);
	tcase_add_loop_test(tcase, reads_what_a_processor_says, 0,
	    LENGTH(rows));
	tcase_add_test(tcase, answers_no_more_than_the_limit);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(cpu_suite)
