/*
 * lane - a file that is read beside others
 *
 * Layer 2: may include layers 0 and 1, input and input_place. Between the
 * records that the input hands out at once and those that are used one by one:
 * knows how many there are without another read, and where the next one
 * begins.
 *
 *	struct lane lane;
 *	lane_open(&lane, name, '\n');
 *	input_open(&lane.in, words_open(&lane.words, &lane.name, 1), '\n');
 *	while (lane_reach(&lane))
 *		for (; lane.n > 0; lane.n--)
 *			lane_next(&lane, &record);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef LANE_H
#define LANE_H

#include "framing.h"
#include "input.h"
#include "names.h"
#include "record.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/types.h>

struct lane {
	const char *name; /* as typed */
	struct words words;
	struct input in; /* of this one file; opened and closed by the owner */
	bool is_standard; /* standard input, which others may read on */
	bool ended;
	char eol;
	struct framing framing; /* where records end of what is not used */
	size_t fields; /* of rows: how many one has; 0: not known */

	/* what was handed out and is not used */
	const char *at, *end;
	uint64_t n; /* how many whole records that is; lane_next's caller
		     * counts it down */
};

/*
 * Begin with the file name, whose records end with eol. Rows of CSV are for
 * lane_part alone.
 */
void lane_open(struct lane *lane, const char *name, char eol);

/*
 * Say whether there is another record, having read at least the beginning of
 * it; wait for that.
 */
bool lane_reach(struct lane *lane);

/*
 * Hand out the next record, or the next part of one that does not fit a
 * block; span->closes says that it ends there (without its terminator).
 * Returns: false at the end.
 */
bool lane_part(struct lane *lane, struct span *span);

/*
 * Return the offset, where the file has one, of the first byte that was not
 * used; else -1.
 */
off_t lane_position(const struct lane *lane);

/*
 * Find the next terminator, which is there. The first words are looked
 * through here: for short records a call of memchr would cost more.
 */
static inline const char *
lane_find(const struct lane *lane)
{
	const char *at = lane->at;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	const uint64_t ones = UINT64_MAX / 0xff;
	const uint64_t pattern = ones * (unsigned char)lane->eol;
	uint64_t word;

	for (int i = 0; i < 2; i++) {
		if (lane->end - at < (ptrdiff_t)sizeof word)
			break;
		memcpy(&word, at, sizeof word);
		word ^= pattern;
		/* The lowest byte that is 0 gives the lowest bit. */
		word = (word - ones) & ~word & ones << 7;
		if (word)
			return at + (unsigned)__builtin_ctzll(word) / 8;
		at += sizeof word;
	}
#endif
	return memchr(at, lane->eol, (size_t)(lane->end - at));
}

/* Hand out the next record where one is whole at hand. */
static inline void
lane_next(struct lane *lane, struct record *record)
{
	const char *const eol = lane_find(lane);

	record->bytes = lane->at;
	record->len = (size_t)(eol - lane->at);
	lane->at = eol + 1;
}

#endif
