/*
 * progression - the lines of numbers that are a step apart
 *
 * A page is best when it leads to a number that is a power of ten away: a
 * thousand lines with a step of 1 or 0.01, two hundred with 5. Then all digits
 * of a line but one stay, and that one changes by one, until it would carry.
 * With another step a page is a block.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "adder.h"
#include "memory.h"
#include "numeral.h"
#include "progression.h"
#include "record.h"
#include <stdlib.h>
#include <string.h>

#define BLOCK PROGRESSION_BLOCK

/* How many digits of a step are looked at: powers of ten fit a word. */
#define POWER_DIGITS 18

/* How long such a page may be: at most half a block, and soon read again. */
#define PAGE ((size_t)32 * 1024)

/* Lines of the pattern, a multiple of this, fill whole vectors. */
#define PATTERN_LINES 64

/* How long it is at least; it repeats itself for longer pages. */
#define PATTERN ((size_t)4 * 1024)

/* Say whether number is stop or past it. */
static bool
reached(const struct progression *p, const struct digits *number)
{
	int order;

	if (p->endless)
		return false;
	order = digits_compare(number, &p->stop);
	return p->step.negative ? order <= 0 : order >= 0;
}

bool
progression_ended(const struct progression *p)
{
	return reached(p, &p->number);
}

/* How long the line of number is, with its terminator. */
static size_t
line_len(const struct progression *p, const struct digits *number)
{
	size_t len = number->len > p->scale ? number->len : p->scale + 1;

	return number->negative + len + (p->scale > 0) + 1;
}

/* Write the line of number, which is so long, and step on. */
static void
write_line(struct progression *p, char *at, size_t len)
{
	const bool negative = p->number.negative;
	char *const end = at + len - 1;
	size_t n;
	const char *const text = digits_text(&p->number, &n);

	n -= negative;
	memcpy(end - n, text + negative, n);
	if (p->scale > 0 || negative)
		numeral_complete(end - n, end, p->scale, negative);
	*end = p->eol;
	digits_add(&p->number, &p->step);
}

/* Return how many lines lead to a power of ten, 0 where no page can. */
static size_t
lines_to_power(const struct progression *p, size_t width)
{
	uint64_t power = 1, distance = 0;
	size_t n = 0, len;
	const char *text = digits_text(&p->step, &len);

	while (len > 1 && text[len - 1] == '0')
		len--;
	if (len > POWER_DIGITS)
		return 0;
	for (size_t i = p->step.negative; i < len; i++)
		distance = distance * 10 + (uint64_t)(text[i] - '0');
	for (size_t i = 0; distance > 0 && i < POWER_DIGITS; i++) {
		power *= 10;
		if (power / distance > PAGE / width)
			break;
		if (power % distance == 0)
			n = (size_t)(power / distance);
	}
	return n;
}

/* Write what is added to each line, which leap is for all. */
static void
write_pattern(struct progression *p, const struct digits *leap)
{
	char *const end = p->pattern + p->width - 1;
	size_t n, behind;
	const char *text = digits_text(leap, &n);

	text += leap->negative;
	n -= leap->negative;
	behind = n < p->scale ? n : p->scale;
	memset(p->pattern, '0', p->width);
	memcpy(end - behind, text + n - behind, behind);
	if (n > p->scale)
		memcpy(end - (p->scale > 0) - n, text, n - behind);
	for (size_t at = p->width; at < p->pattern_len; at += p->width)
		memcpy(p->pattern + at, p->pattern, p->width);
	for (size_t i = 0; i < p->pattern_len; i++)
		p->apart[i] = (signed char)(leap->negative == p->negative ?
		    p->pattern[i] - '0' : '0' - p->pattern[i]);
}

/* Prepare what is added. leap is ten to some power where it is round. */
static void
prepare(struct progression *p, bool round)
{
	struct digits leap = DIGITS_INIT;
	size_t n = PATTERN / p->width / PATTERN_LINES * PATTERN_LINES;

	if (n == 0)
		n = PATTERN_LINES;
	if (n > p->block)
		n = p->block;
	p->column = p->pattern_len = 0;
	digits_copy(&leap, &p->step);
	digits_multiply(&leap, (uint32_t)p->page);
	if (line_len(p, &leap) - leap.negative <= p->width - p->negative) {
		free(p->pattern);
		free(p->apart);
		p->pattern_len = n * p->width;
		p->pattern = xallocate(p->pattern_len, 1);
		p->apart = xallocate(p->pattern_len, 1);
		write_pattern(p, &leap);
	}
	if (p->pattern_len > 0 && round)
		p->column = (size_t)((char *)memchr(p->pattern, '1',
		    p->width) - p->pattern);
	digits_free(&leap);
}

