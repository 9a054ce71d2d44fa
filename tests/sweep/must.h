/*
 * must - the sweep's own trouble ends it
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef MUST_H
#define MUST_H

#include <stdbool.h>

/* Where this is not done, say why not by errno, and end with 99. */
void must(bool done, const char *what);

#endif
