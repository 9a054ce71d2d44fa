/*
 * json_scalar - strings, numbers and words of JSON, checked as they come
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "json_scalar.h"
#include "json_scan.h"
#include "message.h"
#include <stddef.h>
#include <string.h>

enum within {
	NOWHERE,
	IN_STRING,
	IN_ESCAPE, /* behind the backslash */
	IN_HEXADECIMAL,
	IN_CHARACTER, /* of several bytes */
	IN_WORD,
	IN_MINUS,
	IN_ZERO, /* the one a number begins with */
	IN_DIGITS,
	IN_POINT, /* behind it */
	IN_FRACTION,
	IN_E, /* behind it */
	IN_SIGN, /* of the exponent, behind it */
	IN_EXPONENT
};

const char *
json_expected(const char *expected, char found)
{
	if (found == '\'')
		return because("%s is expected; quotes are double", expected);
	if (found > 0x20 && found < 0x7f)
		return because("%s is expected, not %c", expected, found);
	return because("%s is expected, not byte 0x%02x", expected,
	    (unsigned)(unsigned char)found);
}

static enum json_progress
refuse(struct json_scalar *scalar, const char *reason)
{
	scalar->reason = reason;
	return JSON_WRONG;
}

/* -------- strings -------- */

/*
 * Read a byte that is more than itself.
 * Returns: where it leads to, NOWHERE with a reason when it is wrong.
 */
static enum within
read_special(struct json_scalar *scalar, char c)
{
	unsigned byte = (unsigned char)c;

	if (scalar->within == IN_ESCAPE) {
		scalar->left = 4;
		if (c != '\0' && strchr("\"\\/bfnrtu", c))
			return c == 'u' ? IN_HEXADECIMAL : IN_STRING;
		scalar->reason = json_expected("one of \"\\/bfnrtu", c);
	} else if (scalar->within == IN_HEXADECIMAL) {
		if (c != '\0' && strchr("0123456789abcdefABCDEF", c))
			return --scalar->left > 0 ? IN_HEXADECIMAL : IN_STRING;
		scalar->reason = json_expected("a hexadecimal digit", c);
	} else if (scalar->within == IN_STRING && c == '\\') {
		return IN_ESCAPE;
	} else if (scalar->within == IN_STRING && byte < 0x20) {
		scalar->reason = because("byte 0x%02x in a string must be "
		    "written as an escape", byte);
	} else {
		if (utf8_check_next(&scalar->utf8, c))
			return scalar->utf8.left > 0 ?
			    IN_CHARACTER : IN_STRING;
		scalar->reason = because("byte 0x%02x in a string is not "
		    "UTF-8", byte);
	}
	return NOWHERE;
}

static enum json_progress
read_string(struct json_scalar *scalar, const char **at, const char *end)
{
	enum within next;

	for (;;) {
		if (scalar->within == IN_STRING)
			*at = json_scan_plain(*at, end);
		if (*at == end)
			return JSON_MORE;
		if (scalar->within == IN_STRING && **at == '"')
			break;
		next = read_special(scalar, **at);
		if (next == NOWHERE)
			return JSON_WRONG;
		scalar->within = (unsigned char)next;
		++*at;
	}
	++*at;
	return JSON_COMPLETE;
}

/* -------- numbers -------- */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Say whether a number may end here. */
static bool
is_number(enum within within)
{
	return within == IN_ZERO || within == IN_DIGITS ||
	    within == IN_FRACTION || within == IN_EXPONENT;
}

/* Return where c leads to in a number, NOWHERE where it is no part of it. */
static enum within
after(enum within within, char c)
{
	bool digit = is_digit(c);

	if (within == IN_MINUS && digit)
		return c == '0' ? IN_ZERO : IN_DIGITS;
	if (within == IN_POINT && digit)
		return IN_FRACTION;
	if (within == IN_E && (c == '+' || c == '-'))
		return IN_SIGN;
	if ((within == IN_E || within == IN_SIGN) && digit)
		return IN_EXPONENT;
	if (!is_number(within) || within == IN_EXPONENT)
		return NOWHERE;
	if (c == '.' && within != IN_FRACTION)
		return IN_POINT;
	return c == 'e' || c == 'E' ? IN_E : NOWHERE;
}

static enum json_progress
read_number(struct json_scalar *scalar, const char **at, const char *end)
{
	enum within next = scalar->within;

	for (;;) {
		scalar->within = (unsigned char)next;
		if (is_number(next) && next != IN_ZERO)
			*at = json_scan_digits(*at, end);
		if (*at == end)
			return JSON_MORE;
		next = after(scalar->within, **at);
		if (next == NOWHERE)
			break;
		++*at;
	}
	if (!is_number(scalar->within))
		return refuse(scalar, json_expected("a digit", **at));
	if (scalar->within == IN_ZERO && is_digit(**at))
		return refuse(scalar, "a number must not begin with 0");
	return JSON_COMPLETE;
}

/* -------- words -------- */

static enum json_progress
read_word(struct json_scalar *scalar, const char **at, const char *end)
{
	for (; *scalar->word; scalar->word++, ++*at) {
		if (*at == end)
			return JSON_MORE;
		if (**at != *scalar->word)
			return refuse(scalar, json_expected(
			    "true, false or null", **at));
	}
	return JSON_COMPLETE;
}

/* -------- all -------- */

bool
json_scalar_begin(struct json_scalar *scalar, char first)
{
	scalar->within = IN_WORD;
	switch (first) {
	case '"':
		scalar->within = IN_STRING;
		return true;
	case '-':
		scalar->within = IN_MINUS;
		return true;
	case '0':
		scalar->within = IN_ZERO;
		return true;
	case 't':
		scalar->word = "rue";
		return true;
	case 'f':
		scalar->word = "alse";
		return true;
	case 'n':
		scalar->word = "ull";
		return true;
	default:
		scalar->within = is_digit(first) ? IN_DIGITS : NOWHERE;
		return scalar->within != NOWHERE;
	}
}

enum json_progress
json_scalar_read(struct json_scalar *scalar, const char **at, const char *end)
{
	enum json_progress progress;

	if (scalar->within < IN_WORD)
		progress = read_string(scalar, at, end);
	else if (scalar->within == IN_WORD)
		progress = read_word(scalar, at, end);
	else
		progress = read_number(scalar, at, end);
	if (progress == JSON_COMPLETE)
		scalar->within = NOWHERE;
	return progress;
}

enum json_progress
json_scalar_end(struct json_scalar *scalar)
{
	if (is_number(scalar->within)) {
		scalar->within = NOWHERE;
		return JSON_COMPLETE;
	}
	if (scalar->within < IN_WORD)
		return refuse(scalar, "the data ends within a string");
	if (scalar->within == IN_WORD)
		return refuse(scalar, "the data ends within a word");
	return refuse(scalar, "the data ends within a number");
}
