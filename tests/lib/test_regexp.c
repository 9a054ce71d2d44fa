/*
 * regexp - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "regexp.h"
#include "suite.h"
#include "support.h"
#include <string.h>

#define GROUPS_MAX 4

/* What each group is, the whole match first; bytes and len as by LITERAL. */
static const struct row {
	const char *pattern;
	struct record record;
	enum regexp_result result;
	size_t n; /* groups and the whole match */
	struct record group[GROUPS_MAX];
} rows[] = {
	{ "b+", { LITERAL("abbc") }, REGEXP_MATCH, 1, { { LITERAL("bb") } } },
	{ "b+", { LITERAL("ac") }, REGEXP_NONE, 1, { { NULL, 0 } } },
	{ "", { LITERAL("") }, REGEXP_MATCH, 1, { { LITERAL("") } } },
	{ "^$", { NULL, 0 }, REGEXP_MATCH, 1, { { LITERAL("") } } },
	{ "x", { NULL, 0 }, REGEXP_NONE, 1, { { NULL, 0 } } },
	{ "(a)(b)?(c)", { LITERAL("xac") }, REGEXP_MATCH, 4,
	  { { LITERAL("ac") }, { LITERAL("a") }, { LITERAL("") },
	  { LITERAL("c") } } },
	{ "(a)|(b)", { LITERAL("a") }, REGEXP_MATCH, 3,
	  { { LITERAL("a") }, { LITERAL("a") }, { LITERAL("") } } },
	{ "(a)|(b)", { LITERAL("b") }, REGEXP_MATCH, 3,
	  { { LITERAL("b") }, { LITERAL("") }, { LITERAL("b") } } },
	/* the first match, not the longest */
	{ "a|ab", { LITERAL("xab") }, REGEXP_MATCH, 1, { { LITERAL("a") } } },
	/* a record may hold NUL, and so may a match */
	{ "b(.)c", { LITERAL("a\0b\0c") }, REGEXP_MATCH, 2,
	  { { LITERAL("b\0c") }, { LITERAL("\0") } } },
	{ "\\x00$", { LITERAL("a\0") }, REGEXP_MATCH, 1,
	  { { LITERAL("\0") } } },
	/* bytes, not characters */
	{ "^..$", { LITERAL("\xc3\xa9") }, REGEXP_MATCH, 1,
	  { { LITERAL("\xc3\xa9") } } },
	{ "\xa9", { LITERAL("\xc3\xa9") }, REGEXP_MATCH, 1,
	  { { LITERAL("\xa9") } } },
	{ "[\xff]", { LITERAL("\xfe\xff") }, REGEXP_MATCH, 1,
	  { { LITERAL("\xff") } } },
	{ "\\w", { LITERAL("\xe9") }, REGEXP_NONE, 1, { { NULL, 0 } } },
	{ "(?i)\xe9", { LITERAL("\xc9") }, REGEXP_NONE, 1, { { NULL, 0 } } },
	/* CR is a byte like any other, also at the end */
	{ "a.$", { LITERAL("a\r") }, REGEXP_MATCH, 1, { { LITERAL("a\r") } } },
	{ "a$", { LITERAL("a\r") }, REGEXP_NONE, 1, { { NULL, 0 } } },
	{ "a.b", { LITERAL("a\nb") }, REGEXP_NONE, 1, { { NULL, 0 } } },
	{ "(?s)a.b", { LITERAL("a\nb") }, REGEXP_MATCH, 1,
	  { { LITERAL("a\nb") } } },
	{ "a\\Rb", { LITERAL("a\x85" "b") }, REGEXP_NONE, 1, { { NULL, 0 } } },
	{ "a\\Kb", { LITERAL("ab") }, REGEXP_MATCH, 1, { { LITERAL("b") } } },
	/* without machine code */
	{ "(*NO_JIT)(a)(b)?", { LITERAL("xa") }, REGEXP_MATCH, 3,
	  { { LITERAL("a") }, { LITERAL("a") }, { LITERAL("") } } },
	{ "(*NO_JIT)b", { NULL, 0 }, REGEXP_NONE, 1, { { NULL, 0 } } },
	/* what can't be decided is no "no match" */
	{ "^(a+)+$", { LITERAL("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab") },
	  REGEXP_LIMIT, 2, { { NULL, 0 } } },
	{ "(*NO_JIT)^(a+)+$",
	  { LITERAL("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab") },
	  REGEXP_LIMIT, 2, { { NULL, 0 } } },
};

