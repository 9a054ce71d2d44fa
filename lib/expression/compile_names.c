/*
 * compile_names - names, fields and columns of an expression
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/compile_members.h"
#include "expression/compile_names.h"
#include "expression/compiler.h"
#include "expression/function.h"
#include "expression/mistake.h"
#include "expression/names.h"
#include "expression/program.h"
#include "expression/sequence.h"
#include "expression/tree.h"
#include "memory.h"
#include "message.h"
#include "nearest.h"
#include "splitter.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* One field of the row, or of the one before it. */
static struct code *
make_field(struct compiler *compiler, const struct tree *tree, size_t field,
    bool before)
{
	struct code *code;

	if (compile_has_members(compiler))
		return compile_member_key(compiler, tree, field);
	code = compiler_make(compiler, tree, before ? name_field_before :
	    name_field);
	code->field = field;
	compiler_reach(compiler, field + 1);
	return code;
}

/* Return the field that is called so, from 0; SIZE_MAX: none. */
static size_t
find_column(const struct compiler *compiler, const struct record *name)
{
	return splitter_column(compiler->scope->splitter, name->bytes,
	    name->len);
}

/* Names and what they run, but for x. */
static const struct name {
	const char *name;
	code_function *run;
	bool is_row; /* the one at hand, or the one before */
} names[] = {
	{ "row", name_row, true },
	{ "i", name_index, false },
	{ "prev", name_before, true },
	{ "acc", name_accumulated, false },
};

#define NAMES (sizeof names / sizeof *names)

static const char *
near_name(const char *name)
{
	size_t i;

	for (i = 0; i < NAMES; i++) {
		if (nearest(name, names[i].name))
			return names[i].name;
	}
	return nearest(name, "environ") ? "environ" : NULL;
}

/* Words that other languages have for what is spelled otherwise here. */
static const char *
translate(const char *name)
{
	static const char *const words[][2] = {
		{ "true", "True" }, { "false", "False" }, { "null", "None" },
		{ "none", "None" }, { "nil", "None" }, { "NR", "i + 1" },
		{ "NF", "len(row)" }, { "env", "environ['NAME']" },
		{ "ENVIRON", "environ['NAME']" }, { "line", "x" },
	};
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++) {
		if (strcmp(name, words[i][0]) == 0)
			return words[i][1];
	}
	return NULL;
}

/*
 * Say whether it is what JSON has for True and its like. A member may be
 * called so, but nobody would see that it is None.
 */
static bool
is_word(const struct tree *tree)
{
	static const char *const words[] = { "true", "false", "null", "none",
		"nil" };
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++) {
		if (compiler_is_name(tree, words[i]))
			return true;
	}
	return false;
}

/* Refuse a name that columns could have, where there are any. */
static struct code *
refuse_column(struct compiler *compiler, const struct tree *tree,
    const char *reason)
{
	compiler_refuse(compiler, tree, reason);
	compiler->mistake->is_column = compiler->scope->splitter->columns &&
	    !compile_has_members(compiler);
	return NULL;
}

static struct code *
refuse_name(struct compiler *compiler, const struct tree *tree)
{
	const struct splitter *splitter = compiler->scope->splitter;
	char *name = xcopy(tree->text.bytes, tree->text.len);
	const char *meant = translate(name), *reason;
	const struct record near = splitter_near(splitter, name);

	if (!meant && !near.bytes)
		meant = near_name(name);
	if (meant)
		reason = because("there is no name %.40s; did you mean %s?",
		    name, meant);
	else if (near.bytes)
		reason = because("there is no %s %.40s; did you mean %.*s?",
		    splitter->columns ? "column" : "name", name,
		    near.len < 40 ? (int)near.len : 40, near.bytes);
	else if (function_find(name, strlen(name)))
		reason = because("%.40s is a function: %.40s(...)", name,
		    name);
	else if (splitter->columns)
		reason = because("there is no column %.40s; text stands in "
		    "quotes", name);
	else if (splitter->regexp)
		reason = because("there is no name %.40s, and no group of -e "
		    "is called so", name);
	else
		reason = because("there is no name %.40s; text stands in "
		    "quotes", name);
	free(name);
	return refuse_column(compiler, tree, reason);
}

