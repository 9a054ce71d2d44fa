/*
 * key - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "field_options.h"
#include "input.h"
#include "key.h"
#include "names.h"
#include "options.h"
#include "suite.h"
#include "support.h"
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const struct input nowhere;

/* Open a key as the options say; NULL: not given. */
static void
begin(struct key *key, const char *separator, const char *regexp,
    const char *list, bool ignore_case)
{
	struct option_list lists = { .text = &list, .n = list != NULL };

	*field_options[0].text = separator;
	*field_options[1].text = regexp;
	*field_options[2].text = NULL;
	key_open(key, &lists, "-k", ignore_case);
}

static bool
see(struct key *key, const char *bytes, size_t len)
{
	const struct record record = { bytes, len };

	return key_of(key, &nowhere, &record);
}

/* -------- which key a record has -------- */

static const struct row {
	const char *separator, *regexp, *list;
	const char *record;
	const char *key; /* fields joined by tabs; NULL: it has none */
} rows[] = {
	{ NULL, NULL, NULL, "", "" },
	{ NULL, NULL, NULL, " a b ", " a b " },
	{ ",", NULL, NULL, "a,b", "a,b" },
	{ NULL, NULL, "2", " a b ", "b" },
	{ NULL, NULL, "2", "a", "" },
	{ ",", NULL, "2", "a,b,c", "b" },
	{ ",", NULL, "3,1", "a,b,c", "c\ta" },
	{ ",", NULL, "2-", "a,b,c", "b\tc" },
	{ ",", NULL, "2-", "a", "" },
	{ NULL, "[0-9]+", NULL, "a12b3", "12" },
	{ NULL, "[0-9]+", NULL, "ab", NULL },
	{ NULL, "(.)=(.)", NULL, "a=b", "a\tb" },
	{ NULL, "(.)=(.)", "2", "a=b", "b" },
	{ NULL, "(?<k>.)=(?<v>.)", "v,k", "a=b", "b\ta" },
	{ NULL, "(a)|(b)", NULL, "b", "\tb" },
	{ NULL, "()", NULL, "b", "" },
};

START_TEST(finds)
{
	const struct row *row = &rows[_i];
	struct key key;
	size_t len;

	begin(&key, row->separator, row->regexp, row->list, false);
	ck_assert_int_eq(see(&key, row->record, strlen(row->record)),
	    row->key != NULL);
	if (row->key) {
		key_keep(&key);
		ck_assert_str_eq(key_text(&key, &len), row->key);
		ck_assert_uint_eq(len, strlen(row->key));
	}
	key_close(&key);
}
END_TEST

START_TEST(a_text_may_have_nul)
{
	struct key key;
	size_t len;
	const char *text;

	begin(&key, ",", NULL, "2,1", false);
	ck_assert(see(&key, LITERAL("a\0b,\0")));
	key_keep(&key);
	text = key_text(&key, &len);
	ck_assert_uint_eq(len, 5);
	ck_assert_mem_eq(text, "\0\ta\0b\0", 6);
	key_close(&key);
}
END_TEST

/* -------- when it changes -------- */

static const struct change {
	const char *list;
	bool ignore_case;
	const char *before, *after;
	bool changed;
} changes[] = {
	{ NULL, false, "a", "a", false },
	{ NULL, false, "a", "b", true },
	{ NULL, false, "a", "A", true },
	{ NULL, true, "a", "A", false },
	{ NULL, true, "\xe4", "\xc4", true },
	{ NULL, true, "[", "{", true },
	{ NULL, false, "", "", false },
	{ NULL, false, "", "a", true },
	{ "1,2", false, "ab,c", "a,bc", true },
	{ "1,2", false, "a,b,c", "a,b,d", false },
	{ "1-", false, "a,b", "a,b,", true },
	{ "2", true, "x,Ab,", "y,aB", false },
};

START_TEST(changes_where_a_field_does)
{
	const struct change *row = &changes[_i];
	char bytes[16];
	struct key key;

	begin(&key, ",", NULL, row->list, row->ignore_case);
	/* What is kept must not be in the record, which goes. */
	strcpy(bytes, row->before);
	ck_assert(see(&key, bytes, strlen(bytes)));
	key_keep(&key);
	memset(bytes, '#', sizeof bytes);
	ck_assert(see(&key, row->after, strlen(row->after)));
	ck_assert_int_eq(key_changed(&key), row->changed);
	key_close(&key);
}
END_TEST

