/*
 * stranger - what people write in an expression that is not in the language
 *
 * Layer 1: may include layer 0. Signs and words of awk, of C and the shell,
 * of the rest of Python, and of word processors, each with what to write
 * instead.
 *
 *	len = stranger_length("&& y", 4);	2
 *	reason = stranger_reason("&& y", 4);	write 'and' instead of '&&'
 *
 * Valid: reasons until the next because().
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXPRESSION_STRANGER_H
#define EXPRESSION_STRANGER_H

#include <stddef.h>

/* Return how many bytes such a sign has here, 0 where none is. */
size_t stranger_length(const char *bytes, size_t len);

/* Return what to write instead of it. */
const char *stranger_reason(const char *bytes, size_t len);

/* Return why len bytes, a word, are not in the language; NULL: they may be. */
const char *stranger_word(const char *bytes, size_t len);

#endif
