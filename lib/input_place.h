/*
 * input_place - where in its files an input stands
 *
 * Layer 2: may include layers 0 and 1, input, input_parts. For tools that
 * read a file from another place than its beginning, or bytes rather than
 * records.
 *
 *	if (input_file(&in) >= 0)
 *		input_seek(&in, offset);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef INPUT_PLACE_H
#define INPUT_PLACE_H

#include "input.h"
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/*
 * Hand out the next bytes, wherever records end: as many as one read gives.
 * A file ends with a span of no bytes, which closes where all was read, and
 * not where it was cut short by a fault, which was named; its first span
 * opens. All records must be expected.
 * Returns: false after the last file.
 */
bool input_bytes(struct input *in, struct span *span);

/* Of the bytes that input_bytes handed out, the last n were not used. */
void input_unused(struct input *in, size_t n);

/*
 * Return the descriptor of the file that is being read, or else of the next
 * one that can be opened, if it can be read at any offset as it is (so is
 * plain); else -1. in keeps and closes it.
 */
int input_file(struct input *in);

/*
 * Return the offset in such a file of the first byte that was not handed out,
 * -1 where none is open; or go on at another. Errors: end the run.
 */
off_t input_tell(const struct input *in);
void input_seek(struct input *in, off_t offset);

#endif
