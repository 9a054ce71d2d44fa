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
#include "output.h"
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* So much of a value is shown. */
#define SHOWN_MAX 64

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
		output_record(record->bytes, record->len);
	else
		invalid->skipped++;
}

void
invalid_number(struct invalid *invalid, const struct input *in,
    const struct record *record, const struct record *value, size_t field)
{
	char shown[SHOWN_MAX + sizeof "..."];
	char where[48] = "";
	const char *hint = "; --invalid=skip leaves such records out";
	size_t len = value->len < SHOWN_MAX ? value->len : SHOWN_MAX;

	memcpy(shown, value->bytes, len);
	snprintf(shown + len, sizeof shown - len, "%s",
	    len < value->len ? "..." : "");
	if (field != SIZE_MAX)
		snprintf(where, sizeof where, "field %zu is ", field + 1);
	if (value->len > 0 && value->bytes[value->len - 1] == '\r')
		hint = "; the lines end with CR LF: tr -d '\\r' first";
	invalid_record(invalid, in, record, "%s'%s', not a number%s", where,
	    shown, hint);
}

void
invalid_finish(const struct invalid *invalid)
{
	if (invalid->skipped > 0)
		remark(NULL, "%" PRIu64 " record%s left out: --invalid=skip",
		    invalid->skipped, invalid->skipped == 1 ? "" : "s");
}
