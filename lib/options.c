/*
 * options - one table of options; parsing, help and completions follow it
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "installed.h"
#include "memory.h"
#include "message.h"
#include "nearest.h"
#include "options.h"
#include "output.h"
#include <string.h>

/* In --help what an option does stands in this column, or a line below. */
#define HELP_COLUMN 30

/* Say whether a word that begins with a minus sign is an operand. */
static bool
is_operand(const char *word)
{
	const char *s = word + 1;

	if (*s == '\0' || *s == ':' || strncmp(s, "inf", 3) == 0)
		return true;
	if (*s == '.')
		s++;
	return *s >= '0' && *s <= '9';
}

static const struct option *
find_letter(const struct option *const *tables, char letter)
{
	const struct option *option;

	for (; *tables; tables++) {
		for (option = *tables; option->name; option++) {
			if (option->letter == letter)
				return option;
		}
	}
	return NULL;
}

static const struct option *
find_name(const struct option *const *tables, const char *name, size_t len)
{
	const struct option *option;

	for (; *tables; tables++) {
		for (option = *tables; option->name; option++) {
			if (strlen(option->name) == len &&
			    memcmp(option->name, name, len) == 0)
				return option;
		}
	}
	return NULL;
}

static const char *
find_hint(const struct hint *hints, const char *word)
{
	for (; hints && hints->word; hints++) {
		if (strcmp(hints->word, word) == 0)
			return hints->meant;
	}
	return NULL;
}

/* Refuse an option that there is not, and teach what may have been meant. */
static noreturn void
unknown(const struct option *const *tables, const struct hint *hints,
    const char *word)
{
	const char *meant = find_hint(hints, word);
	const struct option *option;

	if (meant)
		die_usage(word, "unknown option; %s", installed_hint(meant));
	for (; word[1] == '-' && *tables; tables++) {
		for (option = *tables; option->name; option++) {
			if (nearest(word + 2, option->name))
				die_usage(word, "unknown option; "
				    "did you mean --%s?", option->name);
		}
	}
	die_usage(word, "unknown option");
}

static void
set(const struct option *option, const char *value)
{
	struct option_list *list = option->list;

	if (list) {
		list->text = xgrow(list->text, &list->capacity, list->n + 1,
		    sizeof *list->text);
		list->text[list->n++] = value;
	} else if (option->value) {
		*option->text = value;
	} else {
		*option->flag = true;
	}
}

/* Return the word after the option at *at, which is the option's value. */
static const char *
next_word(const struct option *option, const char *word, char **argv, int *at)
{
	if (!argv[*at + 1])
		die_usage(word, "needs a value, %s", option->value);
	return argv[++*at];
}

static void
parse_long(const struct option *const *tables, const struct hint *hints,
    char **argv, int *at)
{
	const char *word = argv[*at];
	const char *name = word + 2;
	size_t len = strcspn(name, "=");
	const struct option *option = find_name(tables, name, len);
	char cut[64];

	if (!option) {
		/* The hint is about the name, whatever value was given. */
		if (name[len] == '\0' || len + 3 > sizeof cut)
			unknown(tables, hints, word);
		memcpy(cut, word, len + 2);
		cut[len + 2] = '\0';
		unknown(tables, hints, cut);
	}
	if (!option->value && name[len] == '=')
		die_usage(word, "--%s takes no value", option->name);
	if (!option->value)
		set(option, NULL);
	else if (name[len] == '=')
		set(option, name + len + 1);
	else
		set(option, next_word(option, word, argv, at));
}

/* Say whether an expression, or a word, could begin with it. */
static bool
begins_operand(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c != '\0' && strchr("_'\"([", c));
}

/* Refuse a letter of the word that was typed. */
static noreturn void
unknown_letter(const struct option *const *tables, const struct hint *hints,
    const char *typed, const char *letter)
{
	const char word[] = { '-', *letter, '\0' };
	const char *meant = find_hint(hints, "-");

	if (meant && letter == typed + 1 && begins_operand(*letter) &&
	    !find_hint(hints, word))
		die_usage(typed, "unknown option; %s",
		    installed_hint(meant));
	/* No letter: shown with all that was typed. */
	unknown(tables, hints,
	    (*letter & 0x80) || *letter == '-' ? typed : word);
}

static void
parse_letters(const struct option *const *tables, const struct hint *hints,
    char **argv, int *at)
{
	const char *letters = argv[*at] + 1;
	const struct option *option;
	char word[] = "-?";

	for (; *letters; letters++) {
		word[1] = *letters;
		option = find_letter(tables, *letters);
		if (!option)
			unknown_letter(tables, hints, argv[*at], letters);
		if (!option->value) {
			set(option, NULL);
			continue;
		}
		set(option, letters[1] ? letters + 1 :
		    next_word(option, word, argv, at));
		return;
	}
}

size_t
options_parse(const struct option *const *tables, const struct hint *hints,
    int argc, char **argv)
{
	size_t operands = 0;
	int i;

	for (i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--") == 0)
			break;
		if (argv[i][0] != '-' || is_operand(argv[i]))
			argv[1 + operands++] = argv[i];
		else if (argv[i][1] == '-')
			parse_long(tables, hints, argv, &i);
		else
			parse_letters(tables, hints, argv, &i);
	}
	while (++i < argc)
		argv[1 + operands++] = argv[i];
	return operands;
}

static void
put(const char *words)
{
	output_bytes(words, strlen(words));
}

/* Write spaces up to column, from where width columns are filled. */
static void
pad(size_t width, size_t column)
{
	for (; width < column; width++)
		put(" ");
}

static void
help_line(const struct option *option)
{
	size_t width = 6 + 2 + strlen(option->name);
	char letter[] = "-?, ";

	letter[1] = option->letter;
	put("  ");
	put(option->letter ? letter : "    ");
	put("--");
	put(option->name);
	if (option->value) {
		put("=");
		put(option->value);
		width += 1 + strlen(option->value);
	}
	if (width + 2 > HELP_COLUMN) {
		output_end();
		width = 0;
	}
	pad(width, HELP_COLUMN);
	put(option->help);
	output_end();
}

void
options_help(const struct option *const *tables)
{
	const struct option *option;

	for (; *tables; tables++) {
		for (option = *tables; option->name; option++)
			help_line(option);
	}
}

const char *
options_value(const struct option *table, const char *name)
{
	for (; table && table->name; table++) {
		if (table->text && strcmp(table->name, name) == 0)
			return *table->text;
	}
	return NULL;
}
