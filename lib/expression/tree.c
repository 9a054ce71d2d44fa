/*
 * tree - an expression as a tree
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/tree.h"
#include "memory.h"
#include "message.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Most expressions fit into one block. */
#define BLOCK_SIZE 4000

struct tree_block {
	struct tree_block *next;
	size_t used, size;
	max_align_t room[]; /* size bytes */
};

static void
add_block(struct tree_arena *arena, size_t size)
{
	struct tree_block *block;

	if (size < BLOCK_SIZE)
		size = BLOCK_SIZE;
	block = xallocate(sizeof *block + size, 1);
	*block = (struct tree_block){ arena->block, 0, size };
	arena->block = block;
}

void *
tree_allocate(struct tree_arena *arena, size_t size)
{
	const size_t unit = _Alignof(max_align_t);
	char *room;

	if (size > SIZE_MAX / 2)
		die(NULL, "out of memory");
	size = (size + unit - 1) / unit * unit;
	if (!arena->block || size > arena->block->size - arena->block->used)
		add_block(arena, size);
	room = (char *)arena->block->room + arena->block->used;
	arena->block->used += size;
	return room;
}

struct tree *
tree_make(struct tree_arena *arena, enum tree_kind kind, size_t at,
    size_t len)
{
	struct tree *node = tree_allocate(arena, sizeof *node);

	*node = (struct tree){ .kind = kind, .height = 1, .at = at,
		.len = len };
	return node;
}

void
tree_adopt(struct tree_arena *arena, struct tree *node,
    struct tree *const *child, size_t n)
{
	size_t i;

	node->child = tree_allocate(arena, n * sizeof(struct tree *));
	node->n = n;
	for (i = 0; i < n; i++) {
		node->child[i] = child[i];
		if (child[i] && child[i]->height >= node->height)
			node->height = child[i]->height + 1;
	}
}

struct record
tree_copy(struct tree_arena *arena, const char *bytes, size_t len)
{
	char *copy = tree_allocate(arena, len);

	if (len > 0)
		memcpy(copy, bytes, len);
	return (struct record){ copy, len };
}

void
tree_free(struct tree_arena *arena)
{
	struct tree_block *block;

	while ((block = arena->block) != NULL) {
		arena->block = block->next;
		free(block);
	}
}
