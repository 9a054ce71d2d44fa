/*
 * A format spec, a number and a text: they are laid out as without a width
 * and then filled up, or refused and nothing is written. A moment that was
 * read is written, and read again as the same.
 *
 * Shape: a spec up to a NUL, a number up to a NUL, the text.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "aid.h"
#include "arithmetic.h"
#include "big.h"
#include "decimal.h"
#include "format.h"
#include "fuzz.h"
#include "rounding.h"
#include "text.h"
#include "timestamp.h"
#include "utf8.h"
#include <gmp.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST 300

/* What is wider takes long, and so does a number of so many digits. */
#define WIDTH_MAX 2000
#define EXPONENT_DIGITS 3

static void
add_fill(const struct format *format, size_t n, struct text *text)
{
	while (n-- > 0)
		text_add(text, format->fill, format->fill_len);
}

/* Fill up what was laid out without a width. */
static void
fill_up(const struct format *format, const struct text *narrow, char align,
    struct text *wide)
{
	const size_t n = utf8_count(narrow->bytes, narrow->len);
	const size_t lack = n < format->width ? format->width - n : 0;
	size_t sign = 0;

	/* Text may be empty; numbers are not. */
	if (narrow->len == 0) {
		add_fill(format, lack, wide);
		return;
	}
	if (align == '=')
		sign = strchr("+- ", *narrow->bytes) != NULL;
	text_add(wide, narrow->bytes, sign);
	if (align == '^')
		add_fill(format, lack / 2, wide);
	else if (align != '<')
		add_fill(format, lack, wide);
	text_add(wide, narrow->bytes + sign, narrow->len - sign);
	if (align == '^')
		add_fill(format, lack - lack / 2, wide);
	else if (align == '<')
		add_fill(format, lack, wide);
}

static void
must_be(const struct text *a, const struct text *b)
{
	must_equal(a->bytes, a->len, b->bytes, b->len);
}

/* Without the commas, and where zeros were put before it without them. */
static void
strip(const struct text *from, struct text *to)
{
	const char *at = from->len > 0 ? from->bytes : "";
	const char *end = at + from->len;

	if (at < end && strchr("+- ", *at))
		text_add(to, at++, 1);
	while (end - at > 1 && (*at == '0' || *at == ',') && at[1] != '.')
		at++;
	for (; at < end; at++) {
		if (*at != ',')
			text_add(to, at, 1);
	}
}

/* What has no width is the number, in the base and with the sign it says. */
static void
check_narrow(const struct format *format, const struct decimal *value,
    const struct text *narrow)
{
	struct decimal copy = DECIMAL_INIT;
	struct text plain = { 0 }, digits = { 0 };
	const char *written;
	size_t len, sign;
	mpz_t n, want;

	strip(narrow, &plain);
	decimal_copy(&copy, value);
	if (format->type == 'd' || (format->type && strchr("xob",
	    format->type)))
		rounding_truncate(&copy);
	if (format->type == 'f')
		must(!rounding_round(&copy, format->precision < 0 ? 6 :
		    format->precision));
	written = decimal_text(&copy, &len);
	sign = plain.len > 0 && strchr("+- ", *plain.bytes);
	if (*written == '-')
		must(sign && *plain.bytes == '-');
	else if (format->sign == '+' || format->sign == ' ')
		must(sign && *plain.bytes == format->sign);
	else
		must(!sign);
	len -= *written == '-';
	written += *written == '-';
	if (format->type && strchr("xob", format->type)) {
		text_add(&plain, "", 1);
		mpz_inits(n, want, NULL);
		must(mpz_set_str(n, plain.bytes + sign, format->type == 'x' ?
		    16 : format->type == 'o' ? 8 : 2) == 0);
		text_add(&digits, written, len);
		text_add(&digits, "", 1);
		must(mpz_set_str(want, digits.bytes, 10) == 0);
		must(mpz_cmp(n, want) == 0);
		mpz_clears(n, want, NULL);
	} else {
		must_equal(plain.bytes + sign, plain.len - sign, written,
		    len);
	}
	text_free(&plain);
	text_free(&digits);
	decimal_free(&copy);
}

static void
check_number(const struct format *format, const struct decimal *value)
{
	struct text got = { 0 }, narrow = { 0 }, want = { 0 };
	struct format without = *format;
	const char *reason;

	text_add(&got, "before", 6);
	reason = format_number(format, value, &got);
	without.width = 0;
	must(!reason == !format_number(&without, value, &narrow));
	must(!reason || got.len == 6);
	if (!reason) {
		text_add(&want, "before", 6);
		check_narrow(format, value, &narrow);
		if (format->grouped && format->align == '=' &&
		    format->fill_len == 1 && *format->fill == '0') {
			struct text a = { 0 }, b = { 0 };

			/* The zeros have commas as well. */
			must(got.len - 6 >= format->width);
			must(got.len - 6 <= format->width + 1 ||
			    got.len - 6 == narrow.len);
			memmove(got.bytes, got.bytes + 6, got.len -= 6);
			strip(&got, &a);
			strip(&narrow, &b);
			must_be(&a, &b);
			text_free(&a);
			text_free(&b);
		} else {
			fill_up(format, &narrow, format->align ?
			    format->align : '>', &want);
			must_be(&got, &want);
		}
	}
	text_free(&got);
	text_free(&narrow);
	text_free(&want);
}

