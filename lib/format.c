/*
 * format - numbers and text laid out by Python's format specs
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "big.h"
#include "decimal.h"
#include "decimal_parts.h"
#include "format.h"
#include "rounding.h"
#include "text.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

#define DEFAULT_PRECISION 6

/* -------- reading a spec -------- */

/* What is left of a spec. */
struct rest {
	const char *at, *end;
};

/* Return the next byte, 0 at the end. */
static char
peek(const struct rest *rest)
{
	return rest->at < rest->end ? *rest->at : '\0';
}

/* Step over a byte where it is one of a set. Returns: it, or 0. */
static char
accept_one(struct rest *rest, const char *set)
{
	char c = peek(rest);

	if (c == '\0' || !strchr(set, c))
		return '\0';
	rest->at++;
	return c;
}

static void
read_align(struct format *format, struct rest *rest)
{
	struct rest behind = *rest;
	size_t len;

	if (rest->at == rest->end)
		return;
	len = utf8_len(rest->at, (size_t)(rest->end - rest->at));
	behind.at += len;
	format->align = accept_one(&behind, "<>^=");
	if (format->align) {
		memcpy(format->fill, rest->at, len);
		format->fill_len = (unsigned char)len;
		*rest = behind;
		return;
	}
	format->align = accept_one(rest, "<>^=");
}

/* Read digits, none of which make 0. Returns: false: too large. */
static bool
read_count(struct rest *rest, uint64_t *n)
{
	for (*n = 0; peek(rest) >= '0' && peek(rest) <= '9'; rest->at++) {
		*n = *n * 10 + (uint64_t)(peek(rest) - '0');
		/* A character of fill has up to 4 bytes. */
		if (*n > DECIMAL_MAX || *n > SIZE_MAX / 8)
			return false;
	}
	return true;
}

static const char *
read_precision(struct format *format, struct rest *rest)
{
	uint64_t n;

	if (!accept_one(rest, "."))
		return NULL;
	if (peek(rest) < '0' || peek(rest) > '9')
		return "no precision after the point";
	if (!read_count(rest, &n))
		return "precision too large";
	format->precision = (int64_t)n;
	return NULL;
}

/* Return why the parts don't go together, or NULL. */
static const char *
find_conflict(const struct format *format)
{
	const bool integral = format->type && strchr("dxob", format->type);

	if (format->type == 's') {
		if (format->sign)
			return "a sign goes with no s";
		if (format->align == '=')
			return "'=' goes with no s";
	}
	if (format->grouped && format->type && strchr("sxob", format->type))
		return "',' goes with no s x o b";
	if (format->precision >= 0 && integral)
		return "a precision goes with no d x o b";
	if (format->precision >= 0 && format->numeric && format->type != 'f')
		return "a number's precision goes with f";
	return NULL;
}

const char *
format_parse(struct format *format, const char *spec, size_t len)
{
	struct rest rest = { spec, spec + len };
	const char *reason;
	uint64_t width;
	bool zero;

	*format = (struct format){ .precision = -1 };
	read_align(format, &rest);
	format->sign = accept_one(&rest, "+- ");
	if (peek(&rest) == '#')
		return "'#' is not supported";
	zero = format->fill_len == 0 && accept_one(&rest, "0");
	if (!read_count(&rest, &width))
		return "width too large";
	format->width = (size_t)width;
	format->grouped = accept_one(&rest, ",") != '\0';
	reason = read_precision(format, &rest);
	if (reason)
		return reason;
	format->type = accept_one(&rest, "dfsxob");
	if (rest.at != rest.end)
		return "not a format: "
		    "[[FILL]ALIGN][SIGN][0][WIDTH][,][.PRECISION][d f s x o b]";
	if (zero && !format->align && format->type != 's')
		format->align = '=';
	if (format->fill_len == 0) {
		format->fill[0] = zero ? '0' : ' ';
		format->fill_len = 1;
	}
	format->numeric = (format->type && format->type != 's') ||
	    (zero && format->type != 's') || format->sign ||
	    format->grouped || format->align == '=';
	return find_conflict(format);
}

/* -------- laying out -------- */

/* Add so many characters of fill. */
static void
add_fill(const struct format *format, size_t n, struct text *text)
{
	char *to;

	if (n == 0)
		return;
	to = text_extend(text, n * format->fill_len);
	if (format->fill_len == 1) {
		memset(to, format->fill[0], n);
		return;
	}
	for (; n > 0; n--, to += format->fill_len)
		memcpy(to, format->fill, format->fill_len);
}

/* How much fill stands where. */
struct padding {
	size_t before, inside, after;
};

/* Divide up what so many characters lack. */
static struct padding
find_padding(const struct format *format, size_t characters, char align)
{
	struct padding padding = { 0 };
	size_t lack = 0;

	if (characters < format->width)
		lack = format->width - characters;
	if (align == '<')
		padding.after = lack;
	else if (align == '=')
		padding.inside = lack;
	else
		padding.before = align == '^' ? lack / 2 : lack;
	if (align == '^')
		padding.after = lack - lack / 2;
	return padding;
}

