/*
 * timestamp - moments as seconds since 1970 and as they are written
 *
 * Days are counted in the manner of Fliegel and Van Flandern: with years that
 * begin in March, leap days come last, and months and years have lengths that
 * integer division yields.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "arithmetic.h"
#include "decimal.h"
#include "decimal_parts.h"
#include "rounding.h"
#include "text.h"
#include "timestamp.h"
#include <stdbool.h>
#include <stdint.h>

#define NO_TIMESTAMP "not a timestamp"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* From March 1 of the year 0 to 1970, and the days of 400 and 4 years. */
#define DAYS_BEFORE_1970 719468
#define DAYS_OF_400 146097
#define DAYS_OF_4 1461

/* What begins the year 1 and what the year 10000, in seconds since 1970. */
#define FIRST_SECOND INT64_C(-62135596800)
#define END_SECOND INT64_C(253402300800)

struct moment {
	int year, month, day, hour, minute, second; /* from 1; from 0 */
	int offset; /* seconds that its clock is ahead of UTC */
	const char *fraction; /* its digits */
	size_t n_fraction;
};

/* -------- the calendar -------- */

static int64_t
count_days(int year, int month, int day)
{
	const int y = year - (month < 3), m = (month + 9) % 12;

	return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day -
	    1 - DAYS_BEFORE_1970;
}

/* Set the date from the days since 1970. */
static void
set_date(struct moment *moment, int64_t days)
{
	int rest = (int)days + DAYS_BEFORE_1970, century, year, month;

	century = (4 * rest + 3) / DAYS_OF_400;
	rest -= DAYS_OF_400 * century / 4;
	year = (4 * rest + 3) / DAYS_OF_4;
	rest -= DAYS_OF_4 * year / 4;
	month = (5 * rest + 2) / 153;
	moment->day = rest - (153 * month + 2) / 5 + 1;
	moment->month = month < 10 ? month + 3 : month - 9;
	moment->year = 100 * century + year + (month >= 10);
}

static int
month_days(int year, int month)
{
	static const signed char days[] = { 31, 28, 31, 30, 31, 30, 31, 31,
		30, 31, 30, 31 };
	const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap);
}

static bool
is_possible(const struct moment *moment)
{
	return moment->year > 0 && moment->month > 0 && moment->month <= 12 &&
	    moment->day > 0 &&
	    moment->day <= month_days(moment->year, moment->month) &&
	    moment->hour < 24 && moment->minute < 60 && moment->second < 60;
}

/* -------- reading -------- */

/* What is left to be read. */
struct rest {
	const char *at, *end;
};

static bool
accept_byte(struct rest *rest, char byte)
{
	if (rest->at == rest->end || *rest->at != byte)
		return false;
	rest->at++;
	return true;
}

/* Read just two digits. */
static bool
read_two(struct rest *rest, int *n)
{
	unsigned tens, ones;

	if (rest->end - rest->at < 2)
		return false;
	tens = (unsigned)rest->at[0] - '0';
	ones = (unsigned)rest->at[1] - '0';
	rest->at += 2;
	*n = (int)(10 * tens + ones);
	return tens < 10 && ones < 10;
}

static bool
read_year(struct rest *rest, int *year)
{
	int hundreds;

	if (!read_two(rest, &hundreds) || !read_two(rest, year))
		return false;
	*year += 100 * hundreds;
	return true;
}

/* Read Z or what the clock is ahead by; nothing there is UTC. */
static bool
read_offset(struct rest *rest, int *offset)
{
	int hours, minutes = 0;
	bool behind;

	if (rest->at == rest->end || accept_byte(rest, 'Z') ||
	    accept_byte(rest, 'z'))
		return true;
	behind = accept_byte(rest, '-');
	if ((!behind && !accept_byte(rest, '+')) || !read_two(rest, &hours))
		return false;
	if (rest->at < rest->end && *rest->at != ']') {
		(void)accept_byte(rest, ':');
		if (!read_two(rest, &minutes))
			return false;
	}
	if (hours > 23 || minutes > 59)
		return false;
	*offset = hours * HOUR + minutes * MINUTE;
	if (behind)
		*offset = -*offset;
	return true;
}

static bool
read_fraction(struct rest *rest, struct moment *moment)
{
	if (!accept_byte(rest, '.') && !accept_byte(rest, ','))
		return true;
	moment->fraction = rest->at;
	while (rest->at < rest->end && *rest->at >= '0' && *rest->at <= '9')
		rest->at++;
	moment->n_fraction = (size_t)(rest->at - moment->fraction);
	return moment->n_fraction > 0;
}

static bool
read_iso(struct rest *rest, struct moment *moment)
{
	if (!read_year(rest, &moment->year) || !accept_byte(rest, '-') ||
	    !read_two(rest, &moment->month) || !accept_byte(rest, '-') ||
	    !read_two(rest, &moment->day))
		return false;
	if (rest->at == rest->end)
		return true;
	if (!accept_byte(rest, 'T') && !accept_byte(rest, ' ') &&
	    !accept_byte(rest, 't'))
		return false;
	if (!read_two(rest, &moment->hour) || !accept_byte(rest, ':') ||
	    !read_two(rest, &moment->minute))
		return false;
	if (accept_byte(rest, ':') && (!read_two(rest, &moment->second) ||
	    !read_fraction(rest, moment)))
		return false;
	return read_offset(rest, &moment->offset);
}

