/*
 * picker - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "output.h"
#include "picker.h"
#include "suite.h"
#include "support.h"
#include <string.h>

static const char text[] = "\na\nbcd\n\nefghijkl\nm\n\n\nno\npqr\ns\nt\n";
#define LEN (sizeof text - 1)

/* How the text comes: in spans of at most so many bytes. */
static const size_t chunks[] = { 1, 2, 3, 5, 8, 13, LEN };

/* Enough of it for many batches, and how far those picked are apart. */
#define TIMES 200
static char many[TIMES * LEN];
static const size_t many_chunks[] = { 5, 1000, sizeof many };
static const uint64_t strides[] = { 1, 2, 3, 60, 63, 64, 65, 66, 127, 300,
	UINT64_MAX };

struct way {
	const char *text;
	size_t len;
	uint64_t skip, stride;
	size_t chunk;
};

/* Cut spans as an input does: whole records where there are some. */
static void
pass(void *about)
{
	const struct way *way = about;
	struct picker picker = { way->skip, way->stride,
		{ .eol = '\n' } };
	struct span span = { way->text, 0, true, true };

	output_start('\n');
	for (size_t at = 0; at < way->len; at += span.len) {
		span.bytes = way->text + at;
		span.len = way->len - at < way->chunk ? way->len - at :
		    way->chunk;
		span.opens = at == 0 || way->text[at - 1] == '\n';
		while (span.len > 1 && span.bytes[span.len - 1] != '\n' &&
		    memchr(span.bytes, '\n', span.len))
			span.len--;
		span.closes = span.bytes[span.len - 1] == '\n';
		picker_pass(&picker, &span);
	}
	output_flush();
}

/* Fail unless what comes out is what a count of the records says. */
static void
compare(const struct way *way)
{
	struct outcome outcome;
	char want[sizeof many + 1];
	size_t n = 0, len = 0;
	struct way own = *way;

	for (size_t i = 0; i < way->len; n += way->text[i++] == '\n')
		if (n >= way->skip && (n - way->skip) % way->stride == 0)
			want[len++] = way->text[i];
	want[len] = '\0';
	child_run(&outcome, pass, &own, -1, -1);
	outcome_expect("picked", &outcome, STATUS_RETURNED, want, "");
}

START_TEST(picks_whatever_the_spans)
{
	struct way way = { text, LEN, 0, 1, chunks[_i] };

	for (way.skip = 0; way.skip < 5; way.skip++)
		for (way.stride = 1; way.stride < 5; way.stride++)
			compare(&way);
	way.skip = 40;
	way.stride = 1;
	compare(&way);
	way.skip = 2;
	way.stride = UINT64_MAX;
	compare(&way);
}
END_TEST

START_TEST(picks_of_many)
{
	static const uint64_t skips[] = { 0, 1, 63, 64, 65, 200, 700 };
	struct way way = { many, sizeof many, 0, strides[_i], 0 };

	for (size_t i = 0; i < TIMES; i++)
		memcpy(many + i * LEN, text, LEN);
	for (int i = 0; i < LENGTH(many_chunks); i++) {
		way.chunk = many_chunks[i];
		for (int k = 0; k < LENGTH(skips); k++) {
			way.skip = skips[k];
			compare(&way);
		}
	}
}
END_TEST

static Suite *
picker_suite(void)
{
	Suite *suite = suite_create("picker");
	TCase *tcase = tcase_create("picker");

	tcase_add_loop_test(tcase, picks_whatever_the_spans, 0,
	    LENGTH(chunks));
	tcase_add_loop_test(tcase, picks_of_many, 0, LENGTH(strides));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(picker_suite)
