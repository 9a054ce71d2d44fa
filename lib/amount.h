/*
 * amount - the number in a record
 *
 * Layer 3: may include everything below it, field_options, invalid and key.
 * It is the record, or the field that -k names, or the group of -e's match. A
 * record whose number is none is dealt with as --invalid says.
 *
 *	amount_open(&amount, &lists, word, &key);
 *	while (input_next(&in, &record)) {
 *		if (key_of(&key, &in, &record) &&
 *		    amount_of(&amount, &in, &record, &key))
 *			decimal_add(&total, &amount.value);
 *	}
 *	amount_close(&amount);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef AMOUNT_H
#define AMOUNT_H

#include "decimal.h"
#include "invalid.h"
#include <stdbool.h>
#include <stddef.h>

struct input;
struct key;
struct option_list;
struct record;

/* Owns: the value. */
struct amount {
	size_t field; /* SIZE_MAX: the record */
	bool constant; /* value, whatever the record is */
	struct decimal value; /* of the record that was seen last */
	struct invalid invalid;
};

/*
 * Begin as the LISTs of -k and the word of --invalid (NULL: not given) say;
 * key splits the records. Wrong ones end the run.
 */
void amount_open(struct amount *amount, const struct option_list *lists,
    const char *word, struct key *key);

/* Begin with 1 for every record. A LIST of -k must be right nevertheless. */
void amount_open_one(struct amount *amount, const struct option_list *lists,
    const char *word, struct key *key);

/*
 * Find the number in a record that the key has seen, into amount->value.
 * Returns: false where it is none, which is dealt with.
 */
bool amount_of(struct amount *amount, const struct input *in,
    const struct record *record, const struct key *key);

/* Say how many records were left out, if any were, and free. */
void amount_close(struct amount *amount);

#endif
