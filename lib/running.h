/*
 * running - a result that each record changes
 *
 * Layer 3: may include everything below it, field_options,
 * fold, generator. The value of -f:
 * a word for a fold or an expression that knows acc, the result so far. The
 * first record is the first result, or where -I gives one that is there
 * before.
 *
 *	running_open(&running, func, &keys, invalid, initial);
 *	while (generator_next(&running.generator, &in)) {
 *		if (running_take(&running, &in))
 *			generator_write(&running.generator, &in,
 *			    running_result(&running));
 *	}
 *	running_close(&running);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef RUNNING_H
#define RUNNING_H

#include "expression/program.h"
#include "expression/scratch.h"
#include "generator.h"
#include <stdbool.h>

struct fold;
struct input;
struct option_list;
struct value;

/* Its members are for running.c; tools use the generator. */
struct running {
	struct generator generator; /* its program is for all but the first */
	const struct fold *fold; /* NULL: an expression */
	struct program first; /* for the first record */
	struct scratch kept, spare; /* what acc points to, and will next */
	const char *initial; /* of -I; NULL: none */
	bool begun; /* there is a result */
};

/*
 * Read the values of -f and -I (NULL: not given), the LISTs of -k and the
 * word of --invalid. Wrong ones end the run.
 */
void running_open(struct running *running, const char *func,
    const char *initial, const struct option_list *keys,
    const char *invalid);

/* Forget the result: begin again, as with the first record. */
void running_restart(struct running *running);

/*
 * Take the record at hand into the result.
 * Returns: false where it has no value; that was dealt with.
 */
bool running_take(struct running *running, const struct input *in);

/* Return the result; NULL where there is none, for want of records. */
const struct value *running_result(struct running *running);

/* Say how many records were left out, if any were, and free all. */
void running_close(struct running *running);

#endif
