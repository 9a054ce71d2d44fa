/*
 * Words of a command line: they set what a plain reading of the rules says,
 * and the operands come to the front in their order; or they are refused by
 * a message of clean lines.
 *
 * Shape: words, each ended by a NUL.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "aid.h"
#include "fuzz.h"
#include "message.h"
#include "nearest.h"
#include "options.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST 400
#define WORDS_MAX 12

static bool strict, zero;
static const char *initial, *name;
static struct option_list keys;

static const struct option first[] = {
	{ 's', "strict", NULL, "be strict", .flag = &strict },
	{ 'I', "initial", "VALUE", "begin with VALUE", .text = &initial },
	{ 0 }
};
static const struct option second[] = {
	{ 'k', "key", "LIST", "fields", .list = &keys },
	{ 'z', "zero-terminated", NULL, "NUL", .flag = &zero },
	{ 0, "name", "WORD", "a word", .text = &name },
	{ 0 }
};
static const struct option *const tables[] = { first, second, NULL };

static const struct hint hints[] = {
	{ "-n", "N is an operand: take 10" },
	{ "--lines", "N is an operand" },
	{ "-", "-- ends the options" },
	{ NULL }
};

/* What a reading comes to, as a line of words that all look the same. */
struct reading {
	char text[4 * LONGEST];
	size_t len;
};

static void
say(struct reading *reading, const char *what, const char *word)
{
	reading->len += (size_t)snprintf(reading->text + reading->len,
	    sizeof reading->text - reading->len, "%s<%s>", what, word);
	must(reading->len < sizeof reading->text);
}

/* -------- the rules, read plainly -------- */

struct plain {
	bool strict, zero;
	const char *initial, *name;
	const char *key[WORDS_MAX * LONGEST], *operand[WORDS_MAX];
	size_t keys, operands;
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_option(const char *word)
{
	if (word[0] != '-' || word[1] == '\0' || word[1] == ':')
		return false;
	if (is_digit(word[1]) || (word[1] == '.' && is_digit(word[2])))
		return false;
	return strncmp(word + 1, "inf", 3) != 0;
}

/* Take an option that has a value. */
static void
take(struct plain *plain, char letter, const char *value)
{
	if (letter == 'k')
		plain->key[plain->keys++] = value;
	else if (letter == 'I')
		plain->initial = value;
	else
		plain->name = value;
}

/* Read a long option. Returns: how many words more it took, -1 if refused. */
static int
read_long(struct plain *plain, const char *word, const char *next)
{
	static const struct {
		const char *name;
		char letter;
		bool has_value;
	} known[] = {
		{ "strict", 's', false }, { "initial", 'I', true },
		{ "key", 'k', true }, { "zero-terminated", 'z', false },
		{ "name", 'n', true }
	};
	size_t i, len = strlen(word);
	const char *equals = strchr(word, '=');

	if (equals)
		len = (size_t)(equals - word);
	for (i = 0; i < sizeof known / sizeof *known; i++) {
		if (strlen(known[i].name) != len ||
		    strncmp(known[i].name, word, len) != 0)
			continue;
		if (!known[i].has_value) {
			if (known[i].letter == 's')
				plain->strict = true;
			else
				plain->zero = true;
			return equals ? -1 : 0;
		}
		if (!equals && !next)
			return -1;
		take(plain, known[i].letter, equals ? equals + 1 : next);
		return equals ? 0 : 1;
	}
	return -1;
}

/* The same for letters behind a minus sign. */
static int
read_letters(struct plain *plain, const char *letters, const char *next)
{
	for (; *letters; letters++) {
		if (*letters == 's') {
			plain->strict = true;
		} else if (*letters == 'z') {
			plain->zero = true;
		} else if (*letters == 'k' || *letters == 'I') {
			if (letters[1] == '\0' && !next)
				return -1;
			take(plain, *letters,
			    letters[1] ? letters + 1 : next);
			return letters[1] ? 0 : 1;
		} else {
			return -1;
		}
	}
	return 0;
}

static bool
read_plain(struct plain *plain, char *const *word)
{
	bool ended = false;
	int more;

	for (; *word; word++) {
		if (!ended && strcmp(*word, "--") == 0) {
			ended = true;
			continue;
		}
		if (ended || !is_option(*word)) {
			plain->operand[plain->operands++] = *word;
			continue;
		}
		more = (*word)[1] == '-' ?
		    read_long(plain, *word + 2, word[1]) :
		    read_letters(plain, *word + 1, word[1]);
		if (more < 0)
			return false;
		word += more;
	}
	return true;
}

/* -------- both -------- */

struct line {
	int argc;
	char *argv[WORDS_MAX + 2];
	struct reading reading;
};

static void
tell(struct reading *reading, bool is_strict, bool is_zero,
    const char *initially, const char *named)
{
	if (is_strict)
		say(reading, "s", "");
	if (is_zero)
		say(reading, "z", "");
	if (initially)
		say(reading, "I", initially);
	if (named)
		say(reading, "N", named);
}

static void
parse(void *about)
{
	struct line *line = about;
	size_t n, i;

	n = options_parse(tables, hints, line->argc, line->argv);
	tell(&line->reading, strict, zero, initial, name);
	for (i = 0; i < keys.n; i++)
		say(&line->reading, "k", keys.text[i]);
	for (i = 0; i < n; i++)
		say(&line->reading, "", line->argv[1 + i]);
}

/* Hold a message: lines that begin with the program's name, all clean. */
static void
check_said(const char *said)
{
	const char *at;
	size_t n = 0;

	for (at = said; *at; at = strchr(at, '\n') + 1) {
		must(strncmp(at, "fuzz: ", 6) == 0 ||
		    strncmp(at, "Try 'fuzz --help'.\n", 19) == 0);
		must(strchr(at, '\n') != NULL);
		n++;
	}
	must(n == 2);
	for (at = said; *at; at++)
		must(*at == '\n' || (unsigned char)*at >= ' ');
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct pieces pieces = { bytes, len };
	struct plain *plain = calloc(1, sizeof *plain);
	struct line line = { 0 };
	struct reading want = { { 0 }, 0 };
	char said[AID_SAID_MAX], *word[WORDS_MAX + 1], program[] = "fuzz";
	bool good;
	size_t i, n;

	must(plain != NULL);
	if (len > LONGEST) {
		free(plain);
		return 0;
	}
	message_start("fuzz");
	strict = zero = false;
	initial = name = NULL;
	keys.n = 0;
	line.argv[line.argc++] = program;
	while (pieces.left > 0 && line.argc <= WORDS_MAX)
		line.argv[line.argc++] = pieces_text(&pieces, '\0', &n);
	memcpy(word, line.argv + 1, (size_t)line.argc * sizeof *word);
	good = read_plain(plain, line.argv + 1);
	tell(&want, plain->strict, plain->zero, plain->initial, plain->name);
	for (i = 0; i < plain->keys; i++)
		say(&want, "k", plain->key[i]);
	for (i = 0; i < plain->operands; i++)
		say(&want, "", plain->operand[i]);
	must(survives(parse, &line, said) == good);
	if (good)
		must_equal(line.reading.text, line.reading.len, want.text,
		    want.len);
	else
		check_said(said);
	/* No word is too far from itself, but one that is not looked at. */
	for (i = 0; word[i]; i++) {
		n = strlen(word[i]);
		must(nearest(word[i], word[i]) == (n >= 2 && n <= 32));
	}
	for (i = 0; word[i]; i++)
		free(word[i]);
	free(plain);
	return 0;
}
