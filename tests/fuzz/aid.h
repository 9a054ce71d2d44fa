/*
 * aid - what fuzz targets share: pieces of the input, bytes to read from
 *
 *	struct pieces pieces = { bytes, len };
 *	n = pieces_byte(&pieces) % 8;
 *	must(n < 8);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef AID_H
#define AID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Abort unless it holds: that is how an input is found. */
void must(bool holds);
void must_equal(const char *a, size_t a_len, const char *b, size_t b_len);

/* What is left of an input. */
struct pieces {
	const uint8_t *at;
	size_t left;
};

/* Take a byte; 0 where none is left. */
uint8_t pieces_byte(struct pieces *pieces);

/* Take a number of so many bytes, at most 8. */
uint64_t pieces_number(struct pieces *pieces, size_t n);

/*
 * Take all up to the next byte `end`, or the rest.
 * Returns: a new string of *len bytes, of no more memory than it needs, with
 * a NUL behind it.
 */
char *pieces_text(struct pieces *pieces, uint8_t end, size_t *len);

/* Copy len bytes into memory of just that size: sanitizers see its end. */
char *apart(const char *bytes, size_t len);

/* Make the bytes standard input: a file, or a pipe that has all of them. */
#define AID_PIPE_MAX 4096
void standard_input_file(const char *bytes, size_t len);
void standard_input_pipe(const char *bytes, size_t len);

/* Return how many bytes standard input has left; they are these last ones. */
size_t standard_input_left(const char *bytes, size_t len);

/*
 * Call run, which may end the process by message.h.
 * Returns: whether it returned. Else said gets the message, as a string.
 */
#define AID_SAID_MAX 4096
bool survives(void (*run)(void *), void *about, char said[AID_SAID_MAX]);

#endif