/* The parts of a number that is written. */
struct number {
	char sign; /* 0: none */
	const char *digits, *fraction; /* that with its point */
	size_t n_digits, n_fraction;
	size_t zeros; /* more digits in front */
};

/* Return how many characters n digits and the commas between them have. */
static size_t
grouped_len(size_t n)
{
	return n + (n - 1) / 3;
}

/* Make the digits so many that with commas they are no narrower than that. */
static void
add_zeros(struct number *number, size_t width)
{
	/* Three digits of four characters, and what is left. */
	size_t n = width / 4 * 3 + width % 4;

	if (width % 4 == 0)
		n++;
	if (n > number->n_digits)
		number->zeros = n - number->n_digits;
}

static void
add_digits(const struct number *number, bool grouped, struct text *text)
{
	const size_t n = number->zeros + number->n_digits;
	const char *digits = number->digits;
	char *to;

	if (!grouped) {
		text_add(text, digits, number->n_digits);
		return;
	}
	to = text_extend(text, grouped_len(n));
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && (n - i) % 3 == 0)
			*to++ = ',';
		*to++ = i < number->zeros ? '0' : *digits++;
	}
}

static void
lay_out(const struct format *format, struct number *number, struct text *text)
{
	const char align = format->align ? format->align : '>';
	size_t len = (number->sign != '\0') + number->n_fraction;
	struct padding padding;

	if (format->grouped && align == '=' && format->fill_len == 1 &&
	    format->fill[0] == '0' && format->width > len)
		add_zeros(number, format->width - len);
	if (format->grouped)
		len += grouped_len(number->zeros + number->n_digits);
	else
		len += number->n_digits;
	padding = find_padding(format, len, align);
	add_fill(format, padding.before, text);
	text_add(text, &number->sign, number->sign != '\0');
	add_fill(format, padding.inside, text);
	add_digits(number, format->grouped, text);
	text_add(text, number->fraction, number->n_fraction);
	add_fill(format, padding.after, text);
}

/* Find the parts of a number that is written. */
static struct number
split(const struct format *format, const char *written, size_t len)
{
	struct number number = { 0 };
	const char *point;

	if (*written == '-') {
		number.sign = '-';
		written++;
		len--;
	} else if (format->sign != '-') {
		number.sign = format->sign;
	}
	point = memchr(written, '.', len);
	number.digits = written;
	number.n_digits = point ? (size_t)(point - written) : len;
	number.fraction = written + number.n_digits;
	number.n_fraction = len - number.n_digits;
	return number;
}

/* Lay out an integer in base 16, 8 or 2. */
static void
lay_out_bits(const struct format *format, const struct decimal *value,
    struct text *text)
{
	const int base = format->type == 'x' ? 16 : format->type == 'o' ? 8 : 2;
	struct number number;
	char *written;
	mpz_t n;

	big_start();
	mpz_init(n);
	decimal_get_big(n, value);
	written = mpz_get_str(NULL, base, n);
	mpz_clear(n);
	number = split(format, written, strlen(written));
	lay_out(format, &number, text);
	free(written);
}

/* Make value what is to be written. */
static const char *
prepare(const struct format *format, struct decimal *value)
{
	if (format->type == 's' ||
	    (format->precision >= 0 && format->type != 'f'))
		return "not text";
	if (format->type == 'f')
		return rounding_round(value, format->precision < 0 ?
		    DEFAULT_PRECISION : format->precision);
	if (format->type == '\0')
		return NULL;
	if (!rounding_is_integer(value))
		return "not an integer";
	rounding_truncate(value);
	return NULL;
}

const char *
format_number(const struct format *format, const struct decimal *value,
    struct text *text)
{
	struct decimal copy = DECIMAL_INIT;
	struct number number;
	const char *reason, *written;
	size_t len;

	decimal_copy(&copy, value);
	reason = prepare(format, &copy);
	if (!reason && format->type && strchr("xob", format->type)) {
		lay_out_bits(format, &copy, text);
	} else if (!reason) {
		written = decimal_text(&copy, &len);
		number = split(format, written, len);
		lay_out(format, &number, text);
	}
	decimal_free(&copy);
	return reason;
}

const char *
format_text(const struct format *format, const char *bytes, size_t len,
    struct text *text)
{
	struct padding padding = { 0 };

	if (format->numeric)
		return "not a number";
	if (format->precision >= 0)
		len = utf8_offset(bytes, len, (size_t)format->precision);
	if (format->width > 0)
		padding = find_padding(format, utf8_count(bytes, len),
		    format->align ? format->align : '<');
	add_fill(format, padding.before, text);
	text_add(text, bytes, len);
	add_fill(format, padding.after, text);
	return NULL;
}
