/*
 * The picture of a mistake, and the message that it comes with.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/mistake.h"
#include "message.h"
#include "suite.h"
#include "support.h"
#include <string.h>

#define TEN "0123456789"
#define SIXTY TEN TEN TEN TEN TEN TEN
#define FORTY_BLANKS "                                        "

static const struct row {
	const char *name, *text;
	size_t at, len;
	const char *line, *mark;
} rows[] = {
	{ "a sign", "x +* 2", 3, 1, "x +* 2", "   ^" },
	{ "a word", "x and and y", 6, 3, "x and and y", "      ^^^" },
	{ "the end", "x +", 3, 0, "x +", "   ^" },
	{ "between", "x y", 1, 0, "x y", " ^" },
	{ "nothing", "", 0, 0, "", "^" },
	{ "all", "abc", 0, 3, "abc", "^^^" },
	{ "UTF-8 is a column a character", "\xc3\xa4\xe2\x82\xac + $", 8, 1,
	    "\xc3\xa4\xe2\x82\xac + $", "     ^" },
	{ "marked UTF-8", "a\xe2\x82\xac""b", 1, 3, "a\xe2\x82\xac""b",
	    " ^" },
	{ "inside of a character", "a\xe2\x82\xac""b", 2, 1,
	    "a\xe2\x82\xac""b", " ^" },
	{ "control characters are escaped", "a\n\t\x01 $", 5, 1,
	    "a\\n\\t\\x01 $", "          ^" },
	{ "marked control character", "a\x01", 1, 1, "a\\x01", " ^^^^" },
	{ "no UTF-8", "\xff$", 1, 1, "\\xff$", "    ^" },
	{ "as long as may be", SIXTY, 59, 1, SIXTY,
	    FORTY_BLANKS "                   ^" },
	{ "cut behind", SIXTY "x", 0, 1, SIXTY "...", "^" },
	{ "still in the first half", SIXTY "x", 30, 1, SIXTY "...",
	    "                              ^" },
	{ "cut before", "x" SIXTY, 60, 1, "..." SIXTY,
	    FORTY_BLANKS "                      ^" },
	{ "cut before the end", "x" SIXTY, 61, 0, "..." SIXTY,
	    FORTY_BLANKS "                       ^" },
	{ "cut on both sides", SIXTY SIXTY, 65, 2,
	    "...56789" TEN TEN TEN TEN TEN "01234...",
	    "                                 ^^" },
	{ "a place that is cut", SIXTY SIXTY, 65, 50,
	    "...56789" TEN TEN TEN TEN TEN "01234...",
	    "                                 ^^^^^^^^^^^^^^^^^^^^"
	    "^^^^^^^^^^" },
	{ "an escape that would be cut", "\x01" SIXTY "abc", 30, 1,
	    "..." TEN TEN TEN TEN TEN "012345678...",
	    "                                ^" }
};

START_TEST(draws)
{
	const struct row *row = &rows[_i];
	struct mistake_picture picture;

	mistake_draw(&picture, row->text, strlen(row->text), row->at,
	    row->len);
	ck_assert_msg(strcmp(picture.line, row->line) == 0, "%s: line '%s'",
	    row->name, picture.line);
	ck_assert_msg(strcmp(picture.mark, row->mark) == 0, "%s: mark '%s'",
	    row->name, picture.mark);
}
END_TEST

START_TEST(has_room_for_the_longest)
{
	struct mistake_picture picture;
	char text[4 * 1000];
	size_t at;

	for (size_t i = 0; i < sizeof text; i++)
		text[i] = "\xf0\x9f\x98\x80"[i % 4];
	for (at = 0; at <= sizeof text; at += 100) {
		mistake_draw(&picture, text, sizeof text, at, sizeof text);
		ck_assert_uint_ge(strlen(picture.line), 243);
		ck_assert_uint_lt(strlen(picture.line), MISTAKE_MAX);
	}
}
END_TEST

static void
say(void *about)
{
	const struct row *row = about;
	const struct mistake mistake = { row->at, row->len, "why" };

	message_start("map");
	mistake_die(row->text, strlen(row->text), &mistake);
}

START_TEST(is_wrong_usage)
{
	const struct row plain = rows[0], empty = rows[4];
	struct outcome outcome;

	child_run(&outcome, say, (void *)&plain, -1, -1);
	outcome_expect("plain", &outcome, 2, "", "map: 'x +* 2': why\n"
	    "map:   x +* 2\nmap:      ^\nTry 'map --help'.\n");
	child_run(&outcome, say, (void *)&empty, -1, -1);
	outcome_expect("empty", &outcome, 2, "",
	    "map: '': why\nTry 'map --help'.\n");
}
END_TEST

static Suite *
mistake_suite(void)
{
	Suite *suite = suite_create("mistake");
	TCase *tcase = tcase_create("picture");

	tcase_add_loop_test(tcase, draws, 0, LENGTH(rows));
	tcase_add_test(tcase, has_room_for_the_longest);
	tcase_add_test(tcase, is_wrong_usage);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(mistake_suite)
