/*
 * Three integers as START, STOP and STEP, of as many digits behind the point
 * as a byte says: what goes from one to the other, in blocks and line by
 * line, is what GMP counts; so are the sums and products of the first two.
 *
 * Shape: a byte, a byte, three texts, each ended by a newline.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "aid.h"
#include "big.h"
#include "digits.h"
#include "fuzz.h"
#include "integer.h"
#include "numeral.h"
#include "progression.h"
#include "record.h"
#include <stdlib.h>
#include <string.h>

#define LONGEST 120

/* How many blocks are looked at: the second is made from the first. */
#define BLOCKS_MAX 3

/* Room for a line: its digits, a point, a sign, an end. */
#define LINE_MAX_LEN (2 * LONGEST + 80)

/* -------- integers -------- */

/* Read the one grammar of integers, underscores and all. */
static bool
read_plain(mpz_t n, const char *text)
{
	const bool negative = *text == '-';
	char digits[LONGEST + 1];
	size_t len = 0;
	bool digit = false;

	for (text += *text == '-' || *text == '+'; *text; text++) {
		if (*text == '_' && digit) {
			digit = false;
			continue;
		}
		digit = *text >= '0' && *text <= '9';
		if (!digit)
			return false;
		digits[len++] = *text;
	}
	digits[len] = '\0';
	if (!digit)
		return false;
	mpz_set_str(n, digits, 10);
	if (negative)
		mpz_neg(n, n);
	return true;
}

static void
must_be(const struct digits *digits, const mpz_t n)
{
	char *want = mpz_get_str(NULL, 10, n);
	const char *text;
	size_t len;

	text = digits_text(digits, &len);
	must_equal(text, len, want, strlen(want));
	must(text[len] == '\0');
	must(digits_sign(digits) == mpz_sgn(n));
	free(want);
}

/*
 * Put n, its last `scale` digits behind a point, and a terminator.
 * Returns: how long that is.
 */
static size_t
line_of(const mpz_t n, size_t scale, char eol, char line[LINE_MAX_LEN])
{
	char digits[LINE_MAX_LEN], *at = line;
	size_t n_digits, zeros, i;
	bool negative;

	must(mpz_sizeinbase(n, 10) + 2 <= sizeof digits);
	mpz_get_str(digits, 10, n);
	negative = *digits == '-';
	n_digits = strlen(digits) - negative;
	zeros = n_digits > scale ? 0 : scale + 1 - n_digits;
	must(zeros + n_digits + 3 <= LINE_MAX_LEN);
	if (negative)
		*at++ = '-';
	for (i = 0; i < zeros + n_digits; i++) {
		if (scale > 0 && i == zeros + n_digits - scale)
			*at++ = '.';
		*at++ = i < zeros ? '0' : digits[negative + i - zeros];
	}
	*at++ = eol;
	return (size_t)(at - line);
}

static void
check_digits(struct digits *a, const struct digits *b, const mpz_t x,
    const mpz_t y, uint32_t times, size_t scale)
{
	struct digits sum = DIGITS_INIT;
	struct numeral numeral;
	char text[LINE_MAX_LEN];
	size_t len;
	mpz_t n;
	int order;

	mpz_init(n);
	must_be(a, x);
	digits_copy(&sum, a);
	digits_add(&sum, b);
	mpz_add(n, x, y);
	must_be(&sum, n);
	digits_add(&sum, b);
	mpz_add(n, n, y);
	must_be(&sum, n);
	digits_multiply(&sum, times);
	mpz_mul_ui(n, n, times);
	must_be(&sum, n);
	order = digits_compare(a, b);
	must((order > 0) == (mpz_cmp(x, y) > 0));
	must((order < 0) == (mpz_cmp(x, y) < 0));
	/* As a decimal, and back by as many digits as it has. */
	len = line_of(x, scale, '\n', text);
	must(numeral_read(&numeral, text, len - 1));
	must(digits_set_numeral(&sum, &numeral, scale));
	must_be(&sum, x);
	digits_free(&sum);
	mpz_clear(n);
}

