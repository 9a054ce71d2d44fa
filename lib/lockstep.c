/*
 * lockstep - files that are read side by side, a record of each a row
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "descriptor.h"
#include "input_place.h"
#include "lane.h"
#include "lockstep.h"
#include "memory.h"
#include "message.h"
#include "output.h"
#include "step.h"
#include "tool.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if STEP > OUTPUT_SLACK
#error "too long a step"
#endif

/* Refuse what the system can't hold open, rather than name file by file. */
static void
check_limit(size_t n)
{
	const long most = sysconf(_SC_OPEN_MAX) - (STDERR_FILENO + 1);

	if (most >= 0 && n > (size_t)most)
		die(NULL, "%zu files are too many to be open at once; "
		    "the limit is %ld", n, most);
}

/* Add a place in the rows, and its file unless that is there already. */
static void
add(struct lockstep *lockstep, const char *name, char eol)
{
	const bool is_standard = strcmp(name, STANDARD_INPUT) == 0;
	struct lane *lane = is_standard ? lockstep->standard : NULL;

	if (!lane) {
		lane = &lockstep->lane[lockstep->lanes++];
		lane_open(lane, name, eol);
	}
	if (is_standard) {
		lockstep->standard = lane;
		lockstep->times++;
	}
	lockstep->of[lockstep->row.n++] = lane;
}

bool
lockstep_open(struct lockstep *lockstep, const struct run *run,
    struct names *names)
{
	const size_t most = run->n > 0 ? run->n : 1;
	bool opened = true;
	const char *name;

	lockstep->lane = xallocate(most, sizeof *lockstep->lane);
	lockstep->of = xallocate(most, sizeof(struct lane *));
	lockstep->poll = xallocate(most + 1, sizeof *lockstep->poll);
	lockstep->filling = step_pad(lockstep->fill, lockstep->fill_len);
	lockstep->mark = -1;
	row_open(&lockstep->row, most, lockstep->joint, lockstep->joint_len,
	    run->eol);
	lockstep->row.n = 0;
	while ((name = names->next(names)) != NULL)
		add(lockstep, name, run->eol);
	/* Standard input is open already. */
	check_limit(lockstep->lanes - (lockstep->standard ? 1 : 0));
	for (size_t i = 0; i < lockstep->lanes; i++) {
		struct lane *lane = &lockstep->lane[i];

		tool_input(run, &lane->in,
		    words_open(&lane->words, &lane->name, 1));
		input_file(&lane->in);
		opened = opened && !input_failed(&lane->in);
	}
	if (opened && lockstep->are_rows)
		beside_begin(lockstep);
	return opened;
}

/*
 * Say whether every file has another record, using nothing of standard input;
 * wait for those that are not known to, whichever comes first.
 */
static bool
all_go_on(struct lockstep *lockstep)
{
	size_t waiting;

	do {
		waiting = 0;
		for (size_t i = 0; i < lockstep->lanes; i++) {
			struct lane *lane = &lockstep->lane[i];
			const int fd = input_descriptor(&lane->in);

			if (lane->at < lane->end)
				continue;
			if (fd >= 0 && descriptor_waits(fd))
				lockstep->poll[++waiting] =
				    (struct pollfd){ fd, POLLIN, 0 };
			else if (!(lane->is_standard ? input_more(&lane->in) :
			    lane_reach(lane)))
				return false;
		}
		if (waiting > 0)
			descriptor_await_any(lockstep->poll, waiting);
	} while (waiting > 0);
	return true;
}

/* Expect no more of standard input than the other files have rows for. */
static void
expect(struct lockstep *lockstep)
{
	const struct lane *const standard = lockstep->standard;
	uint64_t rows = INPUT_ALL;

	if (!standard || standard->at < standard->end)
		return;
	for (size_t i = 0; i < lockstep->lanes; i++) {
		const struct lane *lane = &lockstep->lane[i];

		/* Of a long record there is only a part. */
		if (lane != standard && lane->n < rows)
			rows = lane->n > 0 ? lane->n : 1;
	}
	if (rows != INPUT_ALL)
		rows *= lockstep->times;
	input_expect(&lockstep->standard->in, rows);
}

