/*
 * framing - unit tests
 *
 * All is compared with a twin that takes a byte at a time, over every short
 * sequence of the bytes that count, in pieces of every size.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "framing.h"
#include "suite.h"
#include <string.h>

#define MAX 8
#define LETTERS 5
static const char letters[LETTERS + 1] = "a,\"\n\r";

/* Where rows begin and end, as the twin finds it. */
struct found {
	size_t begin[MAX], end[MAX]; /* n rows, ends with the newline */
	size_t n;
	size_t left; /* where the row begins that does not end, or len */
	bool broken; /* it is none */
};

/* Say whether a row of no bytes begins there, and how long it is. */
static size_t
empty(const char *bytes, size_t len, size_t at)
{
	if (at < len && bytes[at] == '\n')
		return 1;
	return at + 1 < len && bytes[at] == '\r' && bytes[at + 1] == '\n' ?
	    2 : 0;
}

/* Return the length of the row with its newline, 0 where it has none. */
static size_t
row(const char *bytes, size_t len, bool *broken)
{
	bool begins = true, quoted = false;
	size_t i;

	for (i = 0; i < len; i++) {
		if (quoted && bytes[i] == '"' && i + 1 < len &&
		    bytes[i + 1] == '"') {
			i++;
		} else if (quoted && bytes[i] == '"') {
			const char next = i + 1 < len ? bytes[i + 1] : ',';

			quoted = false;
			*broken = next != ',' && next != '\n' &&
			    (next != '\r' || (i + 2 < len &&
			    bytes[i + 2] != '\n'));
			if (*broken)
				return 0;
		} else if (!quoted && begins && bytes[i] == '"') {
			quoted = true;
		} else if (!quoted && bytes[i] == '\n') {
			return i + 1;
		}
		begins = !quoted && bytes[i] == ',';
	}
	return 0;
}

static void
find(const char *bytes, size_t len, struct found *found)
{
	size_t at = 0, n;

	*found = (struct found){ .left = len };
	while (at < len) {
		while ((n = empty(bytes, len, at)) > 0)
			at += n;
		n = row(bytes + at, len - at, &found->broken);
		if (n == 0)
			break;
		found->begin[found->n] = at;
		at += n;
		found->end[found->n++] = at;
	}
	found->left = at;
}

/*
 * Take records from bytes that come in pieces, as an input does, at most n at
 * a time, with ends or without.
 */
static void
take(const char *bytes, size_t len, size_t piece, uint64_t n, bool ends,
    struct found *found)
{
	struct framing framing = { .eol = '\n', .delimiter = ',' };
	size_t end[SCAN_STEP + 1], begin = 0, scanned = 0, have = 0, used, i;
	uint64_t some;

	*found = (struct found){ .n = 0 };
	for (;;) {
		used = framing_skip(&framing, bytes + begin, have - begin);
		if (used > 0) {
			begin += used;
			scanned = 0;
			framing.place = CSV_START;
		}
		i = begin + scanned;
		some = 0;
		if (framing.place == CSV_BROKEN) {
			found->broken = true;
			break;
		}
		if (ends) {
			some = framing_ends(&framing, bytes + i, have - i, end,
			    SCAN_STEP);
			used = some > 0 ? end[some - 1] + 1 : 0;
		} else {
			used = framing_records(&framing, bytes + i, have - i,
			    n, &some);
			ck_assert_uint_le(some, n);
		}
		if (some == 0) {
			scanned = have - begin;
			if (framing.place == CSV_BROKEN)
				continue;
			if (have == len)
				break;
			have = len - have < piece ? len : have + piece;
			continue;
		}
		if (ends) {
			for (size_t k = 0; k < some; k++) {
				found->begin[found->n] = begin;
				begin = i + end[k] + 1;
				found->end[found->n++] = begin;
			}
		} else {
			/* Only the last end is told. */
			found->n += some;
			found->begin[found->n - 1] = begin;
			begin = i + used;
			found->end[found->n - 1] = begin;
		}
		scanned = 0;
		ck_assert_int_eq(framing.place, CSV_START);
	}
	found->left = begin;
}

