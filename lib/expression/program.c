/*
 * program - an expression made ready to run
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "expression/compile_calls.h"
#include "expression/compile_members.h"
#include "expression/compile_names.h"
#include "expression/compiler.h"
#include "expression/logic.h"
#include "expression/mistake.h"
#include "expression/operators.h"
#include "expression/pattern.h"
#include "expression/program.h"
#include "expression/sequence.h"
#include "expression/layout.h"
#include "expression/tree.h"
#include "format.h"

static struct code *
compile_number(struct compiler *compiler, const struct tree *tree)
{
	struct frame *frame = &compiler->program->frame;
	const char *bytes = tree->text.bytes;
	struct decimal *number = scratch_decimal(&frame->scratch);
	struct decimal *base = scratch_decimal(&frame->scratch);
	struct decimal *digit = scratch_decimal(&frame->scratch);
	size_t i;
	int c;

	if (decimal_parse(number, bytes, tree->text.len))
		return compiler_constant(compiler, tree,
		    value_of_decimal(number, &frame->scratch));
	/* It has a prefix: 0x, 0o or 0b. */
	c = (unsigned char)bytes[1] | ' ';
	decimal_set(base, c == 'x' ? 16 : c == 'o' ? 8 : 2);
	decimal_set(number, 0);
	for (i = 2; i < tree->text.len; i++) {
		c = (unsigned char)bytes[i];
		decimal_set(digit, c <= '9' ? c - '0' : (c | ' ') - 'a' + 10);
		decimal_multiply(number, base);
		decimal_add(number, digit);
	}
	return compiler_constant(compiler, tree,
	    value_of_decimal(number, &frame->scratch));
}

/* Say whether a comparison is one of a value with a word that is known. */
static bool
compares_number(const struct code *code)
{
	return code->run == logic_compare && code->n == 2 &&
	    compiler_is_constant(code->child[1]) &&
	    code->child[1]->constant.kind == VALUE_WORD &&
	    code->tree->comparison[0] <= COMPARE_NOT_EQUAL;
}

static struct code *
compile_compare(struct compiler *compiler, const struct tree *tree)
{
	struct code *code;
	enum tree_kind kind;
	size_t i;

	if (compile_is_presence(compiler, tree))
		return compile_presence(compiler, tree);
	for (i = 0; i + 1 < tree->n; i++) {
		if (tree->comparison[i] != COMPARE_IS &&
		    tree->comparison[i] != COMPARE_IS_NOT)
			continue;
		kind = tree->child[i + 1]->kind;
		if (kind != TREE_NONE && kind != TREE_TRUE &&
		    kind != TREE_FALSE)
			return compiler_refuse(compiler, tree->child[i + 1],
			    "'is' asks for None, True or False; did you mean "
			    "== or !=?");
	}
	code = compiler_fold(compiler,
	    compiler_parent(compiler, tree, logic_compare));
	if (code && compares_number(code))
		code->run = logic_compare_number;
	return code;
}

/* A field of a template, its format read where it is constant. */
static struct code *
compile_layout_field(struct compiler *compiler, const struct tree *tree)
{
	struct code *code = compiler_parent(compiler, tree, layout_field);
	struct format *format;
	const char *reason;
	const struct value *spec;

	if (!code)
		return NULL;
	if (tree->text.len > 0)
		code->conversion = *tree->text.bytes;
	if (code->n < 2 || !compiler_is_constant(code->child[1]))
		return code;
	spec = &code->child[1]->constant;
	format = compiler_take(compiler, 1, sizeof *format);
	reason = format_parse(format, spec->bytes, spec->len);
	if (reason)
		return compiler_refuse(compiler, code->child[1]->tree, reason);
	code->format = format;
	code->n = 1;
	return code;
}

static struct code *
compile_none(struct compiler *compiler, const struct tree *tree)
{
	return compiler_constant(compiler, tree,
	    (struct value){ .kind = VALUE_NONE });
}

