/*
 * token - unit tests: where each begins and ends, and what is none
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "expression/token.h"
#include "suite.h"
#include "support.h"
#include <string.h>

/* Texts, and their tokens in turn, the first being the kind. */
static const struct row {
	const char *text;
	struct { enum token_kind kind; const char *text; } token[12];
} rows[] = {
	{ "", { { TOKEN_END, "" } } },
	{ " \t\r\n\v\f", { { TOKEN_END, "" } } },
	{ "x1_ _ Row", { { TOKEN_NAME, "x1_" }, { TOKEN_NAME, "_" },
	    { TOKEN_NAME, "Row" } } },
	{ "\xc3\xa4\xff+\x80", { { TOKEN_NAME, "\xc3\xa4\xff" },
	    { TOKEN_PLUS, "+" }, { TOKEN_NAME, "\x80" } } },
	{ "and else False if in", { { TOKEN_AND, "and" },
	    { TOKEN_ELSE, "else" }, { TOKEN_FALSE, "False" },
	    { TOKEN_IF, "if" }, { TOKEN_IN, "in" } } },
	{ "is None not or True", { { TOKEN_IS, "is" }, { TOKEN_NONE, "None" },
	    { TOKEN_NOT, "not" }, { TOKEN_OR, "or" },
	    { TOKEN_TRUE, "True" } } },
	{ "And nones isnot formula", { { TOKEN_NAME, "And" },
	    { TOKEN_NAME, "nones" }, { TOKEN_NAME, "isnot" },
	    { TOKEN_NAME, "formula" } } },
	{ "+-*/", { { TOKEN_PLUS, "+" }, { TOKEN_MINUS, "-" },
	    { TOKEN_STAR, "*" }, { TOKEN_SLASH, "/" } } },
	{ "***///", { { TOKEN_POWER, "**" }, { TOKEN_STAR, "*" },
	    { TOKEN_DOUBLE_SLASH, "//" }, { TOKEN_SLASH, "/" } } },
	{ "<<<<=<>>>=>", { { TOKEN_SHIFT_LEFT, "<<" },
	    { TOKEN_WRONG, "<<=" }, { TOKEN_WRONG, "<>" },
	    { TOKEN_WRONG, ">>=" }, { TOKEN_GREATER, ">" } } },
	{ "< <= > >= == !=", { { TOKEN_LESS, "<" }, { TOKEN_LESS_EQUAL, "<=" },
	    { TOKEN_GREATER, ">" }, { TOKEN_GREATER_EQUAL, ">=" },
	    { TOKEN_EQUAL, "==" }, { TOKEN_NOT_EQUAL, "!=" } } },
	{ "%&|^~>>", { { TOKEN_PERCENT, "%" }, { TOKEN_AMPERSAND, "&" },
	    { TOKEN_BAR, "|" }, { TOKEN_CARET, "^" }, { TOKEN_TILDE, "~" },
	    { TOKEN_SHIFT_RIGHT, ">>" } } },
	{ "()[]{},:.", { { TOKEN_PARENTHESIS, "(" },
	    { TOKEN_PARENTHESIS_CLOSE, ")" }, { TOKEN_BRACKET, "[" },
	    { TOKEN_BRACKET_CLOSE, "]" }, { TOKEN_BRACE, "{" },
	    { TOKEN_BRACE_CLOSE, "}" }, { TOKEN_COMMA, "," },
	    { TOKEN_COLON, ":" }, { TOKEN_DOT, "." } } },
	{ ":= = !", { { TOKEN_COLON, ":" }, { TOKEN_ASSIGN, "=" },
	    { TOKEN_ASSIGN, "=" }, { TOKEN_EXCLAMATION, "!" } } },
	/* numbers */
	{ "0 12 1_000", { { TOKEN_NUMBER, "0" }, { TOKEN_NUMBER, "12" },
	    { TOKEN_NUMBER, "1_000" } } },
	{ "1.5 .5 5. 1..5", { { TOKEN_NUMBER, "1.5" },
	    { TOKEN_NUMBER, ".5" }, { TOKEN_NUMBER, "5." },
	    { TOKEN_NUMBER, "1." }, { TOKEN_NUMBER, ".5" } } },
	{ "1-1 1e-1-1", { { TOKEN_NUMBER, "1" }, { TOKEN_MINUS, "-" },
	    { TOKEN_NUMBER, "1" }, { TOKEN_NUMBER, "1e-1" },
	    { TOKEN_MINUS, "-" }, { TOKEN_NUMBER, "1" } } },
	{ "0XfF 0b10 0o_7", { { TOKEN_NUMBER, "0XfF" },
	    { TOKEN_NUMBER, "0b10" }, { TOKEN_NUMBER, "0o_7" } } },
	{ "0b12", { { TOKEN_WRONG, "0b12" } } },
	{ "0 00 0_0 01 00.1 0e0", { { TOKEN_NUMBER, "0" },
	    { TOKEN_NUMBER, "00" }, { TOKEN_NUMBER, "0_0" },
	    { TOKEN_WRONG, "01" }, { TOKEN_NUMBER, "00.1" },
	    { TOKEN_NUMBER, "0e0" } } },
	{ "1e+ 1_ 1__1 1x 1._1", { { TOKEN_WRONG, "1e" },
	    { TOKEN_PLUS, "+" }, { TOKEN_WRONG, "1_" },
	    { TOKEN_WRONG, "1__1" }, { TOKEN_WRONG, "1x" },
	    { TOKEN_WRONG, "1._1" } } },
	{ "1e000001 1e0000001", { { TOKEN_NUMBER, "1e000001" },
	    { TOKEN_WRONG, "1e0000001" } } },
	/* strings are opened */
	{ "'", { { TOKEN_STRING, "'" } } },
	{ "\"\"\"", { { TOKEN_STRING, "\"\"\"" } } },
	{ "''", { { TOKEN_STRING, "'" }, { TOKEN_STRING, "'" } } },
	{ "rf'''", { { TOKEN_STRING, "rf'''" } } },
	{ "Fr\"", { { TOKEN_STRING, "Fr\"" } } },
	{ "b''", { { TOKEN_WRONG, "b" }, { TOKEN_STRING, "'" },
	    { TOKEN_STRING, "'" } } },
	{ "ff'", { { TOKEN_WRONG, "ff" }, { TOKEN_STRING, "'" } } },
	{ "x'", { { TOKEN_NAME, "x" }, { TOKEN_STRING, "'" } } },
	{ "r ", { { TOKEN_NAME, "r" } } },
	/* strangers */
	{ "$12+$NF$(NF-1)${a}", { { TOKEN_WRONG, "$12" }, { TOKEN_PLUS, "+" },
	    { TOKEN_WRONG, "$NF" }, { TOKEN_WRONG, "$(NF-1)" },
	    { TOKEN_WRONG, "${a}" } } },
	{ "$ $(", { { TOKEN_WRONG, "$" }, { TOKEN_WRONG, "$(" } } },
	{ "a\xe2\x88\x92""b\xc2\xa0""c", { { TOKEN_NAME, "a" },
	    { TOKEN_WRONG, "\xe2\x88\x92" }, { TOKEN_NAME, "b" },
	    { TOKEN_WRONG, "\xc2\xa0" }, { TOKEN_NAME, "c" } } },
	{ "lambda from fromage", { { TOKEN_WRONG, "lambda" },
	    { TOKEN_WRONG, "from" }, { TOKEN_NAME, "fromage" } } },
	{ "\x01\x7f", { { TOKEN_WRONG, "\x01" }, { TOKEN_WRONG, "\x7f" } } }
};

START_TEST(reads_in_turn)
{
	const struct row *row = &rows[_i];
	struct token_reader reader = { row->text, strlen(row->text), 0 };
	struct token token;
	size_t i;

	for (i = 0; row->token[i].kind != TOKEN_END; i++) {
		token_read(&reader, &token);
		ck_assert_msg(token.kind == row->token[i].kind &&
		    token.len == strlen(row->token[i].text) &&
		    memcmp(row->text + token.at, row->token[i].text,
		    token.len) == 0, "%s: %zu: kind %d, '%.*s'", row->text, i,
		    token.kind, (int)token.len, row->text + token.at);
		ck_assert_msg((token.kind == TOKEN_WRONG) == !!token.reason,
		    "%s: %zu: reason", row->text, i);
	}
	for (i = 0; i < 2; i++) {
		token_read(&reader, &token);
		ck_assert_msg(token.kind == TOKEN_END && token.len == 0 &&
		    token.at == reader.len, "%s: goes on", row->text);
	}
}
END_TEST

static Suite *
token_suite(void)
{
	Suite *suite = suite_create("token");
	TCase *tcase = tcase_create("tokens");

	tcase_add_loop_test(tcase, reads_in_turn, 0, LENGTH(rows));
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(token_suite)