START_TEST(is_empty_before_the_first)
{
	struct key key;
	size_t len;

	begin(&key, NULL, "^[0-9]*$", NULL, false);
	ck_assert(!see(&key, LITERAL("a")));
	key_set_empty(&key);
	key_keep(&key);
	key_text(&key, &len);
	ck_assert_uint_eq(len, 0);
	ck_assert(see(&key, LITERAL("")));
	ck_assert(!key_changed(&key));
	ck_assert(see(&key, LITERAL("1")));
	ck_assert(key_changed(&key));
	key_close(&key);
}
END_TEST

/* -------- as one run of bytes -------- */

static const size_t lengths[] = {
	0, 1, 2, 15, 16, 17, 255, 256, 257, 4095, 4096, 65536, 1048577
};

START_TEST(packs_and_unpacks)
{
	const size_t len = lengths[_i];
	char *bytes = malloc(len + 1);
	struct record field[3] = { { "a", 1 }, { bytes, len }, { "", 0 } };
	struct fields fields = { .field = field };
	struct fields back = { 0 };
	struct packed packed = { 0 };
	struct record run;
	size_t begin;

	memset(bytes, 'Z', len);
	for (fields.n = 0; fields.n <= 3; fields.n++) {
		/* Behind what is there. */
		begin = packed.len;
		packed_add(&packed, &fields);
		run.bytes = packed.bytes + begin;
		run.len = packed.len - begin;
		packed_split(&run, &back);
		ck_assert_uint_eq(back.n, fields.n);
		ck_assert(fields_equal(&back, &fields, false));
	}
	fields_close(&back);
	free(packed.bytes);
	free(bytes);
}
END_TEST

/* No letters but the fields', so that case can be ignored in the whole. */
START_TEST(packs_lengths_without_letters)
{
	static char bytes[70000];
	struct record field = { bytes, 0 };
	struct fields fields = { .field = &field, .n = 1 };
	struct packed packed = { 0 };

	for (; field.len < sizeof bytes; field.len += 1 + field.len / 50) {
		packed.len = 0;
		packed_add(&packed, &fields);
		for (size_t i = 0; i < packed.len - field.len; i++)
			ck_assert_int_lt(packed.bytes[i], ' ');
	}
	free(packed.bytes);
}
END_TEST

START_TEST(packs_what_differs_differently)
{
	static const char *const records[] = {
		"", ",", ",,", "a", "a,", ",a", "ab", "a,b", "b,a", "\001a",
		"a\001", "\001,a", "\001a,", "aa", "aaa", "a,a"
	};
	struct packed packed[LENGTH(records)] = { { 0 } };
	struct key key;

	begin(&key, ",", NULL, "1-", false);
	for (int i = 0; i < LENGTH(records); i++) {
		ck_assert(see(&key, records[i], strlen(records[i])));
		packed_add(&packed[i], &key.fields);
		for (int j = 0; j < i; j++)
			ck_assert_msg(packed[i].len != packed[j].len ||
			    memcmp(packed[i].bytes, packed[j].bytes,
			    packed[i].len) != 0,
			    "'%s' as '%s'", records[i], records[j]);
	}
	for (int i = 0; i < LENGTH(records); i++)
		free(packed[i].bytes);
	key_close(&key);
}
END_TEST

/* What was kept does not change which key the next record has. */
START_TEST(forgets_what_it_kept)
{
	static const char *const separators[] = { NULL, ",", "::" };
	static const char *const records[] = {
		"", " ", "a", "a ", " a", "a b", "a\tb", "ab", "ab c", "b a",
		",", "a,", ",a", "a,b", "ab,c", "a::b", "a:b", "ab::", "A b",
		"0123456789abcdef x", "0123456789abcdef,x",
		"0123456789abcdefx", "0123456789abcdeg x"
	};
	char expected[32];
	struct key key;
	size_t len;

	for (int j = 0; j < LENGTH(records); j++) {
		begin(&key, separators[_i], NULL, "1", false);
		ck_assert(see(&key, records[j], strlen(records[j])));
		key_keep(&key);
		strcpy(expected, key_text(&key, &len));
		for (int i = 0; i < LENGTH(records); i++) {
			ck_assert(see(&key, records[i], strlen(records[i])));
			key_keep(&key);
			ck_assert(see(&key, records[j], strlen(records[j])));
			key_keep(&key);
			ck_assert_str_eq(key_text(&key, &len), expected);
		}
		key_close(&key);
	}
}
END_TEST

