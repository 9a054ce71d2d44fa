/*
 * json_leaves - the plain leaves of JSON lists, many at a time
 *
 * Layer 1: may include layer 0, json, json_scan. A short cut for what most
 * lists are made of: numbers without an exponent, and strings of ASCII
 * without escapes. It stops before all else, faults included, and leaves that
 * to json_next, which gives the same leaves one by one.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef JSON_LEAVES_H
#define JSON_LEAVES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct json;

/* So many bytes more than are returned may be written behind them. */
#define JSON_LEAVES_SLACK 16

/*
 * Read plain leaves and the lists they stand in, down to a depth, as long as
 * they come, and copy each to `to` with eol behind it; quotes are left out if
 * raw. There is room for so many bytes, and for the slack.
 * Returns: how many bytes were written; 0 where no plain leaf is next.
 */
size_t json_leaves(struct json *json, uint64_t depth, bool raw, char eol,
    char *to, size_t room);

#endif
