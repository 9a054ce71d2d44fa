/*
 * What is wrong about an expression, of all tools whose operand it is - rows
 *
 * SPDX-License-Identifier: MIT
 */
#include "cli.h"

#define TRY "Try 'TOOL --help'.\n"

static const struct row wrong[] = {
	{ .name = "no expression",
	    .in = TEXT("1\n"),
	    .left = TEXT("1\n"),
	    .no_operand = true,
	    .status = 2,
	    .err = "TOOL: EXPR: missing operand\n" TRY },
	{ .name = "a wrong expression",
	    .args = { "x > > 1" },
	    .in = TEXT("1\n"),
	    .left = TEXT("1\n"),
	    .status = 2,
	    .err = "TOOL: 'x > > 1': a value is missing before '>'\n"
		   "TOOL:   x > > 1\n"
		   "TOOL:       ^\n" TRY },
	{ .name = "a field as in awk",
	    .args = { "$3 > 5" },
	    .in = TEXT("1\n"),
	    .left = TEXT("1\n"),
	    .status = 2,
	    .err = "TOOL: '$3 > 5': field 3 is row[2], not $3\n"
		   "TOOL:   $3 > 5\n"
		   "TOOL:   ^^\n" TRY },
	{ .name = "a file where the expression should be",
	    .args = { "access.log", "x > 5" },
	    .files = { { "access.log", TEXT("1\n") } },
	    .status = 2,
	    .err = "TOOL: access.log: this is a file; "
		   "the expression comes before the files\n" TRY },
	{ .name = "a minus sign",
	    .args = { "-x > 5" },
	    .in = TEXT("1\n"),
	    .left = TEXT("1\n"),
	    .status = 2,
	    .err = "TOOL: -x > 5: unknown option; an expression that "
		   "begins with a minus sign stands behind --\n" TRY },
	{ .name = "two fields are no x",
	    .args = { "-k1-2", "x" },
	    .status = 2,
	    .err = "TOOL: -k: x is one field; row has them all\n" TRY },
	{ .name = "no way to deal with it",
	    .args = { "--invalid=drop", "x" },
	    .in = TEXT("1\n"),
	    .left = TEXT("1\n"),
	    .status = 2,
	    .err = "TOOL: drop: --invalid takes fail, skip or pass\n" TRY },
	{ .name = "nearly one",
	    .args = { "--invalid=ski", "x" },
	    .status = 2,
	    .err = "TOOL: ski: --invalid takes fail, skip or pass; "
		   "did you mean skip?\n" TRY },
	{ .name = "no field of that number",
	    .args = { "-k0", "x" },
	    .status = 2,
	    .err = "TOOL: -k: '0': fields count from 1\n" TRY },
	{ .name = "no regular expression",
	    .args = { "-e", "(a", "x" },
	    .status = 2,
	    .err = "TOOL: -e: '(a': missing closing parenthesis at 3\n" TRY },
};

static const struct tool_rows tools[] = {
	ROWS_FOR(all, wrong),
	ROWS_FOR(any, wrong),
	ROWS_FOR(dropwhile, wrong),
	ROWS_FOR(filter, wrong),
	ROWS_FOR(filterfalse, wrong),
	ROWS_FOR(map, wrong),
	ROWS_FOR(takewhile, wrong),
};

TOOLS_MAIN(tools)
