/*
 * slice - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "slice.h"
#include "suite.h"
#include <stdio.h>
#include <string.h>

/* The bounds that are tried, of so many records, are -SPAN to SPAN and None. */
#define SPAN 6
#define NONE (SPAN + 1)

/* -------- what is said -------- */

#define START_STOP "a slice is START:STOP or START:STOP:STEP, of whole numbers"
#define FIRST "what to pick comes first: a whole number, None, or a slice " \
	"as 2:10"
#define ZERO "the step must not be 0"

/* Words, how many are used, and what is picked of ten records. */
static const struct row {
	const char *word[5];
	size_t used;
	const char *picked; /* NULL: it is refused */
	const char *reason;
} rows[] = {
	/* notation */
	{ { ":" }, 1, "0123456789", NULL },
	{ { "::" }, 1, "0123456789", NULL },
	{ { "2:5" }, 1, "234", NULL },
	{ { "2:" }, 1, "23456789", NULL },
	{ { ":3" }, 1, "012", NULL },
	{ { "::4" }, 1, "048", NULL },
	{ { ":9:4" }, 1, "048", NULL },
	{ { ":8:4" }, 1, "04", NULL },
	{ { "1:10:3" }, 1, "147", NULL },
	{ { "-3:" }, 1, "789", NULL },
	{ { ":-7" }, 1, "012", NULL },
	{ { "-5:-1" }, 1, "5678", NULL },
	{ { "-5:-1:2" }, 1, "57", NULL },
	{ { "-50:3" }, 1, "012", NULL },
	{ { "::-1" }, 1, "9876543210", NULL },
	{ { "10:2:-3" }, 1, "963", NULL },
	{ { "9:2:-3" }, 1, "963", NULL },
	{ { "-2::-4" }, 1, "840", NULL },
	{ { ":6:-1" }, 1, "987", NULL },
	{ { ":-4:-1" }, 1, "987", NULL },
	{ { "2:-50:-1" }, 1, "210", NULL },
	{ { "5:2" }, 1, "", NULL },
	{ { "2:5:-1" }, 1, "", NULL },
	{ { "None:None:None" }, 1, "0123456789", NULL },
	{ { "None:2" }, 1, "01", NULL },
	{ { "+1:+1_0:+4" }, 1, "159", NULL },
	{ { "-0:2" }, 1, "01", NULL },
	{ { "2:5", "7" }, 1, "234", NULL },
	/* as large as they come */
	{ { "9223372036854775807:" }, 1, "", NULL },
	{ { ":9223372036854775808" }, 1, "0123456789", NULL },
	{ { "-9223372036854775808:" }, 1, "0123456789", NULL },
	{ { ":-99999999999999999999999" }, 1, "", NULL },
	{ { "3::99999999999999999999999" }, 1, "3", NULL },
	{ { "3::-99999999999999999999999" }, 1, "3", NULL },
	{ { "99999999999999999999999::-9" }, 1, "90", NULL },
	{ { ":-99999999999999999999999:-5" }, 1, "94", NULL },
	/* bounds */
	{ { "3" }, 1, "012", NULL },
	{ { "-7" }, 1, "012", NULL },
	{ { "None" }, 1, "0123456789", NULL },
	{ { "7", "None" }, 2, "789", NULL },
	{ { "None", "2" }, 2, "01", NULL },
	{ { "2", "9", "3" }, 3, "258", NULL },
	{ { "2", "9", "None" }, 3, "2345678", NULL },
	{ { "9", "2", "-3" }, 3, "963", NULL },
	{ { "2", "9", "3", "4" }, 3, "258", NULL },
	{ { "2", "file", "3" }, 1, "01", NULL },
	{ { "2", "9", "./3" }, 2, "2345678", NULL },
	{ { "2", "4:6" }, 1, "01", NULL },
	{ { "2", "" }, 1, "01", NULL },
	/* refused */
	{ { "" }, 1, NULL, FIRST },
	{ { "file", "2" }, 1, NULL, FIRST },
	{ { "none" }, 1, NULL, FIRST },
	{ { "1.5" }, 1, NULL, FIRST },
	{ { "1e3" }, 1, NULL, FIRST },
	{ { "0x10" }, 1, NULL, FIRST },
	{ { " 1" }, 1, NULL, FIRST },
	{ { "1\r" }, 1, NULL, FIRST },
	{ { "1:2:3:4" }, 1, NULL, START_STOP },
	{ { ":::" }, 1, NULL, START_STOP },
	{ { "a:" }, 1, NULL, START_STOP },
	{ { ":a" }, 1, NULL, START_STOP },
	{ { "::a" }, 1, NULL, START_STOP },
	{ { "1: 2" }, 1, NULL, START_STOP },
	{ { "1:1__0" }, 1, NULL, START_STOP },
	{ { "a:0:0" }, 1, NULL, START_STOP },
	{ { "::0" }, 1, NULL, ZERO },
	{ { "1:2:-0" }, 1, NULL, ZERO },
	{ { "1", "2", "0" }, 3, NULL, ZERO },
};

START_TEST(reads_what_is_said)
{
	const struct row *row = &rows[_i];
	struct slice slice;
	const char *reason;
	char picked[16];
	size_t used = 42, words = 0;
	uint64_t first, n, i;

	while (row->word[words])
		words++;
	reason = slice_read(&slice, row->word, words, &used);
	ck_assert_msg(used == row->used, "%s: used %zu", row->word[0], used);
	if (!row->picked) {
		ck_assert_msg(reason && strcmp(reason, row->reason) == 0,
		    "%s: %s", row->word[0], reason ? reason : "is valid");
		return;
	}
	ck_assert_msg(!reason, "%s: %s", row->word[0], reason);
	n = slice_pick(&slice, 10, &first);
	ck_assert_msg(n <= 10, "%s: picks too many", row->word[0]);
	for (i = 0; i < n; i++)
		picked[i] = (char)('0' + (slice.step > 0 ?
		    first + i * slice_stride(&slice) :
		    first - i * slice_stride(&slice)));
	picked[n] = '\0';
	ck_assert_msg(strcmp(picked, row->picked) == 0, "%s: picks %s",
	    row->word[0], picked);
}
END_TEST

