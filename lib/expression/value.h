/*
 * value - what an expression computes with
 *
 * Layer 1: may include layer 0, decimal, expression/scratch, numeral, record,
 * regexp. A value is small and copied freely; what it points to lives in a
 * scratch, in the record, or in the expression. Numbers are machine words with
 * a scale while they fit, else decimals. What comes from input is a kind of
 * its own: it is text that may turn out to be a number.
 *
 *	struct value value = value_word(42);
 *	if (value_truth(&value))
 *		kept = value_copy(&value, &scratch);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_VALUE_H
#define EXPRESSION_VALUE_H

#include "record.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct decimal;
struct regexp;
struct scratch;

enum value_kind {
	VALUE_NONE,
	VALUE_BOOL, /* word: 0 or 1 */
	VALUE_WORD, /* word / 10^scale */
	VALUE_DECIMAL, /* a number that no word holds */
	VALUE_TEXT, /* len bytes */
	VALUE_INPUT, /* likewise, from a record or from the environment */
	VALUE_LIST, /* len items */
	VALUE_TUPLE, /* likewise */
	VALUE_DICT, /* len pairs: 2 * len items, each name before its value */
	VALUE_MATCH, /* len groups, the whole match the first */
};

struct value {
	enum value_kind kind;
	uint32_t scale; /* of a word; of input: its field from 1, 0 for none */
	union {
		int64_t word;
		const struct decimal *decimal;
		const char *bytes;
		const struct value *item;
	};
	union {
		size_t len;
		const struct regexp *regexp; /* of a match: it knows the len */
	};
};

static inline struct value
value_bool(bool truth)
{
	return (struct value){ .kind = VALUE_BOOL, .word = truth };
}

static inline struct value
value_word(int64_t word)
{
	return (struct value){ .kind = VALUE_WORD, .word = word };
}

/*
 * The same in place. A whole value that is copied right after it was made in
 * parts has to wait for these, which costs more than the rest.
 */
static inline void
value_set_bool(struct value *value, bool truth)
{
	value->kind = VALUE_BOOL;
	value->word = truth;
}

static inline void
value_set_scaled(struct value *value, int64_t word, uint32_t scale)
{
	value->kind = VALUE_WORD;
	value->scale = scale;
	value->word = word;
}

static inline void
value_set_word(struct value *value, int64_t word)
{
	value_set_scaled(value, word, 0);
}

static inline void
value_set_input(struct value *value, const struct record *bytes,
    uint32_t field)
{
	value->kind = VALUE_INPUT;
	value->scale = field;
	value->bytes = bytes->bytes;
	value->len = bytes->len;
}

/* Valid: while the bytes are, as with those that follow. */
static inline struct value
value_of_text(const char *bytes, size_t len)
{
	return (struct value){ .kind = VALUE_TEXT, .bytes = bytes,
	    .len = len };
}

/* field counts from 1; 0: the bytes are no field. */
static inline struct value
value_input(const struct record *bytes, uint32_t field)
{
	return (struct value){ .kind = VALUE_INPUT, .scale = field,
	    .bytes = bytes->bytes, .len = bytes->len };
}

static inline struct value
value_list(enum value_kind kind, const struct value *item, size_t len)
{
	return (struct value){ .kind = kind, .item = item, .len = len };
}

/* Say whether it is text, from input or not. */
static inline bool
value_is_text(const struct value *value)
{
	return value->kind == VALUE_TEXT || value->kind == VALUE_INPUT;
}

/* Say whether it is a number by itself; True and False are. */
static inline bool
value_is_number(const struct value *value)
{
	return value->kind == VALUE_WORD || value->kind == VALUE_DECIMAL ||
	    value->kind == VALUE_BOOL;
}

/* Return how many items a list, tuple or match has, or pairs a dict. */
size_t value_len(const struct value *value);

/* Return what Python calls the type, for messages: "a list". */
const char *value_type(const struct value *value);

/* Say whether it is true: not None, zero or empty. */
bool value_truth_of(const struct value *value);

static inline bool
value_truth(const struct value *value)
{
	return value->kind == VALUE_BOOL ? value->word != 0 :
	    value_truth_of(value);
}

/* Make the number that decimal holds; scratch keeps what no word can. */
struct value value_of_decimal(const struct decimal *decimal,
    struct scratch *scratch);

/*
 * Read the number that text is, as decimal_parse does.
 * Returns: false where it is none.
 */
bool value_parse(const struct value *text, struct value *number,
    struct scratch *scratch);

/* Set decimal to the number that value is (value_is_number). */
void value_get_decimal(const struct value *value, struct decimal *decimal);

/* Find the value of a name in a dict; NULL where there is none. */
const struct value *value_find(const struct value *dict, const char *name,
    size_t len);

/* Return how many values stand one in the other; 1: there is none inside. */
size_t value_height(const struct value *value);

/*
 * Copy the value with all that it points to. A match becomes a tuple of its
 * groups: the pattern may be another one by then. Valid: while scratch keeps.
 */
struct value value_copy(const struct value *value, struct scratch *scratch);

#endif
