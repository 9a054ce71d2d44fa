/*
 * beside - rows of files that are read side by side
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "beside.h"
#include "columns.h"
#include "input_rows.h"
#include "lane.h"
#include "lockstep.h"
#include "message.h"
#include "row_options.h"
#include "scan.h"
#include <stdnoreturn.h>

void
beside_begin(struct lockstep *lockstep)
{
	struct joined *const joined = &lockstep->beside.joined;
	const struct columns *columns;
	struct record header;
	struct lane *lane;

	if (row_options_dialect() == DIALECT_JSONL)
		return;
	joined_open(joined);
	for (size_t i = 0; i < lockstep->row.n && row_options_named(); i++) {
		lane = lockstep->of[i];
		columns = input_columns(&lane->in, &header);
		if (!columns)
			continue;
		lane->fields = columns_n(columns);
		joined_name(joined, columns, &header);
	}
	joined_head(joined);
}

/* End the run: the record at a place can't be in the row. */
static noreturn void
refuse(const struct lockstep *lockstep, size_t place,
    const struct record *record, const char *reason)
{
	const struct lane *const lane = lockstep->of[place];
	uint64_t number = lockstep->rows + 1, line = 0;
	char where[INPUT_PLACE_MAX];
	size_t i;

	if (lane->is_standard)
		number = lockstep->rows * lockstep->times + 1;
	for (i = 0; i < place; i++)
		number += lockstep->of[i] == lane;
	/* Of several from one file only the last's end is known. */
	if (!lane->is_standard || lockstep->times == 1)
		line = input_line_before(&lane->in, lane->at);
	if (line > 0)
		line -= scan_count(record->bytes, record->len, '\n');
	input_name_place(&lane->in, where, number, line);
	die(where, "%s", reason);
}

/* Write a row with the fields of all. */
static void
write_fields(struct lockstep *lockstep, const struct record *record)
{
	struct joined *const joined = &lockstep->beside.joined;
	const char *reason = NULL;
	size_t i;

	for (i = 0; i < lockstep->row.n; i++, record++) {
		struct lane *const lane = lockstep->of[i];

		if (!record->bytes) {
			joined_fill(joined, lockstep->fill, lockstep->fill_len,
			    lane->fields);
			continue;
		}
		/* Without a header the first row tells how many to fill. */
		if (lane->fields == 0)
			lane->fields = spelled_count(&joined->spelling,
			    record);
		reason = joined_part(joined, record, row_options_named() ?
		    lane->fields : 0);
		if (reason)
			refuse(lockstep, i, record, reason);
	}
	joined_end(joined);
}

void
beside_write(struct lockstep *lockstep, struct record *record)
{
	struct objects *const objects = &lockstep->beside.objects;
	const struct record fill = { lockstep->fill, lockstep->fill_len };

	if (row_options_dialect() != DIALECT_JSONL) {
		write_fields(lockstep, record);
		return;
	}
	for (size_t i = 0; i < lockstep->row.n; i++) {
		if (!record[i].bytes)
			record[i] = fill;
	}
	if (!objects_write(objects, record, lockstep->row.n))
		refuse(lockstep, objects->join.wrong,
		    &record[objects->join.wrong], objects->join.reason);
}

void
beside_end(struct lockstep *lockstep)
{
	objects_close(&lockstep->beside.objects);
	joined_close(&lockstep->beside.joined);
}