/* -------- from one to the other -------- */

struct walk {
	struct progression p;
	mpz_t next, step, stop;
};

static void
walk_begin(struct walk *walk, const mpz_t start, const mpz_t step,
    const mpz_t stop, size_t scale, bool endless)
{
	const struct progression empty = PROGRESSION_INIT;
	char *text;

	walk->p = empty;
	walk->p.scale = scale;
	walk->p.endless = endless;
	mpz_init_set(walk->next, start);
	mpz_init_set(walk->step, step);
	mpz_init_set(walk->stop, stop);
	text = mpz_get_str(NULL, 10, start);
	must(digits_parse(&walk->p.number, text));
	free(text);
	text = mpz_get_str(NULL, 10, step);
	must(digits_parse(&walk->p.step, text));
	free(text);
	text = mpz_get_str(NULL, 10, stop);
	must(digits_parse(&walk->p.stop, text));
	free(text);
}

static bool
walk_ended(const struct walk *walk)
{
	const int order = mpz_cmp(walk->next, walk->stop);

	if (walk->p.endless)
		return false;
	return mpz_sgn(walk->step) < 0 ? order <= 0 : order >= 0;
}

/* The lines are the next ones. */
static void
walk_on(struct walk *walk, const struct span *span)
{
	const char *at = span->bytes, *end = at + span->len;
	char line[LINE_MAX_LEN];
	size_t len;

	must(span->len > 0 && span->opens && span->closes);
	while (at < end) {
		must(!walk_ended(walk));
		len = line_of(walk->next, walk->p.scale, walk->p.eol, line);
		must((size_t)(end - at) >= len);
		must(memcmp(at, line, len) == 0);
		at += len;
		mpz_add(walk->next, walk->next, walk->step);
	}
}

static void
walk_end(struct walk *walk)
{
	must(progression_ended(&walk->p) == walk_ended(walk));
	progression_free(&walk->p);
	mpz_clears(walk->next, walk->step, walk->stop, NULL);
}

/* Go in blocks, and where `single` says so line by line before. */
static void
check_walk(struct walk *walk, size_t single)
{
	struct span span;
	size_t blocks = 0;

	while (single-- > 0 && !progression_ended(&walk->p)) {
		progression_line(&walk->p, &span);
		walk_on(walk, &span);
	}
	while (blocks++ < BLOCKS_MAX && progression_lines(&walk->p, &span))
		walk_on(walk, &span);
	if (blocks <= BLOCKS_MAX)
		must(walk_ended(walk));
	walk_end(walk);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct pieces pieces = { bytes, len };
	struct digits digits[3] = { DIGITS_INIT, DIGITS_INIT, DIGITS_INIT };
	uint8_t scale, flags;
	struct walk walk;
	bool all = true;
	mpz_t n[3];
	char *text;
	size_t i, unused;

	if (len > LONGEST)
		return 0;
	big_start();
	scale = pieces_byte(&pieces);
	flags = pieces_byte(&pieces);
	for (i = 0; i < 3; i++) {
		mpz_init(n[i]);
		text = pieces_text(&pieces, '\n', &unused);
		if (strlen(text) != unused || !read_plain(n[i], text)) {
			must(strlen(text) != unused ||
			    !digits_parse(&digits[i], text));
			all = false;
		} else {
			must(digits_parse(&digits[i], text));
		}
		free(text);
	}
	if (all) {
		check_digits(&digits[0], &digits[1], n[0], n[1],
		    (uint32_t)scale << 24 | flags, scale % 32);
		if (mpz_sgn(n[2]) != 0) {
			walk_begin(&walk, n[0], n[2], n[1],
			    scale % 8 < 4 ? scale / 8 % 4 : scale % 64,
			    flags & 1);
			check_walk(&walk, flags / 2 % 8);
		}
	}
	for (i = 0; i < 3; i++) {
		mpz_clear(n[i]);
		digits_free(&digits[i]);
	}
	return 0;
}
