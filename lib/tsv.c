/*
 * tsv - rows whose fields are apart by tabs
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "fields.h"
#include "text.h"
#include "tsv.h"
#include "word.h"
#include <stdbool.h>
#include <string.h>

/* So much behind a field may be read, as behind a record of input. */
#define SLACK 16

/* The letters behind a backslash, and what they stand for. */
static const char letters[] = "tnr\\";
static const char meanings[] = "\t\n\r\\";

/* -------- from TSV -------- */

/* Return where the first tab or backslash is, or end. */
static const char *
find_special(const char *at, const char *end)
{
	uint64_t word, found;

	for (; end - at >= 8; at += 8) {
		word = word_load(at);
		found = word_matches(word, '\t') | word_matches(word, '\\');
		if (found)
			return at + __builtin_ctzll(found) / 8;
	}
	while (at < end && *at != '\t' && *at != '\\')
		at++;
	return at;
}

/* Return what the letter behind a backslash stands for, or NULL. */
static const char *
find_meaning(char letter)
{
	const char *at = letter != '\0' ? strchr(letters, letter) : NULL;

	return at ? &meanings[at - letters] : NULL;
}

/* Put what a field says. Returns: the end of it. */
static char *
unescape(const char *at, const char *end, char *to)
{
	const char *meaning;

	while (at < end) {
		meaning = *at == '\\' && end - at > 1 ?
		    find_meaning(at[1]) : NULL;
		*to++ = meaning ? *meaning : *at;
		at += meaning ? 2 : 1;
	}
	return to;
}

/* Say whether a backslash of a field begins an escape. */
static bool
has_escape(const char *at, const char *end)
{
	while (end - at > 1 &&
	    (at = memchr(at, '\\', (size_t)(end - at - 1)))) {
		if (find_meaning(at[1]))
			return true;
		at++;
	}
	return false;
}

/*
 * Put a field whose first backslash is known; the row ends at end. No field is
 * longer than what it was made of, so that the text need grow but once, and
 * no view into it is lost. Returns: the end of the field.
 */
static const char *
push_escaped(struct fields *fields, const char *begin, const char *backslash,
    const char *end, struct text *unescaped)
{
	const char *last = memchr(backslash, '\t', (size_t)(end - backslash));
	size_t used = unescaped->len;
	char *to;

	if (!last)
		last = end;
	if (!has_escape(backslash, last)) {
		fields_push(fields, begin, (size_t)(last - begin));
		return last;
	}
	if (used == 0)
		text_extend(unescaped, (size_t)(end - begin) + SLACK);
	to = unescaped->bytes + used;
	unescaped->len = (size_t)(unescape(begin, last, to) -
	    unescaped->bytes);
	fields_push(fields, to, unescaped->len - used);
	return last;
}

void
tsv_split(const struct record *row, size_t reach, struct fields *fields,
    struct text *unescaped)
{
	const char *at = row->bytes, *end = at + row->len, *next;

	if (row->len > 0 && end[-1] == '\r')
		end--;
	unescaped->len = 0;
	fields->n = 0;
	while (fields->n < reach) {
		next = find_special(at, end);
		if (next < end && *next == '\\')
			next = push_escaped(fields, at, next, end, unescaped);
		else
			fields_push(fields, at, (size_t)(next - at));
		if (next == end)
			break;
		at = next + 1;
	}
}

/* -------- to TSV -------- */

static uint64_t
find_escaped(uint64_t word)
{
	return word_matches(word, '\t') | word_matches(word, '\n') |
	    word_matches(word, '\r') | word_matches(word, '\\');
}

/* Say whether there is a byte that needs an escape. */
static bool
needs_escape(const char *bytes, size_t len)
{
	for (; len > 8; bytes += 8, len -= 8) {
		if (find_escaped(word_load(bytes)))
			return true;
	}
	return (find_escaped(word_load_part(bytes, len)) &
	    word_mask(len)) != 0;
}

void
tsv_add(struct text *text, const char *bytes, size_t len)
{
	const char *meaning;
	char *to, *begin;
	size_t i;

	if (!needs_escape(bytes, len)) {
		text_add(text, bytes, len);
		return;
	}
	for (i = 0; i < len; i++) {
		meaning = bytes[i] != '\0' ? strchr(meanings, bytes[i]) : NULL;
		begin = to = text_extend(text, 2);
		if (meaning)
			*to++ = '\\';
		*to++ = meaning ? letters[meaning - meanings] : bytes[i];
		text->len -= (size_t)(2 - (to - begin));
	}
}
