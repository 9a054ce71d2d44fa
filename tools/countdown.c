/*
 * countdown - the numbers from N down to 1
 *
 * Writes N, N - 1 ... 1; nothing where N is 0 or less. N is an integer of any
 * size. With an interval it waits between two numbers, not after the last,
 * and each is written before the wait.
 *
 *	$ countdown 3
 *	3
 *	2
 *	1
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "descriptor.h"
#include "memory.h"
#include "message.h"
#include "output.h"
#include "progression.h"
#include "tool.h"

static const char *seconds;
static bool verbose;

static const struct option options[] = {
	{ 'n', "interval", "SECONDS", "wait between numbers, as 1 or 0.25",
	  .text = &seconds },
	{ 'v', "verbose", NULL, "announce start and end on standard error",
	  .flag = &verbose },
	{ 0 }
};

static const char *const examples[] = {
	"countdown 3",
	"countdown -n 1 -v 10",
	"countdown 100000000000000000000000000 | take 2",
	NULL
};

static const struct tool tool = {
	.name = "countdown",
	.summary = "the numbers from N down to 1",
	.synopsis = "[OPTION]... N",
	.options = options,
	.examples = examples,
};

/* Write n, n - 1 ... 1. */
static void
countdown(struct progression *numbers)
{
	struct span span;

	while (progression_lines(numbers, &span))
		output_span(&span);
}

/* The same with waits between the numbers. */
static void
countdown_slowly(struct progression *numbers, const struct timespec *wait)
{
	struct span span;

	while (!progression_ended(numbers)) {
		progression_line(numbers, &span);
		output_span(&span);
		if (!progression_ended(numbers))
			descriptor_sleep(wait);
	}
}

static void
announce_start(const struct digits *n)
{
	static const char words[] = "Starting countdown from ";
	size_t len;
	const char *text = digits_text(n, &len);
	char *line = xallocate(sizeof words + len, 1);

	memcpy(line, words, sizeof words - 1);
	memcpy(line + sizeof words - 1, text, len + 1);
	announce(line);
	free(line);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Read digits with or without a point; 68 years stand for anything longer. */
static bool
parse_seconds(const char *word, struct timespec *time)
{
	long unit = 100000000;

	*time = (struct timespec){ 0 };
	if (!is_digit(word[*word == '.']))
		return false;
	for (; is_digit(*word); word++) {
		if (time->tv_sec < INT_MAX / 10)
			time->tv_sec = time->tv_sec * 10 + (*word - '0');
		else
			time->tv_sec = INT_MAX;
	}
	if (*word != '.')
		return *word == '\0';
	if (!is_digit(*++word))
		return false;
	for (; is_digit(*word); word++, unit /= 10)
		time->tv_nsec += (*word - '0') * unit;
	return *word == '\0';
}

int
main(int argc, char **argv)
{
	struct run run = tool_start(&tool, argc, argv);
	const char *word = tool_operand(&run, "N");
	struct progression numbers = PROGRESSION_INIT;
	struct timespec wait;

	if (!digits_parse(&numbers.number, word))
		die_usage(word, "N must be a whole number");
	if (seconds && !parse_seconds(seconds, &wait))
		die_usage(seconds, "SECONDS must be a number, as 1 or 0.25");
	tool_no_operands(&run);
	digits_set(&numbers.step, "1", 1, true);
	digits_set(&numbers.stop, "0", 1, false);
	numbers.eol = run.eol;
	if (verbose)
		announce_start(&numbers.number);
	if (seconds)
		countdown_slowly(&numbers, &wait);
	else
		countdown(&numbers);
	if (verbose)
		announce("Liftoff!");
	progression_free(&numbers);
	tool_finish();
}
