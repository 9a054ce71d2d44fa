/*
 * lane - a file that is read beside others
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input_place.h"
#include "lane.h"
#include "message.h"
#include "scan.h"
#include <errno.h>
#include <unistd.h>

void
lane_open(struct lane *lane, const char *name, char eol)
{
	*lane = (struct lane){
		.name = name,
		.is_standard = strcmp(name, STANDARD_INPUT) == 0,
		.eol = eol,
	};
}

/* Say how many records are at hand, of which one is perhaps under way. */
static uint64_t
count_records(struct lane *lane)
{
	const size_t len = (size_t)(lane->end - lane->at);
	struct framing framing = lane->in.framing;
	uint64_t n;

	if (!framing_is_csv(&framing))
		return scan_count(lane->at, len, lane->eol);
	/* What the input knows of is behind these. */
	framing.place = lane->framing.place;
	lane->framing = framing;
	framing_records(&framing, lane->at, len, UINT64_MAX, &n);
	return n;
}

/* Return where the next record ends; NULL: beyond what is at hand. */
static const char *
find_end(struct lane *lane)
{
	const size_t len = (size_t)(lane->end - lane->at);
	uint64_t found;
	size_t used;

	if (!framing_is_csv(&lane->framing))
		return memchr(lane->at, lane->eol, len);
	used = framing_records(&lane->framing, lane->at, len, 1, &found);
	return found > 0 ? lane->at + used - 1 : NULL;
}

bool
lane_reach(struct lane *lane)
{
	struct span span;

	if (lane->at < lane->end)
		return true;
	if (lane->ended)
		return false;
	if (!input_span(&lane->in, &span)) {
		lane->ended = true;
		return false;
	}
	lane->at = span.bytes;
	lane->end = span.bytes + span.len;
	lane->n = count_records(lane);
	return true;
}

bool
lane_part(struct lane *lane, struct span *span)
{
	const char *eol;
	size_t len;

	if (!lane_reach(lane))
		return false;
	len = (size_t)(lane->end - lane->at);
	eol = find_end(lane);
	span->bytes = lane->at;
	span->len = eol ? (size_t)(eol - lane->at) : len;
	span->closes = eol != NULL;
	lane->at = eol ? eol + 1 : lane->end;
	lane->n -= span->closes;
	return true;
}

off_t
lane_position(const struct lane *lane)
{
	/* Of a record in parts the input tells where it began. */
	off_t unused = lane->n > 0 ? lane->end - lane->at : 0;
	off_t at = input_tell(&lane->in);

	if (at < 0 && unused > 0 && lane->is_standard) {
		/* It is at its end; what came last got its terminator here. */
		at = lseek(STDIN_FILENO, 0, SEEK_CUR);
		if (at < 0 && errno != ESPIPE)
			/* LCOV_EXCL_START: make sweep */
			die_errno(STANDARD_INPUT, errno);
			/* LCOV_EXCL_STOP */
		unused--;
	}
	return at < 0 ? -1 : at - unused;
}
