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

/* What to write instead of functions of other languages, and of Python. */
static const char *const strangers[][2] = {
	{ "Decimal", "numbers are exact as they are" },
	{ "enumerate", "i is the index of a record" },
	{ "float", "numbers are exact as they are" },
	{ "get", "write row['name'], or 'name' in row" },
	{ "gsub", "did you mean sub?" },
	{ "has", "write 'name' in row" },
	{ "length", "did you mean len?" },
	{ "print", "a value is written as it is" },
	{ "printf", "write f'{x:.2f}'" },
	{ "range", "range is a tool of its own" },
	{ "size", "did you mean len?" },
	{ "sprintf", "write f'{x:.2f}'" },
	{ "strftime", "did you mean isoformat?" },
	{ "strptime", "did you mean timestamp?" },
	{ "substr", "write x[start:end]" },
	{ "tolower", "did you mean lower?" },
	{ "toupper", "did you mean upper?" },
	{ "trim", "did you mean strip?" }
};

static const char *
explain_stranger(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof strangers / sizeof *strangers; i++) {
		if (strcmp(name, strangers[i][0]) == 0)
			return strangers[i][1];
	}
	return NULL;
}

static struct code *
refuse_call(struct compiler *compiler, const struct tree *tree)
{
	char *name = xcopy(tree->text.bytes, tree->text.len);
	const char *hint = explain_stranger(name);
	const char *near = hint ? NULL : function_near(name);
	const char *reason;

	if (hint)
		reason = because("there is no function %.40s; %s", name, hint);
	else if (near)
		reason = because("there is no function %.40s; did you mean "
		    "%s?", name, near);
	else
		reason = because("there is no function %.40s", name);
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
