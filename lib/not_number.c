/*
 * not_number - what is said of text that should be a number
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "message.h"
#include "not_number.h"
#include "record.h"

/* So much of a text is shown. */
#define SHOWN_MAX 64

const char *
not_number(const char *where, const struct record *text)
{
	bool cut = text->len > SHOWN_MAX;
	bool dos = text->len > 0 && text->bytes[text->len - 1] == '\r';

	return because("%s'%.*s%s', not a number; %s", where,
	    cut ? SHOWN_MAX : (int)text->len, text->bytes, cut ? "..." : "",
	    dos ? "the lines end with CR LF: --csv, or tr -d '\\r' first" :
	    "--invalid=skip leaves such records out");
}