struct code *
compile_name(struct compiler *compiler, const struct tree *tree)
{
	const size_t key = compiler->scope->key;
	size_t i;

	if (compiler_is_name(tree, "x"))
		return key == SIZE_MAX ?
		    compiler_make(compiler, tree, name_record) :
		    make_field(compiler, tree, key, false);
	if (compiler_is_name(tree, "environ"))
		return compiler_refuse(compiler, tree,
		    "a variable of the environment is environ['NAME']");
	if (compiler_is_name(tree, "acc") && !compiler->scope->accumulates)
		return compiler_refuse(compiler, tree,
		    "acc is there in accumulate and reduce");
	for (i = 0; i < NAMES; i++) {
		if (compiler_is_name(tree, names[i].name))
			break;
	}
	if (compile_has_members(compiler) && (i == NAMES ||
	    names[i].is_row))
		return is_word(tree) ? refuse_name(compiler, tree) :
		    compile_member(compiler, tree);
	if (compiler_is_name(tree, "row") || compiler_is_name(tree, "prev"))
		compiler_reach(compiler, SIZE_MAX);
	if (compiler_is_name(tree, "prev"))
		compiler->program->remembers = true;
	if (i < NAMES)
		return compiler_make(compiler, tree, names[i].run);
	i = find_column(compiler, &tree->text);
	if (i != SIZE_MAX)
		return make_field(compiler, tree, i, false);
	return refuse_name(compiler, tree);
}

/* Refuse the name of a column in row['name']. */
static struct code *
refuse_part(struct compiler *compiler, const struct tree *part)
{
	char *name = xcopy(part->text.bytes, part->text.len);
	const struct record near =
	    splitter_near(compiler->scope->splitter, name);
	const char *reason;

	if (near.bytes)
		reason = because("there is no column '%.40s'; did you mean "
		    "'%.*s'?", name, near.len < 40 ? (int)near.len : 40,
		    near.bytes);
	else if (compiler->scope->splitter->columns)
		reason = because("there is no column '%.40s'", name);
	else
		reason = "there is no column of that name; fields count from "
		    "0: row[0]";
	free(name);
	return refuse_column(compiler, part, reason);
}

/* One field of the row, or of the one before: row[2], row['status']. */
static struct code *
compile_field(struct compiler *compiler, const struct tree *tree, bool before)
{
	const struct tree *part = tree->child[1];
	struct code *index, *code;
	const struct code **child;
	size_t column;

	if (before)
		compiler->program->remembers = true;
	if (part->kind == TREE_STRING) {
		column = find_column(compiler, &part->text);
		if (column != SIZE_MAX)
			return make_field(compiler, tree, column, before);
		return refuse_part(compiler, part);
	}
	index = compiler_compile(compiler, part);
	if (!index)
		return NULL;
	if (compiler_is_constant(index) && index->constant.kind == VALUE_WORD &&
	    index->constant.scale == 0 && index->constant.word >= 0 &&
	    index->constant.word < UINT32_MAX)
		return make_field(compiler, tree,
		    (size_t)index->constant.word, before);
	compiler_reach(compiler, SIZE_MAX);
	code = compiler_make(compiler, tree, before ? name_field_before :
	    name_field_by_value);
	child = compiler_take(compiler, 1, sizeof(struct code *));
	child[0] = index;
	code->child = child;
	code->n = 1;
	return code;
}

struct code *
compile_index(struct compiler *compiler, const struct tree *tree)
{
	const struct tree *whole = tree->child[0];
	struct code *code;

	if (compile_is_part(compiler, tree))
		return compile_part(compiler, tree);
	if (compiler_is_name(whole, "row"))
		return compile_field(compiler, tree, false);
	if (compiler_is_name(whole, "prev"))
		return compile_field(compiler, tree, true);
	if (!compiler_is_name(whole, "environ"))
		return compiler_fold(compiler,
		    compiler_parent(compiler, tree, sequence_index));
	code = compiler_make(compiler, tree, name_environment);
	code->child = compiler_take(compiler, 1, sizeof(struct code *));
	code->n = 1;
	code->child[0] = compiler_compile(compiler, tree->child[1]);
	return code->child[0] ? code : NULL;
}

struct code *
compile_spread(struct compiler *compiler, const struct tree *tree)
{
	struct code *code;

	if (!compiler_is_name(tree->child[0], "row") ||
	    compile_has_members(compiler))
		return compiler_parent(compiler, tree, NULL);
	if (!splitter_has_names(compiler->scope->splitter))
		return compiler_refuse(compiler, tree,
		    "the fields have no names here");
	compiler_reach(compiler, SIZE_MAX);
	code = compiler_make(compiler, tree, NULL);
	code->child = compiler_take(compiler, 1, sizeof(struct code *));
	code->child[0] = compiler_make(compiler, tree->child[0],
	    name_row_by_name);
	code->n = 1;
	return code;
}