static void
check_text(const struct format *format, const char *bytes, size_t len)
{
	struct text got = { 0 }, narrow = { 0 }, want = { 0 };
	struct format without = *format;
	const char *reason;

	reason = format_text(format, bytes, len, &got);
	must(!reason == !format->numeric);
	must(!reason || got.len == 0);
	without.width = 0;
	if (!reason) {
		must(!format_text(&without, bytes, len, &narrow));
		must(narrow.len <= len);
		must_equal(narrow.bytes, narrow.len, bytes, narrow.len);
		must(narrow.len == len || (format->precision >= 0 &&
		    utf8_count(bytes, narrow.len) ==
		    (size_t)format->precision));
		fill_up(format, &narrow, format->align ? format->align : '<',
		    &want);
		must_be(&got, &want);
	}
	text_free(&got);
	text_free(&narrow);
	text_free(&want);
}

/* What is written is read as the same. */
static void
check_moment(const struct decimal *value)
{
	struct decimal again = DECIMAL_INIT;
	struct text text = { 0 };
	char *exact;

	if (!timestamp_write(value, &text)) {
		exact = apart(text.bytes, text.len);
		must(!timestamp_read(&again, exact, text.len));
		must(decimal_compare(&again, value) == 0);
		must(decimal_scale(&again) == decimal_scale(value));
		free(exact);
	} else {
		must(text.len == 0);
	}
	text_free(&text);
	decimal_free(&again);
}

/* Read so many digits. Returns: -1 where others stand there. */
static int
read_digits(const char *text, int n)
{
	int value = 0;

	for (; n > 0; n--, text++) {
		if (*text < '0' || *text > '9')
			return -1;
		value = value * 10 + *text - '0';
	}
	return value;
}

static int
days_of(int year, int month)
{
	const bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 > 0);

	if (month == 2)
		return leap ? 29 : 28;
	return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/* A date alone is the days that are counted here, one year after the other. */
static void
check_date(const char *text, size_t len)
{
	struct decimal value = DECIMAL_INIT, want = DECIMAL_INIT;
	int year, month, day, y, m;
	int64_t days = -719162;
	bool good;

	if (len != 10 || text[4] != '-' || text[7] != '-')
		return;
	year = read_digits(text, 4);
	month = read_digits(text + 5, 2);
	day = read_digits(text + 8, 2);
	good = year > 0 && month > 0 && month <= 12 && day > 0 &&
	    day <= days_of(year, month);
	must(!timestamp_read(&value, text, len) == good);
	if (!good)
		return;
	for (y = 1; y < year; y++)
		days += days_of(y, 2) + 337;
	for (m = 1; m < month; m++)
		days += days_of(year, m);
	decimal_set(&want, (days + day - 1) * 86400);
	must(decimal_compare(&value, &want) == 0);
	decimal_free(&value);
	decimal_free(&want);
}

/* Say whether so few digits stand together behind a letter. */
static bool
is_small(const char *text, size_t len)
{
	size_t i, digits = 0;
	bool counts = false;

	for (i = 0; i < len; i++) {
		counts = counts || text[i] == 'e' || text[i] == 'E';
		if (counts && text[i] >= '0' && text[i] <= '9')
			digits++;
	}
	return digits <= EXPONENT_DIGITS;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct pieces pieces = { bytes, len };
	struct decimal value = DECIMAL_INIT;
	char *spec, *number, *text, *exact;
	size_t n_spec, n_number;
	struct format format;
	const char *reason;
	bool read;

	if (len > LONGEST)
		return 0;
	big_start();
	spec = pieces_text(&pieces, '\0', &n_spec);
	number = pieces_text(&pieces, '\0', &n_number);
	len = pieces.left;
	text = apart((const char *)pieces.at, len);
	exact = apart(spec, n_spec);
	reason = format_parse(&format, exact, n_spec);
	free(exact);
	must(!reason || *reason);
	read = is_small(number, n_number) &&
	    decimal_parse(&value, number, n_number);
	if (!reason && format.width <= WIDTH_MAX &&
	    format.precision <= WIDTH_MAX) {
		if (read)
			check_number(&format, &value);
		check_text(&format, text, len);
	}
	check_date(text, len);
	if (read)
		check_moment(&value);
	if (!timestamp_read(&value, text, len))
		check_moment(&value);
	decimal_free(&value);
	free(spec);
	free(number);
	free(text);
	return 0;
}
