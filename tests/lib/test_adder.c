/*
 * adder - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "adder.h"
#include "cpu.h"
#include "suite.h"
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* The longest texts, past two blocks of every kernel, and where they begin. */
#define LONGEST 200
#define OFFSETS 9
#define ROOM (LONGEST + 2 * OFFSETS)

static const struct {
	const char *name;
	const struct adder *adder;
	enum cpu_vectors needed;
} kernels[] = {
	{ "words", &adder_words, CPU_PLAIN },
#ifdef HAVE_X86_VECTORS
	{ "avx2", &adder_avx2, CPU_AVX2 },
	{ "avx512", &adder_avx512, CPU_AVX512 },
#endif
};

/* What adder_add and adder_subtract may choose from. */
static const enum cpu_vectors limits[] = { CPU_PLAIN, CPU_AVX2, CPU_AVX512 };

static uint64_t seed = 1;

static unsigned
draw(unsigned below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned)(seed >> 33) % below;
}

typedef bool kernel(char *, const char *, const char *, size_t, bool);

/* One of the ways that a result may be placed: apart, on a, on b. */
static void
compare_at(const char *name, kernel *fast, kernel *plain, const char *a,
    const char *b, size_t len, size_t offset, int place)
{
	char x[ROOM], y[ROOM], z[ROOM], wanted[LONGEST];
	char *const to[] = {
		z + OFFSETS / 2, x + offset, y + OFFSETS - offset
	};
	char *const out = to[place];

	for (int carry = 0; carry < 2; carry++) {
		const bool over = plain(wanted, a, b, len, carry);

		/* Of other alignment each, sentinels around what is written. */
		memset(x, '#', sizeof x);
		memset(y, '#', sizeof y);
		memset(z, '#', sizeof z);
		memcpy(x + offset, a, len);
		memcpy(y + OFFSETS - offset, b, len);
		ck_assert_msg(fast(out, x + offset, y + OFFSETS - offset, len,
		    carry) == over, "%s: %.*s and %.*s", name, (int)len, a,
		    (int)len, b);
		ck_assert_msg(memcmp(out, wanted, len) == 0,
		    "%s: %.*s and %.*s: %.*s", name, (int)len, a, (int)len, b,
		    (int)len, out);
		ck_assert_int_eq(out[len], '#');
		ck_assert(out == x || out == y || out[-1] == '#');
	}
}

static void
compare(const char *a, const char *b, size_t len)
{
	const size_t offset = draw(OFFSETS + 1);

	for (int i = 0; i < LENGTH(kernels); i++) {
		const struct adder *const adder = kernels[i].adder;

		if (kernels[i].needed > cpu_vectors())
			continue;
		for (int place = 0; place < 3; place++) {
			compare_at(kernels[i].name, adder->add,
			    adder_bytes.add, a, b, len, offset, place);
			compare_at(kernels[i].name, adder->subtract,
			    adder_bytes.subtract, a, b, len, offset, place);
		}
	}
}

/* Digits that carry in different ways, row by row. */
static void
fill(char *digits, size_t len, int kind)
{
	for (size_t i = 0; i < len; i++) {
		if (kind == 0)
			digits[i] = (char)('0' + draw(10));
		else if (kind == 1)
			digits[i] = '9';
		else if (kind == 2)
			digits[i] = '0';
		else if (kind == 3)
			digits[i] = "09"[draw(2)];
		else if (kind == 4)
			digits[i] = "45"[draw(2)];
		else
			digits[i] = i == len - 1 ? '1' : '0';
	}
}

#define KINDS 6

/* Make every n-th byte, and the one behind it, something else. */
static void
interrupt(char *a, char *b, size_t len, size_t n)
{
	for (size_t i = n - 1; i < len; i += n) {
		a[i] = ".\n-/\0"[draw(5)];
		b[i] = '0';
		if (i + 1 < len && draw(4) == 0) {
			a[i + 1] = '-';
			b[i + 1] = '0';
		}
	}
}

START_TEST(kernels_agree_with_their_twin)
{
	char a[LONGEST], b[LONGEST];

	for (size_t len = 0; len <= LONGEST; len++) {
		for (int kind = 0; kind < KINDS; kind++) {
			fill(a, len, _i);
			fill(b, len, kind);
			compare(a, b, len);
			interrupt(a, b, len, 2 + draw(40));
			compare(a, b, len);
		}
	}
}
END_TEST

/* Whatever the offsets of the texts from a block. */
START_TEST(kernels_agree_at_every_alignment)
{
	const size_t len = 137;
	char a[LONGEST], b[LONGEST];

	for (int i = 0; i < LENGTH(kernels); i++) {
		if (kernels[i].needed > cpu_vectors())
			continue;
		for (size_t offset = 0; offset <= OFFSETS; offset++) {
			fill(a, len, (int)draw(KINDS));
			fill(b, len, (int)draw(KINDS));
			compare_at(kernels[i].name, kernels[i].adder->add,
			    adder_bytes.add, a, b, len, offset, _i);
			compare_at(kernels[i].name, kernels[i].adder->subtract,
			    adder_bytes.subtract, a, b, len, offset, _i);
		}
	}
}
END_TEST

