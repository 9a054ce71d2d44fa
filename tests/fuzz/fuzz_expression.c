/*
 * An expression, a NUL, and records, each ended by a newline: it is refused
 * with a place in it, or gives each record a value or a fault, the same when
 * it is compiled anew; a copy of a value has the same text.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/code.h"
#include "expression/mistake.h"
#include "expression/parse.h"
#include "expression/program.h"
#include "expression/tree.h"
#include "expression/value_text.h"
#include "fuzz.h"
#include "memory.h"
#include "text.h"
#include <stdlib.h>
#include <string.h>

#define LONGEST 1024

/* No number that is multiplied or repeats something has more digits. */
#define DIGITS_MAX 2

/* -------- what may take long and be right -------- */

static bool
is_small(const char *bytes, size_t len)
{
	size_t digits = 0, i;

	for (i = 0; i < len; i++) {
		if (bytes[i] == 'e' || bytes[i] == 'E')
			return false;
		digits = bytes[i] >= '0' && bytes[i] <= '9' ? digits + 1 : 0;
		if (digits > DIGITS_MAX)
			return false;
	}
	return true;
}

static bool
is_leaf(const struct tree *tree)
{
	return !tree || ((tree->n == 0 || (tree->kind == TREE_INDEX &&
	    tree->child[0]->kind == TREE_NAME)) &&
	    (tree->kind != TREE_NUMBER || tree->text.len <= DIGITS_MAX) &&
	    (tree->kind != TREE_STRING || is_small(tree->text.bytes,
	    tree->text.len)));
}

/* Say whether a value can be far larger than what it is made of. */
static bool
multiplies(const struct tree *tree)
{
	static const char *const names[] = { "zfill", "round", "replace",
		"sub", "join", "sum" };
	size_t i;

	if (tree->kind == TREE_FIELD)
		return tree->n > 1;
	if (tree->kind != TREE_CALL)
		return tree->kind == TREE_MULTIPLY ||
		    tree->kind == TREE_POWER || tree->kind == TREE_SHIFT_LEFT;
	for (i = 0; i < sizeof names / sizeof *names; i++) {
		if (tree->text.len == strlen(names[i]) &&
		    memcmp(tree->text.bytes, names[i], tree->text.len) == 0)
			return true;
	}
	return false;
}

/* Say whether nothing that multiplies works on more than small leaves. */
static bool
is_quick(const struct tree *tree, bool *any)
{
	bool leaves = multiplies(tree);
	size_t i;

	*any = *any || leaves;
	for (i = 0; i < tree->n; i++) {
		if (tree->child[i] && ((leaves && !is_leaf(tree->child[i])) ||
		    !is_quick(tree->child[i], any)))
			return false;
	}
	return true;
}

/* -------- running -------- */

struct run {
	struct splitter splitter;
	struct program program;
	struct frame frame;
};

static bool
start(struct run *run, const struct tree *tree, const char *source,
    struct mistake *mistake)
{
	struct scope scope = { NULL, SIZE_MAX, true };

	*run = (struct run){ .frame.source = source };
	scope.splitter = run->frame.splitter = &run->splitter;
	if (!program_compile(&run->program, tree, source, &scope, mistake))
		return false;
	run->frame.reach = run->program.reach;
	run->frame.remembers = run->program.remembers;
	return true;
}

static void
end(struct run *run)
{
	program_close(&run->program);
	frame_close(&run->frame);
	splitter_close(&run->splitter);
}

static void
must_equal(const struct text *a, const struct text *b)
{
	if (a->len != b->len || (a->len > 0 &&
	    memcmp(a->bytes, b->bytes, a->len) != 0))
		abort();
}

static void
check_copy(const struct value *value, const struct text *repr)
{
	struct scratch scratch = { 0 };
	struct value copy = value_copy(value, &scratch);
	struct text text = { 0 };

	value_repr(&copy, &text);
	must_equal(&text, repr);
	text_free(&text);
	scratch_close(&scratch);
}

/* Add what comes of one record. */
static void
add_outcome(struct run *run, const char *record, size_t len,
    struct text *out)
{
	struct text repr = { 0 };
	struct value value;

	run->frame.record = (struct record){ record, len };
	frame_begin(&run->frame, false);
	if (code_run(run->program.code, &run->frame, &value)) {
		value_repr(&value, &repr);
		check_copy(&value, &repr);
		text_add(out, repr.bytes, repr.len);
		value_json(&value, &repr);
	} else {
		text_add(out, run->frame.reason, strlen(run->frame.reason));
	}
	if (run->frame.text.len > 0)
		abort();
	text_add(out, "\n", 1);
	frame_end(&run->frame);
	text_free(&repr);
}

/* Run it on each record, in memory of its own. */
static void
run_all(const struct tree *tree, const char *source, const char *records,
    size_t len, struct text *out)
{
	const char *at = records, *last = records + len, *next;
	struct mistake mistake = { 0 };
	struct run run;
	char *copy;
	size_t n;

	if (!start(&run, tree, source, &mistake)) {
		if (!mistake.reason ||
		    mistake.at + mistake.len > strlen(source))
			abort();
		end(&run);
		return;
	}
	for (; at < last; at = next + (next < last)) {
		next = memchr(at, '\n', (size_t)(last - at));
		if (!next)
			next = last;
		n = (size_t)(next - at);
		copy = xallocate(n, 1);
		memcpy(copy, at, n);
		/* What was kept of it is a copy as well. */
		add_outcome(&run, copy, n, out);
		free(copy);
	}
	end(&run);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	const char *text = (const char *)bytes, *records;
	const uint8_t *nul = len > 0 ? memchr(bytes, '\0', len) : NULL;
	struct tree_arena arena = TREE_ARENA_INIT;
	struct text first = { 0 }, second = { 0 };
	struct mistake mistake = { 0 };
	struct tree *tree;
	char *source;
	size_t n;
	bool any = false;

	if (len > LONGEST || !nul)
		return 0;
	n = (size_t)(nul - bytes);
	source = xcopy(text, n);
	records = text + n + 1;
	len -= n + 1;
	tree = parse(&arena, source, n, &mistake);
	if (!tree && (!mistake.reason || mistake.at + mistake.len > n))
		abort();
	if (tree && is_quick(tree, &any) && (!any || is_small(records, len))) {
		run_all(tree, source, records, len, &first);
		run_all(tree, source, records, len, &second);
		must_equal(&first, &second);
	}
	text_free(&first);
	text_free(&second);
	tree_free(&arena);
	free(source);
	return 0;
}