static struct code *
compile_truth(struct compiler *compiler, const struct tree *tree)
{
	return compiler_constant(compiler, tree,
	    value_bool(tree->kind == TREE_TRUE));
}

static struct code *
compile_string(struct compiler *compiler, const struct tree *tree)
{
	/* No bytes may be no pointer, which is no place to count from. */
	return compiler_constant(compiler, tree, value_of_text(
	    tree->text.len > 0 ? tree->text.bytes : "", tree->text.len));
}

/* Pairs are run by their dict. */
static struct code *
compile_pair(struct compiler *compiler, const struct tree *tree)
{
	return compiler_parent(compiler, tree, NULL);
}

static struct code *
compile_dict(struct compiler *compiler, const struct tree *tree)
{
	return compiler_parent(compiler, tree, sequence_dict);
}

/* What compiles a node; or what runs one that needs only its children. */
static const struct {
	struct code *(*compile)(struct compiler *, const struct tree *);
	code_function *run;
} kinds[] = {
	[TREE_NONE] = { .compile = compile_none },
	[TREE_TRUE] = { .compile = compile_truth },
	[TREE_FALSE] = { .compile = compile_truth },
	[TREE_NUMBER] = { .compile = compile_number },
	[TREE_STRING] = { .compile = compile_string },
	[TREE_TEMPLATE] = { .run = layout_join },
	[TREE_FIELD] = { .compile = compile_layout_field },
	[TREE_NAME] = { .compile = compile_name },
	[TREE_LIST] = { .run = sequence_list },
	[TREE_TUPLE] = { .run = sequence_tuple },
	[TREE_DICT] = { .compile = compile_dict },
	[TREE_PAIR] = { .compile = compile_pair },
	[TREE_SPREAD] = { .compile = compile_spread },
	[TREE_NEGATE] = { .run = operator_negate },
	[TREE_POSITIVE] = { .run = operator_positive },
	[TREE_INVERT] = { .run = operator_invert },
	[TREE_NOT] = { .run = logic_not },
	[TREE_AND] = { .run = logic_and },
	[TREE_OR] = { .run = logic_or },
	[TREE_ADD] = { .run = operator_add },
	[TREE_SUBTRACT] = { .run = operator_subtract },
	[TREE_MULTIPLY] = { .run = operator_multiply },
	[TREE_DIVIDE] = { .run = operator_divide },
	[TREE_FLOOR_DIVIDE] = { .run = operator_floor_divide },
	[TREE_MODULO] = { .run = operator_modulo },
	[TREE_POWER] = { .run = operator_power },
	[TREE_BIT_AND] = { .run = operator_bit_and },
	[TREE_BIT_OR] = { .run = operator_bit_or },
	[TREE_BIT_XOR] = { .run = operator_bit_xor },
	[TREE_SHIFT_LEFT] = { .run = operator_shift_left },
	[TREE_SHIFT_RIGHT] = { .run = operator_shift_right },
	[TREE_COMPARE] = { .compile = compile_compare },
	[TREE_CONDITION] = { .run = logic_condition },
	[TREE_CALL] = { .compile = compile_call },
	[TREE_INDEX] = { .compile = compile_index },
	[TREE_SLICE] = { .run = sequence_slice },
};

struct code *
compiler_compile(struct compiler *compiler, const struct tree *tree)
{
	if (kinds[tree->kind].compile)
		return kinds[tree->kind].compile(compiler, tree);
	return compiler_fold(compiler, compiler_parent(compiler, tree,
	    kinds[tree->kind].run));
}

bool
program_compile(struct program *program, const struct tree *tree,
    const char *source, const struct scope *scope, struct mistake *mistake)
{
	struct compiler compiler = { program, scope, mistake };

	*program = (struct program){ .frame.source = source };
	program->code = compiler_compile(&compiler, tree);
	return program->code != NULL;
}

void
program_close(struct program *program)
{
	struct pattern *pattern = program->pattern;

	for (; pattern; pattern = pattern->next)
		pattern_close(pattern);
	frame_close(&program->frame);
}
