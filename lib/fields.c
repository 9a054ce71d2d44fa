/*
 * fields - the parts of a record, and which of them count
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "fields.h"
#include "memory.h"
#include "word.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The first comparison is all that most bytes need. */
static inline bool
is_blank(char c)
{
	return (unsigned char)c <= ' ' && (c == ' ' || c == '\t');
}

void
fields_grow(struct fields *fields)
{
	fields->field = xgrow(fields->field, &fields->capacity, fields->n + 8,
	    sizeof *fields->field);
}

/* Return where the first blank is, or end. */
static const char *
find_blank(const char *at, const char *end)
{
	unsigned blank, tab;
	uint64_t word;

	for (; end - at >= 8; at += 8) {
		word = word_load(at);
		blank = word_first_zero(word ^ WORD_OF(' '));
		tab = word_first_zero(word ^ WORD_OF('\t'));
		if (blank < 8 || tab < 8)
			return at + (blank < tab ? blank : tab);
	}
	while (at < end && !is_blank(*at))
		at++;
	return at;
}

static void
split_blanks(struct fields *fields, const struct record *record, size_t reach)
{
	const char *at = record->bytes, *end = at + record->len, *begin;

	while (fields->n < reach) {
		while (at < end && is_blank(*at))
			at++;
		if (at == end)
			break;
		begin = at;
		at = find_blank(at, end);
		fields_push(fields, begin, (size_t)(at - begin));
	}
}

/* Return where the first separator is; NULL: nowhere. Most are near. */
static const char *
find_byte(const char *at, const char *end, char separator)
{
	unsigned place;

	if (end - at >= 8) {
		place = word_first_zero(word_load(at) ^
		    WORD_OF((uint64_t)(unsigned char)separator));
		at += place;
		if (place < 8)
			return at;
	}
	return memchr(at, separator, (size_t)(end - at));
}

static void
split_byte(struct fields *fields, const struct record *record, char separator,
    size_t reach)
{
	const char *at = record->bytes, *end = at + record->len, *next;

	while (fields->n < reach) {
		next = find_byte(at, end, separator);
		fields_push(fields, at, (size_t)((next ? next : end) - at));
		if (!next)
			break;
		at = next + 1;
	}
}

static void
split_bytes(struct fields *fields, const struct record *record,
    const char *separator, size_t len, size_t reach)
{
	const char *at = record->bytes, *end = at + record->len, *next;

	while (fields->n < reach) {
		next = memmem(at, (size_t)(end - at), separator, len);
		fields_push(fields, at, (size_t)((next ? next : end) - at));
		if (!next)
			break;
		at = next + len;
	}
}

/* The whole match is what counts only where there are no groups. */
static enum regexp_result
split_groups(struct fields *fields, const struct record *record,
    struct regexp *regexp)
{
	const size_t n = regexp_groups(regexp);
	enum regexp_result result;

	fields->field = xgrow(fields->field, &fields->capacity, n + 1,
	    sizeof *fields->field);
	result = regexp_match(regexp, record, fields->field);
	if (result != REGEXP_MATCH)
		return result;
	fields->n = n > 0 ? n : 1;
	memmove(fields->field, fields->field + (n > 0),
	    fields->n * sizeof *fields->field);
	return result;
}

enum regexp_result
splitter_split(struct splitter *splitter, const struct record *record,
    size_t reach)
{
	struct fields *fields = &splitter->fields;

	fields->n = 0;
	if (splitter->regexp)
		return split_groups(fields, record, splitter->regexp);
	/* Even what is empty has a place: no bytes mean there is no record. */
	fields->record.bytes = record->bytes ? record->bytes : "";
	fields->record.len = record->len;
	if (!splitter->separator)
		split_blanks(fields, &fields->record, reach);
	else if (splitter->separator_len == 1)
		split_byte(fields, &fields->record, *splitter->separator,
		    reach);
	else
		split_bytes(fields, &fields->record, splitter->separator,
		    splitter->separator_len, reach);
	return REGEXP_MATCH;
}

void
splitter_close(struct splitter *splitter)
{
	fields_close(&splitter->fields);
	regexp_close(splitter->regexp);
	*splitter = (struct splitter){ 0 };
}

bool
fields_equal(const struct fields *a, const struct fields *b, bool ignore_case)
{
	const struct record *x = a->field, *y = b->field;
	size_t i;

	if (a->n != b->n)
		return false;
	for (i = 0; i < a->n; i++, x++, y++) {
		if (x->len != y->len)
			return false;
		if (!word_equal(x->bytes, y->bytes, x->len) &&
		    !(ignore_case &&
		    word_equal_letters(x->bytes, y->bytes, x->len)))
			return false;
	}
	return true;
}

void
fields_keep(struct kept_fields *kept, const struct fields *fields)
{
	const struct record *field = fields->field;
	size_t len = 0, i;
	char *at;

	for (i = 0; i < fields->n; i++)
		len += field[i].len;
	kept->bytes = xgrow(kept->bytes, &kept->capacity, len, 1);
	kept->fields.n = 0;
	at = kept->bytes;
	for (i = 0; i < fields->n; i++, field++) {
		if (field->len > 0)
			memcpy(at, field->bytes, field->len);
		fields_push(&kept->fields, at, field->len);
		at += field->len;
	}
}

void
fields_close(struct fields *fields)
{
	free(fields->field);
	*fields = (struct fields){ 0 };
}

void
kept_fields_close(struct kept_fields *kept)
{
	fields_close(&kept->fields);
	free(kept->bytes);
	*kept = (struct kept_fields){ 0 };
}
