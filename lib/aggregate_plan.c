/*
 * aggregate_plan - which values are asked for of each group of records
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "aggregate_plan.h"
#include "memory.h"
#include "message.h"
#include "nearest.h"
#include "selection.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Does an item stand alone, with a field, or either way? */
enum use { ALONE, EITHER, WITH_FIELD };

static const struct word {
	const char *name;
	enum use use;
	enum aggregate_kind kind;
	enum slot_kind slot;
} words[] = {
	{ "count", ALONE, AGGREGATE_COUNT, SLOT_SUM },
	{ "first", EITHER, AGGREGATE_SLOT, SLOT_FIRST },
	{ "last", EITHER, AGGREGATE_SLOT, SLOT_LAST },
	{ "min", WITH_FIELD, AGGREGATE_SLOT, SLOT_MIN },
	{ "max", WITH_FIELD, AGGREGATE_SLOT, SLOT_MAX },
	{ "sum", WITH_FIELD, AGGREGATE_SLOT, SLOT_SUM },
	{ "mean", WITH_FIELD, AGGREGATE_MEAN, SLOT_SUM },
	{ "distinct", WITH_FIELD, AGGREGATE_SLOT, SLOT_DISTINCT },
	{ "list", WITH_FIELD, AGGREGATE_SLOT, SLOT_LIST },
	{ NULL, ALONE, AGGREGATE_COUNT, SLOT_SUM }
};

static const struct word percentile = {
	"p50", WITH_FIELD, AGGREGATE_PERCENTILE, SLOT_VALUES
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/*
 * Read the percentage of pNN, at most 100, with at most 6 digits behind the
 * point.
 */
static bool
read_percent(const char *text, uint32_t *percent)
{
	uint32_t number = 0, part = AGGREGATE_WHOLE / 100;

	for (; is_digit(*text) && number <= 100; text++)
		number = number * 10 + (uint32_t)(*text - '0');
	if (number > 100)
		return false;
	*percent = number * part;
	if (*text == '.') {
		if (!is_digit(*++text))
			return false;
		for (; is_digit(*text) && part > 1; text++) {
			part /= 10;
			*percent += (uint32_t)(*text - '0') * part;
		}
	}
	return *text == '\0' && *percent <= AGGREGATE_WHOLE;
}

/* What other tools call them. */
static const char *const elsewhere[][2] = {
	{ "average", "mean" }, { "avg", "mean" }, { "len", "count" },
	{ "maximum", "max" }, { "median", "p50" }, { "minimum", "min" },
	{ "nunique", "distinct" }, { "size", "count" }, { "total", "sum" },
	{ "unique", "distinct" }
};

static const char *
translate(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++) {
		if (strcmp(name, elsewhere[i][0]) == 0)
			return elsewhere[i][1];
	}
	return NULL;
}

/* Return the word that name probably means, or NULL. */
static const char *
meant(const char *name)
{
	const char *other = translate(name);
	const struct word *word;

	for (word = words; !other && word->name; word++) {
		if (nearest(name, word->name))
			other = word->name;
	}
	return other;
}

static const char *
refuse_word(const char *name)
{
	const char *other = meant(name);

	if (other)
		return because("'%.64s': no such aggregate; did you "
		    "mean %s?", name, other);
	return because("'%.64s': no such aggregate; there are count, first, "
	    "last, min, max, sum, mean, distinct, list, p50", name);
}

/* Return the word that is called name; NULL with *reason where none is. */
static const struct word *
find_word(const char *name, uint32_t *percent, const char **reason)
{
	const struct word *word;

	*percent = 0;
	for (word = words; word->name; word++) {
		if (strcmp(word->name, name) == 0)
			return word;
	}
	if (name[0] != 'p' || !is_digit(name[1])) {
		*reason = refuse_word(name);
		return NULL;
	}
	if (read_percent(name + 1, percent))
		return &percentile;
	*reason = because("'%.64s': a percentile is p0 to p100, with at most "
	    "6 digits behind the point", name);
	return NULL;
}

/* Return the slot of that kind and source, a new one where there is none. */
static size_t
find_slot(struct aggregate_plan *plan, enum slot_kind kind, size_t source)
{
	size_t i;

	for (i = 0; i < plan->n_slots; i++) {
		if (plan->slot[i].kind == kind &&
		    plan->slot[i].source == source)
			return i;
	}
	plan->slot = xgrow(plan->slot, &plan->slot_capacity, i + 1,
	    sizeof *plan->slot);
	plan->slot[i] = (struct aggregate_slot){ kind, source };
	plan->n_slots++;
	if (kind == SLOT_DISTINCT && !plan->distinct) {
		table_open(&plan->seen, 0, false);
		plan->distinct = true;
	}
	return i;
}

