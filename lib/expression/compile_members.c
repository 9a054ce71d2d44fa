/*
 * compile_members - the members of JSON objects in an expression
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/compile_members.h"
#include "expression/compiler.h"
#include "expression/logic.h"
#include "expression/members.h"
#include "expression/program.h"
#include "expression/tree.h"
#include "json_object.h"
#include "splitter.h"

bool
compile_has_members(const struct compiler *compiler)
{
	return compiler->scope->splitter->object != NULL;
}

static struct json_object *
object(const struct compiler *compiler)
{
	return compiler->scope->splitter->object;
}

static struct code *
make(struct compiler *compiler, const struct tree *tree, code_function *run,
    size_t column)
{
	struct code *code = compiler_make(compiler, tree, run);

	code->field = column;
	return code;
}

struct code *
compile_member_key(struct compiler *compiler, const struct tree *tree,
    size_t field)
{
	const struct record name =
	    splitter_name(compiler->scope->splitter, field);

	return make(compiler, tree, member_value,
	    json_object_want(object(compiler), name.bytes, name.len));
}

struct code *
compile_member(struct compiler *compiler, const struct tree *tree)
{
	if (compiler_is_name(tree, "row"))
		return compiler_make(compiler, tree, member_row);
	if (compiler_is_name(tree, "prev")) {
		compiler->program->remembers = true;
		return compiler_make(compiler, tree, member_before);
	}
	return make(compiler, tree, member_value,
	    json_object_want_path(object(compiler), &tree->text, 1));
}

/* Return what indices are put to; *n becomes how many. */
static const struct tree *
find_root(const struct tree *tree, size_t *n)
{
	for (*n = 0; tree->kind == TREE_INDEX; tree = tree->child[0])
		++*n;
	return tree;
}

static bool
is_row(const struct tree *root)
{
	return compiler_is_name(root, "row") || compiler_is_name(root, "prev");
}

bool
compile_is_part(const struct compiler *compiler, const struct tree *tree)
{
	static const char *const others[] = { "environ", "acc", "i" };
	const struct tree *root;
	size_t n, i;

	if (!compile_has_members(compiler))
		return false;
	root = find_root(tree, &n);
	for (i = 0; i < sizeof others / sizeof *others; i++) {
		if (compiler_is_name(root, others[i]))
			return false;
	}
	return root->kind == TREE_NAME;
}

/* Say whether all n indices are names that are known beforehand. */
static bool
is_path(const struct tree *tree, size_t n)
{
	for (; n > 0; n--, tree = tree->child[0]) {
		if (tree->child[1]->kind != TREE_STRING)
			return false;
	}
	return true;
}

/* Make ready a[..][..] or row['a'][..]: names alone lead to the member. */
static struct code *
compile_path(struct compiler *compiler, const struct tree *tree,
    const struct tree *root, size_t n)
{
	struct record *path;
	const struct tree *at = tree;
	const bool before = compiler_is_name(root, "prev");
	size_t names = n + !is_row(root), i = names;

	path = compiler_take(compiler, names, sizeof *path);
	path[0] = root->text;
	for (; at != root; at = at->child[0])
		path[--i] = at->child[1]->text;
	if (before)
		compiler->program->remembers = true;
	return make(compiler, tree, before ? member_value_before :
	    member_value, json_object_want_path(object(compiler), path,
	    names));
}

struct code *
compile_part(struct compiler *compiler, const struct tree *tree)
{
	size_t n;
	const struct tree *root = find_root(tree, &n);
	const struct tree *index = tree->child[1];

	if (!compiler_is_name(root, "x") && is_path(tree, n))
		return compile_path(compiler, tree, root, n);
	if (n == 1 && is_row(root) && (index->kind == TREE_NUMBER ||
	    index->kind == TREE_NEGATE))
		return compiler_refuse(compiler, index, "the members of an "
		    "object have names and no numbers: row['name']");
	return compiler_parent(compiler, tree, member_index);
}

bool
compile_is_presence(const struct compiler *compiler, const struct tree *tree)
{
	return compile_has_members(compiler) && tree->n == 2 &&
	    (tree->comparison[0] == COMPARE_IN ||
	    tree->comparison[0] == COMPARE_NOT_IN) &&
	    tree->child[0]->kind == TREE_STRING &&
	    compiler_is_name(tree->child[1], "row");
}

struct code *
compile_presence(struct compiler *compiler, const struct tree *tree)
{
	struct code *code, *without;
	const struct code **child;

	code = make(compiler, tree, member_is_there, json_object_want_path(
	    object(compiler), &tree->child[0]->text, 1));
	if (tree->comparison[0] == COMPARE_IN)
		return code;
	without = compiler_make(compiler, tree, logic_not);
	child = compiler_take(compiler, 1, sizeof(struct code *));
	child[0] = code;
	without->child = child;
	without->n = 1;
	return without;
}
