/*
 * parse - unit tests. Trees are written as expressions with parentheses
 * around whatever has parts; what is expected was compared with Python's ast.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/mistake.h"
#include "expression/parse.h"
#include "expression/parser.h"
#include "expression/tree.h"
#include "suite.h"
#include "support.h"
#include <stdio.h>
#include <string.h>

/* -------- a tree as text -------- */

static const char *const signs[] = {
	[TREE_NONE] = "None", [TREE_TRUE] = "True", [TREE_FALSE] = "False",
	[TREE_NEGATE] = "-", [TREE_POSITIVE] = "+", [TREE_INVERT] = "~",
	[TREE_NOT] = "not ", [TREE_AND] = " and ", [TREE_OR] = " or ",
	[TREE_ADD] = " + ", [TREE_SUBTRACT] = " - ", [TREE_MULTIPLY] = " * ",
	[TREE_DIVIDE] = " / ", [TREE_FLOOR_DIVIDE] = " // ",
	[TREE_MODULO] = " % ", [TREE_POWER] = " ** ", [TREE_BIT_AND] = " & ",
	[TREE_BIT_OR] = " | ", [TREE_BIT_XOR] = " ^ ",
	[TREE_SHIFT_LEFT] = " << ", [TREE_SHIFT_RIGHT] = " >> ",
	[TREE_LIST] = ", ", [TREE_TUPLE] = ", ", [TREE_DICT] = ", ",
	[TREE_PAIR] = ": ", [TREE_SPREAD] = "**", [TREE_CALL] = ", ",
	[TREE_SLICE] = ":", [TREE_TEMPLATE] = "", [TREE_FIELD] = ":",
	[TREE_INDEX] = ""
};

static const char *const compared[] = { "<", "<=", ">", ">=", "==", "!=",
	"in", "not in", "is", "is not" };

static void
add(struct bytes *bytes, const char *text)
{
	bytes_add(bytes, text, strlen(text));
}

static void dump(struct bytes *bytes, const struct tree *node);

/* Add children from the first on, with the kind's sign between them. */
static void
dump_from(struct bytes *bytes, const struct tree *node, size_t first)
{
	char sign[16];

	for (size_t i = first; i < node->n; i++) {
		snprintf(sign, sizeof sign, node->kind == TREE_COMPARE ?
		    " %s " : "%s", node->kind == TREE_COMPARE ?
		    compared[i > 0 ? node->comparison[i - 1] : 0] :
		    signs[node->kind]);
		if (i > first)
			add(bytes, sign);
		if (node->child[i])
			dump(bytes, node->child[i]);
	}
}

static void
dump_string(struct bytes *bytes, const struct tree *node)
{
	char shown[8];

	add(bytes, "'");
	for (size_t i = 0; i < node->text.len; i++) {
		const unsigned char c = (unsigned char)node->text.bytes[i];

		snprintf(shown, sizeof shown, c < ' ' || c == '\\' ||
		    c > '~' ? "\\x%02x" : "%c", c);
		add(bytes, shown);
	}
	add(bytes, "'");
}

static void
dump_call(struct bytes *bytes, const struct tree *node)
{
	if (node->method) {
		dump(bytes, node->child[0]);
		add(bytes, ".");
	}
	bytes_add(bytes, node->text.bytes, node->text.len);
	add(bytes, "(");
	dump_from(bytes, node, node->method ? 1 : 0);
	add(bytes, ")");
}

static void
dump_field(struct bytes *bytes, const struct tree *node)
{
	add(bytes, "{");
	dump(bytes, node->child[0]);
	if (node->text.len > 0)
		add(bytes, "!");
	bytes_add(bytes, node->text.bytes, node->text.len);
	if (node->n > 1)
		add(bytes, ":");
	dump_from(bytes, node, 1);
	add(bytes, "}");
}

static void
dump_subscript(struct bytes *bytes, const struct tree *node)
{
	dump(bytes, node->child[0]);
	add(bytes, "[");
	dump_from(bytes, node, 1);
	add(bytes, "]");
}

static void
dump_condition(struct bytes *bytes, const struct tree *node)
{
	add(bytes, "(");
	dump(bytes, node->child[0]);
	add(bytes, " if ");
	dump(bytes, node->child[1]);
	add(bytes, " else ");
	dump(bytes, node->child[2]);
	add(bytes, ")");
}

/* Add the children of a node that has nothing of its own but a sign. */
static void
dump_plain(struct bytes *bytes, const struct tree *node)
{
	const bool listed = node->kind == TREE_LIST;
	const bool braced = node->kind == TREE_DICT;
	const bool bare = node->kind == TREE_PAIR || node->kind == TREE_SPREAD;

	add(bytes, listed ? "[" : braced ? "{" :
	    node->kind == TREE_TEMPLATE ? "f(" : bare ? "" : "(");
	if (node->n == 1 && !listed && !braced && node->kind != TREE_TUPLE)
		add(bytes, signs[node->kind]);
	dump_from(bytes, node, 0);
	if (node->kind == TREE_TUPLE)
		add(bytes, ",");
	add(bytes, listed ? "]" : braced ? "}" : bare ? "" : ")");
}

