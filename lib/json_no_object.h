/*
 * json_no_object - why a record is no JSON object
 *
 * Layer 1: may include layer 0, json, record.
 *
 *	if (!json_object_read(...))
 *		reason = json_no_object(&json, &record);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef JSON_NO_OBJECT_H
#define JSON_NO_OBJECT_H

#include "record.h"

struct json;

/*
 * Return why the record, which is none, is no object: what it is instead, or
 * the byte that is wrong, counted from 1 in the record, and what was expected
 * there. json is for its use: { 0 } at first, then as it was left.
 * Valid: until the next call of because.
 */
const char *json_no_object(struct json *json, const struct record *record);

#endif
