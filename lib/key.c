/*
 * key - which part of a record decides where it belongs
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/value_text.h"
#include "field_options.h"
#include "generator.h"
#include "input.h"
#include "key.h"
#include "memory.h"
#include "options.h"
#include "word.h"
#include <stdlib.h>
#include <string.h>

/*
 * A packed field stands behind its length, which is written four bits to a
 * byte, the lowest first, with a mark that more follow: no byte of it is a
 * letter, so case can be ignored in the whole.
 */
#define LENGTH_BITS 4
#define LENGTH_MASK 0x0f
#define LENGTH_MORE 0x10
#define LENGTH_BYTES (sizeof(size_t) * 8 / LENGTH_BITS)

void
key_open(struct key *key, const struct option_list *lists,
    const char *option, bool ignore_case)
{
	*key = (struct key){ .ignore_case = ignore_case };
	field_options_splitter(&key->splitter);
	field_options_select(&key->selection, lists, option, &key->splitter);
	if (key->selection.n > 0)
		key->reach = selection_reach(&key->selection);
	else if (key->splitter.regexp)
		key->reach = SIZE_MAX;
	/* The bytes of a row may say the same in another way. */
	key->leads = key->selection.n == 1 &&
	    key->selection.range->last == 0 && !key->splitter.regexp &&
	    key->splitter.dialect == DIALECT_NONE &&
	    (!key->splitter.separator || key->splitter.separator_len == 1);
}

void
key_open_value(struct key *key, const char *expression, bool ignore_case,
    bool starts)
{
	*key = (struct key){ .ignore_case = ignore_case, .starts = starts };
	field_options_splitter(&key->splitter);
	key->generator = xallocate(1, sizeof *key->generator);
	generator_open_split(key->generator, expression, &key->splitter);
	key->reach = key->generator->frame.reach;
	if (key->reach == 0)
		key->reach = 1;
}

void
key_open_columns(struct key *key)
{
	if (key->selection.n > 0)
		return;
	selection_add_all(&key->selection);
	key->reach = selection_reach(&key->selection);
}

void
key_reach(struct key *key, size_t reach)
{
	if (reach > key->reach)
		key->reach = reach;
	key->leads = key->leads && reach == 0;
}

/* Make the fields one, of these bytes. */
static void
set_single(struct fields *fields, const char *bytes, size_t len)
{
	fields->n = 0;
	fields_push(fields, bytes, len);
}

/*
 * Say whether the record begins with the kept key as its first field. No is
 * no answer: between blanks a field may begin later, and an empty one is none.
 */
static inline bool
leads_again(const struct key *key, const struct record *record)
{
	const struct record *kept = key->kept.fields.field;
	const char *separator = key->splitter.separator;
	char behind;

	if (key->kept.fields.n != 1 || record->len <= kept->len ||
	    (kept->len == 0 && !separator))
		return false;
	behind = record->bytes[kept->len];
	return (separator ? behind == *separator :
	    behind == ' ' || behind == '\t') &&
	    word_equal(record->bytes, kept->bytes, kept->len);
}

/* Make the value, or the parts that it has, the key's fields. */
static void
set_values(struct key *key, const struct value *value)
{
	bool parts = value->kind == VALUE_LIST || value->kind == VALUE_TUPLE;
	const struct value *item = parts ? value->item : value;
	size_t n = parts ? value->len : 1, begin = 0, i;
	size_t *end = scratch_take(&key->generator->frame.scratch, n,
	    sizeof *end);

	key->values.len = 0;
	for (i = 0; i < n; i++) {
		/* A row has no other way to say None. */
		if (item[i].kind != VALUE_NONE ||
		    key->splitter.dialect == DIALECT_NONE)
			value_text(&item[i], &key->values);
		end[i] = key->values.len;
	}
	key->fields.n = 0;
	for (i = 0; i < n; begin = end[i++]) {
		fields_push(&key->fields, key->values.len > 0 ?
		    key->values.bytes + begin : "", end[i] - begin);
	}
}

