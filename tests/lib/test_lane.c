/*
 * lane - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "lane.h"
#include "suite.h"
#include "support.h"
#include <string.h>
#include <unistd.h>

/* Lengths around the words that are looked through. */
static const size_t lens[] = { 0, 1, 6, 7, 8, 9, 0, 15, 16, 17, 100, 3 };
#define RECORDS (sizeof lens / sizeof *lens)

static const size_t blocks[] = { 1, 2, 3, 7, 20, 65536 };

static int saved;

/* Put the records on standard input, the last without its terminator. */
static void
start(struct lane *lane, struct bytes *data, char eol, size_t block)
{
	static const char other[] = "\r\t ab\xff\x0b";
	int fd;

	for (size_t i = 0; i < RECORDS; i++) {
		for (size_t k = 0; k < lens[i]; k++)
			bytes_add(data, &other[(i + k) % 7], 1);
		if (i + 1 < RECORDS)
			bytes_add(data, &eol, 1);
	}
	fd = file_make(data->at, data->len);
	saved = dup(0);
	must(dup2(fd, 0) == 0, "dup2");
	close(fd);
	lane_open(lane, "-", eol);
	input_open(&lane->in, words_open(&lane->words, &lane->name, 1), eol);
	input_block(&lane->in, block);
}

static void
stop(struct lane *lane, struct bytes *data)
{
	input_close(&lane->in);
	must(dup2(saved, 0) == 0, "dup2");
	close(saved);
	bytes_free(data);
}

static const char terminators[] = { '\n', '\0' };

START_TEST(hands_out_each_record)
{
	const char eol = terminators[_i];
	struct bytes data = { 0 };
	struct record record;
	struct lane lane;
	size_t at = 0, i = 0;

	start(&lane, &data, eol, 65536);
	ck_assert(lane.is_standard);
	while (lane_reach(&lane)) {
		for (; lane.n > 0; lane.n--) {
			ck_assert_uint_lt(i, RECORDS);
			lane_next(&lane, &record);
			ck_assert_uint_eq(record.len, lens[i]);
			ck_assert_mem_eq(record.bytes, data.at + at,
			    record.len);
			at += lens[i++] + 1;
		}
	}
	ck_assert_uint_eq(i, RECORDS);
	ck_assert(lane.ended);
	ck_assert(!lane_reach(&lane));
	stop(&lane, &data);
}
END_TEST

START_TEST(hands_out_parts)
{
	struct bytes data = { 0 }, got = { 0 };
	struct span span;
	struct lane lane;
	size_t at = 0, i = 0;

	start(&lane, &data, '\n', blocks[_i]);
	while (lane_part(&lane, &span)) {
		bytes_add(&got, span.bytes, span.len);
		if (!span.closes)
			continue;
		expect_bytes("record", "bytes", &got, data.at + at, lens[i]);
		at += lens[i++] + 1;
		got.len = 0;
	}
	ck_assert_uint_eq(i, RECORDS);
	stop(&lane, &data);
	bytes_free(&got);
}
END_TEST

START_TEST(knows_where_the_next_begins)
{
	struct bytes data = { 0 };
	struct span span;
	struct lane lane;
	off_t at = 0;
	size_t i = 0;

	start(&lane, &data, '\n', blocks[_i]);
	while (lane_reach(&lane)) {
		ck_assert_int_eq(lane_position(&lane), at);
		at += (off_t)lens[i++] + 1;
		do
			ck_assert(lane_part(&lane, &span));
		while (!span.closes);
	}
	ck_assert_uint_eq(i, RECORDS);
	ck_assert_int_eq(lane_position(&lane), -1);
	stop(&lane, &data);
}
END_TEST

static Suite *
lane_suite(void)
{
	Suite *suite = suite_create("lane");
	TCase *tcase = tcase_create("lane");

	tcase_add_loop_test(tcase, hands_out_each_record, 0,
	    LENGTH(terminators));
	tcase_add_loop_test(tcase, hands_out_parts, 0, LENGTH(blocks));
	tcase_add_loop_test(tcase, knows_where_the_next_begins, 0,
	    LENGTH(blocks));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(lane_suite)