static void
expect(const struct row *row, struct regexp *regexp)
{
	struct record group[GROUPS_MAX + 1];
	const enum regexp_result result =
	    regexp_match(regexp, &row->record, group);

	ck_assert_msg(result == row->result, "'%s' gives %d", row->pattern,
	    (int)result);
	for (size_t i = 0; result == REGEXP_MATCH && i < row->n; i++) {
		ck_assert_msg(row->record.len > 0 ?
		    group[i].bytes >= row->record.bytes :
		    group[i].bytes != NULL, "'%s': group %zu is elsewhere",
		    row->pattern, i);
		ck_assert_msg(group[i].len == row->group[i].len &&
		    memcmp(group[i].bytes, row->group[i].bytes,
			group[i].len) == 0,
		    "'%s': group %zu is '%.*s'", row->pattern, i,
		    (int)group[i].len, group[i].bytes);
	}
}

START_TEST(finds_the_first_match)
{
	const struct row *row = &rows[_i];
	const char *reason;
	size_t offset;
	struct regexp *regexp = regexp_open(row->pattern, &reason, &offset);

	ck_assert_msg(regexp, "'%s': %s", row->pattern, reason);
	ck_assert_msg(regexp_groups(regexp) + 1 == row->n,
	    "'%s' has %zu groups", row->pattern, regexp_groups(regexp));
	/* What one match leaves behind is nothing to the next. */
	expect(row, regexp);
	expect(row, regexp);
	regexp_close(regexp);
}
END_TEST

START_TEST(views_are_into_the_record)
{
	const struct record record = { LITERAL("key=value") };
	struct record group[3];
	const char *reason;
	size_t offset;
	struct regexp *regexp = regexp_open("(\\w+)=(\\w+)", &reason, &offset);

	ck_assert_int_eq(regexp_match(regexp, &record, group), REGEXP_MATCH);
	ck_assert_ptr_eq(group[0].bytes, record.bytes);
	ck_assert_ptr_eq(group[2].bytes, record.bytes + 4);
	regexp_close(regexp);
}
END_TEST

/* A long record of the letter a, and an expression that goes through it all. */
struct lengthy {
	struct regexp *regexp;
	char *bytes;
	struct record record;
	struct record group[3];
};

static void
lengthy_open(struct lengthy *lengthy, size_t len, bool machine_code)
{
	const char *reason;
	size_t offset;

	lengthy->regexp = regexp_open(machine_code ? "^((a|b)*)c" :
	    "(*NO_JIT)^((a|b)*)c", &reason, &offset);
	lengthy->bytes = malloc(len);
	memset(lengthy->bytes, 'a', len);
	lengthy->record = (struct record){ lengthy->bytes, len };
}

static enum regexp_result
lengthy_match(struct lengthy *lengthy)
{
	return regexp_match(lengthy->regexp, &lengthy->record,
	    lengthy->group);
}

static void
lengthy_close(struct lengthy *lengthy)
{
	regexp_close(lengthy->regexp);
	free(lengthy->bytes);
}

/*
 * Needs far more than the 32 KiB that machine code has at first, and half of
 * the 64 MiB that a match may have, with frames of the size of PCRE2 10.46.
 */
START_TEST(a_long_record_is_decided)
{
	const size_t len = 100000;
	struct lengthy lengthy;

	lengthy_open(&lengthy, len, _i == 0);
	ck_assert_int_eq(lengthy_match(&lengthy), REGEXP_NONE);
	lengthy.bytes[len - 1] = 'c';
	ck_assert_int_eq(lengthy_match(&lengthy), REGEXP_MATCH);
	ck_assert_uint_eq(lengthy.group[1].len, len - 1);
	lengthy_close(&lengthy);
}
END_TEST

/* It needs more than a match may have, and the next one as much. */
START_TEST(a_longer_one_is_not)
{
	const size_t len = 8000000;
	struct lengthy lengthy;

	lengthy_open(&lengthy, len, _i == 0);
	lengthy.bytes[len - 1] = 'c';
	ck_assert_int_eq(lengthy_match(&lengthy), REGEXP_LIMIT);
	ck_assert_int_eq(lengthy_match(&lengthy), REGEXP_LIMIT);
	lengthy_close(&lengthy);
}
END_TEST

