/*
 * invalid - what to do with a record whose value can't be used
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "invalid.h"
#include "message.h"
#include "nearest.h"
#include "not_number.h"
#include "pass.h"
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

void
invalid_number(struct invalid *invalid, const struct input *in,
    const struct record *record, const struct record *value, size_t field)
{
	char where[48] = "";

	if (field != SIZE_MAX)
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
