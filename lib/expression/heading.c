/*
 * heading - what the values are called that an expression gives
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "columns.h"
#include "expression/heading.h"
#include "expression/tree.h"
#include "slice.h"
#include "text.h"
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* What one walk through a tree needs. */
struct walk {
	struct columns *names;
	const char *source;
	const struct columns *row;
};

static bool find(struct walk *walk, const struct tree *tree);

static bool
is_word(const struct tree *tree, const char *word)
{
	const size_t len = strlen(word);

	return tree->text.len == len &&
	    memcmp(tree->text.bytes, word, len) == 0;
}

static bool
is_name(const struct tree *tree, const char *name)
{
	return tree->kind == TREE_NAME && is_word(tree, name);
}

/* Say whether a call gives a list or tuple. */
static bool
makes_items(const struct tree *call)
{
	static const char *const words[] = {
		"divmod", "findall", "sorted", "split"
	};
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++) {
		if (is_word(call, words[i]))
			return true;
	}
	return false;
}

/* Say whether it is sure that tree gives one value, no list and no dict. */
static bool
is_single(const struct tree *tree)
{
	size_t i;

	switch ((int)tree->kind) {
	case TREE_NONE:
	case TREE_LIST:
	case TREE_TUPLE:
	case TREE_DICT:
	case TREE_PAIR:
	case TREE_SPREAD:
		return false;
	case TREE_NAME:
		return !is_word(tree, "row") && !is_word(tree, "prev") &&
		    !is_word(tree, "acc");
	case TREE_CALL:
		return !makes_items(tree);
	case TREE_SLICE:
		return is_single(tree->child[0]);
	case TREE_INDEX:
		/* The matches of a pattern may be tuples of its groups. */
		return tree->child[0]->kind == TREE_NAME ?
		    !is_word(tree->child[0], "acc") :
		    tree->child[0]->kind == TREE_CALL &&
		    !is_word(tree->child[0], "findall");
	case TREE_ADD:
		return is_single(tree->child[0]) || is_single(tree->child[1]);
	case TREE_MULTIPLY:
	case TREE_AND:
	case TREE_OR:
		for (i = 0; i < tree->n; i++) {
			if (!is_single(tree->child[i]))
				return false;
		}
		return true;
	case TREE_CONDITION:
		return is_single(tree->child[0]) && is_single(tree->child[2]);
	default:
		return true;
	}
}

/* -------- names -------- */

/* Add a name, of a dict only where it is not there. */
static void
add(struct walk *walk, const struct record *name, bool once)
{
	if (!once || columns_find(walk->names, name->bytes, name->len) ==
	    SIZE_MAX)
		columns_add(walk->names, name->bytes, name->len);
}

static void
add_written(struct walk *walk, const struct tree *tree)
{
	columns_add(walk->names, walk->source + tree->at, tree->len);
}

static bool
find_row(struct walk *walk, bool once)
{
	size_t i;

	if (!walk->row)
		return false;
	for (i = 0; i < columns_n(walk->row); i++)
		add(walk, columns_name(walk->row, i), once);
	return true;
}

/* Read a bound of a slice, where it is an integer that can be told here. */
static bool
read_bound(const struct tree *tree, struct bound *bound)
{
	const bool negative = tree && tree->kind == TREE_NEGATE;
	size_t i;

	*bound = (struct bound){ false, 0 };
	if (!tree || tree->kind == TREE_NONE)
		return true;
	if (negative)
		tree = tree->child[0];
	if (tree->kind != TREE_NUMBER || tree->text.len > 9)
		return false;
	bound->given = true;
	for (i = 0; i < tree->text.len; i++) {
		if (tree->text.bytes[i] < '0' || tree->text.bytes[i] > '9')
			return false;
		bound->value = 10 * bound->value + tree->text.bytes[i] - '0';
	}
	if (negative)
		bound->value = -bound->value;
	return true;
}

/* Add the columns that row[START:STOP:STEP] gives. */
static bool
find_slice(struct walk *walk, const struct tree *tree)
{
	struct slice slice = { .step = 1 };
	struct bound step;
	uint64_t first, n, i;

	if (!walk->row || !read_bound(tree->child[1], &slice.start) ||
	    !read_bound(tree->child[2], &slice.stop) ||
	    !read_bound(tree->child[3], &step) ||
	    (step.given && step.value == 0))
		return false;
	if (step.given)
		slice.step = step.value;
	n = slice_pick(&slice, columns_n(walk->row), &first);
	for (i = 0; i < n; i++)
		add(walk, columns_name(walk->row, (size_t)((int64_t)first +
		    (int64_t)i * slice.step)), false);
	return true;
}

/* Say whether the names of a dict can be told here. */
static bool
is_named(const struct walk *walk, const struct tree *dict)
{
	const struct tree *part;
	size_t i;

	for (i = 0; i < dict->n; i++) {
		part = dict->child[i];
		if (part->kind == TREE_SPREAD ?
		    !walk->row || !is_name(part->child[0], "row") :
		    part->child[0]->kind != TREE_STRING)
			return false;
	}
	return true;
}

static bool
find_dict(struct walk *walk, const struct tree *tree)
{
	size_t i;

	if (!is_named(walk, tree))
		return false;
	for (i = 0; i < tree->n; i++) {
		if (tree->child[i]->kind == TREE_SPREAD)
			find_row(walk, true);
		else
			add(walk, &tree->child[i]->child[0]->text, true);
	}
	return true;
}

/* One of two; None is no row, and so has no names. */
static bool
find_either(struct walk *walk, const struct tree *tree)
{
	if (tree->child[2]->kind == TREE_NONE)
		return find(walk, tree->child[0]);
	if (tree->child[0]->kind == TREE_NONE)
		return find(walk, tree->child[2]);
	return false;
}

static bool
find(struct walk *walk, const struct tree *tree)
{
	size_t i;

	if (is_single(tree)) {
		add_written(walk, tree);
		return true;
	}
	switch ((int)tree->kind) {
	case TREE_LIST:
	case TREE_TUPLE:
		for (i = 0; i < tree->n; i++)
			add_written(walk, tree->child[i]);
		return true;
	case TREE_DICT:
		return find_dict(walk, tree);
	case TREE_NAME:
		return is_word(tree, "row") && find_row(walk, false);
	case TREE_SLICE:
		return is_name(tree->child[0], "row") &&
		    find_slice(walk, tree);
	case TREE_CONDITION:
		return find_either(walk, tree);
	default:
		return false;
	}
}

bool
heading_find(struct columns *names, const struct tree *tree,
    const char *source, const struct columns *row)
{
	struct walk walk = { names, source, row };

	return find(&walk, tree);
}

void
heading_single(struct columns *names, const struct tree *tree,
    const char *source)
{
	columns_add(names, source + tree->at, tree->len);
}

void
heading_number(struct columns *names, const struct tree *tree,
    const char *source, size_t n)
{
	const bool bare = tree->kind == TREE_NAME || tree->kind == TREE_CALL ||
	    tree->kind == TREE_INDEX || tree->kind == TREE_SLICE;
	struct text name = { 0 };
	char number[24];
	size_t i, len;

	if (!bare)
		text_add(&name, "(", 1);
	text_add(&name, source + tree->at, tree->len);
	if (!bare)
		text_add(&name, ")", 1);
	len = name.len;
	for (i = 0; i < n; i++, name.len = len) {
		snprintf(number, sizeof number, "[%zu]", i);
		text_add(&name, number, strlen(number));
		columns_add(names, name.bytes, name.len);
	}
	text_free(&name);
}
