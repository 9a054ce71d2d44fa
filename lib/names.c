/*
 * names - the files to read, one after the other
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "message.h"
#include "names.h"

static const char *
next_word(struct names *names)
{
	struct words *words = (struct words *)names;

	return words->word == words->end ? NULL : *words->word++;
}

struct names *
words_open(struct words *words, const char *const *word, size_t n)
{
	static const char *const implied[] = { STANDARD_INPUT };

	words->names.next = next_word;
	words->word = n > 0 ? word : implied;
	words->end = words->word + (n > 0 ? n : 1);
	return &words->names;
}
