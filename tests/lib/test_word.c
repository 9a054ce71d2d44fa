/*
 * word - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "suite.h"
#include "word.h"
#include <string.h>

enum { LONGEST = 40 };

/* A copy that stands alone, so that a sanitizer sees a look past it. */
static char *
alone(const char *bytes, size_t len)
{
	char *copy = malloc(len);

	memcpy(copy, bytes, len);
	return copy;
}

START_TEST(loads_as_bytes_stand)
{
	static const char bytes[] = "\x81\x02\xf3\x04\xa5\x06\x97\x08";
	uint64_t word = 0;

	for (size_t n = 0; n <= 8; n++) {
		char *copy = alone(bytes, n);

		ck_assert_uint_eq(word_load_part(copy, n), word);
		word |= (uint64_t)(unsigned char)bytes[n] << 8 * (n % 8);
		free(copy);
	}
	ck_assert_uint_eq(word_load(bytes), UINT64_C(0x089706a504f30281));
	ck_assert_uint_eq(word_load_half(bytes), 0x04f30281);
}
END_TEST

START_TEST(stores_what_it_loads)
{
	char bytes[8];

	word_store(bytes, UINT64_C(0x089706a504f30281));
	ck_assert_mem_eq(bytes, "\x81\x02\xf3\x04\xa5\x06\x97\x08", 8);
}
END_TEST

START_TEST(finds_the_first_zero)
{
	for (unsigned zero = 0; zero <= 64; zero += 8) {
		for (uint64_t byte = 1; byte < 256; byte++) {
			/* What is above the zero may be anything. */
			uint64_t word = WORD_OF(byte);

			if (zero < 64)
				word &= ~(UINT64_C(0xff) << zero);
			ck_assert_uint_eq(word_first_zero(word), zero / 8);
			if (zero < 56)
				word &= ~(UINT64_C(0xff) << 56);
			ck_assert_uint_eq(word_first_zero(word), zero / 8);
		}
	}
}
END_TEST

START_TEST(finds_the_first_match)
{
	for (unsigned byte = 0; byte < 256; byte++) {
		for (unsigned place = 0; place <= 64; place += 8) {
			/* Behind it there may be more, and what looks so. */
			uint64_t word = WORD_OF((uint64_t)byte ^ 1);
			uint64_t found;

			if (place < 64)
				word ^= UINT64_C(1) << place;
			found = word_matches(word, (char)byte);
			ck_assert_int_eq(found == 0, place == 64);
			if (place < 64)
				ck_assert_int_eq(__builtin_ctzll(found) / 8,
				    (int)place / 8);
			ck_assert_uint_eq(found & word_mask(place / 8), 0);
		}
	}
	ck_assert_uint_eq(word_mask(0), 0);
	ck_assert_uint_eq(word_mask(3), 0xffffff);
	ck_assert_uint_eq(word_mask(8), UINT64_MAX);
}
END_TEST

/* A difference of one bit is seen wherever it is. */
START_TEST(compares_every_byte)
{
	char bytes[LONGEST];

	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (char)(i * 37);
	for (size_t len = 0; len <= sizeof bytes; len++) {
		char *a = alone(bytes, len), *b = alone(bytes, len);

		ck_assert(word_equal(a, b, len));
		ck_assert(word_equal_letters(a, b, len));
		for (size_t i = 0; i < len; i++) {
			b[i] ^= 0x40;
			ck_assert(!word_equal(a, b, len));
			ck_assert(!word_equal_letters(a, b, len));
			b[i] ^= 0x40;
		}
		free(a);
		free(b);
	}
}
END_TEST

static unsigned char
lower(unsigned byte)
{
	return (unsigned char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
}

START_TEST(lowers_every_byte_in_every_place)
{
	for (unsigned byte = 0; byte < 256; byte++) {
		for (unsigned place = 0; place < 64; place += 8) {
			const uint64_t others = ~(UINT64_C(0xff) << place) &
			    WORD_OF((uint64_t)'Z');

			ck_assert_uint_eq(word_lower((uint64_t)byte << place),
			    (uint64_t)lower(byte) << place);
			ck_assert_uint_eq(word_lower((uint64_t)byte << place |
			    others), (uint64_t)lower(byte) << place |
			    (others | (others >> 1 & WORD_OF(0x20))));
		}
	}
}
END_TEST

START_TEST(compares_letters_at_every_length)
{
	char upper[LONGEST], small[LONGEST];

	for (size_t i = 0; i < LONGEST; i++) {
		upper[i] = (char)('A' + i % 26);
		small[i] = (char)('a' + i % 26);
	}
	for (size_t len = 1; len <= LONGEST; len++) {
		ck_assert(word_equal_letters(upper, small, len));
		ck_assert(!word_equal(upper, small, len));
		small[len - 1] = '{';
		ck_assert(!word_equal_letters(upper, small, len));
		small[len - 1] = (char)('a' + (len - 1) % 26);
	}
	ck_assert(!word_equal_letters("[", "{", 1));
	ck_assert(!word_equal_letters("@", "`", 1));
	ck_assert(!word_equal_letters("\xc4", "\xe4", 1));
}
END_TEST

static Suite *
word_suite(void)
{
	Suite *suite = suite_create("word");
	TCase *tcase = tcase_create("word");

	tcase_add_test(tcase, loads_as_bytes_stand);
	tcase_add_test(tcase, stores_what_it_loads);
	tcase_add_test(tcase, finds_the_first_zero);
	tcase_add_test(tcase, finds_the_first_match);
	tcase_add_test(tcase, compares_every_byte);
	tcase_add_test(tcase, lowers_every_byte_in_every_place);
	tcase_add_test(tcase, compares_letters_at_every_length);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(word_suite)
