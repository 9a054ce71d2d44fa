/*
 * Standard output: which bytes go out, in which writes. What goes wrong is
 * in test_output_end.c.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "message.h"
#include "output.h"
#include "refuse.h"
#include "suite.h"
#include "support.h"
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define BUFFER OUTPUT_ROOM
#define DIRECT 16384

/* -------- what goes out in which writes -------- */

enum act {
	STOP,
	RECORD, /* len bytes and the terminator */
	BYTES,
	END,
	ABANDON, /* the record under way */
	SPAN, /* records: the last of len bytes is the terminator */
	PART, /* a span that doesn't close: no terminator */
	FLUSH,
	SAY, /* a message flushes, too */
	CLOSE
};

/* Acts, and how long each write is that they bring about; 0 ends both. */
static const struct row {
	const char *name;
	struct {
		enum act act;
		size_t len;
	} acts[8];
	size_t writes[8];
} rows[] = {
	{ "nothing", { { FLUSH, 0 }, { CLOSE, 0 } }, { 0 } },
	{ "records go together",
	    { { RECORD, 3 }, { RECORD, 0 }, { RECORD, 5 }, { CLOSE, 0 } },
	    { 11 } },
	{ "a flush parts them",
	    { { RECORD, 3 }, { FLUSH, 0 }, { RECORD, 5 }, { CLOSE, 0 } },
	    { 4, 6 } },
	{ "so does a message",
	    { { RECORD, 3 }, { SAY, 0 }, { RECORD, 5 }, { CLOSE, 0 } },
	    { 4, 6 } },
	{ "an unfinished record is held",
	    { { RECORD, 3 }, { BYTES, 2 }, { FLUSH, 0 }, { BYTES, 1 },
	    { END, 0 }, { CLOSE, 0 } }, { 4, 4 } },
	{ "also where it is the only one",
	    { { BYTES, 2 }, { FLUSH, 0 }, { FLUSH, 0 }, { END, 0 },
	    { CLOSE, 0 } }, { 3 } },
	{ "a record that just fits the buffer",
	    { { RECORD, BUFFER - 1 }, { CLOSE, 0 } }, { BUFFER } },
	{ "behind another: each whole",
	    { { RECORD, 0 }, { RECORD, BUFFER - 1 }, { CLOSE, 0 } },
	    { 1, BUFFER } },
	{ "records that just fit together",
	    { { RECORD, 99 }, { RECORD, BUFFER - 101 }, { CLOSE, 0 } },
	    { BUFFER } },
	{ "and a byte more: each whole",
	    { { RECORD, 99 }, { RECORD, BUFFER - 100 }, { CLOSE, 0 } },
	    { 100, BUFFER - 99 } },
	{ "by bytes, too",
	    { { RECORD, 99 }, { BYTES, BUFFER - 5536 }, { BYTES, 5000 },
	    { BYTES, 500 }, { END, 0 }, { CLOSE, 0 } },
	    { 100, BUFFER - 35 } },
	{ "the terminator fits",
	    { { RECORD, 99 }, { BYTES, BUFFER - 101 }, { END, 0 },
	    { CLOSE, 0 } }, { BUFFER } },
	{ "the terminator does not",
	    { { RECORD, 99 }, { BYTES, BUFFER - 100 }, { END, 0 },
	    { CLOSE, 0 } }, { 100, BUFFER - 99 } },
	{ "longer than the buffer, in part",
	    { { RECORD, 3 }, { RECORD, BUFFER }, { CLOSE, 0 } },
	    { 4, BUFFER, 1 } },
	{ "longer by bytes, in part",
	    { { BYTES, BUFFER / 2 + 1 }, { BYTES, BUFFER / 2 }, { END, 0 },
	    { CLOSE, 0 } }, { BUFFER / 2 + 1, BUFFER / 2 + 1 } },
	{ "the terminator is too much",
	    { { BYTES, 40000 }, { BYTES, BUFFER - 40000 }, { END, 0 },
	    { CLOSE, 0 } }, { BUFFER, 1 } },
	{ "long bytes behind an unfinished record",
	    { { RECORD, 1 }, { BYTES, 3 }, { BYTES, BUFFER }, { END, 0 },
	    { CLOSE, 0 } }, { 2, 3, BUFFER, 1 } },
	{ "short spans go together",
	    { { SPAN, 10 }, { SPAN, DIRECT - 1 }, { CLOSE, 0 } },
	    { DIRECT + 9 } },
	{ "a long one goes by itself",
	    { { SPAN, 10 }, { SPAN, DIRECT }, { SPAN, 5 }, { CLOSE, 0 } },
	    { 10, DIRECT, 5 } },
	{ "a part is held",
	    { { SPAN, 10 }, { PART, 5 }, { FLUSH, 0 }, { SPAN, 5 },
	    { CLOSE, 0 } }, { 10, 10 } },
	{ "a long span behind a part",
	    { { SPAN, 10 }, { PART, 5 }, { SPAN, DIRECT }, { CLOSE, 0 } },
	    { 10, 5, DIRECT } },
	{ "a long part",
	    { { PART, 5 }, { PART, DIRECT }, { PART, 7 }, { FLUSH, 0 },
	    { SPAN, 1 }, { CLOSE, 0 } }, { 5, DIRECT, 8 } },
	{ "an abandoned record is not written",
	    { { RECORD, 3 }, { BYTES, 5 }, { FLUSH, 0 }, { ABANDON, 0 },
	    { RECORD, 2 }, { CLOSE, 0 } }, { 4, 3 } },
	{ "where there is none, none is abandoned",
	    { { RECORD, 3 }, { ABANDON, 0 }, { RECORD, 2 }, { CLOSE, 0 } },
	    { 7 } },
	{ "an abandoned record that has gone out in part is ended",
	    { { BYTES, 80000 }, { BYTES, 80000 }, { ABANDON, 0 },
	    { BYTES, 5 }, { ABANDON, 0 }, { RECORD, 2 }, { CLOSE, 0 } },
	    { 80000, 80004 } },
	{ "or all of it",
	    { { BYTES, BUFFER }, { ABANDON, 0 }, { RECORD, 2 },
	    { CLOSE, 0 } }, { BUFFER, 4 } },
	{ "what is unfinished at the end is dropped",
	    { { RECORD, 1 }, { BYTES, 5 }, { CLOSE, 0 } }, { 2 } },
	{ "nothing after the close",
	    { { RECORD, 1 }, { CLOSE, 0 }, { RECORD, 7 }, { FLUSH, 0 },
	    { RECORD, BUFFER } }, { 2 } }
};

