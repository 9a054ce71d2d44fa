/*
 * message - the program's name, what it says on standard error, how it ends
 *
 * Layer 0: may include escape, signals. The only writer to standard error and
 * the only module that ends the process. A message is one write(2), needs no
 * memory, and reads `tool: subject: reason`; a subject is printed as the user
 * typed it, with control characters and bytes that are not UTF-8 escaped.
 *
 *	message_start(argv[0]);
 *	fault_errno(name, errno);		say it and go on; status 1 later
 *	die(name, "not a number: %s", text);	say it and end with status 1
 *	finish();				end: 0, or 1 after a fault
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef MESSAGE_H
#define MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdnoreturn.h>

enum status {
	STATUS_DONE = 0,
	STATUS_FAULT = 1,
	STATUS_USAGE = 2,
	/* of what answers: yes is STATUS_DONE, no, and a fault */
	STATUS_FALSE = 1,
	STATUS_UNDECIDED = 2
};

/* What subject stands for the standard streams in messages. */
#define STANDARD_INPUT "-"
#define STANDARD_OUTPUT "standard output"

/*
 * Something to be done before the process ends, however it ends (but for a
 * signal): the owner embeds one, and takes it out again when it is done.
 * Owns: nothing; the owner keeps the structure alive while it is in.
 */
struct ending {
	void (*run)(struct ending *);
	struct ending *next;
};

/* Remember the last part of argv0 as the name that messages begin with. */
void message_start(const char *argv0);

/* Return the name that messages begin with. */
const char *message_program(void);

/*
 * Report a fault and go on; the process will end with status 1. A null
 * subject leaves its part out.
 */
void fault(const char *subject, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* As fault, with the system's words for error as the reason. */
void fault_errno(const char *subject, int error);

/* Report a fault and end with status 1. */
noreturn void die(const char *subject, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* As die, with the system's words for error as the reason. */
noreturn void die_errno(const char *subject, int error);

/*
 * Report wrong usage, add a line that points to --help, end with status 2.
 */
noreturn void die_usage(const char *subject, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * As die_usage, with a picture of what was typed: a line of it, and below it
 * marks, both after the program's name.
 */
noreturn void die_usage_drawn(const char *subject, const char *line,
    const char *mark, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Say a line that is no fault: `tool: subject: text`. */
void remark(const char *subject, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Say a line with nothing before it, for tools whose page promises it. */
void announce(const char *line);

/*
 * Say a line of len bytes, at most MESSAGE_LINE_MAX, as it is; without stays
 * leave the cursor of a terminal behind it, for the next one to be drawn over
 * it. Safe in a signal handler, which is held off while messages are said.
 */
#define MESSAGE_LINE_MAX 256
void message_line(const char *line, size_t len, bool stays);

/* Take a line that does not stay off the terminal. A message does it too. */
void message_wipe(void);

/*
 * Call hook before anything is said, so that what was written before has
 * gone out (output_start sets it).
 */
void message_before(void (*hook)(void));

/*
 * Return a reason, for functions that leave it to their callers to speak.
 * Valid: until the next call. Longer ones are cut.
 */
const char *because(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* Count a fault that somebody else has already named, or that needs no word. */
void fault_silent(void);

/* Put an ending in, or take it out. The last one in runs first. */
void ending_add(struct ending *ending);
void ending_remove(struct ending *ending);

/* Let the status be an answer: a fault ends with 2, since 1 says no. */
void message_answers(void);

/* Run the endings and end: status 0 for true, 1 for false, 2 after a fault. */
noreturn void answer(bool truth);

/* Run the endings and end: status 1 when a fault was reported, else 0. */
noreturn void finish(void);

#endif