/* Begin anew, with lines as that of number will be. */
static void
begin(struct progression *p)
{
	const size_t width = line_len(p, &p->number);
	const size_t round = lines_to_power(p, width);

	p->width = width;
	p->negative = p->number.negative;
	p->block = width < BLOCK ? BLOCK / width : 1;
	p->page = round > 0 ? round : p->block;
	p->full = false;
	p->lines = xgrow(p->lines, &p->capacity, p->block * width, 1);
	prepare(p, round > 0);
}

/* Say whether the line of number is as those of the page. */
static bool
fits(const struct progression *p, const struct digits *number)
{
	return number->negative == p->negative &&
	    line_len(p, number) == p->width;
}

/* Make lines one by one, up to a block. Returns: how many. */
static size_t
fill(struct progression *p)
{
	size_t n;

	for (n = 0; n < p->block && !progression_ended(p) &&
	    fits(p, &p->number); n++)
		write_line(p, p->lines + n * p->width, p->width);
	p->full = n == p->block;
	return n;
}

/* Say whether the digit that changes in lines up to end can carry. */
static bool
carries(const struct progression *p, const char *lines, const char *end)
{
	const char most = p->step.negative == p->negative ? '9' : '0';

	/* It is the same in all lines, or has just two values. */
	return p->column == 0 || lines[p->column] == most ||
	    (end - p->width)[p->column] == most;
}

/* Make lines, so many bytes of them, of those a page before. */
static void
add(const struct progression *p, char *to, const char *from, size_t len)
{
	const char *const end = from + len;

	for (; from < end; from += len, to += len) {
		len = (size_t)(end - from);
		if (len > p->pattern_len)
			len = p->pattern_len;
		if (!carries(p, from, from + len))
			adder_add_apart(to, from, p->apart, len);
		else if (p->step.negative == p->negative)
			adder_add(to, from, p->pattern, len, false);
		else
			adder_subtract(to, from, p->pattern, len, false);
	}
}

/* Make a block of the one that is there. Returns: false where none fits. */
static bool
derive(struct progression *p)
{
	const size_t page = p->page * p->width, block = p->block * p->width;
	size_t n;

	if (!p->full || p->pattern_len == 0)
		return false;
	/* Its last line tells. */
	digits_copy(&p->last, &p->step);
	digits_multiply(&p->last, (uint32_t)(p->block - 1));
	digits_add(&p->last, &p->number);
	if (!fits(p, &p->last) || reached(p, &p->last))
		return false;
	/* Before the first page is what was the last. */
	add(p, p->lines, p->lines + block - page, page);
	for (size_t at = page; at < block; at += n) {
		n = block - at < page ? block - at : page;
		add(p, p->lines + at, p->lines + at - page, n);
	}
	digits_copy(&p->number, &p->last);
	digits_add(&p->number, &p->step);
	return true;
}

bool
progression_lines(struct progression *p, struct span *span)
{
	size_t n;

	if (progression_ended(p))
		return false;
	if (p->width == 0 || !fits(p, &p->number))
		begin(p);
	n = derive(p) ? p->block : fill(p);
	*span = (struct span){ p->lines, n * p->width, true, true };
	return true;
}

void
progression_line(struct progression *p, struct span *span)
{
	const size_t len = line_len(p, &p->number);

	p->width = 0;
	p->lines = xgrow(p->lines, &p->capacity, len, 1);
	write_line(p, p->lines, len);
	*span = (struct span){ p->lines, len, true, true };
}

void
progression_free(struct progression *p)
{
	digits_free(&p->number);
	digits_free(&p->step);
	digits_free(&p->stop);
	digits_free(&p->last);
	free(p->lines);
	free(p->pattern);
	free(p->apart);
	*p = (struct progression)PROGRESSION_INIT;
}
