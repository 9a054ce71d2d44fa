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

struct way {
	uint64_t skip, stride;
	size_t chunk;
};

/* Cut spans as an input does: whole records where there are some. */
static void
pass(void *about)
{
	const struct way *way = about;
	struct picker picker = { way->skip, way->stride, '\n' };
	struct span span = { text, 0, true, true };

	output_start('\n');
	for (size_t at = 0; at < LEN; at += span.len) {
		span.bytes = text + at;
		span.len = LEN - at < way->chunk ? LEN - at : way->chunk;
		span.opens = at == 0 || text[at - 1] == '\n';
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
	char want[LEN + 1];
	size_t n = 0, len = 0;
	struct way own = *way;

	for (size_t i = 0; i < LEN; n += text[i++] == '\n')
		if (n >= way->skip && (n - way->skip) % way->stride == 0)
			want[len++] = text[i];
	want[len] = '\0';
	child_run(&outcome, pass, &own, -1, -1);
	outcome_expect("picked", &outcome, STATUS_RETURNED, want, "");
}

START_TEST(picks_whatever_the_spans)
{
	struct way way = { 0, 1, chunks[_i] };

	for (way.skip = 0; way.skip < 5; way.skip++)
		for (way.stride = 1; way.stride < 5; way.stride++)
			compare(&way);
	way = (struct way){ 40, 1, chunks[_i] };
	compare(&way);
	way = (struct way){ 2, UINT64_MAX, chunks[_i] };
	compare(&way);
}
END_TEST

static Suite *
picker_suite(void)
{
	Suite *suite = suite_create("picker");
	TCase *tcase = tcase_create("picker");

	tcase_add_loop_test(tcase, picks_whatever_the_spans, 0,
	    LENGTH(chunks));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(picker_suite)
