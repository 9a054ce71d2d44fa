/*
 * mistake - what is wrong with an expression, and where
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "escape.h"
#include "expression/mistake.h"
#include "message.h"
#include <stdbool.h>
#include <string.h>

#define DOTS "..."

/* A character of the text: its bytes, and what is shown for it. */
struct character {
	size_t at, len;
	char shown[ESCAPE_MAX];
	size_t n, columns;
};

/* Read the character at *at. Returns: false at the end. */
static bool
read_character(struct character *c, const char *text, size_t len, size_t at)
{
	if (at == len)
		return false;
	c->at = at;
	c->len = escape(text + at, len - at, c->shown, &c->n);
	/* More bytes than one as they are make one column. */
	c->columns = c->len > 1 ? 1 : c->n;
	return true;
}

/* Return how many columns stand before the character of a place. */
static size_t
count_columns(const char *text, size_t len, size_t place)
{
	struct character c;
	size_t columns = 0, at;

	for (at = 0; read_character(&c, text, len, at); at += c.len) {
		if (at + c.len > place)
			break;
		columns += c.columns;
	}
	return columns;
}

/* Return the column that is shown first: a long text's place is amid. */
static size_t
first_column(const char *text, size_t len, size_t place)
{
	const size_t all = count_columns(text, len, len);
	const size_t before = count_columns(text, len, place);

	if (all <= MISTAKE_COLUMNS || before <= MISTAKE_COLUMNS / 2)
		return 0;
	if (all - before <= MISTAKE_COLUMNS / 2)
		return all - MISTAKE_COLUMNS;
	return before - MISTAKE_COLUMNS / 2;
}

/* A picture in the making. */
struct drawing {
	struct mistake_picture *picture;
	size_t line, mark, marked; /* bytes; those up to the last mark */
};

static void
add(struct drawing *drawing, const char *bytes, size_t len, size_t columns,
    bool is_marked)
{
	memcpy(drawing->picture->line + drawing->line, bytes, len);
	drawing->line += len;
	memset(drawing->picture->mark + drawing->mark, is_marked ? '^' : ' ',
	    columns);
	drawing->mark += columns;
	if (is_marked)
		drawing->marked = drawing->mark;
}

void
mistake_draw(struct mistake_picture *picture, const char *text, size_t len,
    size_t at, size_t place)
{
	const size_t first = first_column(text, len, at);
	const size_t end = at + (place > 0 ? place : 1);
	struct drawing drawing = { picture, 0, 0, 0 };
	struct character c;
	size_t column = 0, i;

	if (first > 0)
		add(&drawing, DOTS, strlen(DOTS), strlen(DOTS), false);
	for (i = 0; read_character(&c, text, len, i); i += c.len) {
		column += c.columns;
		if (column > first + MISTAKE_COLUMNS)
			break;
		if (column - c.columns >= first)
			add(&drawing, c.shown, c.n, c.columns,
			    i < end && i + c.len > at);
	}
	if (i < len)
		add(&drawing, DOTS, strlen(DOTS), strlen(DOTS), false);
	if (at >= len)
		add(&drawing, "", 0, 1, true);
	picture->line[drawing.line] = '\0';
	picture->mark[drawing.marked] = '\0';
}

void
mistake_die(const char *text, size_t len, const struct mistake *mistake)
{
	struct mistake_picture picture;
	char subject[MISTAKE_MAX + 2];
	size_t n;

	mistake_draw(&picture, text, len, mistake->at, mistake->len);
	n = strlen(picture.line);
	subject[0] = '\'';
	memcpy(subject + 1, picture.line, n);
	memcpy(subject + 1 + n, "'", 2);
	if (len == 0)
		die_usage(subject, "%s", mistake->reason);
	die_usage_drawn(subject, picture.line, picture.mark, "%s",
	    mistake->reason);
}
