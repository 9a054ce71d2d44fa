/*
 * input_parts - what the parts of input share
 *
 * Layer 2: may include layers 0 and 1 and input. For input.c, where they are,
 * and input_place.c.
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
 * Read more of the file behind what is kept of it.
 * Returns: as source_read.
 */
ssize_t input_refill(struct input *in);

#endif
