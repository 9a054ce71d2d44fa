/*
 * scratch - memory for the values of one record
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "expression/scratch.h"
#include "memory.h"
#include "message.h"
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

#define FIRST_BLOCK 4096

struct scratch_block {
	struct scratch_block *older;
	size_t capacity;
	alignas(max_align_t) char bytes[];
};

static void
add_block(struct scratch *scratch, size_t need)
{
	size_t capacity = scratch->block ? 2 * scratch->block->capacity :
	    FIRST_BLOCK;
	struct scratch_block *block;

	/* Twice what there is can be said, and need is less (scratch_take). */
	if (capacity < need)
		capacity = need;
	block = xallocate(sizeof *block + capacity, 1);
	block->older = scratch->block;
	block->capacity = capacity;
	scratch->block = block;
	scratch->used = 0;
}

void *
scratch_take(struct scratch *scratch, size_t n, size_t size)
{
	const size_t unit = alignof(max_align_t);
	size_t len;
	void *taken;

	if (size > 0 && n > (SIZE_MAX / 4) / size)
		die(NULL, "out of memory");
	len = (n * size + unit - 1) / unit * unit;
	if (!scratch->block || scratch->block->capacity - scratch->used < len)
		add_block(scratch, len);
	taken = scratch->block->bytes + scratch->used;
	scratch->used += len;
	return taken;
}

struct decimal *
scratch_decimal(struct scratch *scratch)
{
	if (scratch->decimals == scratch->made) {
		scratch->decimal = xgrow(scratch->decimal, &scratch->capacity,
		    scratch->made + 1, sizeof(struct decimal *));
		scratch->decimal[scratch->made] =
		    xallocate(1, sizeof **scratch->decimal);
		*scratch->decimal[scratch->made++] =
		    (struct decimal)DECIMAL_INIT;
	}
	return scratch->decimal[scratch->decimals++];
}

static void
free_blocks(struct scratch_block *block)
{
	struct scratch_block *older;

	for (; block; block = older) {
		older = block->older;
		free(block);
	}
}

/* The newest block is the largest: the next record may do with it alone. */
void
scratch_empty(struct scratch *scratch)
{
	scratch->used = 0;
	scratch->decimals = 0;
	if (scratch->block && scratch->block->older) {
		free_blocks(scratch->block->older);
		scratch->block->older = NULL;
	}
}

void
scratch_close(struct scratch *scratch)
{
	size_t i;

	free_blocks(scratch->block);
	for (i = 0; i < scratch->made; i++) {
		decimal_free(scratch->decimal[i]);
		free(scratch->decimal[i]);
	}
	free(scratch->decimal);
	*scratch = (struct scratch){ 0 };
}
