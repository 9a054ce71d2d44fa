/*
 * function - what can be called in an expression
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/frame.h"
#include "expression/function.h"
#include "expression/function_numbers.h"
#include "expression/function_parts.h"
#include "expression/function_patterns.h"
#include "expression/function_texts.h"
#include "expression/function_times.h"
#include "nearest.h"
#include <string.h>

static const struct function *const tables[] = {
	function_numbers, function_texts, function_parts, function_patterns,
	function_times, NULL
};

const struct function *
function_find(const char *name, size_t len)
{
	const struct function *const *table, *function;

	for (table = tables; *table; table++) {
		for (function = *table; function->name; function++) {
			if (strlen(function->name) == len &&
			    memcmp(function->name, name, len) == 0)
				return function;
		}
	}
	return NULL;
}

const char *
function_near(const char *name)
{
	const struct function *const *table, *function;

	for (table = tables; *table; table++) {
		for (function = *table; function->name; function++) {
			if (nearest(name, function->name))
				return function->name;
		}
	}
	return NULL;
}

bool
function_run(const struct code *code, struct frame *frame,
    struct value *result)
{
	struct value few[4], *argument = few;
	size_t i;

	if (code->n > sizeof few / sizeof *few)
		argument = scratch_take(&frame->scratch, code->n,
		    sizeof *argument);
	for (i = 0; i < code->n; i++) {
		if (!code_child(code, i, frame, &argument[i]))
			return false;
	}
	return code->function->call(code, frame, argument, code->n, result);
}
