/*
 * adder - its kernels for the vectors of x86
 *
 * All digits of a block are added first, each for itself. Then one bit a digit
 * says whether it makes a carry (it is more than nine), and one whether it
 * sends one when one comes (it is nine, or more). In machine words with the
 * last digit in the lowest bit, the two added do for 64 digits what a ripple
 * of carries would: where the sum differs from what it is without carries,
 * something was carried in. Subtraction is the same with borrows and zeros.
 * What is no digit makes no carry, but sends on what comes.
 *
 * The bits of a mask come in the order of the bytes, which is the wrong one.
 * So bytes are turned in groups of eight, and the bytes of masks as a whole.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#ifdef HAVE_X86_VECTORS
#include "adder.h"
#include <immintrin.h>
#include <stdint.h>

#define BLOCK 64 /* bytes, so that a mask is a word */

#define NARROW __attribute__((target("avx2")))
#define WIDE __attribute__((target("avx512f,avx512bw,avx512vl")))
#define INLINE static inline __attribute__((always_inline))

/* Two words of bytes that each take eight bytes in reverse. */
#define TURN_FIRST 0x0001020304050607
#define TURN_SECOND 0x08090A0B0C0D0E0F

/* Return which digits are carried into. *carry comes, and what leaves goes. */
INLINE uint64_t
carries(uint64_t make, uint64_t send, unsigned char *carry)
{
	const uint64_t a = __builtin_bswap64(make);
	const uint64_t b = __builtin_bswap64(send);
	/* Set for gcc's analyzer, which does not know the intrinsic. */
	unsigned long long sum = 0;

	*carry = _addcarry_u64(*carry, a, b, &sum);
	return __builtin_bswap64(sum ^ a ^ b);
}

/* -------- two halves of 32 bytes -------- */

/* The digits of half a block, added each for itself. */
struct half {
	__m256i value, others; /* -1 where there is no digit */
	uint64_t make, send;
};

NARROW INLINE __m256i
turn(__m256i bytes)
{
	return _mm256_shuffle_epi8(bytes, _mm256_set_epi64x(TURN_SECOND,
	    TURN_FIRST, TURN_SECOND, TURN_FIRST));
}

NARROW INLINE __m256i
load(const char *text)
{
	return _mm256_loadu_si256((const void *)text);
}

NARROW INLINE uint64_t
mask(__m256i bytes)
{
	return (uint32_t)_mm256_movemask_epi8(bytes);
}

NARROW INLINE struct half
add_half(const char *a, const char *b)
{
	const __m256i sum = _mm256_add_epi8(load(a), load(b));
	struct half half;

	half.value = turn(_mm256_sub_epi8(sum, _mm256_set1_epi8('0' + '0')));
	half.others = _mm256_cmpgt_epi8(_mm256_setzero_si256(), half.value);
	half.make = mask(_mm256_cmpgt_epi8(half.value, _mm256_set1_epi8(9)));
	half.send = mask(_mm256_or_si256(half.others,
	    _mm256_cmpgt_epi8(half.value, _mm256_set1_epi8(8))));
	return half;
}

NARROW INLINE struct half
subtract_half(const char *a, const char *b)
{
	const __m256i text = load(a);
	struct half half;

	half.value = turn(_mm256_sub_epi8(text, load(b)));
	half.others = turn(_mm256_cmpgt_epi8(_mm256_set1_epi8('0'), text));
	half.make = mask(_mm256_andnot_si256(half.others, half.value));
	half.send = mask(_mm256_cmpgt_epi8(_mm256_set1_epi8(1), half.value));
	return half;
}

/* Carry into the digits of a mask, and write the text. */
NARROW INLINE void
write_half(char *out, const struct half *half, uint64_t mask, bool subtract)
{
	const __m256i ten = _mm256_andnot_si256(half->others,
	    _mm256_set1_epi8(10));
	/* A byte of the mask for eight bytes, and a bit of it for each. */
	const __m256i spread = _mm256_shuffle_epi8(
	    _mm256_set1_epi32((int)mask),
	    _mm256_set_epi64x(0x0303030303030303, 0x0202020202020202,
	    0x0101010101010101, 0));
	const __m256i bit = _mm256_set1_epi64x((long long)0x8040201008040201);
	const __m256i minus = _mm256_andnot_si256(half->others,
	    _mm256_cmpeq_epi8(_mm256_and_si256(spread, bit), bit));
	__m256i value;

	/* Without a sign, what is less than 0 is very much. */
	if (subtract) {
		value = _mm256_add_epi8(half->value, minus);
		value = _mm256_min_epu8(value, _mm256_add_epi8(value, ten));
	} else {
		value = _mm256_sub_epi8(half->value, minus);
		value = _mm256_min_epu8(value, _mm256_sub_epi8(value, ten));
	}
	value = turn(_mm256_add_epi8(value, _mm256_set1_epi8('0')));
	_mm256_storeu_si256((void *)out, value);
}