static void
compare(const char *bytes, size_t len)
{
	struct found want, got;
	const int shown = (int)len;

	find(bytes, len, &want);
	for (size_t piece = 1; piece <= len + 1; piece++) {
		take(bytes, len, piece, 0, true, &got);
		ck_assert_msg(got.n == want.n && got.broken == want.broken &&
		    got.left == want.left, "'%.*s': %zu at %zu, not %zu at %zu",
		    shown, bytes, got.n, got.left, want.n, want.left);
		for (size_t i = 0; i < want.n; i++) {
			ck_assert_uint_eq(got.begin[i], want.begin[i]);
			ck_assert_uint_eq(got.end[i], want.end[i]);
		}
		for (uint64_t n = 1; n < 4; n++) {
			take(bytes, len, piece, n == 3 ? UINT64_MAX : n, false,
			    &got);
			ck_assert_msg(got.n == want.n &&
			    got.left == want.left &&
			    got.broken == want.broken, "'%.*s': %zu by %d",
			    shown, bytes, got.n, (int)n);
			if (want.n > 0)
				ck_assert_uint_eq(got.end[want.n - 1],
				    want.end[want.n - 1]);
		}
	}
}

/* All sequences of that length. */
START_TEST(agrees_with_its_twin)
{
	char bytes[MAX];
	size_t n = 1, i;

	for (i = 0; i < (size_t)_i; i++)
		n *= LETTERS;
	for (; n > 0; n--) {
		size_t rest = n - 1;

		for (i = 0; i < (size_t)_i; i++, rest /= LETTERS)
			bytes[i] = letters[rest % LETTERS];
		compare(bytes, (size_t)_i);
	}
}
END_TEST

START_TEST(is_a_terminator_otherwise)
{
	struct framing framing = { .eol = 'x' };
	size_t end[SCAN_STEP];
	uint64_t found;

	ck_assert(!framing_is_csv(&framing));
	ck_assert_uint_eq(framing_skip(&framing, "\n\n", 2), 0);
	ck_assert_uint_eq(framing_records(&framing, "\"axb\"x\nx", 8, 2,
	    &found), 6);
	ck_assert_uint_eq(found, 2);
	ck_assert_uint_eq(framing_ends(&framing, "\"axb\"x\nx", 8, end,
	    SCAN_STEP), 3);
	ck_assert_uint_eq(end[2], 7);
}
END_TEST

/* Blocks that are large enough for what is done many bytes at a time. */
START_TEST(finds_many)
{
	static const char line[] = "one,two,three\n";
	const size_t len = sizeof line - 1, n = 1000;
	struct framing framing = { .eol = '\n', .delimiter = ',' };
	char *bytes = malloc(n * len);
	uint64_t found;
	size_t i;

	ck_assert_ptr_nonnull(bytes);
	for (i = 0; i < n; i++)
		memcpy(bytes + i * len, line, len);
	ck_assert_uint_eq(framing_records(&framing, bytes, n * len, UINT64_MAX,
	    &found), n * len);
	ck_assert_uint_eq(found, n);
	/* A newline in quotes in the middle of row 500 joins it to the next. */
	memcpy(bytes + 500 * len, "\"", 1);
	memcpy(bytes + 501 * len, "\",", 2);
	ck_assert_uint_eq(framing_records(&framing, bytes, n * len, UINT64_MAX,
	    &found), n * len);
	ck_assert_uint_eq(found, n - 1);
	ck_assert_uint_eq(framing_records(&framing, bytes, n * len, 600,
	    &found), 601 * len);
	ck_assert_uint_eq(found, 600);
	/* An empty line stops it. */
	memcpy(bytes + 300 * len, "\n", 1);
	ck_assert_uint_eq(framing_records(&framing, bytes, n * len, UINT64_MAX,
	    &found), 300 * len);
	ck_assert_uint_eq(found, 300);
	free(bytes);
}
END_TEST

static Suite *
framing_suite(void)
{
	Suite *suite = suite_create("framing");
	TCase *tcase = tcase_create("framing");

	tcase_set_timeout(tcase, 120);
	tcase_add_loop_test(tcase, agrees_with_its_twin, 0, MAX - 1);
	tcase_add_test(tcase, is_a_terminator_otherwise);
	tcase_add_test(tcase, finds_many);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(framing_suite)
