/*
 * page - the lines of a thousand numbers, counted down
 *
 * Layer 1: may include layer 0 and digits. A thousand numbers that share all
 * but their last three digits make a page. It is rendered once; from one page
 * to the next only the digits that differ are written, in every line.
 *
 *	struct page page = PAGE_INIT;
 *	while (page_render(&page, &number, '\n')) {
 *		output_bytes(page.lines, page.len);
 *		...take a thousand away
 *	}
 *	page_free(&page);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef PAGE_H
#define PAGE_H

#include <stdbool.h>
#include <stddef.h>

struct digits;

/* How many lines a page has, and how long its numbers can be. */
#define PAGE_LINES 1000
#define PAGE_DIGITS 40

struct page {
	char *lines; /* len bytes, PAGE_LINES lines of one width */
	size_t len;
};

#define PAGE_INIT { NULL, 0 }

/*
 * Render the page that begins with number, its lines ended by eol, the same
 * for all calls.
 * Returns: false where number begins no page: only one that ends in 999 and
 * has 4 to PAGE_DIGITS digits and no sign does.
 * Cost: a byte a line on average where the last page was the one above.
 */
bool page_render(struct page *page, const struct digits *number, char eol);

void page_free(struct page *page);

#endif
