/*
 * key - which part of a record decides where it belongs
 *
 * Layer 3: may include everything below it, field_options and generator. The
 * key is the record, or the fields that -k (or another option) names, or the
 * groups of -e's match. A record that -e does not match has none.
 *
 *	key_open(&key, &lists, "-k", ignore_case);
 *	while (input_next(&in, &record)) {
 *		if (key_of(&key, &in, &record) && key_changed(&key))
 *			key_keep(&key);
 *		...
 *	}
 *	key_close(&key);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef KEY_H
#define KEY_H

#include "fields.h"
#include "input.h"
#include "selection.h"
#include "splitter.h"
#include "text.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct generator;
struct invalid;
struct option_list;

/* So much of a key is shown in a message. */
#define KEY_SHOWN 64

struct key {
	struct splitter splitter;
	struct selection selection;
	size_t reach; /* how many fields are split off */
	bool ignore_case;
	bool starts; /* a value of False is no key */
	bool leads; /* it is the first field, and no other counts */
	bool begun; /* key_next handed out a record */
	bool refused; /* the record seen last is no row: that was dealt with */
	bool again; /* the key seen last is known to be the one that is kept */
	struct invalid *invalid; /* of such records; only rows need it */
	struct generator *generator; /* the key is its value; NULL: fields */
	struct text values; /* the bytes of such a key */
	struct fields fields; /* the key of the record that was seen last */
	struct kept_fields kept; /* the key that was kept last, if any */
	char *text; /* of key_text */
	size_t text_capacity;
};

/*
 * Begin as the options say, with the LISTs of option, as "-k". Wrong ones end
 * the run.
 */
void key_open(struct key *key, const struct option_list *lists,
    const char *option, bool ignore_case);

/*
 * Begin with an expression whose value is the key, a list or tuple one of
 * several fields; None is no key, nor is False where a key only says that
 * something starts. A wrong one ends the run.
 */
void key_open_value(struct key *key, const char *expression,
    bool ignore_case, bool starts);

/* Where no LIST said what the key is, let it be all fields of a row. */
void key_open_columns(struct key *key);

/* Have so many fields of each record in key->splitter.fields at least. */
void key_reach(struct key *key, size_t reach);

/* As key_of, for what has to be split. */
bool key_split(struct key *key, const struct input *in,
    const struct record *record);

/*
 * Find the key of record, into key->fields. Returns: false where it has none.
 * Here, because of a record that is its own key nothing else is asked.
 */
static inline bool
key_of(struct key *key, const struct input *in, const struct record *record)
{
	if (key->reach > 0)
		return key_split(key, in, record);
	key->fields.n = 0;
	fields_push(&key->fields, record->bytes, record->len);
	return true;
}

/* Put the empty key, of one field, in the place of the key seen last. */
void key_set_empty(struct key *key);

/*
 * Go on to the next record that belongs to a group. *keyed: it has a key; one
 * without belongs to the group before it, and at first its key is empty.
 * Returns: as input_next. Rows that are none are left out.
 */
static inline bool
key_next(struct key *key, struct input *in, struct record *record, bool *keyed)
{
	do {
		if (!input_next(in, record))
			return false;
		*keyed = key_of(key, in, record);
	} while (!*keyed && key->refused);
	if (!*keyed && !key->begun) {
		key_set_empty(key);
		*keyed = true;
	}
	key->begun = true;
	return true;
}

/* Say whether the key is the record as it is, all its bytes. */
bool key_is_record(const struct key *key);

/* Say whether the key seen last differs from the one that is kept. */
bool key_changed(const struct key *key);

/*
 * Use the next records, as far as they are at hand and it is plain that they
 * have the kept key again. Returns: how many.
 */
uint64_t key_pass(const struct key *key, struct input *in);

/* Keep the key seen last. */
void key_keep(struct key *key);

/*
 * Return the kept key as text, its fields apart by tabs, a NUL behind it.
 * Valid: until the next call for this key.
 */
const char *key_text(struct key *key, size_t *len);

/* Keys one behind the other, for a table. Begins as { 0 }. Owns: bytes. */
struct packed {
	char *bytes;
	size_t len, capacity;
};

/*
 * Add fields, as one run of bytes that is equal to another's exactly where
 * the fields are equal, and has no letters but theirs.
 */
void packed_add(struct packed *packed, const struct fields *fields);

/* Turn such a run back: to gets views into it. */
void packed_split(const struct record *run, struct fields *to);

void key_close(struct key *key);

#endif
