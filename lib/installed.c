/*
 * installed - the names that the tools were installed under
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "installed.h"
#include "message.h"
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Of this many bytes a line is changed. */
#define LINE_MAX_BYTES 2048

static const struct {
	const char *name, *installed;
} names[] = {
#include <installed_names.h>
};

#define NAMES (sizeof names / sizeof *names)

/* Words of the shell after which a command may still come. */
static const char *const keywords[] = {
	"!", "command", "do", "elif", "else", "exec", "if", "then", "time",
	"until", "while"
};

/* Say whether the program has the name it was installed under. */
static bool
is_renamed(void)
{
	size_t i;

	for (i = 0; i < NAMES; i++) {
		if (strcmp(message_program(), names[i].name) == 0)
			return false;
	}
	for (i = 0; i < NAMES; i++) {
		if (strcmp(message_program(), names[i].installed) == 0)
			return true;
	}
	return false;
}

/* Return what a word becomes, and its length in *n. */
static const char *
find(const char *word, size_t *n)
{
	size_t i;

	for (i = 0; i < NAMES; i++) {
		if (strlen(names[i].name) == *n &&
		    memcmp(names[i].name, word, *n) == 0) {
			*n = strlen(names[i].installed);
			return names[i].installed;
		}
	}
	return word;
}

/* Say whether the word before a command leaves it one. */
static bool
is_before_command(const char *word, size_t n)
{
	size_t i;

	if (memchr(word, '=', n))
		return true;
	for (i = 0; i < sizeof keywords / sizeof *keywords; i++) {
		if (strlen(keywords[i]) == n &&
		    memcmp(keywords[i], word, n) == 0)
			return true;
	}
	return false;
}

/* Return the length of the word at s, with what is quoted in it. */
static size_t
word_length(const char *s)
{
	const char *start = s;
	char quote = '\0';

	for (; *s && (quote || !strchr(" \t|;&(){}", *s)); s++) {
		if (*s == '\\' && quote != '\'' && s[1])
			s++;
		else if (*s == quote)
			quote = '\0';
		else if (!quote && (*s == '\'' || *s == '"'))
			quote = *s;
	}
	return (size_t)(s - start);
}

/* Say whether a word of a sentence comes before a command: "operand:". */
static bool
announces(const char *word, size_t n)
{
	return n > 1 && word[n - 1] == ':' && word[n - 2] >= 'a' &&
	    word[n - 2] <= 'z';
}

/* Rename in text the commands; whether it begins with one is given. */
static const char *
rename_commands(const char *text, bool command, bool sentence)
{
	static char line[LINE_MAX_BYTES];
	const char *at, *word;
	size_t len = 0, n, length;

	if (!is_renamed())
		return text;
	for (at = text; *at; at += length) {
		length = n = word_length(at);
		word = at;
		if (n == 0) {
			length = n = 1;
			if (strchr("|;&({", *at))
				command = true;
			else if (*at == ')' || *at == '}')
				command = false;
		} else if (command && !is_before_command(at, n)) {
			word = find(at, &n);
			command = false;
		} else if (sentence && announces(at, n)) {
			command = true;
		}
		if (n >= sizeof line - len)
			return text;
		memcpy(line + len, word, n);
		len += n;
	}
	line[len] = '\0';
	return line;
}

const char *
installed_name(const char *name)
{
	size_t n = strlen(name);

	return is_renamed() ? find(name, &n) : name;
}

const char *
installed_command(const char *line)
{
	return rename_commands(line, true, false);
}

const char *
installed_hint(const char *sentence)
{
	return rename_commands(sentence, false, true);
}
