/*
 * repeats - records, and how often each stands one behind the other
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

/* Put a part behind those that came before. */
static void
gather(struct repeats *repeats, const struct span *span)
{
	repeats->whole = xgrow(repeats->whole, &repeats->capacity,
	    repeats->len + span->len, 1);
	memcpy(repeats->whole + repeats->len, span->bytes, span->len);
	repeats->len += span->len;
}

/* Have whole records at hand. Returns: false after the last. */
static bool
advance(struct repeats *repeats)
{
	struct span span;

	repeats->len = 0;
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
	repeats->end = repeats->whole + repeats->len;
	return true;
}

/* What has one word; it is loaded once, and others while there is room. */
static size_t
count_word(const char *at, const char *end, const char *record, size_t len)
{
	const uint64_t word = word_load_part(record, len);
	const unsigned unused = 8 * (8 - (unsigned)len);
	size_t n = 0;

	for (; end - at >= 8; n++, at += len) {
		if ((word_load(at) ^ word) << unused != 0)
			return n;
	}
	for (; (size_t)(end - at) >= len; n++, at += len) {
		if (word_load_part(at, len) != word)
			return n;
	}
	return n;
}

/* What has two, which overlap. */
static size_t
count_words(const char *at, const char *end, const char *record, size_t len)
{
	const uint64_t first = word_load(record);
	const uint64_t last = word_load(record + len - 8);
	size_t n = 0;

	for (; (size_t)(end - at) >= len && ((word_load(at) ^ first) |
	    (word_load(at + len - 8) ^ last)) == 0; n++)
		at += len;
	return n;
}

size_t
repeats_count(const char *at, const char *end, const char *record, size_t len)
{
	size_t n = 0;

	if (len <= 8)
		return count_word(at, end, record, len);
	if (len <= 16)
		return count_words(at, end, record, len);
	for (; (size_t)(end - at) >= len && word_equal(at, record, len); n++)
		at += len;
	return n;
}

bool
repeats_next(struct repeats *repeats, struct record *record, uint64_t *n)
{
	const char *begin, *eol;
	size_t len;

	if (repeats->at == repeats->end && !advance(repeats))
		return false;
	begin = repeats->at;
	eol = memchr(begin, repeats->in->eol, (size_t)(repeats->end - begin));
	len = (size_t)(eol - begin) + 1;
	*n = 1 + repeats_count(begin + len, repeats->end, begin, len);
	*record = (struct record){ begin, len - 1 };
	repeats->at += *n * len;
	return true;
}

void
repeats_close(struct repeats *repeats)
{
	free(repeats->whole);
	*repeats = (struct repeats){ 0 };
}