/* -------- what follows from it, of every small slice -------- */

/* Where a bound leads to as an index, clipped as the language says. */
static int
clip(int bound, int n, int least, int most)
{
	if (bound < 0)
		bound += n;
	return bound < least ? least : bound > most ? most : bound;
}

/* Put the indices that are picked. Returns: how many. */
static int
model(int start, int stop, int step, int n, int *index)
{
	const int least = step > 0 ? 0 : -1, most = step > 0 ? n : n - 1;
	int at = start == NONE ? (step > 0 ? 0 : n - 1) :
	    clip(start, n, least, most);
	int end = stop == NONE ? (step > 0 ? n : -1) :
	    clip(stop, n, least, most);
	int found = 0;

	for (; step > 0 ? at < end : at > end; at += step)
		index[found++] = at;
	return found;
}

static struct slice
slice_made(int start, int stop, int step)
{
	struct slice slice = { { start != NONE, start }, { stop != NONE, stop },
		step };

	return slice;
}

/* Compare what is picked of n records with the model. */
static void
compare(int start, int stop, int step, int n)
{
	const struct slice slice = slice_made(start, stop, step);
	int index[64];
	const int found = model(start, stop, step, n, index);
	uint64_t first = 0;

	ck_assert_msg(slice_pick(&slice, (uint64_t)n, &first) ==
	    (uint64_t)found && (found == 0 || first == (uint64_t)index[0]),
	    "%d:%d:%d of %d", start, stop, step, n);
}

/* Hold that what is said of the need for records is true of n of them. */
static void
bind(int start, int stop, int step, int n)
{
	const struct slice slice = slice_made(start, stop, step);
	const uint64_t use = slice_use(&slice), skip = slice_skip(&slice);
	const uint64_t last = slice_last(&slice);
	const int used = (uint64_t)n > use ? (int)use : n;
	int index[64], of_used[64];
	const int found = model(start, stop, step, n, index);
	char what[80];
	int i;

	snprintf(what, sizeof what, "%d:%d:%d of %d", start, stop, step, n);
	/* With so many the answer is known. */
	ck_assert_msg(model(start, stop, step, used, of_used) == found &&
	    memcmp(index, of_used, (size_t)found * sizeof *index) == 0,
	    "%s: use", what);
	ck_assert_msg(skip <= use, "%s: skips more than it uses", what);
	for (i = 0; i < found; i++) {
		const uint64_t behind = (uint64_t)(used - index[i]);

		ck_assert_msg((uint64_t)index[i] >= skip, "%s: skip", what);
		if (slice_kind(&slice) == SLICE_DELAYED)
			ck_assert_msg(behind > last, "%s: last", what);
		else if (slice_kind(&slice) != SLICE_FORWARD)
			ck_assert_msg(behind <= last, "%s: last", what);
	}
}

/* Hold that a climb from the end comes to the same. */
static void
climb(int start, int stop, int step, int n)
{
	const struct slice slice = slice_made(start, stop, step);
	const uint64_t use = slice_use(&slice), above = slice_skip(&slice);
	int index[64], found, at;
	uint64_t skip, climbed;

	if (step > 0 || !slice_anchored(&slice))
		return;
	found = model(start, stop, step, n, index);
	climbed = slice_climb(&slice, &skip);
	at = ((uint64_t)n > use ? (int)use : n) - 1 - (int)skip;
	for (int i = 0; ; i++, at += step) {
		const bool ends = at < (int)above || (uint64_t)i >= climbed;

		ck_assert_msg(ends == (i == found) &&
		    (ends || at == index[i]), "%d:%d:%d of %d: climb", start,
		    stop, step, n);
		if (ends)
			break;
	}
}

static void
each(void (*hold)(int start, int stop, int step, int n))
{
	for (int start = -SPAN; start <= NONE; start++)
		for (int stop = -SPAN; stop <= NONE; stop++)
			for (int step = -4; step <= 4; step++)
				for (int n = 0; step && n <= 2 * SPAN + 3; n++)
					hold(start, stop, step, n);
}

START_TEST(picks_as_the_model)
{
	each(compare);
}
END_TEST

START_TEST(needs_no_more_than_it_says)
{
	each(bind);
}
END_TEST

START_TEST(climbs_to_the_same)
{
	each(climb);
}
END_TEST

START_TEST(uses_as_islice_does)
{
	for (int start = 0; start <= SPAN; start++) {
		for (int stop = 0; stop <= SPAN; stop++) {
			const struct slice slice = slice_made(start, stop, 2);

			ck_assert_uint_eq(slice_use(&slice),
			    (uint64_t)(start > stop ? start : stop));
		}
	}
}
END_TEST

static Suite *
slice_suite(void)
{
	Suite *suite = suite_create("slice");
	TCase *tcase = tcase_create("read");

	tcase_add_loop_test(tcase, reads_what_is_said, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	tcase = tcase_create("all");
	tcase_add_test(tcase, picks_as_the_model);
	tcase_add_test(tcase, needs_no_more_than_it_says);
	tcase_add_test(tcase, climbs_to_the_same);
	tcase_add_test(tcase, uses_as_islice_does);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(slice_suite)