static void
dump(struct bytes *bytes, const struct tree *node)
{
	if (node->kind <= TREE_FALSE)
		add(bytes, signs[node->kind]);
	else if (node->kind == TREE_STRING)
		dump_string(bytes, node);
	else if (node->kind == TREE_NAME || node->kind == TREE_NUMBER)
		bytes_add(bytes, node->text.bytes, node->text.len);
	else if (node->kind == TREE_CALL)
		dump_call(bytes, node);
	else if (node->kind == TREE_FIELD)
		dump_field(bytes, node);
	else if (node->kind == TREE_INDEX || node->kind == TREE_SLICE)
		dump_subscript(bytes, node);
	else if (node->kind == TREE_CONDITION)
		dump_condition(bytes, node);
	else
		dump_plain(bytes, node);
}

/* -------- what is read -------- */

static const struct row {
	const char *text, *tree;
} rows[] = {
	{ "x", "x" },
	{ " \t\n x\r\n", "x" },
	{ "None", "None" },
	{ "True, False", "(True, False,)" },
	{ "Nonesuch", "Nonesuch" },
	{ "gr\xc3\xb6\xc3\x9f""e", "gr\xc3\xb6\xc3\x9f""e" },
	{ "\xe9", "\xe9" },
	{ "_1", "_1" },
	/* numbers */
	{ "0", "0" },
	{ "00", "00" },
	{ "1_000_000", "1000000" },
	{ "1.5", "1.5" },
	{ ".5", ".5" },
	{ "5.", "5." },
	{ "0.5e-3", "0.5e-3" },
	{ "1E6", "1E6" },
	{ "1e+1_0", "1e+10" },
	{ "012.5", "012.5" },
	{ "0x_1F", "0x1F" },
	{ "0o17", "0o17" },
	{ "0b1_0", "0b10" },
	{ "1e999999", "1e999999" },
	{ "1 .upper()", "1.upper()" },
	/* precedence */
	{ "a + b * c", "(a + (b * c))" },
	{ "a * b + c", "((a * b) + c)" },
	{ "a - b - c", "((a - b) - c)" },
	{ "a / b // c % d * e", "((((a / b) // c) % d) * e)" },
	{ "-2 ** 2", "(-(2 ** 2))" },
	{ "2 ** -1", "(2 ** (-1))" },
	{ "2 ** 3 ** 2", "(2 ** (3 ** 2))" },
	{ "2 ** -3 ** 2", "(2 ** (-(3 ** 2)))" },
	{ "-a * -b", "((-a) * (-b))" },
	{ "- + ~ a", "(-(+(~a)))" },
	{ "x--1", "(x - (-1))" },
	{ "x ++ y", "(x + (+y))" },
	{ "~x[0].f()", "(~x[0].f())" },
	{ "-x[0] ** 2", "(-(x[0] ** 2))" },
	{ "a << b + c", "(a << (b + c))" },
	{ "a << b >> c", "((a << b) >> c)" },
	{ "a | b ^ c & d << e", "(a | (b ^ (c & (d << e))))" },
	{ "a & b ^ c | d", "(((a & b) ^ c) | d)" },
	{ "a & b == c", "((a & b) == c)" },
	{ "a < b + c", "(a < (b + c))" },
	{ "a < b <= c > d >= e == f != g",
	    "(a < b <= c > d >= e == f != g)" },
	{ "(a < b) < c", "((a < b) < c)" },
	{ "a in b not in c", "(a in b not in c)" },
	{ "a is b is not c", "(a is b is not c)" },
	{ "a is(not b)", "(a is (not b))" },
	{ "not a == b", "(not (a == b))" },
	{ "not not a", "(not (not a))" },
	{ "not a in b", "(not (a in b))" },
	{ "a and b or c and d", "((a and b) or (c and d))" },
	{ "a and b and c", "(a and b and c)" },
	{ "(a and b) and c", "((a and b) and c)" },
	{ "a or b or c", "(a or b or c)" },
	{ "not a and not b", "((not a) and (not b))" },
	{ "a if b else c", "(a if b else c)" },
	{ "a if b else c if d else e", "(a if b else (c if d else e))" },
	{ "(a if b else c) if d else e", "((a if b else c) if d else e)" },
	{ "a or b if c or d else e or f",
	    "((a or b) if (c or d) else (e or f))" },
	{ "a if b else c, d", "((a if b else c), d,)" },
	/* tuples, lists, dicts */
	{ "()", "(,)" },
	{ "(a)", "a" },
	{ "((a))", "a" },
	{ "(a,)", "(a,)" },
	{ "a,", "(a,)" },
	{ "a, b", "(a, b,)" },
	{ "a, b,", "(a, b,)" },
	{ "(a, b), c", "((a, b,), c,)" },
	{ "((a, b))", "(a, b,)" },
	{ "((a,),)", "((a,),)" },
	{ "[]", "[]" },
	{ "[a]", "[a]" },
	{ "[a, [b, (c)],]", "[a, [b, c]]" },
	{ "{}", "{}" },
	{ "{'a': 1, b: c if d else e}", "{'a': 1, b: (c if d else e)}" },
	{ "{**row, 'id': i,}", "{**row, 'id': i}" },
	{ "{a: {b: c}}", "{a: {b: c}}" },
	{ "{a: b}['c']", "{a: b}['c']" },
	/* calls, indices, slices */
	{ "f()", "f()" },
	{ "f(a, b + c,)", "f(a, (b + c))" },
	{ "f ( (a, b) )", "f((a, b,))" },
	{ "x.f()", "x.f()" },
	{ "x.f(a).g(b, c)", "x.f(a).g(b, c)" },
	{ "'a'.join(x)", "'a'.join(x)" },
	{ "f(a)[0]", "f(a)[0]" },
	{ "(a + b).f()", "(a + b).f()" },
	{ "row[-1]", "row[(-1)]" },
	{ "row[1][2]", "row[1][2]" },
	{ "x[:]", "x[::]" },
	{ "x[::]", "x[::]" },
	{ "x[1:]", "x[1::]" },
	{ "x[:1]", "x[:1:]" },
	{ "x[1:2]", "x[1:2:]" },
	{ "x[::2]", "x[::2]" },
	{ "x[1::2]", "x[1::2]" },
	{ "x[a:b:c]", "x[a:b:c]" },
	{ "x[a if b else c:]", "x[(a if b else c)::]" },
	{ "[a][0]", "[a][0]" },
	{ "x[[a][0]:]", "x[[a][0]::]" },
	{ "x[{a: b}]", "x[{a: b}]" },
	{ "x[(a, b)]", "x[(a, b,)]" },
	/* strings */
	{ "''", "''" },
	{ "\"it's\"", "'it's'" },
	{ "'a' \"b\"\n'c'", "'abc'" },
	{ "'''a'b''c\n'''", "'a'b''c\\x0a'" },
	{ "'' 'a'", "'a'" },
	{ "\"\"\"\"a\"\"\"", "'\"a'" },
	{ "'\\n\\t\\\\\\'\\\"\\a\\b\\f\\v\\r'",
	    "'\\x0a\\x09\\x5c'\"\\x07\\x08\\x0c\\x0b\\x0d'" },
	{ "'\\0\\12\\1234\\8'", "'\\x00\\x0aS4\\x5c8'" },
	{ "'\\777'", "'\\xc7\\xbf'" },
	{ "'\\x41\\xe9\\u20ac\\U0001f600'",
	    "'A\\xc3\\xa9\\xe2\\x82\\xac\\xf0\\x9f\\x98\\x80'" },
	{ "'\\d\\ \\('", "'\\x5cd\\x5c \\x5c('" },
	{ "'a\\\nb'", "'ab'" },
	{ "r'\\d\\n'", "'\\x5cd\\x5cn'" },
	{ "R'\\''", "'\\x5c''" },
	{ "r'\\\\'", "'\\x5c\\x5c'" },
	{ "'\xff'", "'\\xff'" },
	{ "'{}'", "'{}'" },
	/* f-strings */
	{ "f'abc'", "'abc'" },
	{ "f''", "''" },
	{ "f'{{a}}'", "'{a}'" },
	{ "f'{x}'", "f({x})" },
	{ "F'a{x}b'", "f('a'{x}'b')" },
	{ "f'{ x }'", "f({x})" },
	{ "f'{x}' 'b' f'{y}'", "f({x}'b'{y})" },
	{ "'{a}' f'{x}'", "f('{a}'{x})" },
	{ "f'{x}{y}'", "f({x}{y})" },
	{ "f'{a, b}'", "f({(a, b,)})" },
	{ "f'{x!r}{x!s}{x !r }'", "f({x!r}{x!s}{x!r})" },
	{ "f'{x:>5}'", "f({x:'>5'})" },
	{ "f'{x:}'", "f({x:''})" },
	{ "f'{x!r:^{w}.{p}f}'", "f({x!r:f('^'{w}'.'{p}'f')})" },
	{ "f'{x:{y:{z}}}'", "f({x:f({y:f({z})})})" },
	{ "f'{x:{{1: 2}[1]}}'", "f({x:f({{1: 2}[1]})})" },
	{ "f'{x:\\x3e5}'", "f({x:'>5'})" },
	{ "f'{x!=y}'", "f({(x != y)})" },
	{ "f'{x:=5}'", "f({x:'=5'})" },
	{ "f'{x[1:2]}'", "f({x[1:2:]})" },
	{ "f'{a if b else c:d}'", "f({(a if b else c):'d'})" },
	{ "f'{ {1: 2}[1] }'", "f({{1: 2}[1]})" },
	{ "f'{row['a']}'", "f({row['a']})" },
	{ "f'{f'{f'{x}'}'}'", "f({f({f({x})})})" },
	{ "f'{'a' 'b'}'", "f({'ab'})" },
	{ "f'''{\nx\n}'''", "f({x})" },
	{ "f'{\nx\n}'", "f({x})" },
	{ "f'{x=}'", "f('x='{x!r})" },
	{ "f'a{ x = }'", "f('a'' x = '{x!r})" },
	{ "f'{x=:5}'", "f('x='{x:'5'})" },
	{ "f'{x=!s}'", "f('x='{x!s})" },
	{ "f'{x==y}'", "f({(x == y)})" },
	{ "f'{x==y=}'", "f('x==y='{(x == y)!r})" },
	{ "f'\\{x}'", "f('\\x5c'{x})" },
	{ "rf'\\d{x}\\n'", "f('\\x5cd'{x}'\\x5cn')" },
	{ "fR'\\{x}'", "f('\\x5c'{x})" },
	{ "f'{x}}}'", "f({x}'}')" },
	{ "f'{x:a}}}'", "f({x:'a'}'}')" }
};

