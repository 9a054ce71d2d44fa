/*
 * range - rows
 *
 * SPDX-License-Identifier: MIT
 */
#include "cli.h"

static const struct row rows[] = {
	{ .name = "records",
	    .in = TEXT("a\nb\n"),
	    .out = TEXT("a\nb\n"),
	    .left = TEXT("") },
	{ .name = "empty input",
	    .in = TEXT("") },
	{ .name = "no last newline",
	    .in = TEXT("a\nb"),
	    .out = TEXT("a\nb\n") },
};

ROWS_MAIN("range", rows)