/* The fields that others need are there for every record. */
START_TEST(splits_as_far_as_others_need)
{
	struct key key;

	begin(&key, NULL, NULL, "1", false);
	key_reach(&key, 1);
	ck_assert(see(&key, "a b", 3));
	key_keep(&key);
	ck_assert_uint_eq(key.splitter.fields.n, 1);
	for (size_t len = 3; len < 5; len++) {
		const char *record = "a bcd";

		ck_assert(see(&key, record, len));
		ck_assert_ptr_eq(key.splitter.fields.field->bytes, record);
	}
	key_close(&key);
}
END_TEST

/* -------- what has the key again -------- */

static const struct again {
	const char *separator, *list;
	bool ignore_case;
} agains[] = {
	{ NULL, "1", false },
	{ ",", "1", false },
	{ ",", "1", true },
	{ ", ", "1", false },
	{ NULL, "2", false },
	{ ",", "1,2", false },
	{ NULL, NULL, false },
};

static void
add_group(struct bytes *groups, struct key *key, uint64_t n)
{
	char number[24];
	size_t len;
	const char *text = key_text(key, &len);

	bytes_add(groups, number, (size_t)sprintf(number, "%u ",
	    (unsigned)n));
	bytes_add(groups, text, len + 1);
}

/* The groups of a file, with or without a look at what follows. */
static void
add_groups(struct bytes *groups, const struct again *again, const char *path,
    bool pass)
{
	struct words words;
	struct record record;
	struct input in;
	struct key key;
	uint64_t n = 0;

	begin(&key, again->separator, NULL, again->list, again->ignore_case);
	input_open(&in, words_open(&words, &path, 1), '\n');
	while (input_next(&in, &record)) {
		ck_assert(key_of(&key, &in, &record));
		if (n == 0 || key_changed(&key)) {
			if (n > 0)
				add_group(groups, &key, n);
			key_keep(&key);
			n = 0;
		}
		n++;
		if (pass)
			n += key_pass(&key, &in);
		else
			key.leads = false; /* all are split */
	}
	add_group(groups, &key, n);
	bytes_add(groups, &in.number, sizeof in.number);
	input_close(&in);
	key_close(&key);
}

static uint32_t
random_next(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 10;
}

START_TEST(passes_what_has_the_key_again)
{
	static const char alphabet[] = "\n\n,a \taA";
	struct bytes text = { 0 }, plainly = { 0 }, passing = { 0 };
	uint32_t seed = 1;
	const char *path;
	char folder[64];

	for (int i = 0; i < 9000; i++) {
		if (random_next(&seed) % 8 == 0)
			bytes_add(&text, "long, longer, longest", 21);
		bytes_add(&text, &alphabet[random_next(&seed) % 8], 1);
	}
	bytes_add(&text, "\n", 1);
	folder_make(folder);
	path = folder_file(folder, "file", text.at, text.len);
	add_groups(&plainly, &agains[_i], path, false);
	add_groups(&passing, &agains[_i], path, true);
	ck_assert_uint_eq(passing.len, plainly.len);
	ck_assert_mem_eq(passing.at, plainly.at, plainly.len);
	folder_remove(folder);
	bytes_free(&text);
	bytes_free(&plainly);
	bytes_free(&passing);
}
END_TEST

static Suite *
key_suite(void)
{
	Suite *suite = suite_create("key");
	TCase *tcase = tcase_create("key");

	tcase_add_loop_test(tcase, finds, 0, LENGTH(rows));
	tcase_add_test(tcase, a_text_may_have_nul);
	tcase_add_loop_test(tcase, changes_where_a_field_does, 0,
	    LENGTH(changes));
	tcase_add_test(tcase, is_empty_before_the_first);
	tcase_add_loop_test(tcase, packs_and_unpacks, 0, LENGTH(lengths));
	tcase_add_test(tcase, packs_lengths_without_letters);
	tcase_add_test(tcase, packs_what_differs_differently);
	tcase_add_loop_test(tcase, forgets_what_it_kept, 0, 3);
	tcase_add_test(tcase, splits_as_far_as_others_need);
	tcase_add_loop_test(tcase, passes_what_has_the_key_again, 0,
	    LENGTH(agains));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(key_suite)
