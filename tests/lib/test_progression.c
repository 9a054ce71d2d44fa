/*
 * progression - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "numeral.h"
#include "progression.h"
#include "record.h"
#include "suite.h"
#include <string.h>

static const struct {
	const char *number, *step;
	size_t scale;
	unsigned n;
} rows[] = {
	{ "0", "1", 0, 300000 },
	{ "120000", "-1", 0, 240000 },
	{ "0", "2", 0, 100000 },
	{ "3", "5", 0, 100000 },
	{ "-70000", "7", 0, 50000 },
	{ "70000", "-7", 0, 50000 },
	{ "-999", "16", 0, 100000 },
	{ "12345", "1000", 0, 100000 },
	{ "99999999999999999990", "125", 0, 100000 },
	{ "-100000000000000000000", "1", 0, 50000 },
	{ "1", "333333333333", 0, 60000 },
	{ "0", "99999999999999999999", 0, 50000 },
	{ "0", "1", 1, 150000 },
	{ "15000", "-1", 2, 40000 },
	{ "-5", "3", 3, 60000 },
	{ "0", "-1", 12, 30000 },
	{ "95", "100000", 4, 60000 },
	{ "7", "1", 40000, 4 },
	{ "7", "1", 70000, 3 },
	{ "1", "1", 0, 0 },
};

/* Set both numbers, and the stop right behind the n-th number. */
static void
start(struct progression *p, int row, char eol)
{
	ck_assert(digits_parse(&p->number, rows[row].number));
	ck_assert(digits_parse(&p->step, rows[row].step));
	digits_copy(&p->stop, &p->step);
	digits_multiply(&p->stop, rows[row].n);
	digits_add(&p->stop, &p->number);
	p->scale = rows[row].scale;
	p->eol = eol;
}

/* Compare with the number that is counted along; at is where its line is. */
static const char *
compare(const char *at, const struct digits *number, size_t scale, char eol)
{
	static char room[80000];
	char *const end = room + sizeof room;
	size_t len;
	const char *text = digits_text(number, &len);

	text += number->negative;
	len -= number->negative;
	memcpy(end - len, text, len);
	text = numeral_complete(end - len, end, scale, number->negative);
	len = (size_t)(end - text);
	ck_assert_msg(memcmp(at, text, len) == 0, "%.*s instead of %.*s",
	    (int)len, at, (int)len, text);
	ck_assert_int_eq(at[len], eol);
	return at + len + 1;
}

START_TEST(makes_all_lines)
{
	struct progression p = PROGRESSION_INIT;
	struct digits number = DIGITS_INIT;
	struct span span;
	unsigned n = 0;
	const char eol = _i % 2 ? '\0' : '\n';

	start(&p, _i, eol);
	digits_copy(&number, &p.number);
	while (progression_lines(&p, &span)) {
		const char *at = span.bytes, *const end = at + span.len;

		ck_assert(span.opens && span.closes);
		ck_assert(span.len > 0);
		for (; at < end; n++) {
			at = compare(at, &number, p.scale, eol);
			digits_add(&number, &p.step);
		}
		ck_assert(at == end);
	}
	ck_assert_uint_eq(n, rows[_i].n);
	ck_assert(progression_ended(&p));
	digits_free(&number);
	progression_free(&p);
}
END_TEST

/* Blocks and single lines in turn. */
START_TEST(goes_on_with_lines)
{
	struct progression p = PROGRESSION_INIT;
	struct digits number = DIGITS_INIT;
	struct span span;
	unsigned n = 0;

	start(&p, _i, '\n');
	digits_copy(&number, &p.number);
	for (unsigned turn = 0; !progression_ended(&p); turn++) {
		const char *at;

		if (turn % 4 == 3)
			progression_line(&p, &span);
		else
			ck_assert(progression_lines(&p, &span));
		for (at = span.bytes; at < span.bytes + span.len; n++) {
			at = compare(at, &number, p.scale, '\n');
			digits_add(&number, &p.step);
		}
	}
	ck_assert_uint_eq(n, rows[_i].n);
	ck_assert(!progression_lines(&p, &span));
	digits_free(&number);
	progression_free(&p);
}
END_TEST

START_TEST(knows_no_end)
{
	struct progression p = PROGRESSION_INIT;
	struct span span;

	/* There is a stop, which does not count. */
	start(&p, 0, '\n');
	p.endless = true;
	digits_copy(&p.stop, &p.number);
	for (size_t n = 0; n < 10000000; n += span.len)
		ck_assert(progression_lines(&p, &span));
	ck_assert(!progression_ended(&p));
	progression_free(&p);
}
END_TEST

static Suite *
progression_suite(void)
{
	Suite *suite = suite_create("progression");
	TCase *tcase = tcase_create("lines");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, makes_all_lines, 0, LENGTH(rows));
	tcase_add_loop_test(tcase, goes_on_with_lines, 0, LENGTH(rows));
	tcase_add_test(tcase, knows_no_end);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(progression_suite)
