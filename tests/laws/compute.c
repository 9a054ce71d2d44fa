/*
 * compute - what the library computes, for laws to compare
 *
 * Reads lines of fields between tabs, the first of which names a function,
 * the others its operands. Writes a line for each: what came of it, or an
 * exclamation mark and the reason.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "arithmetic.h"
#include "bits.h"
#include "decimal.h"
#include "format.h"
#include "rounding.h"
#include "text.h"
#include "timestamp.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_OPERANDS 2

static const struct binary {
	const char *name;
	const char *(*compute)(struct decimal *, const struct decimal *);
} binaries[] = {
	{ "+", arithmetic_add },
	{ "-", arithmetic_subtract },
	{ "*", arithmetic_multiply },
	{ "/", arithmetic_divide },
	{ "//", arithmetic_floor_divide },
	{ "%", arithmetic_modulo },
	{ "**", arithmetic_power },
	{ "&", bits_and },
	{ "|", bits_or },
	{ "^", bits_xor },
	{ "<<", bits_shift_left },
	{ ">>", bits_shift_right },
	{ NULL, NULL }
};

static const char *
negate(struct decimal *a)
{
	arithmetic_negate(a);
	return NULL;
}

static const char *
absolute(struct decimal *a)
{
	arithmetic_absolute(a);
	return NULL;
}

static const char *
truncate_number(struct decimal *a)
{
	rounding_truncate(a);
	return NULL;
}

static const char *
sign(struct decimal *a)
{
	decimal_set(a, arithmetic_sign(a));
	return NULL;
}

static const char *
is_integer(struct decimal *a)
{
	decimal_set(a, rounding_is_integer(a));
	return NULL;
}

static const char *
to_word(struct decimal *a)
{
	int64_t n;

	if (!rounding_to_word(a, &n))
		return "no word";
	decimal_set(a, n);
	return NULL;
}

static const struct unary {
	const char *name;
	const char *(*compute)(struct decimal *);
} unaries[] = {
	{ "negate", negate },
	{ "abs", absolute },
	{ "sqrt", arithmetic_root },
	{ "int", truncate_number },
	{ "~", bits_invert },
	{ "sign", sign },
	{ "is_integer", is_integer },
	{ "to_word", to_word },
	{ NULL, NULL }
};

static void
read_number(struct decimal *number, const char *text)
{
	if (decimal_parse(number, text, strlen(text)))
		return;
	fprintf(stderr, "compute: no number: %s\n", text);
	exit(EXIT_FAILURE);
}

static const char *
compute_unary(const char *name, struct decimal *a)
{
	const struct unary *unary = unaries;

	while (unary->name && strcmp(unary->name, name) != 0)
		unary++;
	return unary->name ? unary->compute(a) : "no such function";
}

static const char *
compute_binary(const char *name, struct decimal *a, const char *second)
{
	const struct binary *binary = binaries;
	struct decimal b = DECIMAL_INIT;
	const char *reason;

	if (strcmp(name, "round") == 0)
		return rounding_round(a, strtoll(second, NULL, 10));
	while (binary->name && strcmp(binary->name, name) != 0)
		binary++;
	if (!binary->name)
		return "no such function";
	/* The two may be the same. */
	if (strcmp(second, "same") == 0)
		return binary->compute(a, a);
	read_number(&b, second);
	reason = binary->compute(a, &b);
	decimal_free(&b);
	return reason;
}

static void
compute_number(char *const field[], int n)
{
	struct decimal a = DECIMAL_INIT, before = DECIMAL_INIT;
	const char *reason, *text;
	size_t len;

	read_number(&a, field[1]);
	decimal_copy(&before, &a);
	if (n == 1)
		reason = compute_unary(field[0], &a);
	else
		reason = compute_binary(field[0], &a, field[2]);
	if (reason && (decimal_compare(&a, &before) != 0 ||
	    decimal_scale(&a) != decimal_scale(&before)))
		reason = "the number was changed";
	text = decimal_text(&a, &len);
	if (reason)
		printf("!%s\n", reason);
	else
		printf("%.*s\n", (int)len, text);
	decimal_free(&a);
	decimal_free(&before);
}

/* Lay out a number or text. */
static const char *
lay_out(char *const field[], struct text *text)
{
	struct decimal number = DECIMAL_INIT;
	struct format format;
	const char *reason;

	reason = format_parse(&format, field[1], strlen(field[1]));
	if (reason)
		return reason;
	if (strcmp(field[0], "format_text") == 0)
		return format_text(&format, field[2], strlen(field[2]), text);
	read_number(&number, field[2]);
	reason = format_number(&format, &number, text);
	decimal_free(&number);
	return reason;
}

static const char *
compute_timestamp(char *const field[], struct text *text)
{
	struct decimal number = DECIMAL_INIT;
	const char *reason, *written;
	size_t len;

	if (strcmp(field[0], "isoformat") == 0) {
		read_number(&number, field[1]);
		reason = timestamp_write(&number, text);
	} else {
		reason = timestamp_read(&number, field[1], strlen(field[1]));
		written = decimal_text(&number, &len);
		text_add(text, written, len);
	}
	decimal_free(&number);
	return reason;
}

static void
compute_text(char *const field[], int n)
{
	struct text text = { 0 };
	const char *reason;

	if (n == 2)
		reason = lay_out(field, &text);
	else
		reason = compute_timestamp(field, &text);
	if (reason)
		printf("!%s\n", reason);
	else
		printf("%.*s\n", (int)text.len, text.len ? text.bytes : "");
	text_free(&text);
}

/* Say whether a function is one of text, not of numbers alone. */
static bool
is_textual(const char *name)
{
	return strncmp(name, "format", 6) == 0 ||
	    strcmp(name, "isoformat") == 0 || strcmp(name, "timestamp") == 0;
}

int
main(void)
{
	char *line = NULL, *field[MOST_OPERANDS + 1], *rest;
	size_t capacity = 0;
	ssize_t len;
	int n;

	while ((len = getline(&line, &capacity, stdin)) > 0) {
		line[len - 1] = '\0';
		rest = line;
		for (n = 0; n <= MOST_OPERANDS && rest; n++)
			field[n] = strsep(&rest, "\t");
		if (n < 2)
			return EXIT_FAILURE;
		if (is_textual(field[0]))
			compute_text(field, n - 1);
		else
			compute_number(field, n - 1);
	}
	free(line);
	return EXIT_SUCCESS;
}