/* Say whether all files go on; remember who ended where others did not. */
static bool
all_agree(struct lockstep *lockstep)
{
	const struct lane *ended = NULL, *ongoing = NULL;

	for (size_t i = 0; i < lockstep->lanes; i++) {
		struct lane *lane = &lockstep->lane[i];

		if (lane_reach(lane))
			ongoing = ongoing ? ongoing : lane;
		else if (input_failed(&lane->in))
			return false;
		else
			ended = ended ? ended : lane;
		if (ended && ongoing) {
			lockstep->ended = ended;
			lockstep->ongoing = ongoing;
			return false;
		}
	}
	return ongoing != NULL;
}

/* Say whether any file goes on, and none has failed. */
static bool
any_goes_on(struct lockstep *lockstep)
{
	for (size_t i = 0; i < lockstep->lanes; i++) {
		if (lane_reach(&lockstep->lane[i]))
			return true;
		if (input_failed(&lockstep->lane[i].in))
			return false;
	}
	return false;
}

/* Say whether another row may come; wait until that is known. */
static bool
begin_row(struct lockstep *lockstep)
{
	lockstep->held_len = 0;
	switch (lockstep->end) {
	case LOCKSTEP_SHORTEST:
		if (!all_go_on(lockstep))
			return false;
		expect(lockstep);
		return true;
	case LOCKSTEP_STRICT:
		return all_agree(lockstep);
	case LOCKSTEP_LONGEST:
		break;
	}
	return any_goes_on(lockstep);
}

/* Say whether a row that was begun is held until it is complete. */
static bool
is_held(const struct lockstep *lockstep)
{
	return lockstep->are_rows ||
	    (lockstep->end != LOCKSTEP_LONGEST && lockstep->times > 1);
}

/* Write bytes of a row, or hold them until it is complete. */
static void
put(struct lockstep *lockstep, const char *bytes, size_t len)
{
	if (!is_held(lockstep)) {
		output_bytes(bytes, len);
		return;
	}
	lockstep->held = xgrow(lockstep->held, &lockstep->held_capacity,
	    lockstep->held_len + len + 1, 1);
	memcpy(lockstep->held + lockstep->held_len, bytes, len);
	lockstep->held_len += len;
}

/* Write the next record of a file. Returns: false where there is none. */
static bool
put_record(struct lockstep *lockstep, struct lane *lane)
{
	struct span span;

	while (lane_part(lane, &span)) {
		put(lockstep, span.bytes, span.len);
		if (span.closes)
			return true;
	}
	return false;
}

/* Put what stands in the place of a file that ended. False: nothing. */
static bool
put_fill(struct lockstep *lockstep, const struct lane *lane)
{
	if (input_failed(&lane->in))
		return false;
	if (lockstep->end == LOCKSTEP_LONGEST) {
		put(lockstep, lockstep->filling, lockstep->fill_len);
		return true;
	}
	if (lockstep->end == LOCKSTEP_STRICT)
		lockstep->ended = lockstep->ongoing = lane;
	return false;
}

/* Write the records of a row that are held, each up to where it says. */
static void
write_beside(struct lockstep *lockstep)
{
	struct record *const record = lockstep->row.record;
	size_t begin = 0, end;

	for (size_t i = 0; i < lockstep->row.n; i++, begin = end) {
		end = record[i].len;
		record[i].len = end - begin;
		if (record[i].bytes)
			record[i].bytes = lockstep->held + begin;
	}
	beside_write(lockstep, record);
}

