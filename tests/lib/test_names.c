/*
 * The words of a command line as names.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "names.h"
#include "suite.h"
#include <string.h>

static const struct {
	const char *name;
	const char *words[4];
	size_t n;
	const char *given[5];
} rows[] = {
	{ "none is standard input", { NULL }, 0, { "-" } },
	{ "n counts, not the array", { "a", "b" }, 0, { "-" } },
	{ "one", { "a" }, 1, { "a" } },
	{ "some, in order", { "b", "a", "b" }, 3, { "b", "a", "b" } },
	{ "first of some", { "b", "a", "b" }, 2, { "b", "a" } },
	{ "a minus sign is a word", { "-", "a", "-" }, 3, { "-", "a", "-" } },
	{ "an empty word is one", { "", "a" }, 2, { "", "a" } }
};

START_TEST(gives_words)
{
	struct words words;
	struct names *names = words_open(&words, rows[_i].words, rows[_i].n);
	const char *const *given = rows[_i].given;
	const char *name;

	ck_assert_ptr_eq(names, &words.names);
	for (; *given; given++) {
		name = names->next(names);
		ck_assert_msg(name && strcmp(name, *given) == 0,
		    "%s: %s, should be %s", rows[_i].name,
		    name ? name : "the end", *given);
	}
	ck_assert_msg(!names->next(names), "%s: more", rows[_i].name);
	ck_assert_msg(!names->next(names), "%s: more after the end",
	    rows[_i].name);
}
END_TEST

START_TEST(two_are_apart)
{
	static const char *const word[] = { "a", "b" };
	struct words one, other;
	struct names *a = words_open(&one, word, 2);
	struct names *b = words_open(&other, word, 2);

	ck_assert_str_eq(a->next(a), "a");
	ck_assert_str_eq(a->next(a), "b");
	ck_assert_str_eq(b->next(b), "a");
}
END_TEST

static Suite *
names_suite(void)
{
	Suite *suite = suite_create("names");
	TCase *tc = tcase_create("words");

	tcase_add_loop_test(tc, gives_words, 0, LENGTH(rows));
	tcase_add_test(tc, two_are_apart);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(names_suite)
