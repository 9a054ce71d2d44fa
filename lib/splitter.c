/*
 * splitter - how a record is split into fields
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "csv.h"
#include "json_object.h"
#include "memory.h"
#include "nearest.h"
#include "scan.h"
#include "splitter.h"
#include "tsv.h"
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
static enum split_result
split_groups(struct fields *fields, const struct record *record,
    struct regexp *regexp)
{
	const size_t n = regexp_groups(regexp);
	enum regexp_result result;

	fields->field = xgrow(fields->field, &fields->capacity, n + 1,
	    sizeof *fields->field);
	result = regexp_match(regexp, record, fields->field);
	if (result != REGEXP_MATCH)
		return result == REGEXP_NONE ? SPLIT_NONE : SPLIT_LIMIT;
	fields->n = n > 0 ? n : 1;
	memmove(fields->field, fields->field + (n > 0),
	    fields->n * sizeof *fields->field);
	return SPLIT_DONE;
}

/* Let there be a field for every column that is asked for. */
static void
fill(struct fields *fields, size_t columns, size_t reach)
{
	while (fields->n < columns && fields->n < reach)
		fields_push(fields, "", 0);
}

static enum split_result
split_row(struct splitter *splitter, const struct record *row, size_t reach)
{
	const struct columns *columns = splitter->columns;
	const char delimiter = splitter->dialect == DIALECT_CSV ?
	    *splitter->separator : '\t';
	struct fields *fields = &splitter->fields;
	struct record rest = { NULL, 0 };
	size_t n;

	if (splitter->dialect == DIALECT_CSV)
		rest = csv_split(row, delimiter, reach, fields,
		    &splitter->text);
	else
		tsv_split(row, reach, fields, &splitter->text);
	if (!columns)
		return SPLIT_DONE;
	n = fields->n;
	fill(fields, columns_n(columns), reach);
	if (splitter->ragged)
		return SPLIT_DONE;
	if (rest.bytes)
		n += csv_count(&rest, delimiter);
	else if (splitter->dialect == DIALECT_TSV && n == reach)
		n = scan_count(row->bytes, row->len, delimiter) + 1;
	return n > columns_n(columns) ? SPLIT_RAGGED : SPLIT_DONE;
}

/* Names become columns as they are asked for: let the object have them. */
static void
want_members(struct splitter *splitter)
{
	const size_t n = columns_n(splitter->columns);
	const struct record *name;

	if (splitter->members == n)
		return;
	splitter->member = xgrow(splitter->member, &splitter->capacity, n,
	    sizeof *splitter->member);
	for (; splitter->members < n; splitter->members++) {
		name = columns_name(splitter->columns, splitter->members);
		splitter->member[splitter->members] = json_object_want(
		    splitter->object, name->bytes, name->len);
	}
}

static enum split_result
split_object(struct splitter *splitter, const struct record *record)
{
	struct json_object *object = splitter->object;
	struct record text;
	size_t i;

	want_members(splitter);
	if (!json_object_read(object, record))
		return SPLIT_NO_OBJECT;
	for (i = 0; i < splitter->members; i++) {
		if (!json_object_text(object, splitter->member[i], &text))
			return SPLIT_NO_OBJECT;
		fields_push(&splitter->fields, text.bytes, text.len);
	}
	return SPLIT_DONE;
}

enum split_result
splitter_split(struct splitter *splitter, const struct record *record,
    size_t reach)
{
	struct fields *fields = &splitter->fields;

	fields->n = 0;
	if (splitter->object)
		return split_object(splitter, record);
	if (splitter->dialect != DIALECT_NONE)
		return split_row(splitter, record, reach);
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
	return SPLIT_DONE;
}

size_t
splitter_column(const struct splitter *splitter, const char *name, size_t len)
{
	if (splitter->columns)
		return columns_find(splitter->columns, name, len);
	return splitter->regexp ?
	    regexp_named(splitter->regexp, name, len) - 1 : SIZE_MAX;
}

/* Return how many fields may have names. */
static size_t
count_names(const struct splitter *splitter)
{
	if (splitter->columns)
		return columns_n(splitter->columns);
	return splitter->regexp ? regexp_groups(splitter->regexp) : 0;
}

struct record
splitter_name(const struct splitter *splitter, size_t i)
{
	const char *name;

	if (i >= count_names(splitter))
		return (struct record){ NULL, 0 };
	if (splitter->columns)
		return *columns_name(splitter->columns, i);
	name = regexp_name(splitter->regexp, i + 1);
	return (struct record){ name, name ? strlen(name) : 0 };
}

struct record
splitter_near(const struct splitter *splitter, const char *word)
{
	const struct record *column;
	struct record name;
	size_t i;

	if (splitter->columns) {
		column = columns_near(splitter->columns, word);
		return column ? *column : (struct record){ NULL, 0 };
	}
	for (i = 0; i < count_names(splitter); i++) {
		name = splitter_name(splitter, i);
		if (name.bytes && nearest(word, name.bytes))
			return name;
	}
	return (struct record){ NULL, 0 };
}

bool
splitter_has_names(const struct splitter *splitter)
{
	size_t i;

	for (i = 0; i < count_names(splitter); i++) {
		if (splitter_name(splitter, i).bytes)
			return true;
	}
	return false;
}

void
splitter_close(struct splitter *splitter)
{
	fields_close(&splitter->fields);
	regexp_close(splitter->regexp);
	text_free(&splitter->text);
	if (splitter->object)
		json_object_close(splitter->object);
	free(splitter->object);
	free(splitter->member);
	*splitter = (struct splitter){ 0 };
}