bool
lockstep_write_next(struct lockstep *lockstep)
{
	const struct row *const row = &lockstep->row;

	if (lockstep->standard)
		lockstep->mark = lane_position(lockstep->standard);
	if (!begin_row(lockstep))
		return false;
	for (size_t i = 0; i < row->n; i++) {
		if (i > 0 && !lockstep->are_rows)
			put(lockstep, row->joint, row->joint_len);
		row->record[i].bytes = NULL;
		if (put_record(lockstep, lockstep->of[i]))
			row->record[i].bytes = lockstep->held;
		else if (!put_fill(lockstep, lockstep->of[i]))
			return false;
		row->record[i].len = lockstep->held_len;
	}
	if (!is_held(lockstep))
		output_end();
	else if (!lockstep->are_rows)
		output_record(lockstep->held, lockstep->held_len);
	else
		write_beside(lockstep);
	lockstep->rows++;
	return true;
}

/*
 * Return for how many rows all files that go on have the records at hand;
 * count these as used.
 */
static uint64_t
take_ready(struct lockstep *lockstep)
{
	uint64_t rows = UINT64_MAX;
	struct lane *lane;
	uint64_t n;

	for (size_t i = 0; i < lockstep->lanes; i++) {
		lane = &lockstep->lane[i];
		n = lane->is_standard ? lane->n / lockstep->times : lane->n;
		if (!lane->ended && n < rows)
			rows = n;
	}
	if (rows == UINT64_MAX)
		return 0;
	for (size_t i = 0; i < lockstep->lanes; i++) {
		lane = &lockstep->lane[i];
		if (!lane->ended)
			lane->n -= lane->is_standard ?
			    rows * lockstep->times : rows;
	}
	lockstep->rows += rows;
	return rows;
}

/*
 * Gather the records of the next row, which are at hand; *stepped becomes
 * whether the row can be made in steps.
 * Returns: the length of the row with its terminator.
 */
static inline size_t
gather(const struct lockstep *lockstep, bool *stepped)
{
	struct record *record = lockstep->row.record;
	struct lane *const *of = lockstep->of;
	struct lane *const *const end = of + lockstep->row.n;
	size_t len = (lockstep->row.n - 1) * lockstep->row.joint_len + 1;

	*stepped = true;
	for (; of < end; of++, record++) {
		struct lane *const lane = *of;

		if (lane->ended)
			*record = (struct record){ lockstep->filling,
				lockstep->fill_len };
		else
			lane_next(lane, record);
		if (lane->end - lane->at < STEP && !lane->ended)
			*stepped = false;
		len += record->len;
	}
	return len;
}

void
lockstep_write_ready(struct lockstep *lockstep)
{
	const struct row *const row = &lockstep->row;
	size_t len, room;
	char *begin, *at;
	uint64_t rows;
	bool stepped;

	if (lockstep->are_rows)
		return;
	rows = take_ready(lockstep);
	begin = at = output_room(0, &room);
	for (; rows > 0; rows--) {
		len = gather(lockstep, &stepped);
		if (stepped && len <= room - (size_t)(at - begin)) {
			at = row_make(row, at);
			continue;
		}
		output_filled((size_t)(at - begin));
		if (stepped && len <= OUTPUT_ROOM) {
			begin = output_room(len, &room);
			at = row_make(row, begin);
		} else {
			row_write(row);
			begin = at = output_room(0, &room);
		}
	}
	output_filled((size_t)(at - begin));
}

void
lockstep_close(struct lockstep *lockstep)
{
	for (size_t i = 0; i < lockstep->lanes; i++)
		input_close(&lockstep->lane[i].in);
	if (lockstep->mark >= 0 &&
	    lseek(STDIN_FILENO, lockstep->mark, SEEK_SET) < 0)
		fault_errno(STANDARD_INPUT, errno); /* LCOV_EXCL_LINE: sweep */
	row_close(&lockstep->row);
	beside_end(lockstep);
	free(lockstep->lane);
	free(lockstep->of);
	free(lockstep->poll);
	free(lockstep->filling);
	free(lockstep->held);
}