START_TEST(kernels_agree_on_complements)
{
	char a[LONGEST], b[LONGEST];

	/* Sums of nine everywhere: one carry runs through all of it. */
	for (size_t len = 1; len <= LONGEST; len++) {
		fill(a, len, 0);
		for (size_t i = 0; i < len; i++)
			b[i] = (char)('0' + '9' - a[i]);
		compare(a, b, len);
		/* And one that begins somewhere. */
		b[draw((unsigned)len)] = '9';
		compare(a, b, len);
		/* Differences of zero do so for a borrow. */
		memcpy(b, a, len);
		compare(a, b, len);
		a[draw((unsigned)len)] = '0';
		compare(a, b, len);
	}
}
END_TEST

START_TEST(twin_knows_every_pair_of_digits)
{
	for (int i = 0; i < 10; i++) {
		for (int k = 0; k < 10; k++) {
			for (int carry = 0; carry < 2; carry++) {
				const char a = (char)('0' + i);
				const char b = (char)('0' + k);
				char out;

				ck_assert(adder_bytes.add(&out, &a, &b, 1,
				    carry) == (i + k + carry > 9));
				ck_assert_int_eq(out,
				    '0' + (i + k + carry) % 10);
				ck_assert(adder_bytes.subtract(&out, &a, &b, 1,
				    carry) == (i - k - carry < 0));
				ck_assert_int_eq(out,
				    '0' + (i - k - carry + 10) % 10);
			}
		}
	}
}
END_TEST

static const struct {
	const char *a, *b, *sum, *difference;
} texts[] = {
	{ "0.95\n1.95\n", "0005000050", "1.00\n2.00\n", "0.90\n1.90\n" },
	{ "-0.05\n-1.00\n", "000010000010", "-0.06\n-1.01\n",
	    "-0.04\n-0.99\n" },
	{ "-9.99.\n", "0000000", "-9.99.\n", "-9.99.\n" },
	{ "19", "01", "20", "18" },
	{ "", "", "", "" },
};

START_TEST(passes_over_what_is_no_digit)
{
	const size_t len = strlen(texts[_i].a);
	char out[20] = "";

	ck_assert(!adder_add(out, texts[_i].a, texts[_i].b, len, false));
	ck_assert_str_eq(out, texts[_i].sum);
	ck_assert(!adder_subtract(out, texts[_i].a, texts[_i].b, len, false));
	ck_assert_str_eq(out, texts[_i].difference);
}
END_TEST

/* What is chosen, short and long. */
START_TEST(chooses_one_that_agrees)
{
	static char a[5000], b[5000], out[5000], wanted[5000];

	cpu_limit(limits[_i]);
	for (size_t len = 0; len <= 5000; len += 1 + len / 7) {
		bool over;

		fill(a, len, 0);
		fill(b, len, 0);
		interrupt(a, b, len, 9);
		over = adder_bytes.add(wanted, a, b, len, true);
		ck_assert(adder_add(out, a, b, len, true) == over);
		ck_assert(memcmp(out, wanted, len) == 0);
		over = adder_bytes.subtract(wanted, a, b, len, true);
		ck_assert(adder_subtract(out, a, b, len, true) == over);
		ck_assert(memcmp(out, wanted, len) == 0);
	}
}
END_TEST

START_TEST(kernels_agree_on_bytes_apart)
{
	for (size_t len = 0; len <= LONGEST; len++) {
		char text[ROOM], wanted[ROOM], out[ROOM];
		signed char by[ROOM];
		const size_t offset = draw(OFFSETS);
		const signed char *const y = by + OFFSETS - offset;

		memset(wanted, '#', ROOM);
		for (size_t i = 0; i < ROOM; i++) {
			text[i] = (char)draw(128);
			by[i] = (signed char)((int)draw(19) - 9);
		}
		adder_bytes.add_apart(wanted + 1, text + offset, y, len);
		for (size_t i = 0; i < len; i++)
			ck_assert_int_eq(wanted[i + 1],
			    (char)(text[offset + i] + y[i]));
		for (int i = 0; i < LENGTH(kernels); i++) {
			if (kernels[i].needed > cpu_vectors())
				continue;
			memset(out, '#', ROOM);
			kernels[i].adder->add_apart(out + 1, text + offset, y,
			    len);
			ck_assert_msg(memcmp(out, wanted, ROOM) == 0,
			    "%s: %zu", kernels[i].name, len);
		}
		memset(out, '#', ROOM);
		adder_add_apart(out + 1, text + offset, y, len);
		ck_assert(memcmp(out, wanted, ROOM) == 0);
	}
}
END_TEST

static Suite *
adder_suite(void)
{
	Suite *suite = suite_create("adder");
	TCase *alike = tcase_create("kernels");
	TCase *text = tcase_create("text");

	tcase_set_timeout(alike, 60);
	tcase_add_loop_test(alike, kernels_agree_with_their_twin, 0, KINDS);
	tcase_add_loop_test(alike, kernels_agree_at_every_alignment, 0, 3);
	tcase_add_test(alike, kernels_agree_on_complements);
	tcase_add_test(alike, kernels_agree_on_bytes_apart);
	tcase_add_test(alike, twin_knows_every_pair_of_digits);
	suite_add_tcase(suite, alike);

	tcase_add_loop_test(text, passes_over_what_is_no_digit, 0,
	    LENGTH(texts));
	tcase_add_loop_test(text, chooses_one_that_agrees, 0,
	    LENGTH(limits));
	suite_add_tcase(suite, text);
	return suite;
}

SUITE_MAIN(adder_suite)
