/*
 * adder - decimal text added to decimal text
 *
 * Read with the first digit as the highest byte, text is a number in which
 * each byte holds '0' + x, and the machine's addition carries from digit to
 * digit as soon as ten is just too much for a byte: that is what the bias is
 * for. What then stands in a byte says whether it carried: 0x00 + the digit
 * where it did, 0xF6 + the digit where not. A subtraction needs no bias. A
 * byte that is no digit is made one that passes on what comes: a nine, or a
 * zero to subtract from.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "adder.h"
#include "cpu.h"
#include <stdint.h>
#include <string.h>

#define STEP sizeof(uint64_t)
#define EACH(byte) (UINT64_MAX / 0xFF * (byte))
#define BIAS EACH(0x100 - ('0' + '0' + 10))

/* Bytes that are added to without a look at how many there are. */
#define TURN 64

/* From here on it is worth to ask for vectors, and to prepare them. */
#define MANY 256

/* Read eight bytes, the first of them the highest. */
static inline uint64_t
load(const char *p)
{
	uint64_t word;

	memcpy(&word, p, STEP);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	word = __builtin_bswap64(word);
#endif
	return word;
}

static inline void
store(char *p, uint64_t word)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	word = __builtin_bswap64(word);
#endif
	memcpy(p, &word, STEP);
}

/* Return 0xFF for each byte that is no digit: these lack this bit. */
static inline uint64_t
others(uint64_t text)
{
	const uint64_t ones = ~text >> 4 & EACH(1);

	return (ones << 8) - ones;
}

/* Choose the bytes of a where mask is set, else those of b. */
static inline uint64_t
choose(uint64_t mask, uint64_t a, uint64_t b)
{
	return mask ? b ^ ((a ^ b) & mask) : b;
}

/* Make digits of bytes of which the marked are 6 too much. */
static inline uint64_t
to_digits(uint64_t bytes, uint64_t marks)
{
	return (bytes & EACH(0x0F)) + EACH('0') - (marks >> 5) - (marks >> 6);
}

static bool
add_bytes(char *sum, const char *a, const char *b, size_t len, bool carry)
{
	while (len-- > 0) {
		const int digit = a[len] - '0' + b[len] - '0' + carry;

		if (a[len] < '0') {
			sum[len] = a[len];
			continue;
		}
		carry = digit > 9;
		sum[len] = (char)('0' + digit - (carry ? 10 : 0));
	}
	return carry;
}

static bool
subtract_bytes(char *difference, const char *a, const char *b, size_t len,
    bool borrow)
{
	while (len-- > 0) {
		const int digit = a[len] - b[len] - borrow;

		if (a[len] < '0') {
			difference[len] = a[len];
			continue;
		}
		borrow = digit < 0;
		difference[len] = (char)('0' + digit + (borrow ? 10 : 0));
	}
	return borrow;
}

static void
add_bytes_apart(char *sum, const char *text, const signed char *by, size_t len)
{
	for (size_t i = 0; i < len; i++)
		sum[i] = (char)(text[i] + by[i]);
}

static bool
add_words(char *sum, const char *a, const char *b, size_t len, bool carry)
{
	uint64_t more = carry;

	for (; len >= STEP; len -= STEP) {
		const uint64_t text = load(a + len - STEP);
		const uint64_t mask = others(text);
		/* Can't overflow. */
		const uint64_t biased = choose(mask, EACH('9'), text) + BIAS;
		const uint64_t pair = biased + load(b + len - STEP);
		const uint64_t all = pair + more;

		more = (pair < biased) | (all < pair);
		/* A byte that kept its digit has its highest bit set. */
		store(sum + len - STEP, choose(mask, text,
		    to_digits(all, all & EACH(0x80))));
	}
	return add_bytes(sum, a, b, len, more);
}

static bool
subtract_words(char *difference, const char *a, const char *b, size_t len,
    bool borrow)
{
	uint64_t less = borrow;

	for (; len >= STEP; len -= STEP) {
		const uint64_t text = load(a + len - STEP);
		const uint64_t other = load(b + len - STEP);
		const uint64_t mask = others(text);
		const uint64_t from = choose(mask, EACH('0'), text);
		const uint64_t pair = from - other;
		const uint64_t all = pair - less;

		less = (from < other) | (pair < less);
		/* A byte that borrowed has its highest bit set. */
		store(difference + len - STEP, choose(mask, text,
		    to_digits(all, all & EACH(0x80))));
	}
	return subtract_bytes(difference, a, b, len, less);
}

/* A compiler makes of each turn the widest additions that it knows. */
static void
add_words_apart(char *restrict sum, const char *restrict text,
    const signed char *restrict by, size_t len)
{
	size_t at;

	for (at = 0; len - at >= TURN; at += TURN)
		for (size_t i = at; i < at + TURN; i++)
			sum[i] = (char)(text[i] + by[i]);
	add_bytes_apart(sum + at, text + at, by + at, len - at);
}

const struct adder adder_bytes = {
	add_bytes, subtract_bytes, add_bytes_apart
};
const struct adder adder_words = {
	add_words, subtract_words, add_words_apart
};

/* Return what is fastest for len bytes. */
static const struct adder *
kernel(size_t len)
{
#ifdef HAVE_X86_VECTORS
	if (len >= MANY && cpu_vectors() >= CPU_AVX512)
		return &adder_avx512;
	if (len >= MANY && cpu_vectors() >= CPU_AVX2)
		return &adder_avx2;
#endif
	return len >= STEP ? &adder_words : &adder_bytes;
}

bool
adder_add(char *sum, const char *a, const char *b, size_t len, bool carry)
{
	return kernel(len)->add(sum, a, b, len, carry);
}

bool
adder_subtract(char *difference, const char *a, const char *b, size_t len,
    bool borrow)
{
	return kernel(len)->subtract(difference, a, b, len, borrow);
}

void
adder_add_apart(char *sum, const char *text, const signed char *by, size_t len)
{
	kernel(len)->add_apart(sum, text, by, len);
}
