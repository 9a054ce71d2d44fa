/*
 * Records split at blanks and at a separator, however far they are needed,
 * and a LIST of which fields count: as a plain loop has it. Keys that are
 * packed are equal where their fields are, and come out again.
 *
 * Shape: a LIST, a SEP, records, each ended by a newline.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "aid.h"
#include "fields.h"
#include "fuzz.h"
#include "key.h"
#include "selection.h"
#include "separator.h"
#include "table.h"
#include <stdlib.h>
#include <string.h>

#define LONGEST 1024
#define FIELDS_MAX 1100
#define RECORDS_MAX 16
#define ITEMS_MAX 64

/* -------- splitting, plainly -------- */

struct plain {
	struct record field[FIELDS_MAX];
	size_t n;
};

static void
push(struct plain *plain, const char *bytes, size_t len)
{
	must(plain->n < FIELDS_MAX);
	plain->field[plain->n++] = (struct record){ bytes, len };
}

static void
split_plain(struct plain *plain, const struct record *record,
    const char *separator, size_t len)
{
	const char *bytes = record->bytes;
	size_t begin = 0, i;

	plain->n = 0;
	for (i = 0; i < record->len; i++) {
		if (!separator && (bytes[i] == ' ' || bytes[i] == '\t')) {
			if (i > begin)
				push(plain, bytes + begin, i - begin);
			begin = i + 1;
		}
		if (separator && record->len - i >= len &&
		    memcmp(bytes + i, separator, len) == 0) {
			push(plain, bytes + begin, i - begin);
			i += len - 1;
			begin = i + 1;
		}
	}
	if (separator || record->len > begin)
		push(plain, bytes + begin, record->len - begin);
}

static void
must_be_field(const struct record *field, const struct record *want)
{
	must_equal(field->bytes, field->len, want->bytes, want->len);
}

static void
check_split(struct splitter *splitter, const struct record *record,
    const struct plain *plain)
{
	const size_t most = plain->n + 1;
	size_t reach, i;

	for (reach = 0; reach <= most; reach += 1 + reach / 3) {
		must(splitter_split(splitter, record, reach) ==
		    SPLIT_DONE);
		must(splitter->fields.n ==
		    (reach < plain->n ? reach : plain->n));
		for (i = 0; i < splitter->fields.n; i++)
			must_be_field(&splitter->fields.field[i],
			    &plain->field[i]);
	}
	must(splitter_split(splitter, record, SIZE_MAX) == SPLIT_DONE);
	must(splitter->fields.n == plain->n);
}

/* -------- a LIST, plainly -------- */

/* Ranges from 0, the last one not in it; SIZE_MAX: as many as there are. */
struct list {
	size_t from[ITEMS_MAX], to[ITEMS_MAX];
	size_t n;
};

/* Read a number as far as is of use here; false where there is none. */
static bool
read_number(const char **at, size_t *number)
{
	const char *begin = *at;

	for (*number = 0; **at >= '0' && **at <= '9'; ++*at)
		if (*number < 100000)
			*number = *number * 10 + (size_t)(**at - '0');
	return *at > begin;
}

static bool
read_list(struct list *list, const char *at)
{
	size_t first, last;
	bool has_first, has_last;

	for (list->n = 0;; at++) {
		has_first = read_number(&at, &first);
		last = first;
		has_last = has_first;
		if (*at == '-') {
			at++;
			has_last = read_number(&at, &last);
		}
		if ((*at != ',' && *at != '\0') || (!has_first && !has_last))
			return false;
		if (!has_first)
			first = 1;
		if (first == 0 || (has_last && last < first))
			return false;
		must(list->n < ITEMS_MAX);
		list->from[list->n] = first - 1;
		list->to[list->n++] = has_last ? last : SIZE_MAX;
		if (*at == '\0')
			return true;
	}
}

/* Say whether a number in it is beyond what is compared here. */
static bool
is_far(const char *list)
{
	size_t digits = 0;

	for (; *list; list++) {
		digits = *list >= '0' && *list <= '9' ? digits + 1 : 0;
		if (digits > 3)
			return true;
	}
	return false;
}

static void
check_selected(const struct list *list, const struct plain *plain,
    const struct fields *got)
{
	const struct record nothing = { "", 0 };
	size_t n = 0, i, k, to;

	for (k = 0; k < list->n; k++) {
		to = list->to[k] == SIZE_MAX ? plain->n : list->to[k];
		for (i = list->from[k]; i < to; i++) {
			must(n < got->n);
			must_be_field(&got->field[n++],
			    i < plain->n ? &plain->field[i] : &nothing);
		}
	}
	must(n == got->n);
}

