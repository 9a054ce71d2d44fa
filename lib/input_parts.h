/*
 * input_parts - what the parts of input share
 *
 * Layer 2: may include layers 0 and 1 and input. For input.c, where they are,
 * input_place.c and input_rows.c.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef INPUT_PARTS_H
#define INPUT_PARTS_H

#include "input.h"
#include <stdbool.h>
#include <sys/types.h>

/* Nothing of the file is kept. */
void input_forget(struct input *in);

/* Close the file that is open; nothing of it is kept. */
void input_close_file(struct input *in);

/* Drop the ends that were found: what is kept is handed out another way. */
void input_drop_ends(struct input *in);

/* Open the next file that can be opened. Returns: false after the last. */
bool input_open_next(struct input *in);

/*
 * Hand out at most n records of the file that is open, n at least 1. Returns:
 * false when it has no more; then it is closed.
 */
bool input_advance_in_file(struct input *in, struct span *span, uint64_t n,
    bool in_parts);

/*
 * The file has come to its end: hand out its last record, and close it. A
 * record that was cut by a fault is none. Returns: false when there is none.
 */
bool input_end_file(struct input *in, struct span *span, bool failed);

/*
 * Read more of the file behind what is kept of it.
 * Returns: as source_read.
 */
ssize_t input_refill(struct input *in);

#endif
