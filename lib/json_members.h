/*
 * json_members - all members of a record that is a JSON object
 *
 * Layer 1: may include layer 0, fields, json_object, json_skip, json_text,
 * record, text. One after the other, as they stand there, checked as
 * json_object checks; where only some are wanted, that is the faster way.
 *
 *	struct json_members members = { 0 };
 *	if (!json_members_read(&members, &record))
 *		fault(name, "%s", members.object.reason);
 *	members.name.field[0]			what the first name says
 *	members.raw.field[0]			its value, as it is spelled
 *	json_members_close(&members);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef JSON_MEMBERS_H
#define JSON_MEMBERS_H

#include "fields.h"
#include "json_object.h"
#include "record.h"
#include "text.h"
#include <stdbool.h>

/* Begins as { 0 }; callers read name, raw and the object's reason. */
struct json_members {
	struct fields name, raw; /* as many of each */
	struct json_object object; /* of which nothing is wanted */
	struct text text; /* of names that had to be decoded */
};

/*
 * Read a record. Valid: name and raw, while the record is, and until the next
 * one is read.
 * Returns: false where it is no object, or a name has a surrogate without its
 * other half, with the reason.
 */
bool json_members_read(struct json_members *members,
    const struct record *record);

/*
 * Add what the text of a value says behind what text has: a string as
 * json_decode does, null nothing, all else as it is spelled.
 * Returns: false at a surrogate without its other half; something may have
 * been added.
 */
bool json_add_said(struct text *text, const struct record *raw);

/* Free all. */
void json_members_close(struct json_members *members);

#endif
