/*
 * compiler - what makes the nodes of an expression ready to run
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/compiler.h"
#include "expression/mistake.h"
#include "expression/names.h"
#include "expression/program.h"
#include "expression/tree.h"
#include <string.h>

struct code *
compiler_refuse(struct compiler *compiler, const struct tree *tree,
    const char *reason)
{
	*compiler->mistake = (struct mistake){ tree->at, tree->len, reason };
	return NULL;
}

void *
compiler_take(struct compiler *compiler, size_t n, size_t size)
{
	void *taken = scratch_take(&compiler->program->frame.scratch, n, size);

	memset(taken, 0, n * size);
	return taken;
}

struct code *
compiler_make(struct compiler *compiler, const struct tree *tree,
    code_function *run)
{
	struct code *code = compiler_take(compiler, 1, sizeof *code);

	code->run = run;
	code->tree = tree;
	return code;
}

struct code *
compiler_constant(struct compiler *compiler, const struct tree *tree,
    struct value value)
{
	struct code *code = compiler_make(compiler, tree, name_constant);

	code->constant = value;
	return code;
}

bool
compiler_is_constant(const struct code *code)
{
	return code->run == name_constant;
}

/* Compile the children of a node, some of which may be left out. */
struct code *
compiler_parent(struct compiler *compiler, const struct tree *tree,
    code_function *run)
{
	struct code *code = compiler_make(compiler, tree, run);
	const struct code **child;
	size_t i;

	child = compiler_take(compiler, tree->n, sizeof(struct code *));
	for (i = 0; i < tree->n; i++) {
		if (!tree->child[i])
			continue;
		child[i] = compiler_compile(compiler, tree->child[i]);
		if (!child[i])
			return NULL;
	}
	code->child = child;
	code->n = tree->n;
	return code;
}

/* Compute what is constant already; what fails will fail when it is run. */
struct code *
compiler_fold(struct compiler *compiler, struct code *code)
{
	struct value value;
	size_t i;

	if (!code)
		return NULL;
	for (i = 0; i < code->n; i++) {
		if (code->child[i] && !compiler_is_constant(code->child[i]))
			return code;
	}
	if (!code_run(code, &compiler->program->frame, &value))
		return code;
	return compiler_constant(compiler, code->tree, value);
}

/* Look no fewer than so many fields into a record. */
void
compiler_reach(struct compiler *compiler, size_t fields)
{
	if (compiler->program->reach < fields)
		compiler->program->reach = fields;
}

bool
compiler_is_name(const struct tree *tree, const char *name)
{
	return tree->kind == TREE_NAME && tree->text.len == strlen(name) &&
	    memcmp(tree->text.bytes, name, tree->text.len) == 0;
}
