/*
 * Words as a slice: read as they are read here; for small numbers of records
 * it picks what Python's slice picks; what it says that it uses, skips and
 * keeps is enough to find those.
 *
 * Shape: words, each ended by a newline.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "aid.h"
#include "fuzz.h"
#include "integer.h"
#include "slice.h"
#include <stdlib.h>
#include <string.h>

#define WORDS_MAX 5
#define RECORDS_MAX 40

/* Past all numbers of records that are tried. */
#define FAR 1000

/* Read an integer of so many bytes as far as FAR. Returns: false: none. */
static bool
read_plain(const char *word, size_t len, int *value)
{
	const bool negative = len > 0 && *word == '-';
	size_t i = len > 0 && (*word == '-' || *word == '+');
	bool digit = false;

	*value = 0;
	for (; i < len; i++) {
		if (word[i] == '_') {
			if (!digit)
				return false;
			digit = false;
			continue;
		}
		digit = word[i] >= '0' && word[i] <= '9';
		if (!digit)
			return false;
		*value = *value * 10 + word[i] - '0';
		if (*value > FAR)
			*value = FAR;
	}
	if (negative)
		*value = -*value;
	return digit;
}

static int
near(int64_t value)
{
	return value > FAR ? FAR : value < -FAR ? -FAR : (int)value;
}

/* What Python's slice(start, stop, step).indices(n) is made of. */
struct plain {
	bool has_start, has_stop;
	int start, stop, step;
};

/* Put the indices that are picked of n. Returns: how many. */
static size_t
pick_plain(const struct plain *plain, int n, int picked[RECORDS_MAX])
{
	const int least = plain->step < 0 ? -1 : 0;
	const int most = plain->step < 0 ? n - 1 : n;
	int start = plain->start, stop = plain->stop;
	size_t count = 0;

	start += start < 0 ? n : 0;
	stop += stop < 0 ? n : 0;
	start = start < least ? least : start > most ? most : start;
	stop = stop < least ? least : stop > most ? most : stop;
	if (!plain->has_start)
		start = plain->step < 0 ? n - 1 : 0;
	if (!plain->has_stop)
		stop = plain->step < 0 ? -1 : n;
	for (; plain->step < 0 ? start > stop : start < stop;
	    start += plain->step)
		picked[count++] = start;
	return count;
}

/* Hold what is known before of how many records against what is picked. */
static void
check_plan(const struct slice *slice, int n, const int *picked, size_t count)
{
	const uint64_t use = slice_use(slice), last = slice_last(slice);
	const uint64_t used = use < (uint64_t)n ? use : (uint64_t)n;
	const enum slice_kind kind = slice_kind(slice);
	uint64_t climb, skip, at;
	size_t i;

	for (i = 0; i < count; i++) {
		at = (uint64_t)picked[i];
		must(at < used && at >= slice_skip(slice));
		if (kind == SLICE_DELAYED)
			must(at + last < used);
		else if (kind != SLICE_FORWARD)
			must(last >= used || at >= used - last);
	}
	if (kind != SLICE_REVERSED || !slice_anchored(slice))
		return;
	climb = slice_climb(slice, &skip);
	for (i = 0, at = skip; at < used && i < climb &&
	    used - 1 - at >= slice_skip(slice); i++) {
		must(i < count);
		must((uint64_t)picked[i] == used - 1 - at);
		if (slice_stride(slice) > UINT64_MAX - at) {
			i++;
			break;
		}
		at += slice_stride(slice);
	}
	must(i == count);
}

static void
check_picks(const struct slice *slice)
{
	const struct plain plain = {
		slice->start.given, slice->stop.given,
		near(slice->start.value), near(slice->stop.value),
		near(slice->step)
	};
	int picked[RECORDS_MAX], of_used[RECORDS_MAX];
	const uint64_t use = slice_use(slice);
	uint64_t first, n;
	size_t count, i;
	int records;

	for (records = 0; records < RECORDS_MAX; records++) {
		count = pick_plain(&plain, records, picked);
		n = slice_pick(slice, (uint64_t)records, &first);
		must(n == count);
		must(n == 0 || first == (uint64_t)picked[0]);
		check_plan(slice, records, picked, count);
		/* With so many the answer is known. */
		if (use < (uint64_t)records) {
			must(pick_plain(&plain, (int)use, of_used) == count);
			for (i = 0; i < count; i++)
				must(of_used[i] == picked[i]);
		}
	}
	/* No number of records is too large. */
	n = slice_pick(slice, SLICE_ALL, &first);
	must(n == 0 || first < SLICE_ALL);
}

/* Read a bound: None, or an integer. */
static bool
read_bound(const char *word, size_t len, bool *given, int *value)
{
	*value = 0;
	*given = len != 4 || memcmp(word, "None", 4) != 0;
	return !*given || read_plain(word, len, value);
}

/* Return how many words are used, 0 where they are no slice. */
static size_t
read_slice(const char *const *word, size_t n, struct plain *plain)
{
	bool given[3] = { false, false, false };
	int value[3] = { 0, 0, 0 };
	const char *at = word[0], *colon;
	size_t used = 0, i = 0;

	if (strchr(at, ':')) {
		for (; at; at = colon ? colon + 1 : NULL, i++) {
			const size_t len = strcspn(at, ":");

			colon = at[len] ? at + len : NULL;
			if (i == 3 || (len > 0 && !read_bound(at, len,
			    &given[i], &value[i])))
				return 0;
		}
		used = 1;
	} else {
		while (used < 3 && used < n && read_bound(word[used],
		    strlen(word[used]), &given[used], &value[used]))
			used++;
		if (used < 3)
			given[used] = false;
		if (used == 1) {
			given[1] = given[0];
			value[1] = value[0];
			given[0] = false;
		}
	}
	plain->has_start = given[0];
	plain->has_stop = given[1];
	plain->start = given[0] ? value[0] : 0;
	plain->stop = given[1] ? value[1] : 0;
	plain->step = given[2] ? value[2] : 1;
	return plain->step == 0 ? 0 : used;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct pieces pieces = { bytes, len };
	const char *word[WORDS_MAX];
	char *text[WORDS_MAX];
	struct plain plain = { 0 };
	struct slice slice;
	const char *reason;
	size_t n = 0, used, i;
	int64_t value;
	int small;

	if (len > 200 || len == 0)
		return 0;
	for (; n < WORDS_MAX && pieces.left > 0; n++)
		word[n] = text[n] = pieces_text(&pieces, '\n', &i);
	for (i = 0; i < n; i++) {
		must(integer_valid(word[i]) ==
		    read_plain(word[i], strlen(word[i]), &small));
		must(integer_parse(word[i], &value) ==
		    integer_valid(word[i]));
		if (integer_valid(word[i]))
			must(near(value) == small);
	}
	reason = slice_read(&slice, word, n, &used);
	i = read_slice(word, n, &plain);
	must(!reason == (i > 0));
	if (!reason) {
		must(used == i);
		must(slice.start.given == plain.has_start);
		must(slice.stop.given == plain.has_stop);
		must(near(slice.start.value) == plain.start);
		must(near(slice.stop.value) == plain.stop);
		must(near(slice.step) == plain.step);
		check_picks(&slice);
	}
	while (n > 0)
		free(text[--n]);
	return 0;
}
