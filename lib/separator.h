/*
 * separator - what stands between fields, as it is typed
 *
 * Layer 1: may include layer 0. By itself, so that a tool that only joins
 * does not link what splits.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SEPARATOR_H
#define SEPARATOR_H

#include <stddef.h>

/*
 * Decode a separator as it is typed: \t \n \0 \\ and \xHH are escapes.
 * Returns: a new string of *len bytes (and a NUL), or NULL with *reason
 * (valid until the next call).
 */
char *separator_decode(const char *text, size_t *len, const char **reason);

#endif
