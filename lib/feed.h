/*
 * feed - the output goes to one command after the other
 *
 * Layer 3: may include everything below it. Between feed_begin and feed_end
 * what is written to `output` is the standard input of a command. One that
 * stops reading is no fault, the rest is thrown away; one that fails is
 * named, and the run goes on. When a command died because the reader of
 * standard output has left, the run ends. A run that ends for another reason
 * while a command is fed says that it got only a part, and waits for it.
 *
 *	feed_begin(&feed, "wc -l", variable, 1);
 *	output_record(...), feed_look(&feed);	for each record
 *	feed_end(&feed);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef FEED_H
#define FEED_H

#include "command.h"
#include "message.h"
#include <stddef.h>
#include <time.h>

struct feed {
	struct ending ending; /* first: the run ends while a command is fed */
	const char *line; /* the command, as typed */
	struct command command;
	char fed[256]; /* what it is fed with, for messages */
	int fd; /* its standard input; -1: it could not be started */
	struct timespec looked; /* when it was, whether it still runs */
};

/*
 * Start line, which must stay until feed_end, with n more variables. One that
 * the environment can't hold is a fault. The caller has set feed->fed.
 */
void feed_begin(struct feed *feed, const char *line,
    const struct variable *variable, size_t n);

/*
 * End the run if the command has died because the reader of standard output
 * has left, so that a long group does not go on for nobody.
 * Cost: asks the clock; looks every 10 ms.
 */
void feed_look(struct feed *feed);

/* Close the command's input and wait for its end. */
void feed_end(struct feed *feed);

#endif