/* Read a month's name; another word is month 0. */
static bool
read_month(struct rest *rest, int *month)
{
#define NAME(a, b, c) ((unsigned)(a) << 16 | (unsigned)(b) << 8 | (unsigned)(c))
	static const unsigned names[] = {
		NAME('J', 'a', 'n'), NAME('F', 'e', 'b'), NAME('M', 'a', 'r'),
		NAME('A', 'p', 'r'), NAME('M', 'a', 'y'), NAME('J', 'u', 'n'),
		NAME('J', 'u', 'l'), NAME('A', 'u', 'g'), NAME('S', 'e', 'p'),
		NAME('O', 'c', 't'), NAME('N', 'o', 'v'), NAME('D', 'e', 'c')
	};
	unsigned name;

	if (rest->end - rest->at < 3)
		return false;
	name = NAME((unsigned char)rest->at[0], (unsigned char)rest->at[1],
	    (unsigned char)rest->at[2]);
#undef NAME
	rest->at += 3;
	*month = 12;
	while (*month > 0 && names[*month - 1] != name)
		--*month;
	return *month > 0;
}

/* Read what web logs have. */
static bool
read_log(struct rest *rest, struct moment *moment)
{
	const bool opened = accept_byte(rest, '[');

	if (!read_two(rest, &moment->day) || !accept_byte(rest, '/') ||
	    !read_month(rest, &moment->month) || !accept_byte(rest, '/') ||
	    !read_year(rest, &moment->year) || !accept_byte(rest, ':') ||
	    !read_two(rest, &moment->hour) || !accept_byte(rest, ':') ||
	    !read_two(rest, &moment->minute) || !accept_byte(rest, ':') ||
	    !read_two(rest, &moment->second))
		return false;
	if (accept_byte(rest, ' ') && (rest->at == rest->end ||
	    !read_offset(rest, &moment->offset)))
		return false;
	if (opened)
		(void)accept_byte(rest, ']');
	return true;
}

/* Set value to so many seconds and a fraction. */
static const char *
set_fraction(struct decimal *value, int64_t seconds,
    const struct moment *moment)
{
	struct decimal whole = DECIMAL_INIT;

	if (moment->n_fraction > DECIMAL_MAX - DECIMAL_WORD_DIGITS)
		return DECIMAL_TOO_LARGE; /* LCOV_EXCL_LINE: gigabytes */
	decimal_set(&whole, seconds);
	(void)decimal_parse(value, moment->fraction, moment->n_fraction);
	/* So it was read as an integer; it stands behind the point. */
	value->scale = (uint32_t)moment->n_fraction;
	decimal_add(value, &whole);
	return NULL;
}

const char *
timestamp_read(struct decimal *value, const char *bytes, size_t len)
{
	struct rest rest = { bytes, bytes + len };
	struct moment moment = { 0 };
	int64_t seconds;
	bool read;

	if (len > 4 && bytes[4] == '-')
		read = read_iso(&rest, &moment);
	else
		read = read_log(&rest, &moment);
	if (!read || rest.at != rest.end || !is_possible(&moment))
		return NO_TIMESTAMP;
	seconds = count_days(moment.year, moment.month, moment.day) * DAY +
	    moment.hour * HOUR + moment.minute * MINUTE + moment.second -
	    moment.offset;
	if (moment.n_fraction > 0)
		return set_fraction(value, seconds, &moment);
	decimal_set(value, seconds);
	return NULL;
}

/* -------- writing -------- */

/* Write n as so many digits. Returns: where they end. */
static char *
put_digits(char *to, int n, int digits)
{
	for (int i = digits; i > 0; i--, n /= 10)
		to[i - 1] = (char)('0' + n % 10);
	return to + digits;
}

/* Append what stands before the fraction. */
static void
write_seconds(int64_t seconds, struct text *text)
{
	const int64_t since = seconds - FIRST_SECOND;
	const int rest = (int)(since % DAY);
	struct moment moment = { 0 };
	char *to = text_extend(text, sizeof "2026-08-01T10:00:00" - 1);

	set_date(&moment, since / DAY + FIRST_SECOND / DAY);
	to = put_digits(to, moment.year, 4);
	*to++ = '-';
	to = put_digits(to, moment.month, 2);
	*to++ = '-';
	to = put_digits(to, moment.day, 2);
	*to++ = 'T';
	to = put_digits(to, rest / HOUR, 2);
	*to++ = ':';
	to = put_digits(to, rest % HOUR / MINUTE, 2);
	*to++ = ':';
	put_digits(to, rest % MINUTE, 2);
}

const char *
timestamp_write(const struct decimal *value, struct text *text)
{
	struct decimal whole = DECIMAL_INIT, one = DECIMAL_INIT;
	int64_t seconds = END_SECOND;
	const char *fraction;
	size_t len;

	decimal_set(&one, 1);
	decimal_copy(&whole, value);
	(void)arithmetic_floor_divide(&whole, &one);
	(void)rounding_to_word(&whole, &seconds);
	if (seconds >= FIRST_SECOND && seconds < END_SECOND) {
		write_seconds(seconds, text);
		decimal_copy(&whole, value);
		(void)arithmetic_modulo(&whole, &one);
		fraction = decimal_text(&whole, &len);
		/* What stands behind its 0. */
		text_add(text, fraction + 1, len - 1);
		text_add(text, "+00:00", 6);
	}
	decimal_free(&whole);
	return seconds >= FIRST_SECOND && seconds < END_SECOND ? NULL :
	    "not in the years 1 to 9999";
}