START_TEST(reads_as_python_does)
{
	const struct row *row = &rows[_i];
	struct tree_arena arena = TREE_ARENA_INIT;
	struct mistake mistake = { 0 };
	struct tree *tree = parse(&arena, row->text, strlen(row->text),
	    &mistake);
	struct bytes bytes = { 0 };

	ck_assert_msg(tree != NULL, "%s: %s", row->text, mistake.reason);
	dump(&bytes, tree);
	expect_bytes(row->text, "tree", &bytes, row->tree,
	    strlen(row->tree));
	bytes_free(&bytes);
	tree_free(&arena);
}
END_TEST

/* -------- where it is -------- */

/* The source of each node, from the root down, from left to right. */
static const struct row places[] = {
	{ " x ", "x" },
	{ "(a + b) * c", "(a + b) * c|a + b|a|b|c" },
	{ "- a", "- a|a" },
	{ "( x )", "x" },
	{ "(a), b ,", "(a), b ,|a|b" },
	{ "( a, b )", "( a, b )|a|b" },
	{ " [ a ] ", "[ a ]|a" },
	{ "{ a : b, **c }", "{ a : b, **c }|a : b|a|b|**c|c" },
	{ "x . f ( a ) [ 0 ]", "x . f ( a ) [ 0 ]|x . f ( a )|x|a|0" },
	{ "(x)[1 : ]", "(x)[1 : ]|x|1" },
	{ "a < (b) < c", "a < (b) < c|a|b|c" },
	{ "not (a)", "not (a)|a" },
	{ "a if b else (c)", "a if b else (c)|a|b|c" },
	{ "'a' 'b' + c", "'a' 'b' + c|'a' 'b'|c" },
	{ "1_0 + 2", "1_0 + 2|1_0|2" },
	{ "f'a{ x !r:>{w}}b' 'c'",
	    "f'a{ x !r:>{w}}b' 'c'|a|{ x !r:>{w}}|x|>{w}|>|{w}|w|b' 'c" },
	{ "f'{x:5}' + y", "f'{x:5}' + y|f'{x:5}'|{x:5}|x|5|y" },
	{ "f'''{x}a'''", "f'''{x}a'''|{x}|x|a" },
	{ "f'''{ x = }'''", "f'''{ x = }'''| x = |{ x = }|x" }
};

