/*
 * csv_text - fields as CSV has them
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "csv_text.h"
#include "text.h"
#include "word.h"
#include <string.h>

static inline uint64_t
find_special(uint64_t word, char delimiter)
{
	return word_matches(word, delimiter) | word_matches(word, '"') |
	    word_matches(word, '\n') | word_matches(word, '\r');
}

bool
csv_needs_quotes(const char *bytes, size_t len, char delimiter)
{
	for (; len > 8; bytes += 8, len -= 8) {
		if (find_special(word_load(bytes), delimiter))
			return true;
	}
	return (find_special(word_load_part(bytes, len), delimiter) &
	    word_mask(len)) != 0;
}

void
csv_add(struct text *text, const char *bytes, size_t len, char delimiter)
{
	const char *end = bytes + len, *quote;

	if (!csv_needs_quotes(bytes, len, delimiter)) {
		text_add(text, bytes, len);
		return;
	}
	text_add(text, "\"", 1);
	while ((quote = memchr(bytes, '"', (size_t)(end - bytes)))) {
		text_add(text, bytes, (size_t)(quote + 1 - bytes));
		text_add(text, "\"", 1);
		bytes = quote + 1;
	}
	text_add(text, bytes, (size_t)(end - bytes));
	text_add(text, "\"", 1);
}
