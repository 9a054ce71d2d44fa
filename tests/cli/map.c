/*
 * map - rows
 *
 * SPDX-License-Identifier: MIT
 */
#include "cli.h"

static const struct row rows[] = {
	{ .name = "records",
	    .args = { "x" },
	    .in = TEXT("a\nb\n"),
	    .out = TEXT("a\nb\n"),
	    .left = TEXT("") },
	{ .name = "empty input",
	    .args = { "x" },
	    .in = TEXT("") },
	{ .name = "no last newline",
	    .args = { "x" },
	    .in = TEXT("a\nb"),
	    .out = TEXT("a\nb\n") },
	{ .name = "a list without items is an empty record",
	    .args = { "[]" },
	    .in = TEXT("a\n"),
	    .out = TEXT("\n") },
	{ .name = "what a sum can't add is named, whatever made the list",
	    .args = { "sum(row[:2])" },
	    .in = TEXT("1 a\n"),
	    .status = 1,
	    .err = "map: -:1: row[:2] (field 2) is 'a', not a number; "
		"--invalid=skip leaves such records out\n",
	    .no_operand = true },
	{ .name = "a match is shown as a tuple",
	    .args = { "str(search('b', x))" },
	    .in = TEXT("abc\n"),
	    .out = TEXT("('b',)\n") },
	{ .name = "None has no items",
	    .args = { "search('z', x)[0]" },
	    .in = TEXT("abc\n"),
	    .status = 1,
	    .err = "map: -:1: search('z', x): None has neither length nor "
		"items\n",
	    .no_operand = true },
};

ROWS_MAIN("map", rows)