NARROW INLINE bool
narrow(char *out, const char *a, const char *b, size_t len, bool carry,
    bool subtract)
{
	const struct adder *const rest = &adder_words;
	unsigned char more = carry;
	struct half high, low;
	uint64_t in;

	for (; len >= BLOCK; len -= BLOCK) {
		const size_t first = len - BLOCK, second = len - BLOCK / 2;

		if (subtract) {
			high = subtract_half(a + first, b + first);
			low = subtract_half(a + second, b + second);
		} else {
			high = add_half(a + first, b + first);
			low = add_half(a + second, b + second);
		}
		in = carries(high.make | low.make << 32,
		    high.send | low.send << 32, &more);
		write_half(out + first, &high, in, subtract);
		write_half(out + second, &low, in >> 32, subtract);
	}
	return (subtract ? rest->subtract : rest->add)(out, a, b, len, more);
}

NARROW static bool
add_avx2(char *sum, const char *a, const char *b, size_t len, bool carry)
{
	return narrow(sum, a, b, len, carry, false);
}

NARROW static bool
subtract_avx2(char *difference, const char *a, const char *b, size_t len,
    bool borrow)
{
	return narrow(difference, a, b, len, borrow, true);
}

NARROW static void
add_apart_avx2(char *sum, const char *text, const signed char *by, size_t len)
{
	size_t at;

	for (at = 0; len - at >= BLOCK / 2; at += BLOCK / 2)
		_mm256_storeu_si256((void *)(sum + at), _mm256_add_epi8(
		    load(text + at), load((const char *)by + at)));
	adder_words.add_apart(sum + at, text + at, by + at, len - at);
}

const struct adder adder_avx2 = {
	add_avx2, subtract_avx2, add_apart_avx2
};

/* -------- 64 bytes -------- */

WIDE INLINE __m512i
turn_wide(__m512i bytes)
{
	return _mm512_shuffle_epi8(bytes, _mm512_set4_epi64(TURN_SECOND,
	    TURN_FIRST, TURN_SECOND, TURN_FIRST));
}

/* Return the text of a block's sum. */
WIDE INLINE __m512i
add_block(__m512i a, __m512i b, unsigned char *carry)
{
	const __m512i sum = _mm512_add_epi8(a, b);
	const __m512i nine = _mm512_set1_epi8(9), ten = _mm512_set1_epi8(10);
	__m512i value = turn_wide(_mm512_sub_epi8(sum,
	    _mm512_set1_epi8('0' + '0')));
	const __mmask64 digits = ~_mm512_movepi8_mask(value);
	/* Without a sign, what is less than 0 is very much. */
	const __mmask64 in = digits & carries(
	    _mm512_cmpgt_epi8_mask(value, nine),
	    _mm512_cmpge_epu8_mask(value, nine), carry);

	value = _mm512_mask_add_epi8(value, in, value, _mm512_set1_epi8(1));
	value = _mm512_mask_min_epu8(value, digits, value,
	    _mm512_sub_epi8(value, ten));
	return turn_wide(_mm512_add_epi8(value, _mm512_set1_epi8('0')));
}

/* Return the text of a block's difference. */
WIDE INLINE __m512i
subtract_block(__m512i a, __m512i b, unsigned char *borrow)
{
	const __m512i zero = _mm512_set1_epi8('0'), one = _mm512_set1_epi8(1);
	const __mmask64 digits = ~_mm512_movepi8_mask(
	    turn_wide(_mm512_sub_epi8(a, zero)));
	__m512i value = turn_wide(_mm512_sub_epi8(a, b));
	const __mmask64 in = digits & carries(
	    digits & _mm512_movepi8_mask(value),
	    _mm512_cmplt_epi8_mask(value, one), borrow);

	value = _mm512_mask_sub_epi8(value, in, value, one);
	value = _mm512_mask_min_epu8(value, digits, value,
	    _mm512_add_epi8(value, _mm512_set1_epi8(10)));
	return turn_wide(_mm512_add_epi8(value, zero));
}

WIDE INLINE bool
wide(char *out, const char *a, const char *b, size_t len, bool carry,
    bool subtract)
{
	unsigned char more = carry;
	__m512i x, y;
	__mmask64 rest;

	for (; len >= BLOCK; len -= BLOCK) {
		x = _mm512_loadu_si512(a + len - BLOCK);
		y = _mm512_loadu_si512(b + len - BLOCK);
		_mm512_storeu_si512(out + len - BLOCK, subtract ?
		    subtract_block(x, y, &more) : add_block(x, y, &more));
	}
	if (len == 0)
		return more;
	/* What is not there is no digit, and sends on what comes. */
	rest = ((__mmask64)1 << len) - 1;
	x = _mm512_maskz_loadu_epi8(rest, a);
	y = _mm512_maskz_loadu_epi8(rest, b);
	_mm512_mask_storeu_epi8(out, rest, subtract ?
	    subtract_block(x, y, &more) : add_block(x, y, &more));
	return more;
}

WIDE static bool
add_avx512(char *sum, const char *a, const char *b, size_t len, bool carry)
{
	return wide(sum, a, b, len, carry, false);
}

WIDE static bool
subtract_avx512(char *difference, const char *a, const char *b, size_t len,
    bool borrow)
{
	return wide(difference, a, b, len, borrow, true);
}

/* Wider ones would wait for memory just so long. */
const struct adder adder_avx512 = {
	add_avx512, subtract_avx512, add_apart_avx2
};
#endif