/* Bytes of which each row's are unlike at each place; none is an eol. */
static char pattern[2 * BUFFER];

static void
pattern_fill(void)
{
	size_t i;

	for (i = 0; i < sizeof pattern; i++)
		pattern[i] = (char)('a' + (i * i / 7 + i) % 26);
}

static void
act(const struct row *row, char eol)
{
	struct span span = { .opens = true };
	static char bytes[2 * BUFFER];
	size_t at = 0, i;

	output_start(eol);
	for (i = 0; i < 8 && row->acts[i].act != STOP; i++) {
		size_t len = row->acts[i].len;

		memcpy(bytes, pattern + at, len);
		at += row->acts[i].len;
		switch (row->acts[i].act) {
		case RECORD:
			output_record(bytes, len);
			break;
		case BYTES:
			output_bytes(bytes, len);
			break;
		case END:
			output_end();
			break;
		case ABANDON:
			output_abandon();
			break;
		case SPAN:
		case PART:
			span.bytes = bytes;
			span.len = len;
			span.closes = row->acts[i].act == SPAN;
			if (span.closes)
				bytes[len - 1] = eol;
			output_span(&span);
			break;
		case FLUSH:
			output_flush();
			break;
		case SAY:
			remark("a", "b");
			break;
		case CLOSE:
			output_close();
			break;
		case STOP:
			break;
		}
		/* It was copied or written: its own fate is no matter. */
		memset(bytes, '!', len);
	}
}

/* Make what the row writes up to its close, an unfinished record left out. */
static void
model(const struct row *row, char eol, struct bytes *all)
{
	size_t at = 0, whole = 0, i;

	for (i = 0; i < 8 && row->acts[i].act != CLOSE &&
	    row->acts[i].act != STOP; i++) {
		enum act it = row->acts[i].act;
		size_t len = row->acts[i].len;

		bytes_add(all, pattern + at, it == SPAN ? len - 1 : len);
		at += len;
		if (it == ABANDON && all->len - whole < BUFFER)
			all->len = whole;
		else if (it == RECORD || it == END || it == SPAN ||
		    it == ABANDON) {
			bytes_add(all, &eol, 1);
			whole = all->len;
		}
	}
	all->len = whole;
}

static void
act_newline(void *about)
{
	message_start("t");
	act(about, '\n');
	finish();
}

static void
act_nul(void *about)
{
	message_start("t");
	act(about, '\0');
	finish();
}

START_TEST(writes_whole_records)
{
	const struct row *row = &rows[_i / 2];
	char eol = _i % 2 ? '\0' : '\n';
	struct bytes got = { 0 }, want = { 0 };
	struct outcome outcome;
	struct child child;
	static char message[4 * BUFFER];
	int end[2], n = 0;
	ssize_t len;

	pattern_fill();
	/* Each write comes as a message of its own. */
	must(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, end) == 0, "socketpair");
	child_start(&child, eol ? act_newline : act_nul, (void *)row, -1,
	    end[1]);
	close(end[1]);
	while ((len = recv(end[0], message, sizeof message, 0)) > 0) {
		bytes_add(&got, message, (size_t)len);
		ck_assert_msg((size_t)len == row->writes[n],
		    "%s: write %d has %zd bytes, should have %zu", row->name,
		    n, len, row->writes[n]);
		n++;
	}
	ck_assert_msg(row->writes[n] == 0, "%s: %d writes only", row->name,
	    n);
	child_end(&child, &outcome);
	model(row, eol, &want);
	expect_bytes(row->name, "stdout", &got, want.at ? want.at : "",
	    want.len);
	ck_assert_msg(outcome.status == 0, "%s: status %d, %.*s", row->name,
	    outcome.status, (int)outcome.err.len, outcome.err.at);
	outcome_free(&outcome);
	bytes_free(&got);
	bytes_free(&want);
	close(end[0]);
}
END_TEST