static void
dump_places(struct bytes *bytes, const struct tree *node, const char *text)
{
	if (bytes->len > 0)
		add(bytes, "|");
	bytes_add(bytes, text + node->at, node->len);
	for (size_t i = 0; i < node->n; i++) {
		if (node->child[i])
			dump_places(bytes, node->child[i], text);
	}
}

START_TEST(knows_where_everything_is)
{
	const struct row *row = &places[_i];
	struct tree_arena arena = TREE_ARENA_INIT;
	struct mistake mistake = { 0 };
	struct tree *tree = parse(&arena, row->text, strlen(row->text),
	    &mistake);
	struct bytes bytes = { 0 };

	ck_assert_msg(tree != NULL, "%s: %s", row->text, mistake.reason);
	dump_places(&bytes, tree, row->text);
	expect_bytes(row->text, "places", &bytes, row->tree,
	    strlen(row->tree));
	bytes_free(&bytes);
	tree_free(&arena);
}
END_TEST

/* -------- what is refused -------- */

/* A long word, and what is shown of it. */
#define SEVENTY "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" \
	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define SHOWN "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" \
	"aaaaaaaaaaaaaaaaaaaaaaa"

static const struct wrong {
	const char *text;
	size_t at, len;
	const char *reason;
} wrongs[] = {
	{ "", 0, 0, "an expression is missing" },
	{ " \t", 2, 0, "an expression is missing" },
	{ "x +* 2", 3, 1, "a value is missing before '*'" },
	{ "/a/", 0, 1, "a value is missing before '/'; a pattern is "
	  "search('REGEX', x)" },
	{ "x ~ 'a'", 2, 1, "write search('REGEX', x) instead of x ~ 'REGEX'" },
	{ "1 +", 3, 0, "a value is missing after '+'" },
	{ "x ==", 4, 0, "a value is missing after '=='" },
	{ "not", 3, 0, "a value is missing after 'not'" },
	{ "(", 1, 0, "a value is missing after '('" },
	{ "f(a,", 1, 1, "this '(' is never closed" },
	{ "x[", 2, 0, "a value is missing after '['" },
	{ "f(,)", 2, 1, "a value is missing before ','" },
	{ "[,]", 1, 1, "a value is missing before ','" },
	{ "{,}", 1, 1, "a value is missing before ','" },
	{ "{a:}", 3, 1, "a value is missing before '}'" },
	{ "x[]", 2, 1, "a value is missing before ']'" },
	{ "*row", 0, 1, "a value is missing before '*'" },
	{ "f(**x)", 2, 2, "a value is missing before '**'" },
	{ "x+)", 2, 1, "a value is missing before ')'" },
	{ "x++", 1, 2, "an expression changes nothing; write x + 1" },
	{ "x + --", 4, 2, "an expression changes nothing; write x + 1" },
	{ "+", 1, 0, "a value is missing after '+'" },
	{ "x if", 4, 0, "a value is missing after 'if'" },
	{ "x if y else", 11, 0, "a value is missing after 'else'" },
	{ "x + not y", 4, 3,
	    "'not' binds less than what is before it: write (not ...)" },
	{ "a is not not b", 9, 3,
	    "'not' binds less than what is before it: write (not ...)" },
	{ "a == not b", 5, 3,
	    "'not' binds less than what is before it: write (not ...)" },
	{ "x y", 2, 1, "an operator is missing before 'y'" },
	{ "x 2", 2, 1, "an operator is missing before '2'" },
	{ "x 'a'", 2, 1, "an operator is missing before a string" },
	{ "x (2) 3", 6, 1, "an operator is missing before '3'" },
	{ "2 (3)", 2, 1, "only a function can be called, by its name" },
	{ "(f(x))(y)", 6, 1, "only a function can be called, by its name" },
	{ "x.5", 1, 2, "an operator is missing before '.5'" },
	{ "x ~y", 2, 1, "write search('REGEX', x) instead of x ~ 'REGEX'" },
	{ "a b if", 2, 1, "an operator is missing before 'b'" },
	{ "a=3", 1, 1, "an expression assigns nothing; did you mean ==?" },
	{ "(x := 5)", 3, 1, "an expression assigns nothing; did you mean ==?" },
	{ "f(x, k=1)", 6, 1, "arguments have no names; did you mean ==?" },
	{ "f(1=2)", 3, 1, "an expression assigns nothing; did you mean ==?" },
	{ "x == 3)", 6, 1, "this ')' closes nothing" },
	{ "x]", 1, 1, "this ']' closes nothing" },
	{ "f(a]", 3, 1, "']' can't close '('" },
	{ "[1, 2)", 5, 1, "')' can't close '['" },
	{ "{a: b]", 5, 1, "']' can't close '{'" },
	{ "(a", 0, 1, "this '(' is never closed" },
	{ "[(a)", 0, 1, "this '[' is never closed" },
	{ "{a: b", 0, 1, "this '{' is never closed" },
	{ "{a: b, ", 0, 1, "this '{' is never closed" },
	{ "a.b", 1, 2,
	    "a method is called, as in x.upper(); a column or key is "
	    "x['b']" },
	{ "a.b.c()", 1, 2,
	    "a method is called, as in x.upper(); a column or key is "
	    "x['b']" },
	{ "a.", 1, 1, "the name of a method is missing behind this point" },
	{ "a.1", 1, 2, "an operator is missing before '.1'" },
	{ "a.in", 1, 1, "the name of a method is missing behind this point" },
	{ "a.()", 1, 1, "the name of a method is missing behind this point" },
	{ "{1, 2}", 1, 1,
	    "this key has no value; there are no sets, lists stand in "
	    "[...]" },
	{ "{a}", 1, 1,
	    "this key has no value; there are no sets, lists stand in "
	    "[...]" },
	{ "{a: b, c}", 7, 1,
	    "this key has no value; there are no sets, lists stand in "
	    "[...]" },
	{ "{a b}", 3, 1, "an operator is missing before 'b'" },
	{ "{a: b: c}", 5, 1, "a colon has no meaning here" },
	{ "x[1,2]", 3, 1,
	    "there is one index; several values are [row[0], row[2]]" },
	{ "x[1:2,3]", 5, 1,
	    "there is one index; several values are [row[0], row[2]]" },
	{ "x[1:2:3:4]", 7, 1, "a colon has no meaning here" },
	{ "x[1 2]", 4, 1, "an operator is missing before '2'" },
	{ "a : b", 2, 1, "a colon has no meaning here" },
	{ "a,,b", 2, 1, "a value is missing before ','" },
	{ ", a", 0, 1, "a value is missing before ','" },
	{ "a if b", 6, 0, "'else' is missing: A if CONDITION else B" },
	{ "(a if b)", 7, 1, "'else' is missing: A if CONDITION else B" },
	{ "a if b, c", 6, 1, "'else' is missing: A if CONDITION else B" },
	{ "a if b c", 7, 1, "an operator is missing before 'c'" },
	{ "a if b if c else d else e", 7, 2,
	    "an operator is missing before 'if'" },
	{ "a else b", 2, 4, "this 'else' has no 'if' before it" },
	{ "a not b", 2, 3, "between two values stands 'not in', or '!='" },
	{ "!x", 0, 1, "write 'not' instead of '!'" },
	{ "a !x", 2, 1, "did you mean != or 'not'?" },
	{ "x!", 1, 1, "did you mean != or 'not'?" },
	{ "f(v for v in x)", 4, 3,
	    "an expression has no loops; its tool is the loop" },
	{ "lambda x: x", 0, 6,
	    "there is no lambda; write the expression itself" },
	{ "x class", 2, 5,
	    "class is a word of Python's statements; a column of this name "
	    "is row['class']" },
	{ "class", 0, 5,
	    "class is a word of Python's statements; a column of this name "
	    "is row['class']" },
	{ "'a", 0, 1, "this string has no closing quote" },
	{ "'''a'", 0, 3, "this string has no closing quote" },
	{ "'a\nb'", 0, 1,
	    "this string has no closing quote on its line; a newline is "
	    "written \\n" },
	{ "'\\xZ1'", 1, 2, "\\x needs 2 hexadecimal digits" },
	{ "'\\u12'", 1, 4, "\\u needs 4 hexadecimal digits" },
	{ "'\\U0001F60'", 1, 9, "\\U needs 8 hexadecimal digits" },
	{ "'\\U00110000'", 1, 10, "there is no such character" },
	{ "'\\ud800'", 1, 6, "there is no such character" },
	{ "'\\N{DASH}'", 1, 2,
	    "there are no names of characters; write the character itself, "
	    "or \\uXXXX" },
	{ "b'a'", 0, 1,
	    "only r, f or rf may stand before the quote of a string" },
	{ "rb'a'", 0, 2,
	    "only r, f or rf may stand before the quote of a string" },
	{ "u'a'", 0, 1,
	    "only r, f or rf may stand before the quote of a string" },
	{ "rr'a'", 0, 2,
	    "only r, f or rf may stand before the quote of a string" },
	{ "'a' b'b'", 4, 1,
	    "only r, f or rf may stand before the quote of a string" },
	{ "f'{}'", 3, 1, "a value is missing before '}'" },
	{ "f'{ }'", 4, 1, "a value is missing before '}'" },
	{ "f'{'", 3, 1, "this string has no closing quote" },
	{ "f'{x'", 2, 1, "this '{' is never closed" },
	{ "f'{x", 2, 1, "this '{' is never closed" },
	{ "f'}'", 2, 1,
	    "this brace closes nothing; in an f-string } is written }}" },
	{ "f'{x}}'", 5, 1,
	    "this brace closes nothing; in an f-string } is written }}" },
	{ "f'{!r}'", 3, 1, "write 'not' instead of '!'" },
	{ "f'{:5}'", 3, 1, "a value is missing before ':'" },
	{ "f'{=}'", 3, 1, "a value is missing before '='" },
	{ "f'{x!a}'", 4, 1, "behind a value stands !r or !s, as in {x!r}" },
	{ "f'{x!}'", 4, 1, "behind a value stands !r or !s, as in {x!r}" },
	{ "f'{x! r}'", 4, 1, "behind a value stands !r or !s, as in {x!r}" },
	{ "f'{x!rr}'", 4, 1, "behind a value stands !r or !s, as in {x!r}" },
	{ "f'{x!r=}'", 6, 1,
	    "an expression assigns nothing; did you mean ==?" },
	{ "f'{x y}'", 5, 1, "an operator is missing before 'y'" },
	{ "f'{x:5'", 2, 1, "this '{' is never closed" },
	{ "f'{x:{y}'", 2, 1, "this '{' is never closed" },
	{ "f'{x:{}}'", 6, 1, "a value is missing before '}'" },
	{ "f'{x:\n}'", 0, 2,
	    "this string has no closing quote on its line; a newline is "
	    "written \\n" },
	{ "f'{(x}'", 5, 1, "'}' can't close '('" },
	{ "f'{x)}'", 4, 1, "')' can't close '{'" },
	{ "f'{x==}'", 6, 1, "a value is missing before '}'" },
	{ "f'{x=y}'", 5, 1, "an operator is missing before 'y'" },
	{ "f'{x, , y}'", 6, 1, "a value is missing before ','" },
	{ "$3", 0, 2, "field 3 is row[2], not $3" },
	{ "$1", 0, 2, "field 1 is row[0], not $1" },
	{ "$0", 0, 2, "the whole record is x, not $0" },
	{ "$NF", 0, 3, "the last field is row[-1], not $NF" },
	{ "$(NF-1)", 0, 7, "this field is row[-2], not $(NF-1)" },
	{ "$(NF-12)", 0, 8,
	    "there is no $; field 3 is row[2], the last is row[-1]" },
	{ "$x", 0, 2,
	    "a column is called x or row['x'], and a variable of the shell "
	    "environ['x']" },
	{ "$" SEVENTY, 0, 71,
	    "a column is called " SHOWN " or row['" SHOWN "'], and a variable "
	    "of the shell environ['" SHOWN "']" },
	{ "${x}", 0, 4,
	    "there is no $; field 3 is row[2], the last is row[-1]" },
	{ "$", 0, 1, "there is no $; field 3 is row[2], the last is row[-1]" },
	{ "012", 0, 3,
	    "a number begins with no needless 0; text stands in quotes" },
	{ "1__0", 0, 4, "'1__0' is neither a number nor a name" },
	{ "1_", 0, 2, "'1_' is neither a number nor a name" },
	{ "2x", 0, 2, "'2x' is neither a number nor a name" },
	{ "1e1234567", 0, 9, "an exponent has at most 6 digits" },
	{ "1e", 0, 2, "'1e' is neither a number nor a name" },
	{ "1j", 0, 2, "there are no complex numbers" },
	{ "0x", 0, 2, "0x, 0o and 0b need digits behind them" },
	{ "0b2", 0, 3, "0x, 0o and 0b need digits behind them" },
	{ "0xfg", 0, 4, "'0xfg' is neither a number nor a name" },
	{ "5.strip()", 0, 7, "'5.strip' is neither a number nor a name" },
	{ "x && y", 2, 2, "write 'and' instead of &&" },
	{ "x || y", 2, 2, "write 'or' instead of ||" },
	{ "x <> 3", 2, 2, "write != instead of <>" },
	{ "x =~ y", 2, 2, "write search('REGEX', x) instead of x =~ 'REGEX'" },
	{ "x += 1", 2, 2, "an expression assigns nothing" },
	{ "x ? 1 : 2", 2, 1,
	    "write A if CONDITION else B instead of CONDITION ? A : B" },
	{ "x; y", 1, 1, "there is one expression; a pipeline has several" },
	{ "x # y", 2, 1,
	    "an expression has no comments; text stands in quotes" },
	{ "x @ y", 2, 1, "there are no matrices" },
	{ "`x`", 0, 1,
	    "strings stand in ' or \"; the shell leaves ` alone in '...'" },
	{ "x === y", 2, 3, "write == instead of ===" },
	{ "x -> y", 2, 2, "'->' has no meaning here" },
	{ "...", 0, 3, "'...' has no meaning here" },
	{ "x \x01", 2, 1, "this is in no expression" },
	{ "x\xe2\x88\x92""1", 1, 3, "write a plain - instead of this dash" },
	{ "\xe2\x80\x9c""a\xe2\x80\x9d", 0, 3, "write plain quotes, ' or \"" },
	{ "x\xc2\xa0", 1, 2, "write a plain blank instead of this one" },
	{ "\xc2\xbd x", 3, 1, "an operator is missing before 'x'" }
};

