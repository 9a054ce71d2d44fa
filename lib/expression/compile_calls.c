/*
 * compile_calls - calls of functions in an expression
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/compile_calls.h"
#include "expression/compiler.h"
#include "expression/function.h"
#include "expression/pattern.h"
#include "expression/program.h"
#include "expression/tree.h"
#include "memory.h"
#include "message.h"
#include <stdlib.h>
#include <string.h>

static struct code *
refuse_call(struct compiler *compiler, const struct tree *tree)
{
	char *name = xcopy(tree->text.bytes, tree->text.len);
	const char *near = function_near(name);
	const char *reason = because(near ?
	    "there is no function %.40s; did you mean %s?" :
	    "there is no function %.40s", name, near);

	free(name);
	return compiler_refuse(compiler, tree, reason);
}

/* Say what is wrong with how a function is called; NULL: nothing. */
static const char *
check_call(const struct tree *tree, const struct function *function)
{
	size_t self = tree->method;

	if (tree->method && function->kind != FUNCTION_METHOD)
		return compiler_is_name(tree->child[0], "re") ?
		    because("there are no modules: %s(...) without re.",
		    function->name) : because("%s is no method: %s(...)",
		    function->name, function->name);
	if (tree->n < function->least)
		return because("%s needs %zu argument%s", function->name,
		    function->least - self,
		    function->least - self == 1 ? "" : "s");
	if (tree->n > function->most)
		return because("%s takes at most %zu argument%s",
		    function->name, function->most - self,
		    function->most - self == 1 ? "" : "s");
	return NULL;
}

/* Give a call its pattern, compiled where it is constant. */
static bool
add_pattern(struct compiler *compiler, struct code *code)
{
	struct frame *frame = &compiler->program->frame;
	struct pattern *pattern = compiler_take(compiler, 1, sizeof *pattern);
	const struct code *text = code->child[0];

	pattern->anchored = code->function->kind == FUNCTION_ANCHORED;
	pattern->next = compiler->program->pattern;
	compiler->program->pattern = pattern;
	code->pattern = pattern;
	if (!compiler_is_constant(text) || pattern_set(code->pattern, frame,
	    text->tree, &text->constant))
		return true;
	compiler_refuse(compiler, text->tree, because("%s", frame->reason));
	return false;
}

struct code *
compile_call(struct compiler *compiler, const struct tree *tree)
{
	const struct function *function = function_find(tree->text.bytes,
	    tree->text.len);
	const char *reason;
	struct code *code;

	if (!function)
		return refuse_call(compiler, tree);
	reason = check_call(tree, function);
	if (reason)
		return compiler_refuse(compiler, tree, reason);
	code = compiler_parent(compiler, tree, function_run);
	if (!code)
		return NULL;
	code->function = function;
	if (function->kind != FUNCTION_PATTERN &&
	    function->kind != FUNCTION_ANCHORED)
		return compiler_fold(compiler, code);
	return add_pattern(compiler, code) ? code : NULL;
}