/* Return the place of a field among those that are read as numbers. */
static size_t
find_number(struct aggregate_plan *plan, size_t field)
{
	size_t i;

	for (i = 0; i < plan->n_numbers; i++) {
		if (plan->number[i].field == field)
			return i;
	}
	plan->number = xgrow(plan->number, &plan->number_capacity, i + 1,
	    sizeof *plan->number);
	plan->number[i] = (struct aggregate_number){ field, DECIMAL_INIT };
	plan->n_numbers++;
	return i;
}

static void
add(struct aggregate_plan *plan, const struct word *word, const char *name,
    uint32_t percent, size_t field)
{
	size_t slot = 0;

	if (word->kind != AGGREGATE_COUNT)
		slot = find_slot(plan, word->slot, word->slot <= SLOT_VALUES ?
		    find_number(plan, field) : field);
	plan->item = xgrow(plan->item, &plan->capacity, plan->n + 1,
	    sizeof *plan->item);
	plan->item[plan->n++] = (struct aggregate_item){ word->kind, percent,
		slot, xcopy(name, strlen(name)), field };
}

/* Find the one field that text names. Returns: NULL, or why it does not. */
static const char *
find_field(struct aggregate_plan *plan, const char *text,
    const struct splitter *splitter, size_t *field)
{
	struct selection selection = { 0 };
	const char *reason = selection_add(&selection, text, splitter);

	if (!reason) {
		*field = selection.range->first;
		if (selection.range->last != *field)
			reason = because("'%.64s': one field, not several",
			    text);
	}
	plan->unknown = selection.unknown;
	selection_close(&selection);
	return reason;
}

static const char *
add_item(struct aggregate_plan *plan, char *item,
    const struct splitter *splitter)
{
	const struct word *word;
	const char *reason = NULL;
	char *text = strchr(item, ':');
	size_t field = AGGREGATE_RECORD;
	uint32_t percent;

	if (text)
		*text++ = '\0';
	word = find_word(item, &percent, &reason);
	if (!word)
		return reason;
	if (text && word->use == ALONE)
		return because("%s takes no field", item);
	if (text ? *text == '\0' : word->use == WITH_FIELD)
		return because("%s needs a field: %s:2", item, item);
	if (text) {
		reason = find_field(plan, text, splitter, &field);
		if (reason)
			return reason;
	}
	add(plan, word, item, percent, field);
	return NULL;
}

/*
 * End an item where the next one begins. The name of a column may have commas;
 * the longest that there is counts.
 * Returns: the next one, NULL where there is none.
 */
static char *
cut_item(char *item, const struct splitter *splitter)
{
	const char *const colon = strchr(item, ':');
	char *comma = strchr(item, ','), *end = item + strlen(item);

	if (comma && colon && colon < comma && splitter->columns &&
	    !splitter->columns->open) {
		const char *const name = colon + 1;

		while (end > comma && splitter_column(splitter, name,
		    (size_t)(end - name)) == SIZE_MAX)
			end = memrchr(name, ',', (size_t)(end - name));
		comma = *end != '\0' ? end : NULL;
	}
	if (comma)
		*comma++ = '\0';
	return comma;
}

const char *
aggregate_plan_parse(struct aggregate_plan *plan, const char *list,
    const struct splitter *splitter)
{
	const char *reason = NULL;
	char *items = xcopy(list, strlen(list));
	char *item, *next = items;

	plan->unknown = false;
	while (!reason && (item = next) != NULL) {
		next = cut_item(item, splitter);
		if (*item == '\0')
			reason = because("'%.64s' has an empty item", list);
		else
			reason = add_item(plan, item, splitter);
	}
	free(items);
	return reason;
}

size_t
aggregate_plan_reach(const struct aggregate_plan *plan)
{
	size_t reach = 0, field, i;

	for (i = 0; i < plan->n_slots; i++) {
		field = plan->slot[i].source;
		if (plan->slot[i].kind <= SLOT_VALUES)
			field = plan->number[field].field;
		if (field != AGGREGATE_RECORD && field >= reach)
			reach = field + 1;
	}
	return reach;
}

void
aggregate_plan_close(struct aggregate_plan *plan)
{
	size_t i;

	for (i = 0; i < plan->n_numbers; i++)
		decimal_free(&plan->number[i].value);
	for (i = 0; i < plan->n; i++)
		free(plan->item[i].word);
	decimal_free(&plan->written);
	if (plan->distinct)
		table_close(&plan->seen);
	free(plan->item);
	free(plan->slot);
	free(plan->number);
	free(plan->key);
	*plan = (struct aggregate_plan)AGGREGATE_PLAN_INIT;
}
