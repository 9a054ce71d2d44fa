/*
 * digits - an integer of any size, kept as its decimal text
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "adder.h"
#include "digits.h"
#include "integer.h"
#include "memory.h"
#include "message.h"
#include "numeral.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* How many digits a product may have more than its first factor. */
#define MULTIPLIER_DIGITS 10

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
		capacity = DIGITS_MAX + 1; /* LCOV_EXCL_LINE: a gigabyte */
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

/* Return less than, equal to, or greater than 0, as a is to b without signs. */
static int
compare(const struct digits *a, const struct digits *b)
{
	if (a->len != b->len)
		return a->len < b->len ? -1 : 1;
	return memcmp(last(a, a->len), last(b, b->len), a->len);
}

/* Set to the first len digits of a text, and zeros behind them. */
static void
put(struct digits *digits, const char *text, size_t len, size_t zeros,
    bool negative)
{
	digits->len = 0;
	reserve(digits, len + zeros);
	digits->len = len + zeros;
	memcpy(last(digits, digits->len), text, len);
	memset(last(digits, zeros), '0', zeros);
	digits->negative = negative;
	settle(digits);
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
	put(digits, text, len, 0, negative);
}

void
digits_copy(struct digits *to, const struct digits *from)
{
	put(to, last(from, from->len), from->len, 0, from->negative);
}

bool
digits_set_numeral(struct digits *digits, const struct numeral *numeral,
    size_t scale)
{
	const size_t len = numeral->before + numeral->after;
	char *const text = numeral_digits(numeral);
	size_t behind = numeral->after, kept = len;
	bool whole;

	/* How many digits will stand behind the point, how many are wanted. */
	if (numeral->exponent < 0)
		behind += (size_t)-numeral->exponent;
	else
		scale += (size_t)numeral->exponent;
	if (behind > scale)
		kept = len > behind - scale ? len - (behind - scale) : 0;
	if (kept > 0)
		put(digits, text, kept, behind < scale ? scale - behind : 0,
		    numeral->negative);
	else
		put(digits, "0", 1, 0, false);
	whole = strspn(text + kept, "0") == len - kept;
	free(text);
	return whole;
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

int
digits_compare(const struct digits *a, const struct digits *b)
{
	if (a->negative != b->negative)
		return a->negative ? -1 : 1;
	return a->negative ? compare(b, a) : compare(a, b);
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
		if (adder_add(ours, ours, theirs, len, false))
			carry_over(sum, len);
	} else if (compare(sum, other) < 0) {
		widen(sum, len);
		adder_subtract(ours, theirs, ours, len, false);
		sum->negative = other->negative;
	} else if (adder_subtract(ours, ours, theirs, len, false)) {
		borrow_from(sum, len);
	}
	settle(sum);
}

void
digits_multiply(struct digits *digits, uint32_t n)
{
	uint64_t carry = 0;
	char *p;

	reserve(digits, digits->len + MULTIPLIER_DIGITS);
	widen(digits, digits->len + MULTIPLIER_DIGITS);
	p = last(digits, 0);
	for (size_t i = digits->len; i-- > 0;) {
		carry += (uint64_t)n * (unsigned)(*--p - '0');
		*p = (char)('0' + carry % 10);
		carry /= 10;
	}
	settle(digits);
}

void
digits_free(struct digits *digits)
{
	free(digits->room);
	*digits = (struct digits)DIGITS_INIT;
}
