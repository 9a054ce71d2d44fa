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
#include <string.h>

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
	{ "add", decimal_add, false },
	{ "mul", decimal_multiply, false },
	{ "min", keep_least, false },
	{ "max", keep_greatest, false },
	{ "count", decimal_add, true },
	{ NULL, NULL, false }
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
		die_usage(word, "-f takes add, mul, min, max or count; "
		    "did you mean %s?", meant);
	die_usage(word, "-f takes add, mul, min, max or count");
}
