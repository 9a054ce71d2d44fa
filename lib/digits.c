/*
 * digits - an integer of any size, kept as its decimal text
 *
 * The kernel adds eight digits at a time. Read with the first digit as the
 * highest byte, text is a number in which each byte holds '0' + x. A bias
 * that makes '0' + '0' + 10 just too much for a byte lets the machine's
 * addition carry from digit to digit; what then stands in a byte says whether
 * it carried: 0x00 + the digit where it did, 0xF6 + the digit where not.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "digits.h"
#include "integer.h"
#include "memory.h"
#include "message.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define STEP sizeof(uint64_t)
#define EACH(byte) (UINT64_MAX / 0xFF * (byte))
#define BIAS EACH(0x100 - ('0' + '0' + 10))

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

bool
digits_add_bytes(char *sum, const char *a, const char *b, size_t len,
    bool carry)
{
	while (len-- > 0) {
		const int digit = a[len] - '0' + b[len] - '0' + carry;

		carry = digit > 9;
		sum[len] = (char)('0' + digit - (carry ? 10 : 0));
	}
	return carry;
}

bool
digits_add_words(char *sum, const char *a, const char *b, size_t len,
    bool carry)
{
	uint64_t more = carry;

	for (; len >= STEP; len -= STEP) {
		const char *const x = a + len - STEP, *const y = b + len - STEP;
		const uint64_t biased = load(x) + BIAS; /* can't overflow */
		const uint64_t pair = biased + load(y);
		const uint64_t all = pair + more;
		const uint64_t kept = all & EACH(0x80);

		more = (pair < biased) | (all < pair);
		/* A byte that kept its digit is 6 too much in the low half. */
		store(sum + len - STEP, (all & EACH(0x0F)) + EACH('0') -
		    (kept >> 5) - (kept >> 6));
	}
	return digits_add_bytes(sum, a, b, len, more);
}

/* Write a - b, which is not negative, to len digits. Returns: a borrow. */
static bool
subtract(char *difference, const char *a, const char *b, size_t len)
{
	bool borrow = false;

	while (len-- > 0) {
		const int digit = a[len] - b[len] - borrow;

		borrow = digit < 0;
		difference[len] = (char)('0' + digit + (borrow ? 10 : 0));
	}
	return borrow;
}

/* The last len bytes of the room. */
static char *
last(const struct digits *digits, size_t len)
{
	return digits->room + digits->capacity - len;
}

/* Make room for len digits and a sign. */
static void
reserve(struct digits *digits, size_t len)
{
	size_t capacity = 2 * digits->capacity;
	char *room;

	if (len > DIGITS_MAX)
		die(NULL, "number too large");
	if (len < digits->capacity)
		return;
	if (digits->capacity > DIGITS_MAX / 2)
		capacity = DIGITS_MAX + 1;
	if (capacity < len + 1)
		capacity = len + 1;
	room = xallocate(capacity + 1, 1);
	room[capacity] = '\0';
	if (digits->len > 0)
		memcpy(room + capacity - digits->len, last(digits, digits->len),
		    digits->len);
	free(digits->room);
	digits->room = room;
	digits->capacity = capacity;
}

/* Put zeros before the number until it has len digits. There is room. */
static void
widen(struct digits *digits, size_t len)
{
	if (digits->len >= len)
		return;
	memset(last(digits, len), '0', len - digits->len);
	digits->len = len;
}

/* Drop zeros before the number, and the sign of zero. */
static void
settle(struct digits *digits)
{
	while (digits->len > 1 && *last(digits, digits->len) == '0')
		digits->len--;
	if (digits->len == 1 && *last(digits, 1) == '0')
		digits->negative = false;
}

/* Carry into the digits above the last `below`. There is room for one more. */
static void
carry_over(struct digits *digits, size_t below)
{
	char *const first = last(digits, digits->len);
	char *p = last(digits, below);

	while (p > first) {
		if (*--p != '9') {
			++*p;
			return;
		}
		*p = '0';
	}
	*last(digits, ++digits->len) = '1';
}

/* Borrow from the digits above the last `below`; one of them is not 0. */
static void
borrow_from(struct digits *digits, size_t below)
{
	char *p = last(digits, below);

	while (*--p == '0')
		*p = '9';
	--*p;
}

/* Say whether a, without its sign, is smaller than b. */
static bool
smaller(const struct digits *a, const struct digits *b)
{
	if (a->len != b->len)
		return a->len < b->len;
	return memcmp(last(a, a->len), last(b, b->len), a->len) < 0;
}

bool
digits_parse(struct digits *digits, const char *text)
{
	const size_t len = strlen(text);
	char *p;

	if (!integer_valid(text))
		return false;
	digits->len = 0;
	reserve(digits, len);
	p = last(digits, 0);
	for (size_t i = len; i-- > 0;)
		if (text[i] >= '0' && text[i] <= '9')
			*--p = text[i];
	digits->len = (size_t)(last(digits, 0) - p);
	digits->negative = *text == '-';
	settle(digits);
	return true;
}

void
digits_set(struct digits *digits, const char *text, size_t len, bool negative)
{
	digits->len = 0;
	reserve(digits, len);
	memcpy(last(digits, len), text, len);
	digits->len = len;
	digits->negative = negative;
	settle(digits);
}

const char *
digits_text(const struct digits *digits, size_t *len)
{
	*len = digits->len + digits->negative;
	if (digits->negative)
		*last(digits, *len) = '-';
	return last(digits, *len);
}

int
digits_sign(const struct digits *digits)
{
	if (digits->negative)
		return -1;
	return digits->len > 1 || *last(digits, 1) != '0';
}

void
digits_add(struct digits *sum, const struct digits *other)
{
	const size_t len = other->len;
	const char *const theirs = last(other, len);
	char *ours;

	reserve(sum, (sum->len > len ? sum->len : len) + 1);
	ours = last(sum, len);
	if (sum->negative == other->negative) {
		widen(sum, len);
		if (digits_add_words(ours, ours, theirs, len, false))
			carry_over(sum, len);
	} else if (smaller(sum, other)) {
		widen(sum, len);
		subtract(ours, theirs, ours, len);
		sum->negative = other->negative;
	} else if (subtract(ours, ours, theirs, len)) {
		borrow_from(sum, len);
	}
	settle(sum);
}

void
digits_decrement(struct digits *digits)
{
	if (digits_sign(digits) > 0) {
		borrow_from(digits, 0);
		settle(digits);
	} else {
		reserve(digits, digits->len + 1);
		digits->negative = true;
		carry_over(digits, 0);
	}
}

void
digits_free(struct digits *digits)
{
	free(digits->room);
	*digits = (struct digits)DIGITS_INIT;
}
