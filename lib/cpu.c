/*
 * cpu - what the processor has beyond its family
 *
 * The compiler's own answer (__builtin_cpu_supports) asks for everything
 * there is, before main.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "cpu.h"
#include <stdbool.h>

static enum cpu_vectors limit = CPU_AVX512;

void
cpu_limit(enum cpu_vectors most)
{
	limit = most;
}

#ifdef HAVE_X86_VECTORS
#include <cpuid.h>
#include <immintrin.h>

/* Which registers the system keeps over a switch: SSE, AVX; AVX-512. */
#define KEEPS_AVX 0x06
#define KEEPS_AVX512 0xE6

#define AVX512 (bit_AVX512F | bit_AVX512BW | bit_AVX512VL)

enum cpu_vectors
cpu_vectors_of(uint32_t features, uint64_t kept)
{
	if (!(features & bit_AVX2) || (kept & KEEPS_AVX) != KEEPS_AVX)
		return CPU_PLAIN;
	if ((features & AVX512) != AVX512 ||
	    (kept & KEEPS_AVX512) != KEEPS_AVX512)
		return CPU_AVX2;
	return CPU_AVX512;
}

__attribute__((target("xsave"))) static enum cpu_vectors
ask(void)
{
	unsigned a, b, c, d;

	if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_OSXSAVE) ||
	    !__get_cpuid_count(7, 0, &a, &b, &c, &d))
		return CPU_PLAIN; /* LCOV_EXCL_LINE: before AVX2, 2013 */
	return cpu_vectors_of(b, (uint64_t)_xgetbv(0));
}
#else
enum cpu_vectors
cpu_vectors_of(uint32_t features, uint64_t kept)
{
	(void)features;
	(void)kept;
	return CPU_PLAIN;
}

static enum cpu_vectors
ask(void)
{
	return CPU_PLAIN;
}
#endif

enum cpu_vectors
cpu_vectors(void)
{
	static enum cpu_vectors answer;
	static bool asked;

	if (!asked)
		answer = ask();
	asked = true;
	return answer < limit ? answer : limit;
}