START_TEST(says_what_is_wrong)
{
	const struct wrong *row = &wrongs[_i];
	struct tree_arena arena = TREE_ARENA_INIT;
	struct mistake mistake = { 0 };

	ck_assert_msg(!parse(&arena, row->text, strlen(row->text), &mistake),
	    "%s: is read", row->text);
	ck_assert_msg(strcmp(mistake.reason, row->reason) == 0, "%s: %s",
	    row->text, mistake.reason);
	ck_assert_msg(mistake.at == row->at && mistake.len == row->len,
	    "%s: %zu, %zu", row->text, mistake.at, mistake.len);
	tree_free(&arena);
}
END_TEST

/* -------- how much there can be -------- */

#define MANY 30000

static const struct limit {
	const char *name, *begin, *middle, *end;
	size_t most; /* of begin and end; MANY: of any number */
} limits[] = {
	{ "parentheses", "(", "x", ")", PARSER_DEPTH_MAX - 1 },
	{ "lists", "[", "x", "]", PARSER_DEPTH_MAX - 1 },
	{ "dicts", "{'':", "x", "}", PARSER_DEPTH_MAX - 1 },
	{ "tuples", "(", "x", ",)", PARSER_DEPTH_MAX - 1 },
	{ "calls", "f(", "x", ")", PARSER_DEPTH_MAX - 1 },
	{ "fields in parentheses", "(", "f'{x}'", ")", PARSER_DEPTH_MAX - 3 },
	{ "indices", "x[", "x", "]", PARSER_DEPTH_MAX - 1 },
	{ "signs", "-", "x", "", PARSER_DEPTH_MAX - 1 },
	{ "not", "not ", "x", "", PARSER_DEPTH_MAX - 1 },
	{ "powers", "x**", "x", "", PARSER_DEPTH_MAX - 1 },
	{ "conditions", "a if b else ", "x", "", PARSER_DEPTH_MAX - 1 },
	{ "f-strings", "f'{", "x", "}'", (PARSER_DEPTH_MAX - 1) / 2 },
	{ "sums", "", "x", "+x", TREE_HEIGHT_MAX - 1 },
	{ "indices of indices", "", "x", "[0]", TREE_HEIGHT_MAX - 1 },
	{ "methods of methods", "", "x", ".f()", TREE_HEIGHT_MAX - 1 },
	{ "compared sums", "0 < x", "", "+x", TREE_HEIGHT_MAX - 2 },
	{ "and", "", "x", " and x", MANY },
	{ "comparisons", "", "x", "<x", MANY },
	{ "elements", "", "x", ", x", MANY },
	{ "strings", "", "''", " ''", MANY },
	{ "fields", "f'' ", "''", "f'{x}'", MANY },
	{ "bytes of a name", "", "x", "x", MANY },
	{ "digits", "", "1", "1", MANY },
	{ "blanks", "", "x", " ", MANY }
};

