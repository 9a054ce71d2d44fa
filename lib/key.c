/*
 * key - which part of a record decides where it belongs
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "field_options.h"
#include "input.h"
#include "key.h"
#include "memory.h"
#include "options.h"
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
key_open(struct key *key, const struct option_list *lists, bool ignore_case)
{
	*key = (struct key){ .ignore_case = ignore_case };
	field_options_splitter(&key->splitter);
	field_options_select(&key->selection, lists, "-k", &key->splitter);
	if (key->selection.n > 0)
		key->reach = selection_reach(&key->selection);
	else if (key->splitter.regexp)
		key->reach = SIZE_MAX;
}

/* Make the fields one, of these bytes. */
static void
set_single(struct fields *fields, const char *bytes, size_t len)
{
	fields->field = xgrow(fields->field, &fields->capacity, 1,
	    sizeof *fields->field);
	fields->field[0] = (struct record){ bytes, len };
	fields->n = 1;
}

bool
key_of(struct key *key, const struct input *in, const struct record *record)
{
	if (key->reach > 0 &&
	    !field_options_split(&key->splitter, in, record, key->reach))
		return false;
	if (key->selection.n > 0 || key->splitter.regexp)
		selection_take(&key->selection, &key->splitter.fields,
		    &key->fields);
	else
		set_single(&key->fields, record->bytes, record->len);
	return true;
}

bool
key_changed(const struct key *key)
{
	return !fields_equal(&key->fields, &key->kept.fields,
	    key->ignore_case);
}

void
key_keep(struct key *key)
{
	fields_keep(&key->kept, &key->fields);
}

void
key_set_empty(struct key *key)
{
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
	key->packed = xgrow(key->packed, &key->packed_capacity, need, 1);
	at = key->packed;
	for (i = 0; i < fields->n; i++) {
		if (i > 0)
			*at++ = '\t';
		memcpy(at, fields->field[i].bytes, fields->field[i].len);
		at += fields->field[i].len;
	}
	*at = '\0';
	*len = (size_t)(at - key->packed);
	return key->packed;
}

const char *
key_pack(struct key *key, const struct fields *fields, size_t *len)
{
	size_t need = 0, i, left;
	char *at;

	for (i = 0; i < fields->n; i++)
		need += LENGTH_BYTES + fields->field[i].len;
	key->packed = xgrow(key->packed, &key->packed_capacity, need, 1);
	at = key->packed;
	for (i = 0; i < fields->n; i++) {
		left = fields->field[i].len;
		for (; left > LENGTH_MASK; left >>= LENGTH_BITS)
			*at++ = (char)((left & LENGTH_MASK) | LENGTH_MORE);
		*at++ = (char)left;
		memcpy(at, fields->field[i].bytes, fields->field[i].len);
		at += fields->field[i].len;
	}
	*len = (size_t)(at - key->packed);
	return key->packed;
}

void
key_unpack(const char *packed, size_t len, struct fields *to)
{
	const char *end = packed + len;
	size_t field_len;
	unsigned shift;

	for (to->n = 0; packed < end; packed += field_len) {
		field_len = 0;
		for (shift = 0; *packed & LENGTH_MORE; shift += LENGTH_BITS)
			field_len |= (size_t)(*packed++ & LENGTH_MASK) << shift;
		field_len |= (size_t)*packed++ << shift;
		to->field = xgrow(to->field, &to->capacity, to->n + 1,
		    sizeof *to->field);
		to->field[to->n++] = (struct record){ packed, field_len };
	}
}

void
key_close(struct key *key)
{
	splitter_close(&key->splitter);
	selection_close(&key->selection);
	fields_close(&key->fields);
	kept_fields_close(&key->kept);
	free(key->packed);
}
