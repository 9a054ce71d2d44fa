/*
 * fold - what a running total is made by: add, mul, min, max, count
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "decimal.h"
#include "fold.h"
#include "message.h"
#include "nearest.h"
#include "options.h"
#include <errno.h>
#include <string.h>
#include <unistd.h>

static void
keep_least(struct decimal *total, const struct decimal *value)
{
	if (decimal_compare(value, total) < 0)
		decimal_copy(total, value);
}

static void
keep_greatest(struct decimal *total, const struct decimal *value)
{
	if (decimal_compare(value, total) > 0)
		decimal_copy(total, value);
}

static const struct fold folds[] = {
	{ "add", decimal_add, false, "+x", "acc + x", "0" },
	{ "mul", decimal_multiply, false, "+x", "acc * x", "1" },
	{ "min", keep_least, false, "+x", "min(acc, +x)", NULL },
	{ "max", keep_greatest, false, "+x", "max(acc, +x)", NULL },
	{ "count", decimal_add, true, "1", "acc + 1", "0" },
	{ NULL, NULL, false, NULL, NULL, NULL }
};

/* What they are called elsewhere. */
static const struct hint synonyms[] = {
	{ "sum", "add" },
	{ "product", "mul" },
	{ "prod", "mul" },
	{ NULL, NULL }
};

const struct fold *
fold_find(const char *word)
{
	const struct fold *fold;

	for (fold = folds; fold->word; fold++) {
		if (strcmp(word, fold->word) == 0)
			return fold;
	}
	return NULL;
}

static const char *
meant_by(const char *word)
{
	const struct fold *fold;
	const struct hint *hint;

	for (hint = synonyms; hint->word; hint++) {
		if (strcmp(word, hint->word) == 0)
			return hint->meant;
	}
	for (fold = folds; fold->word; fold++) {
		if (nearest(word, fold->word))
			return fold->word;
	}
	return NULL;
}

const struct fold *
fold_option(const char *word)
{
	const struct fold *fold = fold_find(word);
	const char *meant;

	if (fold)
		return fold;
	meant = meant_by(word);
	if (meant)
		die_usage(word, "-f takes add, mul, min, max, count or an "
		    "expression; did you mean %s?", meant);
	return NULL;
}

void
fold_refuse_operand(const char *operand)
{
	const char *quote = fold_find(operand) ? "" : "'";

	if ((fold_find(operand) || strstr(operand, "acc")) &&
	    access(operand, F_OK) < 0)
		die(operand, "%s; for the function: %s -f %s%s%s",
		    strerror(errno), message_program(), quote, operand,
		    quote);
}
