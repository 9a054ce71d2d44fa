/*
 * slice - which records START:STOP:STEP picks, as in Python
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "integer.h"
#include "memory.h"
#include "slice.h"
#include <stdlib.h>
#include <string.h>

/* Say whether a bound counts from the beginning, or from the end. */
static bool
from_begin(const struct bound *bound)
{
	return bound->given && bound->value >= 0;
}

static bool
from_end(const struct bound *bound)
{
	return bound->given && bound->value < 0;
}

/*
 * Return how far a bound is from the beginning or end that it counts from, 0
 * for None.
 */
static uint64_t
distance(const struct bound *bound)
{
	/* INT64_MIN has no positive twin, but an unsigned one. */
	return bound->value < 0 ? 0 - (uint64_t)bound->value :
	    (uint64_t)bound->value;
}

static uint64_t
least(uint64_t a, uint64_t b)
{
	return a < b ? a : b;
}

/* Return how many there are from first on, before end, at every stride. */
static uint64_t
steps(uint64_t first, uint64_t end, uint64_t stride)
{
	if (first >= end || stride == 0)
		return 0;
	return (end - first - 1) / stride + 1;
}

static bool
read_bound(struct bound *bound, const char *word)
{
	bound->value = 0;
	bound->given = strcmp(word, "None") != 0;
	return !bound->given || integer_parse(word, &bound->value);
}

/* Make a slice of n bounds, 1 to 3, as islice() takes them. */
static const char *
make(struct slice *slice, const struct bound *bound, size_t n)
{
	static const struct bound none = { false, 0 };

	slice->start = n > 1 ? bound[0] : none;
	slice->stop = n > 1 ? bound[1] : bound[0];
	slice->step = n > 2 && bound[2].given ? bound[2].value : 1;
	return slice->step == 0 ? "the step must not be 0" : NULL;
}

/* Read the parts between colons; one that is not there is None. */
static const char *
read_notation(struct slice *slice, const char *word)
{
	struct bound bound[3] = { { 0 } };
	char *const copy = xcopy(word, strlen(word));
	char *at = copy, *colon;
	bool valid = true;
	size_t n;

	for (n = 0; at && n < 3; n++) {
		colon = strchr(at, ':');
		if (colon)
			*colon++ = '\0';
		if (*at && !read_bound(&bound[n], at))
			valid = false;
		at = colon;
	}
	valid = valid && !at;
	free(copy);
	return valid ? make(slice, bound, 3) :
	    "a slice is START:STOP or START:STOP:STEP, of whole numbers";
}

const char *
slice_read(struct slice *slice, const char *const *word, size_t n,
    size_t *used)
{
	struct bound bound[3] = { { 0 } };
	size_t i;

	*used = 1;
	if (strchr(word[0], ':'))
		return read_notation(slice, word[0]);
	for (i = 0; i < n && i < 3 && read_bound(&bound[i], word[i]); i++)
		*used = i + 1;
	return i > 0 ? make(slice, bound, i) : "what to pick comes first: "
	    "a whole number, None, or a slice as 2:10";
}

enum slice_kind
slice_kind(const struct slice *slice)
{
	if (slice->step < 0)
		return SLICE_REVERSED;
	if (from_end(&slice->start))
		return SLICE_TAIL;
	return from_end(&slice->stop) ? SLICE_DELAYED : SLICE_FORWARD;
}

uint64_t
slice_stride(const struct slice *slice)
{
	const struct bound step = { true, slice->step };

	return distance(&step);
}

/* Return where a bound is among n records, where one that is None is none. */
static uint64_t
place(const struct bound *bound, uint64_t n, uint64_t none)
{
	const uint64_t far = distance(bound);

	if (!bound->given)
		return none;
	if (bound->value >= 0)
		return least(far, n);
	return far > n ? 0 : n - far;
}

/*
 * The same for the index and one more, so that before the first record is 0:
 * what backwards begins or ends at.
 */
static uint64_t
place_behind(const struct bound *bound, uint64_t n, uint64_t none)
{
	const uint64_t far = distance(bound);

	if (!bound->given)
		return none;
	if (bound->value >= 0)
		return least(far + 1, n);
	return far > n ? 0 : n - far + 1;
}

uint64_t
slice_pick(const struct slice *slice, uint64_t n, uint64_t *first)
{
	const uint64_t stride = slice_stride(slice);
	uint64_t stop;

	if (slice->step > 0) {
		*first = place(&slice->start, n, 0);
		return steps(*first, place(&slice->stop, n, n), stride);
	}
	stop = place_behind(&slice->stop, n, 0);
	*first = place_behind(&slice->start, n, n);
	n = steps(stop, *first, stride);
	if (n > 0)
		--*first;
	return n;
}

uint64_t
slice_use(const struct slice *slice)
{
	const uint64_t start = distance(&slice->start);
	const uint64_t stop = distance(&slice->stop);

	if (slice->step > 0) {
		if (!from_begin(&slice->stop))
			return SLICE_ALL;
		/* When the last START of them begin at STOP, none is left. */
		if (from_end(&slice->start))
			return start + stop;
		return slice->start.given && start > stop ? start : stop;
	}
	if (!from_begin(&slice->start))
		return SLICE_ALL;
	return start + (from_end(&slice->stop) ? stop : 1);
}

uint64_t
slice_skip(const struct slice *slice)
{
	if (slice->step > 0)
		return from_begin(&slice->start) ? distance(&slice->start) : 0;
	if (!from_begin(&slice->stop))
		return 0;
	return least(distance(&slice->stop) + 1, slice_use(slice));
}

uint64_t
slice_last(const struct slice *slice)
{
	switch (slice_kind(slice)) {
	case SLICE_FORWARD:
		return 0;
	case SLICE_TAIL:
		return distance(&slice->start);
	case SLICE_DELAYED:
		return distance(&slice->stop);
	case SLICE_REVERSED:
		break;
	}
	return from_end(&slice->stop) ? distance(&slice->stop) - 1 : SLICE_ALL;
}

bool
slice_anchored(const struct slice *slice)
{
	if (slice->step > 0)
		return !from_begin(&slice->stop);
	return !from_begin(&slice->start) || !from_end(&slice->stop);
}

uint64_t
slice_climb(const struct slice *slice, uint64_t *skip)
{
	*skip = from_end(&slice->start) ? distance(&slice->start) - 1 : 0;
	if (!from_end(&slice->stop))
		return SLICE_ALL;
	return steps(*skip, distance(&slice->stop) - 1, slice_stride(slice));
}
