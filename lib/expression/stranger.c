/*
 * stranger - what people write in an expression that is not in the language
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/stranger.h"
#include "message.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* What is shown of a long word. */
#define SHOWN 64

#define ASSIGNS "an expression assigns nothing"
#define MINUS "write a plain - instead of this dash"
#define QUOTE "write plain quotes, ' or \""

static const struct sign {
	const char *text, *reason;
} signs[] = {
	/* Longer ones come before what they begin with. */
	{ "===", "write == instead of ===" },
	{ "!==", "write != instead of !==" },
	{ "<=>", "there is no <=>; write < or >" },
	{ "**=", ASSIGNS },
	{ "//=", ASSIGNS },
	{ "<<=", ASSIGNS },
	{ ">>=", ASSIGNS },
	{ "...", "'...' has no meaning here" },
	{ "&&", "write 'and' instead of &&" },
	{ "||", "write 'or' instead of ||" },
	{ "<>", "write != instead of <>" },
	{ "=~", "write search('REGEX', x) instead of x =~ 'REGEX'" },
	{ "!~", "write not search('REGEX', x) instead of x !~ 'REGEX'" },
	{ "=>", "did you mean >=?" },
	{ "=<", "did you mean <=?" },
	{ "->", "'->' has no meaning here" },
	{ "+=", ASSIGNS },
	{ "-=", ASSIGNS },
	{ "*=", ASSIGNS },
	{ "/=", ASSIGNS },
	{ "%=", ASSIGNS },
	{ "&=", ASSIGNS },
	{ "|=", ASSIGNS },
	{ "^=", ASSIGNS },
	{ "@=", ASSIGNS },
	{ "?", "write A if CONDITION else B instead of CONDITION ? A : B" },
	{ ";", "there is one expression; a pipeline has several" },
	{ "#", "an expression has no comments; text stands in quotes" },
	{ "@", "there are no matrices" },
	{ "`", "strings stand in ' or \"; the shell leaves ` alone in '...'" },
	{ "\\", "a backslash stands in strings only" },
	/* no-break space, zero width space, byte order mark */
	{ "\xc2\xa0", "write a plain blank instead of this one" },
	{ "\xe2\x80\x8b", "this character can't be seen; take it out" },
	{ "\xef\xbb\xbf", "this character can't be seen; take it out" },
	/* multiplication sign, division sign */
	{ "\xc3\x97", "write * for a product" },
	{ "\xc3\xb7", "write / for a quotient" },
	/* hyphen, en dash, em dash, minus sign */
	{ "\xe2\x80\x90", MINUS },
	{ "\xe2\x80\x93", MINUS },
	{ "\xe2\x80\x94", MINUS },
	{ "\xe2\x88\x92", MINUS },
	/* quotes that lean left or right, high or low; angle quotes */
	{ "\xe2\x80\x98", QUOTE },
	{ "\xe2\x80\x99", QUOTE },
	{ "\xe2\x80\x9a", QUOTE },
	{ "\xe2\x80\x9c", QUOTE },
	{ "\xe2\x80\x9d", QUOTE },
	{ "\xe2\x80\x9e", QUOTE },
	{ "\xc2\xab", QUOTE },
	{ "\xc2\xbb", QUOTE },
	/* ellipsis; less, greater or equal; not equal */
	{ "\xe2\x80\xa6", "'...' has no meaning here" },
	{ "\xe2\x89\xa4", "write <=" },
	{ "\xe2\x89\xa5", "write >=" },
	{ "\xe2\x89\xa0", "write !=" },
	{ NULL, NULL }
};

#define NO_LOOP "an expression has no loops; its tool is the loop"

static const struct sign words[] = {
	{ "for", NO_LOOP },
	{ "while", NO_LOOP },
	{ "elif", "write A if CONDITION else B if CONDITION else C" },
	{ "lambda", "there is no lambda; write the expression itself" },
	{ "yield", "every value is yielded; write the value itself" },
	{ NULL, NULL }
};

/* Those of Python that no expression has. */
static const char *const statements[] = {
	"as", "assert", "async", "await", "break", "class", "continue", "def",
	"del", "except", "finally", "from", "global", "import", "nonlocal",
	"pass", "raise", "return", "try", "with", NULL
};

static const struct sign *
find_sign(const char *bytes, size_t len)
{
	const struct sign *sign;
	size_t n;

	for (sign = signs; sign->text; sign++) {
		n = strlen(sign->text);
		if (n <= len && memcmp(bytes, sign->text, n) == 0)
			break;
	}
	return sign;
}

static bool
equals(const char *bytes, size_t len, const char *word)
{
	return strlen(word) == len && memcmp(bytes, word, len) == 0;
}

static bool
is_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	    (c >= 'A' && c <= 'Z') || c == '_';
}

/* Return how many bytes $ and what belongs to it have. */
static size_t
dollar_length(const char *bytes, size_t len)
{
	size_t n = 1;

	if (len > 1 && (bytes[1] == '(' || bytes[1] == '{')) {
		while (n < len && bytes[n] != ')' && bytes[n] != '}')
			n++;
		return n < len ? n + 1 : n;
	}
	while (n < len && is_word(bytes[n]))
		n++;
	return n;
}

/* Return what a field is that is called as in awk, or as in the shell. */
static const char *
explain_dollar(const char *bytes, size_t len)
{
	char word[SHOWN];
	unsigned long long number;
	char *end;

	if (len > sizeof word)
		len = sizeof word;
	memcpy(word, bytes + 1, len - 1);
	word[len - 1] = '\0';
	if (strcmp(word, "0") == 0)
		return "the whole record is x, not $0";
	if (strcmp(word, "NF") == 0)
		return "the last field is row[-1], not $NF";
	if (len == 7 && strncmp(word, "(NF-", 4) == 0 &&
	    word[4] >= '1' && word[4] <= '8')
		return because("this field is row[-%c], not $%s", word[4] + 1,
		    word);
	number = strtoull(word, &end, 10);
	if (word[0] >= '1' && word[0] <= '9' && !*end && end - word < 19)
		return because("field %s is row[%llu], not $%s", word,
		    number - 1, word);
	if (is_word(word[0]) && word[0] > '9')
		return because("a column is called %s or row['%s'], and a "
		    "variable of the shell environ['%s']", word, word, word);
	return "there is no $; field 3 is row[2], the last is row[-1]";
}

size_t
stranger_length(const char *bytes, size_t len)
{
	const struct sign *sign;

	if (len > 0 && *bytes == '$')
		return dollar_length(bytes, len);
	sign = find_sign(bytes, len);
	return sign->text ? strlen(sign->text) : 0;
}

const char *
stranger_reason(const char *bytes, size_t len)
{
	if (len > 0 && *bytes == '$')
		return explain_dollar(bytes, dollar_length(bytes, len));
	return find_sign(bytes, len)->reason;
}

const char *
stranger_word(const char *bytes, size_t len)
{
	const struct sign *word;
	const char *const *statement;

	for (word = words; word->text; word++) {
		if (equals(bytes, len, word->text))
			return word->reason;
	}
	for (statement = statements; *statement; statement++) {
		if (equals(bytes, len, *statement))
			return because("%s is a word of Python's statements; "
			    "a column of this name is row['%s']", *statement,
			    *statement);
	}
	return NULL;
}
