/*
 * output - standard output, buffered
 *
 * Layer 2: may include layers 0 and 1. Records leave in whole where they fit
 * the buffer, before any read that would block, and at the latest after
 * 1 MiB or 10 ms. The first write that fails ends the run: quietly when the
 * reader has left, else with a message and status 1.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "record.h"
#include <stdbool.h>
#include <stddef.h>

/* Records will end with eol. From now on the reader's leaving is seen. */
void output_start(char eol);

/*
 * When the reader leaves, throw away what would be written to it rather than
 * end the run (take --drain).
 */
void output_outlive_reader(void);

/*
 * Write to fd from now on (-1: throw away), and outlive its reader too. What
 * is pending goes to where it was meant for first.
 */
void output_redirect(int fd);

/* Write a record: len bytes and the terminator. */
void output_record(const char *bytes, size_t len);

/* Write bytes inside a record. */
void output_bytes(const char *bytes, size_t len);

/* End a record. */
void output_end(void);

/*
 * Take back the record under way; but where a part of it has gone out, end
 * it, so that pieces never run together.
 */
void output_abandon(void);

/* Write records that carry their terminators, or a part of one. */
void output_span(const struct span *span);

/*
 * To make records where they go out from: return room for n bytes, at most
 * OUTPUT_ROOM; *room becomes how many there are. OUTPUT_SLACK more may be
 * written, which mean nothing. output_filled says how many bytes of whole
 * records were put there, output_part how many of a record that goes on. They
 * stand there until others are put in the same place, also when they were
 * written.
 */
#define OUTPUT_ROOM (128 * 1024)
#define OUTPUT_SLACK 16
char *output_room(size_t n, size_t *room);
void output_filled(size_t n);
void output_part(size_t n);

/* Write out the records that are pending; an unfinished one is held. */
void output_flush(void);

/*
 * Flush and close standard output; what goes wrong at the close is a fault.
 * What is written after it is thrown away.
 */
void output_close(void);

#endif
