/*
 * invalid - what to do with a record whose value can't be used
 *
 * Layer 3: may include everything below it, pass and row_options. The option
 * --invalid=WHAT of tools that compute: fail (the default) names the record
 * and ends the run, skip leaves it out and says at the end how many, pass
 * writes it unchanged.
 *
 *	struct invalid invalid;
 *	invalid_open(&invalid, option);
 *	if (!...)
 *		invalid_record(&invalid, &in, &record, "'%s' is ...", word);
 *	invalid_finish(&invalid);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef INVALID_H
#define INVALID_H

#include <stddef.h>
#include <stdint.h>

struct input;
struct record;

struct invalid {
	enum { INVALID_FAIL, INVALID_SKIP, INVALID_PASS } what;
	uint64_t skipped;
};

/* The row of a tool's option table; word is its variable. */
#define INVALID_OPTION(word)                                              \
	{ 0, "invalid", "WHAT", "of bad values: fail, skip or pass",      \
	  .text = &(word) }

/* Read the option's word, NULL where it was not given. */
void invalid_open(struct invalid *invalid, const char *word);

/* Deal with the record that in handed out last. The format says the fault. */
void invalid_record(struct invalid *invalid, const struct input *in,
    const struct record *record, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/*
 * Deal with a record in whose field (from 0; SIZE_MAX: the whole record is
 * the value) value is no number.
 */
void invalid_number(struct invalid *invalid, const struct input *in,
    const struct record *record, const struct record *value, size_t field);

/* Say how many records were left out, if any were. */
void invalid_finish(const struct invalid *invalid);

#endif
