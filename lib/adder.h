/*
 * adder - decimal text added to decimal text
 *
 * Layer 1: may include layer 0. Texts of one length, their digits one below
 * the other; what is carried goes from the last digit to the first. In the
 * first text a point, a minus sign, a newline or a NUL may stand between the
 * digits: they stay, and a carry passes over them. So a whole page of lines is
 * added to at once, where no line is carried out of. The second text has
 * digits only, a '0' below each of those.
 *
 *	adder_add(sum, "0.95\n1.95\n", "0005000050", 10, false);
 *
 * makes 1.00 and 2.00. The result may stand where one of the texts is (not of
 * adder_add_apart), but must not overlap one in any other way.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ADDER_H
#define ADDER_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Write a + b + carry, or a - b - borrow, of len bytes each.
 * Returns: what is carried, or borrowed, out of the first digit.
 * Cost: 0.05 to 0.2 ns a byte. The first call for some hundred bytes asks what
 * the processor has (cpu.h).
 */
bool adder_add(char *sum, const char *a, const char *b, size_t len,
    bool carry);
bool adder_subtract(char *difference, const char *a, const char *b,
    size_t len, bool borrow);

/*
 * Add to each byte of text one of by, a difference with its sign, where no
 * digit carries. Cost: 0.02 ns a byte.
 */
void adder_add_apart(char *sum, const char *text, const signed char *by,
    size_t len);

/*
 * The kernels that those choose from: byte by byte, in machine words, in
 * vectors of 32 and 64 bytes. Tests compare them with the first.
 */
struct adder {
	bool (*add)(char *, const char *, const char *, size_t, bool);
	bool (*subtract)(char *, const char *, const char *, size_t, bool);
	void (*add_apart)(char *, const char *, const signed char *, size_t);
};
extern const struct adder adder_bytes, adder_words;
extern const struct adder adder_avx2, adder_avx512; /* HAVE_X86_VECTORS */

#endif
