/*
 * progress - how far the run is, on request or all the time
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "escape.h"
#include "message.h"
#include "progress.h"
#include "signals.h"
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/* Seconds between two lines, drawn over each other or below each other. */
#define DRAW_SECONDS 1
#define LINE_SECONDS 10

/* What a terminal has that does not know. */
#define COLUMNS 80

#define NAME_MAX_SHOWN 64

/*
 * What a signal handler reads. Where a processor can't change 64 bits at
 * once, it may see half of a change.
 */
#if ATOMIC_LLONG_LOCK_FREE == 2
#define COUNTER _Atomic uint64_t
#else
#define COUNTER volatile uint64_t
#endif
static COUNTER bytes_read, bytes_written, records, expected;
static volatile sig_atomic_t records_unknown;
static volatile sig_atomic_t begun; /* there is something to be shown */
static volatile sig_atomic_t shows; /* without being asked */

/* Do not change once signals are answered. */
static struct timespec from;
static char name[NAME_MAX_SHOWN + ESCAPE_MAX + 1];
static bool reading;
static bool draws; /* standard error is a terminal */
static bool shares; /* and standard output is one as well */

/* A line in the making: what does not fit is left out. */
struct line {
	size_t len;
	char bytes[MESSAGE_LINE_MAX];
};

static void
add_bytes(struct line *line, const char *bytes, size_t n)
{
	if (n > sizeof line->bytes - line->len)
		n = sizeof line->bytes - line->len; /* LCOV_EXCL_LINE: fits */
	memcpy(line->bytes + line->len, bytes, n);
	line->len += n;
}

static void
add(struct line *line, const char *words)
{
	add_bytes(line, words, strlen(words));
}

static void
add_number(struct line *line, uint64_t number)
{
	char digits[20];
	size_t at = sizeof digits;

	do
		digits[--at] = (char)('0' + number % 10);
	while ((number /= 10) > 0);
	add_bytes(line, digits + at, sizeof digits - at);
}

/* Add so many bytes in three digits and a unit. */
static void
add_size(struct line *line, uint64_t bytes)
{
	static const char *const units[] = {
		" B", " kB", " MB", " GB", " TB", " PB", " EB"
	};
	uint64_t unit = 1, rest;
	size_t power = 0;

	for (; bytes / unit >= 1000; unit *= 1000)
		power++;
	add_number(line, bytes / unit);
	rest = power > 0 ? bytes % unit / (unit / 100) : 0;
	if (power > 0 && bytes / unit < 100) {
		add(line, ".");
		add_number(line, rest / 10);
	}
	if (power > 0 && bytes / unit < 10)
		add_number(line, rest % 10);
	add(line, units[power]);
}

static void
add_amount(struct line *line, const char *what, uint64_t bytes)
{
	add(line, what);
	add_number(line, bytes);
	add(line, bytes == 1 ? " byte" : " bytes");
	if (bytes >= 1000) {
		add(line, " (");
		add_size(line, bytes);
		add(line, ")");
	}
}

static void
add_share(struct line *line, uint64_t part, uint64_t all)
{
	if (all == 0)
		return;
	add(line, ", ");
	if (part >= all)
		add(line, "100");
	else
		add_number(line, part > UINT64_MAX / 100 ?
		    part / (all / 100) : part * 100 / all);
	add(line, "%");
}

/* Return what so much in so many milliseconds is in a second. */
static uint64_t
rate(uint64_t amount, uint64_t ms)
{
	if (ms == 0)
		ms = 1;
	if (amount <= UINT64_MAX / 1000)
		return amount * 1000 / ms;
	return amount / ms <= UINT64_MAX / 1000 ? amount / ms * 1000 :
	    UINT64_MAX;
}

static uint64_t
milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)((now.tv_sec - from.tv_sec) * 1000 +
	    (now.tv_nsec - from.tv_nsec) / 1000000);
}

static void
compose(struct line *line)
{
	const uint64_t in = bytes_read, out = bytes_written;
	const uint64_t ms = milliseconds();
	const uint64_t done = reading ? in : out;

	line->len = 0;
	add(line, name);
	add_amount(line, reading ? ": read " : ": wrote ", done);
	add_share(line, in, expected);
	add(line, ", ");
	add_size(line, rate(done, ms));
	add(line, "/s");
	if (reading && !records_unknown) {
		add(line, ", ");
		add_number(line, records);
		add(line, records == 1 ? " record" : " records");
	}
	add(line, ", ");
	add_number(line, ms / 1000);
	add(line, ".");
	add_number(line, ms / 100 % 10);
	add(line, " s");
	if (reading && out > 0)
		add_amount(line, "; wrote ", out);
}

static void
show(bool stays)
{
	struct winsize window;
	struct line line;
	size_t columns = COLUMNS;

	compose(&line);
	/* No standard calls ioctl safe here; it is one system call. */
	if (!stays && ioctl(STDERR_FILENO, TIOCGWINSZ, &window) == 0 &&
	    window.ws_col > 0)
		columns = window.ws_col;
	/* A line that is wrapped can't be drawn over. */
	if (!stays && line.len >= columns)
		line.len = columns - 1;
	message_line(line.bytes, line.len, stays);
}

static void
respond(void)
{
	show(true);
}

static void
tick(void)
{
	if (!shows)
		return;
	begun = 1;
	show(!draws);
}

/* The last line stays. */
static void
conclude(struct ending *ending)
{
	(void)ending;
	shows = 0;
	if (begun)
		show(true);
}

/* Keep the program's name as messages show it. */
static void
set_name(void)
{
	const char *at = message_program();
	size_t len = 0, n;

	while (*at && len < NAME_MAX_SHOWN) {
		at += escape(at, strlen(at), name + len, &n);
		len += n;
	}
	name[len] = '\0';
}

void
progress_start(bool reads)
{
	set_name();
	reading = reads;
	clock_gettime(CLOCK_MONOTONIC, &from);
	signals_answer(respond);
}

void
progress_show(void)
{
	static struct ending ending = { .run = conclude };

	draws = isatty(STDERR_FILENO);
	shares = draws && isatty(STDOUT_FILENO);
	shows = 1;
	ending_add(&ending);
	signals_tick(draws ? DRAW_SECONDS : LINE_SECONDS, tick);
}

void
progress_expect(uint64_t bytes)
{
	expected = bytes;
}

void
progress_read(size_t n)
{
	begun = 1;
	bytes_read += n;
}

void
progress_give_back(uint64_t n)
{
	bytes_read -= n;
}

void
progress_records(uint64_t n)
{
	records += n;
}

void
progress_records_unknown(void)
{
	records_unknown = 1;
}

void
progress_make_way(void)
{
	if (shares)
		message_wipe();
}

void
progress_wrote(size_t n)
{
	begun = 1;
	bytes_written += n;
}
