/*
 * scratch - memory for the values of one record
 *
 * Layer 1: may include layer 0 and decimal. What is taken is never given back
 * one by one: a reset takes all of it back, and the next record uses the
 * same memory, so that in steady state nothing is allocated.
 *
 *	struct scratch scratch = { 0 };
 *	bytes = scratch_take(&scratch, len, 1);
 *	number = scratch_decimal(&scratch);
 *	scratch_reset(&scratch);
 *	scratch_close(&scratch);
 *
 * Owns: all that it handed out.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_SCRATCH_H
#define EXPRESSION_SCRATCH_H

#include <stddef.h>

struct decimal;
struct scratch_block;

/* Its members are for scratch.c. Begins as { 0 }. */
struct scratch {
	struct scratch_block *block; /* the newest, then the older ones */
	size_t used; /* of the newest */
	struct decimal **decimal; /* made of them */
	size_t decimals, made, capacity; /* how many are in use */
};

/* No value may be longer: that is a fault of its record. */
#define SCRATCH_MAX ((size_t)1 << 31)

/*
 * Return room for n things of size bytes each, aligned for any value.
 * Valid: until the reset.
 * Cost: constant; an allocation only where no record before took so much.
 */
void *scratch_take(struct scratch *scratch, size_t n, size_t size);

/* Return a number, of some value. Valid: until the reset. */
struct decimal *scratch_decimal(struct scratch *scratch);

/* Take back all that was handed out, which is something. */
void scratch_empty(struct scratch *scratch);

/* Take back all that was handed out. */
static inline void
scratch_reset(struct scratch *scratch)
{
	if (scratch->used > 0 || scratch->decimals > 0)
		scratch_empty(scratch);
}

/* Free everything. */
void scratch_close(struct scratch *scratch);

#endif
