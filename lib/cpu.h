/*
 * cpu - what the processor has beyond its family
 *
 * Layer 0: includes nothing of ours. Kernels come in three: one in plain C,
 * which is always built, and two for the wider registers of x86, which are
 * built where configure finds that the compiler can (HAVE_X86_VECTORS), and
 * called where cpu_vectors says that they may. Intrinsics stand in files of
 * their own, NOUN_x86.c.
 *
 *	if (cpu_vectors() >= CPU_AVX512)
 *		kernel = digits_add_avx512;
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef CPU_H
#define CPU_H

#include <stdint.h>

/* Each has those before it. */
enum cpu_vectors {
	CPU_PLAIN,
	CPU_AVX2,
	CPU_AVX512 /* F, BW and VL: on bytes, and in all widths */
};

/*
 * Return the widest vectors that the processor has and the system keeps.
 * Cost: some 0.1 ms in a virtual machine, once; so ask when a first block was
 * full, not before.
 */
enum cpu_vectors cpu_vectors(void);

/* For tests: answer no more than most. */
void cpu_limit(enum cpu_vectors most);

/*
 * Return what that is where CPUID has features as the second register of its
 * leaf 7, and the system keeps these registers (XCR0).
 */
enum cpu_vectors cpu_vectors_of(uint32_t features, uint64_t kept);

#endif
