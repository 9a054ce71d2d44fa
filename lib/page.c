/*
 * page - the lines of a thousand numbers, counted down
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "digits.h"
#include "memory.h"
#include "page.h"
#include <stdlib.h>
#include <string.h>

/* How many digits differ from line to line. */
#define TAIL 3

/* Make lines of another width, with all but the digits they share. */
static void
begin(struct page *page, size_t width, char eol)
{
	char *end;

	page_free(page);
	page->lines = xallocate(PAGE_LINES, width);
	page->len = PAGE_LINES * width;
	memset(page->lines, ' ', page->len);
	end = page->lines;
	for (int i = PAGE_LINES - 1; i >= 0; i--) {
		end += width;
		end[-1] = eol;
		end[-2] = (char)('0' + i % 10);
		end[-3] = (char)('0' + i / 10 % 10);
		end[-4] = (char)('0' + i / 100);
	}
}

bool
page_render(struct page *page, const struct digits *number, char eol)
{
	size_t len, width;
	const char *text = digits_text(number, &len);

	if (*text == '-' || len <= TAIL || len > PAGE_DIGITS ||
	    memcmp(text + len - TAIL, "999", TAIL) != 0)
		return false;
	width = len + 1;
	if (page->len != PAGE_LINES * width)
		begin(page, width, eol);
	/* The first line tells what the shared digits were. */
	for (size_t i = 0; i < len - TAIL; i++) {
		if (page->lines[i] == text[i])
			continue;
		for (size_t at = i; at < page->len; at += width)
			page->lines[at] = text[i];
	}
	return true;
}

void
page_free(struct page *page)
{
	free(page->lines);
	*page = (struct page)PAGE_INIT;
}
