/*
 * message - the program's name, what it says on standard error, how it ends
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "escape.h"
#include "message.h"
#include "signals.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Room for the longest path, each byte of it escaped, and a reason. */
#define TEXT_MAX 20480
#define SUBJECT_MAX 17408
#define REASON_MAX 1024
#define PICTURE_MAX 512

static const char *program = "iterutils";
static bool failed;
static enum status fault_status = STATUS_FAULT;
static struct ending *endings;
static void (*before)(void);

/* To go back over a line, spaces in its place, and back again. */
#define WIPE_MAX (MESSAGE_LINE_MAX + 2)

/* The text in the making: static, so that saying it needs no memory. */
static char text[TEXT_MAX + WIPE_MAX];
static size_t len;

/* How long the line is that the cursor of a terminal stands behind. */
static volatile sig_atomic_t drawn;

void
message_start(const char *argv0)
{
	const char *slash;

	if (!argv0 || !*argv0)
		return;
	slash = strrchr(argv0, '/');
	program = slash && slash[1] ? slash + 1 : argv0;
}

const char *
message_program(void)
{
	return program;
}

void
message_before(void (*hook)(void))
{
	before = hook;
}

/* Add words to the text, cut at limit bytes with dots that say so. */
static void
add(const char *words, size_t limit)
{
	size_t end = TEXT_MAX - 8;
	size_t n;

	if (limit < end - len)
		end = len + limit;

	while (*words) {
		if (len + ESCAPE_MAX > end) {
			memcpy(text + len, "...", 3);
			len += 3;
			return;
		}
		words += escape(words, strnlen(words, ESCAPE_MAX), text + len,
		    &n);
		len += n;
	}
}

/* Put what wipes the line that is drawn. Returns: how many bytes that is. */
static size_t
wipe(char bytes[WIPE_MAX])
{
	const size_t n = (size_t)drawn;

	if (n == 0)
		return 0;
	bytes[0] = '\r';
	memset(bytes + 1, ' ', n);
	bytes[1 + n] = '\r';
	drawn = 0;
	return n + 2;
}

/* Write the text. What goes wrong here can't be said anywhere. */
static void
say(void)
{
	struct pollfd p = { STDERR_FILENO, POLLOUT, 0 };
	char before_it[WIPE_MAX];
	const char *at = text;
	ssize_t n;

	signals_hold();
	n = (ssize_t)wipe(before_it);
	memmove(text + n, text, len);
	memcpy(text, before_it, (size_t)n);
	len += (size_t)n;
	while (len > 0) {
		n = write(STDERR_FILENO, at, len);
		if (n > 0) {
			at += n;
			len -= (size_t)n;
		} else if (n < 0 && errno == EAGAIN) {
			poll(&p, 1, -1);
		} else if (n == 0 || errno != EINTR) {
			break;
		}
	}
	len = 0;
	signals_release();
}

/*
 * Make the line `program: subject: reason`, after what is due before it. That
 * may end the run, when the reader has left: then nothing has failed yet.
 */
static void compose(const char *subject, const char *format, va_list values)
    __attribute__((format(printf, 2, 0)));

static void
compose(const char *subject, const char *format, va_list values)
{
	char reason[REASON_MAX];

	if (before)
		before();
	vsnprintf(reason, sizeof reason, format, values);
	len = 0;
	add(program, 256);
	add(": ", 8);
	if (subject) {
		add(*subject ? subject : "''", SUBJECT_MAX);
		add(": ", 8);
	}
	add(reason, REASON_MAX);
	text[len++] = '\n';
}

static noreturn void
end(enum status status)
{
	struct ending *ending;

	while ((ending = endings) != NULL) {
		endings = ending->next;
		ending->run(ending);
	}
	exit((int)(failed && status != STATUS_USAGE ? fault_status : status));
}

void
fault(const char *subject, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	compose(subject, format, values);
	va_end(values);
	failed = true;
	say();
}

void
fault_errno(const char *subject, int error)
{
	fault(subject, "%s", strerror(error));
}

void
fault_silent(void)
{
	failed = true;
}

void
die(const char *subject, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	compose(subject, format, values);
	va_end(values);
	failed = true;
	say();
	end(STATUS_FAULT);
}

void
die_errno(const char *subject, int error)
{
	die(subject, "%s", strerror(error));
}

/* Add a line of a picture. */
static void
add_line(const char *line)
{
	add(program, 256);
	add(":   ", 8);
	add(line, PICTURE_MAX);
	text[len++] = '\n';
}

/* Add the line that points to --help, say all, and end. */
static noreturn void
end_usage(void)
{
	failed = true;
	add("Try '", 8);
	add(program, 256);
	add(" --help'.", 16);
	text[len++] = '\n';
	say();
	end(STATUS_USAGE);
}

void
die_usage(const char *subject, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	compose(subject, format, values);
	va_end(values);
	end_usage();
}

void
die_usage_drawn(const char *subject, const char *line, const char *mark,
    const char *format, ...)
{
	va_list values;

	va_start(values, format);
	compose(subject, format, values);
	va_end(values);
	add_line(line);
	add_line(mark);
	end_usage();
}

const char *
because(const char *format, ...)
{
	static char reason[REASON_MAX];
	va_list values;

	va_start(values, format);
	vsnprintf(reason, sizeof reason, format, values);
	va_end(values);
	return reason;
}

void
remark(const char *subject, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	compose(subject, format, values);
	va_end(values);
	say();
}

void
announce(const char *line)
{
	if (before)
		before();
	len = 0;
	add(line, TEXT_MAX);
	text[len++] = '\n';
	say();
}

void
message_line(const char *line, size_t n, bool stays)
{
	char bytes[1 + MESSAGE_LINE_MAX + MESSAGE_LINE_MAX + 1];
	const size_t under = (size_t)drawn;
	size_t end = 0;

	if (under > 0)
		bytes[end++] = '\r';
	memcpy(bytes + end, line, n);
	end += n;
	if (n < under) {
		memset(bytes + end, ' ', under - n);
		end += under - n;
	}
	if (stays)
		bytes[end++] = '\n';
	drawn = stays ? 0 : (sig_atomic_t)n;
	/* Where it can't be said now it is not waited for. */
	if (write(STDERR_FILENO, bytes, end) < 0)
		return;
}

void
message_wipe(void)
{
	char bytes[WIPE_MAX];
	size_t n;

	if (drawn == 0)
		return;
	signals_hold();
	n = wipe(bytes);
	if (write(STDERR_FILENO, bytes, n) < 0)
		drawn = 0;
	signals_release();
}

void
ending_add(struct ending *ending)
{
	ending->next = endings;
	endings = ending;
}

void
ending_remove(struct ending *ending)
{
	struct ending **at;

	for (at = &endings; *at; at = &(*at)->next) {
		if (*at == ending) {
			*at = ending->next;
			return;
		}
	}
}

void
finish(void)
{
	end(STATUS_DONE);
}

void
message_answers(void)
{
	fault_status = STATUS_UNDECIDED;
}

void
answer(bool truth)
{
	end(truth ? STATUS_DONE : STATUS_FALSE);
}
