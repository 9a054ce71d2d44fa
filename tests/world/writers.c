/*
 * writers - several tools that write to one pipe
 *
 *	writers N SEED COMMAND...
 *
 * Four of them, which pass records on, get a record at a time, of up to
 * PIPE_BUF bytes with its newline, N in all; all write to one pipe. A record
 * that comes out of it has to be whole, whichever others came meanwhile.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "world.h"
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WRITERS 4
#define SECONDS 120

/* How long one may be without an answer. */
#define PATIENCE_MS 20000

static struct writer {
	pid_t pid;
	int feed;
	char record[PIPE_BUF + 1]; /* what it was given last */
	size_t len; /* 0: what it was given has come out */
} writer[WRITERS];

static uintmax_t torn;

/* Give one a record: its letter, again and again, and a number. */
static void
give(struct writer *w, uintmax_t number)
{
	const char letter = (char)('A' + (w - writer));
	const size_t len = one_in(3) ? PIPE_BUF : dice(PIPE_BUF - 32) + 32;
	int n;

	memset(w->record, letter, len);
	n = snprintf(w->record, 24, "%c%ju", letter, number);
	w->record[n] = letter;
	w->record[len - 1] = '\n';
	w->len = len;
	must(write_whole(w->feed, w->record, len), "feed");
}

/* Take apart what came out. */
static void
take(struct bytes *got)
{
	size_t from = 0;
	char *end;

	while (from < got->len &&
	    (end = memchr(got->at + from, '\n', got->len - from)) != NULL) {
		const size_t len = (size_t)(end - got->at) + 1 - from;
		const size_t whose = (size_t)(got->at[from] - 'A');

		if (whose >= WRITERS || writer[whose].len != len ||
		    memcmp(writer[whose].record, got->at + from, len) != 0) {
			torn++;
			printf("not ok writers: %.40s...\n", got->at + from);
		}
		if (whose < WRITERS)
			writer[whose].len = 0;
		from += len;
	}
	got->len -= from;
	memmove(got->at, got->at + from, got->len);
}

int
main(int argc, char **args)
{
	struct bytes got = { NULL };
	struct pollfd p;
	uintmax_t n, given = 0;
	char piece[65536];
	int in[2], out[2];
	bool pending;

	if (argc < 4) {
		fprintf(stderr, "usage: see the comment in writers.c\n");
		return STATUS_BROKEN;
	}
	n = strtoull(args[1], NULL, 10);
	dice_seed(strtoull(args[2], NULL, 10));
	signal(SIGPIPE, SIG_IGN);
	pipe_make(out);
	for (size_t i = 0; i < WRITERS; i++) {
		pipe_make(in);
		writer[i].pid = start(args + 3, in[0], out[1], SECONDS);
		writer[i].feed = in[1];
		close(in[0]);
	}
	close(out[1]);
	do {
		pending = false;
		for (size_t i = 0; i < WRITERS; i++) {
			if (writer[i].len == 0 && given < n)
				give(&writer[i], given++);
			pending = pending || writer[i].len > 0;
		}
		p = (struct pollfd){ out[0], POLLIN, 0 };
		if (pending && torn == 0) {
			const bool ready = poll(&p, 1, PATIENCE_MS) > 0;
			/* Little by little, so that the pipe is often full. */
			const ssize_t len = ready ? read(out[0], piece,
			    dice(sizeof piece - 1) + 1) : 0;

			if (len <= 0) {
				printf("not ok writers: nothing comes\n");
				torn++;
				break;
			}
			bytes_add(&got, piece, (size_t)len);
			take(&got);
		}
	} while (pending && torn == 0);
	close(out[0]);
	for (size_t i = 0; i < WRITERS; i++) {
		close(writer[i].feed);
		if (wait_for(writer[i].pid) != 0)
			torn++;
	}
	free(got.at);
	printf("%ju %ju\n", n, torn);
	return torn > 0;
}
