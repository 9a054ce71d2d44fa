/*
 * page - unit tests
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "digits.h"
#include "page.h"
#include "suite.h"
#include <string.h>

/* Render in this order, each with the page before it still standing. */
static const char *const firsts[] = {
	"1999", "10999", "9999", "123999", "122999", "122999", "100999",
	"99999", "999999999999999", "1000000000000000", "1000000000000999",
	"1000000000000000000000000000000000000999",
	"9999999999999999999999999999999999999999",
	"10000000000000000000000000000000000000999", /* too long */
	"999", "99", "0", "-1999", "1998", "1000", "2999",
};

static bool
begins_page(const char *text)
{
	const size_t len = strlen(text);

	return *text != '-' && len > 3 && len <= PAGE_DIGITS &&
	    strcmp(text + len - 3, "999") == 0;
}

/* Compare with the lines of a number that is counted down one by one. */
static void
compare(const struct page *page, struct digits *number, char eol)
{
	const char *at = page->lines;

	for (int i = 0; i < PAGE_LINES; i++) {
		size_t len;
		const char *text = digits_text(number, &len);

		ck_assert(at + len + 1 <= page->lines + page->len);
		ck_assert_mem_eq(at, text, len);
		ck_assert_int_eq(at[len], eol);
		at += len + 1;
		digits_decrement(number);
	}
	ck_assert(at == page->lines + page->len);
}

START_TEST(renders)
{
	const char eol = _i ? '\0' : '\n';
	struct page page = PAGE_INIT;
	struct digits number = DIGITS_INIT;

	for (int i = 0; i < LENGTH(firsts); i++) {
		const bool begins = begins_page(firsts[i]);

		ck_assert(digits_parse(&number, firsts[i]));
		ck_assert_msg(page_render(&page, &number, eol) == begins, "%s",
		    firsts[i]);
		if (begins)
			compare(&page, &number, eol);
	}
	digits_free(&number);
	page_free(&page);
}
END_TEST

static Suite *
page_suite(void)
{
	Suite *suite = suite_create("page");
	TCase *tcase = tcase_create("lines");

	tcase_add_loop_test(tcase, renders, 0, 2);
	suite_add_tcase(suite, tcase);
	return suite;
}

SUITE_MAIN(page_suite)
