/*
 * amount - the number in a record
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "amount.h"
#include "field_options.h"
#include "key.h"
#include "message.h"
#include <stdint.h>

/* Return the field that -k names; SIZE_MAX: none. */
static size_t
named_field(const struct option_list *lists, const struct key *key)
{
	struct selection selection = { 0 };
	size_t field = SIZE_MAX;

	field_options_select(&selection, lists, "-k", &key->splitter);
	if (selection.n > 0) {
		field = selection.range->first;
		if (selection.n > 1 || selection.range->last != field)
			die_usage("-k", "one field is the number, not several");
	}
	selection_close(&selection);
	return field;
}

static void
open_field(struct amount *amount, size_t field, const char *word,
    struct key *key)
{
	*amount = (struct amount){ .field = field, .value = DECIMAL_INIT };
	invalid_open(&amount->invalid, word);
	if (field != SIZE_MAX)
		key_reach(key, field + 1);
}

void
amount_open(struct amount *amount, const struct option_list *lists,
    const char *word, struct key *key)
{
	const struct regexp *regexp = key->splitter.regexp;
	size_t field = named_field(lists, key);

	if (regexp && field == SIZE_MAX) {
		if (regexp_groups(regexp) > 1)
			die_usage("-e", "it has %zu groups; say with -k which "
			    "is the number", regexp_groups(regexp));
		field = 0;
	}
	if (field == SIZE_MAX)
		field = field_options_only(&key->splitter);
	open_field(amount, field, word, key);
}

void
amount_open_one(struct amount *amount, const struct option_list *lists,
    const char *word, struct key *key)
{
	open_field(amount, named_field(lists, key), word, key);
	amount->constant = true;
	decimal_set(&amount->value, 1);
}

bool
amount_of(struct amount *amount, const struct input *in,
    const struct record *record, const struct key *key)
{
	static const struct record none = { "", 0 };
	const struct fields *fields = &key->splitter.fields;
	const struct record *number = record;

	if (amount->constant)
		return true;
	if (amount->field != SIZE_MAX)
		number = amount->field < fields->n ?
		    &fields->field[amount->field] : &none;
	if (decimal_parse(&amount->value, number->bytes, number->len))
		return true;
	invalid_number(&amount->invalid, in, record, number, amount->field);
	return false;
}

void
amount_close(struct amount *amount)
{
	invalid_finish(&amount->invalid);
	decimal_free(&amount->value);
}
