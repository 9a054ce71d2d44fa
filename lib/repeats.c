/*
 * repeats - runs of equal records, one behind the other
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "memory.h"
#include "repeats.h"
#include "word.h"
#include <stdlib.h>
#include <string.h>

/* How much of a record is compared without asking how long it is. */
#define LEAD (2 * sizeof(uint64_t))
_Static_assert(LEAD <= INPUT_SLACK, "read of the shortest record, too");

/* The first bytes of a record; 0 behind it where it is shorter. */
struct lead {
	uint64_t word[2];
	size_t len; /* of the record */
};

static inline struct lead
lead_of(const struct record *record)
{
	static const char all_then_none[2 * LEAD] =
	    "\xff\xff\xff\xff\xff\xff\xff\xff"
	    "\xff\xff\xff\xff\xff\xff\xff\xff";
	const size_t len = record->len;
	const char *mask = all_then_none + LEAD - (len < LEAD ? len : LEAD);

	return (struct lead){ { word_load(record->bytes) & word_load(mask),
	    word_load(record->bytes + 8) & word_load(mask + 8) }, len };
}

static inline bool
lead_differs(const struct lead *a, const struct lead *b)
{
	return (a->len ^ b->len) | (a->word[0] ^ b->word[0]) |
	    (a->word[1] ^ b->word[1]);
}

/* Put a part behind those that came before. */
static void
gather(struct repeats *repeats, const struct span *span)
{
	repeats->whole = xgrow(repeats->whole, &repeats->whole_capacity,
	    repeats->whole_len + span->len + INPUT_SLACK, 1);
	memcpy(repeats->whole + repeats->whole_len, span->bytes, span->len);
	repeats->whole_len += span->len;
}

/* Have whole records at hand. Returns: false after the last. */
static bool
advance(struct repeats *repeats)
{
	struct span span;

	repeats->whole_len = 0;
	do {
		if (!input_span(repeats->in, &span))
			return false;
		if (span.opens && span.closes) {
			repeats->at = span.bytes;
			repeats->end = span.bytes + span.len;
			return true;
		}
		gather(repeats, &span);
	} while (!span.closes);
	repeats->at = repeats->whole;
	repeats->end = repeats->whole + repeats->whole_len;
	return true;
}

/* Put the run that may go on before those to come, where it outlives them. */
static void
keep(struct repeats *repeats)
{
	const struct record *last = &repeats->run[repeats->next];

	repeats->kept = xgrow(repeats->kept, &repeats->kept_capacity,
	    last->len + INPUT_SLACK, 1);
	memcpy(repeats->kept, last->bytes, last->len);
	repeats->until[1] = repeats->until[repeats->next + 1] -
	    repeats->until[repeats->next];
	repeats->run[0] = (struct record){ repeats->kept, last->len };
	repeats->next = 0;
	repeats->n = 1;
}

/*
 * Compare records with the one before, n of which the ends are known. A run
 * is written again and again until it has come to its end.
 */
static void
compare(struct repeats *repeats, const size_t *end, size_t n)
{
	uint64_t count = repeats->until[repeats->n];
	struct record before = { "", SIZE_MAX }, here;
	struct lead past = { .len = SIZE_MAX }, lead;
	size_t runs = repeats->n, begin = 0, i;
	bool differs;

	if (runs > 0) {
		before = repeats->run[0];
		past = lead_of(&before);
	}
	for (i = 0; i < n; i++) {
		here = (struct record){ repeats->at + begin, end[i] - begin };
		lead = lead_of(&here);
		differs = lead_differs(&lead, &past);
		if (here.len > LEAD && !differs)
			differs = !word_equal(here.bytes + LEAD,
			    before.bytes + LEAD, here.len - LEAD);
		runs += differs;
		repeats->run[runs - 1] = before = here;
		repeats->until[runs] = ++count;
		past = lead;
		begin = end[i] + 1;
	}
	repeats->n = runs;
	repeats->at += begin;
}

/* Compare what comes next. Returns: false after the last. */
static bool
look(struct repeats *repeats)
{
	size_t end[REPEATS_RECORDS], n;

	if (repeats->next < repeats->n)
		keep(repeats);
	else
		repeats->next = repeats->n = 0;
	if (repeats->at == repeats->end && !advance(repeats))
		return false;
	n = scan_ends(repeats->at, (size_t)(repeats->end - repeats->at),
	    repeats->in->framing.eol, end, REPEATS_RECORDS);
	compare(repeats, end, n);
	return true;
}

bool
repeats_next(struct repeats *repeats, struct record *record, uint64_t *n)
{
	bool more = true;
	size_t i;

	/* The last run is whole only where nothing follows. */
	while (more && repeats->next + 1 >= repeats->n)
		more = look(repeats);
	if (repeats->next == repeats->n)
		return false;
	i = repeats->next++;
	*record = repeats->run[i];
	*n = repeats->until[i + 1] - repeats->until[i];
	return true;
}

void
repeats_close(struct repeats *repeats)
{
	free(repeats->kept);
	free(repeats->whole);
	*repeats = (struct repeats){ 0 };
}