/* Short writes, to a byte at a time, lose nothing. */
static void
act_in_pieces(void *about)
{
	refuse_more_than(((size_t *)about)[1]);
	act_newline((void *)&rows[((size_t *)about)[0]]);
}

START_TEST(short_writes_lose_nothing)
{
	size_t about[2] = { (size_t)_i, 1 };
	struct bytes want = { 0 };
	struct outcome outcome;

	pattern_fill();
	model(&rows[_i], '\n', &want);
	for (about[1] = 1; about[1] <= 10000; about[1] = about[1] * 10 - 3) {
		child_run(&outcome, act_in_pieces, about, -1, -1);
		expect_bytes(rows[_i].name, "stdout", &outcome.out,
		    want.at ? want.at : "", want.len);
		ck_assert_int_eq(outcome.status, 0);
		outcome_free(&outcome);
	}
	bytes_free(&want);
}
END_TEST

/* -------- elsewhere, and in place -------- */

static int side[2];

static void
redirect(void *about)
{
	(void)about;
	signal(SIGPIPE, SIG_IGN);
	message_start("t");
	output_start('\n');
	output_record("to 1", 4);
	output_redirect(side[1]);
	output_record("aside", 5);
	/* A pipe whose reader left is outlived, and so is nowhere. */
	output_redirect(side[0]);
	output_redirect(-1);
	output_record("nowhere", 7);
	output_redirect(1);
	output_record("to 1 again", 10);
	output_close();
	finish();
}

START_TEST(redirects)
{
	struct outcome outcome;
	struct bytes aside = { 0 };

	pipe_make(side);
	child_run(&outcome, redirect, NULL, -1, -1);
	close(side[1]);
	bytes_read(&aside, side[0]);
	close(side[0]);
	expect_bytes("redirect", "aside", &aside, LITERAL("aside\n"));
	bytes_free(&aside);
	outcome_expect("redirect", &outcome, 0, "to 1\nto 1 again\n", "");
}
END_TEST

static void
redirect_to_nobody(void *about)
{
	(void)about;
	signal(SIGPIPE, SIG_IGN);
	message_start("t");
	output_start('\n');
	output_redirect(side[1]);
	output_record("a", 1);
	output_flush();
	output_redirect(1);
	output_record("b", 1);
	output_close();
	finish();
}

START_TEST(outlives_a_reader_elsewhere)
{
	struct outcome outcome;

	pipe_make(side);
	close(side[0]);
	child_run(&outcome, redirect_to_nobody, NULL, -1, -1);
	outcome_expect("redirect", &outcome, 0, "b\n", "");
	close(side[1]);
}
END_TEST

/* Records made where they go out from, between others. */
static void
fill_rooms(void *about)
{
	size_t n = *(size_t *)about, room, left;
	char *at;

	output_start('\n');
	output_record("a", 1);
	at = output_room(n, &room);
	must(room >= n && room <= OUTPUT_ROOM, "room");
	/* All of it and the slack may be written to. */
	memset(at, '!', room + OUTPUT_SLACK);
	memset(at, 'x', n);
	at[n - 1] = '\n';
	output_filled(n);
	output_room(1, &left);
	must(left == OUTPUT_ROOM || left == room - n, "what is left");
	output_record("b", 1);
	output_close();
	finish();
}

START_TEST(makes_records_in_place)
{
	static const size_t sizes[] = { 1, 2, 1000, BUFFER - 3, BUFFER - 2,
		BUFFER - 1, BUFFER };
	struct bytes want = { 0 };
	struct outcome outcome;
	size_t n = sizes[_i], i;

	bytes_add(&want, "a\n", 2);
	for (i = 0; i < n - 1; i++)
		bytes_add(&want, "x", 1);
	bytes_add(&want, LITERAL("\nb\n"));
	bytes_add(&want, "", 1);
	child_run(&outcome, fill_rooms, &n, -1, -1);
	outcome_expect("room", &outcome, 0, want.at, "");
	bytes_free(&want);
}
END_TEST

static Suite *
output_suite(void)
{
	Suite *suite = suite_create("output");
	TCase *tc = tcase_create("writes");

	tcase_set_timeout(tc, 20);
	tcase_add_loop_test(tc, writes_whole_records, 0, 2 * LENGTH(rows));
	tcase_add_loop_test(tc, short_writes_lose_nothing, 0, LENGTH(rows));
	suite_add_tcase(suite, tc);

	tc = tcase_create("elsewhere");
	tcase_add_test(tc, redirects);
	tcase_add_test(tc, outlives_a_reader_elsewhere);
	tcase_add_loop_test(tc, makes_records_in_place, 0, 7);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(output_suite)