/* Say whether n times the beginning and the end are read. */
static bool
is_read(const struct limit *limit, size_t n)
{
	struct tree_arena arena = TREE_ARENA_INIT;
	struct mistake mistake = { 0 };
	struct bytes text = { 0 };
	bool tree;

	for (size_t i = 0; i < n; i++)
		add(&text, limit->begin);
	add(&text, limit->middle);
	for (size_t i = 0; i < n; i++)
		add(&text, limit->end);
	tree = parse(&arena, text.at, text.len, &mistake) != NULL;
	ck_assert_msg(tree || strcmp(mistake.reason,
	    "this is nested too deeply") == 0, "%s: %s", limit->name,
	    mistake.reason);
	tree_free(&arena);
	bytes_free(&text);
	return tree;
}

START_TEST(goes_as_deep_as_it_can)
{
	const struct limit *limit = &limits[_i];

	ck_assert_msg(is_read(limit, limit->most), "%s", limit->name);
	/* It may be too deep in one place or in another. */
	for (size_t more = 1; limit->most < MANY && more <= 3; more++)
		ck_assert_msg(!is_read(limit, limit->most + more),
		    "%s: %zu too deep", limit->name, more);
	ck_assert_msg(limit->most == MANY || !is_read(limit, MANY),
	    "%s: too deep", limit->name);
}
END_TEST

