/*
 * expression/heading - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "columns.h"
#include "expression/heading.h"
#include "expression/mistake.h"
#include "expression/parse.h"
#include "expression/tree.h"
#include "suite.h"
#include "support.h"
#include <stdio.h>
#include <string.h>

/* Where not only values can tell: the names, each in brackets. */
static const struct row {
	const char *expression;
	const char *names; /* NULL: it takes a value */
} rows[] = {
	{ "id", "[id]" },
	{ "x", "[x]" },
	{ "i", "[i]" },
	{ "qty*price", "[qty*price]" },
	{ "( qty + 1 )", "[qty + 1]" },
	{ "id, qty*price", "[id][qty*price]" },
	{ "(id, qty)", "[id][qty]" },
	{ "[id, 2 * (qty + 1), 'a,b']", "[id][2 * (qty + 1)]['a,b']" },
	{ "id,", "[id]" },
	{ "()", "" },
	{ "id, (a, b), row", "[id][(a, b)][row]" },
	{ "id, id", "[id][id]" },
	{ "row", "[id][qty][price][id]" },
	{ "row[1:]", "[qty][price][id]" },
	{ "row[:2]", "[id][qty]" },
	{ "row[1:-1]", "[qty][price]" },
	{ "row[::-2]", "[id][qty]" },
	{ "row[None:2:None]", "[id][qty]" },
	{ "row[7:]", "" },
	{ "row[i:]", NULL },
	{ "row[0.5:]", NULL },
	{ "row[::0]", NULL },
	{ "row[0]", "[row[0]]" },
	{ "row['id'], row[-1]", "[row['id']][row[-1]]" },
	{ "{'id': id, 'total': qty*price}", "[id][total]" },
	{ "{'a': 1, **row, 'id': 2, 'b': 3}", "[a][id][qty][price][b]" },
	{ "{**row}", "[id][qty][price]" },
	{ "{'a': 1, 'a': 2}", "[a]" },
	{ "{}", "" },
	{ "{id: 1}", NULL },
	{ "{'a': 1, **acc}", NULL },
	{ "{'a' + 'b': 1}", NULL },
	{ "None", NULL },
	{ "prev", NULL },
	{ "acc", NULL },
	{ "prev[0]", "[prev[0]]" },
	{ "acc[0]", NULL },
	{ "x.split(',')", NULL },
	{ "x.split(',')[0]", "[x.split(',')[0]]" },
	{ "split(x)[1:]", NULL },
	{ "x[1:]", "[x[1:]]" },
	{ "sorted(row)", NULL },
	{ "divmod(a, b)", NULL },
	{ "findall('a', x)", NULL },
	{ "findall('a', x)[0]", NULL },
	{ "search('a', x)[0]", "[search('a', x)[0]]" },
	{ "max(a, b)", "[max(a, b)]" },
	{ "x + row", "[x + row]" },
	{ "row + row", NULL },
	{ "row * 2", NULL },
	{ "a * 2", "[a * 2]" },
	{ "a and row", NULL },
	{ "a or b", "[a or b]" },
	{ "not row", "[not row]" },
	{ "a in row", "[a in row]" },
	{ "a if b else c", "[a if b else c]" },
	{ "a if b else None", "[a]" },
	{ "None if b else (a, b)", "[a][b]" },
	{ "(a, b) if b else None", "[a][b]" },
	{ "row[:2] if b else None", "[id][qty]" },
	{ "{'t': 1} if a else None if b else c", NULL },
	{ "(a, b) if c else (c, d)", NULL },
	{ "f'{a}-{b}'", "[f'{a}-{b}']" },
	{ "a\n+ b", "[a\n+ b]" },
};

static const char *
show(const struct columns *columns)
{
	static struct bytes text;

	text.len = 0;
	for (size_t i = 0; i < columns_n(columns); i++) {
		const struct record *name = columns_name(columns, i);

		bytes_add(&text, "[", 1);
		bytes_add(&text, name->bytes, name->len);
		bytes_add(&text, "]", 1);
	}
	bytes_add(&text, "", 1);
	return text.at;
}

static const struct tree *
read(struct tree_arena *arena, const char *expression)
{
	struct mistake mistake;
	const struct tree *tree = parse(arena, expression, strlen(expression),
	    &mistake);

	ck_assert_msg(tree != NULL, "%s", expression);
	return tree;
}

START_TEST(finds_names)
{
	static const char *const names[] = { "id", "qty", "price", "id" };
	const struct row *row = &rows[_i];
	struct tree_arena arena = TREE_ARENA_INIT;
	struct columns columns = { 0 }, found = { 0 };
	const struct tree *tree = read(&arena, row->expression);

	for (size_t i = 0; i < 4; i++)
		columns_add(&columns, names[i], strlen(names[i]));
	ck_assert_msg(heading_find(&found, tree, row->expression, &columns) ==
	    (row->names != NULL), "%s", row->expression);
	ck_assert_str_eq(show(&found), row->names ? row->names : "");
	columns_close(&found);
	columns_close(&columns);
	tree_free(&arena);
}
END_TEST

/* Where each row has names of its own, row and **row say nothing. */
START_TEST(knows_no_row_without_columns)
{
	static const char *const expressions[] = {
		"row", "row[:2]", "{**row}", "{'a': 1, **row}",
	};

	for (size_t i = 0; i < 4; i++) {
		struct tree_arena arena = TREE_ARENA_INIT;
		struct columns found = { 0 };

		ck_assert(!heading_find(&found, read(&arena, expressions[i]),
		    expressions[i], NULL));
		ck_assert_uint_eq(columns_n(&found), 0);
		columns_close(&found);
		tree_free(&arena);
	}
}
END_TEST

static const struct row numbered[] = {
	{ "x.split()", "[x.split()[0]][x.split()[1]][x.split()[2]]" },
	{ "prev", "[prev[0]][prev[1]][prev[2]]" },
	{ "row[i:]", "[row[i:][0]][row[i:][1]][row[i:][2]]" },
	{ "a or b", "[(a or b)[0]][(a or b)[1]][(a or b)[2]]" },
};

START_TEST(numbers_names)
{
	const struct row *row = &numbered[_i];
	struct tree_arena arena = TREE_ARENA_INIT;
	struct columns found = { 0 };
	const struct tree *tree = read(&arena, row->expression);
	char bracketed[64];

	snprintf(bracketed, sizeof bracketed, "[%s]", row->expression);
	heading_number(&found, tree, row->expression, 3);
	ck_assert_str_eq(show(&found), row->names);
	columns_close(&found);
	heading_single(&found, tree, row->expression);
	ck_assert_uint_eq(columns_n(&found), 1);
	ck_assert_str_eq(show(&found), bracketed);
	columns_close(&found);
	tree_free(&arena);
}
END_TEST

static Suite *
heading_suite(void)
{
	Suite *suite = suite_create("heading");
	TCase *tc = tcase_create("heading");

	tcase_add_loop_test(tc, finds_names, 0, LENGTH(rows));
	tcase_add_test(tc, knows_no_row_without_columns);
	tcase_add_loop_test(tc, numbers_names, 0, LENGTH(numbered));
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(heading_suite)
