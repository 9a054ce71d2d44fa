/*
 * range - the numbers from START up to STOP
 *
 * Writes START, START + STEP, START + 2 STEP ... as long as they are less
 * than STOP, or greater where STEP is negative; STOP itself is left out. START
 * is 0 and STEP is 1 where they are not given. Numbers are exact, of any size,
 * and have as many digits behind the point as START or STEP, whichever has
 * more. With inf for STOP there is no end.
 *
 *	$ range 1 2 0.25
 *	1.00
 *	1.25
 *	1.50
 *	1.75
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "digits.h"
#include "integer.h"
#include "memory.h"
#include "message.h"
#include "numeral.h"
#include "output.h"
#include "progression.h"
#include "tool.h"

static const struct option options[] = {
	{ 0 }
};

static const struct hint hints[] = {
	{ "-n", "for ten numbers: range 10" },
	{ NULL }
};

static const char *const examples[] = {
	"range 10",
	"range 0 1 0.1",
	"range 1 inf | take 5",
	NULL
};

static const struct tool tool = {
	.name = "range",
	.summary = "the numbers from START up to STOP",
	.synopsis = "[OPTION]... [START] STOP [STEP]",
	.options = options,
	.hints = hints,
	.examples = examples,
};

/* An operand: a number, or as STOP one of the two that nothing reaches. */
struct bound {
	struct numeral numeral;
	char *text; /* where its digits are */
	bool infinite;
};

/* Leave the underscores out of an integer. */
static void
drop_underscores(char *word)
{
	char *to = word;

	for (; *word; word++)
		if (*word != '_')
			*to++ = *word;
	*to = '\0';
}

/* Refuse what is no number. what says what it was to be. */
static noreturn void
refuse(const char *word, const char *what)
{
	if (strpbrk(word, ":,") || strstr(word, ".."))
		die_usage(word, "%s must be a number; START, STOP and STEP are "
		    "words of their own: range 1 10 2", what);
	die_usage(word, "%s must be a number", what);
}

static struct bound
parse(const char *word, const char *what)
{
	struct bound bound = { .text = xcopy(word, strlen(word)) };
	const bool sign = *word == '-' || *word == '+';

	if (integer_valid(word))
		drop_underscores(bound.text);
	if (strcmp(word + sign, "inf") == 0) {
		bound.infinite = true;
		bound.numeral.negative = *word == '-';
	} else if (strpbrk(word, " \t") ||
	    !numeral_read(&bound.numeral, bound.text, strlen(bound.text))) {
		refuse(word, what);
	}
	return bound;
}

/* Read a number that has to be one. */
static struct bound
parse_finite(const char *word, const char *what)
{
	struct bound bound = parse(word, what);

	if (bound.infinite)
		die_usage(word, "%s must be finite; STOP may be inf", what);
	return bound;
}

/* Return how many digits the number has behind the point. */
static size_t
scale_of(const struct numeral *numeral)
{
	const int32_t exponent = numeral->exponent;

	if (exponent <= 0)
		return numeral->after + (size_t)-exponent;
	return numeral->after > (size_t)exponent ?
	    numeral->after - (size_t)exponent : 0;
}

/* Set where the numbers end. */
static void
set_stop(struct progression *numbers, const struct bound *stop)
{
	const bool down = digits_sign(&numbers->step) < 0;
	struct digits one = DIGITS_INIT;

	if (stop->infinite && stop->numeral.negative == down) {
		numbers->endless = true;
	} else if (stop->infinite) {
		digits_copy(&numbers->stop, &numbers->number);
	} else if (!digits_set_numeral(&numbers->stop, &stop->numeral,
	    numbers->scale) && stop->numeral.negative == down) {
		/* What was cut off is still to be reached. */
		digits_set(&one, "1", 1, down);
		digits_add(&numbers->stop, &one);
		digits_free(&one);
	}
}

/* Set the numbers as the operands say. */
static void
read_operands(struct progression *numbers, struct run *run)
{
	const size_t n = run->n;
	struct bound start = parse_finite(
	    n > 1 ? tool_operand(run, "START") : "0", "START");
	struct bound stop = parse(tool_operand(run, "STOP"), "STOP");
	const char *const word = n > 2 ? tool_operand(run, "STEP") : "1";
	struct bound step = parse_finite(word, "STEP");
	const size_t scale = scale_of(&step.numeral);

	tool_no_operands(run);
	numbers->eol = run->eol;
	numbers->scale = scale_of(&start.numeral);
	if (numbers->scale < scale)
		numbers->scale = scale;
	digits_set_numeral(&numbers->number, &start.numeral, numbers->scale);
	digits_set_numeral(&numbers->step, &step.numeral, numbers->scale);
	if (digits_sign(&numbers->step) == 0)
		die_usage(word, "STEP must not be 0");
	set_stop(numbers, &stop);
	free(start.text);
	free(stop.text);
	free(step.text);
}

/* Write all numbers. */
static void
range(struct progression *numbers)
{
	struct span span;

	while (progression_lines(numbers, &span))
		output_span(&span);
}

int
main(int argc, char **argv)
{
	struct run run = tool_start(&tool, argc, argv);
	struct progression numbers = PROGRESSION_INIT;

	read_operands(&numbers, &run);
	range(&numbers);
	progression_free(&numbers);
	tool_finish();
}
