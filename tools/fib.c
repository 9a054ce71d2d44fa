/*
 * fib - the Fibonacci numbers, without end
 *
 * Writes terms 0, 1, 2 ... of a sequence in which every term is the sum of
 * the two before it, exact, until the reader leaves. Term 0 is A and term 1
 * is B, integers of any size and sign; without them 0 and 1. --from begins
 * with the term of that index, which is computed at once. Holds two terms.
 *
 *	$ fib 2 1 | take 4
 *	2
 *	1
 *	3
 *	4
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include <gmp.h>
#include <stdlib.h>
#include <string.h>

#include "big.h"
#include "digits.h"
#include "installed.h"
#include "integer.h"
#include "message.h"
#include "output.h"
#include "tool.h"

/* The term of this index has 208,987,640 digits. */
#define INDEX_MAX 1000000000

static const char *from;

static const struct option options[] = {
	{ 0, "from", "INDEX", "begin with the term of this index, from 0",
	  .text = &from },
	{ 0 }
};

static const struct hint hints[] = {
	{ "-n", "for the first ten terms: fib | take 10" },
	{ NULL }
};

static const char *const examples[] = {
	"fib | take 10",
	"fib 2 1 | take 10",
	"fib --from=1000 | take 1",
	NULL
};

static const struct tool tool = {
	.name = "fib",
	.summary = "the Fibonacci numbers, without end",
	.synopsis = "[OPTION]... [A B]",
	.options = options,
	.hints = hints,
	.examples = examples,
};

/* Write all terms from the first two on. */
static noreturn void
fib(struct digits *term, struct digits *next)
{
	struct digits *sum;
	const char *text;
	size_t len;

	for (;;) {
		text = digits_text(term, &len);
		output_record(text, len);
		sum = term;
		digits_add(sum, next);
		term = next;
		next = sum;
	}
}

static void
to_digits(struct digits *digits, const mpz_t number)
{
	char *text = mpz_get_str(NULL, 10, number);
	bool negative = *text == '-';

	digits_set(digits, text + negative, strlen(text + negative), negative);
	free(text);
}

/* Make of terms 0 and 1, A and B, terms n and n + 1. */
static void
skip(struct digits *first, struct digits *second, unsigned long n)
{
	mpz_t a, b, f, before, term;
	size_t len;

	big_start();
	mpz_inits(f, before, term, NULL);
	mpz_init_set_str(a, digits_text(first, &len), 10);
	mpz_init_set_str(b, digits_text(second, &len), 10);

	/* Term n is A F(n-1) + B F(n), where F(-1) is 1. */
	mpz_fib2_ui(f, before, n);
	mpz_mul(term, a, before);
	mpz_addmul(term, b, f);
	to_digits(first, term);
	/* The next one is A F(n) + B F(n+1). */
	mpz_add(before, before, f);
	mpz_mul(term, a, f);
	mpz_addmul(term, b, before);
	to_digits(second, term);
	mpz_clears(a, b, f, before, term, NULL);
}

/* Set a term that the user gave. */
static void
set(struct digits *digits, const char *word)
{
	if (!digits_parse(digits, word))
		die_usage(word, "must be a whole number");
}

/* Refuse one operand, which was probably meant as a number of terms. */
static noreturn void
refuse(struct digits *digits, const char *word)
{
	set(digits, word);
	if (digits_sign(digits) > 0)
		die_usage(word, "%s", installed_hint(because(
		    "one operand; for so many terms: fib | take %s", word)));
	die_usage(word, "%s", installed_hint(
	    "one operand; another sequence takes two: fib A B"));
}

static unsigned long
index_of(const char *word)
{
	int64_t n;

	if (!integer_parse(word, &n) || n < 0 || n > INDEX_MAX)
		die_usage(word, "not an index from 0 to %d", INDEX_MAX);
	return (unsigned long)n;
}

int
main(int argc, char **argv)
{
	struct run run = tool_start(&tool, argc, argv);
	struct digits a = DIGITS_INIT, b = DIGITS_INIT;

	if (run.n == 1)
		refuse(&a, tool_operand(&run, "A"));
	set(&a, run.n > 0 ? tool_operand(&run, "A") : "0");
	set(&b, run.n > 0 ? tool_operand(&run, "B") : "1");
	tool_no_operands(&run);
	if (from)
		skip(&a, &b, index_of(from));
	fib(&a, &b);
}