/* Find the key by the expression. Returns: as key_of. */
static bool
key_by_value(struct key *key, const struct input *in,
    const struct record *record)
{
	struct frame *frame = &key->generator->frame;
	struct value value;
	bool keyed;

	frame->record = *record;
	frame_begin(frame, true);
	generator_value(key->generator, in, &value);
	keyed = value.kind != VALUE_NONE && !(key->starts &&
	    value.kind == VALUE_BOOL && !value_truth(&value));
	if (keyed)
		set_values(key, &value);
	/* The record may be gone when the next one comes. */
	frame_end(frame);
	return keyed;
}

bool
key_split(struct key *key, const struct input *in, const struct record *record)
{
	key->again = key->leads && leads_again(key, record);
	if (key->again) {
		set_single(&key->fields, record->bytes,
		    key->kept.fields.field->len);
		return true;
	}
	if (!field_options_split(&key->splitter, in, record, key->reach,
	    key->invalid)) {
		key->refused = key->splitter.dialect != DIALECT_NONE;
		return false;
	}
	key->refused = false;
	if (key->generator)
		return key_by_value(key, in, record);
	if (key->selection.n > 0 || key->splitter.regexp)
		selection_take(&key->selection, &key->splitter.fields,
		    &key->fields);
	else
		set_single(&key->fields, record->bytes, record->len);
	return true;
}

bool
key_is_record(const struct key *key)
{
	return !key->generator && key->selection.n == 0 &&
	    !key->splitter.regexp &&
	    !key->ignore_case;
}

bool
key_changed(const struct key *key)
{
	return !key->again && !fields_equal(&key->fields, &key->kept.fields,
	    key->ignore_case);
}

uint64_t
key_pass(const struct key *key, struct input *in)
{
	struct record record;
	uint64_t n = 0;

	if (!key->leads)
		return 0;
	for (; input_peek(in, &record) && leads_again(key, &record); n++)
		input_next(in, &record);
	return n;
}

void
key_keep(struct key *key)
{
	fields_keep(&key->kept, &key->fields);
}

void
key_set_empty(struct key *key)
{
	key->again = false;
	set_single(&key->fields, "", 0);
}

const char *
key_text(struct key *key, size_t *len)
{
	const struct fields *fields = &key->kept.fields;
	size_t need = 1, i;
	char *at;

	for (i = 0; i < fields->n; i++)
		need += fields->field[i].len + 1;
	key->text = xgrow(key->text, &key->text_capacity, need, 1);
	at = key->text;
	for (i = 0; i < fields->n; i++) {
		if (i > 0)
			*at++ = '\t';
		memcpy(at, fields->field[i].bytes, fields->field[i].len);
		at += fields->field[i].len;
	}
	*at = '\0';
	*len = (size_t)(at - key->text);
	return key->text;
}

void
packed_add(struct packed *packed, const struct fields *fields)
{
	const struct record *field = fields->field;
	size_t need = packed->len, i, left;
	char *at;

	for (i = 0; i < fields->n; i++)
		need += LENGTH_BYTES + field[i].len;
	packed->bytes = xgrow(packed->bytes, &packed->capacity, need, 1);
	at = packed->bytes + packed->len;
	for (i = 0; i < fields->n; i++, field++) {
		left = field->len;
		for (; left > LENGTH_MASK; left >>= LENGTH_BITS)
			*at++ = (char)((left & LENGTH_MASK) | LENGTH_MORE);
		*at++ = (char)left;
		memcpy(at, field->bytes, field->len);
		at += field->len;
	}
	packed->len = (size_t)(at - packed->bytes);
}

void
packed_split(const struct record *run, struct fields *to)
{
	const char *at = run->bytes, *end = at + run->len;
	unsigned shift;
	size_t len;

	for (to->n = 0; at < end; at += len) {
		len = 0;
		for (shift = 0; *at & LENGTH_MORE; shift += LENGTH_BITS)
			len |= (size_t)(*at++ & LENGTH_MASK) << shift;
		len |= (size_t)*at++ << shift;
		fields_push(to, at, len);
	}
}

void
key_close(struct key *key)
{
	if (key->generator)
		generator_close(key->generator);
	free(key->generator);
	text_free(&key->values);
	splitter_close(&key->splitter);
	selection_close(&key->selection);
	fields_close(&key->fields);
	kept_fields_close(&key->kept);
	free(key->text);
}
