/*
 * Which words are slips of which, and never a slow or a wild answer.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "nearest.h"
#include "suite.h"
#include <stdio.h>
#include <string.h>

#define X32 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"

static const struct {
	const char *word, *known;
	bool near;
} rows[] = {
	/* a beginning of it */
	{ "he", "help", true },
	{ "h", "help", false },
	{ "help", "help", true },
	{ "zero", "zero-terminated", true },
	{ "", "help", false },
	/* one edit: added, left out, changed, swapped */
	{ "drains", "drain", true },
	{ "drin", "drain", true },
	{ "drayn", "drain", true },
	{ "drian", "drain", true },
	{ "rdain", "drain", true },
	{ "drani", "drain", true },
	{ "xdrain", "drain", true },
	{ "rain", "drain", true },
	/* two edits: too many in five letters, not in six */
	{ "dryin", "drain", true },
	{ "dryyn", "drain", false },
	{ "stryyt", "strict", true },
	{ "srtitc", "strict", true },
	{ "srtiyc", "strict", false },
	{ "strictly", "strict", true },
	{ "strictest", "strict", false },
	{ "ict", "strict", false },
	{ "rict", "strict", true },
	/* three are too many in any word */
	{ "no-decomqrezz", "no-decompress", false },
	{ "no-decomqrezs", "no-decompress", true },
	/* short words */
	{ "kez", "key", true },
	{ "kzz", "key", false },
	{ "by", "ab", false },
	{ "ba", "ab", false },
	/* a swap, then a change of the same letters, is not one edit */
	{ "ca", "abc", false },
	/* at most 32 letters are looked at */
	{ X32, X32, true },
	{ X32, X32 "x", false },
	{ X32 "x", X32, false },
	{ X32 "x", X32 "x", false },
	{ "y" X32, X32, false },
	{ "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxyy", X32, true },
	{ "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxyyy", X32, false },
	{ "key", "", false }
};

START_TEST(says_what_is_near)
{
	ck_assert_msg(nearest(rows[_i].word, rows[_i].known) == rows[_i].near,
	    "%s is%s near %s", rows[_i].word, rows[_i].near ? "" : " not",
	    rows[_i].known);
}
END_TEST

/* -------- a model: the definition, by recursion -------- */

static unsigned
edits(const char *a, size_t i, const char *b, size_t j)
{
	unsigned best, n;

	if (i == 0 || j == 0)
		return (unsigned)(i + j);
	best = edits(a, i - 1, b, j - 1) + (a[i - 1] != b[j - 1]);
	n = edits(a, i - 1, b, j) + 1;
	best = n < best ? n : best;
	n = edits(a, i, b, j - 1) + 1;
	best = n < best ? n : best;
	if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
		n = edits(a, i - 2, b, j - 2) + 1;
		best = n < best ? n : best;
	}
	return best;
}

/* Make the word of up to 6 letters, a to c, that has this number. */
static void
word_of(unsigned number, char word[7])
{
	size_t len = 0;

	for (; number > 0 && len < 6; number /= 4)
		word[len++] = "abcd"[number % 4];
	word[len] = '\0';
}

START_TEST(agrees_with_the_definition)
{
	static const char *const known[] = { "abc", "abcabc", "aabbcc",
		"cabbage", "a", "bc" };
	const char *b = known[_i];
	size_t b_len = strlen(b);
	unsigned most = (unsigned)b_len / 3 > 2 ? 2 : (unsigned)b_len / 3;
	unsigned number;
	char a[7];

	for (number = 0; number < 4096; number += 3) {
		size_t len;
		bool near;

		word_of(number, a);
		len = strlen(a);
		near = len >= 2 && (strncmp(a, b, len) == 0 ||
		    edits(a, len, b, b_len) <= most);
		ck_assert_msg(nearest(a, b) == near, "%s is%s near %s", a,
		    near ? "" : " not", b);
	}
}
END_TEST

static Suite *
nearest_suite(void)
{
	Suite *suite = suite_create("nearest");
	TCase *tc = tcase_create("nearest");

	tcase_add_loop_test(tc, says_what_is_near, 0, LENGTH(rows));
	tcase_add_loop_test(tc, agrees_with_the_definition, 0, 6);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(nearest_suite)