/* -------- keys -------- */

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool
equal_plain(const struct fields *a, const struct fields *b, bool ignore_case)
{
	size_t i, k;

	if (a->n != b->n)
		return false;
	for (i = 0; i < a->n; i++) {
		if (a->field[i].len != b->field[i].len)
			return false;
		for (k = 0; k < a->field[i].len; k++) {
			char x = a->field[i].bytes[k];
			char y = b->field[i].bytes[k];

			if (x != y && (!ignore_case || lower(x) != lower(y)))
				return false;
		}
	}
	return true;
}

/* What is packed comes out again. */
static void
check_packed(const struct fields *key, struct packed *packed)
{
	struct fields back = { 0 };
	const size_t begin = packed->len;
	struct record run;

	packed_add(packed, key);
	run = (struct record){ packed->bytes + begin, packed->len - begin };
	packed_split(&run, &back);
	must(equal_plain(&back, key, false));
	fields_close(&back);
}

/* The keys of all records, each with those before it. */
static void
check_keys(struct kept_fields *key, size_t n, bool ignore_case)
{
	struct table table;
	size_t i, k, *number;
	bool fresh;

	table_open(&table, sizeof *number, ignore_case);
	for (i = 0; i < n; i++) {
		struct packed packed = { 0 };

		check_packed(&key[i].fields, &packed);
		for (k = 0; k < i; k++) {
			const bool same = equal_plain(&key[k].fields,
			    &key[i].fields, ignore_case);

			must(fields_equal(&key[k].fields, &key[i].fields,
			    ignore_case) == same);
			if (same)
				break;
		}
		number = table_find(&table, packed.bytes, packed.len, &fresh);
		must(fresh == (k == i));
		must(*number == (fresh ? 0 : k + 1));
		if (fresh)
			*number = i + 1;
		free(packed.bytes);
	}
	table_close(&table);
}

/* Split records and keep what the list takes of each. */
static void
check_all(struct splitter *splitter, const struct list *list,
    const struct selection *selection, struct pieces pieces)
{
	struct kept_fields key[RECORDS_MAX] = { { { 0 } } };
	struct plain *plain = malloc(sizeof *plain);
	struct fields taken = { 0 };
	struct record record;
	char *text[RECORDS_MAX], *exact;
	size_t n = 0, len, i;

	must(plain != NULL);
	for (; n < RECORDS_MAX && pieces.left > 0; n++) {
		text[n] = pieces_text(&pieces, '\n', &len);
		exact = apart(text[n], len);
		free(text[n]);
		text[n] = exact;
		record = (struct record){ exact, len };
		split_plain(plain, &record, splitter->separator,
		    splitter->separator_len);
		check_split(splitter, &record, plain);
		splitter_split(splitter, &record,
		    selection_reach(selection));
		selection_take(selection, &splitter->fields, &taken);
		if (selection->n > 0)
			check_selected(list, plain, &taken);
		else
			must(taken.n == 1 &&
			    taken.field[0].len == record.len);
		fields_keep(&key[n], &taken);
	}
	check_keys(key, n, false);
	check_keys(key, n, true);
	for (i = 0; i < n; i++) {
		kept_fields_close(&key[i]);
		free(text[i]);
	}
	fields_close(&taken);
	free(plain);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct pieces pieces = { bytes, len };
	struct splitter splitter = { 0 };
	struct selection selection = { 0 };
	const char *reason;
	char *text, *separator;
	struct list list = { 0 };
	size_t n;

	if (len > LONGEST)
		return 0;
	text = pieces_text(&pieces, '\n', &n);
	if (n <= ITEMS_MAX && !is_far(text)) {
		reason = selection_add(&selection, text, &splitter);
		must(!reason == read_list(&list, text));
		must(!reason || selection.n == 0);
	}
	free(text);
	check_all(&splitter, &list, &selection, pieces);
	text = pieces_text(&pieces, '\n', &n);
	separator = separator_decode(text, &n, &reason);
	free(text);
	if (separator && n > 0) {
		splitter.separator = separator;
		splitter.separator_len = n;
		check_all(&splitter, &list, &selection, pieces);
	}
	free(separator);
	splitter_close(&splitter);
	selection_close(&selection);
	return 0;
}