static const struct wrong {
	const char *pattern, *reason;
	size_t offset;
} wrong[] = {
	{ "a(b", "missing closing parenthesis", 3 },
	{ "a)b", "unmatched closing parenthesis", 1 },
	{ "[a", "missing terminating ] for character class", 2 },
	{ "*", "quantifier does not follow a repeatable item", 0 },
	{ "a\\", "\\ at end of pattern", 2 },
	{ "(?<1>a)", "subpattern name must start with a non-digit", 3 },
	{ "(*UTF)a", "using UTF is disabled by the application", 6 },
};

START_TEST(says_what_is_wrong)
{
	const struct wrong *row = &wrong[_i];
	const char *reason = NULL;
	size_t offset = 99;

	ck_assert_msg(!regexp_open(row->pattern, &reason, &offset),
	    "'%s' is taken", row->pattern);
	ck_assert_str_eq(reason, row->reason);
	ck_assert_msg(offset == row->offset, "'%s': at %zu", row->pattern,
	    offset);
}
END_TEST

START_TEST(knows_names)
{
	const char *reason;
	size_t offset;
	struct regexp *regexp = regexp_open(
	    "(?<user>a)(b)(?<host_2>c)(?<us>d)", &reason, &offset);

	ck_assert_uint_eq(regexp_named(regexp, LITERAL("user")), 1);
	ck_assert_uint_eq(regexp_named(regexp, LITERAL("host_2")), 3);
	ck_assert_uint_eq(regexp_named(regexp, LITERAL("us")), 4);
	ck_assert_uint_eq(regexp_named(regexp, LITERAL("use")), 0);
	ck_assert_uint_eq(regexp_named(regexp, "users", 4), 1);
	ck_assert_uint_eq(regexp_named(regexp, LITERAL("user\0")), 0);
	ck_assert_uint_eq(regexp_named(regexp, LITERAL("")), 0);
	ck_assert_str_eq(regexp_name(regexp, 1), "user");
	ck_assert_ptr_null(regexp_name(regexp, 2));
	ck_assert_str_eq(regexp_name(regexp, 3), "host_2");
	ck_assert_ptr_null(regexp_name(regexp, 0));
	ck_assert_ptr_null(regexp_name(regexp, 5));
	regexp_close(regexp);
	regexp_close(NULL);
}
END_TEST

/* The number of a group has two bytes. */
START_TEST(knows_the_names_of_many_groups)
{
	enum { GROUPS = 300 };
	struct bytes pattern = { 0 };
	struct record group[GROUPS + 1];
	const struct record record = { LITERAL("ab") };
	struct regexp *regexp;
	const char *reason;
	size_t offset;

	for (int i = 1; i < GROUPS; i++)
		bytes_add(&pattern, LITERAL("(x)?"));
	bytes_add(&pattern, LITERAL("(?<last>b)\0"));
	regexp = regexp_open(pattern.at, &reason, &offset);
	ck_assert_uint_eq(regexp_groups(regexp), GROUPS);
	ck_assert_uint_eq(regexp_named(regexp, LITERAL("last")), GROUPS);
	ck_assert_str_eq(regexp_name(regexp, GROUPS), "last");
	ck_assert_ptr_null(regexp_name(regexp, GROUPS % 256));
	ck_assert_int_eq(regexp_match(regexp, &record, group), REGEXP_MATCH);
	ck_assert_uint_eq(group[GROUPS - 1].len, 0);
	ck_assert_ptr_eq(group[GROUPS].bytes, record.bytes + 1);
	regexp_close(regexp);
	bytes_free(&pattern);
}
END_TEST

static Suite *
regexp_suite(void)
{
	Suite *suite = suite_create("regexp");
	TCase *tcase = tcase_create("match");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, finds_the_first_match, 0, LENGTH(rows));
	tcase_add_test(tcase, views_are_into_the_record);
	tcase_add_loop_test(tcase, a_long_record_is_decided, 0, 2);
	tcase_add_loop_test(tcase, a_longer_one_is_not, 0, 2);
	suite_add_tcase(suite, tcase);
	tcase = tcase_create("pattern");
	tcase_add_loop_test(tcase, says_what_is_wrong, 0, LENGTH(wrong));
	tcase_add_test(tcase, knows_names);
	tcase_add_test(tcase, knows_the_names_of_many_groups);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(regexp_suite)