/* -------- whatever is thrown at it -------- */

/* Half of them are random bytes, half are words of the language. */
static size_t
make_noise(char *text, size_t size)
{
	static const char *const words[] = { "x", "1", ".", "(", ")", "[", "]",
		"{", "}", "'", "\"", "f'", "rf\"", "'''", ":", ",", "=", "!",
		"not ", " in ", " is ", " if ", " else ", "**", "-", "\\",
		"\\x", "\\N", "$", "$(NF-", "<", "\n", "0x", "1e", "\xe2\x80" };
	size_t len = 0, n;
	const char *word;

	while (len + 8 < size) {
		if (rand() % 4 == 0) {
			text[len++] = (char)rand();
			continue;
		}
		word = words[(size_t)rand() % (sizeof words / sizeof *words)];
		n = strlen(word);
		memcpy(text + len, word, n);
		len += n;
	}
	return len;
}

START_TEST(survives_noise)
{
	struct mistake_picture picture;
	struct mistake mistake;
	char *text;

	srand(20260801);
	for (int i = 0; i < 5000; i++) {
		struct tree_arena arena = TREE_ARENA_INIT;
		char noise[64];
		const size_t len = make_noise(noise, 8 + (size_t)rand() % 56);

		/* A place of its own, so that reading past it is seen. */
		text = malloc(len + (len == 0));
		must(text != NULL, "malloc");
		memcpy(text, noise, len);
		mistake = (struct mistake){ 0 };
		if (!parse(&arena, text, len, &mistake)) {
			ck_assert_ptr_nonnull(mistake.reason);
			ck_assert_uint_le(mistake.at, len);
			ck_assert_uint_le(mistake.len, len - mistake.at);
			mistake_draw(&picture, text, len, mistake.at,
			    mistake.len);
			ck_assert_ptr_nonnull(strchr(picture.mark, '^'));
		}
		tree_free(&arena);
		free(text);
	}
}
END_TEST

static Suite *
parse_suite(void)
{
	Suite *suite = suite_create("parse");
	TCase *tcase = tcase_create("trees");

	tcase_add_loop_test(tcase, reads_as_python_does, 0, LENGTH(rows));
	tcase_add_loop_test(tcase, knows_where_everything_is, 0,
	    LENGTH(places));
	suite_add_tcase(suite, tcase);
	tcase = tcase_create("mistakes");
	tcase_add_loop_test(tcase, says_what_is_wrong, 0, LENGTH(wrongs));
	tcase_add_loop_test(tcase, goes_as_deep_as_it_can, 0,
	    LENGTH(limits));
	tcase_add_test(tcase, survives_noise);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(parse_suite)
