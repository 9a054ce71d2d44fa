/*
 * numbers - what tests of modules that compute share
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "numbers.h"
#include <check.h>
#include <stdlib.h>
#include <string.h>

bool
number_parse(struct decimal *value, const char *text)
{
	size_t len = strlen(text);
	char *bytes = malloc(len + (len == 0));
	bool valid;

	ck_assert_ptr_nonnull(bytes);
	memcpy(bytes, text, len);
	valid = decimal_parse(value, bytes, len);
	free(bytes);
	return valid;
}

struct decimal
number(const char *text)
{
	struct decimal value = DECIMAL_INIT;

	ck_assert_msg(number_parse(&value, text), "'%s' is a number", text);
	return value;
}

void
assert_text(struct decimal *value, const char *want, const char *what)
{
	size_t len;
	const char *text = decimal_text(value, &len);

	ck_assert_msg(len == strlen(want) && memcmp(text, want, len) == 0,
	    "%s: want %.200s, got %.*s", what, want,
	    len > 200 ? 200 : (int)len, text);
}

void
assert_reason(const char *reason, const char *want, const char *what)
{
	ck_assert_msg(!reason == !want &&
	    (!reason || strcmp(reason, want) == 0), "%s: want '%s', got '%s'",
	    what, want ? want : "no reason", reason ? reason : "no reason");
}
