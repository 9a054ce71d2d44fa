/*
 * numbers - what tests of modules that compute share
 *
 *	struct decimal a = number("1.50");
 *	assert_text(&a, "1.50", "what it is");
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef NUMBERS_H
#define NUMBERS_H

#include <stdbool.h>

struct decimal;

/* Read a number from bytes of just its size, so that reading on is seen. */
bool number_parse(struct decimal *value, const char *text);

/* Make a number. Owns: the caller frees it. */
struct decimal number(const char *text);

/* Fail the test unless its text is want; what says which it is. */
void assert_text(struct decimal *value, const char *want, const char *what);

/* Fail the test unless two reasons are equal; NULL is none. */
void assert_reason(const char *reason, const char *want, const char *what);

#endif
