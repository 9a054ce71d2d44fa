/*
 * invalid - what to do with a record whose value can't be used
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "columns.h"
#include "input.h"
#include "invalid.h"
#include "message.h"
#include "nearest.h"
#include "not_number.h"
#include "pass.h"
#include "row_options.h"
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void
invalid_open(struct invalid *invalid, const char *word)
{
	static const char *const words[] = { "fail", "skip", "pass" };
	unsigned i;

	*invalid = (struct invalid){ INVALID_FAIL, 0 };
	if (!word)
		return;
	for (i = 0; i < 3; i++) {
		if (strcmp(word, words[i]) == 0) {
			invalid->what = i == 0 ? INVALID_FAIL :
			    i == 1 ? INVALID_SKIP : INVALID_PASS;
			return;
		}
	}
	for (i = 0; i < 3; i++) {
		if (nearest(word, words[i]))
			die_usage(word, "--invalid takes fail, skip or pass; "
			    "did you mean %s?", words[i]);
	}
	die_usage(word, "--invalid takes fail, skip or pass");
}

void
invalid_record(struct invalid *invalid, const struct input *in,
    const struct record *record, const char *format, ...)
{
	char reason[256];
	va_list values;

	if (invalid->what == INVALID_FAIL) {
		va_start(values, format);
		vsnprintf(reason, sizeof reason, format, values);
		va_end(values);
		input_die(in, "%s", reason);
	}
	if (invalid->what == INVALID_PASS)
		pass_record(record);
	else
		invalid->skipped++;
}

/* Put into where how a message names the value of a column. */
static void
name_column(char *where, size_t size, const struct record *name, size_t field)
{
	const int len = name->len < 64 ? (int)name->len : 64;

	snprintf(where, size, "%.*s (field %zu) is ", len, name->bytes,
	    field + 1);
}

void
invalid_number(struct invalid *invalid, const struct input *in,
    const struct record *record, const struct record *value, size_t field)
{
	const struct columns *const columns = row_options_columns();
	char where[128] = "";

	if (field != SIZE_MAX && columns && field < columns_n(columns))
		name_column(where, sizeof where, columns_name(columns, field),
		    field);
	else if (field != SIZE_MAX)
		snprintf(where, sizeof where, "field %zu is ", field + 1);
	invalid_record(invalid, in, record, "%s", not_number(where, value));
}

void
invalid_finish(const struct invalid *invalid)
{
	if (invalid->skipped > 0)
		remark(NULL, "%" PRIu64 " record%s left out: --invalid=skip",
		    invalid->skipped, invalid->skipped == 1 ? "" : "s");
}
