/*
 * pools - what product combines: files and lists of values
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "input_place.h"
#include "memory.h"
#include "message.h"
#include "names.h"
#include "pools.h"
#include "row_options.h"
#include "spelled.h"
#include "tool.h"
#include <stdlib.h>
#include <string.h>

static bool
is_standard(const struct pool *pool)
{
	return pool->name && strcmp(pool->name, STANDARD_INPUT) == 0;
}

/* Say whether records are rows of fields that are spelled in them. */
static bool
are_rows(void)
{
	return row_options_dialect() == DIALECT_CSV ||
	    row_options_dialect() == DIALECT_TSV;
}

static struct pool *
add(struct pools *pools, const char *name, char eol)
{
	const struct framing framing = { .eol = eol, .delimiter =
		row_options_dialect() == DIALECT_CSV ?
		*row_options_delimiter() : '\0' };
	struct pool *pool;

	pools->pool = xgrow(pools->pool, &pools->capacity, pools->n + 1,
	    sizeof *pools->pool);
	pool = &pools->pool[pools->n++];
	*pool = (struct pool){ .name = name };
	store_open(&pool->store, &framing);
	return pool;
}

void
pools_add_files(struct pools *pools, struct names *names, char eol)
{
	const char *name;

	while ((name = names->next(names)) != NULL)
		add(pools, name, eol);
}

/* Add a word of a list. */
static void
add_word(struct pool *list, const char *word)
{
	const struct spelling spelling = { row_options_dialect(),
		*row_options_delimiter() };
	struct text text = { 0 };

	if (!are_rows()) {
		store_add_record(&list->store, word, strlen(word));
		return;
	}
	spelled_value(&spelling, &text, word, strlen(word));
	/* An empty line is no row. */
	if (text.len == 0 && spelling.dialect == DIALECT_CSV)
		text_add(&text, "\"\"", 2);
	store_add_record(&list->store, text.len > 0 ? text.bytes : "",
	    text.len);
	text_free(&text);
}

struct record
pools_spell(const struct input *in, const struct record *row, size_t columns,
    struct text *text)
{
	const struct spelling spelling = { row_options_dialect(),
		*row_options_delimiter() };
	const char *reason;
	size_t n;

	text->len = 0;
	n = spelled_add(&spelling, text, row, columns);
	reason = row_options_excess(n, columns);
	if (reason)
		input_die(in, "%s", reason);
	return (struct record){ text->len > 0 ? text->bytes : "", text->len };
}

void
pools_add_lists(struct pools *pools, char *const *word, char eol)
{
	struct pool *list = add(pools, NULL, eol);

	list->word = word;
	for (; *word; word++) {
		if (strcmp(*word, POOLS_LIST) == 0) {
			list = add(pools, NULL, eol);
			list->word = word + 1;
		} else {
			add_word(list, *word);
		}
	}
}

bool
pools_first_alone(const struct pools *pools)
{
	size_t i;

	if (!pools->pool[0].name)
		return false;
	for (i = 1; i < pools->n && is_standard(pools->pool); i++) {
		if (is_standard(&pools->pool[i]))
			return false;
	}
	return true;
}

void
pools_keep_header(struct pool *pool)
{
	const struct record *header = row_options_header();
	const struct columns *columns = row_options_columns();

	if (!header->bytes)
		return;
	columns_set(&pool->columns, &columns->names.fields, columns->origin);
	text_add(&pool->header, header->bytes, header->len);
}

/* Read rows of a FILE into the pool, as pools_spell has them. */
static void
read_rows(struct pool *pool, struct input *in)
{
	struct text text = { 0 };
	struct record row, spelled;

	while (input_next(in, &row)) {
		spelled = pools_spell(in, &row, columns_n(&pool->columns),
		    &text);
		store_add_record(&pool->store, spelled.bytes, spelled.len);
	}
	text_free(&text);
}

struct pool *
pools_original(const struct pools *pools, size_t i)
{
	size_t first = 0;

	if (!is_standard(&pools->pool[i]))
		return &pools->pool[i];
	while (!is_standard(&pools->pool[first]))
		first++;
	return &pools->pool[first];
}

/*
 * Read a FILE into the pool, or only see whether it can be opened.
 * Returns: whether it can be, and was read to its end.
 */
static bool
read_file(struct pool *pool, const struct run *run, bool only_open)
{
	struct words words;
	struct input in;
	struct span span;
	bool failed;

	tool_input(run, &in, words_open(&words, &pool->name, 1));
	pools_keep_header(pool);
	if (only_open)
		input_file(&in);
	else if (are_rows())
		read_rows(pool, &in);
	while (!only_open && input_span(&in, &span))
		store_add(&pool->store, span.bytes, span.len);
	failed = input_failed(&in);
	input_close(&in);
	return !failed;
}

/* Return views of all records of a pool. Owns: the caller frees it. */
static struct record *
index_pool(const struct pool *pool)
{
	const char *at = pool->store.arena + pool->store.begin;
	struct record *index;
	size_t i;

	if (pool->name || are_rows())
		return store_index(&pool->store);
	/* A word may have in it what ends records. */
	index = xallocate(pool->store.n, sizeof *index);
	for (i = 0; i < pool->store.n; i++) {
		index[i] = (struct record){ at, strlen(pool->word[i]) };
		at += index[i].len + 1;
	}
	return index;
}

bool
pools_hold(struct pools *pools, const struct run *run, size_t from)
{
	bool failed = false, empty = false;
	struct pool *pool;
	size_t i;

	for (i = from; i < pools->n; i++) {
		pool = pools_original(pools, i);
		if (pool->held)
			continue;
		pool->held = true;
		if (pool->name && !read_file(pool, run, failed || empty)) {
			failed = true;
			continue;
		}
		pool->column.record = index_pool(pool);
		pool->column.n = pool->store.n;
		if (pool->column.n == 0)
			empty = true;
	}
	for (i = 0; failed && i < from; i++)
		read_file(&pools->pool[i], run, true);
	pools->failed = failed;
	return !failed && !empty;
}

const struct column **
pools_columns(const struct pools *pools, size_t from, uint64_t times,
    size_t *n)
{
	const size_t once = pools->n - from;
	const struct column **column;

	if (__builtin_mul_overflow(once, times, n))
		die(NULL, "out of memory");
	column = xallocate(*n, sizeof(const struct column *));
	for (size_t i = 0; i < *n; i++)
		column[i] = &pools_original(pools, from + i % once)->column;
	return column;
}

void
pools_close(struct pools *pools)
{
	for (size_t i = 0; i < pools->n; i++) {
		store_close(&pools->pool[i].store);
		free(pools->pool[i].column.record);
		columns_close(&pools->pool[i].columns);
		text_free(&pools->pool[i].header);
	}
	free(pools->pool);
}
